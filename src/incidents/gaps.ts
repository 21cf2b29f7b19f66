import { mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Counted, countedIn, type EntryChoice } from "./counted.ts";
import type { IncidentLog } from "./incident.ts";
import { leastLongestGap, mostLongestGap } from "./longest-gap.ts";
import { dayGiven } from "./option-dates.ts";
import { dayOf } from "./read-date.ts";

/** Times without an entry, in days. A quiet period is not an end: nothing here says that it is over. */
export interface QuietPeriods {
  /** The longest time from one day with an act to the next such day; `[0, 0]` if there are not two such days. */
  readonly longest: Interval;
  /** From the last day with an act to `asOf`; `null` if no entry counts for sure. */
  readonly sinceLast: Interval | null;
}

/**
 * The longest quiet period between acts, and the one up to `asOf`, as the least and the most number of days: the
 * difference of two calendar days, so acts on two days running are 1 apart. All ends are exact.
 *
 * @source design choice
 * @example
 * const entries = ["2026-03-01", "2026-03-04", "2026-04"].map((date, at) => {
 *   return { id: String(at), date, behaviours: ["calls"], attribution: "confirmed" };
 * });
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls"], asOf: "2026-05-10" }));
 * gaps(log); // => { longest: [28, 57], sinceLast: [10, 39] }
 */
export function gaps(log: IncidentLog, choice: EntryChoice = {}): QuietPeriods {
  mustHave(log, "entries", "log");
  const entries = countedIn(log, choice);
  const days = (some: readonly Counted[]) => some.map(({ when }): Interval => [dayOf(when[0]), dayOf(when[1])]);
  const certain = days(entries.filter((entry) => entry.certain));
  const open = days(entries.filter((entry) => !entry.certain));
  const today = dayOf(dayGiven(log.asOf, "asOf")[0]);
  const last = [...certain, ...open].reduce((latest, [, high]) => Math.max(latest, high), Number.NEGATIVE_INFINITY);
  const lastAtLeast = certain.reduce((latest, [low]) => Math.max(latest, low), Number.NEGATIVE_INFINITY);
  return {
    longest: [leastLongestGap(certain, open), mostLongestGap(certain, open)],
    sinceLast: certain.length === 0 ? null : [today - last, today - lastAtLeast],
  };
}
