import { AssessmentError, mustBeOneOf, mustHave } from "../issues/index.ts";
import { agreementSettings, type CoefficientOptions } from "./agreement-settings.ts";
import { type AgreementEstimate, type Coefficient, withInterval } from "./chance-corrected.ts";
import { type CoefficientName, coefficientByName } from "./coefficient-by-name.ts";
import { type Bounds, confidenceOf, type Reason } from "./estimate.ts";
import { type MethodName, methodParts, statisticNames } from "./method-names.ts";
import { normalCdf, normalQuantile } from "./quantiles.ts";
import { randomFrom } from "./random.ts";
import { type RatingPatterns, ratingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/** The ends of a bootstrap interval: shares of the draws, or the same corrected for bias and acceleration (BCa). */
export type BootstrapInterval = "percentile" | "bca";

/** What a bootstrap interval lets one choose. */
export interface BootstrapOptions extends CoefficientOptions {
  /** A whole number of 32 bits; the same seed gives the same interval. */
  readonly seed: number;
  /** 10,000 if it is left out. */
  readonly draws?: number;
  /** `percentile` if it is left out. */
  readonly interval?: BootstrapInterval;
}

/** How far a bootstrap is. */
export interface BootstrapProgress {
  readonly done: number;
  readonly draws: number;
}

/** A coefficient with an interval from random draws of subjects, put back each time. */
export interface BootstrapEstimate extends AgreementEstimate {
  readonly seed: number;
  readonly draws: number;
  /** Draws in which the coefficient had no value, because all ratings drawn were alike; they are left out. */
  readonly undefinedDraws: number;
}

/** The options of a bootstrap, and how to let other work run in between. */
export interface UnhurriedBootstrapOptions extends BootstrapOptions {
  readonly onProgress?: (progress: BootstrapProgress) => void;
  /** Waited for between chunks of draws; if it is left out, one turn of the event loop. */
  readonly pause?: () => PromiseLike<unknown>;
}

/**
 * A coefficient of agreement with a bootstrap interval, worked out in chunks with pauses, so that a page or a progress
 * bar goes on. Subjects are drawn, each with all its ratings. The standard error is the standard deviation of the draws.
 *
 * @returns `interval` is `null` with `one_case`, `no_variance` if every draw gave the same, or `undefined_draws` if more
 *   than one draw in twenty had no value
 * @throws {AssessmentError} `two_raters_needed`; `unknown_option` for another coefficient or interval; as `agreementWeights`; `out_of_range` for seed, draws and confidence
 * @source Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapters 13 and 14
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: [..."xxyyxyxy"], b: [..."xyyyxyxx"] }, ["x", "y"]));
 * const { estimate, interval } = await bootstrapAgreement(ratings, "cohen", { seed: 1, draws: 2000 });
 * [estimate, interval?.[1]]; // => [0.5, 1]
 */
export async function bootstrapAgreement(
  ratings: Ratings,
  coefficient: CoefficientName,
  unhurried: UnhurriedBootstrapOptions,
): Promise<BootstrapEstimate> {
  mustHave(ratings, "codes", "ratings");
  mustHave(unhurried, "seed", "options");
  const { onProgress, pause = nextTurn, ...options } = unhurried;
  const steps = bootstrapSteps(ratings, coefficient, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    await pause();
  }
}

/** How many subjects are drawn between two pauses: some ten milliseconds of work. */
const drawnAtOnce = 100_000;

/**
 * {@link bootstrapAgreement} as a generator that hands over after every 100,000 subjects drawn, for a caller with a
 * scheduler of its own. It returns the estimate.
 *
 * @throws {AssessmentError} as `bootstrapAgreement`
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: [..."xxyyxyxy"], b: [..."xyyyxyxx"] }, ["x", "y"]));
 * const steps = bootstrapSteps(ratings, "cohen", { seed: 1, draws: 2000 });
 * let step = steps.next();
 * while (!step.done) step = steps.next(); // other work may run in between
 * step.value.estimate; // => 0.5
 */
export function* bootstrapSteps(
  ratings: Ratings,
  coefficient: CoefficientName,
  options: BootstrapOptions,
): Generator<BootstrapProgress, BootstrapEstimate> {
  mustHave(ratings, "codes", "ratings");
  mustHave(options, "seed", "options");
  const { seed, draws = 10_000, interval = "percentile" } = options;
  mustBeOneOf(coefficient, Object.keys(coefficientByName), "coefficient");
  mustBeOneOf(interval, ["percentile", "bca"], "interval");
  const confidence = confidenceOf(options);
  if (!Number.isSafeInteger(draws) || draws < 1) {
    throw new AssessmentError([{ code: "out_of_range", path: ["draws"], expected: ["a whole number from 1"] }]);
  }
  const settings = agreementSettings(ratings.categories, options);
  const random = randomFrom(seed);
  const patterns = ratingPatterns(ratings);
  const { patternOf } = patterns;
  const of = (times: Float64Array): Coefficient => coefficientByName[coefficient]({ ...patterns, times }, settings);
  const whole = of(patterns.times);
  const base = withInterval(whole, confidence);
  const result = (standardError: number | null, bounds: Bounds | null, missing: number, reason?: Reason) => {
    const { reason: _, ...rest } = base;
    const { statistic } = methodParts(base.method);
    const method: MethodName =
      statistic === undefined
        ? base.method
        : `${statisticNames[statistic]}, ${interval === "bca" ? "BCa" : "percentile"} bootstrap`;
    const ends = bounds === null ? null : Object.freeze(bounds);
    const value = { ...rest, method, standardError, interval: ends, seed, draws, undefinedDraws: missing };
    return Object.freeze(reason === undefined ? value : { ...value, reason });
  };
  if (whole.estimate === null) return result(null, null, 0, whole.reason);
  if (whole.n < 2) return result(null, null, 0, "one_case");
  const found: number[] = [];
  const chunk = Math.max(1, Math.floor(drawnAtOnce / patternOf.length));
  const times = new Float64Array(patterns.times.length);
  for (let done = 0; done < draws; ) {
    for (const stop = Math.min(draws, done + chunk); done < stop; done++) {
      times.fill(0);
      for (let at = 0; at < patternOf.length; at++) {
        const drawn = patternOf[random.below(patternOf.length)] as number;
        times[drawn] = (times[drawn] as number) + 1;
      }
      const { estimate } = of(times);
      if (estimate !== null) found.push(estimate);
    }
    yield Object.freeze({ done, draws });
  }
  const missing = draws - found.length;
  if (found.length < 2 || missing > draws / 20) return result(null, null, missing, "undefined_draws");
  const sorted = Float64Array.from(found).sort();
  const standardError = deviationOf(sorted);
  if (standardError < 1e-12) return result(0, null, missing, "no_variance");
  const tail = (1 - confidence) / 2;
  const ends = interval === "bca" ? correctedTails(sorted, whole.estimate, patterns, of, tail) : [tail, 1 - tail];
  if (ends === undefined) return result(standardError, null, missing, "no_variance");
  return result(standardError, [quantileOf(sorted, ends[0] as number), quantileOf(sorted, ends[1] as number)], missing);
}

/** One turn of the event loop, so that timers and input are served; where there are no channels, other promises only. */
async function nextTurn(): Promise<void> {
  if (typeof MessageChannel === "undefined") return;
  const { port1, port2 } = new MessageChannel();
  await new Promise<unknown>((resolve) => {
    port1.addEventListener("message", resolve);
    port1.start();
    port2.postMessage(0);
  });
  port1.close();
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1));
}

