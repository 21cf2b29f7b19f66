import type { ByteWriter } from "hyparquet-writer";
import { AssessmentError } from "../issues/index.ts";
import type { Output } from "./output.ts";
import { parquetLibrary } from "./parquet-library.ts";
import type { Cell, CellType, RowEncoder, RowWriter, WrittenColumns } from "./table-format.ts";

/** Rows on their way to a Parquet file, column by column. */
export type ParquetPiece = readonly (readonly Cell[])[];

/**
 * How many rows go into a group (design choice: memory follows it, and groups of 100 000 made files no more than 6%
 * smaller), and for how many the first one waits for the type of each column.
 */
const rowsTogether = 20_000;
const mostAwaited = 100_000;

/** Gathers rows. Nothing is guarded: a spreadsheet does not open Parquet. */
export function parquetEncoder({ header, added: names }: WrittenColumns): RowEncoder<ParquetPiece> {
  const width = header.length + names.length;
  let columns: Cell[][] = Array.from({ length: width }, () => []);
  return {
    add(batch, at, added) {
      const cells = batch.cellsAt(at);
      for (let place = 0; place < header.length; place++) columns[place]?.push(cells[place] ?? null);
      for (let place = 0; place < names.length; place++) columns[header.length + place]?.push(added[place] ?? null);
    },
    take() {
      const taken = columns;
      columns = Array.from({ length: width }, () => []);
      return taken;
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
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await parquetLibrary();
  const names = [...header, ...added];
  const bytes = new ByteWriter();
  let waiting: Cell[][] = names.map(() => []);
  const types: (CellType | undefined)[] = names.map((_, at) => (at < header.length ? given?.[at] : "string"));
  let writer: InstanceType<typeof ParquetWriter> | undefined;
  const isFull = (): boolean => {
    const rows = waiting[0]?.length ?? 0;
    if (rows < rowsTogether) return false;
    for (const [at, cells] of waiting.entries()) types[at] ??= typeOf(cells);
    return rows >= mostAwaited || !types.includes(undefined);
  };
  const flush = async (): Promise<void> => {
    const columnData = names.map((name, at) => {
      const cells = waiting[at] ?? [];
      types[at] ??= typeOf(cells) ?? "string";
      return { name, type: parquetTypes[types[at]], nullable: true, data: fitting(cells, types[at], name) };
    });
    writer ??= new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData }) });
    if ((waiting[0]?.length ?? 0) > 0) await writer.write({ columnData, rowGroupSize: rowsTogether });
    waiting = names.map(() => []);
    await drain(bytes, output);
  };
  return {
    guarded: 0,
    async write(piece) {
      for (const [at, cells] of piece.entries()) {
        const into = waiting[at];
        for (const cell of cells) into?.push(cell);
      }
      if (isFull()) await flush();
    },
    async end() {
      await flush();
      await writer?.finish();
      await drain(bytes, output);
    },
  };
}

/** Hands over what stands in the library's buffer; `offset` goes on counting, so places in the file stay right. */
async function drain(bytes: ByteWriter, output: Output): Promise<void> {
  const piece = new Uint8Array(bytes.getBytes());
  bytes.index = 0;
  await output.write(piece);
}

const parquetTypes = { string: "STRING", number: "DOUBLE", bigint: "INT64", boolean: "BOOLEAN" } as const;

function typeOf(cells: readonly Cell[]): CellType | undefined {
  const type = typeof cells.find((cell) => cell !== null);
  return type === "number" || type === "bigint" || type === "boolean" || type === "string" ? type : undefined;
}

function fitting(cells: Cell[], type: CellType, name: string): Cell[] {
  if (cells.some((cell) => cell !== null && typeof cell !== type))
    throw new AssessmentError([
      { code: "wrong_type", path: ["column", name], expected: [`values of one type: ${type}`] },
    ]);
  return cells;
}
