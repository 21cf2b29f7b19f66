import { firstAnswer } from "./case-bytes.ts";
import type { Scope } from "./scope.ts";

/**
 * Where each item stands in a case's bytes, and the byte of each of its codes.
 *
 * @internal
 */
export interface ByteLayout {
  readonly places: ReadonlyMap<string, number>;
  readonly bytes: readonly ReadonlyMap<unknown, number>[];
}

const words: readonly (readonly [string, number])[] = [
  ["not_asked", 0],
  ["closed", 0],
  ["not_sure", 1],
  ["prefer_not", 2],
];

/**
 * The layout of a scope's items in their order. An item without codes has bytes for the words of not knowing only.
 *
 * @internal
 */
export function byteLayout({ items }: Scope): ByteLayout {
  const ids = Object.keys(items);
  const bytes = ids.map((id) => {
    const map = new Map<unknown, number>(words);
    const responses = items[id]?.responses;
    let next = firstAnswer;
    if (responses?.kind === "choice") {
      for (const [code, { notKnown }] of Object.entries(responses.options))
        map.set(code, notKnown === true ? 3 : next++);
    }
    return map;
  });
  return { places: new Map(ids.map((id, place) => [id, place])), bytes };
}
