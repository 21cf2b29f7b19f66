import { type AgreementSettings, estimateOf } from "./agreement-settings.ts";
import type { AgreementOptions } from "./agreement-weights.ts";
import { type AgreementEstimate, type Coefficient, chanceCorrected, noCoefficient } from "./chance-corrected.ts";
import { sum } from "./estimate.ts";
import type { MethodName } from "./method-names.ts";
import { countsTimes, dot, ratingCounts } from "./rating-counts.ts";
import type { RatingPatterns } from "./rating-patterns.ts";
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
  return estimateOf(gwetOf, ratings, options);
}

/** Gwet's AC1 or AC2 of patterns of ratings. */
export function gwetOf(patterns: RatingPatterns, { weights, plain }: AgreementSettings): Coefficient {
  const counted = ratingCounts(patterns, weights);
  const q = patterns.categories;
  const method: MethodName = `Gwet's ${plain ? "AC1" : "AC2"}, Gwet variance`;
  if (q < 2) return noCoefficient(method, counted.n, "one_category");
  const scale = sum(weights.map(sum)) / (q * (q - 1));
  const others = counted.shares.map((share) => 1 - share);
  const expected = scale * dot(counted.shares, others);
  const expectedOf = (at: number) => (scale * countsTimes(counted, at, others)) / (counted.raters[at] as number);
  return chanceCorrected(method, counted, expected, expectedOf);
}
