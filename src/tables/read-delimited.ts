import Papa from "papaparse";
import { AssessmentError, type Issue, type IssueCode } from "../issues/index.ts";
import type { Input } from "./input.ts";
import { longestRecord, type RecordSpan, recordFinder } from "./records.ts";

/** One data row: its cells, or why it could not be read and its raw text. */
export type Row =
  | { readonly row: number; readonly line: number; readonly cells: readonly string[]; readonly raw: () => string }
  | { readonly row: number; readonly line: number; readonly fault: IssueCode; readonly raw: () => string };

/** A table being read: its header at once, its rows in batches. */
export interface Table {
  readonly header: readonly string[];
  readonly batches: AsyncIterable<readonly Row[]>;
}

/**
 * Reads a delimited file in batches of whole records. The cells come from papaparse; how many records there are, and
 * where, is counted apart from it, and the two must agree.
 *
 * @throws {AssessmentError} `empty_file`, `wrong_encoding`, `no_header`, `duplicate_header`, `lookalike_header` before
 *   any row; `cell_too_long` if a row does not end; `counts_differ` if the counts do not agree
 */
export async function readDelimited(input: Input, delimiter: "," | "\t"): Promise<Table> {
  const records = batchesOf(input, delimiter);
  const first = await records.next();
  if (first.done === true) throw new AssessmentError([{ code: "empty_file", path: [input.name] }]);
  const [header, ...rows] = first.value;
  if (header === undefined || !("cells" in header)) {
    throw new AssessmentError([{ code: header?.fault ?? "no_header", path: [input.name], line: 1 }]);
  }
  checkHeader(header.cells, input.name);
  return { header: header.cells, batches: following(rows, records) };
}

async function* following(rows: readonly Row[], rest: AsyncGenerator<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  if (rows.length > 0) yield rows;
  yield* rest;
}

/** Refuses a header that would let one column stand for another. */
export function checkHeader(header: readonly string[], name: string): void {
  if (header.every((cell) => cell.trim() === "")) throw new AssessmentError([{ code: "no_header", path: [name] }]);
  const issues = [...twins(header, (cell) => cell, "duplicate_header")];
  const alike = (cell: string) =>
    cell
      .normalize("NFKC")
      .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, "")
      .toLowerCase();
  throwIfAny(issues.length > 0 ? issues : [...twins(header, alike, "lookalike_header")]);
}

function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new AssessmentError(issues);
}

function* twins(header: readonly string[], key: (cell: string) => string, code: IssueCode): Generator<Issue> {
  const seen = new Map<string, number>();
  for (const [at, cell] of header.entries()) {
    const before = seen.get(key(cell));
    if (before === undefined) seen.set(key(cell), at);
    else yield { code, path: ["header", header[before] ?? ""], positions: [before + 1, at + 1] };
  }
}

async function* batchesOf(input: Input, delimiter: "," | "\t"): AsyncGenerator<readonly Row[]> {
  const finder = recordFinder(delimiter.charCodeAt(0));
  let pending: Buffer = Buffer.alloc(0);
  let row = 0;
  let begun = false;
  const batch = (last: boolean): readonly Row[] => {
    const { records, used, line } = finder.find(pending, last);
    const bytes = pending;
    pending = pending.subarray(used);
    if (pending.length > longestRecord)
      throw new AssessmentError([{ code: "cell_too_long", path: [input.name], line, limit: longestRecord }]);
    const rows = rowsOf(bytes, records, delimiter, row);
    row += rows.length;
    return rows;
  };
  for await (const chunk of input.chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (!begun && pending.length < 4) continue;
    if (!begun) pending = withoutMark(pending, input.name);
    begun = true;
    const rows = batch(false);
    if (rows.length > 0) yield rows;
  }
  if (!begun) pending = withoutMark(pending, input.name);
  const rows = batch(true);
  if (rows.length > 0) yield rows;
}

/** Takes off a UTF-8 byte order mark, and refuses UTF-16 by name. */
export function withoutMark(bytes: Buffer, name: string): Buffer {
  const [a, b, c] = bytes;
  if (
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff) ||
    (a === 0 && b !== undefined) ||
    (b === 0 && a !== undefined)
  ) {
    throw new AssessmentError([
      { code: "wrong_encoding", path: [name], expected: ["UTF-8 (this looks like UTF-16: save it as CSV UTF-8)"] },
    ]);
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function rowsOf(bytes: Buffer, records: readonly RecordSpan[], delimiter: string, before: number): readonly Row[] {
  const whole = records.length === 0 || bytes.includes(0) ? undefined : textOf(bytes, records);
  const cells = whole === undefined ? undefined : parse(whole, delimiter, records.length);
  return records.map((record, at): Row => {
    const raw = () => bytes.toString("utf8", record.start, record.end);
    const row = before + at;
    const { line } = record;
    if (cells !== undefined) return { row, line, raw, cells: cells[at] ?? [] };
    const alone = record.fault ?? cellsOf(bytes.subarray(record.start, record.end), delimiter);
    if (typeof alone !== "string") return { row, line, raw, cells: alone };
    // Bytes that are not UTF-8 are kept one by one, as Latin-1, so that none is lost.
    const text = alone === "malformed_text" ? () => bytes.toString("latin1", record.start, record.end) : raw;
    return { row, line, raw: text, fault: alone };
  });
}

/** The records as one text with plain line ends, or `undefined` if any of them is at fault. */
function textOf(bytes: Buffer, records: readonly RecordSpan[]): string | undefined {
  if (records.some(({ fault }) => fault !== undefined)) return undefined;
  const start = records[0]?.start ?? 0;
  const region = bytes.subarray(start, records.at(-1)?.end ?? start);
  try {
    return region.includes("\r")
      ? records.map((record) => decoder.decode(bytes.subarray(record.start, record.end))).join("\n")
      : decoder.decode(region);
  } catch {
    return undefined;
  }
}

function cellsOf(bytes: Buffer, delimiter: string): readonly string[] | IssueCode {
  if (bytes.includes(0)) return "nul_character";
  try {
    return parse(decoder.decode(bytes), delimiter, 1)[0] ?? [""];
  } catch (fault) {
    if (fault instanceof AssessmentError) throw fault;
    return "malformed_text";
  }
}

/** Cells by papaparse; the number of rows must be the number of records found. */
function parse(text: string, delimiter: string, records: number): readonly (readonly string[])[] {
  // Papa takes off a mark at the start of a text; ours is in the middle of a file, where it is part of a cell.
  const exact = text.startsWith("\ufeff") ? `\ufeff${text}` : text;
  const { data } = Papa.parse<string[]>(exact, { delimiter, newline: "\n", quoteChar: '"', skipEmptyLines: false });
  // Papa drops the last row if it is empty, since it takes the line end before it as the end of the text.
  const rows = text === "" || (data.length === records - 1 && text.endsWith("\n")) ? [...data, [""]] : data;
  if (rows.length !== records)
    throw new AssessmentError([{ code: "counts_differ", path: ["records", records, "rows", rows.length] }]);
  return rows;
}
