import { AssessmentError } from "../issues/index.ts";

/** The 97.5th percentile of the standard normal distribution, to double precision. */
const z = 1.959963984540054;

/**
 * The 95% Wilson score interval of a share, as shares from 0 to 1; `undefined` for no cases.
 *
 * @throws {AssessmentError} `out_of_range` unless `count` is a whole number from 0 to `of`
 * @source Wilson 1927, J Am Stat Assoc 22:209
 * @example
 * wilson(0, 0); // => undefined
 * @example
 * wilson(5, 10)?.map((end) => end.toFixed(4)); // => ["0.2366", "0.7634"]
 */
export function wilson(count: number, of: number): readonly [low: number, high: number] | undefined {
  checkShare(count, of);
  if (of === 0) return undefined;
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [count === 0 ? 0 : middle - half, count === of ? 1 : middle + half];
}

/** Refuses counts that cannot be a part of a whole. */
export function checkShare(count: number, of: number): void {
  if (Number.isSafeInteger(count) && Number.isSafeInteger(of) && count >= 0 && count <= of) return;
  throw new AssessmentError([{ code: "out_of_range", path: ["count"], expected: ["a whole number from 0 to all"] }]);
}
