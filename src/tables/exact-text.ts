import { isUtf8 } from "node:buffer";
import { AssessmentError } from "../issues/index.ts";
import { cutRecords, longestRecord } from "./records.ts";
import type { TextBlock } from "./text-blocks.ts";

/** What a delimited text holds, by its bytes alone. */
export interface TextCount {
  readonly rows: number;
  /** Bytes of all cells, without delimiters, line ends and the quotes around and within cells. */
  readonly cellBytes: number;
}

/** Counts a text block by block. */
export interface ExactText {
  /** @throws {AssessmentError} `unreadable_file` for text that another reader may take in another way */
  add(block: TextBlock): void;
  count(): TextCount;
}

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

/**
 * A count of a delimited text that another reader is to be held to. It takes only text that every reader of RFC 4180
 * takes alike: UTF-8 without NUL, quotes around whole cells only, one kind of line end.
 */
export function exactText(delimiter: number, width: number, name: string): ExactText {
  const inner = width - 1;
  let rows = 0;
  let cellBytes = 0;
  let lineEnd: LineEnd | undefined;
  const refuse = (line: number, wanted: string): never => {
    throw notExact(name, wanted, line);
  };
  return {
    add({ bytes: given, rows: here, line }) {
      const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
      if (bytes.includes(0) || !isUtf8(bytes)) refuse(line, "UTF-8 without NUL");
      const ends = lineEndsIn(bytes);
      if (ends !== undefined) {
        if (ends === "mixed" || (lineEnd ?? ends) !== ends) refuse(line, "line ends of one kind, LF or CRLF");
        else lineEnd = ends;
      }
      const search = { delimiter, longest: longestRecord, last: true };
      let quoteAt = bytes.indexOf(quote);
      const cut = cutRecords(bytes, search, (start, { end }) => {
        if (quoteAt >= 0 && quoteAt < start) quoteAt = bytes.indexOf(quote, start);
        const has = quoteAt >= 0 && quoteAt < end;
        // Without a quote a row of another width has other bytes than DuckDB's cells, which shows when they are added up.
        const found = has ? cellsIn(bytes, start, end, delimiter) : { cells: width, bytes: end - start - inner };
        if (found === undefined) return refuse(line, "quotes around whole cells only");
        if (found.cells !== width) return refuse(line, "as many cells in every row as the header has");
        cellBytes += found.bytes;
      });
      if (cut.records !== here)
        throw new AssessmentError([{ code: "counts_differ", path: ["records", here, "counted", cut.records] }]);
      rows += here;
    },
    count: () => ({ rows, cellBytes }),
  };
}

/** Why a file is left to this library's own reader. */
export function notExact(name: string, wanted: string, line?: number): AssessmentError {
  return new AssessmentError([
    {
      code: "unreadable_file",
      path: [name],
      expected: [`for DuckDB ${wanted} (without --engine it is read row by row)`],
      ...(line === undefined ? {} : { line }),
    },
  ]);
}

type LineEnd = "\n" | "\r\n";

function lineEndsIn(bytes: Buffer): LineEnd | "mixed" | undefined {
  const returns = countOf(bytes, cr);
  const feeds = countOf(bytes, lf);
  if (returns === 0) return feeds === 0 ? undefined : "\n";
  for (let at = bytes.indexOf(cr); at >= 0; at = bytes.indexOf(cr, at + 1)) if (bytes[at + 1] !== lf) return "mixed";
  return returns === feeds ? "\r\n" : "mixed";
}

function countOf(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/**
 * How many cells a record has, and how many bytes those have; `undefined` if a quote stands anywhere but around a whole
 * cell. DuckDB leaves out empty cells at the end of a row that has too many.
 */
function cellsIn(
  bytes: Buffer,
  start: number,
  end: number,
  delimiter: number,
): { readonly cells: number; readonly bytes: number } | undefined {
  let cells = 0;
  let count = 0;
  for (let at = start; at <= end; at++) {
    cells += 1;
    if (at < end && bytes[at] === quote) {
      for (at++; !(bytes[at] === quote && bytes[at + 1] !== quote); at++) {
        if (at >= end) return undefined;
        if (bytes[at] === quote) at += 1;
        count += 1;
      }
      at += 1;
      if (at < end && bytes[at] !== delimiter) return undefined;
    } else {
      for (; at < end && bytes[at] !== delimiter; at++) {
        if (bytes[at] === quote) return undefined;
        count += 1;
      }
    }
  }
  return { cells, bytes: count };
}
