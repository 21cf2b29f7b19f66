import { AssessmentError, type Issue, nearestIn, shapeOf } from "../issues/index.ts";
import type { Answers } from "./rule.ts";
import type { ResponseOption, Scope } from "./scope.ts";

/**
 * The bytes below this one are the ways of not knowing: not asked, not sure, prefer not, an option that says so.
 *
 * @internal
 */
export const firstAnswer = 4;

const words: readonly (readonly [string, number])[] = [
  ["not_asked", 0],
  ["closed", 0],
  ["not_sure", 1],
  ["prefer_not", 2],
];

/**
 * Reads cases over one scope into bytes: one byte for each item, in the scope's order.
 *
 * @internal
 */
export interface CaseReader {
  readonly items: readonly string[];
  /** By item: the byte of each code and state word. */
  readonly bytes: readonly ReadonlyMap<unknown, number>[];
  /**
   * A case as bytes. Throws `unknown_item`, `unknown_option` or `wrong_type`, with every issue. Items whose place holds 0
   * in `needed` are left out: their answers are neither read nor checked.
   */
  read(answers: Answers, needed?: Uint8Array): Uint8Array;
}

/**
 * A reader of cases into bytes, for the fast readings of rules; `undefined` if an item is not answered by a code.
 * It walks the case's own keys once, so sparse cases of many shapes cost no more than they hold.
 *
 * @internal
 */
export function caseBytes(scope: Scope): CaseReader | undefined {
  const items = Object.keys(scope.items);
  const bytes = items.map((item) => {
    const responses = scope.items[item]?.responses;
    return responses?.kind === "choice" ? bytesOf(responses.options) : undefined;
  });
  if (bytes.includes(undefined)) return undefined;
  const known = bytes.filter((map) => map !== undefined);
  const firsts = codesAt(known, firstAnswer);
  const seconds = codesAt(known, firstAnswer + 1);
  const places = new Map(items.map((item, place) => [item, place]));
  return {
    items,
    bytes: known,
    read(answers, needed) {
      const found = new Uint8Array(items.length);
      const plain = isPlain(answers);
      for (const item in answers) {
        if (!plain && !Object.hasOwn(answers, item)) continue;
        const place = places.get(item);
        if (place === undefined) throw new AssessmentError(faultsIn(answers, places, known));
        if (needed !== undefined && needed[place] === 0) continue;
        const answer = answers[item];
        const byte =
          answer === firsts[place]
            ? firstAnswer
            : answer === seconds[place]
              ? firstAnswer + 1
              : known[place]?.get(answer);
        if (byte !== undefined) found[place] = byte;
        else if (answer !== undefined) throw new AssessmentError(faultsIn(answers, places, known));
      }
      return found;
    },
  };
}

const nothing: object = {};

/**
 * Whether every key that a loop over the object meets is its own: no prototype of its own, none added to by others.
 *
 * @internal
 */
export function isPlain(answers: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(answers);
  if (prototype === null) return true;
  for (const _ in nothing) return false;
  return prototype === Object.prototype;
}

/** The code of each item that has the given byte, for a quick look before the map. */
function codesAt(bytes: readonly ReadonlyMap<unknown, number>[], byte: number): readonly unknown[] {
  return bytes.map((map) => [...map].find(([, each]) => each === byte)?.[0] ?? none);
}

const none = Symbol("no such code");

/** The byte of each code and state word. An item without codes has bytes for the words of not knowing only. */
export function bytesOf(options: Readonly<Record<string, ResponseOption>> = {}): ReadonlyMap<unknown, number> {
  const map = new Map<unknown, number>(words);
  let next = firstAnswer;
  for (const [code, { notKnown }] of Object.entries(options)) map.set(code, notKnown === true ? 3 : next++);
  return map;
}

function faultsIn(
  answers: Answers,
  places: ReadonlyMap<string, number>,
  bytes: readonly ReadonlyMap<unknown, number>[],
): Issue[] {
  return Object.keys(answers).flatMap((item): Issue[] => {
    const place = places.get(item);
    const codes = [...(bytes[place ?? -1]?.keys() ?? [])].map(String);
    const found = answers[item];
    if (place === undefined) return [{ code: "unknown_item", path: [item], ...nearestIn(item, [...places.keys()]) }];
    if (found === undefined || bytes[place]?.has(found) === true) return [];
    const fault = { path: [item], expected: codes, shape: shapeOf(found) };
    return [
      typeof found === "string"
        ? { ...fault, code: "unknown_option", ...nearestIn(found, codes) }
        : { ...fault, code: "wrong_type" },
    ];
  });
}
