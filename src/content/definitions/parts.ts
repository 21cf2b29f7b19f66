import { asOfDay, type DerivedAnswer, mergedScope } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { rulesOver } from "../../instrument/index.ts";
import { all, any, atLeast, countsInBands, moreThan, not, oneOf, ref } from "../../rules/index.ts";
import { conductAndPattern, countBands, countedConduct } from "../instruments/conduct.ts";
import { judgements } from "./judgements.ts";

/** The conduct form as the scope of a definition. */
export const conductScope = mergedScope(conductAndPattern);

/** Builders over the conduct form and every judgement. */
export const { is, valueOf: numberOf } = rulesOver({ ...conductAndPattern.items, ...judgements });

export type Conduct = (typeof countedConduct)[number];
export const happened = (item: Conduct) =>
  is(item, "once", "two_to_four", "five_to_nine", "ten_to_nineteen", "twenty_or_more");
export const anyOf = (...of: readonly Conduct[]) => any(...of.map(happened));

type Degree =
  | "victim_fear_self"
  | "victim_fear_for_others"
  | "victim_alarm"
  | "victim_distress"
  | "victim_daily_life_effect";
/** Felt to a degree, from 1 (a little) to 4 (extremely). */
export const felt = (item: Degree, cut: number) => atLeast(numberOf(item), cut);
/** Felt at all. It is the lower edge of the zone in which a rater decides. */
export const feltAtAll = (item: Degree) => moreThan(numberOf(item), 0);
export const afraid = (cut: number) => any(felt("victim_fear_self", cut), felt("victim_fear_for_others", cut));
export const reasonable = any(is("reasonable_person_fear", "yes"), is("reasonable_person_distress", "yes"));

const outside = (list: readonly Conduct[]) => anyOf(...countedConduct.filter((item) => !list.includes(item)));

type ListedTwice = Extract<keyof typeof judgements, `listed_twice_${string}`>;

/**
 * Two occasions of what is on a list. If nothing off the list is reported, the number asked decides where the counts do
 * not; if something is, a person has to say whether two occasions are left.
 */
export const listedTwice = <J extends ListedTwice>(list: readonly Conduct[], judgement: J) => {
  const counts = countsInBands(list, countBands);
  return any(
    counts.leastReaches(2),
    all(
      counts.mostReaches(2),
      is("occasion_count", "two_to_four", "five_to_nine", "ten_or_more"),
      any(not(outside(list)), oneOf(judgement, "yes")),
    ),
  );
};

/** One person, or people acting together. Otherwise a person has to say whether the answers stand for one alone. */
export const onePerson = {
  means: "the conduct of one person, or of people acting together",
  rule: any(is("single_person", "one", "acting_together"), is("one_person_alone", "yes")),
  settledBy: ["target", "police", "named_judgement"],
  basis: [designChoice("the acts of people who have nothing to do with one another are never added up (R8)")],
} as const;

/** That no reason for contact takes the conduct out. It fails only on a rater's judgement, beside a reason, short of grave conduct. */
export const noLawfulPurpose = {
  means: "no lawful purpose or reasonable ground accounts for the conduct",
  rule: any(ref("grave_conduct"), is("contact_reason", "none", "reason_exceeded"), is("no_lawful_purpose", "yes")),
  settledBy: ["court_or_probation", "named_judgement"],
  basis: [designChoice("a reason given by the target never excludes alone, and nothing excludes grave conduct (R9)")],
} as const;

/** A rater's finding that {@link noLawfulPurpose} does not read is said, so that it is not lost. */
export const exceptionNotRead = {
  exception_not_read: {
    when: all(
      is("no_lawful_purpose", "no"),
      any(ref("grave_conduct"), is("contact_reason", "none", "reason_exceeded")),
    ),
    says: "A rater finds that an exception may fit. It was not used: grave conduct is reported, or no reason for contact is given that the contact keeps to. A person has to look at this.",
  },
} as const;

/** What follows from the days of the first and the latest event. */
export const fromDays = [
  { item: "course_length", code: "under_two_weeks", from: "first_event_date", to: "latest_event_date", atMost: 13 },
  {
    item: "course_length",
    code: "two_weeks",
    from: "first_event_date",
    to: "latest_event_date",
    atLeast: 14,
    atMost: 14,
  },
  {
    item: "course_length",
    code: "over_two_weeks",
    from: "first_event_date",
    to: "latest_event_date",
    atLeast: 15,
    atMost: 27,
  },
  { item: "course_length", code: "four_weeks_or_more", from: "first_event_date", to: "latest_event_date", atLeast: 28 },
  { item: "latest_event_recency", code: "last_week", from: "latest_event_date", to: asOfDay, atMost: 7 },
  { item: "latest_event_recency", code: "last_month", from: "latest_event_date", to: asOfDay, atLeast: 8, atMost: 30 },
  { item: "latest_event_recency", code: "earlier", from: "latest_event_date", to: asOfDay, atLeast: 31 },
  { item: "within_twelve_months", code: "all", from: "first_event_date", to: asOfDay, atMost: 365 },
  { item: "within_twelve_months", code: "none", from: "latest_event_date", to: asOfDay, atLeast: 366 },
  {
    item: "within_twelve_months",
    code: "all",
    ruledOut: true,
    from: "first_event_date",
    to: asOfDay,
    atLeast: 366,
  },
  {
    item: "within_twelve_months",
    code: "none",
    ruledOut: true,
    from: "latest_event_date",
    to: asOfDay,
    atMost: 365,
  },
] as const satisfies readonly DerivedAnswer[];

export const limits = [
  "a_reading_of_this_package",
  "not_legal_advice",
  "not_a_finding_of_fact",
  "answers_may_be_wrong",
  "unknown_is_not_no",
] as const;
/** A note that every definition carries. */
export const ourReading =
  "This is how this package reads the source. The source decides; a court or the body that made it may read it otherwise.";
/** A note for laws and rules: when they began is not tested. */
export const whenInForce = "Whether it was in force when the conduct happened is not tested.";
/** A note for laws that count occasions. */
export const formsOccasions =
  "An occasion is one as the conduct form counts it: up to 12 hours of one day. A court may find two occasions within it, or one over two days.";
