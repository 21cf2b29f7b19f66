import { statSync } from "node:fs";
import type { DecodedArray, FileMetaData, RowGroup, SchemaElement } from "hyparquet";
import { AssessmentError, type Issue, type Path, throwIfAny } from "../issues/index.ts";
import { gatheredCollector } from "./collect-garbage.ts";
import { checkHeader } from "./delimited-format.ts";
import { type FileBytes, fileBytes } from "./file-bytes.ts";
import type { Input } from "./input.ts";
import { jsonOf } from "./ndjson-format.ts";
import { isReadable, readingOf, withOlderAnnotation } from "./parquet-cells.ts";
import { cellIn, columnOfCells, type ParquetColumn, partOf } from "./parquet-column.ts";
import { parquetReader } from "./parquet-library.ts";
import { checkPages } from "./parquet-pages.ts";
import { type BlockReader, type Cell, type RowBatch, unlisted, type WantedColumns } from "./table-format.ts";

/** Rows of a Parquet file, column by column. */
export interface ParquetBlock {
  readonly rows: number;
  /** The number of its first row in the table, from 1. */
  readonly first: number;
  readonly columns: readonly ParquetColumn[];
}

/** The most bytes that a group of rows may decompress to, and the most rows: a small file can declare any number. */
const limits = { bytes: 2 ** 30, rows: 2 ** 24, footer: 2 ** 26 } as const;

/** How many rows make a block (design choice). */
const rowsTogether = 8192;

/**
 * Reads a Parquet file group by group, in the memory that one group takes; in a program that exposes the engine's
 * collector, as `node --expose-gc` does, it is cleared up before the next one. As many rows must come out of each group as
 * the file's own footer says.
 *
 * @throws {AssessmentError} `wrong_usage` if hyparquet is not installed; `unreadable_file`, `too_large`, `wrong_type` for a column
 *   that is not flat, and as a header of text; `counts_differ`
 */
export async function parquetBlocks(input: Input): Promise<BlockReader<ParquetBlock>> {
  const { path, size } = input;
  if (path === undefined || size === undefined) {
    throw new AssessmentError([
      { code: "unreadable_file", path: [input.name], expected: ["a file: Parquet is not read from a stream"] },
    ]);
  }
  const { parquetMetadataAsync } = await parquetReader();
  // A first pass in order, for the hash that the manifest gives and the check that the file does not change.
  for await (const _ of input.chunks) void _;
  const file = await sound([input.name], async () => fileBytes(path, size));
  const { metadata, columns } = await sound([input.name], async () => {
    checkFooter(path, size, input.name);
    const found = await parquetMetadataAsync(file);
    checkGroups(found, input.name);
    return { metadata: found, columns: flatColumns(found, input.name) };
  }).finally(() => file.close());
  const header = columns.map((column) => column.name);
  checkHeader(header, input.name);
  if (header.some(holdsNul)) throw new AssessmentError([{ code: "nul_character", path: [input.name, "header"] }]);
  const types = columns.map((column) => readingOf(column).type);
  return { header, types, blocks: blocksOf(metadata, columns, path, size, input.name) };
}

async function* blocksOf(
  metadata: FileMetaData,
  elements: readonly SchemaElement[],
  path: string,
  size: number,
  name: string,
): AsyncGenerator<ParquetBlock> {
  const file = await sound([name], async () => fileBytes(path, size));
  const collect = gatheredCollector();
  let start = 0;
  try {
    for (const group of metadata.row_groups) {
      const { num_rows, columns: chunks } = group;
      const rows = Number(num_rows);
      await sound([name], async () => {
        for (const chunk of chunks) checkPages(chunk, file, rows, limits.bytes);
      });
      yield* parts(
        rows,
        start,
        elements.map((element, at) => () => columnOf(element, aloneIn(metadata, group, element, at), file, name, rows)),
        collect,
      );
      start += rows;
    }
  } finally {
    file.close();
  }
}

/** What a file says of one column of one group: the library goes through all that it is given for every column. */
function aloneIn(metadata: FileMetaData, group: RowGroup, element: SchemaElement, at: number): FileMetaData {
  const columns = group.columns.slice(at, at + 1);
  const [root] = metadata.schema;
  const schema = root === undefined ? [] : [{ ...root, num_children: 1 }, element];
  return { ...metadata, schema, num_rows: group.num_rows, row_groups: [{ ...group, columns }] };
}

