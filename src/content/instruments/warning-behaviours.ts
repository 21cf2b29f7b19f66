import { designChoice } from "../../evidence/index.ts";
import { declareInstrument, defineItems, rulesOver } from "../../instrument/index.ts";
import { all, any, atLeast, count, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { presence, presenceConcern, recency } from "../responses.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with raters");
const concept = cite("meloy2012", "seen_in_abstract", "the concept's name only; the words are our own");
const precaution = designChoice("consensus, precautionary: a change that calls for somebody trained to look");

const pattern = (code: string, construct: string, target: string, rater: string, raterNote: string) =>
  ({
    code,
    section: "patterns",
    text: { target, rater },
    construct,
    responses: presence,
    concern: presenceConcern,
    couldKnow: ["police", "family_or_friend", "witness", "clinician", "device_or_account_record"],
    raterNote,
    basis: [concept, precaution, wording],
  }) as const;

const items = defineItems({
  attack_pathway: pattern(
    "WB01",
    "pathway",
    "Steps that ready an attack, such as scouting a place or getting tools",
    "Has the person taken steps that ready an attack, such as scouting, getting tools or rehearsing?",
    "Acts, not wishes. One act that has no other likely purpose is partial; several are present.",
  ),
  growing_fixation: pattern(
    "WB02",
    "fixation",
    "The matter takes up more and more of the person's life",
    "Does the target or the cause take up more and more of the person's life, so that other parts of it suffer?",
    "A change over time. Steady interest is absent.",
  ),
  attacker_identification: pattern(
    "WB03",
    "identification",
    "Taking attackers or fighters as a model",
    "Does the person take attackers or fighters as a model?",
    "Said, written, worn or copied by the person.",
  ),
  novel_aggression: pattern(
    "WB04",
    "novel aggression",
    "A first violent act against something else",
    "Has there been a first violent act that is not the person's usual way, as though to try it out?",
    "Violence to a person, an animal or a thing that stands apart from earlier conduct.",
  ),
  energy_burst: pattern(
    "WB05",
    "energy burst",
    "A sudden rise in what is done about the target",
    "Has there been a sudden rise in how much the person does about the target?",
    "A rise within days or weeks, whatever the acts are.",
  ),
  leaks_intent: pattern(
    "WB06",
    "leakage",
    "Telling others that harm is meant",
    "Has the person told somebody else that harm to the target is meant?",
    "Told to a third person, in words, pictures or posts.",
  ),
  announces_harm: pattern(
    "WB07",
    "directly communicated threat",
    "Telling the target or the police of harm to come",
    "Has the person told the target, or the police, of harm to come?",
    "A plain announcement. A vague menace is partial.",
  ),
  violence_as_last_way: pattern(
    "WB08",
    "last resort",
    "Speaking or acting as if violence were the only way left",
    "Does the person speak or act as if violence were the only way left?",
    "Words or acts of despair with an act in view, against others or the person's own life.",
  ),
  warning_last_seen: {
    code: "WB09",
    section: "patterns",
    text: {
      target: "When the most recent of these was seen",
      rater: "When was the most recent of these patterns seen?",
    },
    construct: "recency of the patterns",
    responses: recency,
    couldKnow: ["police", "witness", "device_or_account_record"],
    raterNote: "If none is partial or present: never. If the time is not known: undated, which is read as recent.",
    basis: [
      designChoice("the patterns are about change, so a record without a time cannot tell whether it is acute"),
      wording,
    ],
  },
});
const { is } = rulesOver(items);

const gravest = ["attack_pathway", "leaks_intent", "announces_harm", "violence_as_last_way"] as const;
const others = ["growing_fixation", "attacker_identification", "novel_aggression", "energy_burst"] as const;

