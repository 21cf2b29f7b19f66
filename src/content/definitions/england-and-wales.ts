import { defineProfile } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { all, any, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { judgements } from "./judgements.ts";
import {
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
  whenInForce,
} from "./parts.ts";

const {
  one_person_alone,
  acts_associated,
  amounts_to_harassment,
  knows_harassment,
  no_lawful_purpose,
  knows_fear_of_violence,
  serious_alarm_or_distress,
  substantial_effect,
  knows_serious_distress,
  spo_risk,
  spo_necessary,
} = judgements;
const stalkingJudgements = {
  one_person_alone,
  acts_associated,
  amounts_to_harassment,
  knows_harassment,
  no_lawful_purpose,
};
const guidance = cite("cps_guidance", "seen_in_source", "explains the Act; the Act's own text was seen in part");

/** The elements that section 2A and both limbs of section 4A share. */
const stalking = {
  one_person: onePerson,
  course_of_conduct: {
    means: "conduct on at least two occasions",
    rule: ref("two_occasions"),
    settledBy: ["target", "police", "device_or_account_record"],
    basis: [guidance],
  },
  associated_acts: {
    means: "acts or omissions associated with stalking",
    rule: all(ref("any_conduct"), is("acts_associated", "yes")),
    settledBy: ["court_or_probation", "named_judgement"],
    basis: [guidance, designChoice("the Act's list is open, so a person judges; it was missing before (R14)")],
  },
  harassment: {
    means: "the course of conduct amounts to harassment",
    rule: is("amounts_to_harassment", "yes"),
    settledBy: ["court_or_probation", "named_judgement"],
    basis: [guidance, designChoice("some alarm or distress alone does not make it harassment: a person judges (R12)")],
  },
  knows_or_ought_to: {
    means: "the person knows or ought to know that it amounts to harassment",
    rule: is("knows_harassment", "yes"),
    settledBy: ["court_or_probation", "named_judgement"],
    basis: [guidance, designChoice("asked for this element alone (R13)")],
  },
  without_lawful_purpose: noLawfulPurpose,
} as const;

const facts = {
  version: "0.3.0",
  jurisdiction: "GB-EAW",
  kind: "legal",
  limits,
  scope: conductScope,
  derived: fromDays,
} as const;

/**
 * Stalking under section 2A of the Protection from Harassment Act 1997 (England and Wales), read from guidance for
 * prosecutors.
 */
export const section2A = defineProfile({
  ...facts,
  id: "ew-pha-2a",
  title: "section 2A of the Protection from Harassment Act 1997 (England and Wales)",
  basis: [cite("cps_guidance", "secondary_source", "the Act as explained in guidance for prosecutors")],
  notes: [ourReading, formsOccasions, whenInForce, "The list in section 2A(3) gives examples."],
  judgements: stalkingJudgements,
  contradictions: exceptionNotRead,
  tests: stalking,
});

/**
 * Section 4A of the Protection from Harassment Act 1997 (England and Wales), the limb of fear of violence, read from
 * its text on the page of a third party.
 */
export const section4AFear = defineProfile({
  ...facts,
  id: "ew-pha-4a-fear",
  title: "section 4A of the Protection from Harassment Act 1997, fear of violence (England and Wales)",
  basis: [cite("points2prove", "seen_in_source", "the text of s.4A on a third party's page")],
  notes: [
    ourReading,
    formsOccasions,
    whenInForce,
    "The section's own exceptions are worded more narrowly; one test is used for both sections.",
  ],
  judgements: { ...stalkingJudgements, knows_fear_of_violence },
  contradictions: exceptionNotRead,
  tests: {
    ...stalking,
    fear_of_violence: {
      means: "the target feared on at least two occasions that violence would be used against them",
      rule: is("victim_fear_violence_count", "two_or_more"),
      settledBy: ["target"],
      basis: [cite("points2prove", "seen_in_source", "s.4A(1)(b)(i)")],
    },
    knows_of_fear: {
      means: "the person knows or ought to know that the target would fear violence on each of those occasions",
      rule: is("knows_fear_of_violence", "yes"),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("points2prove", "seen_in_source"), designChoice("asked for this element alone (R13)")],
    },
  },
});

/**
 * Section 4A of the Protection from Harassment Act 1997 (England and Wales), the limb of serious alarm or distress,
 * read from its text on the page of a third party.
 */
