import { designChoice } from "../../evidence/index.ts";
import { choice, declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, atLeast, count, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { recency, recencyConcern } from "../responses.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");
const precaution = designChoice("consensus, precautionary: a sign that services treat as calling for a quick response");
const worse = ["no", "yes"] as const;

const belief = choice({
  definitely: { label: "Yes" },
  possibly: { label: "Possibly" },
  no: { label: "No" },
});

const items = defineItems({
  near_now: {
    code: "I01",
    section: "now",
    text: {
      target: "Is this person close by, on the way, or trying to get in right now?",
      rater: "Is the person close by, on the way, or trying to get in right now?",
    },
    construct: "present danger",
    responses: yesNo,
    concern: worse,
    critical: true,
    support: ["GC-EMERGENCY"],
    couldKnow: ["target", "police", "device_or_account_record"],
    raterNote: "Any one of the three is yes.",
    basis: [precaution, wording],
  },
  victim_suicidal_now: {
    code: "I23",
    section: "now",
    text: {
      target: "Are you thinking of ending your life? You need not answer; help is there either way.",
      rater: "Does the target speak of ending their own life?",
    },
    construct: "target's own suicidal thoughts",
    responses: yesNo,
    critical: true,
    support: ["GC-VICTIM-SUICIDE"],
    couldKnow: ["target", "clinician", "family_or_friend"],
    raterNote:
      "It never counts towards a level of danger from the other person: it calls for help of its own. Not talked about: not known, never no.",
    basis: [precaution, wording],
  },
  weapon_used_or_threatened: {
    code: "I02",
    section: "grave",
    text: {
      target: "Have they used or shown a weapon, or said they would use one?",
      rater: "Has the person used, shown or threatened to use a weapon?",
    },
    construct: "weapon use or threat",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "witness", "police"],
    raterNote: "Anything meant to hurt counts as a weapon. Use, show and threat lead to the same codes.",
    basis: [
      cite("campbell2003", "seen_in_abstract", "women killed by partners: prior threat with a weapon"),
      precaution,
      wording,
    ],
  },
  strangled: {
    code: "I03",
    section: "grave",
    text: {
      target: "Have they put pressure on your neck, blocked your breathing, or held you so that you could not breathe?",
      rater: "Has the person put pressure on the target's neck or blocked the target's breathing in any way?",
    },
    construct: "strangulation or suffocation",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "clinician", "police"],
    raterNote: "Gaps in memory are usual after it. If the time is not known: undated.",
    basis: [
      cite("glass2008", "seen_in_abstract", "odds ratio 7.48 [4.53, 12.35] for later homicide; partner samples"),
      precaution,
      wording,
    ],
  },
  threatens_to_kill: {
    code: "I04",
    section: "grave",
    text: {
      target: "Have they said or written that they would kill you or someone close to you?",
      rater: "Has the person threatened to kill the target or someone close to the target?",
    },
    construct: "threat to kill",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "witness", "police", "device_or_account_record"],
    basis: [
      cite(
        "brady2018",
        "seen_in_abstract",
        "women threatened with death if they left their partner; effect size not seen",
      ),
      precaution,
      wording,
    ],
  },
  suicidal_talk: {
    code: "I05",
    section: "grave",
    text: {
      target: "Have they talked of ending their own life?",
      rater: "Has the person talked of ending their own life?",
    },
    construct: "suicidal talk",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "family_or_friend", "clinician"],
    basis: [precaution, wording],
  },
  attacked_anyone: {
    code: "I06",
    section: "grave",
    text: {
      target: "Have they physically attacked you, or anyone else as part of this?",
      rater: "Has the person physically attacked the target or anyone else in this matter?",
    },
    construct: "violence in this episode",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "witness", "police", "clinician"],
    raterNote: "Attacks on anyone belong here, also first ones; damage and harm to animals to new_kind_of_harm.",
    basis: [
      cite("farnham2000", "seen_in_abstract", "serious violence: earlier violence to people or property"),
      precaution,
      wording,
    ],
  },
  held_against_will: {
    code: "I21",
    section: "grave",
    text: {
      target: "Have they held you, or taken you somewhere, against your will?",
      rater: "Has the person held or taken the target against the target's will?",
    },
    construct: "confinement or abduction",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "witness", "police"],
    raterNote: "Both lead to the same codes.",
    basis: [precaution, wording],
  },
  threatens_dependants: {
    code: "I09",
    section: "grave",
    text: {
      target: "Have they threatened to hurt or take children, or someone who depends on you?",
      rater: "Has the person threatened to hurt or take children or somebody who depends on the target?",
    },
    construct: "threat to children or dependants",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "family_or_friend", "police", "employer_or_school"],
    basis: [
      cite(
        "mcfarlane2002",
        "seen_in_abstract",
        "women and partners: threats to the children if she left or did not return",
      ),
      precaution,
      wording,
    ],
  },
  forced_sexual_acts: {
    code: "I10",
    section: "grave",
    text: {
      target: "Have they forced sexual acts on you, or threatened to?",
      rater: "Has the person forced sexual acts on the target, or threatened to?",
    },
    construct: "sexual violence",
    responses: recency,
    concern: recencyConcern,
    critical: true,
    couldKnow: ["target", "clinician", "police"],
    basis: [
      cite("campbell2003", "seen_in_abstract", "women killed by partners: forced sex, in bivariate analysis only"),
      precaution,
      wording,
    ],
  },
  last_resort_signs: {
    code: "I20",
    section: "signs",
    text: {
      target:
        "As far as you can tell, have they said goodbye, settled their affairs or said that nothing is left to lose?",
      rater: "Has the person said goodbye, settled affairs or said that nothing is left to lose?",
    },
    construct: "last-resort signs",
    responses: recency,
    concern: recencyConcern,
    couldKnow: ["target", "family_or_friend", "clinician"],
    raterNote: "Words or acts, not a mood. Talk of ending their life belongs to suicidal_talk.",
    basis: [precaution, wording],
  },
  broke_in_or_tried: {
    code: "I07",
    section: "signs",
    text: {
      target: "Have they got into, or tried to get into, your home, car or place where you sleep?",
      rater: "Has the person got into, or tried to get into, the target's home, car or sleeping place?",
    },
    construct: "intrusion",
    responses: recency,
    concern: recencyConcern,
    couldKnow: ["target", "witness", "police"],
    basis: [
      cite("farnham2000", "seen_in_abstract", "serious violence: early visits to the home; visits, not break-ins"),
      precaution,
      wording,
    ],
  },
  went_against_order: {
    code: "I08",
    section: "signs",
    text: {
      target: "Have they gone against a court order, a bail term or a police warning?",
      rater: "Has the person gone against a court order, a bail term or a police warning?",
    },
    construct: "breach",
    responses: recency,
    concern: recencyConcern,
    couldKnow: ["target", "police", "court_or_probation"],
    raterNote: "If there is no order or warning: never.",
    basis: [precaution, wording],
  },
  new_kind_of_harm: {
    code: "I13",
    section: "signs",
    text: {
      target: "Have they damaged property or hurt an animal?",
      rater: "Has the person damaged property or hurt an animal?",
    },
    construct: "harm to property or animals",
    responses: recency,
    concern: recencyConcern,
    couldKnow: ["target", "witness", "police"],
    raterNote: "Either is enough, new or not. An attack on a person belongs to attacked_anyone.",
    basis: [
      cite("mcewan2017", "seen_in_abstract", "previous property damage was one part of a model of violence, n = 157"),
      precaution,
      wording,
    ],
  },
  followed_or_tracked: {
    code: "I14",
    section: "signs",
    text: {
      target: "Have they followed you, watched you in secret or tracked where you are?",
      rater: "Has the person followed the target, watched them in secret or tracked where they are?",
    },
    construct: "active surveillance",
    responses: recency,
    concern: recencyConcern,
    couldKnow: ["target", "witness", "device_or_account_record"],
    basis: [
      cite("mcfarlane2002", "seen_in_abstract", "women and partners: followed or spied on; exact odds ratio not seen"),
      precaution,
      wording,
    ],
  },
  weapon_access: {
    code: "I11",
    section: "signs",
    text: {
      target: "Can they get a gun or another deadly weapon? If you do not know, say that you are not sure.",
      rater: "Can the person get a gun or another deadly weapon?",
    },
    construct: "access to lethal means",
    responses: yesNo,
    concern: worse,
    couldKnow: ["police", "family_or_friend", "target"],
    raterNote:
      "Not known is not_sure, never no. An attempt to get one is yes. Kitchen knives alone: no, unless they were carried or named.",
    basis: [cite("campbell2003", "seen_in_abstract", "women killed by partners: gun access"), precaution, wording],
  },
  sharp_escalation: {
    code: "I12",
    section: "signs",
    text: {
      target: "In the last two weeks, has what they do become much more frequent or much more serious?",
      rater: "In the last two weeks, has the conduct become much more frequent or much more serious?",
    },
    construct: "sharp escalation",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "police", "device_or_account_record"],
    raterNote: "Either is enough.",
    basis: [precaution, wording],
  },
  trigger_event: {
    code: "I15",
    section: "setting",
    text: {
      target:
        "Is there an event that may set them off, such as a separation, court date, lost job or release from prison? Count the last two weeks and the next two.",
      rater: "Within two weeks before or after today, is there an event that may set the person off?",
    },
    construct: "trigger event",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "court_or_probation", "police"],
    raterNote:
      "Separation, a new partner, a court date, papers served, loss of work or home, a release, an anniversary.",
    basis: [precaution, wording],
  },
  substance_at_incidents: {
    code: "I16",
    section: "setting",
    text: {
      target: "Has this person been drinking or taking drugs when things happened?",
      rater: "Has the person been drinking or taking drugs at the time of incidents?",
    },
    construct: "substance use by the person around incidents",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "witness", "police"],
    raterNote: "The person who does this, never the target.",
    basis: [
      cite("mcewan2009", "seen_in_abstract", "substance use was one part of a model for non-ex-intimate cases"),
      cite("wa2024", "seen_in_abstract", "a record of drug and drink use, men, moderate but not severe violence"),
      wording,
    ],
  },
  victim_leaving: {
    code: "I18",
    section: "setting",
    text: {
      target: "Have you just left this person or a home you shared, or are you about to?",
      rater: "Has the target just left the person or a shared home, or is the target about to?",
    },
    construct: "separation, also from family",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "family_or_friend"],
    raterNote: "Asked of everyone: family and shared homes count as well.",
    basis: [
      cite(
        "campbell2003",
        "seen_in_abstract",
        "women killed by partners: estrangement, most of all from a controlling partner",
      ),
      precaution,
      wording,
    ],
  },
  victim_pregnant: {
    code: "I22",
    section: "setting",
    text: {
      target: "Are you pregnant, or is there a baby under one year old?",
      rater: "Is the target pregnant, or is there a baby under one year old?",
    },
    construct: "pregnancy or a young baby",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "clinician"],
    raterNote: "Both lead to the same codes. Where neither can apply, enter no without asking.",
    basis: [
      cite(
        "campbell2003",
        "seen_in_abstract",
        "women killed by partners: abuse in pregnancy, in bivariate analysis only",
      ),
      precaution,
      wording,
    ],
  },
  victim_danger_belief: {
    code: "I17",
    section: "setting",
    text: {
      target:
        "Do you think that this person would go as far as to badly hurt or kill you, or a person you are close to?",
      rater:
        "Does the target think that the person would go as far as to badly hurt or kill them, or a person they are close to?",
    },
    construct: "target's own appraisal of danger",
    responses: belief,
    concern: ["no", "possibly", "definitely"],
    couldKnow: ["target"],
    basis: [
      cite(
        "sheridan2011",
        "seen_in_abstract",
        "high fear was the strongest correlate of severe violence; cross-sectional",
      ),
      precaution,
      wording,
    ],
  },
  psychotic_target_beliefs: {
    code: "I19",
    section: "rater",
    text: {
      target: "Asked of a trained rater only.",
      rater: "Is there a sign of psychotic beliefs or commands about the target?",
    },
    construct: "psychotic content about the target",
    responses: yesNo,
    askOnly: "rater",
    couldKnow: ["clinician", "police"],
    raterNote: "It leads to a code on mental health care and raises no level: the evidence on it points both ways.",
    basis: [
      cite("mcewan2009", "seen_in_abstract", "psychosis was less useful for violence"),
      designChoice("a sign of a treatable condition, for care and not for alarm"),
      wording,
    ],
  },
});
const { is } = rulesOver(items);

