import { designChoice } from "../../evidence/index.ts";
import { declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, atLeast, count, mean, ref } from "../../rules/index.ts";
import { often } from "../responses.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");
const support = designChoice("asked so that support can be offered; it never weighs against the person answering");

const effect = (code: string, section: string, construct: string, target: string, rater: string) =>
  ({
    code,
    section,
    text: { target, rater },
    construct,
    responses: often,
    concern: ["never", "now_and_then", "often", "most_of_the_time"],
    couldKnow: ["target"],
    basis: [support, wording],
  }) as const;

const situation = (code: string, construct: string, target: string, rater: string, raterNote?: string) =>
  ({
    code,
    section: "situation",
    text: { target, rater },
    construct,
    responses: yesNo,
    couldKnow: ["target"],
    ...(raterNote === undefined ? {} : { raterNote }),
    basis: [support, wording],
  }) as const;

const items = defineItems({
  victim_works_or_studies: situation(
    "VU11",
    "work or study",
    "Do you work or study at present?",
    "Does the target work or study at present?",
    "Opens the item on work and study.",
  ),
  victim_has_dependants: situation(
    "VU07",
    "dependants",
    "Do children or others depend on you for care?",
    "Do children or others depend on the target for care?",
    "Opens the item on them. Having children calls for no report by itself.",
  ),
  victim_afraid: effect(
    "VI01",
    "fear",
    "fear",
    "In the last two weeks, how often were you afraid because of this person?",
    "In the last two weeks, how often was the target afraid because of the person?",
  ),
  victim_on_guard: effect(
    "VI02",
    "fear",
    "being on guard",
    "In the last two weeks, how often did you keep looking out for danger, or find that you could not settle?",
    "In the last two weeks, how often did the target keep looking out for danger, or find that they could not settle?",
  ),
  victim_changes_routes: effect(
    "VI03",
    "fear",
    "avoidance",
    "In the last two weeks, how often did you change plans or routes because of this person?",
    "In the last two weeks, how often did the target change plans or routes because of the person?",
  ),
  victim_unsafe_at_home: effect(
    "VI04",
    "fear",
    "home insecurity",
    "In the last two weeks, how often did you feel in danger where you live?",
    "In the last two weeks, how often did the target feel in danger where they live?",
  ),
  victim_intrusive_reminders: effect(
    "VI05",
    "distress",
    "intrusive reminders",
    "In the last two weeks, how often did reminders of what has happened break into your day?",
    "In the last two weeks, how often did reminders of what has happened break into the target's day?",
  ),
  victim_sleeps_badly: effect(
    "VI06",
    "distress",
    "sleep",
    "In the last two weeks, how often did you sleep badly?",
    "In the last two weeks, how often did the target sleep badly?",
  ),
  victim_low_mood: effect(
    "VI07",
    "distress",
    "low mood",
    "In the last two weeks, how often was your mood low?",
    "In the last two weeks, how often was the target's mood low?",
  ),
  victim_poor_concentration: effect(
    "VI08",
    "distress",
    "concentration",
    "In the last two weeks, how often was it hard to give a task your full attention?",
    "In the last two weeks, how often was it hard for the target to give a task their full attention?",
  ),
  victim_bodily_tension: effect(
    "VI09",
    "distress",
    "bodily tension",
    "In the last two weeks, how often did you feel strain in your body, such as aches or a racing heart?",
    "In the last two weeks, how often did the target feel strain in the body?",
  ),
  victim_anger_shame_blame: effect(
    "VI10",
    "distress",
    "anger or shame",
    "In the last two weeks, how often did you feel anger or shame about what has happened? It is not your fault.",
    "In the last two weeks, how often did the target feel anger or shame about what has happened?",
  ),
  victim_work_study_suffers: effect(
    "VI11",
    "life",
    "work or study",
    "In the last two weeks, how often did your work or study suffer?",
    "In the last two weeks, how often did the target's work or study suffer?",
  ),
  victim_sees_people_less: effect(
    "VI12",
    "life",
    "social life",
    "In the last two weeks, how often did you see people less than you wished?",
    "In the last two weeks, how often did the target see people less than wished?",
  ),
  victim_digital_retreat: effect(
    "VI15",
    "life",
    "digital retreat",
    "In the last two weeks, how often did you keep off your phone or the internet because of this person?",
    "In the last two weeks, how often did the target keep off phone or internet because of the person?",
  ),
  victim_dependants_affected: effect(
    "VI16",
    "life",
    "effect on dependants",
    "In the last two weeks, how often were the people who depend on you affected by what this person does?",
    "In the last two weeks, how often were the target's dependants affected by what the person does?",
  ),
  victim_worn_by_agencies: effect(
    "VI17",
    "life",
    "dealing with agencies",
    "In the last two weeks, how often were you worn out by dealing with police, courts or other services because of this person?",
    "In the last two weeks, how often was the target worn out by dealing with police, courts or other services because of the person?",
  ),
  victim_loses_money: {
    code: "VI13",
    section: "life",
    text: {
      target: "In the last two weeks, did you lose or spend money because of this person?",
      rater: "In the last two weeks, did the target lose or spend money because of the person?",
    },
    construct: "money lost or spent",
    responses: yesNo,
    couldKnow: ["target"],
    basis: [support, wording],
  },
  victim_enforced_changes: {
    code: "VI14",
    section: "life",
    text: {
      target: "Because of this person, have you changed your home, number, work or school, or do you plan to?",
      rater: "Because of the person, has the target changed home, number, work or school, or planned to?",
    },
    construct: "enforced changes",
    responses: yesNo,
    couldKnow: ["target"],
    raterNote: "Done or planned lead to the same codes.",
    basis: [support, wording],
  },
  victim_self_harm_thoughts: {
    code: "VI18",
    section: "help",
    text: {
      target:
        "In the last two weeks, how often did you think of hurting yourself or of ending your life? You need not answer; help is there either way.",
      rater: "In the last two weeks, how often did the target speak of self-harm or of ending life?",
    },
    construct: "self-harm thoughts",
    responses: often,
    concern: ["never", "now_and_then", "often", "most_of_the_time"],
    critical: true,
    support: ["GC-VICTIM-SUICIDE"],
    couldKnow: ["target", "clinician"],
    raterNote: "Either thought, at any frequency, leads to the same codes. Not talked about: not known, never a no.",
    basis: [support, wording],
  },
  victim_shares_setting: situation(
    "VU01",
    "contact that cannot be avoided",
    "Do you share a home, children, work, a school or a community with this person?",
    "Does the target share a home, children, work, a school or a community with the person?",
    "Any one of them.",
  ),
  knows_victim_routine: situation(
    "VU02",
    "known routine",
    "Does this person know where you live, work or go each day?",
    "Does the person know where the target lives, works or goes each day?",
    "Any one of them.",
  ),
  victim_isolated_place: situation(
    "VU03",
    "physical isolation",
    "Do you live alone or far from help?",
    "Does the target live alone or far from help?",
    "Either one.",
  ),
  victim_hard_to_tell: situation(
    "VU04",
    "barrier to telling",
    "Is it hard for you to tell anyone about this?",
    "Is it hard for the target to tell anyone?",
  ),
  victim_structural_barriers: situation(
    "VU05",
    "structural barriers",
    "Does anything make it harder to get help, such as money, housing, immigration status, language, disability or health?",
    "Does anything make it harder for the target to get help, such as money, housing, immigration status, language, disability or health?",
    "Any one of them. Say which in the notes of the service, with consent.",
  ),
  holds_power_over_victim: situation(
    "VU06",
    "power of the person over the target",
    "Does this person hold power over you, such as through a job, care, money or standing?",
    "Does the person hold power over the target, such as through a job, care, money or standing?",
    "Do not tell an employer or a carer before it is known who holds the power.",
  ),
  victim_poor_past_help: situation(
    "VU08",
    "earlier help that went badly",
    "Have earlier requests for help gone badly?",
    "Have the target's earlier requests for help gone badly?",
  ),
  victim_trusted_person: situation(
    "VU09",
    "trusted person",
    "Is there someone you trust who knows what is going on?",
    "Is there someone whom the target trusts and who knows?",
  ),
  victim_safe_means: situation(
    "VU10",
    "means of getting help",
    "Do you have a device, a place or a contact for getting help that this person cannot reach?",
    "Does the target have a device, a place or a contact for getting help that the person cannot reach?",
    "Any one of them.",
  ),
});
const rules = rulesOver(items);
const { is } = rules;
const prorating = { minAnswered: 0.75, ifNone: 0 } as const;
const meanOf = (ids: readonly (keyof typeof items)[]) => mean(ids.map(rules.valueOf), prorating);

