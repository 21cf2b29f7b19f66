import { defineProfile } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { all, any, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { judgements } from "./judgements.ts";
import {
  afraid,
  conductScope,
  exceptionNotRead,
  felt,
  feltAtAll,
  formsOccasions,
  fromDays,
  is,
  limits,
  noLawfulPurpose,
  onePerson,
  ourReading,
  reasonable,
  whenInForce,
} from "./parts.ts";

const { one_person_alone, no_lawful_purpose, intends_fear_or_alarm, substantial_distress, intends_fear_or_distress } =
  judgements;

const facts = { version: "0.3.0", kind: "legal", limits, scope: conductScope, derived: fromDays } as const;

/** Stalking under section 39 of the Criminal Justice and Licensing (Scotland) Act 2010. */
export const scotlandSection39 = defineProfile({
  ...facts,
  id: "sct-s39",
  jurisdiction: "GB-SCT",
  title: "section 39 of the Criminal Justice and Licensing (Scotland) Act 2010",
  basis: [cite("scotland_s39", "seen_in_source")],
  notes: [ourReading, formsOccasions, whenInForce, "Fear or alarm has to have been felt. Distress alone is not named."],
  judgements: { one_person_alone, no_lawful_purpose, intends_fear_or_alarm },
  contradictions: exceptionNotRead,
  parameters: {
    felt_cut: {
      means: "the degree of fear or alarm that counts",
      value: 1,
      reason: "the Act names no degree, so any (design choice)",
      sets: [
        { test: "fear_or_alarm", cut: "victim_fear_self" },
        { test: "fear_or_alarm", cut: "victim_fear_for_others" },
        { test: "fear_or_alarm", cut: "victim_alarm" },
      ],
    },
  },
  tests: {
    one_person: onePerson,
    course_of_conduct: {
      means: "conduct on at least two separate occasions",
      rule: ref("two_occasions"),
      settledBy: ["target", "police", "device_or_account_record"],
      basis: [cite("scotland_pages", "seen_in_source", "two occasions")],
    },
    fear_or_alarm: {
      means: "the target felt fear or alarm",
      rule: any(afraid(1), felt("victim_alarm", 1)),
      settledBy: ["target"],
      basis: [
        cite("scotland_s39", "seen_in_source"),
        designChoice("alarm has its own item; distress does not count (R12)"),
      ],
    },
    intent_or_knowledge: {
      means: "the person intended to cause fear or alarm, or knew or ought to have known that it would be likely",
      rule: is("intends_fear_or_alarm", "yes"),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("scotland_s39", "seen_in_source"), designChoice("asked for this element alone (R13)")],
    },
    without_lawful_purpose: noLawfulPurpose,
  },
});

/** Stalking under section 1 of the Protection from Stalking Act (Northern Ireland) 2022. */
export const northernIreland2022 = defineProfile({
  ...facts,
  id: "ni-2022",
  jurisdiction: "GB-NIR",
  title: "section 1 of the Protection from Stalking Act (Northern Ireland) 2022",
  basis: [cite("ni_stalking_act", "seen_in_source")],
  notes: [
    ourReading,
    formsOccasions,
    whenInForce,
    "Felt by the target, or likely to be felt by a reasonable person: either is enough.",
  ],
  judgements: { one_person_alone, no_lawful_purpose, substantial_distress, intends_fear_or_distress },
  contradictions: exceptionNotRead,
  parameters: {
    felt_cut: {
      means: "the degree of fear or alarm that counts",
      value: 1,
      reason: "the Act names no degree, so any (design choice)",
      sets: [
        { test: "fear_alarm_distress", cut: "victim_fear_self" },
        { test: "fear_alarm_distress", cut: "victim_fear_for_others" },
        { test: "fear_alarm_distress", cut: "victim_alarm" },
      ],
    },
    distress_cut: {
      means: "the degree of distress that is taken as substantial without a rater",
      value: 3,
      reason: "very; below it, from a little on, a rater decides (design choice)",
      sets: [{ test: "fear_alarm_distress", cut: "victim_distress" }],
    },
  },
  tests: {
    one_person: onePerson,
    course_of_conduct: {
      means: "conduct on at least two occasions",
      rule: ref("two_occasions"),
      settledBy: ["target", "police", "device_or_account_record"],
      basis: [cite("ni_fwin", "secondary_source", "two occasions")],
    },
    fear_alarm_distress: {
      means: "fear, alarm or substantial distress, felt or to be expected of a reasonable person",
      rule: any(
        afraid(1),
        felt("victim_alarm", 1),
        felt("victim_distress", 3),
        all(feltAtAll("victim_distress"), is("substantial_distress", "yes")),
        reasonable,
      ),
      settledBy: ["target", "court_or_probation", "named_judgement"],
      basis: [
        cite("ni_stalking_act", "seen_in_source"),
        designChoice("the cut for distress is not laid on alarm (R12)"),
      ],
    },
    intent_or_knowledge: {
      means:
        "the person intended fear, alarm or substantial distress, or knew or ought to have known that it would be likely",
      rule: is("intends_fear_or_distress", "yes"),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("ni_stalking_act", "seen_in_source"), designChoice("asked for this element alone (R13)")],
    },
    without_lawful_purpose: noLawfulPurpose,
  },
});
