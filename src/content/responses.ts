import { choice } from "../instrument/index.ts";

/** Response sets that several instruments share. Codes never look like numbers, and a state of not knowing is never one. */

/** On how many occasions something has happened; `value` is the least number that the band holds. */
export const frequency = /* @__PURE__ */ choice({
  none: { label: "Has not happened", value: 0 },
  once: { label: "On one occasion", value: 1 },
  two_to_four: { label: "On 2 to 4 occasions", value: 2 },
  five_to_nine: { label: "On 5 to 9 occasions", value: 5 },
  ten_to_nineteen: { label: "On 10 to 19 occasions", value: 10 },
  twenty_or_more: { label: "On 20 occasions or more", value: 20 },
});

/** How long ago something last happened. Without a date it is read as the most recent. */
export const recency = /* @__PURE__ */ choice({
  last_week: { label: "In the last 7 days" },
  last_month: { label: "8 to 30 days ago" },
  earlier: { label: "Longer ago" },
  undated: { label: "It happened, but I do not know when" },
  never: { label: "Never" },
});

/** The codes of `recency` from the least to the most concern; undated is read with the last week. */
export const recencyConcern = ["never", "earlier", "last_month", "last_week"] as const;

/** How much. */
export const degree = /* @__PURE__ */ choice({
  not_at_all: { label: "Not at all", value: 0 },
  a_little: { label: "A little", value: 1 },
  moderately: { label: "Moderately", value: 2 },
  very: { label: "Very", value: 3 },
  extremely: { label: "Extremely", value: 4 },
});

/** How often in the last two weeks. */
export const often = /* @__PURE__ */ choice({
  never: { label: "Never", value: 0 },
  now_and_then: { label: "Now and then", value: 1 },
  often: { label: "Often", value: 2 },
  most_of_the_time: { label: "Most of the time", value: 3 },
});

/** Whether evidence of a factor or pattern was found; `omit` is a way of not knowing and is always listed. */
export const presence = /* @__PURE__ */ choice({
  absent: { label: "No evidence after a fair search", value: 0 },
  partial: { label: "Some or mixed evidence", value: 1 },
  present: { label: "Clear evidence", value: 2 },
  omit: { label: "Not enough information to rate", notKnown: true },
});

/** The codes of `presence` from the least to the most concern. */
export const presenceConcern = ["absent", "partial", "present"] as const;

/** A rater's own yes or no to a question of judgement. */
export const judgementAnswer = /* @__PURE__ */ choice({
  yes: { label: "Yes" },
  no: { label: "No" },
  unclear: { label: "Cannot be judged on what is known", notKnown: true },
});
