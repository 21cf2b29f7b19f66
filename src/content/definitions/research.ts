import { defineProfile } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { all, any, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { judgements } from "./judgements.ts";
import { afraid, conductScope, felt, feltAtAll, fromDays, is, limits, onePerson, ourReading } from "./parts.ts";

const { one_person_alone, substantial_fear_distress } = judgements;
const facts = { version: "0.3.0", kind: "research", limits, scope: conductScope, derived: fromDays } as const;
const whoCounts = ["target", "police", "device_or_account_record"] as const;
const among = [
  { at: 2, rule: "two_occasions" },
  { at: 5, rule: "five_occasions" },
  { at: 10, rule: "ten_occasions" },
] as const;
const lengths = [
  { at: 14, rule: "two_weeks" },
  { at: 15, rule: "over_two_weeks" },
  { at: 28, rule: "four_weeks" },
] as const;
const occasions = (value: 2 | 5 | 10, reason: string) =>
  ({ means: "the least number of occasions", value, reason, sets: [{ test: "repeated", among }] }) as const;
const days = (value: 14 | 15 | 28, reason: string) =>
  ({
    means: "the least number of days from the first event to the latest",
    value,
    reason,
    sets: [{ test: "duration", among: lengths }],
  }) as const;
const fearCut = {
  means: "the degree of fear that counts",
  value: 1,
  reason: "no degree was seen, so any (design choice)",
  sets: [
    { test: "fear", cut: "victim_fear_self" },
    { test: "fear", cut: "victim_fear_for_others" },
  ],
} as const;

/**
 * The two-week watershed of Purcell, Pathé and Mullen (2004), read in the abstract: a course of more than two weeks,
 * with fear.
 */
export const twoWeekWatershed = defineProfile({
  ...facts,
  id: "research-two-week",
  jurisdiction: "AU",
  title: "the two-week watershed of Purcell, Pathé and Mullen (2004)",
  basis: [cite("purcell2004", "seen_in_abstract")],
  notes: [ourReading, "It marks a protracted course. It does not say whether help is due: help is due before."],
  judgements: { one_person_alone },
  parameters: {
    occasions: occasions(2, "no number was seen; two, as in most laws (design choice)"),
    days: days(15, "beyond two weeks; 14 is the inclusive reading"),
    fear_cut: fearCut,
  },
  tests: {
    one_person: onePerson,
    duration: {
      means: "a course of more than two weeks",
      rule: ref("over_two_weeks"),
      settledBy: whoCounts,
      basis: [cite("purcell2004", "seen_in_abstract", "beyond 2 weeks")],
    },
    repeated: {
      means: "on at least two occasions",
      rule: ref("two_occasions"),
      settledBy: whoCounts,
      basis: [designChoice("no number was seen")],
    },
    fear: {
      means: "fear for oneself or for someone else",
      rule: afraid(1),
      settledBy: ["target"],
      basis: [cite("purcell2004", "seen_in_abstract")],
    },
  },
});

/**
 * The research definition of the Stalking Assessment Indices, read in an abstract: five or more intrusions over two
 * weeks or more, with substantial fear or distress.
 */
export const stalkingAssessmentIndices = defineProfile({
  ...facts,
  id: "research-sai",
  jurisdiction: "AU",
  title: "the research definition of the Stalking Assessment Indices",
  basis: [cite("sai_study", "seen_in_abstract")],
  notes: [ourReading],
  judgements: { one_person_alone, substantial_fear_distress },
  parameters: {
    occasions: occasions(5, "five or more intrusions"),
    days: days(14, "two weeks or more"),
    substantial_cut: {
      means: "the degree of fear or distress that is taken as substantial without a rater",
      value: 2,
      reason: "moderately; below it a rater decides (design choice on our own scale)",
      sets: [
        { test: "fear_or_distress", cut: "victim_fear_self" },
        { test: "fear_or_distress", cut: "victim_fear_for_others" },
        { test: "fear_or_distress", cut: "victim_distress" },
      ],
    },
  },
  tests: {
    one_person: onePerson,
    repeated: {
      means: "on at least five occasions",
      rule: ref("five_occasions"),
      settledBy: whoCounts,
      basis: [cite("sai_study", "seen_in_abstract", "five or more")],
    },
    duration: {
      means: "a course of two weeks or more",
      rule: ref("two_weeks"),
      settledBy: whoCounts,
      basis: [cite("sai_study", "seen_in_abstract", "two weeks or more")],
    },
    fear_or_distress: {
      means: "substantial fear or distress",
      rule: any(
        afraid(2),
        felt("victim_distress", 2),
        all(
          any(feltAtAll("victim_fear_self"), feltAtAll("victim_fear_for_others"), feltAtAll("victim_distress")),
          is("substantial_fear_distress", "yes"),
        ),
      ),
      settledBy: ["target", "named_judgement"],
      basis: [cite("sai_study", "seen_in_abstract")],
    },
  },
});

/** Four weeks or more with fear, as in Farnham, James and Cantrell (2000), read in the abstract. */
export const fourWeeksWithFear = defineProfile({
  ...facts,
  id: "research-4-week-fear",
  jurisdiction: "GB",
  title: "four weeks with fear, as in Farnham, James and Cantrell (2000)",
  basis: [cite("farnham2000", "seen_in_abstract")],
  notes: [ourReading],
  judgements: { one_person_alone },
  parameters: {
    occasions: occasions(2, "no number was seen; two, as in most laws (design choice)"),
    days: days(28, "at least four weeks"),
    fear_cut: fearCut,
  },
  tests: {
    one_person: onePerson,
    duration: {
      means: "a course of four weeks or more",
      rule: ref("four_weeks"),
      settledBy: whoCounts,
      basis: [cite("farnham2000", "seen_in_abstract", "at least 4 weeks")],
    },
    repeated: {
      means: "on at least two occasions",
      rule: ref("two_occasions"),
      settledBy: whoCounts,
      basis: [designChoice("no number was seen")],
    },
    fear: {
      means: "fear for oneself or for someone else",
      rule: afraid(1),
      settledBy: ["target"],
      basis: [cite("farnham2000", "seen_in_abstract")],
    },
  },
});

/** Ten intrusions over four weeks, as a glossary quotes Roberts (2005). */
export const tenInFourWeeks = defineProfile({
  ...facts,
  id: "research-10-4",
  jurisdiction: "GB",
  title: "ten intrusions over four weeks, as quoted from Roberts (2005)",
  basis: [cite("wfrn_glossary", "secondary_source", "as quoted there")],
  notes: [ourReading],
  judgements: { one_person_alone },
  parameters: { occasions: occasions(10, "ten intrusions"), days: days(28, "four weeks") },
  tests: {
    one_person: onePerson,
    repeated: {
      means: "on at least ten occasions",
      rule: ref("ten_occasions"),
      settledBy: whoCounts,
      basis: [cite("wfrn_glossary", "secondary_source")],
    },
    duration: {
      means: "a course of four weeks or more",
      rule: ref("four_weeks"),
      settledBy: whoCounts,
      basis: [cite("wfrn_glossary", "secondary_source")],
    },
  },
});
