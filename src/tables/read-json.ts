import { createScanner } from "jsonc-parser";
import { AssessmentError, type IssueCode } from "../issues/index.ts";
import { openInput } from "./input.ts";

/** The largest file that is read whole, in bytes (design choice). */
const largest = 1 << 26;

/**
 * The value of a JSON file, or of standard input for `-`. Nothing is guessed: a key that stands twice in one object, bytes
 * that are not UTF-8 and a file over 64 MiB are refused.
 *
 * @throws {AssessmentError} `unreadable_file`, `too_large`, `malformed_text`, `malformed_json`, `duplicate_key`;
 *   `malformed` for a path that is no text
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
    text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)); // drops a byte order mark
  } catch {
    throw refuse("malformed_text");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("malformed_json");
  }
  const [twice] = repeatedKeys(text);
  if (twice !== undefined) {
    throw new AssessmentError([{ code: "duplicate_key", path: [input.name], line: twice.line }]);
  }
  return value;
}

/** The kinds of token that matter here, by jsonc-parser's numbers: its `SyntaxKind` cannot be imported by itself. */
const kinds = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, colon: 6, string: 10, end: 17 } as const;

/** A key that stands in one object before. */
export interface RepeatedKey {
  /** The keys of the objects that it stands in, outermost first. */
  readonly within: readonly string[];
  readonly line: number;
}

/** The keys of a valid JSON text that an object has already, token by token, so that no nesting is too deep for it. */
export function repeatedKeys(text: string): readonly RepeatedKey[] {
  const scanner = createScanner(text, true);
  const open: { readonly names: Set<string>; key?: string }[] = [];
  const found: RepeatedKey[] = [];
  let key = "";
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    if (kind === kinds.openBrace || kind === kinds.openBracket) open.push({ names: new Set() });
    else if (kind === kinds.closeBrace || kind === kinds.closeBracket) open.pop();
    else if (kind === kinds.string) key = scanner.getTokenValue();
    else if (kind === kinds.colon) {
      const inner = open.at(-1);
      if (inner?.names.has(key)) {
        const within = open.slice(0, -1).flatMap((outer) => outer.key ?? []);
        found.push({ within, line: scanner.getTokenStartLine() + 1 });
      }
      inner?.names.add(key);
      if (inner !== undefined) inner.key = key;
    }
  }
  return found;
}
