import { AssessmentError } from "../issues/index.ts";
import type { CoefficientOf } from "./agreement-settings.ts";
import { isComplete, noCoefficient } from "./chance-corrected.ts";
import { sum } from "./estimate.ts";
import type { MethodName } from "./method-names.ts";
import { dot, weighted } from "./rating-counts.ts";
import type { RatingPatterns } from "./rating-patterns.ts";

/** How two raters' ratings of the same subjects fall: rows are the first rater's, columns the second's. */
export interface RatingTable {
  readonly n: number;
  /** How many subjects rated by both have each pair of categories. */
  readonly counts: readonly (readonly number[])[];
  /** The counts as shares of `n`. */
  readonly cells: readonly (readonly number[])[];
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** The table of two raters over the subjects that both rated; throws `two_raters_needed`. */
export function ratingTable({ codes, times, raters, categories }: RatingPatterns): RatingTable {
  if (raters !== 2) throw new AssessmentError([{ code: "two_raters_needed", path: ["raters"] }]);
  const counts = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  let n = 0;
  for (let at = 0; at < times.length; at++) {
    const [a, b] = [codes[2 * at] as number, codes[2 * at + 1] as number];
    if (a < 0 || b < 0) continue;
    const row = counts[a] as number[];
    row[b] = (row[b] as number) + (times[at] as number);
    n += times[at] as number;
  }
  const cells = counts.map((row) => row.map((count) => count / n));
  const second = cells.map((_, l) => sum(cells.map((row) => row[l] as number)));
  return { n, counts, cells, first: cells.map(sum), second };
}

/**
 * Kappa of a table with the large-sample variance of Fleiss, Cohen and Everitt, given each rater's chance shares.
 *
 * @source Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323; Gwet 2014, chapter 5
 */
export const kappaOfTable =
  (
    method: MethodName,
    chance: (table: RatingTable) => readonly [first: readonly number[], second: readonly number[]],
  ): CoefficientOf =>
  (patterns, { weights }) => {
    const table = ratingTable(patterns);
    const { n, cells } = table;
    if (n === 0) return noCoefficient(method, 0, patterns.codes.some((code) => code >= 0) ? "no_pairs" : "no_cases");
    const [first, second] = chance(table);
    const toSecond = weighted(weights, second);
    const toFirst = weighted(weights, first);
    const observed = sum(cells.map((row, k) => dot(row, weights[k] ?? [])));
    const expected = dot(first, toSecond);
    if (isComplete(expected)) return noCoefficient(method, n, "chance_is_complete", observed, expected);
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
    return { method, n, estimate, variance: sum(spread) / (n * (1 - expected) ** 2), observed, expected };
  };
