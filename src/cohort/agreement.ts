import type { AgreementOptions } from "./agreement-weights.ts";
import { brennanPrediger } from "./brennan-prediger.ts";
import type { AgreementEstimate } from "./chance-corrected.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { congerKappa } from "./conger-kappa.ts";
import { frozen } from "./estimate.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAc } from "./gwet-ac.ts";
import { krippendorffAlpha, type MeasurementLevel } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { type PrevalenceAndBias, prevalenceAndBias } from "./prevalence-and-bias.ts";
import { oneAgainstRest, type Ratings } from "./ratings.ts";
import { scottPi } from "./scott-pi.ts";

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
  options: AgreementOptions & { readonly level?: MeasurementLevel } = {},
): Agreement<Category> {
  const { confidence } = options;
  const plain = confidence === undefined ? {} : { confidence };
  const missing = ratings.codes.reduce((total, row) => total + row.filter((code) => code === null).length, 0);
  return Object.freeze({
    subjects: ratings.subjects.length,
    raters: ratings.raters.length,
    missing,
    overall: coefficients(ratings, options),
    byCategory: frozen(
      ratings.categories.map((category) =>
        Object.freeze({ category, coefficients: coefficients(oneAgainstRest(ratings, category), plain) }),
      ),
    ),
    ...(ratings.raters.length === 2 ? { prevalenceAndBias: prevalenceAndBias(ratings) } : {}),
  });
}

function coefficients(
  ratings: Ratings,
  options: AgreementOptions & { readonly level?: MeasurementLevel },
): Coefficients {
  return Object.freeze({
    percent: percentAgreement(ratings, options),
    ...(ratings.raters.length === 2 ? { cohen: cohenKappa(ratings, options), scott: scottPi(ratings, options) } : {}),
    conger: congerKappa(ratings, options),
    fleiss: fleissKappa(ratings, options),
    gwet: gwetAc(ratings, options),
    brennanPrediger: brennanPrediger(ratings, options),
    krippendorff: krippendorffAlpha(ratings, options),
  });
}
