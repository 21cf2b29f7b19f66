import { type CaseReader, firstAnswer } from "./case-bytes.ts";
import type { Part } from "./evaluate.ts";

/** Cases are worked through in blocks of this many words of 32, which stay in the nearest memory (design choice). */
export const blockWords = 64;

/** The cases that a step works on: `words` words of 32 cases from word `from` on. */
export interface Block {
  readonly columns: Readonly<Record<string, Uint8Array>>;
  readonly rows: number;
  readonly from: number;
  readonly words: number;
}

/** Truth values, a bit for each case: the ends of 0 to 1. */
export interface Planes {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** Quantities, a number for each case. */
export interface Ends {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Where one part of a rule leaves its results for a block, and whether it applies there. */
export type Node = { readonly applying: Ends | Planes; readonly applies: Planes } & (
  | ({ readonly kind: "truths" } & Planes)
  | ({ readonly kind: "bounds" } & Ends)
);

/** Room for a truth value of every case of a block. */
export const planes = (): Planes => ({ low: new Uint32Array(blockWords), high: new Uint32Array(blockWords) });
/** Room for a quantity's bounds of every case of a block. */
export const ends = (): Ends => ({ low: new Float64Array(blockWords * 32), high: new Float64Array(blockWords * 32) });
/** The same bits for every word of a block. */
export const constantPlanes = (bits: number): Uint32Array => new Uint32Array(blockWords).fill(bits);

/** By byte: bit 0 is the low end of the truth value, bit 1 the high end. */
export function tableFor(
  item: string,
  reader: CaseReader,
  truthOf: (answer: string) => number,
  unknown: number,
): Uint8Array {
  const table = new Uint8Array(256).fill(unknown);
  for (const [code, byte] of reader.bytes[reader.items.indexOf(item)] ?? []) {
    if (byte >= firstAnswer) table[byte] = truthOf(String(code));
  }
  return table;
}

/** By byte: the number that a code stands for. */
export function numberTable(
  item: string,
  reader: CaseReader,
  numberOf: (answer: string) => number,
  unknown: number,
): Float64Array {
  const table = new Float64Array(256).fill(unknown);
  for (const [code, byte] of reader.bytes[reader.items.indexOf(item)] ?? []) {
    if (byte >= firstAnswer) table[byte] = numberOf(String(code));
  }
  return table;
}

/**
 * Reads one item's column into planes: the one step that looks at every case. Where there are many cases they are looked
 * up two at a time.
 */
export function planeReader(item: string, table: Uint8Array): (block: Block, into: Planes) => void {
  let pairs: Uint8Array | undefined;
  return ({ columns, rows, from, words }, { low, high }) => {
    const column = columns[item];
    if (column === undefined) {
      low.fill(-((table[0] as number) & 1));
      high.fill(-((table[0] as number) >>> 1));
      return;
    }
    let word = 0;
    if (words === blockWords && column.byteOffset % 2 === 0) {
      pairs ??= pairTable(table);
      const two = new Uint16Array(
        column.buffer,
        column.byteOffset + from * 32,
        Math.min(words * 16, (rows - from * 32) >> 1),
      );
      for (; (word + 1) * 16 <= two.length; word++) readPairs(two, word, pairs, low, high);
    }
    for (; word < words; word++) readBytes(column, (from + word) * 32, rows, word, table, low, high);
  };
}

function readPairs(two: Uint16Array, word: number, pairs: Uint8Array, low: Uint32Array, high: Uint32Array): void {
  let lows = 0;
  let highs = 0;
  for (let pair = 0; pair < 16; pair++) {
    const truths = pairs[two[word * 16 + pair] as number] as number;
    lows |= (truths & 3) << (pair * 2);
    highs |= (truths >>> 2) << (pair * 2);
  }
  low[word] = lows;
  high[word] = highs;
}

function readBytes(
  column: Uint8Array,
  start: number,
  rows: number,
  word: number,
  table: Uint8Array,
  low: Uint32Array,
  high: Uint32Array,
): void {
  const count = Math.min(32, rows - start);
  let lows = 0;
  let highs = 0;
  for (let bit = 0; bit < count; bit++) {
    const truth = table[column[start + bit] as number] as number;
    lows |= (truth & 1) << bit;
    highs |= (truth >>> 1) << bit;
  }
  low[word] = lows;
  high[word] = highs;
}

/** By two bytes as they stand in memory: bits 0 and 1 are the low ends of their truth values, bits 2 and 3 the high ends. */
function pairTable(table: Uint8Array): Uint8Array {
  const both = new Uint8Array(2);
  const asOne = new Uint16Array(both.buffer);
  const pairs = new Uint8Array(0x10000);
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 256; second++) {
      both[0] = first;
      both[1] = second;
      const [one, two] = [table[first] as number, table[second] as number];
      pairs[asOne[0] as number] = (one & 1) | ((two & 1) << 1) | ((one >>> 1) << 2) | ((two >>> 1) << 3);
    }
  }
  return pairs;
}

/** Visits each case of a block: its row, its place in the block, and its word and bit there. */
export function eachRow(
  { rows, from, words }: Block,
  visit: (row: number, at: number, word: number, bit: number) => void,
): void {
  const count = Math.min(words * 32, rows - from * 32);
  for (let at = 0; at < count; at++) visit(from * 32 + at, at, at >>> 5, at & 31);
}

/** What one case makes of a part, with whether it applies. */
export function partAt(part: Node, at: number, word: number, bit: number): Part {
  const own = endsAt(part, at, word, bit);
  const applying = part.applying === part ? own : endsAt({ ...part, ...part.applying } as Node, at, word, bit);
  return {
    low: own[0],
    high: own[1],
    applying,
    mustApply: (((part.applies.low[word] as number) >>> bit) & 1) === 1,
    mayApply: (((part.applies.high[word] as number) >>> bit) & 1) === 1,
  };
}

function endsAt(part: Node, at: number, word: number, bit: number): readonly [number, number] {
  return part.kind === "truths"
    ? [((part.low[word] as number) >>> bit) & 1, ((part.high[word] as number) >>> bit) & 1]
    : [part.low[at] as number, part.high[at] as number];
}
