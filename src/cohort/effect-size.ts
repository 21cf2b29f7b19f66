import { logFactorial } from "./counting.ts";
import { type Bounds, definedEstimate, type Estimate, undefinedEstimate } from "./estimate.ts";
import type { MethodName, StatisticName } from "./method-names.ts";
import { bisect, chiSquareLower } from "./quantiles.ts";

/**
 * A size of effect from chi-squared, sqrt(chi2 / n / most): Cohen's w for `most` 1, Cramér's V for the lesser number of
 * rows or columns less one. Its interval is that of the noncentrality, which is zero where chi2 is below what chance gives;
 * that of V ends at 1, since V does.
 */
export function effectSize(
  name: StatisticName,
  chi2: number,
  df: number,
  n: number,
  most: number,
  confidence: number,
): Estimate {
  const method: MethodName = `${name}, noncentral chi-squared interval`;
  if (n === 0) return undefinedEstimate(method, 0, confidence, "no_cases");
  if (df < 1) return undefinedEstimate(method, n, confidence, "one_category");
  const highest = name === "Cramér's V" ? 1 : Number.POSITIVE_INFINITY;
  const size = (value: number) => Math.min(highest, Math.sqrt(value / n / most));
  const tail = (1 - confidence) / 2;
  const bounds: Bounds = [size(noncentrality(chi2, df, 1 - tail)), size(noncentrality(chi2, df, tail))];
  return definedEstimate(method, n, confidence, size(chi2), null, bounds);
}

/** The noncentrality at which a share `p` of noncentral chi-squared lies below a value; zero if there is none. */
function noncentrality(value: number, df: number, p: number): number {
  if (chiSquareLower(value, df) <= p) return 0;
  let high = value + df + 1;
  while (noncentralLower(value, df, high) > p) high *= 2;
  return bisect((ncp) => noncentralLower(value, df, ncp) > p, 0, high);
}

/** Chi-squared weighted by a Poisson variable, added up outward from its middle. */
function noncentralLower(value: number, df: number, ncp: number): number {
  const mean = ncp / 2;
  const middle = Math.floor(mean);
  const weight = (j: number) => Math.exp(-mean + (j === 0 ? 0 : j * Math.log(mean)) - logFactorial(j));
  let total = 0;
  for (let j = middle; j >= 0; j--) {
    const share = weight(j);
    total += share * chiSquareLower(value, df + 2 * j);
    if (share < 1e-18) break;
  }
  for (let j = middle + 1; ; j++) {
    const share = weight(j);
    total += share * chiSquareLower(value, df + 2 * j);
    if (share < 1e-18) return total;
  }
}
