import type { Bands, LogReading } from "../incidents/index.ts";
import { countBands, countedConduct } from "./instruments/conduct.ts";

/** What an entry of an incident log may name: the items of the conduct form on what was done. */
export const conductBehaviours: readonly string[] = countedConduct;

/**
 * How a log answers the conduct form. Twelve hours are a choice of ours, as on the form: no source fixes how long an
 * occasion lasts.
 */
export const conductLog: LogReading = {
  gapHours: 12,
  bands: Object.fromEntries(countBands.map(({ codes: [code], least, most }) => [code, [least, most]])) as Bands,
  occasions: {
    item: "occasion_count",
    bands: { none: [0, 0], one: [1, 1], two_to_four: [2, 4], five_to_nine: [5, 9], ten_or_more: [10, null] },
  },
  days: {
    item: "course_length",
    bands: { under_two_weeks: [0, 13], two_weeks: [14, 14], over_two_weeks: [15, 27], four_weeks_or_more: [28, null] },
  },
  sinceLatest: {
    item: "latest_event_recency",
    bands: { last_week: [0, 7], last_month: [8, 30], earlier: [31, null] },
  },
  firstDay: "first_event_date",
  latestDay: "latest_event_date",
  breach: "breaches_order",
};
