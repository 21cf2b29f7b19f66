import { type CoefficientOf, estimateOf } from "./agreement-settings.ts";
import type { AgreementOptions } from "./agreement-weights.ts";
import type { AgreementEstimate } from "./chance-corrected.ts";
import { kappaOfTable } from "./rating-table.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Scott's pi of two raters: agreement beyond chance, -1 to 1, where chance is the marginal distribution of both raters'
 * ratings together. For more raters see `fleissKappa`.
 *
 * @throws {AssessmentError} `two_raters_needed`; as `agreementWeights`; `out_of_range` for the confidence
 * @source Scott 1955, Public Opin Q 19:321; variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["x", "y"], ben: ["x", "y"] }, ["x", "y"]));
 * scottPi(ratings).estimate; // => 1
 */
export function scottPi(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  return estimateOf(scottOf, ratings, options);
}

/** Scott's pi of patterns of ratings. */
export const scottOf: CoefficientOf = kappaOfTable("Scott's pi, large-sample variance", ({ first, second }) => {
  const both = first.map((share, k) => (share + (second[k] ?? 0)) / 2);
  return [both, both];
});
