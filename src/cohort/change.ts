import { mustHave } from "../issues/index.ts";
import { bowkerTest, type ChangeTest, stuartMaxwellTest } from "./change-tests.ts";
import {
  type Bounds,
  confidenceOf,
  definedEstimate,
  type Estimate,
  frozen,
  sum,
  undefinedEstimate,
} from "./estimate.ts";
import { type ProportionOptions, proportion } from "./proportion.ts";
import { binomialTest, normalQuantile } from "./quantiles.ts";
import type { TwoTimes } from "./two-times.ts";

/** How often one class was had at the two times, over the cases known at both. */
export interface ClassChange<Class extends string = string> {
  readonly class: Class;
  readonly first: number;
  readonly second: number;
  /** Cases that came to it, and cases that left it. */
  readonly gained: number;
  readonly lost: number;
  /** The share at the second time less the share at the first. */
  readonly difference: Estimate;
  /** Two-sided exact test of McNemar, that as many came as left; `null` if none did. */
  readonly p: number | null;
}

/** How cases moved between two times. That they moved says nothing of why. */
export interface Change<Class extends string = string> {
  readonly classes: readonly Class[];
  /** Cases known at both times. */
  readonly n: number;
  /** Cases known only at the first time, only at the second, and at neither. */
  readonly open: readonly [onlyFirst: number, onlySecond: number, neither: number];
  /** One row for each class at the first time, one column for each at the second. */
  readonly table: readonly (readonly number[])[];
  /** The share of the cases known at both times that kept their class. */
  readonly unchanged: Estimate;
  /** The least and the most that this share can be over all cases. */
  readonly unchangedBounds: Bounds | null;
  /** Whether moves one way are as many as the other, for every pair of classes. */
  readonly symmetry: ChangeTest;
  /** Whether the shares of the classes are the same at both times. */
  readonly homogeneity: ChangeTest;
  readonly byClass: readonly ClassChange<Class>[];
}

/**
 * Transitions between two times: the table, what stayed, the tests of Bowker and of Stuart and Maxwell, and for each class
 * what came and went with the exact test of McNemar. Tests of single classes are not adjusted for there being several.
 *
 * @throws {AssessmentError} `out_of_range` for the confidence
 * @source Bowker 1948, J Am Stat Assoc 43:572; Stuart 1955, Biometrika 42:412; Maxwell 1970, Br J Psychiatry 116:651;
 *   McNemar 1947, Psychometrika 12:153
 * @example
 * const rows = ["aa", "ab", "ab", "bb", "b?"].map(([first = "", second], at) => {
 *   return { case: String(at), first, second: second === "?" ? null : (second ?? null) };
 * });
 * const { table, unchanged, open } = change(valueOrThrow(parseTwoTimes(rows, ["a", "b"])));
 * [table, unchanged.estimate, open]; // => [[[1, 2], [0, 1]], 0.5, [1, 0, 0]]
 */
export function change<Class extends string>(times: TwoTimes<Class>, options: ProportionOptions = {}): Change<Class> {
  mustHave(times, "cases", "times");
  const { classes, cases } = times;
  const confidence = confidenceOf(options);
  const table = classes.map(() => classes.map(() => 0));
  const open: [number, number, number] = [0, 0, 0];
  for (const { first, second } of cases) {
    if (first === null || second === null) open[first !== null ? 0 : second !== null ? 1 : 2] += 1;
    else (table[first] as number[])[second] = (table[first]?.[second] as number) + 1;
  }
  const n = cases.length - sum(open);
  const stayed = sum(table.map((row, k) => row[k] as number));
  return Object.freeze({
    classes,
    n,
    open: Object.freeze(open),
    table: frozen(table.map(frozen)),
    unchanged: proportion(stayed, n, options),
    unchangedBounds:
      cases.length === 0
        ? null
        : Object.freeze([stayed / cases.length, (stayed + cases.length - n) / cases.length] as const),
    symmetry: bowkerTest(table),
    homogeneity: stuartMaxwellTest(table),
    byClass: frozen(classes.map((_, k) => classChange(classes, table, k, n, confidence))),
  });
}

function classChange<Class extends string>(
  classes: readonly Class[],
  table: readonly (readonly number[])[],
  k: number,
  n: number,
  confidence: number,
): ClassChange<Class> {
  const kept = table[k]?.[k] as number;
  const first = sum(table[k] ?? []);
  const second = sum(table.map((row) => row[k] as number));
  const [gained, lost] = [second - kept, first - kept];
  return Object.freeze({
    class: classes[k] as Class,
    first,
    second,
    gained,
    lost,
    difference: differenceOf(gained, lost, n, confidence),
    p: gained + lost === 0 ? null : binomialTest(Math.min(gained, lost), gained + lost),
  });
}

/** The mean of differences that are 1, 0 or -1, with its large-sample interval. */
function differenceOf(gained: number, lost: number, n: number, confidence: number): Estimate {
  const method = "difference of paired shares, large-sample interval";
  if (n === 0) return undefinedEstimate(method, 0, confidence, "no_cases");
  const mean = (gained - lost) / n;
  if (n === 1) return definedEstimate(method, n, confidence, mean, null, null, "one_case");
  const standardError = Math.sqrt((gained + lost - n * mean ** 2) / (n - 1) / n);
  if (!(standardError > 1e-12)) return definedEstimate(method, n, confidence, mean, 0, null, "no_variance");
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  return definedEstimate(method, n, confidence, mean, standardError, [
    Math.max(-1, mean - half),
    Math.min(1, mean + half),
  ]);
}
