import { parseTree } from "jsonc-parser";
import { AssessmentError, type IssueCode } from "../issues/index.ts";
import type { Input } from "./input.ts";
import { withoutMark } from "./read-delimited.ts";

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
const longestLine = 16_000_000;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads one JSON object for each line. A line that is not one, or that has a key twice, is a row at fault.
 *
 * @throws {AssessmentError} `empty_file`, `wrong_encoding`
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
    if (pending.length > longestLine)
      throw new AssessmentError([{ code: "cell_too_long", path: [input.name], line: row + 1, limit: longestLine }]);
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
    return { ...place, fault: "malformed_text" };
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
  const names = parseTree(text)?.children?.map(({ children }) => String(children?.[0]?.value)) ?? [];
  return new Set(names).size !== names.length;
}
