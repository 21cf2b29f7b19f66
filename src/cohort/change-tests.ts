import { AssessmentError, mustBeLists } from "../issues/index.ts";
import { type Reason, sum } from "./estimate.ts";
import { type Matrix, solve } from "./matrix.ts";
import type { statisticNames } from "./method-names.ts";
import { chiSquareUpper } from "./quantiles.ts";
import { checkCounts } from "./simultaneous-intervals.ts";

/** The tests of a table of two times, as results name them. */
export type TestName = (typeof statisticNames)["bowker" | "stuart_maxwell"];

/** A test on a table of two times. What is not defined is `null`, with the reason. */
export interface ChangeTest {
  readonly chi2: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly method: TestName;
  readonly reason?: Reason;
}

/**
 * Bowker's test of symmetry of a square table: for two classes it is that of McNemar without correction. Pairs of classes
 * between which nobody moved are left out of the degrees of freedom, which makes it the same whatever is not used.
 *
 * @throws {AssessmentError} `out_of_range` for a count that is not valid; `unequal_lengths` if the table is not square
 * @source Bowker 1948, J Am Stat Assoc 43:572
 * @example
 * bowkerTest([[1, 5], [1, 1]]).chi2?.toFixed(4); // => "2.6667"
 */
export function bowkerTest(table: Matrix): ChangeTest {
  const method = "Bowker's test of symmetry";
  checkSquare(table);
  let [chi2, df] = [0, 0];
  for (const [k, row] of table.entries()) {
    for (let l = 0; l < k; l++) {
      const [there, back] = [row[l] as number, table[l]?.[k] as number];
      if (there + back === 0) continue;
      chi2 += (there - back) ** 2 / (there + back);
      df += 1;
    }
  }
  return df === 0 ? untested(method, table) : tested(method, chi2, df);
}

/**
 * The test of Stuart and Maxwell that a square table has the same margins. Classes between which nobody moved, not even
 * through others, cannot be compared, so that each group of classes joined by moves gives one degree of freedom less than
 * it has classes.
 *
 * @throws {AssessmentError} as `bowkerTest`
 * @source Stuart 1955, Biometrika 42:412; Maxwell 1970, Br J Psychiatry 116:651
 * @example
 * stuartMaxwellTest([[1, 5], [1, 1]]).chi2?.toFixed(4); // => "2.6667"
 */
export function stuartMaxwellTest(table: Matrix): ChangeTest {
  const method = "Stuart-Maxwell test of marginal homogeneity";
  checkSquare(table);
  const used = joined(table).flatMap((group) => group.slice(1));
  if (used.length === 0) return untested(method, table);
  const margin = (k: number) => [sum(table[k] ?? []), sum(table.map((row) => row[k] as number))] as const;
  const differences = used.map((k) => margin(k)[0] - margin(k)[1]);
  const spread = used.map((k) =>
    used.map((l) =>
      k === l ? sum(margin(k)) - 2 * (table[k]?.[k] as number) : -(table[k]?.[l] as number) - (table[l]?.[k] as number),
    ),
  );
  const scaled = solve(spread, differences);
  if (scaled === undefined) return untested(method, table);
  return tested(method, sum(differences.map((value, at) => value * (scaled[at] as number))), used.length);
}

/** Groups of classes between which somebody moved. */
function joined(table: Matrix): readonly (readonly number[])[] {
  const left = new Set(table.keys());
  const groups: number[][] = [];
  for (const start of table.keys()) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const k of group) {
      for (const l of [...left]) {
        if ((table[k]?.[l] as number) + (table[l]?.[k] as number) === 0) continue;
        left.delete(l);
        group.push(l);
      }
    }
    groups.push(group);
  }
  return groups;
}

const tested = (method: TestName, chi2: number, df: number): ChangeTest =>
  Object.freeze({ chi2, df, p: chiSquareUpper(chi2, df), method });

const untested = (method: TestName, table: Matrix): ChangeTest => {
  const reason = sum(table.map(sum)) === 0 ? "no_cases" : "no_change";
  return Object.freeze({ chi2: null, df: 0, p: null, method, reason });
};

function checkSquare(table: Matrix): void {
  mustBeLists(table, "table");
  for (const [at, row] of table.entries()) {
    checkCounts(row, `table.${at}`);
    if (row.length !== table.length) {
      const expected = [`${table.length} counts`];
      throw new AssessmentError([{ code: "unequal_lengths", path: ["table", at], expected, row: at + 1 }]);
    }
  }
}
