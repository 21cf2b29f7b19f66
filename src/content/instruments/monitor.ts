import { designChoice } from "../../evidence/index.ts";
import { choice, date, declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, atLeast, count, not, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");
const precaution = designChoice("precautionary rule of ours; not a cut-off that any study derived");

/** For conduct, which may have stopped or may never have happened. */
const conductTrend = choice({
  never_happened: { label: "It has never happened" },
  stopped: { label: "It has stopped" },
  much_less: { label: "Much less" },
  less: { label: "A little less" },
  same: { label: "About the same" },
  more: { label: "A little more" },
  much_more: { label: "Much more" },
});
/** For how somebody is, which cannot stop. */
const stateTrend = choice({
  much_less: { label: "Much less" },
  less: { label: "A little less" },
  same: { label: "About the same" },
  more: { label: "A little more" },
  much_more: { label: "Much more" },
});
const holding = choice({
  better: { label: "They work better" },
  same: { label: "About the same" },
  worse: { label: "They work less well" },
  none_in_place: { label: "No steps have been taken" },
});
const conductConcern = ["stopped", "much_less", "less", "same", "more", "much_more"] as const;
const stateConcern = ["much_less", "less", "same", "more", "much_more"] as const;
const worse = ["no", "yes"] as const;
const knownBy = ["target", "police", "device_or_account_record"] as const;

const trend = (code: string, construct: string, target: string, rater: string) =>
  ({
    code,
    section: "conduct",
    text: { target, rater },
    construct,
    responses: conductTrend,
    concern: conductConcern,
    couldKnow: knownBy,
    basis: [precaution, wording],
  }) as const;

const items = defineItems({
  contact_trend: trend(
    "CM01",
    "contact frequency",
    "Compared with last time, how often has this person contacted you or come near you?",
    "Compared with last time, how often has the person contacted or come near the target?",
  ),
  seriousness_trend: trend(
    "CM02",
    "seriousness",
    "Compared with last time, how serious is what they do?",
    "Compared with last time, how serious is the conduct?",
  ),
  variety_trend: trend(
    "CM03",
    "variety",
    "Compared with last time, how many different kinds of thing do they do?",
    "Compared with last time, how many kinds of conduct are there?",
  ),
  threat_trend: trend(
    "CM04",
    "threats",
    "Compared with last time, how much do they threaten?",
    "Compared with last time, how much does the person threaten?",
  ),
  closeness_trend: trend(
    "CM05",
    "closeness",
    "Compared with last time, how close do they come to you in person?",
    "Compared with last time, how close does the person come to the target?",
  ),
  watching_trend: trend(
    "CM06",
    "watching",
    "Compared with last time, how much do they watch or track you?",
    "Compared with last time, how much does the person watch or track the target?",
  ),
  victim_fear_trend: {
    code: "CM07",
    section: "effects",
    text: {
      target: "Compared with last time, how afraid are you?",
      rater: "Compared with last time, how afraid is the target?",
    },
    construct: "fear",
    responses: stateTrend,
    concern: stateConcern,
    couldKnow: ["target"],
    basis: [
      cite("sheridan2011", "seen_in_abstract", "fear as a correlate of severe violence; cross-sectional"),
      wording,
    ],
  },
  victim_distress_trend: {
    code: "CM08",
    section: "effects",
    text: {
      target: "Compared with last time, how upset or worn down are you?",
      rater: "Compared with last time, how upset or worn down is the target?",
    },
    construct: "distress",
    responses: stateTrend,
    concern: stateConcern,
    couldKnow: ["target", "clinician"],
    basis: [precaution, wording],
  },
  victim_freedom_trend: {
    code: "CM09",
    section: "effects",
    text: {
      target: "Compared with last time, how much does it keep you from living as you wish?",
      rater: "Compared with last time, how much does it keep the target from living as wished?",
    },
    construct: "restriction of daily life",
    responses: stateTrend,
    concern: stateConcern,
    couldKnow: ["target", "family_or_friend"],
    raterNote: "Worded so that more is worse, as in the items before it.",
    basis: [precaution, wording],
  },
  agency_measures_trend: {
    code: "CM10",
    section: "effects",
    text: {
      target: "Compared with last time, how well do the steps taken to protect you work?",
      rater: "Compared with last time, how well do protective steps work?",
    },
    construct: "protective steps",
    responses: holding,
    concern: ["better", "same", "worse"],
    couldKnow: ["target", "police", "court_or_probation"],
    basis: [precaution, wording],
  },
  resumed_after_quiet: {
    code: "CM11",
    section: "events",
    text: {
      target: "Since last time, has there been new contact after a quiet time of two weeks or more?",
      rater: "Since last time, has there been new contact after a quiet time of two weeks or more?",
    },
    construct: "resumption",
    responses: yesNo,
    concern: worse,
    couldKnow: knownBy,
    basis: [designChoice("two weeks as a quiet time; no source gives a length"), wording],
  },
  trigger_since_last: {
    code: "CM12",
    section: "events",
    text: {
      target:
        "Since last time, has there been an event that may set them off, such as a court date, a release from prison, a move or a new partner?",
      rater: "Since last time, has there been an event that may set the person off?",
    },
    construct: "trigger event",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "court_or_probation", "police"],
    raterNote: "A breach, an arrest, a release, a court date, a move, a new partner, a change of work. One is enough.",
    basis: [precaution, wording],
  },
  new_target_since_last: {
    code: "CM13",
    section: "events",
    text: {
      target:
        "Since last time, have they begun to do this to someone else? If you do not know, say that you are not sure.",
      rater: "Since last time, has the person begun to do this to somebody else?",
    },
    construct: "new target",
    responses: yesNo,
    concern: worse,
    couldKnow: ["police", "court_or_probation"],
    basis: [cite("mcewan2020", "seen_in_abstract", "recidivism towards new victims was counted"), wording],
  },
  latest_event_since_last: {
    code: "CM14",
    section: "events",
    text: { target: "When did something last happen?", rater: "When was the latest event?" },
    construct: "latest event",
    responses: date,
    couldKnow: knownBy,
    raterNote: "The day. A quiet spell is a number of days and nothing more.",
    basis: [wording],
  },
});
const { is } = rulesOver(items);

