import type { ByteWriter } from "hyparquet-writer";
import { AssessmentError } from "../issues/index.ts";
import type { Output } from "./output.ts";
import { parquetLibrary } from "./parquet-library.ts";
import type { Cell, RowEncoder, RowWriter, WrittenColumns } from "./table-format.ts";

/** Rows on their way to a Parquet file, column by column. */
export type ParquetPiece = readonly (readonly Cell[])[];

/** How many rows go into a group (design choice). */
const rowsTogether = 100_000;

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

type ColumnType = "STRING" | "DOUBLE" | "INT64" | "BOOLEAN";

/**
 * Writes groups of rows. A column has the type of its first value: text, number, whole number or yes and no. A later value
 * of another type would have to be changed to fit, so it is refused.
 *
 * @throws {AssessmentError} `wrong_usage` if hyparquet-writer is not installed; `wrong_type`
 */
export async function parquetWriter(
  output: Output,
  { header, added }: WrittenColumns,
): Promise<RowWriter<ParquetPiece>> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await parquetLibrary();
  const names = [...header, ...added];
  const bytes = new ByteWriter();
  let waiting: Cell[][] = names.map(() => []);
  let types: readonly ColumnType[] | undefined;
  let writer: InstanceType<typeof ParquetWriter> | undefined;
  const flush = async (): Promise<void> => {
    types ??= waiting.map(typeOf);
    const kept = types;
    const columnData = names.map((name, at) => ({
      name,
      type: kept[at] ?? "STRING",
      nullable: true,
      data: fitting(waiting[at] ?? [], kept[at] ?? "STRING", name),
    }));
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
      if ((waiting[0]?.length ?? 0) >= rowsTogether) await flush();
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

function typeOf(cells: readonly Cell[]): ColumnType {
  switch (typeof cells.find((cell) => cell !== null)) {
    case "number":
      return "DOUBLE";
    case "bigint":
      return "INT64";
    case "boolean":
      return "BOOLEAN";
    default:
      return "STRING";
  }
}

const types: Readonly<Record<ColumnType, string>> = {
  STRING: "string",
  DOUBLE: "number",
  INT64: "bigint",
  BOOLEAN: "boolean",
};

function fitting(cells: readonly Cell[], type: ColumnType, name: string): Cell[] {
  const wanted = types[type];
  if (cells.some((cell) => cell !== null && typeof cell !== wanted))
    throw new AssessmentError([
      { code: "wrong_type", path: ["column", name], expected: [`values of one type: ${wanted}`] },
    ]);
  return [...cells];
}
