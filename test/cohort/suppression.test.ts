import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppressionBounds, suppressRow, suppressTable } from "../../src/cohort/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";

/** A cell that is known, or the number of an unknown one. */
type Seen = { readonly known: number } | { readonly unknown: number };

/**
 * An attacker who shares no code with what is attacked: unknown cells are variables, every line of the table is an
 * equation, and the least and the most of one variable are found by trying every whole number, cell by cell, within what
 * the equations leave. Unknowns go up to `most`, far above every count.
 */
function attack(seen: readonly (readonly Seen[])[], target: number, most: number): readonly number[] {
  const lines: { readonly cells: readonly Seen[]; readonly total: Seen }[] = [];
  for (const row of seen) lines.push({ cells: row.slice(0, -1), total: row.at(-1) as Seen });
  for (let j = 0; j < (seen[0]?.length ?? 0); j++) {
    const column = seen.map((row) => row[j] as Seen);
    lines.push({ cells: column.slice(0, -1), total: column.at(-1) as Seen });
  }
  const variables = new Set(seen.flat().flatMap((cell) => ("unknown" in cell ? [cell.unknown] : [])));
  type Range = readonly [low: number, high: number];
  const tighten = (ranges: Map<number, Range>): boolean => {
    for (let changed = true; changed; ) {
      changed = false;
      for (const { cells, total } of lines) {
        const parts = [...cells.map((cell) => ({ cell, sign: 1 })), { cell: total, sign: -1 }];
        const range = (cell: Seen): Range =>
          "known" in cell ? [cell.known, cell.known] : (ranges.get(cell.unknown) ?? [0, most]);
        for (const { cell, sign } of parts) {
          if ("known" in cell) continue;
          // sign * x = -(sum of the others)
          let [low, high] = [0, 0];
          for (const other of parts) {
            if (other.cell === cell) continue;
            const [l, h] = range(other.cell);
            [low, high] = other.sign === 1 ? [low - h, high - l] : [low + l, high + h];
          }
          const [from, to] = sign === 1 ? [low, high] : [-high, -low];
          const [l, h] = range(cell);
          const next: Range = [Math.max(l, from), Math.min(h, to)];
          if (next[0] > next[1]) return false;
          if (next[0] !== l || next[1] !== h) {
            ranges.set(cell.unknown, next);
            changed = true;
          }
        }
        const sums = cells.map(range).reduce(([a, b], [l, h]) => [a + l, b + h] as const, [0, 0] as const);
        const [l, h] = range(total);
        if (sums[0] > h || sums[1] < l) return false;
      }
    }
    return true;
  };
  const solvable = (ranges: Map<number, Range>): boolean => {
    const own = new Map(ranges);
    if (!tighten(own)) return false;
    const open = [...variables].find((each) => {
      const [low, high] = own.get(each) ?? [0, most];
      return low < high;
    });
    if (open === undefined) return true;
    const [low, high] = own.get(open) ?? [0, most];
    for (let value = low; value <= high; value++) if (solvable(new Map(own).set(open, [value, value]))) return true;
    return false;
  };
  return Array.from({ length: most + 1 }, (_, value) => value).filter((value) =>
    solvable(new Map([[target, [value, value]]])),
  );
}

