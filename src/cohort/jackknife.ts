import { type Bounds, definedEstimate, type Estimate, sum, undefinedEstimate } from "./estimate.ts";
import type { MethodName, StatisticName } from "./method-names.ts";
import { normalQuantile } from "./quantiles.ts";

/**
 * A statistic of a table of counts with the jackknife: each case is left out in turn, which is the same for all cases of
 * one cell. The interval is the normal one, cut to the statistic's range.
 *
 * @param of The statistic; `null` where it is not defined.
 * @source Efron 1982, The Jackknife, the Bootstrap and Other Resampling Plans, chapter 3
 */
export function jackknifed(
  name: StatisticName,
  table: readonly (readonly number[])[],
  of: (table: readonly (readonly number[])[]) => number | null,
  [least, most]: Bounds,
  confidence: number,
): Estimate {
  const method: MethodName = `${name}, jackknife interval`;
  const n = sum(table.map(sum));
  const whole = of(table);
  if (n === 0 || whole === null) return undefinedEstimate(method, n, confidence, n === 0 ? "no_cases" : "one_class");
  if (n === 1) return definedEstimate(method, n, confidence, whole, null, null, "one_case");
  const left = table.flatMap((row, k) =>
    row.flatMap((count, l): readonly (readonly [value: number | null, times: number])[] =>
      count === 0 ? [] : [[of(without(table, k, l)), count]],
    ),
  );
  const defined = left.flatMap(([value, times]) => (value === null ? [] : [[value, times] as const]));
  if (defined.length < left.length) return definedEstimate(method, n, confidence, whole, null, null, "one_class");
  const mean = sum(defined.map(([value, times]) => value * times)) / n;
  const standardError = Math.sqrt(((n - 1) / n) * sum(defined.map(([value, times]) => times * (value - mean) ** 2)));
  if (standardError < 1e-12) return definedEstimate(method, n, confidence, whole, 0, null, "no_variance");
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  const interval: Bounds = [Math.max(least, whole - half), Math.min(most, whole + half)];
  return definedEstimate(method, n, confidence, whole, standardError, interval);
}

const without = (table: readonly (readonly number[])[], k: number, l: number): readonly (readonly number[])[] =>
  table.map((row, i) => (i === k ? row.map((count, j) => (j === l ? count - 1 : count)) : row));
