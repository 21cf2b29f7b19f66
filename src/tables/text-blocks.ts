import { AssessmentError } from "../issues/index.ts";
import type { Input } from "./input.ts";
import { type Cut, longestRecord } from "./records.ts";

/** Some whole rows of a file of text. */
export interface TextBlock {
  /** Alone in its memory, so that it can be handed over to a worker. */
  readonly bytes: Uint8Array;
  /** How many rows it holds. */
  readonly rows: number;
  /** The number of its first row in the table, from 1. */
  readonly first: number;
  /** The physical line on which it starts, from 1. */
  readonly line: number;
}

/** How many bytes it takes to tell a byte order mark and UTF-16. */
const markBytes = 4;

/**
 * How many bytes a block has at least, but for the last one (design choice: a worker's work of some 10 ms). Four times as
 * much takes a twentieth less time and nearly twice the memory, with two workers: see docs/benchmarks.md.
 */
const leastBytes = 1 << 18;

/**
 * The bytes of an input in blocks of whole rows. `cut` says how many rows stand whole in the bytes so far.
 *
 * @throws {AssessmentError} `wrong_encoding` for UTF-16; `cell_too_long` if a row does not end in time: where it
 *   ends is not known then, so nothing after it can be told to be a row
 */
export async function* textBlocks(
  input: Input,
  cut: (bytes: Buffer, last: boolean) => Cut,
  least: number = leastBytes,
): AsyncGenerator<TextBlock> {
  let parts: Buffer[] = [];
  let held = 0;
  let first = 1;
  let line = 1;
  let begun = false;
  let enough = least;
  const take = (last: boolean): TextBlock | undefined => {
    const joined = together(parts, held);
    const bytes = begun ? joined : withoutMark(joined, input.name);
    begun = true;
    const { records, used, lines } = cut(bytes, last);
    const rest = bytes.subarray(used);
    // A CR may still be half of a CRLF.
    if (last ? rest.length > 0 : rest.length > longestRecord + 1) {
      const expected = ["a row that ends, and quotes that are closed, within the limit"];
      throw new AssessmentError([
        { code: "cell_too_long", path: [input.name], line: line + lines, limit: longestRecord, expected },
      ]);
    }
    // What is left over is copied, since a block takes its memory along.
    parts = rest.length === 0 ? [] : [Buffer.from(rest)];
    held = rest.length;
    const block = { bytes: bytes.subarray(0, used), rows: records, first, line };
    first += records;
    line += lines;
    return records === 0 ? undefined : block;
  };
  for await (const chunk of input.chunks) {
    parts.push(chunk);
    held += chunk.length;
    if (held < Math.max(enough, begun ? 1 : markBytes)) continue;
    const block = take(false);
    // Else a long row would be gone through once for each chunk.
    enough = block === undefined ? Math.min(held * 2, longestRecord + 2) : least;
    if (block !== undefined) yield block;
  }
  const block = take(true);
  if (block !== undefined) yield block;
}

function together(parts: readonly Buffer[], length: number): Buffer {
  const whole = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const part of parts) at += part.copy(whole, at);
  return whole;
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
