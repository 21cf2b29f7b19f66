import { mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type AttributionChoice, type Counted, countedIn } from "./counted.ts";
import { durationDays } from "./duration-days.ts";
import { byBehaviour } from "./first-appearance.ts";
import { type Bands, bandsInOrder, codeFor } from "./frequency-bands.ts";
import { gaps } from "./gaps.ts";
import type { IncidentLog } from "./incident.ts";
import { gapInSeconds } from "./occasion-bounds.ts";
import { occasionsAmong } from "./occasions.ts";
import { dayGiven } from "./option-dates.ts";
import { dayOf, dayText, secondsInDay } from "./read-date.ts";

/** Which items of a form a log can answer, and what their codes stand for. */
export interface LogReading {
  readonly gapHours: number;
  /** The number of occasions that each code of a behaviour's item stands for. */
  readonly bands: Bands;
  /** The item on all occasions together. */
  readonly occasions: { readonly item: string; readonly bands: Bands };
  /** The item on the time from the first event to the latest, in days. */
  readonly days: { readonly item: string; readonly bands: Bands };
  /** The item on the time since the latest event, in days. */
  readonly sinceLatest: { readonly item: string; readonly bands: Bands };
  /** The items that hold the day of the first and of the latest event. */
  readonly firstDay: string;
  readonly latestDay: string;
  /** The item on breaches: entries that say `breachOfOrder` count there, whatever else they name. */
  readonly breach: string;
}

/** How a log is read. */
export interface LogReadingOptions {
  readonly attribution?: AttributionChoice;
  /** Whether the log holds every act of the kinds it lists, as in `frequencyBands`. */
  readonly complete?: boolean;
}

/** What a log answers of a form, and what it leaves to be asked. */
export interface AnswersFromLog {
  readonly answers: Readonly<Record<string, string>>;
  /** The items that stay open, with the least and the most that the entries come to: occasions, or days before `asOf`. */
  readonly open: readonly { readonly item: string; readonly entered: Interval }[];
}

/**
 * The answers of a form that follow from a log: the band of each behaviour and of all occasions, the days of the first
 * and the latest event, and the times between. An item is answered only if every way of filling in the open dates and
 * attributions gives the same code; the others are to be asked.
 *
 * What the log does not hold is never taken for nothing: no "none", no day of the first event and no upper end of the
 * length without `complete: true`; with `complete: false`, no upper end of any count, and no time since the latest event
 * but the shortest.
 *
 * @throws {AssessmentError} `out_of_range` for bands that overlap, or for the gap
 * @source design choice
 * @example
 * const entries = [
 *   { id: "1", date: "2026-03-01", behaviours: ["calls"], attribution: "confirmed" },
 *   { id: "2", date: "2026-04-20", behaviours: ["follows"], attribution: "confirmed", breachOfOrder: "yes" },
 * ];
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: conductBehaviours, asOf: "2026-05-10" }));
 * const { answers } = answersFromLog(log, conductLog);
 * [answers.calls, answers.breaches_order, answers.occasion_count]; // => ["once", undefined, "two_to_four"]
 * [answers.latest_event_date, answers.latest_event_recency, answers.course_length];
 * // => ["2026-04-20", "last_month", "four_weeks_or_more"]
 */
export function answersFromLog(
  log: IncidentLog,
  reading: LogReading,
  { attribution, complete }: LogReadingOptions = {},
): AnswersFromLog {
  mustHave(log, "entries", "log");
  mustHave(reading, "gapHours", "reading");
  const choice = attribution === undefined ? {} : { attribution };
  const gap = gapInSeconds(reading.gapHours);
  const entries = countedIn(log, choice);
  const since = gaps(log, choice).sinceLast;
  const found = [
    ...behavioursIn(log, entries, reading, gap).map(([item, entered]) => {
      return { item, entered, code: codeFor(entered, bandsInOrder(reading.bands), complete) };
    }),
    bandOf(reading.occasions, occasionsAmong(entries, gap), complete),
    // The log may begin late, so only a caller who says that it does not can claim an upper end of the length.
    bandOf(reading.days, durationDays(log, choice), complete === true && since !== null),
    ...(since === null ? [] : [sinceLatest(reading, since, complete)]),
    ...daysOf(log, entries, reading, complete),
  ];
  return {
    answers: Object.fromEntries(found.flatMap(({ item, code }) => (code === undefined ? [] : [[item, code]]))),
    open: found.flatMap(({ item, entered, code }) => (code === undefined ? [{ item, entered }] : [])),
  };
}

type Found = AnswersFromLog["open"][number] & { readonly code: string | undefined };

function bandOf({ item, bands }: LogReading["days"], entered: Interval, complete: boolean | undefined): Found {
  return { item, entered, code: codeFor(entered, bandsInOrder(bands), complete) };
}

/** An entry that is missing can only make the latest event more recent, so only the shortest time needs no promise. */
function sinceLatest({ sinceLatest: { item, bands } }: LogReading, entered: Interval, complete?: boolean): Found {
  const [low, high] = [complete === false ? 0 : entered[0], entered[1]];
  const code = bandsInOrder(bands).find(({ least, most }) => least <= low && high <= most)?.code;
  return { item, entered, code };
}

/**
 * The occasions of each behaviour. Whether an act was a breach is a field of its own, and may not be known; an entry that
 * names the breach among its acts, and says in that field that it was none or is not sure, is open.
 */
function behavioursIn(
  log: IncidentLog,
  entries: readonly Counted[],
  { breach }: LogReading,
  gap: number,
): readonly (readonly [string, Interval])[] {
  const all = byBehaviour(log, entries);
  return [...all].map(([behaviour, own]) => {
    if (behaviour !== breach) return [behaviour, occasionsAmong(own, gap)];
    const named = new Set(own);
    const sure = entries.filter((entry) =>
      entry.breachOfOrder === undefined ? named.has(entry) : entry.breachOfOrder === "yes",
    );
    const possible = entries.filter((entry) => named.has(entry) || entry.breachOfOrder !== "no");
    return [behaviour, [occasionsAmong(sure, gap)[0], occasionsAmong(possible, gap)[1]]];
  });
}

/** The days of the first and the latest event, where they can be only one day. */
function daysOf(
  log: IncidentLog,
  entries: readonly Counted[],
  { firstDay, latestDay }: LogReading,
  complete: boolean | undefined,
): readonly Found[] {
  const certain = entries.filter((entry) => entry.certain);
  if (certain.length === 0) return [];
  const today = dayOf(dayGiven(log.asOf, "asOf")[0]);
  const most = (some: readonly Counted[], end: 0 | 1) =>
    some.reduce((found, { when }) => Math.max(found, today - dayOf(when[end])), 0);
  const least = (some: readonly Counted[], end: 0 | 1) =>
    some.reduce((found, { when }) => Math.min(found, today - dayOf(when[end])), Number.POSITIVE_INFINITY);
  const only = (item: string, entered: Interval, isKnown: boolean): Found => {
    const code = isKnown && entered[0] === entered[1] ? dayText((today - entered[0]) * secondsInDay) : undefined;
    return { item, entered, code };
  };
  return [
    only(firstDay, [most(certain, 1), most(entries, 0)], complete === true),
    only(latestDay, [least(entries, 1), least(certain, 0)], complete !== false),
  ];
}
