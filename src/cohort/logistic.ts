import { sum } from "./estimate.ts";
import { inverse } from "./matrix.ts";

/**
 * A logistic model fitted by maximum likelihood with Newton's method: for each column its coefficient and standard error;
 * `separated` if it has no end, because a mixture of the columns parts the cases fully or nearly so.
 *
 * @param columns One row for each case; write a column of ones for an intercept.
 * @param offset A part of the log odds that is given.
 */
export function fitLogistic(
  truth: readonly (0 | 1)[],
  columns: readonly (readonly number[])[],
  offset: readonly number[],
): readonly (readonly [coefficient: number, standardError: number])[] | "separated" {
  const k = columns[0]?.length ?? 0;
  const every = Array.from({ length: k }, (_, at) => at);
  let coefficients: readonly number[] = every.map(() => 0);
  for (let step = 0; step < 100; step++) {
    const fitted = columns.map((row, at) => logistic((offset[at] as number) + dot(row, coefficients)));
    const score = every.map((i) =>
      sum(columns.map((row, at) => (row[i] as number) * ((truth[at] as number) - (fitted[at] as number)))),
    );
    const information = every.map((i) =>
      every.map((j) =>
        sum(
          columns.map(
            (row, at) =>
              (row[i] as number) * (row[j] as number) * (fitted[at] as number) * (1 - (fitted[at] as number)),
          ),
        ),
      ),
    );
    const spread = inverse(information);
    if (spread === undefined) return "separated";
    const move = every.map((i) => dot(spread[i] as readonly number[], score));
    // A step that would overshoot is cut: the likelihood is concave, so short steps still come to its top.
    const longest = Math.max(...move.map(Math.abs));
    coefficients = coefficients.map((value, i) => value + (move[i] as number) * Math.min(1, 5 / longest));
    if (coefficients.some((value) => !Number.isFinite(value) || Math.abs(value) > 1e6)) return "separated";
    if (longest < 1e-11 * (1 + Math.max(...coefficients.map(Math.abs)))) {
      return coefficients.map((value, i) => [value, Math.sqrt(spread[i]?.[i] as number)] as const);
    }
  }
  return "separated";
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, v, at) => total + v * (b[at] as number), 0);
