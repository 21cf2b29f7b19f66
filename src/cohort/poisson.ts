import { AssessmentError, mustHave } from "../issues/index.ts";
import {
  type Bounds,
  confidenceOf,
  definedEstimate,
  type Estimate,
  type IntervalOptions,
  undefinedEstimate,
} from "./estimate.ts";
import { proportion } from "./proportion.ts";
import { gammaQuantile } from "./quantiles.ts";

/**
 * A count over an exposure (days, people) as a rate, with the exact interval of Garwood. It takes events to come one by
 * one and independently, which repeat acts by one person do not: then it is too narrow.
 *
 * @param exposure What the count is over, above zero; a rate over zero is not defined.
 * @throws {AssessmentError} `out_of_range` for the confidence, and unless `count` is whole and the exposure finite, from 0
 * @source Garwood 1936, Biometrika 28:437
 * @example
 * const { estimate, interval } = poissonRate(10, 1);
 * [estimate, interval?.map((end) => end.toFixed(4))]; // => [10, ["4.7954", "18.3904"]]
 */
export function poissonRate(count: number, exposure: number, options: IntervalOptions = {}): Estimate {
  const confidence = confidenceOf(options);
  refuseFaults({ count }, { exposure });
  const method = "rate, exact Poisson interval";
  if (exposure === 0) return undefinedEstimate(method, count, confidence, "no_exposure");
  const tail = (1 - confidence) / 2;
  const bounds: Bounds = [
    count === 0 ? 0 : gammaQuantile(tail, count) / exposure,
    gammaQuantile(1 - tail, count + 1) / exposure,
  ];
  return definedEstimate(method, count, confidence, count / exposure, Math.sqrt(count) / exposure, bounds);
}

/**
 * How many times one rate is another: the ratio of two counts over their exposures, with the exact interval that follows
 * from the first count's share of both (Clopper and Pearson). There is none for a base of zero.
 *
 * @throws {AssessmentError} as `poissonRate`
 * @source Przyborowski and Wilenski 1940, Biometrika 31:313
 * @example
 * const { estimate, interval } = rateRatio({ count: 20, exposure: 1 }, { count: 10, exposure: 1 });
 * [estimate, interval?.map((end) => end.toFixed(3))]; // => [2, ["0.894", "4.785"]]
 */
export function rateRatio(
  now: { readonly count: number; readonly exposure: number },
  base: { readonly count: number; readonly exposure: number },
  options: IntervalOptions = {},
): Estimate {
  mustHave(now, "count", "now");
  mustHave(base, "count", "base");
  const confidence = confidenceOf(options);
  refuseFaults({ now: now.count, base: base.count }, { nowExposure: now.exposure, baseExposure: base.exposure });
  const n = now.count + base.count;
  const method = "ratio of rates, exact conditional interval";
  if (now.exposure === 0 || base.exposure === 0) return undefinedEstimate(method, n, confidence, "no_exposure");
  if (base.count === 0) return undefinedEstimate(method, n, confidence, "zero_base");
  const scale = base.exposure / now.exposure;
  const odds = (share: number) => (share / (1 - share)) * scale;
  const { interval } = proportion(now.count, n, { confidence, interval: "clopper_pearson" });
  const bounds: Bounds | null = interval === null ? null : [odds(interval[0]), odds(interval[1])];
  return definedEstimate(method, n, confidence, (now.count / base.count) * scale, null, bounds);
}

function refuseFaults(counts: Readonly<Record<string, number>>, exposures: Readonly<Record<string, number>>): void {
  const bad = [
    ...Object.entries(counts).filter(([, count]) => !Number.isSafeInteger(count) || count < 0),
    ...Object.entries(exposures).filter(([, exposure]) => !Number.isFinite(exposure) || exposure < 0),
  ];
  const [first, ...rest] = bad.map(
    ([name]) => ({ code: "out_of_range", path: [name], expected: ["a number from 0; counts are whole"] }) as const,
  );
  if (first !== undefined) throw new AssessmentError([first, ...rest]);
}
