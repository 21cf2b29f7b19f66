import { isUtf8 } from "node:buffer";
import Papa from "papaparse";
import { AssessmentError } from "../issues/index.ts";
import { type CodeTable, codeTable } from "./code-table.ts";
import { type KnownQuotes, longestRecord, nextRecord } from "./records.ts";
import { type RowBatch, type RowFault, unlisted, type WantedColumns } from "./table-format.ts";
import type { TextBlock } from "./text-blocks.ts";

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;

/**
 * The rows of a block of a delimited file. A record without a quote at the start of a cell is cut at its delimiters, in
 * one pass over its bytes; one with quotes is read by papaparse. How many records there are was counted before, apart
 * from this, and the two must agree.
 *
 * @throws {AssessmentError} `counts_differ`; `duplicate_name` if a column is wanted twice
 */
export function delimitedRows(block: TextBlock, format: string, delimiter: string, wanted: WantedColumns): RowBatch {
  const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
  const scan = scanned(bytes, block.rows, delimiter.charCodeAt(0), wanted);
  const { starts, ends, codes, faults } = scan;
  if (!isUtf8(bytes) || bytes.includes(0)) markBadText(bytes, scan, block.rows);
  const quoted = quotedCells(bytes, scan, delimiter);
  const places = placesOf(wanted);
  for (const [at, cells] of quoted) readQuoted(cells, at, scan, wanted, places);
  const cellsAt = (at: number) =>
    quoted.get(at) ?? bytes.toString("utf8", starts[at] as number, ends[at] as number).split(delimiter);
  return {
    rows: block.rows,
    first: block.first,
    codes,
    own: { format, bytes, starts, ends, asIs: scan.asIs },
    faultAt: (at) => faults.get(at),
    lineAt: (at) => block.line + (scan.lines[at] as number),
    cellsAt,
    recordAt(at) {
      const cells = cellsAt(at);
      return Object.fromEntries(wanted.header.map((name, place) => [name, cells[place]]));
    },
    valuesAt(at) {
      const cells = cellsAt(at);
      return places.map((place) => (place < 0 ? undefined : cells[place]));
    },
    // Bytes that are not UTF-8 are kept one by one, as Latin-1, so that none is lost.
    textAt(at) {
      const row = bytes.subarray(starts[at] as number, ends[at] as number);
      return row.toString(isUtf8(row) ? "utf8" : "latin1");
    },
  };
}

interface Scan {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** By row: how many physical lines stand before it in the block. */
  readonly lines: Int32Array;
  readonly codes: Uint8Array;
  readonly asIs: Uint8Array;
  readonly faults: Map<number, RowFault>;
  /** The rows that papaparse is to read. */
  readonly quoted: number[];
}

const placesOf = ({ header, columns }: WantedColumns): readonly number[] =>
  columns.map((column) => header.indexOf(column));

/** One pass over the bytes: where each record and each of its cells ends, and the code of each wanted cell. */
function scanned(bytes: Buffer, rows: number, delimiter: number, wanted: WantedColumns): Scan {
  const { header, columns, loose } = wanted;
  const width = columns.length;
  const scan: Scan = {
    starts: new Int32Array(rows),
    ends: new Int32Array(rows),
    lines: new Int32Array(rows),
    codes: new Uint8Array(rows * width),
    asIs: new Uint8Array(rows),
    faults: new Map(),
    quoted: [],
  };
  const table = tableFor(wanted);
  const wantedAt = Int16Array.from(header, (name) => columns.indexOf(name));
  const looseAt = Uint8Array.from(loose, Number);
  const stops = stopsAt(delimiter);
  const { length } = bytes;
  const { codes } = scan;
  const known: KnownQuotes = {};
  let at = 0;
  let row = 0;
  let lines = 0;
  for (; at < length; row++) {
    if (row >= rows) break;
    const start = at;
    let column = 0;
    let isPlain = true;
    scan.starts[row] = start;
    scan.lines[row] = lines;
    for (;;) {
      const cell = at;
      if (bytes[at] === quote) {
        at = -1;
        break;
      }
      const place = column < header.length ? (wantedAt[column] as number) : -1;
      while (at < length && stops[bytes[at] as number] === 0) at++;
      while (at < length && bytes[at] === quote) {
        // A quote in the middle of a cell is text like any other.
        isPlain = false;
        for (at++; at < length && stops[bytes[at] as number] === 0; ) at++;
      }
      if (place >= 0) codes[row * width + place] = table.find(place, bytes, cell, at);
      if (isPlain && looseAt[column] === 1 && at > cell) {
        isPlain = harmless[bytes[cell] as number] === 1 && isInner(bytes[at - 1] as number);
      }
      column += 1;
      if (at >= length || bytes[at] !== delimiter) break;
      at += 1;
    }
    if (at < 0) {
      const record = nextRecord(bytes, start, { delimiter, longest: longestRecord, last: true }, known);
      scan.ends[row] = record?.end ?? length;
      at = record?.next ?? length;
      lines += record?.lines ?? 1;
      if (record?.fault === undefined) scan.quoted.push(row);
      else scan.faults.set(row, { code: record.fault });
      continue;
    }
    scan.ends[row] = at;
    if (column !== header.length) scan.faults.set(row, wrongCount(header.length, column));
    else if (isPlain) scan.asIs[row] = 1;
    if (at < length) at += bytes[at] === cr && bytes[at + 1] === lf ? 2 : 1;
    lines += 1;
  }
  if (row !== rows || at < length) {
    throw new AssessmentError([{ code: "counts_differ", path: ["records", rows, "rows", row] }]);
  }
  return scan;
}

