import { mustBeOneOf, mustHave } from "../issues/index.ts";
import { type AgreementOptions, agreementWeights, type MeasurementLevel } from "./agreement-weights.ts";
import { type AgreementEstimate, type Coefficient, withInterval } from "./chance-corrected.ts";
import { confidenceOf } from "./estimate.ts";
import { type RatingPatterns, ratingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/** What one call asks for, checked: how much each pair of categories counts as agreement. */
export interface AgreementSettings {
  readonly weights: readonly (readonly number[])[];
  /** Whether only the same category is agreement. */
  readonly plain: boolean;
  /** For Krippendorff's alpha. */
  readonly level: MeasurementLevel;
  readonly scores?: readonly number[];
}

/** What a call over several coefficients lets one choose: weights for all but Krippendorff's alpha, which has its level. */
export interface CoefficientOptions extends AgreementOptions {
  /** `nominal` if it is left out. */
  readonly level?: MeasurementLevel;
}

/** A coefficient as a function of the patterns of ratings, without its interval. */
export type CoefficientOf = (patterns: RatingPatterns, settings: AgreementSettings) => Coefficient;

/** Weights of one call, checked. */
export function agreementSettings(categories: readonly string[], options: CoefficientOptions): AgreementSettings {
  const { level = "nominal", scores } = options;
  mustBeOneOf(level, ["nominal", "ordinal", "interval", "ratio"], "level");
  return {
    weights: agreementWeights(categories, options),
    plain: (options.weights ?? "identity") === "identity",
    level,
    ...(scores === undefined ? {} : { scores }),
  };
}

/** One coefficient of some ratings, with its interval. */
export function estimateOf(of: CoefficientOf, ratings: Ratings, options: CoefficientOptions): AgreementEstimate {
  mustHave(ratings, "codes", "ratings");
  const confidence = confidenceOf(options);
  const settings = agreementSettings(ratings.categories, options);
  return withInterval(of(ratingPatterns(ratings), settings), confidence);
}