export const section4ADistress = defineProfile({
  ...facts,
  id: "ew-pha-4a-distress",
  title: "section 4A of the Protection from Harassment Act 1997, serious alarm or distress (England and Wales)",
  basis: [cite("points2prove", "seen_in_source", "the text of s.4A on a third party's page")],
  notes: [
    ourReading,
    formsOccasions,
    whenInForce,
    "The section's own exceptions are worded more narrowly; one test is used for both sections.",
  ],
  judgements: {
    ...stalkingJudgements,
    serious_alarm_or_distress,
    substantial_effect,
    knows_serious_distress,
  },
  contradictions: exceptionNotRead,
  parameters: {
    serious_cut: {
      means: "the degree of alarm or distress that is taken as serious without a rater",
      value: 3,
      reason: "very; below it, from a little on, a rater decides (design choice)",
      sets: [
        { test: "serious_alarm_distress", cut: "victim_alarm" },
        { test: "serious_alarm_distress", cut: "victim_distress" },
      ],
    },
    effect_cut: {
      means: "the degree of effect on daily life that is taken as substantial without a rater",
      value: 3,
      reason: "very; below it, from a little on, a rater decides (design choice)",
      sets: [{ test: "effect_on_daily_life", cut: "victim_daily_life_effect" }],
    },
  },
  tests: {
    ...stalking,
    serious_alarm_distress: {
      means: "serious alarm or distress",
      rule: any(
        felt("victim_alarm", 3),
        felt("victim_distress", 3),
        all(any(feltAtAll("victim_alarm"), feltAtAll("victim_distress")), is("serious_alarm_or_distress", "yes")),
      ),
      settledBy: ["target", "clinician", "named_judgement"],
      basis: [
        cite("points2prove", "seen_in_source", "s.4A(1)(b)(ii)"),
        designChoice("alarm or distress, each with its own item (R12)"),
      ],
    },
    effect_on_daily_life: {
      means: "a substantial adverse effect on usual day-to-day activities",
      rule: any(
        felt("victim_daily_life_effect", 3),
        all(feltAtAll("victim_daily_life_effect"), is("substantial_effect", "yes")),
      ),
      settledBy: ["target", "family_or_friend", "employer_or_school", "named_judgement"],
      basis: [cite("points2prove", "seen_in_source"), designChoice("near the cut a rater decides (R12)")],
    },
    knows_of_distress: {
      means: "the person knows or ought to know that it would cause serious alarm or distress",
      rule: is("knows_serious_distress", "yes"),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("points2prove", "seen_in_source"), designChoice("asked for this element alone (R13)")],
    },
  },
});

/**
 * The conditions of a stalking protection order, in section 1 of the Stalking Protection Act 2019 (England and Wales).
 * The conditions are a person's judgements; they are listed so that none is forgotten.
 */
export const stalkingProtectionOrder = defineProfile({
  ...facts,
  id: "ew-spo",
  title: "the conditions of a stalking protection order (England and Wales)",
  basis: [
    cite("halsbury_spo", "seen_in_source", "s.1(1) of the Stalking Protection Act 2019"),
    cite("spo_guidance", "seen_in_source", "the criminal threshold need not be met"),
  ],
  notes: [
    ourReading,
    whenInForce,
    "The conditions are listed so that they are not forgotten. Each is a person's judgement; none is computed.",
  ],
  judgements: { acts_associated, spo_risk, spo_necessary },
  tests: {
    acts: {
      means: "acts associated with stalking have been carried out",
      rule: all(ref("any_conduct"), is("acts_associated", "yes")),
      settledBy: ["police", "court_or_probation", "named_judgement"],
      basis: [cite("halsbury_spo", "seen_in_source"), designChoice("one unwanted act is not enough by itself (R10)")],
    },
    risk: {
      means: "the person poses a risk associated with stalking to somebody else",
      rule: is("spo_risk", "yes"),
      settledBy: ["police", "court_or_probation", "named_judgement"],
      basis: [cite("halsbury_spo", "seen_in_source"), designChoice("no reasonable-person test stands in for it (R10)")],
    },
    necessary: {
      means: "there is cause to believe that an order is necessary to protect somebody from that risk",
      rule: is("spo_necessary", "yes"),
      settledBy: ["police", "court_or_probation", "named_judgement"],
      basis: [cite("halsbury_spo", "seen_in_source")],
    },
  },
});
