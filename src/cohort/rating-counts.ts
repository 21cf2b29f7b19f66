import type { RatingPatterns } from "./rating-patterns.ts";

/** Ratings as counts for each pattern: what the coefficients for many raters share, with the weights applied. */
export interface RatingCounts {
  readonly categories: number;
  /** How many subjects have each pattern; patterns without any rating are left out. */
  readonly times: Float64Array;
  /** For each pattern, one after the other, how many raters chose each category. */
  readonly counts: Float64Array;
  /** How many raters rated each of them. */
  readonly raters: Float64Array;
  /** The weighted agreement within each; zero where fewer than two raters rated. */
  readonly agreements: Float64Array;
  /** How many subjects were rated at all. */
  readonly n: number;
  /** How many were rated by two or more. */
  readonly paired: number;
  /** The mean agreement of those; NaN if there are none. */
  readonly observed: number;
  /** The mean share of each category over the subjects rated. */
  readonly shares: readonly number[];
}

/** The counts of patterns that `least` raters or more rated. */
export function ratingCounts(
  { codes, times: all, raters: r, categories: q }: RatingPatterns,
  weights: readonly (readonly number[])[],
  least = 1,
): RatingCounts {
  const most = all.length;
  const [times, counts] = [new Float64Array(most), new Float64Array(most * q)];
  const [raters, agreements] = [new Float64Array(most), new Float64Array(most)];
  const shares = new Float64Array(q);
  const flat = Float64Array.from(weights.flat());
  let [kept, n, paired, agreed] = [0, 0, 0, 0];
  for (let pattern = 0; pattern < most; pattern++) {
    const subjects = all[pattern] as number;
    const from = kept * q;
    let rated = 0;
    for (let at = pattern * r; at < (pattern + 1) * r; at++) {
      const code = codes[at] as number;
      if (code < 0) continue;
      counts[from + code] = (counts[from + code] as number) + 1;
      rated += 1;
    }
    if (rated < least || subjects === 0) {
      counts.fill(0, from, from + q);
      continue;
    }
    let agreement = 0;
    for (let k = 0; k < q; k++) {
      const count = counts[from + k] as number;
      if (count === 0) continue;
      let near = 0;
      for (let l = 0; l < q; l++) near += (flat[k * q + l] as number) * (counts[from + l] as number);
      agreement += count * (near - 1);
      shares[k] = (shares[k] as number) + (subjects * count) / rated;
    }
    times[kept] = subjects;
    raters[kept] = rated;
    n += subjects;
    if (rated >= 2) {
      agreements[kept] = agreement / (rated * (rated - 1));
      paired += subjects;
      agreed += subjects * (agreements[kept] as number);
    }
    kept += 1;
  }
  return {
    categories: q,
    times: times.subarray(0, kept),
    counts: counts.subarray(0, kept * q),
    raters: raters.subarray(0, kept),
    agreements: agreements.subarray(0, kept),
    n,
    paired,
    observed: agreed / paired,
    shares: [...shares].map((share) => share / n),
  };
}

/** The sum over the categories of one pattern's counts times a list. */
export function countsTimes({ counts, categories }: RatingCounts, pattern: number, list: readonly number[]): number {
  let total = 0;
  for (let k = 0; k < categories; k++) total += (counts[pattern * categories + k] as number) * (list[k] as number);
  return total;
}

/** A matrix of weights times a vector. */
export function weighted(weights: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return weights.map((row) => dot(row, vector));
}

/** The sum of the products of two lists. */
export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, value, at) => total + value * (b[at] ?? 0), 0);
