import { mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Counted, countedIn } from "./counted.ts";
import type { Incident, IncidentLog } from "./incident.ts";
import { gapInSeconds } from "./occasion-bounds.ts";
import { type OccasionChoice, occasionsAmong } from "./occasions.ts";
import { dateGiven } from "./option-dates.ts";
import { readDate } from "./read-date.ts";

export interface AfterToldChoice extends OccasionChoice {
  /** When the person was told to stop, perhaps as a month or a year. Without it, only what the entries say counts. */
  readonly toldOn?: string;
}

export interface ContactAfterTold {
  readonly occasions: Interval;
  /** Ids of entries whose `afterToldToStop` and date cannot both be right. They are in the most only. */
  readonly contradictions: readonly string[];
}

/**
 * The least and the most number of occasions after the person was told to stop. An entry that says so itself
 * (`afterToldToStop`) is taken at its word; otherwise its date has to be later than `toldOn`. On the same day, without
 * times, it is not known which came first: such an entry is in the most only. Two times with their offsets are compared as
 * moments; a day has no offset and is compared as written.
 *
 * To have told someone is not a duty, and telling can be unsafe: a count of 0 says nothing against the person targeted.
 * `most` is never too low and `least` never too high. `least` is exact if `toldOn` is a time.
 *
 * @throws {AssessmentError} `out_of_range` for the gap; `wrong_type`, `impossible_date` for `toldOn`
 * @source design choice
 * @example
 * const entries = ["2026-03-01", "2026-03-09", "2026-03-20"].map((date, at) => {
 *   return { id: String(at), date, behaviours: ["calls"], attribution: "confirmed" };
 * });
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls"], asOf: "2026-05-10" }));
 * contactAfterToldToStop(log, { toldOn: "2026-03-09", gapHours: 12 }).occasions; // => [1, 2]
 */
export function contactAfterToldToStop(log: IncidentLog, choice: AfterToldChoice): ContactAfterTold {
  mustHave(log, "entries", "log");
  mustHave(choice, "gapHours", "choice");
  const gap = gapInSeconds(choice.gapHours);
  const asWritten = choice.toldOn === undefined ? anyTime : dateGiven(choice.toldOn, "toldOn");
  const placed = log.entries.map((entry) => {
    const told = onClockOf(entry, asWritten, clockIn(choice.toldOn));
    return { entry, told, place: placeOf(entry, told) };
  });
  const after = placed
    .filter(({ place }) => place !== "before")
    .map(({ entry, place, told }) => laterPart(entry, place, told));
  const only = (entries: readonly Incident[]): Counted[] => countedIn({ ...log, entries }, choice);
  const surely = placed
    .filter(({ place }) => place === "after")
    .map(({ entry, told }) => laterPart(entry, "after", told));
  return {
    occasions: [occasionsAmong(only(surely), gap)[0], occasionsAmong(only(after), gap)[1]],
    contradictions: placed.filter(({ place }) => place === "contradiction").map(({ entry }) => entry.id),
  };
}

const anyTime: Interval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The offset of a date that has one, in seconds. */
function clockIn(date: string | undefined): number | undefined {
  const read = date === undefined ? undefined : readDate(date);
  return read?.ok ? read.offset : undefined;
}

/** A span on the clock of an entry, whose own span is on the clock of its start. */
function onClockOf({ date, from, to }: Incident, span: Interval, offset: number | undefined): Interval {
  const own = clockIn(date ?? from ?? to);
  if (own === undefined || offset === undefined) return span;
  return [span[0] + own - offset, span[1] + own - offset];
}

type Place = "before" | "after" | "open" | "contradiction";

function placeOf({ when, afterToldToStop: said }: Incident, told: Interval): Place {
  const byDate = when[0] > told[1] ? "after" : when[1] <= told[0] ? "before" : "open";
  const bySaid = said === "yes" ? "after" : said === "no" ? "before" : "open";
  if (bySaid === "open") return byDate;
  return byDate === "open" || byDate === bySaid ? bySaid : "contradiction";
}

/** What of an entry's span is later than the first moment at which the telling can have been. */
function laterPart(entry: Incident, place: Place, told: Interval): Incident {
  if (place === "contradiction") return entry;
  return { ...entry, when: [Math.max(entry.when[0], told[0] + 1), entry.when[1]] };
}
