import { AssessmentError } from "../issues/index.ts";
import { type AgreementSettings, estimateOf } from "./agreement-settings.ts";
import type { MeasurementLevel } from "./agreement-weights.ts";
import {
  type AgreementEstimate,
  type Coefficient,
  isComplete,
  noCoefficient,
  varianceOfMean,
} from "./chance-corrected.ts";
import { type IntervalOptions, sum } from "./estimate.ts";
import type { MethodName } from "./method-names.ts";
import { countsTimes, dot, ratingCounts, weighted } from "./rating-counts.ts";
import type { RatingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/** What Krippendorff's alpha lets one choose. */
export interface KrippendorffOptions extends IntervalOptions {
  /** `nominal` if it is left out. */
  readonly level?: MeasurementLevel;
  /** The categories' values for `interval` and `ratio`; 1, 2, 3 … if they are left out. */
  readonly scores?: readonly number[];
}

/**
 * Krippendorff's alpha: one less the disagreement seen over the disagreement expected, of two or many raters with missing
 * ratings. `n` counts the subjects rated by at least two; the others say nothing about agreement.
 *
 * The interval takes the distances of the ordinal level as fixed, though they come from the ratings.
 *
 * @throws {AssessmentError} `out_of_range` for the confidence, for scores that do not rise, and for `ratio` below zero;
 *   `unequal_lengths` for scores that are not one for each category
 * @source Krippendorff 2011, Computing Krippendorff's alpha-reliability; variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["x", "y", null], ben: ["x", "y", "x"] }, ["x", "y"]));
 * krippendorffAlpha(ratings).estimate; // => 1
 */
export function krippendorffAlpha(ratings: Ratings, options: KrippendorffOptions = {}): AgreementEstimate {
  return estimateOf(krippendorffOf, ratings, options);
}

/** Krippendorff's alpha of patterns of ratings. */
export function krippendorffOf(patterns: RatingPatterns, { level, scores }: AgreementSettings): Coefficient {
  const method: MethodName = `Krippendorff's alpha, ${level}, Gwet variance`;
  const q = patterns.categories;
  const totals = pairableTotals(patterns);
  const weights = levelWeights(totals, level, scores);
  const counted = ratingCounts(patterns, weights, 2);
  const { n, times, raters, agreements } = counted;
  if (n === 0) return noCoefficient(method, 0, patterns.codes.some((code) => code >= 0) ? "no_pairs" : "no_cases");
  const ratings = sum(totals);
  const mean = ratings / n;
  const shares = totals.map((total) => total / ratings);
  const near = weighted(weights, shares);
  const expected = q < 2 ? 1 : dot(shares, near);
  const own = (at: number) => ((agreements[at] as number) * (raters[at] as number)) / mean;
  let seen = 0;
  for (let at = 0; at < times.length; at++) seen += (times[at] as number) * own(at);
  seen /= n;
  const correction = 1 / ratings;
  const observed = (1 - correction) * seen + correction;
  if (isComplete(expected)) return noCoefficient(method, n, "chance_is_complete", observed, expected);
  const uncorrected = (seen - expected) / (1 - expected);
  const term = (at: number) => {
    const excess = ((raters[at] as number) - mean) / mean;
    const chance = countsTimes(counted, at, near) / mean - expected * excess;
    return (own(at) - observed * excess - expected - 2 * (1 - uncorrected) * (chance - expected)) / (1 - expected);
  };
  const estimate = (observed - expected) / (1 - expected);
  return { method, n, estimate, variance: varianceOfMean(times, n, term, uncorrected), observed, expected };
}

/** How often each category was given to subjects that two or more raters rated. */
function pairableTotals({ codes, times, raters, categories }: RatingPatterns): readonly number[] {
  const totals = new Array<number>(categories).fill(0);
  for (let pattern = 0; pattern < times.length; pattern++) {
    const row = codes.subarray(pattern * raters, (pattern + 1) * raters);
    let rated = 0;
    for (const code of row) if (code >= 0) rated += 1;
    if (rated < 2) continue;
    for (const code of row) if (code >= 0) totals[code] = (totals[code] as number) + (times[pattern] as number);
  }
  return totals;
}

/** One less the squared difference of Krippendorff over the widest, which leaves alpha as it is. */
function levelWeights(totals: readonly number[], level: MeasurementLevel, scores?: readonly number[]) {
  let below = 0;
  const ranks = totals.map((total) => {
    below += total;
    return below - total / 2;
  });
  const value = (k: number) => scores?.[k] ?? k + 1;
  if (level === "ratio" && value(0) < 0) {
    throw new AssessmentError([{ code: "out_of_range", path: ["scores", 0], expected: ["numbers from 0"] }]);
  }
  const squared: Readonly<Record<MeasurementLevel, (k: number, l: number) => number>> = {
    nominal: () => 1,
    ordinal: (k, l) => ((ranks[k] ?? 0) - (ranks[l] ?? 0)) ** 2,
    interval: (k, l) => (value(k) - value(l)) ** 2,
    ratio: (k, l) => ((value(k) - value(l)) / (value(k) + value(l))) ** 2,
  };
  const differences = totals.map((_, k) => totals.map((_, l) => (k === l ? 0 : squared[level](k, l))));
  const widest = differences.flat().reduce((most, each) => Math.max(most, each), 0) || 1;
  return differences.map((row) => row.map((difference) => 1 - difference / widest));
}
