import { AssessmentError, mustHave } from "../issues/index.ts";
import { caseBytes } from "./case-bytes.ts";
import { itemsOf } from "./items-of.ts";
import { planeProgram } from "./plane-program.ts";
import { type Block, blockWords, type Node } from "./planes.ts";
import type { Interval, Rule } from "./rule.ts";
import type { Scope } from "./scope.ts";

/**
 * Answers of many cases by item, one byte for each case: 0 not asked, 1 `not_sure`, 2 `prefer_not`, 3 an option that is
 * a way of not knowing, and from 4 on the other options in their order. A missing column is open, and columns that no
 * rule reads may stay out.
 */
export type Columns = Readonly<Record<string, Uint8Array>>;

/** A condition over many cases: bit `i % 32` of word `i / 32` is case i. Unknown is low 0 and high 1. */
export interface Truths {
  readonly kind: "truths";
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** A quantity over many cases. */
export interface Bounds {
  readonly kind: "bounds";
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Rules made ready for columns. */
export type Compiled<Name extends string> = (columns: Columns, rows: number) => Readonly<Record<Name, Truths | Bounds>>;

/**
 * Rules as one program over columns of bytes: the same results as `evaluate`, for many cases at once. Conditions are
 * worked out 32 cases to a word, one word for each end of the truth value.
 *
 * @returns a function of columns and the number of cases; `undefined` if a rule reads an item that is not answered by
 *   codes, or that the scope does not hold. The function throws `unequal_lengths` for a column with fewer cases, and `out_of_range` for their number.
 * @throws {AssessmentError} `malformed` without a scope, `unknown_reference`, `circular_reference`
 * @example
 * const rule = any(oneOf("calls", "yes"), oneOf("follows", "yes"));
 * const items = { calls: { responses: yesNo }, follows: { responses: yesNo } };
 * const columns = { calls: Uint8Array.of(4, 5) }; // two cases: yes, no
 * const found = compile({ any_conduct: rule }, { items })?.(columns, 2);
 * const { any_conduct } = found ?? {};
 * any_conduct?.kind === "truths" && [truthAt(any_conduct, 0), truthAt(any_conduct, 1)]; // => [[1, 1], [0, 1]]
 */
export function compile<Name extends string>(
  rules: Readonly<Record<Name, Rule>>,
  scope: Scope,
): Compiled<Name> | undefined {
  mustHave(scope, "items", "scope");
  const items = itemsRead(Object.values(rules), scope);
  const reader = items && caseBytes({ items });
  if (reader === undefined) return undefined;
  const program = planeProgram(scope, reader);
  const names = Object.keys(rules) as Name[];
  const roots = names.map((name) => program.add(rules[name]));
  return (columns, rows) => {
    refuseShort(columns, rows, reader.items);
    const words = Math.ceil(rows / 32);
    const results = roots.map((root) => emptyResult(root.kind, rows, words));
    for (let from = 0; from < words; from += blockWords) {
      const block = { columns, rows, from, words: Math.min(blockWords, words - from) };
      for (const step of program.steps) step(block);
      for (let at = 0; at < roots.length; at++) copyBlock(roots[at] as Node, results[at] as Truths | Bounds, block);
    }
    return Object.fromEntries(names.map((name, at) => [name, results[at]])) as Record<Name, Truths | Bounds>;
  };
}

/** What a short column lacks would be read as false, and not as open. */
function refuseShort(columns: Columns, rows: number, items: readonly string[]): void {
  if (!Number.isSafeInteger(rows) || rows < 0)
    throw new AssessmentError([{ code: "out_of_range", path: ["rows"], expected: ["a whole number from 0"] }]);
  const short = items.filter((item) => (columns[item]?.length ?? rows) < rows);
  if (short.length > 0) {
    throw new AssessmentError(
      short.map((item) => ({ code: "unequal_lengths", path: [item], expected: [`${rows} cases`] })),
    );
  }
}

/** The scope's items that rules read, gates with them; `undefined` if the scope lacks one, whose bytes would mean nothing. */
function itemsRead(rules: readonly Rule[], scope: Scope): Scope["items"] | undefined {
  const read = new Set(rules.flatMap((rule) => itemsOf(rule, scope)));
  const items = Object.entries(scope.items).filter(([item]) => read.has(item));
  return items.length < read.size ? undefined : Object.fromEntries(items);
}

/**
 * What a condition came to for one case: `[1, 1]` true, `[0, 0]` false, `[0, 1]` unknown. Rows are counted from 0.
 *
 * @example
 * truthAt({ kind: "truths", low: Uint32Array.of(0b01), high: Uint32Array.of(0b11) }, 1); // => [0, 1]
 */
export function truthAt({ low, high }: Truths, row: number): Interval {
  const word = row >>> 5;
  const bit = row & 31;
  return [((low[word] as number) >>> bit) & 1, ((high[word] as number) >>> bit) & 1];
}

/**
 * A condition over many cases as one number for each: 0 false, 1 unknown, 2 true. Tables of typed arrays, such as those of
 * Apache Arrow, take it as a column.
 *
 * @example
 * const truths = { kind: "truths", low: Uint32Array.of(0b001), high: Uint32Array.of(0b011) } as const;
 * truthColumn(truths, 3); // => Uint8Array.of(2, 1, 0)
 */
export function truthColumn(truths: Truths, rows: number): Uint8Array {
  const column = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const [low, high] = truthAt(truths, row);
    column[row] = low + high;
  }
  return column;
}

function emptyResult(kind: Node["kind"], rows: number, words: number): Truths | Bounds {
  return kind === "truths"
    ? { kind, low: new Uint32Array(words), high: new Uint32Array(words) }
    : { kind, low: new Float64Array(rows), high: new Float64Array(rows) };
}

function copyBlock(node: Node, result: Truths | Bounds, { from, words, rows }: Block): void {
  if (node.kind === "truths") {
    result.low.set(node.low.subarray(0, words), from);
    result.high.set(node.high.subarray(0, words), from);
  } else {
    const count = Math.min(words * 32, rows - from * 32);
    result.low.set(node.low.subarray(0, count), from * 32);
    result.high.set(node.high.subarray(0, count), from * 32);
  }
}
