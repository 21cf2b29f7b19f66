import { mustHave } from "../issues/index.ts";
import { type Counted, countedIn, type EntryChoice } from "./counted.ts";
import type { IncidentLog } from "./incident.ts";
import { dayText } from "./read-date.ts";

/** When a behaviour was first seen, as days. */
export interface FirstAppearance {
  readonly behaviour: string;
  readonly earliest: string;
  /** `null` if no entry counts for sure: it may not have been this person at all. */
  readonly latest: string | null;
}

/**
 * The first and the last day on which each behaviour can have appeared first, in the order in which the log lists its
 * behaviours. One that no entry names is left out, which does not say that it never happened. Both days are exact.
 *
 * @source design choice
 * @example
 * const entries = [
 *   { id: "1", date: "2026-03", behaviours: ["calls"], attribution: "confirmed" },
 *   { id: "2", date: "2026-03-20", behaviours: ["calls", "visits"], attribution: "possible" },
 * ];
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls", "visits"], asOf: "2026-05-10" }));
 * firstAppearance(log);
 * // => [
 * //   { behaviour: "calls", earliest: "2026-03-01", latest: "2026-03-31" },
 * //   { behaviour: "visits", earliest: "2026-03-20", latest: null },
 * // ]
 */
export function firstAppearance(log: IncidentLog, choice: EntryChoice = {}): readonly FirstAppearance[] {
  mustHave(log, "entries", "log");
  return [...byBehaviour(log, countedIn(log, choice))]
    .filter(([, entries]) => entries.length > 0)
    .map(([behaviour, entries]) => {
      const latest = least(entries.filter(({ certain }) => certain).map(({ when }) => when[1]));
      return {
        behaviour,
        earliest: dayText(least(entries.map(({ when }) => when[0]))),
        latest: latest === Number.POSITIVE_INFINITY ? null : dayText(latest),
      };
    });
}

/** The entries of each behaviour of the log, in its order. */
export function byBehaviour(log: IncidentLog, entries: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
  const groups = new Map<string, Counted[]>(log.behaviours.map((behaviour) => [behaviour, []]));
  for (const entry of entries) for (const behaviour of entry.behaviours) groups.get(behaviour)?.push(entry);
  return groups;
}

const least = (values: readonly number[]): number =>
  values.reduce((found, value) => Math.min(found, value), Number.POSITIVE_INFINITY);
