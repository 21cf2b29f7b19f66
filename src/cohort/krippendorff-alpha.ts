import {
  type AgreementEstimate,
  agreementEstimate,
  isComplete,
  undefinedAgreement,
  varianceOfMean,
} from "./chance-corrected.ts";
import { confidenceOf, type IntervalOptions, sum } from "./estimate.ts";
import { dot, ratingCounts, weighted } from "./rating-counts.ts";
import type { Ratings } from "./ratings.ts";

/** How categories differ: only in name, in rank, by their distance, or by their proportion. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

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
 * @throws {AssessmentError} `out_of_range` for the confidence
 * @source Krippendorff 2011, Computing Krippendorff's alpha-reliability; variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["x", "y", null], ben: ["x", "y", "x"] }, ["x", "y"]));
 * krippendorffAlpha(ratings).estimate; // => 1
 */
export function krippendorffAlpha(ratings: Ratings, options: KrippendorffOptions = {}): AgreementEstimate {
  const confidence = confidenceOf(options);
  const level = options.level ?? "nominal";
  const method = `Krippendorff's alpha, ${level}, Gwet variance`;
  const pairable: Ratings = { ...ratings, codes: ratings.codes.filter((row) => row.filter(isRated).length >= 2) };
  const n = pairable.codes.length;
  if (n === 0) {
    const rated = ratings.codes.some((row) => row.some(isRated));
    return undefinedAgreement(method, 0, confidence, rated ? "no_pairs" : "no_cases");
  }
  const weights = levelWeights(pairable, level, options.scores);
  const { counts, raters, agreements } = ratingCounts(pairable, weights);
  const mean = sum(raters) / n;
  const shares = ratings.categories.map((_, k) => sum(counts.map((row) => row[k] ?? 0)) / (n * mean));
  const near = weighted(weights, shares);
  const expected = dot(shares, near);
  const own = agreements.map((agreement, at) => (agreement * (raters[at] ?? 0)) / mean);
  const seen = sum(own) / n;
  const correction = 1 / sum(raters);
  const observed = (1 - correction) * seen + correction;
  if (isComplete(expected)) return undefinedAgreement(method, n, confidence, "chance_is_complete", observed, expected);
  const uncorrected = (seen - expected) / (1 - expected);
  const terms = counts.map((row, at) => {
    const excess = ((raters[at] ?? 0) - mean) / mean;
    const chance = dot(row, near) / mean - expected * excess;
    return (
      ((own[at] ?? 0) - observed * excess - expected - 2 * (1 - uncorrected) * (chance - expected)) / (1 - expected)
    );
  });
  const estimate = (observed - expected) / (1 - expected);
  return agreementEstimate(method, estimate, varianceOfMean(terms, uncorrected), n, confidence, observed, expected);
}

const isRated = (code: number | null): boolean => code !== null;

/** One less the squared difference of Krippendorff over the widest, which leaves alpha as it is. */
function levelWeights({ codes, categories }: Ratings, level: MeasurementLevel, scores?: readonly number[]) {
  const every = categories.map((_, at) => at);
  const totals = every.map((k) => sum(codes.map((row) => row.filter((code) => code === k).length)));
  const ranks = totals.map((total, k) => sum(totals.slice(0, k)) + total / 2);
  const value = (k: number) => scores?.[k] ?? k + 1;
  const squared: Readonly<Record<MeasurementLevel, (k: number, l: number) => number>> = {
    nominal: () => 1,
    ordinal: (k, l) => ((ranks[k] ?? 0) - (ranks[l] ?? 0)) ** 2,
    interval: (k, l) => (value(k) - value(l)) ** 2,
    ratio: (k, l) => (value(k) + value(l) === 0 ? 0 : ((value(k) - value(l)) / (value(k) + value(l))) ** 2),
  };
  const differences = every.map((k) => every.map((l) => (k === l ? 0 : squared[level](k, l))));
  const widest = Math.max(...differences.flat()) || 1;
  return differences.map((row) => row.map((difference) => 1 - difference / widest));
}
