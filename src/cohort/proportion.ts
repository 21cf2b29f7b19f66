import { mustBeOneOf } from "../issues/index.ts";
import {
  type Bounds,
  confidenceOf,
  definedEstimate,
  type Estimate,
  type IntervalOptions,
  undefinedEstimate,
} from "./estimate.ts";
import type { MethodName } from "./method-names.ts";
import { betaQuantile, normalQuantile } from "./quantiles.ts";
import { checkShare } from "./wilson.ts";

/** How the interval of one share is worked out: Wilson's score interval, or the exact one of Clopper and Pearson. */
export type ProportionInterval = "wilson" | "clopper_pearson";

/** What a share's interval lets one choose. */
export interface ProportionOptions extends IntervalOptions {
  /** `wilson` if it is left out; the exact interval is wider and never covers less than it says. */
  readonly interval?: ProportionInterval;
}

/**
 * A share with its interval, from 0 to 1. Its standard error is the plain one, which is zero for none and for all.
 *
 * @throws {AssessmentError} `out_of_range` for the confidence, and unless `count` is a whole number from 0 to `of`;
 *   `unknown_option` for the interval
 * @source Wilson 1927, J Am Stat Assoc 22:209; Clopper and Pearson 1934, Biometrika 26:404
 * @example
 * const { estimate, interval } = proportion(0, 10, { interval: "clopper_pearson" });
 * [estimate, interval?.[1].toFixed(4)]; // => [0, "0.3085"]
 */
export function proportion(count: number, of: number, options: ProportionOptions = {}): Estimate {
  const confidence = confidenceOf(options);
  checkShare(count, of);
  const kind = options.interval ?? "wilson";
  mustBeOneOf(kind, ["wilson", "clopper_pearson"], "interval");
  const method: MethodName = `share, ${intervalOf(options)}`;
  if (of === 0) return undefinedEstimate(method, 0, confidence, "no_cases");
  const share = count / of;
  const bounds =
    kind === "wilson"
      ? scoreInterval(count, of, normalQuantile((1 + confidence) / 2) ** 2)
      : exactInterval(count, of, (1 - confidence) / 2);
  return definedEstimate(method, of, confidence, share, Math.sqrt((share * (1 - share)) / of), bounds);
}

/** What the interval of a share is called. */
export const intervalOf = ({
  interval = "wilson",
}: ProportionOptions): "Wilson interval" | "Clopper-Pearson interval" =>
  interval === "wilson" ? "Wilson interval" : "Clopper-Pearson interval";

/** The score interval for a squared normal quantile. */
export function scoreInterval(count: number, of: number, z2: number): Bounds {
  const half = Math.sqrt(z2 * (z2 + (4 * count * (of - count)) / of));
  const whole = 2 * (of + z2);
  return [count === 0 ? 0 : (2 * count + z2 - half) / whole, count === of ? 1 : (2 * count + z2 + half) / whole];
}

function exactInterval(count: number, of: number, tail: number): Bounds {
  const low = count === 0 ? 0 : betaQuantile(tail, count, of - count + 1);
  const high = count === of ? 1 : betaQuantile(1 - tail, count + 1, of - count);
  return [low, high];
}
