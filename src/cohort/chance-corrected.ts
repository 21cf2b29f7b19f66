import { type Bounds, definedEstimate, type Estimate, type Reason, undefinedEstimate } from "./estimate.ts";
import type { MethodName } from "./method-names.ts";
import { tQuantile } from "./quantiles.ts";
import type { RatingCounts } from "./rating-counts.ts";

/** A coefficient of agreement, with the two agreements it was worked out from. */
export interface AgreementEstimate extends Estimate {
  /** Agreement seen, from 0 to 1; with weights, near agreement counts in part. */
  readonly observed: number | null;
  /** Agreement to be expected by chance, as this coefficient understands chance. */
  readonly expected: number | null;
}

/** A coefficient before its interval, which a bootstrap draw does not need. */
export type Coefficient =
  | {
      readonly method: MethodName;
      readonly n: number;
      readonly estimate: number;
      readonly variance: number;
      readonly observed: number;
      readonly expected: number | null;
    }
  | {
      readonly method: MethodName;
      readonly n: number;
      readonly estimate: null;
      readonly reason: Reason;
      readonly observed: number | null;
      readonly expected: number | null;
    };

/** A coefficient that has no value. */
export const noCoefficient = (
  method: MethodName,
  n: number,
  reason: Reason,
  observed: number | null = null,
  expected: number | null = null,
): Coefficient => ({ method, n, estimate: null, reason, observed, expected });

/**
 * (observed - expected) / (1 - expected) with Gwet's variance: each subject's part of the coefficient, less twice its
 * part in chance agreement, is a term of a mean, and the variance is that of the mean.
 *
 * @param expectedOf The part of one pattern in chance agreement.
 * @source Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition, chapter 5
 */
export function chanceCorrected(
  method: MethodName,
  { times, raters, agreements, n, paired, observed }: RatingCounts,
  expected: number,
  expectedOf: (pattern: number) => number,
): Coefficient {
  if (paired === 0) return noCoefficient(method, n, n === 0 ? "no_cases" : "no_pairs");
  if (isComplete(expected)) return noCoefficient(method, n, "chance_is_complete", observed, expected);
  const estimate = (observed - expected) / (1 - expected);
  const term = (at: number) => {
    const own = (agreements[at] as number) - ((raters[at] as number) >= 2 ? expected : 0);
    return ((n / paired) * own - 2 * (1 - estimate) * (expectedOf(at) - expected)) / (1 - expected);
  };
  return { method, n, estimate, variance: varianceOfMean(times, n, term, estimate), observed, expected };
}

/** The coefficient with a t interval of n - 1 degrees of freedom that does not go above 1. */
export function withInterval(coefficient: Coefficient, confidence: number): AgreementEstimate {
  const { method, n, observed, expected } = coefficient;
  if (coefficient.estimate === null) {
    return Object.freeze({ ...undefinedEstimate(method, n, confidence, coefficient.reason), observed, expected });
  }
  const { estimate, variance } = coefficient;
  const { standardError, interval, reason } = tInterval(estimate, variance, n, confidence);
  return Object.freeze({
    ...definedEstimate(method, n, confidence, estimate, standardError, interval, reason),
    observed,
    expected,
  });
}

/** Whether chance alone would give complete agreement, to the accuracy of the arithmetic. */
export const isComplete = (expected: number): boolean => 1 - expected < 1e-12;

/** The variance of a mean of n terms, given for each pattern how often it stands there and its term. */
export function varianceOfMean(
  times: Float64Array,
  n: number,
  termOf: (pattern: number) => number,
  mean: number,
): number {
  let total = 0;
  for (let at = 0; at < times.length; at++) total += (times[at] as number) * (termOf(at) - mean) ** 2;
  return total / (n * (n - 1));
}

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
