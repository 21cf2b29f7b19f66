import { designChoice } from "../../evidence/index.ts";
import { choice, declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, atLeast, count, not, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");
const fourFeatures = designChoice(
  "the four features (fixated, obsessive, unwanted, repeated) are a rule of thumb of police guidance; consensus, precautionary",
);
const worse = ["no", "yes"] as const;

const refusal = choice({
  made_clear: { label: "It has been made clear" },
  unsafe_to_say: { label: "It was not safe or possible to say so" },
  not_said: { label: "It has not been said" },
});

const items = defineItems({
  danger_now: {
    code: "QD1",
    section: "danger",
    text: {
      target: "Are you, or is anyone else, in danger from this person right now?",
      rater: "Is anyone in danger from the person right now?",
    },
    construct: "present danger",
    responses: yesNo,
    concern: worse,
    critical: true,
    support: ["GC-EMERGENCY"],
    couldKnow: ["target", "police"],
    basis: [designChoice("danger is asked about before anything else, whatever the pattern"), wording],
  },
  victim_finds_unwanted: {
    code: "QU1",
    section: "features",
    text: {
      target: "Is this contact or attention unwanted?",
      rater: "Is the contact or attention unwanted by the target?",
    },
    construct: "unwantedness",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target"],
    raterNote:
      "What the target feels, not what was said to the other person. Mixed feelings towards a former partner: yes, if the conduct itself is unwanted.",
    basis: [fourFeatures, wording],
  },
  victim_refusal_status: {
    code: "QU2",
    section: "features",
    text: {
      target: "Has this person been told or shown that it is not wanted?",
      rater: "Has the person been told or shown that it is not wanted?",
    },
    construct: "refusal made clear, or not possible",
    responses: refusal,
    couldKnow: ["target", "witness", "police"],
    raterNote: "No refusal is needed: saying nothing may be the wisest course.",
    basis: [fourFeatures, wording],
  },
  on_two_occasions: {
    code: "QR1",
    section: "features",
    text: {
      target: "Has something like this happened on two or more separate occasions?",
      rater: "Has conduct of this kind happened on two or more separate occasions?",
    },
    construct: "repetition",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "witness", "police", "device_or_account_record"],
    raterNote: "Two events on different days, or clearly apart on one day.",
    basis: [designChoice("two occasions are the least that the statutes read speak of"), wording],
  },
  beyond_two_weeks: {
    code: "QR2",
    section: "features",
    text: {
      target: "Is it more than two weeks from the first event to the latest one?",
      rater: "Is it more than two weeks from the first event to the latest one?",
    },
    construct: "duration beyond two weeks",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "police", "device_or_account_record"],
    basis: [
      cite("purcell2004", "seen_in_abstract", "beyond two weeks went with a more intrusive and threatening course"),
      wording,
    ],
  },
  locked_on_target: {
    code: "QF1",
    section: "features",
    text: {
      target: "As far as you can tell, does this person's attention seem fixed on you or on someone close to you?",
      rater: "Does the person's attention seem fixed on the target or on someone close to the target?",
    },
    construct: "fixation on a person",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "family_or_friend", "witness"],
    basis: [fourFeatures, wording],
  },
  goes_on_after_barrier: {
    code: "QF2",
    section: "features",
    text: {
      target: "Have they carried on after a barrier, such as a no, a block, a warning or a move?",
      rater: "Has the person carried on after a barrier, such as a refusal, a block, a warning or a move?",
    },
    construct: "persistence past a barrier",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "police", "device_or_account_record"],
    raterNote: "One barrier is enough.",
    basis: [fourFeatures, wording],
  },
  cannot_let_go: {
    code: "QO1",
    section: "features",
    text: {
      target: "Do they come back to the same hope, hurt or claim again and again?",
      rater: "Does the person come back to the same hope, hurt or claim again and again?",
    },
    construct: "preoccupation",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "family_or_friend", "clinician"],
    basis: [fourFeatures, wording],
  },
  unusual_effort: {
    code: "QO2",
    section: "features",
    text: {
      target: "As far as you can tell, have they gone to unusual lengths to find out about you or to reach you?",
      rater: "Has the person gone to unusual lengths to find out about the target or to reach the target?",
    },
    construct: "effort and investment",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "witness", "police", "device_or_account_record"],
    raterNote: "Time, money, travel or trouble well beyond what the matter would explain.",
    basis: [fourFeatures, wording],
  },
});
const { is } = rulesOver(items);

const fixated = [is("locked_on_target", "yes"), is("goes_on_after_barrier", "yes")] as const;
const obsessive = [is("cannot_let_go", "yes"), is("unusual_effort", "yes")] as const;
const help = ["GC-SPECIALIST-ADVOCATE", "GC-EVIDENCE-LOG"] as const;
const danger = ["ssb-imminent"] as const;

/**
 * The first-contact form (`ssb-quick`): one question on danger, then eight on four features. It decides nothing; every
 * way through it leads on to the imminent form.
 */
