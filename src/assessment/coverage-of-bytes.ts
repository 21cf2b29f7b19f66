import { type CaseBounds, firstAnswer } from "../rules/index.ts";
import type { Coverage } from "./coverage.ts";
import { closedPlaces } from "./open-names.ts";
import type { PreparedForm } from "./prepared-form.ts";
import type { Scored } from "./scored.ts";

/** What `coverage` counts, for the whole form and for each section, counted over a case's bytes. */
export function coverageOfBytes(prepared: PreparedForm, bytes: Uint8Array, bounds: CaseBounds): Scored["completeness"] {
  const { items, gates, sections } = prepared;
  const closed = closedPlaces(gates, bytes, bounds);
  return {
    ...counted([...items.keys()], items, bytes, closed),
    bySection: Object.fromEntries(sections.map(([name, places]) => [name, counted(places, items, bytes, closed)])),
  };
}

function counted(places: readonly number[], items: readonly string[], bytes: Uint8Array, closed: Uint8Array): Coverage {
  const counts = { answered: 0, notSure: 0, preferNot: 0, notAsked: 0, closed: 0 };
  const setAside: string[] = [];
  for (const place of places) {
    const byte = bytes[place] as number;
    if (closed[place] === 1) {
      counts.closed += 1;
      if (byte >= firstAnswer) setAside.push(items[place] as string);
    } else if (byte >= firstAnswer) counts.answered += 1;
    else if (byte === 2) counts.preferNot += 1;
    else if (byte === 0) counts.notAsked += 1;
    else counts.notSure += 1;
  }
  return { items: places.length, ...counts, setAside };
}
