import { AssessmentError, mustBeList } from "../issues/index.ts";
import { countPartitions, logFactorial, partitions } from "./counting.ts";
import { effectSize } from "./effect-size.ts";
import {
  type Bounds,
  confidenceOf,
  type Estimate,
  frozen,
  type IntervalOptions,
  type Reason,
  sum,
} from "./estimate.ts";
import { proportion } from "./proportion.ts";
import { chiSquareUpper } from "./quantiles.ts";
import { type Random, randomFrom } from "./random.ts";
import { checkCounts } from "./simultaneous-intervals.ts";

/** What a test by enumeration or by random draws lets one choose. */
export interface TestOptions extends IntervalOptions {
  /** Needed where there are too many ways to go through; without it the result is `null` with `no_seed`. */
  readonly seed?: number;
  /** Random draws; 9,999 if it is left out. */
  readonly draws?: number;
  /** The most ways to go through exactly; 200,000 if it is left out. */
  readonly limit?: number;
}

/** A test of counts: how often counts no more likely than these come up if there is no difference. */
export interface CountTest {
  readonly p: number | null;
  /** For random draws: the Clopper-Pearson interval of `p`, which more draws make narrower. */
  readonly pInterval: Bounds | null;
  readonly method: "exact" | "monte_carlo" | "none";
  readonly n: number;
  /** Pearson's statistic and its large-sample `p`, for comparison; `null` where a class was not to be expected at all. */
  readonly chi2: number | null;
  readonly df: number;
  readonly chi2P: number | null;
  /** One for each count, in their order: (seen - expected) over its standard deviation; `null` where that is zero. */
  readonly residuals: readonly (number | null)[];
  readonly effect: Estimate;
  readonly reason?: Reason;
}

/**
 * Counts against given shares. The test is exact if there are not too many ways to part the cases, and by random draws
 * from the seed otherwise. The effect is Cohen's w. The shares are taken as exact: to compare two samples, use
 * `homogeneityTest`.
 *
 * @throws {AssessmentError} `out_of_range` unless counts are whole and shares are from 0 and add to 1; `unequal_lengths`
 * @source Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd edition (w)
 * @example
 * multinomialTest([3, 0], [0.5, 0.5]).p?.toFixed(6); // => "0.250000"
 */
export function multinomialTest(
  counts: readonly number[],
  shares: readonly number[],
  options: TestOptions = {},
): CountTest {
  mustBeList(counts, "counts");
  mustBeList(shares, "shares");
  const confidence = confidenceOf(options);
  checkCounts(counts);
  checkShares(counts, shares);
  const n = sum(counts);
  const impossible = counts.some((count, at) => count > 0 && shares[at] === 0);
  const used = shares.filter((share) => share > 0).length;
  const expected = shares.map((share) => share * n);
  const chi2 =
    n === 0 || impossible
      ? null
      : sum(counts.map((count, at) => (expected[at] ? (count - expected[at]) ** 2 / expected[at] : 0)));
  const df = used - 1;
  const logs = shares.map(Math.log);
  const logOf = (row: readonly number[]) =>
    row.reduce((total, count, at) => total + (count === 0 ? 0 : count * (logs[at] ?? 0) - logFactorial(count)), 0);
  const limits = shares.map((share) => (share > 0 ? n : 0));
  const outcome =
    n === 0
      ? undecided("no_cases")
      : impossible
        ? { p: 0, pInterval: null, method: "exact" as const }
        : testOf(counts, logOf, logFactorial(n), limits, (random) => drawFrom(shares, n, random), options);
  return Object.freeze({
    ...outcome,
    n,
    chi2,
    df,
    chi2P: chi2 === null || df < 1 ? null : chiSquareUpper(chi2, df),
    residuals: frozen(
      counts.map((count, at) => {
        const spread = (expected[at] ?? 0) * (1 - (shares[at] ?? 0));
        return spread > 0 ? (count - (expected[at] ?? 0)) / Math.sqrt(spread) : null;
      }),
    ),
    effect: effectSize("Cohen's w", chi2 ?? 0, chi2 === null && n > 0 ? 0 : df, n, 1, confidence),
  });
}

/** The part of a test that says how likely it is. */
export type TestOutcome = Pick<CountTest, "p" | "pInterval" | "method" | "reason">;

/** A test that is not defined. */
export const undecided = (reason: Reason): TestOutcome => ({ p: null, pInterval: null, method: "none", reason });

/**
 * The share of all ways that are no more likely than the one seen, by going through them or by draws.
 *
 * @param logOf The logarithm of a way's probability, less `constant`.
 */
export function testOf(
  seen: readonly number[],
  logOf: (row: readonly number[]) => number,
  constant: number,
  limits: readonly number[],
  draw: (random: Random) => readonly number[],
  { seed, draws = 9999, limit = 200_000, ...options }: TestOptions,
): TestOutcome {
  const bound = logOf(seen) + 1e-7; // ties that rounding parts are ties, as in R's fisher.test
  const total = sum(seen);
  if (countPartitions(total, limits) <= limit) {
    let p = 0;
    for (const row of partitions(total, limits)) {
      const log = logOf(row);
      if (log <= bound) p += Math.exp(log + constant);
    }
    return { p: Math.min(1, p), pInterval: null, method: "exact" };
  }
  if (seed === undefined) return undecided("no_seed");
  const random = randomFrom(seed);
  let extreme = 0;
  for (let at = 0; at < draws; at++) if (logOf(draw(random)) <= bound) extreme += 1;
  const { interval } = proportion(extreme, draws, { ...options, interval: "clopper_pearson" });
  return { p: (extreme + 1) / (draws + 1), pInterval: interval, method: "monte_carlo" };
}

function drawFrom(shares: readonly number[], n: number, random: Random): readonly number[] {
  const counts = new Array<number>(shares.length).fill(0);
  const last = shares.findLastIndex((share) => share > 0);
  for (let at = 0; at < n; at++) {
    let left = random.unit();
    let k = 0;
    while (k < last && left >= (shares[k] ?? 0)) {
      left -= shares[k] ?? 0;
      k += 1;
    }
    counts[k] = (counts[k] ?? 0) + 1;
  }
  return counts;
}

function checkShares(counts: readonly number[], shares: readonly number[]): void {
  if (counts.length !== shares.length) {
    throw new AssessmentError([{ code: "unequal_lengths", path: ["shares"], expected: [`${counts.length} shares`] }]);
  }
  if (shares.every((share) => share >= 0) && Math.abs(sum(shares) - 1) < 1e-9) return;
  throw new AssessmentError([{ code: "out_of_range", path: ["shares"], expected: ["shares from 0 that add to 1"] }]);
}