/** A group of rows in parts. It is a generator of its own, so that the group is let go before the next one is read. */
async function* parts(
  rows: number,
  start: number,
  readers: readonly (() => Promise<ParquetColumn>)[],
  collect: () => void,
): AsyncGenerator<ParquetBlock> {
  const columns: ParquetColumn[] = [];
  // Column by column: what the library needs to decompress one is free again before the next.
  for (const read of readers) {
    collect();
    columns.push(await read());
  }
  collect();
  for (let from = 0; from < rows; from += rowsTogether) {
    const count = Math.min(rowsTogether, rows - from);
    yield {
      rows: count,
      first: start + from + 1,
      columns: columns.map((column) => partOf(column, from, from + count)),
    };
  }
}

/** The cells of one column in one group of rows. */
async function columnOf(
  element: SchemaElement,
  metadata: FileMetaData,
  file: FileBytes,
  name: string,
  rows: number,
): Promise<ParquetColumn> {
  const { parquetRead, compressors } = await parquetReader();
  const { parsers, cellOf } = readingOf(element);
  const chunks: DecodedArray[] = [];
  await sound([name, element.name], () =>
    parquetRead({
      file,
      metadata,
      compressors,
      parsers,
      columns: [element.name],
      rowStart: 0,
      rowEnd: rows,
      // Nobody awaits what is done here.
      onChunk: ({ columnData }) => chunks.push(columnData),
    }),
  );
  const cells = columnOfCells(rows);
  let isExact = true;
  for (const values of chunks)
    for (let at = 0; at < values.length; at++) {
      const cell = cellOf(values[at]);
      if (cell === undefined) isExact = false;
      cells.add(cell ?? null);
    }
  if (!isExact)
    throw new AssessmentError([{ code: "wrong_type", path: [name, element.name], expected: [exactValues] }]);
  const read = cells.taken();
  if (read !== rows) throw new AssessmentError([{ code: "counts_differ", path: ["declared", rows, "read", read] }]);
  return cells.column();
}

/** What a cell can hold exactly. */
const exactValues = "UTF-8 text, decimals of at most 15 digits, or times within 270,000 years";

/** The rows of a block. A cell holds what the file's schema says; days and times are text as ISO 8601 writes them. */
export function parquetRows(block: ParquetBlock, { header, columns, bytes }: WantedColumns): RowBatch {
  const { rows, first } = block;
  const codes = new Uint8Array(rows * columns.length);
  const wanted = columns.map((column) => block.columns[header.indexOf(column)]);
  for (const [place, column] of wanted.entries()) {
    if (column === undefined) continue;
    const byteOf = (cell: Cell): number => (cell === null ? 0 : (bytes[place]?.get(cell) ?? unlisted));
    const { values, at: which } = column;
    const byValue = Uint8Array.from(values, byteOf);
    for (let at = 0; at < rows; at++) {
      codes[at * columns.length + place] = byValue[which === undefined ? at : (which[at] ?? 0)] ?? 0;
    }
  }
  const mayHoldNul = block.columns.filter(({ values }) => values.some(holdsNul));
  const cellsAt = (at: number) => block.columns.map((column) => cellIn(column, at));
  const recordAt = (at: number) => Object.fromEntries(cellsAt(at).map((cell, place) => [header[place] ?? "", cell]));
  return {
    rows,
    first,
    codes,
    faultAt: (at) =>
      mayHoldNul.some((column) => holdsNul(cellIn(column, at))) ? { code: "nul_character" } : undefined,
    lineAt: (at) => first + at,
    valuesAt: (at) => wanted.map((column) => (column === undefined ? undefined : exact(cellIn(column, at)))),
    cellsAt,
    recordAt,
    textAt: (at) => `{${cellsAt(at).map((cell, place) => `${JSON.stringify(header[place])}:${jsonOf(cell)}`)}}`,
  };
}

/** No text format that is read here can hold it. */
const holdsNul = (cell: Cell): boolean => typeof cell === "string" && cell.includes("\0");

