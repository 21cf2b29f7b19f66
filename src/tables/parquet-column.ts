import type { Cell, CellType } from "./table-format.ts";

/** The cells of a column: one by one, or few different ones and, by row, which of them. */
export interface ParquetColumn {
  readonly values: readonly Cell[];
  readonly at?: Uint8Array | Uint16Array;
}

/** Beyond so many different cells a column is kept one by one (design choice). */
const mostValues = 1024;

/** Takes a column's cells in order. Columns of codes, which repeat, then take a byte a cell; two, if there are many codes. */
export function columnOfCells(rows: number, type: CellType | undefined) {
  const places = new Map<Cell, number>();
  const values: Cell[] = [];
  // Other numbers are kept one by one, since a map takes 0 and -0 as one.
  const isOfWords = type === "string" || type === "boolean" || type === "integer";
  let at: Uint8Array | Uint16Array = new Uint8Array(isOfWords ? rows : 0);
  let cells: Cell[] | undefined = isOfWords ? undefined : new Array(rows).fill(null);
  let taken = 0;
  const placeOf = (cell: Cell): number => {
    const known = places.get(cell);
    if (known !== undefined) return known;
    if (values.length === 256) at = Uint16Array.from(at);
    places.set(cell, values.length);
    return values.push(cell) - 1;
  };
  return {
    add(cell: Cell): void {
      if (taken < rows) {
        if (cells === undefined && places.size === mostValues && !places.has(cell)) {
          cells = new Array(rows).fill(null);
          for (let row = 0; row < taken; row++) cells[row] = values[at[row] ?? 0] ?? null;
        }
        if (cells === undefined) {
          const place = placeOf(cell); // may put a wider list in the place of `at`
          at[taken] = place;
        } else cells[taken] = cell;
      }
      taken += 1;
    },
    taken: () => taken,
    column: (): ParquetColumn => (cells === undefined ? { values, at } : { values: cells }),
  };
}

export function partOf({ values, at }: ParquetColumn, from: number, to: number): ParquetColumn {
  return at === undefined ? { values: values.slice(from, to) } : { values, at: at.slice(from, to) };
}

export function cellIn({ values, at }: ParquetColumn, row: number): Cell {
  return values[at === undefined ? row : (at[row] ?? 0)] ?? null;
}
