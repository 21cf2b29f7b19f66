import type { Cell } from "./table-format.ts";

/** The cells of a column: one by one, or few different ones and, by row, which of them. */
export interface ParquetColumn {
  readonly values: readonly Cell[];
  readonly at?: Uint8Array | Uint16Array;
}

/** Beyond so many different cells a column is kept one by one (design choice). */
const mostValues = 1024;

/** Takes a column's cells in order. Columns of codes, which repeat, then take a byte a cell; two, if there are many codes. */
export function columnOfCells(room: number) {
  const places = new Map<Cell, number>();
  const values: Cell[] = [];
  let at: Uint8Array | Uint16Array = new Uint8Array(room);
  let cells: Cell[] | undefined;
  let taken = 0;
  /** Where a cell stands among the different ones; `undefined` if it can have no place there. A map takes 0 and -0 as one. */
  const placeOf = (cell: Cell): number | undefined => {
    if (Object.is(cell, -0)) return undefined;
    const known = places.get(cell);
    if (known !== undefined) return known;
    if (values.length === mostValues) return undefined;
    if (values.length === 256) at = Uint16Array.from(at);
    places.set(cell, values.length);
    return values.push(cell) - 1;
  };
  const oneByOne = (): Cell[] => {
    const found = new Array<Cell>(Math.max(room, taken)).fill(null);
    for (let row = 0; row < taken; row++) found[row] = values[at[row] ?? 0] ?? null;
    return found;
  };
  return {
    add(cell: Cell): void {
      if (cells === undefined) {
        const place = placeOf(cell);
        if (place === undefined) cells = oneByOne();
        else {
          if (taken === at.length) at = longer(at);
          at[taken] = place;
        }
      }
      if (cells !== undefined) cells[taken] = cell;
      taken += 1;
    },
    taken: () => taken,
    column(): ParquetColumn {
      if (cells === undefined) return { values, at: at.length === taken ? at : at.slice(0, taken) };
      cells.length = taken;
      return { values: cells };
    },
  };
}

function longer(at: Uint8Array | Uint16Array): Uint8Array | Uint16Array {
  const more = at instanceof Uint8Array ? new Uint8Array(at.length * 2 + 64) : new Uint16Array(at.length * 2 + 64);
  more.set(at);
  return more;
}

export function partOf({ values, at }: ParquetColumn, from: number, to: number): ParquetColumn {
  return at === undefined ? { values: values.slice(from, to) } : { values, at: at.slice(from, to) };
}

export function cellIn({ values, at }: ParquetColumn, row: number): Cell {
  return values[at === undefined ? row : (at[row] ?? 0)] ?? null;
}
