import { type AgreementOptions, agreementSettings } from "./agreement-weights.ts";
import { type AgreementEstimate, agreementEstimate, undefinedAgreement, varianceOfMean } from "./chance-corrected.ts";
import { ratingCounts } from "./rating-counts.ts";
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
  const { weights, confidence } = agreementSettings(ratings.categories, options);
  const { agreements, raters, paired, observed } = ratingCounts(ratings, weights);
  const method = "percent agreement, t interval";
  if (paired === 0) {
    return undefinedAgreement(method, 0, confidence, raters.length === 0 ? "no_cases" : "no_pairs");
  }
  const terms = agreements.filter((_, at) => (raters[at] ?? 0) >= 2);
  return agreementEstimate(method, observed, varianceOfMean(terms, observed), paired, confidence, observed, null);
}
