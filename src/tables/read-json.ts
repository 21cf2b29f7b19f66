import { createScanner } from "jsonc-parser";
import { AssessmentError, type IssueCode } from "../issues/index.ts";
import { openInput } from "./input.ts";

/** The largest file that is read whole, in bytes (design choice). */
const largest = 1 << 26;

/**
 * The value of a JSON file, or of standard input for `-`. Nothing is guessed: a key that stands twice in one object, bytes
 * that are not UTF-8 and a file over 64 MiB are refused.
 *
 * @throws {AssessmentError} `unreadable_file`, `too_large`, `malformed_text`, `malformed_json`, `duplicate_key`
 * @example
 * async function* sent() { yield '{ "adult": "yes" }'; }
 * await readJson("-", sent()); // => { adult: "yes" }
 */
export async function readJson(path: string, stdin: AsyncIterable<Buffer | string>): Promise<unknown> {
  const input = openInput(path, stdin);
  const refuse = (code: IssueCode) => new AssessmentError([{ code, path: [input.name] }]);
  const parts: Buffer[] = [];
  for await (const chunk of input.chunks) {
    parts.push(chunk);
    if (input.bytes() > largest) {
      throw new AssessmentError([{ code: "too_large", path: [input.name], limit: largest }]);
    }
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)); // it takes off a mark
  } catch {
    throw refuse("malformed_text");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("malformed_json");
  }
  if (namesIn(text) !== keysIn(value)) throw refuse("duplicate_key");
  return value;
}

/** The kinds of token that matter here, by jsonc-parser's numbers: its `SyntaxKind` cannot be imported by itself. */
const kinds = { colon: 6, end: 17 } as const;

function namesIn(text: string): number {
  const scanner = createScanner(text, true);
  let names = 0;
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan())
    if (kind === kinds.colon) names += 1;
  return names;
}

/** How many keys all objects of a value have, level by level, so that no nesting is too deep for it. */
function keysIn(value: unknown): number {
  let keys = 0;
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== "object" || next === null) continue;
    const parts: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) keys += parts.length;
    for (const part of parts) left.push(part);
  }
  return keys;
}
