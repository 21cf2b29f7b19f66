import { bytesOf } from "./case-bytes.ts";
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

/**
 * The layout of a scope's items in their order. An item without codes has bytes for the words of not knowing only.
 *
 * @internal
 */
export function byteLayout({ items }: Scope): ByteLayout {
  const ids = Object.keys(items);
  const bytes = ids.map((id) => {
    const responses = items[id]?.responses;
    return bytesOf(responses?.kind === "choice" ? responses.options : {});
  });
  return { places: new Map(ids.map((id, place) => [id, place])), bytes };
}
