import { defineProfile } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { all, any, not, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { judgements } from "./judgements.ts";
import {
  afraid,
  conductScope,
  felt,
  fromDays,
  is,
  limits,
  listedTwice,
  onePerson,
  ourReading,
  reasonable,
} from "./parts.ts";
import { adult, notASurvey, twoKinds, whoCounts } from "./survey-parts.ts";

const { one_person_alone, listed_twice_pss2012, listed_twice_pss2016, since_fifteen, since_sixteen, on_csew_list } =
  judgements;
const facts = { version: "0.3.0", kind: "survey", limits, scope: conductScope, derived: fromDays } as const;

const kinds2012 = [
  ["comes_to_home", "comes_to_work_or_study", "turns_up_elsewhere"],
  ["watches_in_person", "follows"],
  ["damages_property"],
  ["sends_objects"],
  ["calls", "messages", "contacts_through_others", "approaches_face_to_face"],
] as const;

/** The definition of the Personal Safety Survey of 2012 (Australia), which asks for belief in intent. */
export const pss2012 = defineProfile({
  ...facts,
  id: "survey-pss-2012",
  jurisdiction: "AU",
  title: "the Personal Safety Survey of 2012 (Australia)",
  basis: [cite("abs_pss2012", "seen_in_source")],
  notes: [
    ourReading,
    notASurvey,
    "Belief in intent was dropped by 2016. Following and watching are taken as one kind here.",
  ],
  judgements: { one_person_alone, listed_twice_pss2012 },
  tests: {
    one_person: onePerson,
    kinds_or_repeated: {
      means: "more than one kind, or one kind more than once",
      rule: any(twoKinds(...kinds2012), listedTwice(kinds2012.flat(), "listed_twice_pss2012")),
      settledBy: whoCounts,
      basis: [cite("abs_pss2012", "seen_in_source"), designChoice("one act is never two kinds (R7)")],
    },
    believed_intent: {
      means: "believed that it was meant to harm or frighten",
      rule: is("victim_believes_intent", "yes"),
      settledBy: ["target"],
      basis: [cite("abs_pss2012", "seen_in_source")],
    },
    adult: { ...adult, basis: [cite("abs_pss2012", "seen_in_source", "18 and over")] },
  },
});

const kinds2016 = [
  ["comes_to_home"],
  ["comes_to_work_or_study"],
  ["turns_up_elsewhere"],
  ["follows", "watches_in_person"],
  ["tracks_location"],
  ["calls", "messages", "contacts_through_others", "approaches_face_to_face"],
  ["exposes_or_defames", "shares_intimate_images"],
  ["impersonates"],
  ["enters_accounts_devices"],
  ["sends_objects"],
  ["damages_property"],
] as const;

/** The definition of the Personal Safety Surveys of 2016 and 2021-22 (Australia), with their eleven listed kinds. */
export const pss2016 = defineProfile({
  ...facts,
  id: "survey-pss-2016",
  jurisdiction: "AU",
  title: "the Personal Safety Surveys of 2016 and 2021-22 (Australia)",
  basis: [cite("abs_pss2022", "seen_in_source")],
  notes: [ourReading, notASurvey, "Eleven listed kinds; it could have caused fear or distress, whether or not it did."],
  judgements: { one_person_alone, listed_twice_pss2016, since_fifteen },
  parameters: {
    felt_cut: {
      means: "the degree of fear or distress that counts",
      value: 1,
      reason: "'could have caused' is met by any that was felt (design choice)",
      sets: [
        { test: "could_cause_fear", cut: "victim_fear_self" },
        { test: "could_cause_fear", cut: "victim_fear_for_others" },
        { test: "could_cause_fear", cut: "victim_distress" },
      ],
    },
  },
  tests: {
    one_person: onePerson,
    occasions_or_kinds: {
      means: "more than one occasion, or several kinds on one",
      rule: any(twoKinds(...kinds2016), listedTwice(kinds2016.flat(), "listed_twice_pss2016")),
      settledBy: whoCounts,
      basis: [cite("abs_pss2022", "seen_in_source"), designChoice("one act is never two kinds (R7)")],
    },
    could_cause_fear: {
      means: "could have caused fear or distress",
      rule: any(afraid(1), felt("victim_distress", 1), reasonable),
      settledBy: ["target", "named_judgement"],
      basis: [cite("abs_pss2022", "seen_in_source")],
    },
    since_fifteen: {
      means: "since the age of 15",
      rule: is("since_fifteen", "yes"),
      settledBy: ["target", "named_judgement"],
      basis: [
        cite("abs_pss2022", "seen_in_source", "since age 15"),
        designChoice("not derivable from the forms (R14)"),
      ],
    },
    adult: { ...adult, basis: [cite("abs_pss2022", "seen_in_source", "18 and over")] },
  },
});

/** The definition of the Crime Survey for England and Wales, from general knowledge: its wording was not read. */
export const csew = defineProfile({
  ...facts,
  id: "survey-csew",
  jurisdiction: "GB-EAW",
  title: "the Crime Survey for England and Wales",
  basis: [designChoice("the survey's wording was not read; the tests rest on general knowledge and are to be checked")],
  notes: [ourReading, notASurvey, "Not checked against the source. Do not publish a figure on it."],
  judgements: { one_person_alone, on_csew_list, since_sixteen },
  parameters: {
    felt_cut: {
      means: "the degree of fear, alarm or distress that counts",
      value: 1,
      reason: "no degree is known, so any (design choice)",
      sets: [
        { test: "fear_alarm_distress", cut: "victim_fear_self" },
        { test: "fear_alarm_distress", cut: "victim_fear_for_others" },
        { test: "fear_alarm_distress", cut: "victim_alarm" },
        { test: "fear_alarm_distress", cut: "victim_distress" },
      ],
    },
  },
  tests: {
    one_person: onePerson,
    two_incidents: {
      means: "two or more incidents",
      rule: ref("two_occasions"),
      settledBy: ["target", "police", "device_or_account_record"],
      basis: [designChoice("from general knowledge, not read")],
    },
    on_the_list: {
      means: "the incidents counted are on the survey's list",
      rule: all(ref("any_conduct"), is("on_csew_list", "yes")),
      settledBy: ["named_judgement"],
      basis: [designChoice("the list was not read, so a person judges (R14)")],
    },
    fear_alarm_distress: {
      means: "fear, alarm or distress",
      rule: any(afraid(1), felt("victim_alarm", 1), felt("victim_distress", 1)),
      settledBy: ["target"],
      basis: [designChoice("from general knowledge, not read")],
    },
    in_twelve_months: {
      means: "within 12 months",
      rule: is("within_twelve_months", "all", "two_or_more"),
      settledBy: whoCounts,
      basis: [designChoice("from general knowledge, not read")],
    },
    since_sixteen: {
      means: "since the age of 16",
      rule: all(
        not(is("victim_age_band", "under_sixteen")),
        any(
          all(is("victim_age_band", "eighteen_or_over"), is("within_twelve_months", "all", "two_or_more")),
          is("since_sixteen", "yes"),
        ),
      ),
      settledBy: ["target", "named_judgement"],
      basis: [
        designChoice("whoever is 18 was 16 a year ago, and nobody under 16 was; otherwise a person judges (R14)"),
      ],
    },
  },
});