/** The items that ask how one kind of conduct has changed. */
export const conductTrends = [
  "contact_trend",
  "seriousness_trend",
  "variety_trend",
  "threat_trend",
  "closeness_trend",
  "watching_trend",
] as const;

/** What has changed since the last administration (`ssb-monitor`). A quiet time is never read as an end. */
export const changeMonitor = declareInstrument({
  id: "ssb-monitor",
  version: "0.2.3",
  title: "Since last time",
  purpose: "To compare with the last time of asking, and to call for a fresh look when things change.",
  mayUse: ["services that stay in contact with the target", "the person it was done to"],
  respondents: ["target", "rater"],
  notFor: ["deciding that a case is closed", "measuring change: no repeat-reliability is known"],
  notAbout: [
    "a first administration: there is nothing to compare with",
    "a person or target under 18: use the youth form as well",
  ],
  referencePeriod: "since the last completed administration, whose date is shown",
  current: "the latest event lies within 30 days of the day of asking (design choice)",
  before: ["Show the date of the last time.", "Go through the current signs form in the same session."],
  validation: "none: nothing here has been tested for reliability or validity",
  limits: [
    "It was not tested in any group.",
    "Change is what is reported; no statement on whether it is more than chance is allowed.",
    "A quiet spell is a number of days only, never an end.",
  ],
  estimatedMinutes: 3,
  sections: {
    conduct: {
      title: "What they do",
      topic: "course",
      introduction: "The time since these questions were last answered, compared with the time before that.",
    },
    effects: { title: "How it is for you", topic: "harm" },
    events: { title: "What has happened", topic: "course" },
  },
  items,
  indicators: {
    conduct_up: {
      means: "how many of six kinds of conduct are reported as more",
      rule: count(...conductTrends.map((item) => is(item, "more", "much_more"))),
      basis: [precaution],
    },
    conduct_down: {
      means: "how many of six kinds of conduct are reported as less or stopped",
      rule: count(...conductTrends.map((item) => is(item, "less", "much_less", "stopped"))),
      basis: [precaution],
    },
    grave_conduct_up: {
      means: "seriousness, threats or closeness reported as more, or any conduct as much more",
      rule: any(
        is("seriousness_trend", "more"),
        is("threat_trend", "more"),
        is("closeness_trend", "more"),
        ...conductTrends.map((item) => is(item, "much_more")),
      ),
      basis: [precaution],
    },
    effects_up: {
      means: "distress or restriction reported as more",
      rule: any(is("victim_distress_trend", "more", "much_more"), is("victim_freedom_trend", "more", "much_more")),
      basis: [precaution],
    },
    quiet_since_known: {
      means: "all six kinds of conduct have stopped or never happened",
      rule: atLeast(count(...conductTrends.map((item) => is(item, "stopped", "never_happened"))), conductTrends.length),
      basis: [designChoice("named so that a reader sees it is no end: the level beside it says the rest")],
    },
  },
  levels: {
    change: {
      asks: "What change is reported?",
      ordered: true,
      outcomes: {
        more_signs: {
          label: "More signs reported",
          says: "More signs were reported than last time. A fresh look at everything is called for.",
          guidance: ["GC-SAFETY-PLAN", "GC-POLICE-REPORT"],
          next: ["ssb-imminent", "ssb-conduct"],
        },
        some_signs_up: {
          label: "Some signs up",
          says: "At least one sign was reported as more than last time, whatever the others did.",
          guidance: ["GC-GATHER-INFO"],
          next: ["ssb-imminent"],
        },
        little_change: {
          label: "Little change reported",
          says: "Little change was reported since last time. That says nothing of how grave it is.",
          guidance: ["GC-SPECIALIST-ADVOCATE"],
        },
        fewer_signs: {
          label: "Fewer signs reported",
          says: "Fewer signs were reported than last time. That is no end: say how to come back.",
          guidance: ["GC-REASSESS", "GC-SPECIALIST-ADVOCATE"],
        },
      },
      cases: [
        {
          when: any(
            ref("grave_conduct_up"),
            atLeast(ref("conduct_up"), 2),
            is("resumed_after_quiet", "yes"),
            is("new_target_since_last", "yes"),
            is("victim_fear_trend", "more", "much_more"),
            is("agency_measures_trend", "worse"),
          ),
          outcome: "more_signs",
        },
        { when: any(atLeast(ref("conduct_up"), 1), ref("effects_up")), outcome: "some_signs_up" },
        {
          when: any(not(atLeast(ref("conduct_down"), 3)), is("trigger_since_last", "yes")),
          outcome: "little_change",
        },
      ],
      otherwise: "fewer_signs",
      unsettled: ["GC-GATHER-INFO", "GC-SPECIALIST-ADVOCATE", "GC-REASSESS"],
      basis: [
        precaution,
        designChoice(
          "one sign that is up is never cancelled by others that are down; three kinds down make fewer signs",
        ),
      ],
    },
  },
  guidance: [
    { codes: ["GC-BREACH-ACTION", "GC-SAFETY-PLAN"], when: is("agency_measures_trend", "worse") },
    { codes: ["GC-REASSESS"], when: is("trigger_since_last", "yes") },
    { codes: ["GC-VICTIM-CLINICAL"], when: is("victim_distress_trend", "much_more") },
    { codes: ["GC-TECH-SAFETY"], when: is("watching_trend", "more", "much_more") },
    { codes: ["GC-SAFETY-PLAN", "GC-SPECIALIST-ADVOCATE"], when: is("agency_measures_trend", "none_in_place") },
  ],
  contradictions: {
    stopped_but_resumed: {
      when: all(ref("quiet_since_known"), is("resumed_after_quiet", "yes")),
      says: "All conduct has stopped or never happened, but new contact after a quiet time is reported.",
    },
  },
});
