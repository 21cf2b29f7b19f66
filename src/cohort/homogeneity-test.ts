import { AssessmentError, mustBeList } from "../issues/index.ts";
import { logFactorial } from "./counting.ts";
import { effectSize } from "./effect-size.ts";
import { confidenceOf, frozen, sum } from "./estimate.ts";
import { type CountTest, type TestOptions, testOf, undecided } from "./multinomial-test.ts";
import { chiSquareUpper } from "./quantiles.ts";
import type { Random } from "./random.ts";
import { checkCounts } from "./simultaneous-intervals.ts";

/**
 * Two groups' counts of the same classes: whether they could fall alike. The test is that of Fisher, Freeman and Halton,
 * exact if there are not too many tables with these margins and by random draws from the seed otherwise. The effect is
 * Cramér's V. Residuals are those of the first group; the second's are the same with the other sign. Classes that neither
 * group has are left out.
 *
 * @throws {AssessmentError} `out_of_range` unless counts are whole numbers from 0; `unequal_lengths`
 * @source Freeman and Halton 1951, Biometrika 38:141; Agresti 2013, Categorical Data Analysis, 3rd edition (residuals)
 * @example
 * homogeneityTest([3, 0], [0, 3]).p?.toFixed(4); // => "0.1000"
 */
export function homogeneityTest(
  first: readonly number[],
  second: readonly number[],
  options: TestOptions = {},
): CountTest {
  mustBeList(first, "first");
  mustBeList(second, "second");
  const confidence = confidenceOf(options);
  checkCounts(first, "first");
  checkCounts(second, "second");
  if (first.length !== second.length) {
    throw new AssessmentError([{ code: "unequal_lengths", path: ["second"], expected: [`${first.length} counts`] }]);
  }
  const columns = first.map((count, at) => count + (second[at] ?? 0));
  const rows = [sum(first), sum(second)] as const;
  const n = rows[0] + rows[1];
  const df = columns.filter((total) => total > 0).length - 1;
  const reason = rows[0] === 0 || rows[1] === 0 ? "no_cases" : df < 1 ? "one_category" : undefined;
  const expected = columns.map((total) => (total * rows[0]) / n);
  const chi2 =
    reason === undefined
      ? sum(
          first.map((count, at) => {
            const off = (count - (expected[at] ?? 0)) ** 2;
            return off === 0 ? 0 : off / (expected[at] ?? 0) + off / ((columns[at] ?? 0) - (expected[at] ?? 0));
          }),
        )
      : null;
  const logOf = (row: readonly number[]) =>
    row.reduce((total, count, at) => total - logFactorial(count) - logFactorial((columns[at] ?? 0) - count), 0);
  const constant = sum(columns.map(logFactorial)) + logFactorial(rows[0]) + logFactorial(rows[1]) - logFactorial(n);
  const outcome =
    reason === undefined
      ? testOf(first, logOf, constant, columns, (random) => drawRow(columns, rows[0], random), options)
      : undecided(reason);
  return Object.freeze({
    ...outcome,
    n,
    chi2,
    df: Math.max(df, 0),
    chi2P: chi2 === null ? null : chiSquareUpper(chi2, df),
    residuals: frozen(
      first.map((count, at) => {
        const spread = (expected[at] ?? 0) * (1 - rows[0] / n) * (1 - (columns[at] ?? 0) / n);
        return spread > 0 ? (count - (expected[at] ?? 0)) / Math.sqrt(spread) : null;
      }),
    ),
    effect: effectSize(
      "Cramér's V",
      chi2 ?? 0,
      chi2 === null ? 0 : df,
      chi2 === null && reason === "no_cases" ? 0 : n,
      1,
      confidence,
    ),
  });
}

/** The first row of a random table with these margins: cases dealt without putting them back. */
function drawRow(columns: readonly number[], size: number, random: Random): readonly number[] {
  const left = [...columns];
  let total = sum(left);
  for (let at = 0; at < size; at++) {
    let place = random.below(total);
    let k = 0;
    while (place >= (left[k] ?? 0)) {
      place -= left[k] ?? 0;
      k += 1;
    }
    left[k] = (left[k] ?? 0) - 1;
    total -= 1;
  }
  return columns.map((count, at) => count - (left[at] ?? 0));
}
