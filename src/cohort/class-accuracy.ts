import type { CriterionCases } from "./criterion-cases.ts";
import { type Bounds, confidenceOf, definedEstimate, type Estimate, undefinedEstimate } from "./estimate.ts";
import type { MethodName, StatisticName } from "./method-names.ts";
import { intervalOf, type ProportionOptions, proportion } from "./proportion.ts";
import { normalQuantile } from "./quantiles.ts";

/** How well one class is told from all others. Measures rest on the decided cases; `bounds` take in the undetermined. */
export interface ClassAccuracy<Class extends string = string> {
  readonly class: Class;
  /** Decided cases: found and right, found and wrong, missed, and rightly not found. */
  readonly table: readonly [truePositive: number, falsePositive: number, falseNegative: number, trueNegative: number];
  /** Undetermined cases that are of this class by the criterion, and that are not. */
  readonly undetermined: readonly [present: number, absent: number];
  readonly prevalence: Estimate;
  readonly sensitivity: Estimate;
  readonly specificity: Estimate;
  readonly positivePredictive: Estimate;
  readonly negativePredictive: Estimate;
  readonly f1: Estimate;
  /** How much more often it is found where it is present than where it is absent. */
  readonly positiveLikelihoodRatio: Estimate;
  /** How much more often it is not found where it is present than where it is absent. */
  readonly negativeLikelihoodRatio: Estimate;
  /** The least and the most that each can be over all cases, whatever the undetermined turn out to be. */
  readonly bounds: Readonly<
    Record<"sensitivity" | "specificity" | "positivePredictive" | "negativePredictive", Bounds | null>
  >;
}

/** One class against the rest. */
export function classAccuracy<Class extends string>(
  { classes, cases }: CriterionCases<Class>,
  k: number,
  options: ProportionOptions,
): ClassAccuracy<Class> {
  const decided = { tp: 0, fp: 0, fn: 0, tn: 0 };
  /** The decided cases with the undetermined ones that can only be, or cannot be, of this class; and the truly open ones. */
  const whole = { tp: 0, fp: 0, fn: 0, tn: 0, openPresent: 0, openAbsent: 0 };
  const undetermined: [present: number, absent: number] = [0, 0];
  for (const { criterion, found, possible } of cases) {
    const present = criterion === k;
    const may = found === null ? possible.includes(k) : found === k;
    const must = found === null ? may && possible.length === 1 : found === k;
    const place = may ? (present ? "tp" : "fp") : present ? "fn" : "tn";
    if (found !== null) decided[place] += 1;
    else undetermined[present ? 0 : 1] += 1;
    whole[may && !must ? (present ? "openPresent" : "openAbsent") : place] += 1;
  }
  const { tp, fp, fn, tn } = decided;
  return Object.freeze({
    class: classes[k] as Class,
    table: Object.freeze([tp, fp, fn, tn] as const),
    undetermined: Object.freeze(undetermined),
    prevalence: proportion(tp + fn, tp + fp + fn + tn, options),
    sensitivity: proportion(tp, tp + fn, options),
    specificity: proportion(tn, tn + fp, options),
    positivePredictive: proportion(tp, tp + fp, options),
    negativePredictive: proportion(tn, tn + fn, options),
    f1: f1Of(tp, fp + fn, options),
    positiveLikelihoodRatio: ratioOf("positive likelihood ratio", tp, tp + fn, fp, fp + tn, options),
    negativeLikelihoodRatio: ratioOf("negative likelihood ratio", fn, tp + fn, tn, fp + tn, options),
    bounds: Object.freeze({
      sensitivity: bounds(whole.tp, whole.fn, whole.openPresent, 0),
      specificity: bounds(whole.tn, whole.fp, whole.openAbsent, 0),
      positivePredictive: bounds(whole.tp, whole.fp, 0, whole.openAbsent, whole.openPresent),
      negativePredictive: bounds(whole.tn, whole.fn, 0, whole.openPresent, whole.openAbsent),
    }),
  });
}

/**
 * The least and the most that right / (right + wrong) can be.
 *
 * @param either Cases that are counted anyway, and turn out right or wrong.
 * @param maybeWrong Cases that are counted only if they turn out wrong.
 * @param maybeRight Cases that are counted only if they turn out right.
 */
function bounds(right: number, wrong: number, either: number, maybeWrong: number, maybeRight = 0): Bounds | null {
  const low = share(right, right + wrong + either + maybeWrong) ?? share(maybeRight, maybeRight);
  const high = share(right + either + maybeRight, right + wrong + either + maybeRight) ?? share(0, maybeWrong);
  return low === null || high === null ? null : Object.freeze([low, high] as const);
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/**
 * F1 is 2s / (1 + s) of the share s of the found or missed that are right, so that its interval is that of the share.
 *
 * @source Lam 2023, Confidence intervals for the F1 score (the indirect Wilson interval)
 */
function f1Of(right: number, wrong: number, options: ProportionOptions): Estimate {
  const { estimate, interval, confidence, n } = proportion(right, right + wrong, options);
  const name: MethodName = `F1, ${intervalOf(options)}`;
  if (estimate === null) return undefinedEstimate(name, 0, confidence, "never_found");
  const f1 = (value: number) => (2 * value) / (1 + value);
  return definedEstimate(name, n, confidence, f1(estimate), null, interval && [f1(interval[0]), f1(interval[1])]);
}

/** A ratio of two shares with the interval of its logarithm. */
function ratioOf(
  name: StatisticName,
  a: number,
  ofA: number,
  b: number,
  ofB: number,
  options: ProportionOptions,
): Estimate {
  const confidence = confidenceOf(options);
  const method: MethodName = `${name}, log interval`;
  if (ofA === 0 || ofB === 0)
    return undefinedEstimate(method, ofA + ofB, confidence, ofA + ofB === 0 ? "no_cases" : "one_class");
  if (b === 0) return undefinedEstimate(method, ofA + ofB, confidence, "zero_base");
  const ratio = a / ofA / (b / ofB);
  if (a === 0) return definedEstimate(method, ofA + ofB, confidence, 0, null, null, "zero_count");
  const spread = Math.sqrt(1 / a - 1 / ofA + 1 / b - 1 / ofB);
  if (spread === 0) return definedEstimate(method, ofA + ofB, confidence, ratio, null, null, "no_variance");
  const half = normalQuantile((1 + confidence) / 2) * spread;
  return definedEstimate(method, ofA + ofB, confidence, ratio, null, [ratio * Math.exp(-half), ratio * Math.exp(half)]);
}