/** How many rows a finished file has, by its own footer and by its groups. */
export async function rowsInParquet(path: string): Promise<number> {
  const { parquetMetadataAsync } = await parquetReader();
  const file = await sound([path], async () => fileBytes(path, statSync(path).size));
  try {
    const { num_rows, row_groups } = await sound([path], async () => parquetMetadataAsync(file));
    const sum = row_groups.reduce((total, group) => total + group.num_rows, 0n);
    if (sum !== num_rows)
      throw new AssessmentError([{ code: "counts_differ", path: ["footer", Number(num_rows), "groups", Number(sum)] }]);
    return Number(num_rows);
  } finally {
    file.close();
  }
}

/** What the library says of a file that is not sound Parquet is told in our own words, without anything from the file. */
async function sound<T>(path: Path, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof AssessmentError) throw fault;
    throw new AssessmentError([{ code: "unreadable_file", path, expected: ["a whole and sound Parquet file"] }]);
  }
}

/** A footer's own length is read before the footer is; that of an encrypted one ends in letters of its own. */
function checkFooter(path: string, size: number, name: string): void {
  const end = new DataView(fileTail(path, size));
  if (end.byteLength >= 4 && end.getUint32(end.byteLength - 4) === encryptedEnd) throw encrypted([name]);
  const length = end.byteLength < 8 ? 0 : end.getUint32(0, true);
  if (length > limits.footer && length <= size)
    throw new AssessmentError([{ code: "too_large", path: [name, "footer"], limit: limits.footer }]);
}

/** The letters PARE. */
const encryptedEnd = 0x50415245;

const encrypted = (path: Path): AssessmentError =>
  new AssessmentError([{ code: "unreadable_file", path, expected: ["a Parquet file that is not encrypted"] }]);

function fileTail(path: string, size: number): ArrayBuffer {
  const file = fileBytes(path, size);
  try {
    return file.slice(Math.max(0, size - 8));
  } finally {
    file.close();
  }
}

/** The columns themselves, without the parts of those that are not flat: a schema lists its tree. */
function topLevel(schema: readonly SchemaElement[]): readonly SchemaElement[] {
  const columns: SchemaElement[] = [];
  let inside = 0;
  for (const element of schema.slice(1)) {
    if (typeof element.name !== "string") throw new RangeError("a column without a name");
    if (inside === 0) columns.push(element);
    inside = Math.max(0, inside - 1) + (element.num_children ?? 0);
  }
  return columns;
}

function flatColumns({ schema }: FileMetaData, name: string): readonly SchemaElement[] {
  const columns = topLevel(schema).map(withOlderAnnotation);
  const nested = columns.filter((column) => (column.num_children ?? 0) > 0 || column.repetition_type === "REPEATED");
  throwIfAny(
    nested.map((column): Issue => ({ code: "wrong_type", path: [name, column.name], expected: ["a flat column"] })),
  );
  const unreadable = columns.filter((column) => !isReadable(column));
  throwIfAny(
    unreadable.map((column): Issue => ({ code: "wrong_type", path: [name, column.name], expected: [exactValues] })),
  );
  return columns;
}

function checkGroups({ row_groups, num_rows }: FileMetaData, name: string): void {
  for (const [at, { columns, num_rows: rows }] of row_groups.entries()) {
    if (columns.some((chunk) => chunk.crypto_metadata !== undefined)) throw encrypted([name]);
    const bytes = columns.reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0);
    if (bytes > limits.bytes)
      throw new AssessmentError([{ code: "too_large", path: [name, "row group", at], limit: limits.bytes }]);
    if (rows > limits.rows || rows < 0n)
      throw new AssessmentError([{ code: "too_large", path: [name, "row group", at], limit: limits.rows }]);
  }
  const sum = row_groups.reduce((total, group) => total + group.num_rows, 0n);
  if (sum !== num_rows) {
    throw new AssessmentError([{ code: "counts_differ", path: ["footer", Number(num_rows), "groups", Number(sum)] }]);
  }
}

/** A whole number as a rule reads it. */
function exact(cell: Cell): unknown {
  return typeof cell === "bigint" && Number.isSafeInteger(Number(cell)) ? Number(cell) : (cell ?? undefined);
}
