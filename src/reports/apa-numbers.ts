import type { Bounds } from "../cohort/index.ts";
import { mustBeList, mustBeObject, wrongArgument } from "../issues/index.ts";

/** What stands in a cell that has no value; a note under the table says why. */
export const noValue = "\u2014";

/** How many digits stand after the point, and whether the statistic can be above 1, so that a zero stands before it. */
export interface NumberStyle {
  readonly digits?: number;
  /** For what can never be above 1 in size, such as p, kappa and a correlation: `.50`, not `0.50`. */
  readonly atMostOne?: boolean;
}

/**
 * A number as the Publication Manual of the APA prints it: fixed digits (two if not said), a true minus sign, never a
 * minus before zero, and no zero before the point of what can never be above 1. Half a unit goes away from zero, as by
 * hand. What is `null` is a dash.
 *
 * @throws {AssessmentError} `malformed` for what is neither a number nor `null`
 * @source American Psychological Association 2020, Publication Manual, 7th edition, section 6.36
 * @example
 * [apaNumber(1.005), apaNumber(-0.125, { atMostOne: true }), apaNumber(-0.001), apaNumber(null)];
 * // => ["1.01", "−.13", "0.00", "—"]
 */
export function apaNumber(value: number | null, style: NumberStyle = {}): string {
  if (value === null) return noValue;
  if (typeof value !== "number") throw wrongArgument("value", "a number, or null", value);
  mustBeObject(style, "style");
  const { digits = 2, atMostOne = false } = style;
  const size = roundedHalfUp(Math.abs(value), digits);
  const isZero = Number(size) === 0;
  const text = atMostOne && size.startsWith("0.") ? size.slice(1) : size;
  return value < 0 && !isZero ? `\u2212${text}` : text;
}

/**
 * A p value: three digits, and never zero or one.
 *
 * @throws {AssessmentError} as `apaNumber`
 * @example
 * [apaP(0.0449), apaP(0.0004), apaP(0.9996), apaP(null)]; // => [".045", "< .001", "> .999", "—"]
 */
export function apaP(p: number | null): string {
  if (p === null) return noValue;
  if (p < 0.001) return "< .001";
  return p > 0.999 ? "> .999" : apaNumber(p, { digits: 3, atMostOne: true });
}

/**
 * An interval in square brackets.
 *
 * @throws {AssessmentError} `malformed` for what is neither a pair of numbers nor missing
 * @example
 * apaInterval([-0.1, 0.5], { atMostOne: true }); // => "[−.10, .50]"
 */
export function apaInterval(bounds: Bounds | null | undefined, style: NumberStyle = {}): string {
  if (bounds === null || bounds === undefined) return noValue;
  mustBeList(bounds, "bounds");
  return `[${bounds.map((end) => apaNumber(end, style)).join(", ")}]`;
}

/**
 * A share from 0 to 1 as a percentage with one digit, or a dash.
 *
 * @throws {AssessmentError} as `apaNumber`
 * @example
 * [apaPercent(0.4583), apaPercent(undefined)]; // => ["45.8%", "—"]
 */
export function apaPercent(share: number | null | undefined): string {
  return share === null || share === undefined ? noValue : `${apaNumber(share * 100, { digits: 1 })}%`;
}

/** A share's interval in percent, with the sign once. */
export function apaPercentInterval(bounds: Bounds | null | undefined): string {
  return bounds === null || bounds === undefined
    ? noValue
    : `[${bounds.map((end) => apaNumber(end * 100, { digits: 1 })).join(", ")}]%`;
}

/** Rounded by its shortest decimal form, so that 1.005 is 1.01 although the nearest binary number lies below it. */
function roundedHalfUp(size: number, digits: number): string {
  if (size >= 1e15) return size.toFixed(digits); // it has no digits after the point
  const [mantissa = "0", exponent = "0"] = size.toExponential().split("e");
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  return Number(`${shifted}e-${digits}`).toFixed(digits);
}
