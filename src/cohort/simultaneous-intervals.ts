import { mustBeList, mustBeOneOf, throwIfAny } from "../issues/index.ts";
import { logFactorial } from "./counting.ts";
import { type Bounds, confidenceOf, frozen, type IntervalOptions, type Reason, sum } from "./estimate.ts";
import type { IntervalName } from "./method-names.ts";
import { scoreInterval } from "./proportion.ts";
import { chiSquareQuantile, poissonCdf } from "./quantiles.ts";

/** How joint intervals are worked out: Goodman's score intervals, or those of Sison and Glaz, often shorter. */
export type SimultaneousMethod = "goodman" | "sison_glaz";

/** Intervals that hold all shares of a distribution at once. */
export interface SimultaneousIntervals {
  /** One for each count, in their order; `null` if they are not defined. */
  readonly intervals: readonly Bounds[] | null;
  readonly confidence: number;
  readonly n: number;
  readonly method: IntervalName;
  readonly reason?: Reason;
}

/**
 * Joint intervals of the shares of a distribution: with the confidence asked for they hold all of them together. Both
 * are approximations for large samples; Sison and Glaz ask for at least seven classes or counts that are not small.
 *
 * @throws {AssessmentError} `out_of_range` for the confidence, and unless every count is a whole number from 0;
 *   `unknown_option` for the method
 * @source Goodman 1965, Technometrics 7:247; Sison and Glaz 1995, J Am Stat Assoc 90:366; May and Johnson 2000, J Stat
 *   Softw 5(6)
 * @example
 * const { intervals } = simultaneousIntervals([50, 30, 20], { method: "goodman" });
 * intervals?.[0]?.map((end) => end.toFixed(3)); // => ["0.384", "0.616"]
 */
export function simultaneousIntervals(
  counts: readonly number[],
  options: IntervalOptions & { readonly method?: SimultaneousMethod } = {},
): SimultaneousIntervals {
  mustBeList(counts, "counts");
  const confidence = confidenceOf(options);
  checkCounts(counts);
  const n = sum(counts);
  const kind = options.method ?? "goodman";
  mustBeOneOf(kind, ["goodman", "sison_glaz"], "method");
  const method = kind === "goodman" ? "Goodman simultaneous intervals" : "Sison-Glaz simultaneous intervals";
  const result = (intervals: readonly Bounds[] | null, reason?: Reason): SimultaneousIntervals =>
    Object.freeze({
      intervals: intervals === null ? null : frozen(intervals.map((bounds) => Object.freeze(bounds))),
      confidence,
      n,
      method,
      ...(reason === undefined ? {} : { reason }),
    });
  if (n === 0) return result(null, "no_cases");
  if (counts.length < 2) return result(null, "one_category");
  if (counts.includes(n) && kind === "sison_glaz") return result(null, "no_variance");
  return result(kind === "goodman" ? goodman(counts, n, confidence) : sisonGlaz(counts, n, confidence));
}

/** Throws `out_of_range` with the position of every count that is not a whole number from 0. */
export function checkCounts(counts: readonly number[], path = "counts"): void {
  const issues = [...counts.entries()]
    .filter(([, count]) => !Number.isSafeInteger(count) || count < 0)
    .map(([at]) => ({ code: "out_of_range", path: [path, at], expected: ["a whole number from 0"] }) as const);
  throwIfAny(issues);
}

function goodman(counts: readonly number[], n: number, confidence: number): readonly Bounds[] {
  const z2 = chiSquareQuantile(1 - (1 - confidence) / counts.length, 1);
  return counts.map((count) => scoreInterval(count, n, z2));
}

/** The smallest whole width whose approximate coverage is enough, and the next, between which is interpolated. */
function sisonGlaz(counts: readonly number[], n: number, confidence: number): readonly Bounds[] {
  let width = 0;
  let covered = 0; // of width 0, as in the authors' own program
  let next = coverage(counts, n, width + 1);
  while (next < confidence && width < n) {
    width += 1;
    covered = next;
    next = coverage(counts, n, width + 1);
  }
  const part = next > covered ? Math.min(1, Math.max(0, (confidence - covered) / (next - covered))) : 0;
  return counts.map((count) => [Math.max(0, (count - width) / n), Math.min(1, (count + width + 2 * part) / n)]);
}

/** The chance that every multinomial count stays within `width` of what was seen, by an Edgeworth expansion. */
function coverage(counts: readonly number[], n: number, width: number): number {
  const moments = counts.map((mean) => centralMoments(mean, Math.max(mean - width, 0), Math.min(mean + width, n)));
  const [m1, m2, m3, m4] = [0, 1, 2, 3].map((order) => sum(moments.map(({ central }) => central[order] ?? 0)));
  const variance = m2 ?? 0;
  const skew = (m3 ?? 0) / variance ** 1.5;
  const excess = ((m4 ?? 0) - 3 * sum(moments.map(({ central }) => (central[1] ?? 0) ** 2))) / variance ** 2;
  const x = (n - (m1 ?? 0)) / Math.sqrt(variance);
  const h3 = x ** 3 - 3 * x;
  const h4 = x ** 4 - 6 * x ** 2 + 3;
  const h6 = x ** 6 - 15 * x ** 4 + 45 * x ** 2 - 15;
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const total = (density * (1 + (skew * h3) / 6 + (excess * h4) / 24 + (skew ** 2 * h6) / 72)) / Math.sqrt(variance);
  const within = moments.reduce((product, { share }) => product * share, 1);
  return (within * total) / poissonShare(n, n, n);
}

/** A Poisson variable cut to a range: the share within it, its mean and its central moments. */
function centralMoments(mean: number, low: number, high: number) {
  const share = poissonShare(low, high, mean);
  const factorial = (r: number) => (mean ** r * poissonShare(low - r, high - r, mean)) / share;
  const [f1, f2, f3, f4] = [factorial(1), factorial(2), factorial(3), factorial(4)];
  return {
    share,
    central: [
      f1,
      f2 + f1 - f1 ** 2,
      f3 + f2 * (3 - 3 * f1) + f1 - 3 * f1 ** 2 + 2 * f1 ** 3,
      f4 + f3 * (6 - 4 * f1) + f2 * (7 - 12 * f1 + 6 * f1 ** 2) + f1 - 4 * f1 ** 2 + 6 * f1 ** 3 - 3 * f1 ** 4,
    ],
  };
}

/** The share of a Poisson variable from one count to another, added up term by term so that no digits cancel. */
function poissonShare(low: number, high: number, mean: number): number {
  if (high < 0) return 0;
  if (mean === 0) return low <= 0 ? 1 : 0;
  if (high - Math.max(low, 0) > 400) return poissonCdf(high, mean) - poissonCdf(low - 1, mean);
  const start = Math.max(low, 0);
  let term = Math.exp(-mean + start * Math.log(mean) - logFactorial(start));
  let total = term;
  for (let count = start + 1; count <= high; count++) {
    term *= mean / count;
    total += term;
  }
  return total;
}
