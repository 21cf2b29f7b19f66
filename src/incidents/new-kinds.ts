import { mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Counted, countedIn, type EntryChoice } from "./counted.ts";
import { byBehaviour } from "./first-appearance.ts";
import type { IncidentLog } from "./incident.ts";
import { dateGiven } from "./option-dates.ts";
import { dayOf, secondsInDay } from "./read-date.ts";

/** Behaviours that the log holds for the first time, in the order in which the log lists its behaviours. */
export interface NewKinds {
  readonly certain: readonly string[];
  /** New or not, as far as the dates and the attributions say. None of them is in `certain`. */
  readonly possible: readonly string[];
  /** How many are new, at least and at most. */
  readonly count: Interval;
}

/**
 * The behaviours that first appear on or after a date. The date may be partial: then it is some day of that month or
 * year. New means that the log has no earlier entry of it. A log that was begun late may lack one. Both ends are exact.
 *
 * @throws {AssessmentError} `wrong_type`, `impossible_date` for `since`
 * @source design choice
 * @example
 * const entries = [
 *   { id: "1", date: "2026-02-10", behaviours: ["calls"], attribution: "confirmed" },
 *   { id: "2", date: "2026-03-20", behaviours: ["visits"], attribution: "confirmed" },
 * ];
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls", "visits"], asOf: "2026-05-10" }));
 * newKinds(log, { since: "2026-03-01" }); // => { certain: ["visits"], possible: [], count: [1, 1] }
 * newKinds(log, { since: "2026-03" }); // => { certain: [], possible: ["visits"], count: [0, 1] }
 */
export function newKinds(log: IncidentLog, choice: EntryChoice & { readonly since: string }): NewKinds {
  mustHave(log, "entries", "log");
  mustHave(choice, "since", "choice");
  const [low, high] = dateGiven(choice.since, "since");
  // A day counts from its first second; a time is one second.
  const since: Interval = low === high ? [low, high] : [low, dayOf(high) * secondsInDay];
  return kindsFirstSeen(log, countedIn(log, choice), since, Number.POSITIVE_INFINITY);
}

/** The behaviours first seen from a moment, known as an interval, to an end. */
export function kindsFirstSeen(
  log: IncidentLog,
  entries: readonly Counted[],
  since: Interval,
  until: number,
): NewKinds {
  const kinds = [...byBehaviour(log, entries)];
  const certain = kinds.filter(
    ([, some]) =>
      some.every(({ when }) => when[0] >= since[1]) && some.some((entry) => entry.certain && entry.when[1] <= until),
  );
  const possible = kinds.filter(
    ([, some]) =>
      some.some(({ when }) => when[1] >= since[0] && when[0] <= until) &&
      some.every((entry) => !entry.certain || entry.when[1] >= since[0]),
  );
  const sure = new Set(certain.map(([behaviour]) => behaviour));
  return {
    certain: [...sure],
    possible: possible.map(([behaviour]) => behaviour).filter((behaviour) => !sure.has(behaviour)),
    count: [sure.size, possible.length],
  };
}
