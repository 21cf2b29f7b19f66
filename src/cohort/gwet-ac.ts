import { type AgreementOptions, agreementSettings } from "./agreement-weights.ts";
import { type AgreementEstimate, chanceCorrected, undefinedAgreement } from "./chance-corrected.ts";
import { sum } from "./estimate.ts";
import { dot, ratingCounts } from "./rating-counts.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Gwet's AC1, or AC2 if weights are given: agreement beyond chance, where chance agreement is small if nearly all ratings
 * fall into one category. It depends on how many categories are declared, also on those nobody used.
 *
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @source Gwet 2008, Br J Math Stat Psychol 61:29; weights and variance: Gwet 2014, chapters 3 and 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["x", "x"], ben: ["x", "x"] }, ["x", "y"]));
 * gwetAc(ratings).estimate; // => 1
 */
export function gwetAc(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  const { weights, confidence } = agreementSettings(ratings.categories, options);
  const counted = ratingCounts(ratings, weights);
  const q = ratings.categories.length;
  const method = `Gwet's ${(options.weights ?? "identity") === "identity" ? "AC1" : "AC2"}, Gwet variance`;
  if (q < 2) return undefinedAgreement(method, counted.counts.length, confidence, "one_category");
  const scale = sum(weights.map(sum)) / (q * (q - 1));
  const others = counted.shares.map((share) => 1 - share);
  const expected = scale * dot(counted.shares, others);
  const expectedOf = (at: number) => (scale * dot(counted.counts[at] ?? [], others)) / (counted.raters[at] ?? 1);
  return chanceCorrected(method, counted, expected, expectedOf, confidence);
}
