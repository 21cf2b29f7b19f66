import { mustBeObject } from "../issues/index.ts";
import { formatOf } from "./formats.ts";
import { noInput, openInput } from "./input.ts";
import type { RowFault } from "./table-format.ts";

/** One row of a table, or why it cannot be read. */
export interface TableRow {
  /** Its number, from 1; a header does not count. */
  readonly row: number;
  /** The physical line on which it starts, from 1. */
  readonly line: number;
  /** Why it cannot be read, if it cannot: its record then holds nothing to rely on. */
  readonly fault?: RowFault;
  /** From column to value. Values are text where the format holds text. */
  record(): Readonly<Record<string, unknown>>;
  /** The row as it stands in the file. */
  text(): string;
}

/** A table being read. */
export interface TableRead {
  /** Its columns in order; empty if rows name their own, as in NDJSON. */
  readonly header: readonly string[];
  /** The file's name without its folder. */
  readonly name: string;
  readonly rows: AsyncIterable<TableRow>;
}

/**
 * Reads a table row by row, in any format that {@link formatOf} knows, in little memory whatever its size. Every row is
 * given once and in order, those that cannot be read among them.
 *
 * @param path A file, or `-` for `stdin`. In CSV and TSV a column that is among `repeated` may stand several times; of
 *   its cells a record has the last.
 * @throws {AssessmentError} `unreadable_file`, `unknown_format`, `empty_file`, `wrong_encoding`, `no_header`,
 *   `duplicate_header`, `lookalike_header` at once; `cell_too_long` for a row that does not end; `counts_differ`;
 *   `malformed` for a path that is no text, or no options
 * @example
 * await writeRows("read.csv", ["case_id", "adult"], [["a", "yes"]]);
 * const { rows } = await readRows("read.csv");
 * const records: unknown[] = [];
 * for await (const row of rows) if (row.fault === undefined) records.push(row.record());
 * records; // => [{ case_id: "a", adult: "yes" }]
 */
export async function readRows(
  path: string,
  options: {
    readonly format?: string;
    readonly stdin?: AsyncIterable<Buffer | string>;
    readonly repeated?: readonly string[];
  } = {},
): Promise<TableRead> {
  mustBeObject(options, "options");
  const { format: said, stdin = noInput(), repeated = [] } = options;
  const { format, gzip } = formatOf(path, said);
  const input = openInput(path, stdin, gzip);
  const { header, blocks } = await format.read(input, undefined, repeated);
  const wanted = { header, columns: [], bytes: [], loose: header.map(() => true) };
  return {
    header,
    name: input.name,
    rows: (async function* () {
      for await (const block of blocks) {
        const batch = format.open(block, wanted);
        for (let at = 0; at < batch.rows; at++) {
          const fault = batch.faultAt(at);
          yield {
            row: batch.first + at,
            line: batch.lineAt(at),
            ...(fault === undefined ? {} : { fault }),
            record: () => batch.recordAt(at),
            text: () => batch.textAt(at),
          };
        }
      }
      input.checkUnchanged();
    })(),
  };
}
