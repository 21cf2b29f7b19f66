import { relationshipAndMotive } from "stalker-typology";

/** A small seeded generator of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const itemIds: readonly string[] = Object.keys(relationshipAndMotive.items);
const codes = new Map(
  Object.entries(relationshipAndMotive.items).map(([id, { responses }]) => [
    id,
    Object.entries(responses.options).flatMap(([code, option]) => ("notKnown" in option ? [] : [code])),
  ]),
);

/** A made-up case: each item answered alike often, or `not_sure` with the given chance. It describes nobody. */
export function caseOf(random: () => number, missing: number): Record<string, string> {
  const row: Record<string, string> = {};
  for (const id of itemIds) {
    const list = codes.get(id) ?? [];
    row[id] = random() < missing ? "not_sure" : (list[Math.floor(random() * list.length)] ?? "not_sure");
  }
  row.adult = "yes";
  return row;
}

/** Rows that share one shape: every item, in order. */
export function rowsOfOneShape(count: number, seed: number, missing: number): Record<string, string>[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => caseOf(random, missing));
}

/** Rows as JSON.parse gives them: unanswered items absent, keys in any order, so of many shapes. */
export function rowsAsParsed(count: number, seed: number, missing: number): Record<string, string>[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const entries = Object.entries(caseOf(random, missing)).filter(([, answer]) => answer !== "not_sure");
    for (let at = entries.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [entries[at], entries[other]] = [entries[other] as [string, string], entries[at] as [string, string]];
    }
    return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as Record<string, string>;
  });
}