export const quickScreen = declareInstrument({
  id: "ssb-quick",
  version: "0.2.2",
  title: "First contact form",
  purpose: "To see at first contact whether a fuller look at what has happened is called for.",
  mayUse: ["anyone who takes a first account, without training", "the person it was done to"],
  respondents: ["target", "rater"],
  notFor: [
    "deciding that somebody gets no help",
    "deciding whether an offence took place or whether anyone is believed",
  ],
  notAbout: ["a person or target under 18: use the youth form as well", "the conduct of an organisation"],
  referencePeriod: "since it began",
  current: "the last known event lies within 30 days of the day of asking (design choice)",
  before: ["Ask whether the device in use is one that the other person cannot see.", "Show how to leave quickly."],
  validation: "none: nothing here has been tested for reliability or validity",
  limits: [
    "It was not tested in any group.",
    "A first violent or threatening act is one occasion only: the form for current signs asks about it.",
    "Answers are one account on one day.",
  ],
  estimatedMinutes: 2,
  sections: {
    danger: { title: "First of all", topic: "danger" },
    features: { title: "What has been going on", topic: "conduct" },
  },
  items,
  indicators: {
    unwanted: {
      means: "the conduct is unwanted",
      rule: is("victim_finds_unwanted", "yes"),
      basis: [fourFeatures],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
    },
    repeated: {
      means: "it happened more than once: two occasions, or a first and a latest event over two weeks apart",
      rule: any(is("on_two_occasions", "yes"), is("beyond_two_weeks", "yes")),
      basis: [designChoice("two weeks between a first and a latest event cannot be one occasion")],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
    },
    fixated: {
      means: "a sign of fixation",
      rule: any(...fixated),
      basis: [fourFeatures],
      evidence: { grade: "expert_source", directness: "similar", role: "description" },
    },
    obsessive: {
      means: "a sign of obsession",
      rule: any(...obsessive),
      basis: [fourFeatures],
      evidence: { grade: "expert_source", directness: "similar", role: "description" },
    },
    features: {
      means: "how many of the four features are reported",
      rule: count(ref("fixated"), ref("obsessive"), ref("unwanted"), ref("repeated")),
      basis: [fourFeatures],
      evidence: { grade: "expert_source", directness: "similar", role: "description" },
    },
  },
  levels: {
    pattern: {
      asks: "What pattern do the answers show?",
      ordered: true,
      outcomes: {
        pattern_reported: {
          label: "Unwanted, repeated, and with a sign of fixation or obsession",
          says: "Unwanted and repeated conduct with a sign of fixation or obsession was reported. Ask about danger now and take the full account.",
          guidance: ["GC-SAFETY-PLAN"],
          next: [...danger, "ssb-conduct"],
        },
        repeated_unwanted: {
          label: "Unwanted and repeated",
          says: "Unwanted conduct on more than one occasion was reported. Ask about danger now and take the full account.",
          guidance: ["GC-POLICE-REPORT", "GC-NO-MEDIATION"],
          next: [...danger, "ssb-conduct"],
        },
        unwanted_once: {
          label: "Unwanted, one occasion so far",
          says: "Unwanted conduct was reported, on one occasion so far. One occasion can be grave: ask about danger now.",
          guidance: help,
          next: danger,
        },
        ask_again: {
          label: "Not called unwanted, but other signs are reported",
          says: "Other features were reported although the conduct was not called unwanted. Ask again, in private and in other words.",
          guidance: ["GC-GATHER-INFO"],
          next: danger,
        },
        none_in_answers: {
          label: "None of the four features in the answers given",
          says: "None of the four features was reported in these answers. Things may change: say how to come back.",
          guidance: ["GC-SPECIALIST-ADVOCATE", "GC-REASSESS"],
          next: danger,
        },
      },
      cases: [
        {
          when: all(ref("unwanted"), ref("repeated"), any(ref("fixated"), ref("obsessive"))),
          outcome: "pattern_reported",
        },
        { when: all(ref("unwanted"), ref("repeated")), outcome: "repeated_unwanted" },
        { when: ref("unwanted"), outcome: "unwanted_once" },
        {
          when: any(is("victim_refusal_status", "made_clear", "unsafe_to_say"), atLeast(ref("features"), 1)),
          outcome: "ask_again",
        },
      ],
      otherwise: "none_in_answers",
      unsettled: ["GC-SPECIALIST-ADVOCATE", "GC-SAFETY-PLAN", "GC-GATHER-INFO"],
      basis: [fourFeatures, designChoice("the order of outcomes and what leads to each")],
    },
  },
  guidance: [
    {
      codes: ["GC-EMERGENCY"],
      when: is("danger_now", "yes"),
      unlessRuledOut: true,
      next: danger,
      interrupts: "If anyone is in danger now, help comes first. You can go on with the questions later.",
    },
    {
      codes: ["GC-SAFETY-PLAN"],
      when: any(is("danger_now", "yes"), is("victim_refusal_status", "unsafe_to_say")),
    },
  ],
  contradictions: {
    weeks_but_one_occasion: {
      when: all(is("on_two_occasions", "no"), is("beyond_two_weeks", "yes")),
      says: "More than two weeks lie between the first and the latest event, but only one occasion is given. It is read as repeated.",
    },
    refused_but_not_unwanted: {
      when: all(not(ref("unwanted")), is("victim_refusal_status", "made_clear")),
      says: "It was made clear that it is not wanted, but it is not called unwanted. Ask again, in private.",
    },
  },
});
