import { sum } from "./estimate.ts";
import type { Ratings } from "./ratings.ts";

/** Ratings as counts, of the subjects that were rated at all. */
export interface RatingCounts {
  /** One row for each subject rated: how many raters chose each category. */
  readonly counts: readonly (readonly number[])[];
  /** How many raters rated each of them. */
  readonly raters: readonly number[];
  /** The weighted agreement within each; zero where fewer than two raters rated. */
  readonly agreements: readonly number[];
  /** How many were rated by two or more. */
  readonly paired: number;
  /** The mean agreement of those; NaN if there are none. */
  readonly observed: number;
  /** The mean share of each category over the subjects rated. */
  readonly shares: readonly number[];
}

/** The counts that the coefficients for many raters share, with the weights applied. */
export function ratingCounts({ codes, categories }: Ratings, weights: readonly (readonly number[])[]): RatingCounts {
  const counts = codes.map((row) => countsOf(row, categories.length)).filter((row) => sum(row) > 0);
  const raters = counts.map(sum);
  const agreements = counts.map((row, at) => {
    const r = raters[at] ?? 0;
    if (r < 2) return 0;
    const near = weighted(weights, row);
    return sum(row.map((count, k) => count * ((near[k] ?? 0) - 1))) / (r * (r - 1));
  });
  const paired = raters.filter((r) => r >= 2).length;
  const shares = categories.map(
    (_, k) => sum(counts.map((row, at) => (row[k] ?? 0) / (raters[at] ?? 1))) / counts.length,
  );
  return { counts, raters, agreements, paired, observed: sum(agreements) / paired, shares };
}

/** A matrix of weights times a vector. */
export function weighted(weights: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return weights.map((row) => dot(row, vector));
}

/** The sum of the products of two lists. */
export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, value, at) => total + value * (b[at] ?? 0), 0);

function countsOf(row: readonly (number | null)[], categories: number): readonly number[] {
  const counts = new Array<number>(categories).fill(0);
  for (const code of row) if (code !== null) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
