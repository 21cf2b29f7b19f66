import { type AgreementOptions, agreementSettings } from "./agreement-weights.ts";
import { type AgreementEstimate, chanceCorrected } from "./chance-corrected.ts";
import { dot, ratingCounts, weighted } from "./rating-counts.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Fleiss' kappa: agreement of two or many raters beyond chance, where chance is one share-out of categories common to all
 * raters. Ratings may be missing; `n` counts the subjects rated at least once. With two raters it is Scott's pi.
 *
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @source Fleiss 1971, Psychol Bull 76:378; variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "y"], b: ["x", "y"], c: ["x", "y"] }, ["x", "y"]));
 * fleissKappa(ratings).estimate; // => 1
 */
export function fleissKappa(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  const { weights, confidence } = agreementSettings(ratings.categories, options);
  const counted = ratingCounts(ratings, weights);
  const near = weighted(weights, counted.shares);
  const expected = dot(counted.shares, near);
  const expectedOf = (at: number) => dot(counted.counts[at] ?? [], near) / (counted.raters[at] ?? 1);
  return chanceCorrected("Fleiss' kappa, Gwet variance", counted, expected, expectedOf, confidence);
}
