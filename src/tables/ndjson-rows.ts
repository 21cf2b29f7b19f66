import { isUtf8 } from "node:buffer";
import { createScanner } from "jsonc-parser";
import { AssessmentError, type IssueCode, isObject } from "../issues/index.ts";
import { type RowBatch, unlisted, type WantedColumns } from "./table-format.ts";
import type { TextBlock } from "./text-blocks.ts";

const lf = 0x0a;
const cr = 0x0d;

type Line = { readonly value: Readonly<Record<string, unknown>> } | { readonly fault: IssueCode };

/**
 * The rows of a block of NDJSON: one object for each line. A line that is not one, or that has a key twice, is a row at
 * fault.
 *
 * @throws {AssessmentError} `counts_differ`
 */
export function ndjsonRows(block: TextBlock, { columns, bytes: bytesOf }: WantedColumns): RowBatch {
  const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
  const { starts, ends } = linesIn(bytes, block.rows);
  const isSound = isUtf8(bytes) && !bytes.includes(0);
  const codes = new Uint8Array(block.rows * columns.length);
  const lines: Line[] = [];
  for (let at = 0; at < block.rows; at++) {
    const line = lineFrom(bytes, starts[at] as number, ends[at] as number, isSound);
    lines.push(line);
    if (!("value" in line)) continue;
    for (let place = 0; place < columns.length; place++) {
      const value = own(line.value, columns[place] as string);
      if (value !== undefined) codes[at * columns.length + place] = bytesOf[place]?.get(value) ?? unlisted;
    }
  }
  const recordAt = (at: number) => {
    const line = lines[at];
    return line !== undefined && "value" in line ? line.value : {};
  };
  return {
    rows: block.rows,
    first: block.first,
    codes,
    own: { format: "ndjson", bytes, starts, ends, asIs: new Uint8Array(block.rows).fill(1) },
    faultAt(at) {
      const line = lines[at];
      return line !== undefined && "fault" in line ? { code: line.fault } : undefined;
    },
    lineAt: (at) => block.line + at,
    cellsAt: () => [],
    recordAt,
    valuesAt: (at) => columns.map((column) => own(recordAt(at), column)),
    // Bytes that are not UTF-8 are kept one by one, as Latin-1, so that none is lost.
    textAt(at) {
      const line = bytes.subarray(starts[at], ends[at]);
      return line.toString(isUtf8(line) ? "utf8" : "latin1");
    },
  };
}

const own = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;

function linesIn(bytes: Buffer, rows: number): { readonly starts: Int32Array; readonly ends: Int32Array } {
  const starts = new Int32Array(rows);
  const ends = new Int32Array(rows);
  let start = 0;
  let row = 0;
  for (; row < rows && start < bytes.length; row++) {
    const found = bytes.indexOf(lf, start);
    const end = found < 0 ? bytes.length : found;
    starts[row] = start;
    ends[row] = bytes[end - 1] === cr && end > start && found >= 0 ? end - 1 : end;
    start = end + 1;
  }
  if (row !== rows || start < bytes.length) {
    throw new AssessmentError([{ code: "counts_differ", path: ["records", rows, "rows", row] }]);
  }
  return { starts, ends };
}

function lineFrom(bytes: Buffer, start: number, end: number, isSound: boolean): Line {
  if (!isSound) {
    const line = bytes.subarray(start, end);
    if (line.includes(0)) return { fault: "nul_character" };
    if (!isUtf8(line)) return { fault: "malformed_text" };
  }
  const text = bytes.toString("utf8", start, end);
  const value = objectFrom(text);
  if (value === undefined) return { fault: "malformed_json" };
  if (hasKeyTwice(text, value)) return { fault: "duplicate_key" };
  const fault = text.includes("\\u") ? faultOfEscapes(text) : undefined;
  return fault === undefined ? { value } : { fault };
}

function objectFrom(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A flat row with as many `":` marks as keys has no key twice; any other row is looked at closely. */
function hasKeyTwice(text: string, value: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(value).length;
  let marks = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) marks += 1;
  if (marks === keys) return false;
  return namesIn(text) > keys;
}

/** The kinds of token that matter here, by jsonc-parser's numbers: its `SyntaxKind` cannot be imported by itself. */
const kinds = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, colon: 6, string: 10, end: 17 } as const;

/** What is wrong with a valid text that holds escapes: these can stand for a NUL or an unpaired surrogate. */
function faultOfEscapes(text: string): IssueCode | undefined {
  const scanner = createScanner(text, true);
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    if (kind !== kinds.string) continue;
    const found = scanner.getTokenValue();
    if (found.includes("\0")) return "nul_character";
    if (/\p{Surrogate}/u.test(found)) return "malformed_text";
  }
  return undefined;
}

/** How many names the object of a valid text gives, token by token, so that no nesting is too deep for it. */
function namesIn(text: string): number {
  const scanner = createScanner(text, true);
  let names = 0;
  let depth = 0;
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    if (kind === kinds.openBrace || kind === kinds.openBracket) depth += 1;
    else if (kind === kinds.closeBrace || kind === kinds.closeBracket) depth -= 1;
    else if (kind === kinds.colon && depth === 1) names += 1;
  }
  return names;
}
