import { mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Counted, countedIn, type EntryChoice, possiblyIn, surelyIn } from "./counted.ts";
import type { IncidentLog } from "./incident.ts";
import { gapInSeconds, leastOccasions, mostOccasions } from "./occasion-bounds.ts";

/** How entries are put together as occasions. */
export interface OccasionChoice extends EntryChoice {
  /** How long an occasion lasts at most, from its first act. 24 or more counts days with an act. */
  readonly gapHours: number;
}

/**
 * The least and the most number of separate occasions in the log.
 *
 * An occasion begins with an act and takes in every further act on the same calendar day up to `gapHours` **after that
 * first act**, not after the latest one, so that acts close together never chain into one. The next act begins a new
 * occasion. Hours are counted on the clock as written in the entries.
 *
 * `least` is exact. `most` is never too low. It is exact if `gapHours` is 24 or more; below that, if each date is a
 * time or whole days, and no day has both a time and a date without time that could fall on it. An empty log gives `[0, 0]`,
 * which says nothing of what was not entered.
 *
 * @throws {AssessmentError} `out_of_range` if `gapHours` is not a number from 0
 * @source design choice; no source fixes an interval. Chained gaps were rejected: they made one occasion of 20 visits.
 * @example
 * const entries = ["2026-05-03", "2026-05-03", "2026-05-06T09:00+01:00"].map((date, at) => {
 *   return { id: String(at), date, behaviours: ["visits"], attribution: "confirmed" };
 * });
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["visits"], asOf: "2026-05-10" }));
 * occasions(log, { gapHours: 12 }); // => [2, 3]
 */
export function occasions(log: IncidentLog, choice: OccasionChoice): Interval {
  mustHave(log, "entries", "log");
  mustHave(choice, "gapHours", "choice");
  return occasionsAmong(countedIn(log, choice), gapInSeconds(choice.gapHours));
}

/** The occasions that a span holds; without one, all of them. */
export function occasionsAmong(entries: readonly Counted[], gap: number, span: Interval = always): Interval {
  const whens = (some: readonly Counted[]) => some.map(({ when }) => when);
  return [leastOccasions(whens(surelyIn(entries, span)), gap), mostOccasions(whens(possiblyIn(entries, span)), gap)];
}

const always: Interval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
