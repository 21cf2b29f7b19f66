import { mustHave } from "../issues/index.ts";
import { type AgreementSettings, agreementSettings, type CoefficientOptions } from "./agreement-settings.ts";
import { type AgreementEstimate, withInterval } from "./chance-corrected.ts";
import { coefficientByName } from "./coefficient-by-name.ts";
import { confidenceOf, frozen } from "./estimate.ts";
import { type PrevalenceAndBias, prevalenceOf } from "./prevalence-and-bias.ts";
import { patternsAgainstRest, type RatingPatterns, ratingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/** The coefficients of one set of ratings. `cohen` and `scott` are there for two raters only. */
export interface Coefficients {
  readonly percent: AgreementEstimate;
  readonly cohen?: AgreementEstimate;
  readonly scott?: AgreementEstimate;
  readonly conger: AgreementEstimate;
  readonly fleiss: AgreementEstimate;
  readonly gwet: AgreementEstimate;
  readonly brennanPrediger: AgreementEstimate;
  readonly krippendorff: AgreementEstimate;
}

/** How well raters agree, in all and on each category. */
export interface Agreement<Category extends string = string> {
  readonly subjects: number;
  readonly raters: number;
  /** Ratings that are missing, of subjects times raters. */
  readonly missing: number;
  readonly overall: Coefficients;
  /** Each category against the rest, without weights. */
  readonly byCategory: readonly { readonly category: Category; readonly coefficients: Coefficients }[];
  /** For two raters only. */
  readonly prevalenceAndBias?: readonly PrevalenceAndBias<Category>[];
}

/**
 * Every coefficient of agreement, with its interval, over all categories and for each against the rest. They differ in
 * what they take chance to be; which one to report is decided before they are seen, not by their size.
 *
 * @param options Weights hold for all but Krippendorff's alpha, which has its `level`.
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "x", "y", "y"], b: ["x", "y", "y", "y"] }, ["x", "y"]));
 * const { overall } = agreement(ratings);
 * [overall.percent.estimate, overall.cohen?.estimate]; // => [0.75, 0.5]
 */
export function agreement<Category extends string>(
  ratings: Ratings<Category>,
  options: CoefficientOptions = {},
): Agreement<Category> {
  mustHave(ratings, "codes", "ratings");
  const confidence = confidenceOf(options);
  const patterns = ratingPatterns(ratings);
  const { codes, times, raters } = patterns;
  const missing = codes.reduce((total, code, at) => total + (code < 0 ? (times[Math.floor(at / raters)] ?? 0) : 0), 0);
  const plain = agreementSettings(["it", "not it"], {});
  return Object.freeze({
    subjects: ratings.subjects.length,
    raters: ratings.raters.length,
    missing,
    overall: coefficients(patterns, agreementSettings(ratings.categories, options), confidence),
    byCategory: frozen(
      ratings.categories.map((category, at) =>
        Object.freeze({ category, coefficients: coefficients(patternsAgainstRest(patterns, at), plain, confidence) }),
      ),
    ),
    ...(ratings.raters.length === 2 ? { prevalenceAndBias: prevalenceOf(ratings.categories, patterns) } : {}),
  });
}

function coefficients(patterns: RatingPatterns, settings: AgreementSettings, confidence: number): Coefficients {
  const of = (name: keyof Coefficients) => withInterval(coefficientByName[name](patterns, settings), confidence);
  return Object.freeze({
    percent: of("percent"),
    ...(patterns.raters === 2 ? { cohen: of("cohen"), scott: of("scott") } : {}),
    conger: of("conger"),
    fleiss: of("fleiss"),
    gwet: of("gwet"),
    brennanPrediger: of("brennanPrediger"),
    krippendorff: of("krippendorff"),
  });
}
