import { AssessmentError, mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Counted, countedIn, possiblyIn, surelyIn } from "./counted.ts";
import type { IncidentLog } from "./incident.ts";
import { kindsFirstSeen, type NewKinds } from "./new-kinds.ts";
import { gapInSeconds } from "./occasion-bounds.ts";
import { type OccasionChoice, occasionsAmong } from "./occasions.ts";
import { type Period, periodGiven } from "./option-dates.ts";

export interface EscalationChoice extends OccasionChoice {
  /** Two periods with the same number of days, the first of which ends before the second begins. */
  readonly earlier: Period;
  readonly later: Period;
  /** Behaviours from the least to the most serious, in the caller's view. Those left out have no rank. */
  readonly seriousness: readonly string[];
}

/** What two periods of a log say about a change. It describes entries, and says nothing of what comes next. */
export interface Escalation {
  readonly frequency: {
    readonly earlier: Interval;
    readonly later: Interval;
    /** Occasions of the later period less those of the earlier one. */
    readonly difference: Interval;
    readonly verdict: "more" | "fewer" | "same" | "cannot_say";
  };
  readonly kind: {
    /** The rank, from 1, of the most serious behaviour of each period; 0 if no ranked behaviour is entered. */
    readonly earlier: Interval;
    readonly later: Interval;
    readonly verdict: "more_serious" | "less_serious" | "same" | "cannot_say";
    /** Behaviours that the log holds for the first time in the later period. */
    readonly firstTime: NewKinds;
    /** Behaviours entered for either period, perhaps, that have no rank. */
    readonly unranked: readonly string[];
  };
}

/**
 * How two periods of the log compare in the number of occasions and in the most serious behaviour. A verdict is given
 * only if every way of completing the dates and attributions agrees with it. `fewer` and `less_serious` are about what
 * was entered: people stop writing things down, and quiet is not safety.
 *
 * The ranks and first-time kinds are exact. The difference is as exact as the counts (see {@link occasions}).
 *
 * @throws {AssessmentError} `out_of_range` if the periods differ in length or overlap, or for the gap; `wrong_type`,
 * `impossible_date`, `from_after_to` for the dates; `unknown_item` for a rank of something that is not a behaviour
 * @source design choice; the order of seriousness is the caller's
 * @example
 * const entries = [
 *   { id: "1", date: "2026-02-10", behaviours: ["calls"], attribution: "confirmed" },
 *   { id: "2", date: "2026-03-20", behaviours: ["calls"], attribution: "confirmed" },
 *   { id: "3", date: "2026-03-28", behaviours: ["visits"], attribution: "confirmed" },
 * ];
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls", "visits"], asOf: "2026-03-31" }));
 * const { frequency, kind } = escalation(log, {
 *   earlier: { from: "2026-01-30", to: "2026-02-28" },
 *   later: { from: "2026-03-02", to: "2026-03-31" },
 *   seriousness: ["calls", "visits"],
 *   gapHours: 12,
 * });
 * [frequency.difference, frequency.verdict]; // => [[1, 1], "more"]
 * [kind.verdict, kind.firstTime.certain]; // => ["more_serious", ["visits"]]
 */
export function escalation(log: IncidentLog, choice: EscalationChoice): Escalation {
  mustHave(log, "entries", "log");
  mustHave(choice, "gapHours", "choice");
  const gap = gapInSeconds(choice.gapHours);
  const [earlier, later] = periodsOf(choice);
  const ranks = ranksOf(log, choice.seriousness);
  const entries = countedIn(log, choice);
  const counts = { earlier: occasionsAmong(entries, gap, earlier), later: occasionsAmong(entries, gap, later) };
  const difference = lessThan(counts.later, counts.earlier);
  const rank = { earlier: highestRank(entries, earlier, ranks), later: highestRank(entries, later, ranks) };
  const entered = new Set(
    [earlier, later].flatMap((span) => possiblyIn(entries, span).flatMap(({ behaviours }) => behaviours)),
  );
  return {
    frequency: { ...counts, difference, verdict: verdictOn(difference, "more", "fewer") },
    kind: {
      ...rank,
      verdict: verdictOn(lessThan(rank.later, rank.earlier), "more_serious", "less_serious"),
      firstTime: kindsFirstSeen(log, entries, [later[0], later[0]], later[1]),
      unranked: log.behaviours.filter((behaviour) => entered.has(behaviour) && !ranks.has(behaviour)),
    },
  };
}

function periodsOf(choice: EscalationChoice): readonly [Interval, Interval] {
  const earlier = periodGiven(choice.earlier, "earlier");
  const later = periodGiven(choice.later, "later");
  if (earlier[1] - earlier[0] !== later[1] - later[0]) {
    throw new AssessmentError([{ code: "out_of_range", path: ["later"], expected: ["as many days as earlier"] }]);
  }
  if (earlier[1] < later[0]) return [earlier, later];
  throw new AssessmentError([
    { code: "out_of_range", path: ["later"], expected: ["a start after the end of earlier"] },
  ]);
}

function ranksOf({ behaviours }: IncidentLog, seriousness: readonly string[]): ReadonlyMap<string, number> {
  const [first, ...rest] = seriousness.flatMap((behaviour, at) =>
    behaviours.includes(behaviour) ? [] : [{ code: "unknown_item", path: ["seriousness", at] } as const],
  );
  if (first !== undefined) throw new AssessmentError([first, ...rest]);
  return new Map(seriousness.map((behaviour, at) => [behaviour, at + 1]));
}

function highestRank(entries: readonly Counted[], span: Interval, ranks: ReadonlyMap<string, number>): Interval {
  const highest = (some: readonly Counted[]) =>
    some.reduce((most, { behaviours }) => Math.max(most, ...behaviours.map((each) => ranks.get(each) ?? 0)), 0);
  return [highest(surelyIn(entries, span)), highest(possiblyIn(entries, span))];
}

const lessThan = (one: Interval, other: Interval): Interval => [one[0] - other[1], one[1] - other[0]];

function verdictOn<More extends string, Fewer extends string>(difference: Interval, more: More, fewer: Fewer) {
  if (difference[0] > 0) return more;
  if (difference[1] < 0) return fewer;
  return difference[0] === 0 && difference[1] === 0 ? "same" : "cannot_say";
}
