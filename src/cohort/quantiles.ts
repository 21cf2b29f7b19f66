import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";

// Each function takes the smaller tail where there is a choice, so that no digits are lost near 0 and 1. The inverses of
// the incomplete functions in `@stdlib` need modules of Node, so those functions are bisected here down to the last bit.

/** The value of a standard normal variable that a share `p` lies below. */
export const normalQuantile = (p: number): number => -Math.SQRT2 * erfcinv(2 * p);

/** The share of a standard normal variable below a value. */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2;

/** A quantile of Student's t. Many statistics of one call ask for the same one, so the last are kept. */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df);
  const key = `${p}:${df}`;
  const before = tQuantiles.get(key);
  if (before !== undefined) return before;
  if (tQuantiles.size >= 100) tQuantiles.clear();
  const found = findTQuantile(p, df);
  tQuantiles.set(key, found);
  return found;
}

const tQuantiles = new Map<string, number>();

function findTQuantile(p: number, df: number): number {
  const both = 2 * (1 - p);
  return Math.sqrt((df * betaUpperQuantile(both, 0.5, df / 2)) / betaQuantile(both, df / 2, 0.5));
}

/** The share of Snedecor's F above a value. */
export const fUpper = (f: number, df1: number, df2: number): number =>
  betainc(df2 / (df2 + df1 * f), df2 / 2, df1 / 2, true, false);

/** The value of Snedecor's F that a share `p` lies below. */
export const fQuantile = (p: number, df1: number, df2: number): number =>
  (df2 * betaQuantile(p, df1 / 2, df2 / 2)) / (df1 * betaUpperQuantile(p, df2 / 2, df1 / 2));

/** The value of a beta variable that a share `p` lies below. */
export const betaQuantile = (p: number, a: number, b: number): number =>
  bisect((x) => (p > 0.5 ? betainc(x, a, b, true, true) > 1 - p : betainc(x, a, b, true, false) < p), 0, 1);

/** The value of a beta variable that a share `p` lies above. */
export const betaUpperQuantile = (p: number, a: number, b: number): number =>
  bisect((x) => (p > 0.5 ? betainc(x, a, b, true, false) < 1 - p : betainc(x, a, b, true, true) > p), 0, 1);

/** The value of a gamma variable of unit rate that a share `p` lies below. */
export function gammaQuantile(p: number, shape: number): number {
  const isBelow = (x: number) =>
    p > 0.5 ? gammainc(x, shape, true, true) > 1 - p : gammainc(x, shape, true, false) < p;
  let above = shape + 1;
  while (isBelow(above)) above *= 2;
  return bisect(isBelow, 0, above);
}

/** The share of chi-squared above a value. */
export const chiSquareUpper = (value: number, df: number): number =>
  value <= 0 ? 1 : gammainc(value / 2, df / 2, true, true);

/** The share of chi-squared below a value. */
export const chiSquareLower = (value: number, df: number): number =>
  value <= 0 ? 0 : gammainc(value / 2, df / 2, true, false);

/** The value of chi-squared that a share `p` lies below. */
export const chiSquareQuantile = (p: number, df: number): number => 2 * gammaQuantile(p, df / 2);

/** The two-sided chance of a count this far from the middle, or further, in fair draws; `count` is the lesser one. */
export const binomialTest = (count: number, of: number): number =>
  2 * count === of ? 1 : Math.min(1, 2 * betainc(0.5, of - count, count + 1, true, false));

/** The share of a Poisson variable at or below a count. */
export const poissonCdf = (count: number, mean: number): number =>
  count < 0 ? 0 : mean <= 0 ? 1 : gammainc(mean, Math.floor(count) + 1, true, true);

/** Where a condition that holds at `low` and not at `high` ends, to the last bit. */
export function bisect(isBelow: (x: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  for (;;) {
    const middle = (from + to) / 2;
    if (middle <= from || middle >= to) return to;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
}
