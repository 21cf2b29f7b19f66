import type { IssueCode } from "../issues/index.ts";

/** One record of a delimited file, by its bytes. */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
  /** The 1-based physical line on which it starts. */
  readonly line: number;
  readonly quoted: boolean;
  readonly fault?: IssueCode;
}

/** The longest quoted cell, in bytes, before its quote counts as never closed (design choice). */
export const longestCell = 1_000_000;

/** The longest record or line, in bytes, before the file counts as one that cannot be read (design choice). */
export const longestRecord = 16_000_000;

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

/** Finds where the records of a delimited text begin and end; what is not complete yet is left for the next call. */
export interface RecordFinder {
  /** The complete records in the bytes, how many bytes they take up, and the line on which the next one starts. */
  find(
    bytes: Buffer,
    last: boolean,
  ): { readonly records: readonly RecordSpan[]; readonly used: number; readonly line: number };
}

/**
 * An independent count of records: it knows only quotes, delimiters and line ends (LF, CRLF or CR), and never lets a
 * quote that is not closed swallow what follows. A record with a stray or unclosed quote ends at its first line end.
 * `longest` is the most bytes that a quoted cell may have.
 */
export function recordFinder(delimiter: number, longest: number = longestCell): RecordFinder {
  let line = 1;
  return {
    find(bytes, last) {
      const records: RecordSpan[] = [];
      let at = 0;
      while (at < bytes.length) {
        const found = nextRecord(bytes, at, { delimiter, longest, last });
        if (found === undefined) break;
        records.push({
          start: at,
          end: found.end,
          line,
          quoted: found.quoted,
          ...(found.fault === undefined ? {} : { fault: found.fault }),
        });
        line += found.lines;
        at = found.next;
      }
      return { records, used: at, line };
    },
  };
}

interface Search {
  readonly delimiter: number;
  readonly longest: number;
  /** Whether no more bytes will come. */
  readonly last: boolean;
}

interface Found {
  readonly end: number;
  readonly next: number;
  readonly lines: number;
  readonly quoted: boolean;
  readonly fault?: IssueCode;
}

function nextRecord(bytes: Buffer, start: number, search: Search): Found | undefined {
  const { delimiter, last } = search;
  let lines = 1;
  let quoted = false;
  let cellStart = true;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === quote && cellStart) {
      quoted = true;
      const closed = closingQuote(bytes, at, search);
      if (closed === undefined) return undefined;
      if (closed === "never") return brokenRecord(bytes, start, last, "unclosed_quote");
      lines += lineEndsIn(bytes, at, closed);
      at = closed + 1;
      const after = bytes[at];
      if (after === undefined && !last) return undefined;
      if (after !== undefined && after !== delimiter && after !== lf && after !== cr) {
        return brokenRecord(bytes, start, last, "stray_quote");
      }
      cellStart = false;
      continue;
    }
    if (byte === lf) return { end: at, next: at + 1, lines, quoted };
    if (byte === cr) {
      if (at + 1 >= bytes.length && !last) return undefined;
      return { end: at, next: bytes[at + 1] === lf ? at + 2 : at + 1, lines, quoted };
    }
    cellStart = byte === delimiter;
    at += 1;
  }
  return last ? { end: at, next: at, lines, quoted } : undefined;
}

function closingQuote(bytes: Buffer, open: number, { longest, last }: Search): number | "never" | undefined {
  let at = open + 1;
  for (;;) {
    const found = bytes.indexOf(quote, at);
    if (found < 0 || found - open > longest) {
      return bytes.length - open > longest || last ? "never" : undefined;
    }
    if (bytes[found + 1] !== quote) return found + 1 >= bytes.length && !last ? undefined : found;
    at = found + 2;
  }
}

/** A record whose quotes do not fit: it ends at its first line end, so the rows after it are read as rows. */
function brokenRecord(bytes: Buffer, start: number, last: boolean, fault: IssueCode): Found | undefined {
  let end = start;
  while (end < bytes.length && bytes[end] !== lf && bytes[end] !== cr) end += 1;
  // A CR that is the last byte so far may be half of a CRLF.
  if (!last && (end >= bytes.length || (bytes[end] === cr && end + 1 >= bytes.length))) return undefined;
  const next = bytes[end] === cr && bytes[end + 1] === lf ? end + 2 : Math.min(end + 1, bytes.length);
  return { end, next, lines: 1, quoted: true, fault };
}

function lineEndsIn(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === lf || (byte === cr && bytes[at + 1] !== lf)) count += 1;
  }
  return count;
}
