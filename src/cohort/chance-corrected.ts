import { type Bounds, definedEstimate, type Estimate, type Reason, sum, undefinedEstimate } from "./estimate.ts";
import { tQuantile } from "./quantiles.ts";
import type { RatingCounts } from "./rating-counts.ts";

/** A coefficient of agreement, with the two agreements it was worked out from. */
export interface AgreementEstimate extends Estimate {
  /** Agreement seen, from 0 to 1; with weights, near agreement counts in part. */
  readonly observed: number | null;
  /** Agreement to be expected by chance, as this coefficient understands chance. */
  readonly expected: number | null;
}

/** A coefficient that has no value. */
export function undefinedAgreement(
  method: string,
  n: number,
  confidence: number,
  reason: Reason,
  observed: number | null = null,
  expected: number | null = null,
): AgreementEstimate {
  return Object.freeze({ ...undefinedEstimate(method, n, confidence, reason), observed, expected });
}

/**
 * (observed - expected) / (1 - expected) with Gwet's variance: each subject's part of the coefficient, less twice its
 * part in chance agreement, is a term of a mean, and the variance is that of the mean.
 *
 * @source Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition, chapter 5
 */
export function chanceCorrected(
  method: string,
  { counts, raters, agreements, paired, observed }: RatingCounts,
  expected: number,
  expectedOf: (subject: number) => number,
  confidence: number,
): AgreementEstimate {
  const n = counts.length;
  if (paired === 0) return undefinedAgreement(method, n, confidence, n === 0 ? "no_cases" : "no_pairs");
  if (isComplete(expected)) return undefinedAgreement(method, n, confidence, "chance_is_complete", observed, expected);
  const estimate = (observed - expected) / (1 - expected);
  const terms = counts.map((_, at) => {
    const own = (agreements[at] ?? 0) - ((raters[at] ?? 0) >= 2 ? expected : 0);
    return ((n / paired) * own - 2 * (1 - estimate) * (expectedOf(at) - expected)) / (1 - expected);
  });
  return agreementEstimate(method, estimate, varianceOfMean(terms, estimate), n, confidence, observed, expected);
}

/** The estimate with a t interval of n - 1 degrees of freedom that does not go above 1. */
export function agreementEstimate(
  method: string,
  estimate: number,
  variance: number,
  n: number,
  confidence: number,
  observed: number,
  expected: number | null,
): AgreementEstimate {
  const parts = tInterval(estimate, variance, n, confidence);
  return Object.freeze({
    ...definedEstimate(method, n, confidence, estimate, parts.standardError, parts.interval, parts.reason),
    observed,
    expected,
  });
}

/** Whether chance alone would give complete agreement, to the accuracy of the arithmetic. */
export const isComplete = (expected: number): boolean => 1 - expected < 1e-12;

/** The variance of a mean from its terms and their expectation. */
export const varianceOfMean = (terms: readonly number[], mean: number): number =>
  sum(terms.map((term) => (term - mean) ** 2)) / (terms.length * (terms.length - 1));

function tInterval(
  estimate: number,
  variance: number,
  n: number,
  confidence: number,
): { readonly standardError: number | null; readonly interval: Bounds | null; readonly reason?: Reason } {
  if (n < 2) return { standardError: null, interval: null, reason: "one_case" };
  const standardError = Math.sqrt(Math.max(0, variance));
  if (standardError < 1e-10) return { standardError: 0, interval: null, reason: "no_variance" };
  const half = tQuantile((1 + confidence) / 2, n - 1) * standardError;
  return { standardError, interval: [estimate - half, Math.min(1, estimate + half)] };
}