const fear = ["victim_afraid", "victim_on_guard", "victim_changes_routes", "victim_unsafe_at_home"] as const;
const distress = [
  "victim_intrusive_reminders",
  "victim_sleeps_badly",
  "victim_low_mood",
  "victim_poor_concentration",
  "victim_bodily_tension",
  "victim_anger_shame_blame",
] as const;
const life = [
  "victim_work_study_suffers",
  "victim_sees_people_less",
  "victim_digital_retreat",
  "victim_dependants_affected",
  "victim_worn_by_agencies",
] as const;
const scale = designChoice(
  "a mean from 0 (never) to 3 (most of the time), without bands or cut-offs; 75% answered for an estimate",
);
const halfway = designChoice("the middle of the scale as the point from which an offer is made; no cut-off is known");

/** How it harms, and what the situation is (`ssb-impact`), so that support can be offered. It never counts against anyone. */
export const impactAndExposure = declareInstrument({
  id: "ssb-impact",
  version: "0.2.3",
  title: "How it is for you",
  purpose:
    "To see how the conduct harms the person it is done to, and what the situation is, so that support can be offered.",
  mayUse: ["the person it was done to, alone or with a worker", "services that support that person"],
  respondents: ["target", "rater"],
  notFor: ["weighing against the person who answers", "a clinical finding", "deciding on help, custody or benefits"],
  notAbout: ["a target under 18 without a trained worker: use the youth form as well"],
  referencePeriod:
    "the last two weeks for effects, any time for changes of home, number, work or school; now for the situation",
  current: "the last 14 days (design choice)",
  before: [
    "Say that every question may be skipped.",
    "Show crisis contacts before the first question and again at every way out.",
  ],
  validation: "none: for a tested measure of symptoms use one of the licensed or public scales",
  limits: ["It was not tested in any group.", "There are no bands, norms or cut-offs.", "It names no illness."],
  estimatedMinutes: 6,
  sections: {
    situation: { title: "Your situation", topic: "setting" },
    fear: { title: "Fear in the last two weeks", topic: "harm" },
    distress: { title: "How you were in the last two weeks", topic: "harm" },
    life: { title: "Daily life", topic: "harm" },
    help: { title: "One more question", topic: "danger", introduction: "Help is there whatever you answer." },
  },
  items,
  askIf: {
    victim_work_study_suffers: is("victim_works_or_studies", "yes"),
    victim_dependants_affected: is("victim_has_dependants", "yes"),
  },
  indicators: {
    fear: {
      means: "fear: mean of four effects, 0 to 3",
      rule: meanOf(fear),
      basis: [scale, halfway],
    },
    distress: {
      means: "distress: mean of six effects, 0 to 3",
      rule: meanOf(distress),
      basis: [scale],
    },
    life: {
      means: "daily life: mean of up to five effects, 0 to 3",
      rule: meanOf(life),
      basis: [scale],
    },
    costs: {
      means: "how many of two costs (money, enforced changes) are reported",
      rule: count(is("victim_loses_money", "yes"), is("victim_enforced_changes", "yes")),
      basis: [support],
    },
    to_plan_for: {
      means: "how many circumstances are reported that a plan should take into account",
      rule: count(
        is("victim_shares_setting", "yes"),
        is("knows_victim_routine", "yes"),
        is("victim_isolated_place", "yes"),
        is("victim_hard_to_tell", "yes"),
        is("victim_structural_barriers", "yes"),
        is("holds_power_over_victim", "yes"),
        is("victim_poor_past_help", "yes"),
        is("victim_trusted_person", "no"),
        is("victim_safe_means", "no"),
      ),
      basis: [support, designChoice("a list to plan by, not a score of the person")],
    },
    self_harm_thoughts: {
      means: "thoughts of self-harm or of ending one's life are reported",
      rule: is("victim_self_harm_thoughts", "now_and_then", "often", "most_of_the_time"),
      basis: [support],
    },
  },
  guidance: [
    {
      codes: ["GC-VICTIM-SUICIDE"],
      when: ref("self_harm_thoughts"),
      unlessRuledOut: true,
      interrupts: "Help is there for you. You can pause, talk to somebody, or go on: as you like.",
    },
    { codes: ["GC-VICTIM-CLINICAL"], when: any(atLeast(ref("distress"), 1.5), atLeast(ref("fear"), 1.5)) },
    {
      codes: ["GC-SAFETY-PLAN"],
      when: any(
        atLeast(ref("fear"), 1.5),
        is("victim_unsafe_at_home", "often", "most_of_the_time"),
        is("victim_isolated_place", "yes"),
        is("victim_safe_means", "no"),
        is("knows_victim_routine", "yes"),
        is("holds_power_over_victim", "yes"),
      ),
    },
    {
      codes: ["GC-SPECIALIST-ADVOCATE"],
      when: any(
        is("victim_trusted_person", "no"),
        is("victim_safe_means", "no"),
        is("victim_hard_to_tell", "yes"),
        is("victim_poor_past_help", "yes"),
        is("victim_structural_barriers", "yes"),
        atLeast(ref("costs"), 1),
        is("victim_unsafe_at_home", "now_and_then", "often", "most_of_the_time"),
        is("victim_afraid", "now_and_then", "often", "most_of_the_time"),
      ),
    },
    { codes: ["GC-CONTACT-ARRANGEMENTS"], when: is("victim_shares_setting", "yes") },
    { codes: ["GC-SAFETY-PLAN"], when: is("victim_dependants_affected", "often", "most_of_the_time") },
  ],
  contradictions: {
    not_afraid_but_in_danger_at_home: {
      when: all(is("victim_afraid", "never"), is("victim_unsafe_at_home", "often", "most_of_the_time")),
      says: "Fear is said to be never, but danger at home often. Ask again, gently.",
    },
  },
});
