import type { Cell, CellType } from "./table-format.ts";

/** The cells of a column: one by one, or few different ones and, by row, which of them. */
export interface ParquetColumn {
  readonly values: readonly Cell[];
  readonly at?: Uint16Array;
}

/** Beyond so many different cells a column is kept one by one (design choice). */
const mostValues = 1024;

/** Takes a column's cells in order. Columns of codes, which repeat, then take two bytes a cell. */
export function columnOfCells(rows: number, type: CellType | undefined) {
  const places = new Map<Cell, number>();
  const values: Cell[] = [];
  const at = new Uint16Array(rows);
  // Numbers are kept one by one, since a map takes 0 and -0 as one.
  let cells: Cell[] | undefined = type === "string" || type === "boolean" ? undefined : new Array(rows).fill(null);
  let taken = 0;
  const placeOf = (cell: Cell): number => {
    const known = places.get(cell);
    if (known !== undefined) return known;
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
        if (cells === undefined) at[taken] = placeOf(cell);
        else cells[taken] = cell;
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
