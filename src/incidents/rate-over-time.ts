import { AssessmentError, mustBeOneOf, mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Counted, countedIn } from "./counted.ts";
import type { IncidentLog } from "./incident.ts";
import { incidentLimits } from "./incident-limits.ts";
import { gapInSeconds, mostInDay } from "./occasion-bounds.ts";
import { type OccasionChoice, occasionsAmong } from "./occasions.ts";
import { dateGiven, inOrder } from "./option-dates.ts";
import { dayText, periodStart, secondsInDay } from "./read-date.ts";

export interface RateChoice extends OccasionChoice {
  readonly by: "week" | "month";
  /** The list begins with the period of this date. Without it, with that of the earliest day an entry can have. */
  readonly from?: string;
  /** It ends with the period of this date. Without it, with that of `asOf`. */
  readonly to?: string;
}

/** One week from Monday, or one calendar month: its first and last day, and the occasions in it. */
export interface PeriodCount {
  readonly from: string;
  readonly to: string;
  readonly occasions: Interval;
}

/**
 * The least and the most number of occasions in each week or calendar month, every period in between listed, also with
 * no entry. Each count holds for its own period: an entry that can lie in two of them is in the most of both, so the
 * counts do not add up. How exact they are is said at {@link occasions}. An empty log gives no periods unless `from` is
 * given.
 *
 * @throws {AssessmentError} `out_of_range` for the gap; `unknown_option` for other periods; `wrong_type`, `impossible_date`, `from_after_to` for the dates;
 * `too_large` for more than `incidentLimits.periods` periods
 * @source design choice; weeks begin on Monday as in ISO 8601
 * @example
 * const entries = ["2026-03-30", "2026-04"].map((date, at) => {
 *   return { id: String(at), date, behaviours: ["calls"], attribution: "confirmed" };
 * });
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls"], asOf: "2026-04-30" }));
 * rateOverTime(log, { by: "month", gapHours: 12 }).map((month) => month.occasions); // => [[1, 1], [1, 1]]
 * rateOverTime(log, { by: "week", gapHours: 12, to: "2026-04-06" }).map((week) => week.occasions); // => [[1, 2], [0, 1]]
 */
export function rateOverTime(log: IncidentLog, choice: RateChoice): readonly PeriodCount[] {
  mustHave(log, "entries", "log");
  mustHave(choice, "gapHours", "choice");
  mustBeOneOf(choice.by, ["week", "month"], "by");
  const gap = gapInSeconds(choice.gapHours);
  const entries = countedIn(log, choice);
  const earliest = entries.reduce((least, { when }) => Math.min(least, when[0]), Number.POSITIVE_INFINITY);
  const first = choice.from === undefined ? earliest : dateGiven(choice.from, "from")[0];
  if (first === Number.POSITIVE_INFINITY) return [];
  const [, last] = inOrder([first, dateGiven(choice.to ?? log.asOf, "to")[1]], "to");
  const spans: Interval[] = [];
  for (let start = periodStart(first, choice.by); start <= last; ) {
    if (spans.length === incidentLimits.periods) {
      throw new AssessmentError([{ code: "too_large", path: ["from"], limit: incidentLimits.periods }]);
    }
    // No month has more than 31 days, and 31 days on from its first day is always the month after.
    const next = choice.by === "week" ? start + 7 * secondsInDay : periodStart(start + 31 * secondsInDay, "month");
    spans.push([start, next - 1]);
    start = next;
  }
  const { touching, covering } = placesIn(spans, entries);
  return spans.map((span, at): PeriodCount => {
    const [least, most] = occasionsAmong(touching[at] ?? [], gap, span);
    // What can fall anywhere in a period fills whatever room the other entries leave.
    const room = ((span[1] + 1 - span[0]) / secondsInDay) * mostInDay(gap);
    return {
      from: dayText(span[0]),
      to: dayText(span[1]),
      occasions: [least, Math.min(most + (covering[at] ?? 0), room)],
    };
  });
}

/**
 * For each period, the entries that begin or end in it, and how many others can fall anywhere in it: each entry is
 * looked at in two periods, and not in all.
 */
function placesIn(spans: readonly Interval[], entries: readonly Counted[]) {
  const touching: Counted[][] = spans.map(() => []);
  const steps: number[] = spans.map(() => 0);
  const add = (list: number[], at: number, by: number) => {
    if (at < list.length) list[at] = (list[at] ?? 0) + by;
  };
  for (const entry of entries) {
    const [first, last] = [placeOf(entry.when[0], spans), placeOf(entry.when[1], spans)];
    for (const at of new Set([first, last])) touching[at]?.push(entry);
    if (last - first < 2) continue;
    add(steps, first + 1, 1);
    add(steps, last, -1);
  }
  let covered = 0;
  const covering = steps.map((step) => {
    covered += step;
    return covered;
  });
  return { touching, covering };
}

/** The place of the period that holds a second: -1 before the first, and one past the end after the last. */
function placeOf(second: number, spans: readonly Interval[]): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? 0) < second) low = middle + 1;
    else high = middle;
  }
  return low === 0 && second < (spans[0]?.[0] ?? second) ? -1 : low;
}