/** Eight patterns of change seen before attacks (`ssb-warning`), for trained raters. It predicts nothing. */
export const warningBehaviours = declareInstrument({
  id: "ssb-warning",
  version: "0.2.2",
  title: "Record of changes",
  purpose: "To record eight patterns of change that call for somebody trained to look.",
  mayUse: ["raters trained in threat assessment"],
  respondents: ["rater"],
  notFor: [
    "use by the person it was done to, alone",
    "predicting what somebody does",
    "deciding that a case is closed",
  ],
  notAbout: ["a person under 18: use the youth form as well", "the conduct of an organisation"],
  referencePeriod: "the last three months, and when the most recent pattern was seen",
  current: "seen within 30 days of the day of rating, or at a time that is not known (design choice)",
  before: ["Take the patterns from records and accounts, not from impressions."],
  validation: "none for stalking: the patterns were described for attacks on public figures and by lone actors",
  limits: [
    "It was not tested in any group.",
    "It stands for no licensed instrument and replaces none.",
    "That no pattern was found does not mean that there is no danger.",
  ],
  estimatedMinutes: 5,
  sections: { patterns: { title: "Patterns of change", topic: "danger" } },
  items,
  indicators: {
    gravest_seen: {
      means: "how many of pathway, leakage, announcement and last resort show some or clear evidence",
      rule: count(...gravest.map((item) => is(item, "partial", "present"))),
      basis: [concept, precaution],
      evidence: { grade: "expert_source", directness: "different", role: "description" },
    },
    patterns_seen: {
      means: "how many of the eight patterns show some or clear evidence",
      rule: count(...[...gravest, ...others].map((item) => is(item, "partial", "present"))),
      basis: [concept, precaution],
      evidence: { grade: "expert_source", directness: "different", role: "description" },
    },
    seen_recently: {
      means: "the most recent pattern was seen within 30 days, or at a time that is not known",
      rule: is("warning_last_seen", "last_week", "last_month", "undated"),
      basis: [designChoice("30 days as the edge of recent")],
    },
  },
  levels: {
    response: {
      asks: "What response do the patterns call for?",
      ordered: true,
      outcomes: {
        operational_response: {
          label: "Operational response",
          says: "Patterns were recorded that call for action by those in charge now.",
          guidance: ["GC-EMERGENCY", "GC-POLICE-REPORT", "GC-MULTI-AGENCY", "GC-SAFETY-PLAN"],
          next: ["ssb-imminent"],
        },
        active_review: {
          label: "Active review",
          says: "At least one pattern was recorded. Somebody trained should look at it soon.",
          guidance: ["GC-SPECIALIST-RISK-ASSESSMENT"],
        },
        none_in_answers: {
          label: "None in the answers given",
          says: "None of the patterns was recorded in the answers given. That is not a finding that there is no danger.",
          guidance: ["GC-SPECIALIST-ADVOCATE", "GC-REASSESS"],
        },
      },
      cases: [
        {
          when: any(...gravest.map((item) => is(item, "present")), atLeast(ref("gravest_seen"), 2)),
          outcome: "operational_response",
        },
        { when: atLeast(ref("patterns_seen"), 1), outcome: "active_review" },
      ],
      otherwise: "none_in_answers",
      unsettled: ["GC-GATHER-INFO", "GC-SPECIALIST-RISK-ASSESSMENT", "GC-SPECIALIST-ADVOCATE"],
      basis: [precaution, designChoice("one clear or two partial of the gravest patterns call for action")],
    },
  },
  guidance: [
    { codes: ["GC-PERP-SUICIDE-RISK"], when: is("violence_as_last_way", "partial", "present") },
    {
      codes: ["GC-SAFETY-PLAN", "GC-POLICE-REPORT"],
      when: any(is("announces_harm", "partial", "present"), is("leaks_intent", "partial", "present")),
    },
    { codes: ["GC-SAFETY-PLAN"], when: atLeast(ref("patterns_seen"), 1) },
  ],
  contradictions: {
    seen_but_never: {
      when: all(atLeast(ref("patterns_seen"), 1), is("warning_last_seen", "never")),
      says: "A pattern is recorded, but the most recent one is said to have been seen never.",
    },
  },
});
