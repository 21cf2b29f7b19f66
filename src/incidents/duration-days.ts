import { mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Counted, countedIn, type EntryChoice } from "./counted.ts";
import type { IncidentLog } from "./incident.ts";
import { dayOf } from "./read-date.ts";

/**
 * The least and the most number of days from the first act in the log to the last: the difference of the two calendar
 * days, so 0 if all fell on one day, and `[0, 0]` for an empty log. Both ends are exact.
 *
 * @source design choice; definitions of stalking that name a length of time count it between the first and the last act
 * @example
 * const entries = ["2026-03", "2026-04-10"].map((date, at) => {
 *   return { id: String(at), date, behaviours: ["calls"], attribution: "confirmed" };
 * });
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls"], asOf: "2026-05-10" }));
 * durationDays(log); // => [10, 40]
 */
export function durationDays(log: IncidentLog, choice: EntryChoice = {}): Interval {
  mustHave(log, "entries", "log");
  const entries = countedIn(log, choice);
  return [leastSpan(entries), mostSpan(entries)];
}

function leastSpan(entries: readonly Counted[]): number {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { when, certain } of entries) {
    if (!certain) continue;
    start = Math.min(start, dayOf(when[1]));
    end = Math.max(end, dayOf(when[0]));
  }
  return Math.max(0, end - start);
}

/** From the earliest day of one entry to the latest of another. */
function mostSpan(entries: readonly Counted[]): number {
  const firsts = entries.map(({ when }) => dayOf(when[0]));
  const [early = 0, nextEarly = Number.POSITIVE_INFINITY] = firsts.toSorted((one, other) => one - other);
  // An entry cannot be both ends, so the one that begins earliest is measured to all others, and the rest to it.
  const at = firsts.indexOf(early);
  return entries.reduce((most, { when }, index) => {
    return Math.max(most, dayOf(when[1]) - (index === at ? nextEarly : early));
  }, 0);
}
