import { AssessmentError } from "../issues/index.ts";
import {
  type Bounds,
  confidenceOf,
  definedEstimate,
  type Estimate,
  frozen,
  sum,
  undefinedEstimate,
} from "./estimate.ts";
import { fitLogistic } from "./logistic.ts";
import type { MethodName, StatisticName } from "./method-names.ts";
import { type ProportionOptions, proportion } from "./proportion.ts";
import { normalQuantile } from "./quantiles.ts";
import { scoredCases } from "./scored-cases.ts";

/** What calibration lets one choose. */
export interface CalibrationOptions extends ProportionOptions {
  /** How many bins of equal width; 10 if it is left out. */
  readonly bins?: number;
}

/** Cases whose probability lies above `from` (or at 0) and up to `to`. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  /** The mean probability said; `null` without cases. */
  readonly predicted: number | null;
  /** How often it was so. */
  readonly observed: Estimate;
}

/** How far stated probabilities are what then is found. */
export interface Calibration {
  readonly n: number;
  /** Cases without a probability. */
  readonly undetermined: number;
  /** The mean squared difference of probability and truth: 0 at best. */
  readonly brier: Estimate;
  /** The least and the most that it can be over all cases, whatever the missing probabilities turn out to be. */
  readonly brierBounds: Bounds | null;
  /** How often it was present, less the mean probability: above 0 if too little was said. */
  readonly inTheLarge: Estimate;
  /** The intercept of a logistic model with the stated log odds as offset: 0 at best. */
  readonly intercept: Estimate;
  /** The slope on the stated log odds: 1 at best, below 1 if probabilities are too extreme. */
  readonly slope: Estimate;
  readonly bins: readonly CalibrationBin[];
}

/**
 * Calibration of stated probabilities against a criterion. This library states none: it is for those of other tools.
 *
 * @param probabilities One for each case, from 0 to 1; `null` if it is undetermined.
 * @throws {AssessmentError} `unequal_lengths`; `out_of_range` with the row of a probability that is not valid, and for `bins`;
 *   `wrong_type` with the row of a criterion that is neither true nor false
 * @source Brier 1950, Mon Weather Rev 78:1; Cox 1958, Biometrika 45:562; Van Calster and others 2016, J Clin Epidemiol
 *   74:167
 * @example
 * const { brier, inTheLarge } = calibration([0.25, 0.25, 0.75, 0.75], [false, true, true, true]);
 * [brier.estimate, inTheLarge.estimate]; // => [0.1875, 0.25]
 */
export function calibration(
  probabilities: readonly (number | null)[],
  criterion: readonly boolean[],
  options: CalibrationOptions = {},
): Calibration {
  const confidence = confidenceOf(options);
  const { bins = 10 } = options;
  if (!Number.isSafeInteger(bins) || bins < 1 || bins > 1000) {
    throw new AssessmentError([{ code: "out_of_range", path: ["bins"], expected: ["a whole number from 1 to 1000"] }]);
  }
  const isShare = (value: number) => typeof value === "number" && value >= 0 && value <= 1;
  const { openPresent, openAbsent } = scoredCases(probabilities, criterion, isShare, "a number from 0 to 1");
  const cases = probabilities.flatMap((p, at): readonly Case[] =>
    p === null ? [] : [{ p, y: criterion[at] ? 1 : 0 }],
  );
  const open = openPresent + openAbsent;
  const all = cases.length + open;
  const squares = cases.map(({ p, y }) => (p - y) ** 2);
  return Object.freeze({
    n: cases.length,
    undetermined: open,
    brier: meanOf("Brier score", squares, [0, 1], confidence),
    brierBounds: all === 0 ? null : Object.freeze([sum(squares) / all, (sum(squares) + open) / all] as const),
    inTheLarge: meanOf(
      "calibration in the large",
      cases.map(({ p, y }) => y - p),
      [-1, 1],
      confidence,
    ),
    ...recalibration(cases, confidence),
    bins: frozen(Array.from({ length: bins }, (_, at) => binOf(cases, at, bins, options))),
  });
}

interface Case {
  readonly p: number;
  readonly y: 0 | 1;
}

/** A mean with its large-sample interval, cut to its range. */
function meanOf(name: StatisticName, values: readonly number[], [least, most]: Bounds, confidence: number): Estimate {
  const method: MethodName = `${name}, large-sample interval`;
  const n = values.length;
  if (n === 0) return undefinedEstimate(method, 0, confidence, "no_cases");
  const mean = sum(values) / n;
  if (n === 1) return definedEstimate(method, n, confidence, mean, null, null, "one_case");
  const standardError = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (n - 1) / n);
  if (standardError < 1e-12) return definedEstimate(method, n, confidence, mean, 0, null, "no_variance");
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  return definedEstimate(method, n, confidence, mean, standardError, [
    Math.max(least, mean - half),
    Math.min(most, mean + half),
  ]);
}

function recalibration(cases: readonly Case[], confidence: number): { intercept: Estimate; slope: Estimate } {
  const n = cases.length;
  const methods = {
    intercept: "calibration intercept, Wald interval",
    slope: "calibration slope, Wald interval",
  } as const;
  const present = cases.filter(({ y }) => y === 1).length;
  const certain = cases.some(({ p }) => p === 0 || p === 1);
  const reason =
    n === 0 ? "no_cases" : present === 0 || present === n ? "one_class" : certain ? "certain_probability" : undefined;
  if (reason !== undefined) {
    const blank = (method: MethodName) => undefinedEstimate(method, n, confidence, reason);
    return { intercept: blank(methods.intercept), slope: blank(methods.slope) };
  }
  const odds = cases.map(({ p }) => Math.log(p / (1 - p)));
  const truth = cases.map(({ y }) => y);
  const half = normalQuantile((1 + confidence) / 2);
  const estimate = (method: MethodName, [value, error]: readonly [number, number]) =>
    definedEstimate(method, n, confidence, value, error, [value - half * error, value + half * error]);
  const shift = fitLogistic(
    truth,
    odds.map(() => [1]),
    odds,
  );
  const line = odds.every((value) => value === odds[0])
    ? "no_variance"
    : fitLogistic(
        truth,
        odds.map((value) => [1, value]),
        odds.map(() => 0),
      );
  return {
    intercept:
      typeof shift === "string"
        ? undefinedEstimate(methods.intercept, n, confidence, shift)
        : estimate(methods.intercept, shift[0] as readonly [number, number]),
    slope:
      typeof line === "string"
        ? undefinedEstimate(methods.slope, n, confidence, line)
        : estimate(methods.slope, line[1] as readonly [number, number]),
  };
}

function binOf(cases: readonly Case[], at: number, bins: number, options: ProportionOptions): CalibrationBin {
  const [from, to] = [at / bins, (at + 1) / bins];
  const inside = cases.filter(({ p }) => (p > from || at === 0) && p <= to);
  return Object.freeze({
    from,
    to,
    predicted: inside.length === 0 ? null : sum(inside.map(({ p }) => p)) / inside.length,
    observed: proportion(inside.filter(({ y }) => y === 1).length, inside.length, options),
  });
}
