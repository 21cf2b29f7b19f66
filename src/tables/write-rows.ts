import { AssessmentError, mustBeList, mustHave, wrongArgument } from "../issues/index.ts";
import { countedBack } from "./counted-back.ts";
import { formatOf } from "./formats.ts";
import { type Output, openOutput, type Written } from "./output.ts";
import { publishTogether } from "./publish.ts";
import type { Cell, RowBatch, TableFormat } from "./table-format.ts";

/** How a table is written. */
export interface WriteOptions {
  /** By the file's name if not given. */
  readonly format?: string;
  /** Whether a file of that name may be replaced. */
  readonly overwrite?: boolean;
  /** Whether text that a spreadsheet would run is written as it is. */
  readonly rawText?: boolean;
}

/** What was written. */
export interface TableWritten extends Written {
  readonly rows: number;
  /** How many text cells that a spreadsheet would run were given a leading quote. */
  readonly guardedCells: number;
}

/** How many rows go into one piece (design choice). */
const rowsTogether = 1000;

/**
 * Writes a table, in any format that {@link formatOf} knows, in little memory whatever its size. The file gets its name
 * once it is whole, is on the disk and holds as many rows as were given; on any fault there is none, and what stood
 * there before stays.
 *
 * @param rows Cells in the order of `columns`.
 * @throws {AssessmentError} `unknown_format`, `output_exists`, `output_refused`; `wrong_cell_count` for a row that does
 *   not have as many cells as there are columns; `counts_differ`; `malformed` for an argument that is not what it
 *   has to be
 * @example
 * await writeRows("written.csv", ["case_id", "adult"], [["a", "yes"]]);
 * const { header } = await readRows("written.csv");
 * header; // => ["case_id", "adult"]
 */
export async function writeRows(
  path: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  { format: said, overwrite = false, rawText = false }: WriteOptions = {},
): Promise<TableWritten> {
  const { format, gzip } = formatOf(path, said);
  const output = openOutput(path, { overwrite, gzip });
  try {
    const written = await putRows(output, format, columns, rows, rawText);
    publishTogether([output]);
    return written;
  } finally {
    output.discard();
  }
}

/**
 * Writes a whole table to an output and finishes it, without its name: for a table that is published beside other files.
 *
 * @throws {AssessmentError} as {@link writeRows}
 * @example
 * import { PassThrough } from "node:stream";
 * const output = streamOutput(new PassThrough());
 * const { rows } = await putRows(output, formatNamed("csv"), ["case_id"], [["1"], ["2"]]);
 * rows; // => 2
 */
export async function putRows(
  output: Output,
  format: TableFormat,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  rawText = false,
): Promise<TableWritten> {
  mustHave(output, "write", "output");
  mustHave(format, "writer", "format");
  mustBeList(columns, "columns");
  mustBeIterable(rows, "rows");
  const written = { header: columns, loose: columns.map(() => true), added: [], rawText };
  const writer = await format.writer(output, written, false);
  const encoder = format.encoder(written);
  let given = 0;
  for await (const cells of rows) {
    given += 1;
    if (cells.length !== columns.length) throw wrongCount(given, columns.length, cells.length);
    encoder.add(rowOf(cells, columns), 0, []);
    if (given % rowsTogether === 0) await writer.write(encoder.take());
  }
  if (given % rowsTogether !== 0) await writer.write(encoder.take());
  await writer.end();
  const end = await output.finish();
  const back = output.file === undefined ? given : await countedBack(output.file, format); // a stream is gone
  if (back !== given) throw new AssessmentError([{ code: "counts_differ", path: ["given", given, "written", back] }]);
  return { ...end, rows: given, guardedCells: writer.guarded + encoder.guarded() };
}

/** Text could be gone through one by one too, but its letters are not rows. */
function mustBeIterable(argument: unknown, name: string): void {
  const isObject = typeof argument === "object" && argument !== null;
  if (isObject && (Symbol.iterator in argument || Symbol.asyncIterator in argument)) return;
  throw wrongArgument(name, "a list or another iterable", argument);
}

function wrongCount(row: number, expected: number, found: number): AssessmentError {
  return new AssessmentError([
    { code: "wrong_cell_count", path: ["row", row], row, expected: [`cells: ${expected}`], shape: `cells: ${found}` },
  ]);
}

/** A row as a batch of its own. */
function rowOf(cells: readonly Cell[], columns: readonly string[]): RowBatch {
  return {
    rows: 1,
    first: 1,
    codes: new Uint8Array(0),
    faultAt: () => undefined,
    lineAt: () => 1,
    valuesAt: () => [],
    cellsAt: () => cells,
    recordAt: () => Object.fromEntries(columns.map((column, at) => [column, cells[at]])),
    textAt: () => "",
  };
}
