import { createScanner } from "jsonc-parser";
import { AssessmentError, type IssueCode } from "../issues/index.ts";
import type { Input } from "./input.ts";
import { withoutMark } from "./read-delimited.ts";
import { longestRecord } from "./records.ts";

/** One line of an NDJSON file: its object, or why it could not be read and its raw text. */
export type JsonRow =
  | {
      readonly row: number;
      readonly line: number;
      readonly value: Readonly<Record<string, unknown>>;
      readonly raw: () => string;
    }
  | { readonly row: number; readonly line: number; readonly fault: IssueCode; readonly raw: () => string };

const lf = 0x0a;
const cr = 0x0d;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads one JSON object for each line. A line that is not one, or that has a key twice, is a row at fault.
 *
 * @throws {AssessmentError} `empty_file`, `wrong_encoding`, `cell_too_long` if a line does not end
 */
export async function* readNdjson(input: Input): AsyncGenerator<readonly JsonRow[]> {
  let pending: Buffer = Buffer.alloc(0);
  let begun = false;
  let row = 0;
  const rowsUpTo = (last: boolean): readonly JsonRow[] => {
    const rows: JsonRow[] = [];
    let start = 0;
    for (;;) {
      const end = pending.indexOf(lf, start);
      if (end < 0) break;
      rows.push(rowFrom(pending.subarray(start, pending[end - 1] === cr && end > start ? end - 1 : end), ++row));
      start = end + 1;
    }
    if (last && start < pending.length) {
      rows.push(rowFrom(pending.subarray(start), ++row));
      start = pending.length;
    }
    pending = pending.subarray(start);
    if (pending.length > longestRecord)
      throw new AssessmentError([{ code: "cell_too_long", path: [input.name], line: row + 1, limit: longestRecord }]);
    return rows;
  };
  for await (const chunk of input.chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (!begun && pending.length < 4) continue;
    if (!begun) pending = withoutMark(pending, input.name);
    begun = true;
    const rows = rowsUpTo(false);
    if (rows.length > 0) yield rows;
  }
  if (!begun) pending = withoutMark(pending, input.name);
  const rows = rowsUpTo(true);
  if (rows.length > 0) yield rows;
  if (row === 0) throw new AssessmentError([{ code: "empty_file", path: [input.name] }]);
}

function rowFrom(bytes: Buffer, row: number): JsonRow {
  const place = { row, line: row, raw: () => bytes.toString("utf8") };
  if (bytes.includes(0)) return { ...place, fault: "nul_character" };
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    // Bytes that are not UTF-8 are kept one by one, as Latin-1, so that none is lost.
    return { ...place, raw: () => bytes.toString("latin1"), fault: "malformed_text" };
  }
  const value = objectFrom(text);
  if (value === undefined) return { ...place, fault: "malformed_json" };
  return hasKeyTwice(text, value) ? { ...place, fault: "duplicate_key" } : { ...place, value };
}

function objectFrom(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
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
const kinds = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, colon: 6, end: 17 } as const;

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
