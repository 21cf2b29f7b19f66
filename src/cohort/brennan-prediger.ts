import { type AgreementSettings, estimateOf } from "./agreement-settings.ts";
import type { AgreementOptions } from "./agreement-weights.ts";
import { type AgreementEstimate, type Coefficient, chanceCorrected, noCoefficient } from "./chance-corrected.ts";
import { sum } from "./estimate.ts";
import { ratingCounts } from "./rating-counts.ts";
import type { RatingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/**
 * The coefficient of Brennan and Prediger: agreement beyond chance, where chance is every category alike. With two
 * categories it is the kappa adjusted for prevalence and bias (PABAK). It depends on how many categories are declared.
 *
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @source Brennan and Prediger 1981, Educ Psychol Meas 41:687; variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["x", "x", "y", "x"], ben: ["x", "x", "y", "y"] }, ["x", "y"]));
 * brennanPrediger(ratings).estimate; // => 0.5
 */
export function brennanPrediger(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  return estimateOf(brennanPredigerOf, ratings, options);
}

/** The coefficient of Brennan and Prediger of patterns of ratings. */
export function brennanPredigerOf(patterns: RatingPatterns, { weights }: AgreementSettings): Coefficient {
  const counted = ratingCounts(patterns, weights);
  const q = patterns.categories;
  const method = "Brennan-Prediger coefficient, Gwet variance";
  if (q < 2) return noCoefficient(method, counted.n, "one_category");
  const expected = sum(weights.map(sum)) / q ** 2;
  return chanceCorrected(method, counted, expected, () => expected);
}