/** The quantile of a sorted list, with straight lines between its values (Hyndman and Fan's type 7). */
function quantileOf(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (at - Math.floor(at)) * (high - low);
}

/** The shares of the draws at which a BCa interval ends: the bias from the draws, the acceleration from leaving out each. */
function correctedTails(
  sorted: Float64Array,
  estimate: number,
  { times }: RatingPatterns,
  of: (times: Float64Array) => Coefficient,
  tail: number,
): Bounds | undefined {
  let below = 0;
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const bias = normalQuantile(below / sorted.length);
  const left: [value: number, subjects: number][] = [];
  for (const [at, subjects] of times.entries()) {
    const without = Float64Array.from(times);
    without[at] = subjects - 1;
    const { estimate: value } = of(without);
    if (value === null) return undefined;
    left.push([value, subjects]);
  }
  const all = left.reduce((total, [, subjects]) => total + subjects, 0);
  const mean = left.reduce((total, [value, subjects]) => total + value * subjects, 0) / all;
  const power = (p: number) => left.reduce((total, [value, subjects]) => total + subjects * (mean - value) ** p, 0);
  const acceleration = power(2) === 0 ? 0 : power(3) / (6 * power(2) ** 1.5);
  const corrected = (p: number) => {
    const z = bias + normalQuantile(p);
    return normalCdf(bias + z / (1 - acceleration * z));
  };
  const ends: Bounds = [corrected(tail), corrected(1 - tail)];
  return ends.every(Number.isFinite) ? ends : undefined;
}
