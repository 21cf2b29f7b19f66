import { AssessmentError } from "../issues/index.ts";
import type { MethodName } from "./method-names.ts";

/** The low and the high end of an interval. */
export type Bounds = readonly [low: number, high: number];

/** Why a value is `null`. A code, once used, keeps its meaning. */
export type Reason =
  | "no_cases"
  | "one_case"
  | "no_pairs"
  | "one_rater"
  | "one_category"
  | "one_class"
  | "one_item"
  | "too_few_items"
  | "too_few_cases"
  | "items_determined"
  | "improper_solution"
  | "chance_is_complete"
  | "no_variance"
  | "negative_covariance"
  | "no_exposure"
  | "zero_base"
  | "zero_expected"
  | "zero_count"
  | "no_change"
  | "never_found"
  | "no_seed"
  | "undefined_draws"
  | "separated"
  | "certain_probability"
  | "not_converged"
  | "no_reliability"
  | "not_settled";

/** A statistic with how sure it is. What is not defined is `null`, and `reason` says why; nothing is ever NaN or infinite. */
export interface Estimate {
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly interval: Bounds | null;
  /** How often such an interval holds the true value, from 0 to 1. */
  readonly confidence: number;
  /** The cases it rests on. */
  readonly n: number;
  /** What it is and how its interval is worked out, in English in every language; `inWords` says it in others. */
  readonly method: MethodName;
  readonly reason?: Reason;
}

/** What every interval lets one choose. */
export interface IntervalOptions {
  /** Above 0 and below 1; 0.95 if it is left out. */
  readonly confidence?: number;
}

/** The confidence asked for; throws `out_of_range` unless it is above 0 and below 1. */
export function confidenceOf({ confidence = 0.95 }: IntervalOptions): number {
  if (typeof confidence === "number" && confidence > 0 && confidence < 1) return confidence;
  throw new AssessmentError([
    { code: "out_of_range", path: ["confidence"], expected: ["a number above 0 and below 1"] },
  ]);
}

/** An estimate without a value. */
export function undefinedEstimate(method: MethodName, n: number, confidence: number, reason: Reason): Estimate {
  return Object.freeze({ estimate: null, standardError: null, interval: null, confidence, n, method, reason });
}

/** An estimate with a value and, if they are known, its standard error and interval. */
export function definedEstimate(
  method: MethodName,
  n: number,
  confidence: number,
  estimate: number,
  standardError: number | null,
  interval: Bounds | null,
  reason?: Reason,
): Estimate {
  const bounds = interval === null ? null : Object.freeze(interval);
  const value = { estimate, standardError, interval: bounds, confidence, n, method };
  return Object.freeze(reason === undefined ? value : { ...value, reason });
}

/** A copy of a list that cannot be changed. */
export const frozen = <T>(list: Iterable<T>): readonly T[] => Object.freeze([...list]);

/** The sum of a list. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
