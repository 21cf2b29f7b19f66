import { AssessmentError, mustBeList, mustBeLists, mustBeObject } from "../issues/index.ts";
import { frozen, sum } from "./estimate.ts";
import { checkCounts } from "./simultaneous-intervals.ts";
import { changeOf, cheapestPath } from "./suppression-bounds.ts";

/** A table that may be shown to others. What is hidden is `null`, with no sign of whether it is small itself. */
export interface SharedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  /** Counts from 1 and below this were hidden, and others so that these cannot be worked out. */
  readonly under: number;
}

/** What hiding small counts lets one choose. */
export interface SuppressionOptions {
  /** Counts from 1 and below this are hidden; 5 if it is left out. 1 hides nothing. */
  readonly under?: number;
}

/**
 * A table of counts with its totals in which no small count is shown, nor can be worked out: whoever adds and subtracts
 * what is shown finds for each small count that every value from 1 to `under` - 1 is still possible. Where hiding small
 * counts is not enough, others are hidden too, small and inner ones first, the total of all last. A table whose total is
 * small itself is hidden whole. Zeros are shown, unless they are needed to hide others.
 *
 * It guards against arithmetic on this table. It does not guard against another table of the same cases, or against what
 * a reader knows of a case.
 *
 * @throws {AssessmentError} `out_of_range` unless counts are whole numbers from 0 and `under` is one from 1;
 *   `unequal_lengths` if rows differ in length
 * @source Hundepool et al. 2012, Statistical Disclosure Control, chapter 4; the rule itself is a design choice
 * @example
 * suppressTable([[9, 2], [8, 7]]).cells; // => [[null, null], [null, null]]
 */
export function suppressTable(counts: readonly (readonly number[])[], options: SuppressionOptions = {}): SharedTable {
  mustBeLists(counts, "counts");
  mustBeObject(options, "options");
  const { under = 5 } = options;
  refuseFaults(counts, under);
  const table = withTotals(counts);
  const isSmall = (count: number) => count > 0 && count < under;
  const hidden = table.map((row) => row.map(isSmall));
  const total = table.at(-1)?.at(-1) ?? 0;
  if (isSmall(total)) for (const row of hidden) row.fill(true);
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      if (!isSmall(count)) continue;
      protect(table, hidden, i, j, 1, under - 1 - count);
      protect(table, hidden, i, j, -1, count - 1);
    }
  }
  const shown = table.map((row, i) => row.map((count, j) => (hidden[i]?.[j] === true ? null : count)));
  const last = shown.at(-1) ?? [];
  return Object.freeze({
    cells: frozen(shown.slice(0, -1).map((row) => frozen(row.slice(0, -1)))),
    rowTotals: frozen(shown.slice(0, -1).map((row) => row.at(-1) ?? null)),
    columnTotals: frozen(last.slice(0, -1)),
    total: last.at(-1) ?? null,
    under,
  });
}

/**
 * Hides small counts in one row, and others with them, so that none follows from the sum.
 *
 * @throws {AssessmentError} as `suppressTable`
 * @example
 * suppressRow([12, 3, 9]); // => { counts: [12, null, null], total: 24 }
 */
export function suppressRow(
  counts: readonly number[],
  options: SuppressionOptions = {},
): { readonly counts: readonly (number | null)[]; readonly total: number | null } {
  mustBeList(counts, "counts");
  // One row stands for both itself and the row of totals, so hiding a cell in one hides it in the other.
  const { cells, columnTotals, rowTotals, total } = suppressTable([counts], options);
  const both = (cells[0] ?? []).map((count, at) => (columnTotals[at] === null ? null : count));
  return Object.freeze({ counts: frozen(both), total: rowTotals[0] === null ? null : total });
}

/** Hides further cells until one small cell can rise or fall by this much, along the cheapest way each time. */
function protect(
  table: readonly (readonly number[])[],
  hidden: readonly boolean[][],
  i: number,
  j: number,
  way: 1 | -1,
  by: number,
): void {
  for (;;) {
    const found = changeOf({ counts: table, hidden }, i, j, way, by);
    if (found.by >= by) return;
    const price = (a: number, b: number) => (a === i && b === j ? undefined : priceOf(table, hidden, a, b));
    const path = cheapestPath(found.flow, price, i, j, way);
    if (path === undefined) return; // every other cell is hidden, so nothing is left to be known
    for (const { a, b } of path) {
      const row = hidden[a];
      if (row !== undefined) row[b] = true;
    }
  }
}

/** What it costs to hide a cell: nothing if it is hidden, its size if not; totals cost more, and that of all the most. */
function priceOf(
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  a: number,
  b: number,
): number {
  if (hidden[a]?.[b] === true) return 0;
  const count = table[a]?.[b] ?? 0;
  const total = table.at(-1)?.at(-1) ?? 0;
  const totals = Number(a === table.length - 1) + Number(b === (table[0]?.length ?? 0) - 1);
  // A zero hides little, since it can only rise, and hiding it hides that nobody was there.
  return (count === 0 ? total + 1 : count) + totals * 4 * (total + 1) + (totals === 2 ? 64 * (total + 1) : 0);
}

function withTotals(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({ length: width }, (_, j) => sum(rows.map((row) => row[j] ?? 0)))];
}

function refuseFaults(counts: readonly (readonly number[])[], under: number): void {
  if (!Number.isSafeInteger(under) || under < 1) {
    throw new AssessmentError([{ code: "out_of_range", path: ["under"], expected: ["a whole number from 1"] }]);
  }
  for (const [at, row] of counts.entries()) {
    checkCounts(row, `row ${at + 1}`);
    if (row.length !== counts[0]?.length) {
      throw new AssessmentError([
        { code: "unequal_lengths", path: ["row", at + 1], expected: [`${counts[0]?.length} counts`] },
      ]);
    }
  }
}