/** No known date is read as the most recent time (R3 of the review in the docs). */
const week = ["last_week", "undated"] as const;
const month = ["last_week", "undated", "last_month"] as const;
const ever = ["last_week", "undated", "last_month", "earlier"] as const;

const grave = [
  "weapon_used_or_threatened",
  "strangled",
  "threatens_to_kill",
  "suicidal_talk",
  "attacked_anyone",
  "held_against_will",
  "threatens_dependants",
  "forced_sexual_acts",
] as const;
const dated = [
  "last_resort_signs",
  "broke_in_or_tried",
  "went_against_order",
  "new_kind_of_harm",
  "followed_or_tracked",
] as const;
const precautionary = designChoice("precautionary rule of ours; not a cut-off that any study derived");

/** Signs that call for a quick response (`ssb-imminent`). It errs towards more concern and predicts nothing. */
export const imminentConcern = declareInstrument({
  id: "ssb-imminent",
  version: "0.2.6",
  title: "Current signs form",
  purpose: "To find signs that call for action now or soon.",
  mayUse: [
    "anyone who takes an account, first of all whenever present danger is possible",
    "the person it was done to",
  ],
  respondents: ["target", "rater"],
  notFor: [
    "predicting what somebody does",
    "deciding that somebody gets no help or that a case is closed",
    "deciding whether an offence took place or whether anyone is believed",
  ],
  notAbout: ["a person or target under 18: use the youth form as well", "the conduct of an organisation"],
  referencePeriod: "as each item says; otherwise the whole episode, with the last time it happened",
  current: "within 30 days of the day of asking (design choice); an event that cannot be dated is read as recent",
  before: [
    "Show how to reach emergency help before the first question.",
    "Ask whether the device in use is one that the other person cannot see.",
  ],
  validation: "none: items were chosen from the sources named; the rules are precautionary",
  limits: [
    "It was not tested in any group.",
    "Most evidence comes from women and their partners; for other relationships it is borrowed.",
    "No sign in the answers does not mean that there is no danger.",
  ],
  estimatedMinutes: 5,
  sections: {
    now: { title: "Right now", topic: "danger" },
    grave: { title: "Serious acts and words", topic: "danger", introduction: "When did each last happen, if it did?" },
    signs: {
      title: "Other signs",
      topic: "danger",
      introduction: "Where you can choose a time: when did it last happen, if it did?",
    },
    setting: { title: "The setting", topic: "danger" },
    rater: { title: "For a trained rater", topic: "danger" },
  },
  items,
  indicators: {
    grave_last_week: {
      means: "a grave act or threat in the last week, or one that cannot be dated",
      rule: any(...grave.map((item) => is(item, ...week))),
      basis: [precautionary],
    },
    grave_ever: {
      means: "how many kinds of grave act or threat have happened at any time",
      rule: count(...grave.map((item) => is(item, ...ever))),
      basis: [precautionary],
    },
    other_signs_ever: {
      means: "how many other signs are reported at any time",
      rule: count(...dated.map((item) => is(item, ...ever)), is("weapon_access", "yes"), is("sharp_escalation", "yes")),
      basis: [precautionary],
    },
    recent_sign: {
      means: "a grave act or another sign within 30 days, access to weapons, or sharp escalation",
      rule: any(
        ...[...grave, ...dated].map((item) => is(item, ...month)),
        is("weapon_access", "yes"),
        is("sharp_escalation", "yes"),
      ),
      basis: [designChoice("30 days as the edge of recent")],
    },
    setting_signs: {
      means: "how many circumstances that may add to danger are reported",
      rule: count(
        is("trigger_event", "yes"),
        is("substance_at_incidents", "yes"),
        is("victim_leaving", "yes"),
        is("victim_pregnant", "yes"),
      ),
      basis: [precautionary],
    },
  },
  levels: {
    urgency: {
      asks: "How soon should someone act?",
      ordered: true,
      outcomes: {
        act_now: {
          label: "Act now",
          says: "Signs were reported that call for action now. Do not wait for more answers.",
          guidance: ["GC-EMERGENCY"],
        },
        urgent: {
          label: "Act today",
          says: "Signs were reported that call for action on the same day.",
          guidance: ["GC-POLICE-REPORT", "GC-MULTI-AGENCY", "GC-SPECIALIST-RISK-ASSESSMENT"],
        },
        heightened: {
          label: "Heightened concern",
          says: "Signs were reported that call for a plan and for an early review.",
          guidance: ["GC-SAFETY-PLAN", "GC-NO-MEDIATION"],
        },
        none_in_answers: {
          label: "No act or threat among those asked about",
          says: "No act or threat among those asked about was reported. Circumstances are listed apart, and this says nothing of danger.",
          guidance: ["GC-SPECIALIST-ADVOCATE", "GC-REASSESS"],
        },
      },
      cases: [
        {
          when: any(
            is("near_now", "yes"),
            ref("grave_last_week"),
            all(is("victim_danger_belief", "definitely"), ref("recent_sign")),
          ),
          outcome: "act_now",
        },
        {
          when: any(
            atLeast(ref("grave_ever"), 1),
            is("victim_danger_belief", "definitely"),
            is("last_resort_signs", ...week),
            is("broke_in_or_tried", ...week),
            is("went_against_order", ...week),
            is("new_kind_of_harm", ...week),
            atLeast(ref("other_signs_ever"), 2),
          ),
          outcome: "urgent",
        },
        {
          when: any(
            atLeast(ref("other_signs_ever"), 1),
            is("victim_danger_belief", "possibly"),
            atLeast(ref("setting_signs"), 2),
          ),
          outcome: "heightened",
        },
      ],
      otherwise: "none_in_answers",
      unsettled: ["GC-SPECIALIST-ADVOCATE", "GC-SAFETY-PLAN", "GC-GATHER-INFO", "GC-REASSESS"],
      basis: [
        precautionary,
        designChoice("a grave act counts at any time, so that the 30-day edge alone never takes a case below urgent"),
      ],
    },
  },
  guidance: [
    {
      codes: ["GC-EMERGENCY"],
      when: is("near_now", "yes"),
      unlessRuledOut: true,
      interrupts: "If this person is near, help comes first. You can go on with the questions later.",
    },
    {
      codes: ["GC-VICTIM-SUICIDE"],
      when: is("victim_suicidal_now", "yes"),
      unlessRuledOut: true,
      interrupts: "Help is there for you as well. You can pause, talk to somebody, or go on: as you like.",
    },
    {
      codes: ["GC-STRANGULATION-MEDICAL"],
      when: is("strangled", ...week),
      interrupts:
        "After pressure on the neck, please see a doctor as soon as you can, even if you feel well. You can go on with the questions later.",
    },
    { codes: ["GC-STRANGULATION-MEDICAL"], when: is("strangled", ...ever), unlessRuledOut: true },
    { codes: ["GC-POLICE-REPORT", "GC-SAFETY-PLAN", "GC-FIREARMS"], when: is("weapon_used_or_threatened", ...ever) },
    { codes: ["GC-FIREARMS", "GC-SAFETY-PLAN"], when: is("weapon_access", "yes") },
    { codes: ["GC-POLICE-REPORT", "GC-SAFETY-PLAN"], when: is("threatens_to_kill", ...ever) },
    {
      codes: ["GC-PERP-SUICIDE-RISK", "GC-SAFETY-PLAN"],
      when: any(is("suicidal_talk", ...ever), is("last_resort_signs", ...ever)),
    },
    {
      codes: ["GC-INJURY", "GC-POLICE-REPORT", "GC-SAFETY-PLAN"],
      when: any(is("attacked_anyone", ...ever), is("held_against_will", ...ever)),
    },
    { codes: ["GC-CHILD-SAFEGUARD", "GC-POLICE-REPORT", "GC-SAFETY-PLAN"], when: is("threatens_dependants", ...ever) },
    { codes: ["GC-SEXUAL-ASSAULT", "GC-POLICE-REPORT"], when: is("forced_sexual_acts", ...ever) },
    {
      codes: ["GC-POLICE-REPORT", "GC-SAFETY-PLAN"],
      when: any(is("broke_in_or_tried", ...ever), is("new_kind_of_harm", ...ever)),
    },
    { codes: ["GC-BREACH-ACTION", "GC-SAFETY-PLAN"], when: is("went_against_order", ...ever) },
    { codes: ["GC-TECH-SAFETY", "GC-PRESERVE-DEVICES"], when: is("followed_or_tracked", ...ever) },
    { codes: ["GC-SAFETY-PLAN", "GC-MULTI-AGENCY"], when: is("sharp_escalation", "yes") },
    {
      codes: ["GC-SAFETY-PLAN", "GC-REASSESS"],
      when: any(is("trigger_event", "yes"), is("victim_leaving", "yes"), is("victim_pregnant", "yes")),
    },
    { codes: ["GC-PERP-SUBSTANCE", "GC-SPECIALIST-ADVOCATE"], when: is("substance_at_incidents", "yes") },
    { codes: ["GC-PERP-MENTAL-HEALTH"], when: is("psychotic_target_beliefs", "yes") },
    {
      codes: ["GC-SPECIALIST-ADVOCATE", "GC-SPECIALIST-RISK-ASSESSMENT"],
      when: is("victim_danger_belief", "definitely", "possibly"),
    },
  ],
  contradictions: {
    believes_grave_harm_without_signs: {
      when: all(
        is("victim_danger_belief", "definitely"),
        atLeast(count(...[...grave, ...dated].map((item) => is(item, "never"))), grave.length + dated.length),
      ),
      says: "Grave harm is expected, but none of the acts listed is reported. Ask what the belief rests on; it is not discounted.",
    },
  },
});
