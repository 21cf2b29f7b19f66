import { type AgreementSettings, estimateOf } from "./agreement-settings.ts";
import type { AgreementOptions } from "./agreement-weights.ts";
import { type AgreementEstimate, type Coefficient, noCoefficient, varianceOfMean } from "./chance-corrected.ts";
import { ratingCounts } from "./rating-counts.ts";
import type { RatingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Raw agreement of two or many raters, from 0 to 1: the mean over the subjects rated by at least two of the share of
 * their pairs of ratings that agree. It says nothing of what chance alone would give. `n` counts those subjects.
 *
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["a", "b", "a"], ben: ["a", "b", "b"] }, ["a", "b"]));
 * percentAgreement(ratings).estimate; // => 2 / 3
 */
export function percentAgreement(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  return estimateOf(percentOf, ratings, options);
}

/** Raw agreement of patterns of ratings. */
export function percentOf(patterns: RatingPatterns, { weights }: AgreementSettings): Coefficient {
  const { agreements, times, n, observed } = ratingCounts(patterns, weights, 2);
  const method = "raw agreement, t interval";
  if (n === 0) return noCoefficient(method, 0, patterns.codes.some((code) => code >= 0) ? "no_pairs" : "no_cases");
  const variance = varianceOfMean(times, n, (at) => agreements[at] as number, observed);
  return { method, n, estimate: observed, variance, observed, expected: null };
}
