import { type CaseBounds, firstAnswer } from "../rules/index.ts";
import type { PreparedForm } from "./prepared-form.ts";

/**
 * The open items that could still change a result, with the names of what they could change: those of the levels
 * first, strongest first, then those of named rules that are not exact, in the form's order.
 */
export function openNames(
  { items, indicators, gates }: PreparedForm,
  bytes: Uint8Array,
  bounds: CaseBounds,
  levels: readonly (readonly [string, readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, string[]>();
  const add = (item: string, name: string) => {
    const names = byItem.get(item);
    if (names === undefined) byItem.set(item, [name]);
    else names.push(name);
  };
  for (const [name, open] of levels) for (const item of open) add(item, name);
  let closed: Uint8Array | undefined;
  for (const { name, at, reads } of indicators) {
    if (bounds.low[at] === bounds.high[at]) continue;
    closed ??= closedPlaces(gates, bytes, bounds);
    for (const place of reads) {
      if ((bytes[place] as number) < firstAnswer && closed[place] === 0) add(items[place] as string, name);
    }
  }
  return byItem;
}

/** Marks with 1 the places of the items that branching closed. */
export function closedPlaces(gates: PreparedForm["gates"], bytes: Uint8Array, { high }: CaseBounds): Uint8Array {
  const closed = new Uint8Array(bytes.length);
  for (const { place, at } of gates) if (high[at] === 0) closed[place] = 1;
  return closed;
}
