import type { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { AssessmentError } from "../issues/index.ts";
import { gatheredCollector } from "./collect-garbage.ts";
import type { Output } from "./output.ts";
import { packedGroup } from "./packed-group.ts";
import { cellIn, columnOfCells, type ParquetColumn } from "./parquet-column.ts";
import { parquetLibrary } from "./parquet-library.ts";
import type { Cell, CellType, RowEncoder, RowWriter, WrittenColumns } from "./table-format.ts";

/** Rows on their way to a Parquet file. Columns of codes are small, which counts where workers send them. */
export interface ParquetPiece {
  readonly rows: number;
  readonly columns: readonly ParquetColumn[];
}

/**
 * How many rows go into a group, and for how many the first one waits for the type of each column. Design choice: memory
 * follows it. A column's cells then take less than the 128 kB from which the engine keeps a list apart, and frees it late.
 */
const rowsTogether = 16_000;
const mostAwaited = 100_000;

/** Gathers rows. Nothing is guarded: a spreadsheet does not open Parquet. */
export function parquetEncoder({ header, added: names }: WrittenColumns): RowEncoder<ParquetPiece> {
  // Room for as many rows as the last piece had.
  const emptyColumns = (room: number) => Array.from([...header, ...names], () => columnOfCells(room));
  let columns = emptyColumns(0);
  let rows = 0;
  return {
    add(batch, at, added) {
      const cells = batch.cellsAt(at);
      for (const [place, column] of columns.entries())
        column.add((place < header.length ? cells[place] : added[place - header.length]) ?? null);
      rows += 1;
    },
    take() {
      const piece = { rows, columns: columns.map((column) => column.column()) };
      columns = emptyColumns(rows);
      rows = 0;
      return piece;
    },
    guarded: () => 0,
  };
}

/**
 * Writes groups of rows. A column has the type that the input gives it, or else that of its first value: text, number,
 * whole number or yes and no. A later value of another type would have to be changed to fit, so it is refused.
 *
 * @throws {AssessmentError} `wrong_usage` if hyparquet-writer is not installed; `wrong_type`
 */
export async function parquetWriter(
  output: Output,
  { header, types: given, added }: WrittenColumns,
): Promise<RowWriter<ParquetPiece>> {
  const library = await parquetLibrary();
  const names = [...header, ...added];
  const bytes = new library.ByteWriter();
  // The same arrays for every group: what is gathered anew each time stays in memory until garbage is collected.
  const waiting = names.map((): Cell[] => new Array<Cell>(rowsTogether).fill(null));
  let rows = 0;
  const types: (CellType | undefined)[] = names.map((_, at) => (at < header.length ? given?.[at] : "string"));
  let writer: ParquetWriter | undefined;
  /** How many rows may wait. */
  const room = (): number => {
    if (rows >= rowsTogether) for (const [at, cells] of waiting.entries()) types[at] ??= typeOf(cells);
    return types.includes(undefined) ? mostAwaited : rowsTogether;
  };
  const collect = gatheredCollector();
  const flush = async (): Promise<void> => {
    collect();
    const columnData = names.map((name, at) => {
      const cells = waiting[at] ?? [];
      cells.length = rows;
      types[at] ??= typeOf(cells) ?? "string";
      const data = fitting(cells, types[at], name);
      // A dictionary would take 0 and -0 as one.
      const plain = data.some((cell) => Object.is(cell, -0)) ? ({ encoding: "PLAIN" } as const) : {};
      // An index of pages, and the least and the most value, would stay in memory for every column of every group until
      // the end; for codes they would tell a reader nothing.
      return {
        name,
        type: parquetTypes[types[at]],
        nullable: true,
        data,
        offsetIndex: false,
        statistics: false,
        ...plain,
      };
    });
    writer ??= new library.ParquetWriter({ writer: bytes, schema: library.schemaFromColumnData({ columnData }) });
    if (rows > 0) {
      await writer.write({ columnData, rowGroupSize: rowsTogether });
      lighten(writer);
    }
    rows = 0;
    await drain(bytes, output);
  };
  return {
    guarded: 0,
    async write({ rows: given, columns }) {
      for (let from = 0; from < given; ) {
        const taken = Math.min(given - from, Math.max(0, room() - rows));
        for (const [at, column] of columns.entries()) copy(column, from, taken, waiting[at] ?? [], rows);
        from += taken;
        rows += taken;
        if (rows >= room()) await flush();
      }
    },
    async end() {
      await flush();
      await writer?.finish();
      // What it knows of every group is free before the finished file is read back.
      writer = undefined;
      await drain(bytes, output);
    },
  };
}

/**
 * The library keeps an account of every column of every group until the end. Each is kept as what differs from the first,
 * and the list of indexes, of which none was asked for, is let go.
 */
function lighten({ row_groups: groups, pendingIndexes }: ParquetWriter): void {
  pendingIndexes.length = 0;
  const [first, last] = [groups[0], groups.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) groups[groups.length - 1] = packedGroup(last, first);
}

/** Hands over what stands in the library's buffer; `offset` goes on counting, so places in the file stay right. */
async function drain(bytes: ByteWriter, output: Output): Promise<void> {
  const piece = new Uint8Array(bytes.getBytes());
  bytes.index = 0;
  await output.write(piece);
}

function copy(column: ParquetColumn, from: number, count: number, into: Cell[], at: number): void {
  for (let row = 0; row < count; row++) into[at + row] = cellIn(column, from + row);
}

const parquetTypes = {
  string: "STRING",
  number: "DOUBLE",
  integer: "INT32",
  bigint: "INT64",
  boolean: "BOOLEAN",
} as const;

function typeOf(cells: readonly Cell[]): CellType | undefined {
  const type = typeof cells.find((cell) => cell !== null);
  return type === "number" || type === "bigint" || type === "boolean" || type === "string" ? type : undefined;
}

function fitting(cells: Cell[], type: CellType, name: string): Cell[] {
  const held = type === "integer" ? "number" : type;
  if (cells.some((cell) => cell !== null && typeof cell !== held))
    throw new AssessmentError([
      { code: "wrong_type", path: ["column", name], expected: [`values of one type: ${type}`] },
    ]);
  if (type === "bigint" && cells.some((cell) => typeof cell === "bigint" && BigInt.asIntN(64, cell) !== cell))
    throw new AssessmentError([
      {
        code: "wrong_type",
        path: ["column", name],
        expected: ["whole numbers below 2^63, or output to another format"],
      },
    ]);
  return cells;
}
