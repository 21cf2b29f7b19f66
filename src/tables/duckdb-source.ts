import { AssessmentError } from "../issues/index.ts";
import { duckdb } from "../sql/index.ts";
import type { DuckdbSession } from "./duckdb-library.ts";
import { exactText, notExact } from "./exact-text.ts";
import { rowsInParquet } from "./parquet-rows.ts";
import type { ScoreJob } from "./score-rows.ts";
import type { BlockReader, Rows } from "./table-format.ts";
import type { TextBlock } from "./text-blocks.ts";

/** A file as a table of DuckDB's. Its columns are named by their places, so no name of the file's means anything. */
export interface DuckdbSource {
  /** How many rows it has by our own count. */
  readonly rows: number;
  /** What our own count says of the bytes of all cells, if the file is one of text. */
  readonly cellBytes?: number;
  /** SQL for its rows, with the columns that {@link placeName} gives. */
  readonly select: string;
  readonly isText: boolean;
}

/** What DuckDB calls the column at a place. */
export const placeName = (place: number): string => `f${place + 1}`;

/**
 * Counts the rows of a file by our own means and says how DuckDB is to read it, with nothing left to be guessed.
 *
 * @throws {AssessmentError} `unknown_format`, `unreadable_file` if DuckDB may take the file in another way
 */
export async function duckdbSource(
  { input, from, compressed, onRows }: ScoreJob,
  { header, blocks }: BlockReader<Rows>,
  path: string,
): Promise<DuckdbSource> {
  const file = duckdb.text(path);
  if (from.name === "parquet") {
    const columns = header.map((name, at) => `${duckdb.identifier(name)} AS ${placeName(at)}`).join(", ");
    const options = "hive_partitioning = false, union_by_name = false, filename = false, file_row_number = false";
    return {
      rows: await rowsInParquet(path),
      select: `SELECT ${columns} FROM read_parquet(${file}, ${options})`,
      isText: false,
    };
  }
  const delimiter = { csv: ",", tsv: "\t" }[from.name];
  if (delimiter === undefined)
    throw new AssessmentError([{ code: "unknown_format", path: [from.name], expected: ["csv", "tsv", "parquet"] }]);
  const counter = exactText(delimiter.charCodeAt(0), header.length, input.name);
  for await (const block of blocks) {
    if (!isTextBlock(block)) throw notExact(input.name, "rows of text");
    counter.add(block);
    onRows?.(counter.count().rows);
  }
  const count = counter.count();
  return {
    rows: count.rows,
    cellBytes: count.cellBytes,
    select: csvSelect(file, header, delimiter, compressed?.from === true),
    isText: true,
  };
}

const isTextBlock = (block: Rows): block is TextBlock => "bytes" in block;

/** Line ends are not named: told `\r\n`, DuckDB 1.5.6 reads no row at all. */
function csvSelect(file: string, header: readonly string[], delimiter: string, isCompressed: boolean): string {
  const columns = header.map((_, at) => `'${placeName(at)}': 'VARCHAR'`).join(", ");
  const options = [
    "auto_detect = false",
    "header = true",
    `delim = ${duckdb.text(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    "comment = ''",
    `columns = {${columns}}`,
    "nullstr = ''",
    "allow_quoted_nulls = true",
    "null_padding = false",
    "ignore_errors = false",
    "store_rejects = false",
    "strict_mode = true",
    "encoding = 'utf-8'",
    `compression = '${isCompressed ? "gzip" : "none"}'`,
    "hive_partitioning = false",
    "union_by_name = false",
    "filename = false",
  ];
  return `SELECT * FROM read_csv(${file}, ${options.join(", ")})`;
}

/** A count of the engine's: exact, or an error. */
export function countFrom(value: unknown): number {
  const count = typeof value === "bigint" ? Number(value) : value;
  if (typeof count === "number" && Number.isSafeInteger(count)) return count;
  throw new AssessmentError([{ code: "counts_differ", path: ["count"], limit: Number.MAX_SAFE_INTEGER }]);
}

/** Our own reader rejects a row with a NUL; no file of text that is read here can hold one. */
export async function refuseNul(session: DuckdbSession, types: readonly string[], name: string): Promise<void> {
  const columns = types.flatMap((type, at) => (type === "VARCHAR" ? [`contains(${placeName(at)}, chr(0))`] : []));
  if (await someRow(session, columns)) throw notExact(name, "text without NUL");
}

/** Other days are written in another way by DuckDB, which also has days that this library's own reader refuses. */
export async function refuseFarDays(session: DuckdbSession, types: readonly string[], name: string): Promise<void> {
  const days = "DATE '0001-01-01' AND DATE '9999-12-31'";
  const columns = types.flatMap((type, at) => (type === "DATE" ? [`${placeName(at)} NOT BETWEEN ${days}`] : []));
  if (await someRow(session, columns)) throw notExact(name, "days of the years 1 to 9999, or output to Parquet");
}

async function someRow(session: DuckdbSession, conditions: readonly string[]): Promise<boolean> {
  if (conditions.length === 0) return false;
  const [found] = await session.run(`SELECT count(*) FROM ssb_input WHERE ${inPairs(conditions, "OR")}`);
  return countFrom(found?.[0]) > 0;
}

/** Many parts as one expression, with brackets around every two: the engine takes no expression of over 1,000 levels. */
export function inPairs(parts: readonly string[], sign: string): string {
  if (parts.length < 3) return parts.join(` ${sign} `);
  const half = parts.length >> 1;
  return `(${inPairs(parts.slice(0, half), sign)}) ${sign} (${inPairs(parts.slice(half), sign)})`;
}

/** Holds the engine's reading of the source to our own count. */
export async function checkSource(session: DuckdbSession, source: DuckdbSource, width: number): Promise<void> {
  const bytes = Array.from({ length: width }, (_, at) => `coalesce(sum(strlen(${placeName(at)})), 0)`);
  const sum = source.isText ? `CAST(${inPairs(bytes, "+")} AS BIGINT)` : "0";
  const found = await session.run(`SELECT count(*), ${sum} FROM ssb_input`);
  const [rows, cellBytes] = found.map((column) => countFrom(column[0]));
  if (rows !== source.rows || (source.isText && cellBytes !== source.cellBytes)) {
    throw new AssessmentError([
      {
        code: "counts_differ",
        path: ["rows", source.rows, "in DuckDB", rows ?? 0],
        expected: ["the same rows and the same bytes in cells, or a run without --engine"],
      },
    ]);
  }
}