const seenBy = (table: ReturnType<typeof suppressTable>): readonly (readonly Seen[])[] => {
  let next = 0;
  const cell = (count: number | null): Seen => (count === null ? { unknown: next++ } : { known: count });
  return [
    ...table.cells.map((row, i) => [...row.map(cell), cell(table.rowTotals[i] ?? null)]),
    [...table.columnTotals.map(cell), cell(table.total)],
  ];
};

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const withTotals = (counts: readonly (readonly number[])[]) => {
  const rows = counts.map((row) => [...row, total(row)]);
  return [...rows, (rows[0] ?? []).map((_, j) => total(rows.map((row) => row[j] ?? 0)))];
};
const someTable = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe("a table that hides small counts", () => {
  it("leaves every value from 1 to 4 possible for each small count, whatever an attacker adds and subtracts", () => {
    fc.assert(
      fc.property(someTable, (counts) => {
        const seen = seenBy(suppressTable(counts));
        for (const [i, row] of withTotals(counts).entries()) {
          for (const [j, count] of row.entries()) {
            if (count < 1 || count > 4) continue;
            const cell = seen[i]?.[j] as Seen;
            expect(cell).toHaveProperty("unknown");
            if ("unknown" in cell) expect(attack(seen, cell.unknown, 40)).toEqual(expect.arrayContaining([1, 2, 3, 4]));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("shows what it shows truly, and hides nothing where no count is small", () => {
    fc.assert(
      fc.property(someTable, fc.integer({ min: 1, max: 6 }), (counts, under) => {
        const { cells, rowTotals, columnTotals, total: all } = suppressTable(counts, { under });
        const shown = [...cells.map((row, i) => [...row, rowTotals[i] ?? null]), [...columnTotals, all]];
        const truth = withTotals(counts);
        for (const [i, row] of shown.entries()) {
          for (const [j, count] of row.entries()) if (count !== null) expect(count).toBe(truth[i]?.[j]);
        }
        const hasSmall = truth.flat().some((count) => count > 0 && count < under);
        if (!hasSmall) expect(shown).toEqual(truth);
      }),
    );
  });

  it("that hid small counts alone would be undone: the attacker finds them", () => {
    const seen: Seen[][] = [
      [{ known: 9 }, { unknown: 0 }, { known: 11 }],
      [{ known: 8 }, { known: 7 }, { known: 15 }],
      [{ known: 17 }, { known: 9 }, { known: 26 }],
    ];
    expect(attack(seen, 0, 40)).toEqual([2]);
  });

  it("has bounds, by flows, that are the attacker's", () => {
    fc.assert(
      fc.property(someTable, (counts) => {
        const seen = seenBy(suppressTable(counts));
        const hidden = seen.map((row) => row.map((cell) => "unknown" in cell));
        const bounds = suppressionBounds({ counts: withTotals(counts), hidden });
        for (const [i, row] of seen.entries()) {
          for (const [j, cell] of row.entries()) {
            const [low, high = 0] = bounds[i]?.[j] ?? [];
            const found = "known" in cell ? [cell.known] : attack(seen, cell.unknown, 100);
            // Where nothing bounds it the attacker goes as far as it looks; sums of such cells stop it earlier.
            expect(low).toBe(found[0]);
            if (high < 100) expect(high).toBe(found.at(-1));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the total of all unless it is small itself", () => {
    expect(
      suppressTable([
        [1, 9],
        [8, 7],
      ]).total,
    ).toBe(25);
    expect(
      suppressTable([
        [1, 0],
        [0, 1],
      ]),
    ).toMatchObject({
      cells: [
        [null, null],
        [null, null],
      ],
      total: null,
    });
  });

  it("refuses counts that are none, rows of unequal length and a threshold below 1", () => {
    for (const work of [
      () => suppressTable([[-1]]),
      () => suppressTable([[1], [1, 2]]),
      () => suppressTable([[1]], { under: 0 }),
    ]) {
      expect(work).toThrow(AssessmentError);
    }
  });
});

describe("a row that hides small counts", () => {
  it("leaves every value from 1 to 4 possible for each small count", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }), (counts) => {
        const row = suppressRow(counts);
        for (const [j, count] of counts.entries()) {
          if (count < 1 || count > 4) continue;
          expect(row.counts[j]).toBeNull();
          for (let value = 1; value <= 4; value++) expect(isPossible(row, j, value)).toBe(true);
        }
      }),
    );
  });
});

/** Whether one hidden count of a row can be this much: the others that are hidden take what is left. */
function isPossible(
  row: { readonly counts: readonly (number | null)[]; readonly total: number | null },
  at: number,
  value: number,
): boolean {
  if (row.counts[at] !== null) return row.counts[at] === value;
  if (row.total === null) return true;
  const left = row.total - total(row.counts.map((count) => count ?? 0)) - value;
  const others = row.counts.filter((count, j) => count === null && j !== at).length;
  return others === 0 ? left === 0 : left >= 0;
}
