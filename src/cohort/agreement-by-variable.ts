import { AssessmentError, type Issue, mustBeList, type Parsed, parsed } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { type Agreement, agreement } from "./agreement.ts";
import type { CoefficientOptions } from "./agreement-settings.ts";
import { frozen } from "./estimate.ts";
import { parseRatings, type RatingRow, type Ratings } from "./ratings.ts";

/** One rater's answers on one case. */
export interface Coding {
  readonly case: string;
  readonly rater: string;
  readonly answers: Answers;
}

/** Something that every coding says: an item's code, an axis, where a type stands, the outcome. */
export interface CodedVariable {
  readonly kind: "item" | "axis" | "type" | "outcome";
  readonly name: string;
  readonly categories: readonly string[];
  /** The item that holds it, if one does. */
  readonly item?: string;
  /** What one set of answers says of it; `null` if they leave it open. */
  readonly read: (answers: Answers) => string | null;
  /** The weights, scores and level that fit it. */
  readonly options?: Omit<CoefficientOptions, "confidence">;
}

/** How well raters agree on one of them. */
export interface VariableAgreement {
  readonly kind: CodedVariable["kind"];
  readonly name: string;
  readonly ratings: Ratings;
  readonly agreement: Agreement;
}

/**
 * Agreement on each variable of a set of codings: one row for each coding, in any order, cases and raters by name.
 *
 * @returns `duplicate_rating` with both rows if a rater coded a case twice; `unknown_category` with the row and the
 *   variable; rows count from 1. All issues of all variables
 * @throws {AssessmentError} as `agreement`
 * @example
 * const codings = [
 *   { case: "1", rater: "a", answers: { adult: "yes" } },
 *   { case: "1", rater: "b", answers: { adult: "not_sure" } },
 * ];
 * const [adult] = valueOrThrow(agreementByVariable(codings, itemVariables(fiveTypes.instrument)));
 * [adult?.name, adult?.agreement.missing, adult?.agreement.overall.percent.reason]; // => ["adult", 1, "no_pairs"]
 */
export function agreementByVariable(
  codings: readonly Coding[],
  variables: readonly CodedVariable[],
  options: CoefficientOptions = {},
): Parsed<readonly VariableAgreement[]> {
  mustBeList(codings, "codings");
  mustBeList(variables, "variables");
  const issues: Issue[] = [];
  const read = variables.flatMap((variable): { variable: CodedVariable; ratings: Ratings }[] => {
    const { ratings, faults } = ratingsOf(codings, variable);
    // A coding that stands twice, or an answer that several variables read, is reported once.
    const known = ({ code, path }: Issue) =>
      issues.some((before) => before.code === code && before.path.join() === path.join());
    issues.push(...faults.filter((fault) => !known(fault)));
    return ratings === undefined ? [] : [{ variable, ratings }];
  });
  return parsed(
    () =>
      frozen(
        read.map(({ variable: { kind, name, options: own }, ratings }) =>
          Object.freeze({ kind, name, ratings, agreement: agreement(ratings, { ...options, ...own }) }),
        ),
      ),
    issues,
  );
}

function ratingsOf(
  codings: readonly Coding[],
  { name, categories, read }: CodedVariable,
): { readonly ratings: Ratings | undefined; readonly faults: readonly Issue[] } {
  const faults: Issue[] = [];
  const rows = codings.map(({ case: subject, rater, answers }, at): RatingRow => {
    try {
      return { subject, rater, category: read(answers) };
    } catch (error) {
      if (!(error instanceof AssessmentError)) throw error;
      faults.push(...error.issues.map((issue) => ({ ...issue, path: ["row", at + 1, ...issue.path], row: at + 1 })));
      return { subject, rater, category: null };
    }
  });
  const result = parseRatings(rows, categories);
  if (result.ok) return { ratings: result.value, faults };
  const placed = result.issues.map((issue) =>
    issue.code === "unknown_category" ? { ...issue, path: [...issue.path, name] } : issue,
  );
  return { ratings: undefined, faults: [...faults, ...placed] };
}
