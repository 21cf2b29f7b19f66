import { type AgreementSettings, estimateOf } from "./agreement-settings.ts";
import type { AgreementOptions } from "./agreement-weights.ts";
import { type AgreementEstimate, type Coefficient, chanceCorrected } from "./chance-corrected.ts";
import { countsTimes, dot, ratingCounts, weighted } from "./rating-counts.ts";
import type { RatingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Fleiss' kappa: agreement of two or many raters beyond chance, where chance is one marginal distribution over the
 * categories, common to all raters. Ratings may be missing; `n` counts the subjects rated at least once. With two raters it is Scott's pi.
 *
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @source Fleiss 1971, Psychol Bull 76:378; variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "y"], b: ["x", "y"], c: ["x", "y"] }, ["x", "y"]));
 * fleissKappa(ratings).estimate; // => 1
 */
export function fleissKappa(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  return estimateOf(fleissOf, ratings, options);
}

/** Fleiss' kappa of patterns of ratings. */
export function fleissOf(patterns: RatingPatterns, { weights }: AgreementSettings): Coefficient {
  const counted = ratingCounts(patterns, weights);
  const near = weighted(weights, counted.shares);
  const expected = dot(counted.shares, near);
  const expectedOf = (at: number) => countsTimes(counted, at, near) / (counted.raters[at] as number);
  return chanceCorrected("Fleiss' kappa, Gwet variance", counted, expected, expectedOf);
}
