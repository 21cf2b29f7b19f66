import { defineProfile } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { all, any, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { judgements } from "./judgements.ts";
import {
  afraid,
  anyOf,
  conductScope,
  felt,
  feltAtAll,
  fromDays,
  happened,
  is,
  limits,
  listedTwice,
  onePerson,
  ourReading,
  reasonable,
} from "./parts.ts";
import { adult, anyFear, notASurvey, sixteenOrOver, twoKinds, whoCounts } from "./survey-parts.ts";

const {
  one_person_alone,
  listed_twice_svs2006,
  in_year_svs2006,
  on_svs2016_list,
  listed_twice_nisvs,
  substantial_distress,
} = judgements;
const facts = { version: "0.3.0", kind: "survey", limits, scope: conductScope, derived: fromDays } as const;

const seven = [
  "calls",
  "messages",
  "sends_objects",
  "follows",
  "watches_in_person",
  "comes_to_home",
  "comes_to_work_or_study",
  "turns_up_elsewhere",
  "exposes_or_defames",
] as const;

/** The definition of the Supplemental Victimization Survey of 2006 (United States), with its seven behaviours. */
export const svs2006 = defineProfile({
  ...facts,
  id: "survey-svs-2006",
  jurisdiction: "US",
  title: "the Supplemental Victimization Survey of 2006 (United States)",
  basis: [cite("svs2006", "seen_in_source")],
  notes: [ourReading, notASurvey, "The seven behaviours are covered by nine items of the conduct form."],
  judgements: { one_person_alone, listed_twice_svs2006, in_year_svs2006 },
  parameters: anyFear("fear_or_threatening"),
  tests: {
    one_person: onePerson,
    listed_behaviour_twice: {
      means: "one or more of the seven listed behaviours on at least two separate occasions",
      rule: listedTwice(seven, "listed_twice_svs2006"),
      settledBy: whoCounts,
      basis: [cite("svs2006", "seen_in_source"), designChoice("only what is on the list counts (R14)")],
    },
    fear_or_threatening: {
      means: "fear for own or family safety, or further acts that would frighten a reasonable person",
      rule: any(
        afraid(1),
        anyOf("threatens_target", "threatens_close_person", "threatens_child"),
        anyOf("uses_physical_force", "hurts_someone_close", "sexually_assaults", "confines_or_abducts"),
        all(happened("implies_threat"), is("reasonable_person_fear", "yes")),
      ),
      settledBy: ["target", "named_judgement"],
      basis: [cite("svs2006", "seen_in_source"), designChoice("a hint counts if a rater finds that it would frighten")],
    },
    in_twelve_months: {
      means: "within 12 months",
      rule: any(
        is("within_twelve_months", "all"),
        all(is("within_twelve_months", "two_or_more"), is("in_year_svs2006", "yes")),
      ),
      settledBy: whoCounts,
      basis: [cite("svs2006", "seen_in_source", "12 months")],
    },
    adult: { ...adult, basis: [cite("svs2006", "seen_in_source", "18 and over")] },
  },
});

/**
 * The definition of the Supplemental Victimization Surveys of 2016 and 2019 (United States). Their list was not read in
 * full, so a person judges what is on it.
 */
export const svs2016 = defineProfile({
  ...facts,
  id: "survey-svs-2016-2019",
  jurisdiction: "US",
  title: "the Supplemental Victimization Surveys of 2016 and 2019 (United States)",
  basis: [cite("svs2016", "seen_in_source"), cite("svs2019", "seen_in_source")],
  notes: [ourReading, notASurvey, "Not comparable with 2006. The wording of the list was not read in full."],
  judgements: { one_person_alone, on_svs2016_list, substantial_distress },
  parameters: {
    ...anyFear("fear_or_distress"),
    distress_cut: {
      means: "the degree of distress that is taken as substantial without a rater",
      value: 3,
      reason: "very; below it, from a little on, a rater decides (design choice)",
      sets: [{ test: "fear_or_distress", cut: "victim_distress" }],
    },
  },
  tests: {
    one_person: onePerson,
    repeated: {
      means: "repeated contacts",
      rule: ref("two_occasions"),
      settledBy: ["target", "police", "device_or_account_record"],
      basis: [cite("svs2016", "seen_in_source")],
    },
    on_the_list: {
      means: "the contacts counted are on the survey's list",
      rule: all(ref("any_conduct"), is("on_svs2016_list", "yes")),
      settledBy: ["named_judgement"],
      basis: [designChoice("the list's wording was not read in full, so a person judges (R14)")],
    },
    fear_or_distress: {
      means: "fear or substantial emotional distress, felt or to be expected of a reasonable person",
      rule: any(
        afraid(1),
        felt("victim_distress", 3),
        all(feltAtAll("victim_distress"), is("substantial_distress", "yes")),
        reasonable,
      ),
      settledBy: ["target", "named_judgement"],
      basis: [cite("svs2016", "seen_in_source")],
    },
    in_twelve_months: {
      means: "within 12 months",
      rule: is("within_twelve_months", "all", "two_or_more"),
      settledBy: whoCounts,
      basis: [cite("svs2016", "seen_in_source", "12 months")],
    },
    old_enough: { ...sixteenOrOver, basis: [cite("svs2016", "seen_in_source", "16 and over")] },
  },
});

const tactics = [
  ["calls", "messages"],
  ["comes_to_home", "comes_to_work_or_study", "turns_up_elsewhere", "approaches_face_to_face"],
  ["sends_objects"],
  ["follows", "watches_in_person", "tracks_location"],
  ["enters_private_place"],
  ["damages_property"],
  ["implies_threat", "threatens_target", "threatens_close_person", "threatens_child"],
  ["harms_animals", "threatens_animals"],
] as const;

/**
 * The definition of the National Intimate Partner and Sexual Violence Survey (United States), as another body
 * reproduces it.
 */
export const nisvs = defineProfile({
  ...facts,
  id: "survey-nisvs",
  jurisdiction: "US",
  title: "the National Intimate Partner and Sexual Violence Survey (United States)",
  basis: [cite("nisvs_page", "secondary_source", "its criteria as reproduced by another body")],
  notes: [ourReading, notASurvey, "Lifetime count; no window and no age was seen, so none is tested."],
  judgements: { one_person_alone, listed_twice_nisvs },
  parameters: anyFear("fear_or_belief"),
  tests: {
    one_person: onePerson,
    several_or_repeated: {
      means: "several tactics, or one tactic several times",
      rule: any(twoKinds(...tactics), listedTwice(tactics.flat(), "listed_twice_nisvs")),
      settledBy: whoCounts,
      basis: [cite("nisvs_page", "secondary_source"), designChoice("one act is never two tactics (R7)")],
    },
    fear_or_belief: {
      means: "fearful, or believed that they or someone close would be harmed or killed",
      rule: any(afraid(1), is("victim_expects_grave_harm", "yes")),
      settledBy: ["target"],
      basis: [cite("nisvs_page", "secondary_source")],
    },
  },
});
