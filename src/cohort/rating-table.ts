import { AssessmentError } from "../issues/index.ts";
import { type AgreementOptions, agreementSettings } from "./agreement-weights.ts";
import { type AgreementEstimate, agreementEstimate, isComplete, undefinedAgreement } from "./chance-corrected.ts";
import { sum } from "./estimate.ts";
import { dot, weighted } from "./rating-counts.ts";
import type { Ratings } from "./ratings.ts";

/** How two raters' ratings of the same subjects fall: rows are the first rater's, columns the second's. */
export interface RatingTable {
  readonly n: number;
  /** Shares of all subjects rated by both. */
  readonly cells: readonly (readonly number[])[];
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** The table of two raters over the subjects that both rated; throws `unequal_lengths` unless there are two raters. */
export function ratingTable({ codes, categories, raters }: Ratings): RatingTable {
  if (raters.length !== 2) throw new AssessmentError([{ code: "two_raters_needed", path: ["raters"] }]);
  const pairs = codes.filter(([a, b]) => a !== null && b !== null);
  const n = pairs.length;
  const every = categories.map((_, at) => at);
  const cells = every.map((k) => every.map((l) => pairs.filter(([a, b]) => a === k && b === l).length / n));
  return { n, cells, first: cells.map(sum), second: every.map((l) => sum(cells.map((row) => row[l] ?? 0))) };
}

/**
 * Kappa of a table with the large-sample variance of Fleiss, Cohen and Everitt, given each rater's chance shares.
 *
 * @source Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323; Gwet 2014, chapter 5
 */
export function kappaOfTable(
  method: string,
  ratings: Ratings,
  options: AgreementOptions,
  chance: (table: RatingTable) => readonly [first: readonly number[], second: readonly number[]],
): AgreementEstimate {
  const { weights, confidence } = agreementSettings(ratings.categories, options);
  const table = ratingTable(ratings);
  const { n, cells } = table;
  if (n === 0) {
    const rated = ratings.codes.some((row) => row.some((code) => code !== null));
    return undefinedAgreement(method, 0, confidence, rated ? "no_pairs" : "no_cases");
  }
  const [first, second] = chance(table);
  const toSecond = weighted(weights, second);
  const toFirst = weighted(weights, first);
  const observed = sum(cells.map((row, k) => dot(row, weights[k] ?? [])));
  const expected = dot(first, toSecond);
  if (isComplete(expected)) return undefinedAgreement(method, n, confidence, "chance_is_complete", observed, expected);
  const estimate = (observed - expected) / (1 - expected);
  const mean = observed - 2 * (1 - estimate) * expected;
  const spread = cells.map((row, k) =>
    sum(
      row.map((cell, l) => {
        const term = (weights[k]?.[l] ?? 0) - (1 - estimate) * ((toSecond[k] ?? 0) + (toFirst[l] ?? 0));
        return cell * (term - mean) ** 2;
      }),
    ),
  );
  const variance = sum(spread) / (n * (1 - expected) ** 2);
  return agreementEstimate(method, estimate, variance, n, confidence, observed, expected);
}
