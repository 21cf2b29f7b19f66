import { type CoefficientOf, estimateOf } from "./agreement-settings.ts";
import type { AgreementOptions } from "./agreement-weights.ts";
import type { AgreementEstimate } from "./chance-corrected.ts";
import { kappaOfTable } from "./rating-table.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Cohen's kappa of two raters, weighted if weights are given: agreement beyond chance, -1 to 1, where chance is each
 * rater's own marginal distribution over the categories. `n` counts the subjects that both rated. For more raters see
 * `congerKappa`.
 *
 * @throws {AssessmentError} `two_raters_needed`; as `agreementWeights`; `out_of_range` for the confidence
 * @source Cohen 1960, Educ Psychol Meas 20:37; variance: Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["x", "x", "y", "y"], ben: ["x", "y", "y", "y"] }, ["x", "y"]));
 * cohenKappa(ratings).estimate; // => 0.5
 */
export function cohenKappa(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  return estimateOf(cohenOf, ratings, options);
}

/** Cohen's kappa of patterns of ratings. */
export const cohenOf: CoefficientOf = kappaOfTable("Cohen's kappa, large-sample variance", ({ first, second }) => [
  first,
  second,
]);
