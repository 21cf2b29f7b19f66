import type { Grounds } from "../evidence/index.ts";
import { deepFreeze } from "../instrument/index.ts";
import { type Issue, mustHave, throwIfAny } from "../issues/index.ts";

/** How far a factor applies to a case of a type. Expert judgement, for the order in which factors are shown. */
export type Applicability = "primary" | "relevant" | "limited" | "unknown";

/** One factor of a rating form, by its code alone: the words of a licensed manual stay in the manual. */
export interface RatingFactor {
  readonly domains: readonly string[];
  readonly critical?: true;
  /** The factor is rated only where this is true of the case, such as `former_partner`. */
  readonly onlyIf?: string;
  readonly applicability?: Readonly<Record<string, Applicability>>;
}

/** A form for recording a trained rater's findings factor by factor. It holds no item text and computes no level. */
export interface RatingForm {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Whose instrument it is, and what a user must hold to use it. */
  readonly owner: string;
  readonly requires: readonly string[];
  /** The codes of its factors; with `userCodes`, further codes of the user's own manual that fit the pattern. */
  readonly factors: Readonly<Record<string, RatingFactor>>;
  readonly userCodes?: { readonly pattern: string; readonly domain: string };
  /** What a factor may be found to be, and which of these count as found. `omit` is always allowed. */
  readonly findings: readonly [string, ...string[]];
  readonly found: readonly string[];
  /** The domains on which the rater gives a judgement of their own. */
  readonly judgedDomains: readonly string[];
  readonly responses: readonly [string, ...string[]];
  /** Values for research use only, where the form's own literature has numbers. */
  readonly researchValues?: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  readonly basis: Grounds;
}

/**
 * A rating form: frozen and checked.
 *
 * @throws {AssessmentError} `bad_name` for a factor's code, `unknown_reference` for a finding that is not listed,
 *   `malformed` for a pattern that is not valid, `missing_basis`
 * @example
 * const form = defineRatingForm({
 *   id: "rf-example", version: "0.1.0", title: "Example", owner: "none", requires: [],
 *   factors: { A1: { domains: ["violence"], critical: true } },
 *   findings: ["absent", "present"], found: ["present"], judgedDomains: ["violence"],
 *   responses: ["routine_response", "urgent_response"], notes: [], basis: [designChoice("an example")],
 * });
 * Object.keys(form.factors); // => ["A1"]
 */
export function defineRatingForm<const Form extends RatingForm>(form: Form): Form {
  mustHave(form, "factors", "form");
  const { factors, findings, found, userCodes, basis, researchValues = {} }: RatingForm = form;
  const issues: Issue[] = [
    ...Object.keys(factors).flatMap((code): readonly Issue[] =>
      codePattern.test(code) ? [] : [{ code: "bad_name", path: ["factors", code] }],
    ),
    ...[...found, ...Object.keys(researchValues)].flatMap((each): readonly Issue[] =>
      findings.includes(each) ? [] : [{ code: "unknown_reference", path: ["findings", each], expected: findings }],
    ),
    ...(userCodes === undefined || isAnchored(userCodes.pattern)
      ? []
      : [{ code: "malformed", path: ["userCodes", "pattern"], expected: ["a pattern from ^ to $"] } as const]),
    ...(basis.length === 0 ? [{ code: "missing_basis", path: ["basis"] } as const] : []),
  ];
  throwIfAny(issues);
  return deepFreeze(form);
}

const codePattern = /^[A-Za-z][A-Za-z0-9_]{0,25}$/;

/** Patterns of shipped forms are plain: letters, digits, classes and counts between ^ and $. */
function isAnchored(pattern: string): boolean {
  return /^\^[A-Za-z0-9_.[\]{},-]+\$$/.test(pattern);
}
