import type { IssueCode } from "../issues/index.ts";

/** The longest record or line, in bytes, before the file counts as one that cannot be read (design choice). */
export const longestRecord = 16_000_000;

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

/** How records are told apart. */
export interface Search {
  readonly delimiter: number;
  /** The most bytes that a record may have. */
  readonly longest: number;
  /** Whether no more bytes will come. */
  readonly last: boolean;
}

/** Where a record ends, and where the next one begins. */
export interface Found {
  readonly end: number;
  readonly next: number;
  /** The physical lines that it takes up. */
  readonly lines: number;
  readonly quoted: boolean;
  readonly fault?: IssueCode;
}

/** How many complete records the bytes hold, and how many bytes and lines those take up. */
export interface Cut {
  readonly records: number;
  readonly used: number;
  readonly lines: number;
}

/**
 * Cuts bytes into records. It knows only quotes, delimiters and line ends (LF, CRLF or CR), and never lets a quote that is
 * not closed swallow what follows: a record with a stray or unclosed quote ends at its first line end. Records without a
 * quote end at the next line end, so only the others are walked. A record that is too long is not cut, nor is anything
 * after it. What is not complete yet is left for the next call.
 */
export function cutRecords(bytes: Buffer, search: Search, found?: (start: number, record: Found) => void): Cut {
  const cut = { records: 0, used: 0, lines: 0 };
  const known: KnownQuotes = {};
  const next = { lf: nextOf(bytes, lf, 0), cr: nextOf(bytes, cr, 0), quote: nextOf(bytes, quote, 0) };
  while (cut.used < bytes.length) {
    const at = cut.used;
    if (next.lf < at) next.lf = nextOf(bytes, lf, at);
    if (next.cr < at) next.cr = nextOf(bytes, cr, at);
    if (next.quote < at) next.quote = nextOf(bytes, quote, at);
    const end = Math.min(next.lf, next.cr);
    if (next.quote > end || (next.quote === end && end === bytes.length)) {
      if (!search.last && (end >= bytes.length || (bytes[end] === cr && end + 1 >= bytes.length))) break;
      if (end - at > search.longest) break;
      const past = bytes[end] === cr && bytes[end + 1] === lf ? end + 2 : Math.min(end + 1, bytes.length);
      found?.(at, { end, next: past, lines: 1, quoted: false });
      cut.used = past;
      cut.lines += 1;
    } else {
      const record = nextRecord(bytes, at, search, known);
      if (record === undefined || record.end - at > search.longest) break;
      found?.(at, record);
      cut.used = record.next;
      cut.lines += record.lines;
    }
    cut.records += 1;
  }
  return cut;
}

/** Where the byte stands next; the length if it does not. */
function nextOf(bytes: Buffer, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}

/**
 * By byte: quotes that open a cell and lead to a fault, on a later line or on their own. A record that comes to one is broken
 * as the one before it was; else each line of a file in which the quotes do not fit would be walked to the file's end.
 */
export interface KnownQuotes {
  faults?: Uint8Array;
}

const later = 1;
const sameLine = 2;

/**
 * The record that starts here, walked byte by byte; `undefined` if it may not be complete yet, or if a quote in it is not
 * closed within the longest record: where such a cell ends is not known, and its lines must not be taken for rows.
 *
 * @param known What earlier walks over these bytes have found; this one adds to it.
 */
export function nextRecord(bytes: Buffer, start: number, search: Search, known: KnownQuotes = {}): Found | undefined {
  const { delimiter, last } = search;
  /** The quotes that later records may come to: those after the first line. */
  const opened: number[] = [];
  let lines = 1;
  let quoted = false;
  let cellStart = true;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === quote && cellStart) {
      quoted = true;
      const before = known.faults?.[at] ?? 0;
      if (before > 0) {
        remember(known, bytes, opened, at, before);
        return brokenRecord(bytes, start, last, lines > 1 || before === later ? "unclosed_quote" : "stray_quote");
      }
      if (lines > 1) opened.push(at);
      const closed = closingQuote(bytes, start, at, search);
      if (closed === undefined) return undefined;
      if (closed === "never") {
        remember(known, bytes, opened, bytes.length, later);
        return brokenRecord(bytes, start, last, "unclosed_quote");
      }
      lines += lineEndsIn(bytes, at, closed);
      at = closed + 1;
      const after = bytes[at];
      if (after === undefined && !last) return undefined;
      if (after !== undefined && after !== delimiter && after !== lf && after !== cr) {
        remember(known, bytes, opened, closed, sameLine);
        // On a later line it is the quote of another row, which may stand in another block.
        return brokenRecord(bytes, start, last, lines > 1 ? "unclosed_quote" : "stray_quote");
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

/** Keeps for each opened quote how it leads to the fault that stands at, or behind, `end`. */
function remember(known: KnownQuotes, bytes: Buffer, opened: readonly number[], end: number, fault: number): void {
  const [first] = opened;
  if (first === undefined) return;
  known.faults ??= new Uint8Array(bytes.length);
  let line = end;
  while (line > first && bytes[line - 1] !== lf && bytes[line - 1] !== cr) line -= 1;
  for (const at of opened) known.faults[at] = at >= line ? fault : later;
}

function closingQuote(
  bytes: Buffer,
  start: number,
  open: number,
  { longest, last }: Search,
): number | "never" | undefined {
  let at = open + 1;
  for (;;) {
    const found = bytes.indexOf(quote, at);
    if (found < 0 || found - start > longest) return last && bytes.length - start <= longest ? "never" : undefined;
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