const tables = new WeakMap<WantedColumns, CodeTable>();

/** The table of the wanted codes, made once for all blocks. In the pass over the bytes a column is read as one item. */
function tableFor(wanted: WantedColumns): CodeTable {
  const before = tables.get(wanted);
  if (before !== undefined) return before;
  const twice = wanted.columns.findIndex((column, at) => wanted.columns.indexOf(column) < at);
  if (twice >= 0) throw new AssessmentError([{ code: "duplicate_name", path: ["columns", twice] }]);
  const table = codeTable(wanted.bytes);
  tables.set(wanted, table);
  return table;
}

const wrongCount = (expected: number, found: number): RowFault => ({
  code: "wrong_cell_count",
  expected: [`cells: ${expected}`],
  shape: `cells: ${found}`,
});

/** By byte: 1 where a cell, or the plain part of it, ends. */
function stopsAt(delimiter: number): Uint8Array {
  const stops = new Uint8Array(256);
  for (const byte of [delimiter, lf, cr, quote]) stops[byte] = 1;
  return stops;
}

/** By byte: 1 where a cell that starts with it cannot be a formula. Letters, digits and some marks. */
const harmless: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 128 && /[\w.;:!?/()&#%*]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** Whether a cell may end with this byte and still be written without quotes: no space of any kind. */
const isInner = (byte: number): boolean => byte > space && byte < 128;

/** Looks at each row of a block in which some text is not right. */
function markBadText(bytes: Buffer, { starts, ends, faults }: Scan, rows: number): void {
  for (let at = 0; at < rows; at++) {
    const row = bytes.subarray(starts[at], ends[at]);
    const before = faults.get(at);
    if (before !== undefined && before.code !== "wrong_cell_count") continue;
    if (row.includes(0)) faults.set(at, { code: "nul_character" });
    else if (!isUtf8(row)) faults.set(at, { code: "malformed_text" });
  }
}

/** The cells of the rows with quotes, all read by papaparse at once. */
function quotedCells(
  bytes: Buffer,
  { quoted, starts, ends, faults }: Scan,
  delimiter: string,
): ReadonlyMap<number, readonly string[]> {
  const good = quoted.filter((at) => !faults.has(at));
  if (good.length === 0) return new Map();
  const text = good.map((at) => bytes.toString("utf8", starts[at], ends[at])).join("\n");
  // Papa drops a byte order mark at the start of a text; here it may be the middle of a file, where it is part of a cell.
  const exact = text.startsWith("\ufeff") ? `\ufeff${text}` : text;
  const { data } = Papa.parse<string[]>(exact, { delimiter, newline: "\n", quoteChar: '"', skipEmptyLines: false });
  if (data.length !== good.length) {
    throw new AssessmentError([{ code: "counts_differ", path: ["records", good.length, "rows", data.length] }]);
  }
  return new Map(good.map((at, index) => [at, data[index] as string[]]));
}

function readQuoted(
  cells: readonly string[],
  at: number,
  { codes, faults }: Scan,
  { header, bytes }: WantedColumns,
  places: readonly number[],
): void {
  if (cells.length !== header.length) faults.set(at, wrongCount(header.length, cells.length));
  else {
    for (const [index, place] of places.entries()) {
      if (place >= 0) codes[at * places.length + index] = bytes[index]?.get(cells[place]) ?? unlisted;
    }
  }
}
