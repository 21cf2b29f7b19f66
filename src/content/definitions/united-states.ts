import { defineProfile } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { all, any, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { judgements } from "./judgements.ts";
import { conductScope, fromDays, is, limits, onePerson, ourReading, reasonable, whenInForce } from "./parts.ts";

const {
  one_person_alone,
  two_acts,
  purposeful_course,
  directed_at_person,
  knew_reasonable_fear,
  reasonable_any_distress,
} = judgements;

const facts = { version: "0.3.0", jurisdiction: "US", limits, scope: conductScope, derived: fromDays } as const;
const course = {
  means: "two or more acts",
  rule: any(ref("two_occasions"), all(ref("any_conduct"), is("two_acts", "yes"))),
  settledBy: ["target", "police", "device_or_account_record", "named_judgement"],
} as const;
const actsOnOneOccasion = designChoice(
  "the form counts occasions; two acts may fall on one of them, so there a person judges",
);
const directed = {
  means: "directed at one particular person",
  rule: is("directed_at_person", "yes"),
  settledBy: ["court_or_probation", "named_judgement"],
} as const;

/** The Model Stalking Code Revisited of 2007 (United States), read in its abstract. State laws differ from it. */
export const modelCode2007 = defineProfile({
  ...facts,
  id: "us-model-code-2007",
  kind: "legal_model",
  title: "the Model Stalking Code Revisited of 2007 (United States)",
  basis: [cite("model_code2007", "seen_in_abstract")],
  notes: [
    ourReading,
    "What the target felt is not part of it: the test is what a reasonable person would feel.",
    "State laws differ. They can be written as profiles of their own.",
  ],
  judgements: {
    one_person_alone,
    two_acts,
    purposeful_course,
    directed_at_person,
    knew_reasonable_fear,
    reasonable_any_distress,
  },
  tests: {
    one_person: onePerson,
    course_of_conduct: {
      ...course,
      basis: [
        designChoice("the number for this code was not seen; two, as in the laws that follow it"),
        actsOnOneOccasion,
      ],
    },
    on_purpose: {
      means: "the person engaged in the course of conduct on purpose",
      rule: is("purposeful_course", "yes"),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("model_code2007", "seen_in_abstract"), designChoice("was not tested before (R13)")],
    },
    directed_at_one: {
      ...directed,
      basis: [cite("model_code2007", "seen_in_abstract"), designChoice("was not tested before (R13)")],
    },
    reasonable_fear_or_distress: {
      means: "a reasonable person would fear for their own or another's safety, or suffer other emotional distress",
      rule: any(reasonable, is("reasonable_any_distress", "yes")),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("model_code2007", "seen_in_abstract")],
    },
    knew_or_should_have: {
      means: "the person knew or should have known that it would have that effect on a reasonable person",
      rule: is("knew_reasonable_fear", "yes"),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("model_code2007", "seen_in_abstract"), designChoice("asked for this element alone (R13)")],
    },
  },
});

/**
 * The campus definition of stalking under the Clery Act (United States), as a college repeats it: the regulation
 * itself was not read.
 */
export const cleryAct = defineProfile({
  ...facts,
  id: "us-clery-vawa",
  kind: "regulatory",
  title: "the campus definition of stalking under the Clery Act (United States)",
  basis: [cite("clery_page", "secondary_source", "as repeated by a college; the regulation itself was not read")],
  notes: [ourReading, whenInForce],
  judgements: { one_person_alone, two_acts, directed_at_person },
  tests: {
    one_person: onePerson,
    course_of_conduct: {
      ...course,
      basis: [cite("clery_page", "secondary_source", "two or more acts"), actsOnOneOccasion],
    },
    directed_at_one: {
      ...directed,
      basis: [cite("clery_page", "secondary_source"), designChoice("was not tested before (R13)")],
    },
    reasonable_fear_or_distress: {
      means:
        "a reasonable person would fear for their own or another's safety, or suffer substantial emotional distress",
      rule: reasonable,
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [cite("clery_page", "secondary_source")],
    },
  },
});
