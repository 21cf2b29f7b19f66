import { deepFreeze, isCalendarDay, plainCopy } from "../instrument/index.ts";
import { type Issue, isObject, mustHave, nearestIn, type Parsed, parsed, shapeOf } from "../issues/index.ts";
import type { RatingForm } from "./rating-form.ts";

/** Whether a factor matters in this case, in the rater's view. */
export type Relevance = "yes" | "possibly" | "no";

/** What a rater found of one factor, past and recent kept apart. A finding that is left out was not rated. */
export interface RatedFactor {
  readonly past?: string;
  readonly recent?: string;
  readonly relevance?: Relevance;
  /** Required if either finding is `omit`. */
  readonly omitReason?: string;
}

/** One rating by one rater: plain JSON. */
export interface Rating {
  readonly form: { readonly id: string; readonly version: string };
  readonly asOf: string;
  readonly factors: Readonly<Record<string, RatedFactor>>;
  /** What is true of the case and opens factors, such as `former_partner`. */
  readonly circumstances?: readonly string[];
}

const windows = ["past", "recent"] as const;
const relevances: readonly string[] = ["yes", "possibly", "no"];
const fields: readonly string[] = [...windows, "relevance", "omitReason"];
const longestReason = 2000;

/**
 * A rating from untrusted data: a frozen plain copy, or every issue at once. No issue holds what stood there.
 *
 * @returns issues `not_an_object`, `accessor_property`, `too_large`, `version_mismatch`, `malformed`, `unknown_item`,
 *   `unknown_option`, `needs_reason`
 * @example
 * parseRating({ form: { id: "rf-none", version: "0.1.0" }, asOf: "2026-03-01", factors: {} }, genericRating).ok; // => false
 */
export function parseRating(input: unknown, form: RatingForm): Parsed<Rating> {
  mustHave(form, "factors", "form");
  const copy = plainCopy(input);
  if (!copy.ok) return copy;
  const value: unknown = copy.value;
  if (!isObject(value)) return { ok: false, issues: [{ code: "not_an_object", path: [], shape: shapeOf(value) }] };
  const { form: named, asOf, factors, circumstances = [] } = value;
  const issues: Issue[] = [];
  if (!isObject(named) || named.id !== form.id || named.version !== form.version) {
    issues.push({ code: "version_mismatch", path: ["form"], expected: [`${form.id} ${form.version}`] });
  }
  if (typeof asOf !== "string" || !isCalendarDay(asOf)) {
    issues.push({ code: "malformed", path: ["asOf"], expected: ["YYYY-MM-DD"], shape: shapeOf(asOf) });
  }
  issues.push(...faultsInCircumstances(circumstances, form));
  if (!isObject(factors)) issues.push({ code: "malformed", path: ["factors"], expected: ["an object by factor code"] });
  else for (const [code, rated] of Object.entries(factors)) issues.push(...faultsInFactor(code, rated, form));
  // Every part has been checked above; the copy is plain.
  return parsed(() => deepFreeze(value as unknown as Rating), issues);
}

/** A circumstance that no factor waits for opens none: a slip would leave factors out, critical ones too. */
function faultsInCircumstances(circumstances: unknown, { factors }: RatingForm): readonly Issue[] {
  if (!Array.isArray(circumstances) || circumstances.some((each) => typeof each !== "string")) {
    return [{ code: "malformed", path: ["circumstances"], expected: ["a list of words"] }];
  }
  const known = [...new Set(Object.values(factors).flatMap(({ onlyIf = [] }) => onlyIf))];
  return circumstances.flatMap((word: string, at): readonly Issue[] => {
    if (known.length === 0 || known.includes(word)) return [];
    return [{ code: "unknown_option", path: ["circumstances", at], expected: known, ...nearestIn(word, known) }];
  });
}

function faultsInFactor(code: string, rated: unknown, form: RatingForm): readonly Issue[] {
  const path = ["factors", code];
  if (!isFactor(code, form)) return [{ code: "unknown_item", path, ...nearestIn(code, Object.keys(form.factors)) }];
  if (!isObject(rated)) return [{ code: "malformed", path, expected: fields }];
  const allowed = [...form.findings, "omit"];
  const { relevance, omitReason } = rated;
  const omitted = windows.some((window) => rated[window] === "omit");
  return [
    ...Object.keys(rated).flatMap((field): readonly Issue[] =>
      fields.includes(field) ? [] : [{ code: "malformed", path: [...path, field], expected: fields }],
    ),
    ...windows.flatMap((window): readonly Issue[] => {
      const found = rated[window];
      if (found === undefined || (typeof found === "string" && allowed.includes(found))) return [];
      return [
        {
          code: "unknown_option",
          path: [...path, window],
          expected: allowed,
          shape: shapeOf(found),
          ...nearestIn(found, allowed),
        },
      ];
    }),
    ...(relevance === undefined || relevances.includes(String(relevance))
      ? []
      : [{ code: "unknown_option", path: [...path, "relevance"], expected: relevances } as const]),
    ...(omitted && !isReason(omitReason) ? [{ code: "needs_reason", path: [...path, "omitReason"] } as const] : []),
  ];
}

/** Whether a code is one of the form's, or one of the user's own manual that the form allows. */
export function isFactor(code: string, { factors, userCodes }: RatingForm): boolean {
  if (Object.hasOwn(factors, code)) return true;
  return userCodes !== undefined && new RegExp(userCodes.pattern).test(code);
}

/** Whether a text is a reason: some words, and not too many. */
export function isReason(text: unknown): text is string {
  return typeof text === "string" && /\p{L}.*\p{L}/su.test(text) && text.length <= longestReason;
}
