import { designChoice } from "../../evidence/index.ts";
import { declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, atLeast, count, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with raters");
const precaution = designChoice("consensus, precautionary: a sign that calls for somebody trained to look");
const approach = cite(
  "meloy2010",
  "seen_in_abstract",
  "went with approach to public figures; not with violence, and not tested elsewhere",
);
const worse = ["no", "yes"] as const;
const knownBy = ["employer_or_school", "police", "device_or_account_record"] as const;

const items = defineItems({
  known_to_target: {
    code: "PM13",
    section: "setting",
    text: {
      target: "Do you know this person from your own life or work, such as a colleague, a client or a patient?",
      rater: "Does the target know the person from life or work, such as a colleague, a client or a patient?",
    },
    construct: "known person or stranger to the role",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "employer_or_school"],
    raterNote: "Knowing only the name or the letters is no.",
    basis: [
      designChoice(
        "the studies of public figures do not carry over to people who know the target: threats count for more",
      ),
      wording,
    ],
  },
  comes_to_place_of_role: {
    code: "PM14",
    section: "setting",
    text: {
      target: "Has this person come to the place where you work or carry out your role?",
      rater: "Has the person come to the place where the target works or carries out the role?",
    },
    construct: "presence at the workplace",
    responses: yesNo,
    couldKnow: [...knownBy, "target", "witness"],
    raterNote: "Of anyone, a former partner included. Visits that the role itself calls for: no.",
    basis: [designChoice("the form is opened by the place as well as by the relationship"), wording],
  },
  several_routes: {
    code: "PM01",
    section: "contacts",
    text: {
      target: "Do the contacts come by several routes, such as letters, calls and online?",
      rater: "Do the contacts come by several routes, such as letters, calls and online?",
    },
    construct: "several routes",
    responses: yesNo,
    concern: worse,
    couldKnow: knownBy,
    basis: [approach, wording],
  },
  several_recipients: {
    code: "PM02",
    section: "contacts",
    text: {
      target: "Do the contacts go to several people or offices?",
      rater: "Do the contacts go to several people or offices?",
    },
    construct: "several recipients",
    responses: yesNo,
    concern: worse,
    couldKnow: knownBy,
    basis: [approach, wording],
  },
  asks_for_rescue: {
    code: "PM03",
    section: "contacts",
    text: { target: "Do the contacts ask you for help or rescue?", rater: "Do the contacts ask for help or rescue?" },
    construct: "request for help",
    responses: yesNo,
    concern: worse,
    couldKnow: knownBy,
    basis: [approach, wording],
  },
  mental_illness_signs: {
    code: "PM04",
    section: "contacts",
    text: {
      target: "Do the contacts seem confused, or out of touch with what is real?",
      rater: "Do the contacts show signs of serious mental illness?",
    },
    construct: "signs of serious mental illness in the contacts",
    responses: yesNo,
    concern: worse,
    couldKnow: ["clinician", ...knownBy],
    raterNote: "What the contacts show. It names no illness.",
    basis: [approach, wording],
  },
  comes_near_target: {
    code: "PM05",
    section: "acts",
    text: {
      target: "Has this person come near you, or tried to, beyond what your role needs?",
      rater: "Has the person come near the target, or tried to, beyond what the role needs?",
    },
    construct: "approach beyond the role",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "witness", ...knownBy],
    raterNote: "An appointment, a lesson or a shift is what the role needs. Waiting outside is not.",
    basis: [precaution, wording],
  },
  announces_visit: {
    code: "PM06",
    section: "acts",
    text: {
      target: "Do the contacts set out a journey, a time or a plan to meet you?",
      rater: "Do the contacts set out travel, timing or a plan to meet?",
    },
    construct: "announced approach",
    responses: yesNo,
    concern: worse,
    couldKnow: knownBy,
    basis: [precaution, wording],
  },
  personal_grievance: {
    code: "PM07",
    section: "contacts",
    text: {
      target: "Is there a lasting complaint that has turned on you in person?",
      rater: "Is there a lasting grievance that has become personal?",
    },
    construct: "personal grievance",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", ...knownBy],
    basis: [cite("james2022", "seen_in_abstract", "grievance went with approach to public figures"), wording],
  },
  claims_bond: {
    code: "PM08",
    section: "contacts",
    text: {
      target: "Do the contacts claim a loving bond or kinship with you?",
      rater: "Do the contacts claim a loving bond or kinship?",
    },
    construct: "claimed bond",
    responses: yesNo,
    concern: worse,
    couldKnow: knownBy,
    basis: [precaution, wording],
  },
  threatens_in_contacts: {
    code: "PM09",
    section: "contacts",
    text: { target: "Do the contacts threaten you or others?", rater: "Do the contacts threaten?" },
    construct: "threats in the contacts",
    responses: yesNo,
    concern: worse,
    critical: true,
    couldKnow: ["target", ...knownBy],
    raterNote:
      "That there is no threat lowers nothing: threats and approach did not go together in studies of public figures.",
    basis: [approach, precaution, wording],
  },
  attacker_interest: {
    code: "PM10",
    section: "acts",
    text: {
      target: "Do they show an interest in attackers, weapons or past attacks?",
      rater: "Is there an interest in attackers, weapons or past attacks?",
    },
    construct: "interest in attacks",
    responses: yesNo,
    concern: worse,
    critical: true,
    couldKnow: ["police", "family_or_friend", ...knownBy],
    raterNote: "Any of the three. They lead to the same codes.",
    basis: [precaution, wording],
  },
  farewell_signs: {
    code: "PM11",
    section: "acts",
    text: {
      target: "Do they write or act as if saying goodbye, or as if nothing were left?",
      rater: "Are there signs of farewell, despair or last resort?",
    },
    construct: "farewell or last resort",
    responses: yesNo,
    concern: worse,
    critical: true,
    couldKnow: ["family_or_friend", "clinician", ...knownBy],
    basis: [precaution, wording],
  },
  known_for_like_conduct: {
    code: "PM12",
    section: "contacts",
    text: {
      target: "Have they behaved like this towards others, as far as you know?",
      rater: "Is the person known for like conduct towards others?",
    },
    construct: "earlier like conduct",
    responses: yesNo,
    concern: worse,
    couldKnow: ["police", "court_or_probation", "employer_or_school"],
    basis: [precaution, wording],
  },
});
const { is } = rulesOver(items);

const correlates = [
  "several_routes",
  "several_recipients",
  "asks_for_rescue",
  "mental_illness_signs",
  "personal_grievance",
  "claims_bond",
  "known_for_like_conduct",
] as const;

/** Contacts to somebody in a public or work role (`ssb-public`): how they are to be looked at. It predicts nothing. */
export const publicContact = declareInstrument({
  id: "ssb-public",
  version: "0.2.2",
  title: "Role and workplace form",
  purpose: "To sort contacts to people who are targeted through a public or work role.",
  mayUse: ["trained staff for safety at work or around public roles"],
  respondents: ["rater"],
  notFor: ["predicting what somebody does", "deciding whether anyone is believed", "measures against the target"],
  notAbout: [
    "a person or target under 18: use the youth form as well",
    "lawful complaint, protest or reporting as such",
  ],
  referencePeriod: "since the contacts began",
  current: "the last known contact lies within 30 days of the day of rating (design choice)",
  before: [
    "Bring all contacts together in one place first.",
    "Ask whether the employer is safe to tell: the person may work there.",
  ],
  validation: "none: directions come from studies of public figures; the rules are precautionary",
  limits: [
    "It was not tested in any group.",
    "Most of what is known concerns public figures and their strangers, not colleagues, clients or patients.",
    "That no sign was found does not mean that there is no danger.",
  ],
  estimatedMinutes: 6,
  sections: {
    setting: { title: "The setting", topic: "setting" },
    contacts: { title: "The contacts", topic: "conduct" },
    acts: { title: "Acts", topic: "danger" },
  },
  items,
  indicators: {
    approach_signs: {
      means: "how many features that went with approach in studies of public figures are reported",
      rule: count(...correlates.map((item) => is(item, "yes"))),
      basis: [approach, designChoice("counted without weights")],
      evidence: { grade: "several_studies", directness: "different", role: "association" },
    },
    threat_by_known_person: {
      means: "a threat by somebody whom the target knows",
      rule: all(is("threatens_in_contacts", "yes"), is("known_to_target", "yes")),
      basis: [precaution],
    },
  },
  levels: {
    review: {
      asks: "What review do the contacts call for?",
      ordered: true,
      outcomes: {
        urgent_review: {
          label: "Urgent review",
          says: "Signs were reported that call for review on the same day.",
          guidance: ["GC-EMERGENCY", "GC-POLICE-REPORT", "GC-SAFETY-PLAN", "GC-SPECIALIST-RISK-ASSESSMENT"],
          next: ["ssb-imminent"],
        },
        specialist_review: {
          label: "Specialist review",
          says: "Signs were reported that call for somebody trained to look.",
          guidance: ["GC-PUBLIC-FIGURE"],
        },
        none_in_answers: {
          label: "Neither review reached by the answers given",
          says: "The answers given reach neither review. Single signs are listed apart, and this says nothing of danger. Keep all contacts in one log and look again.",
          guidance: ["GC-SPECIALIST-ADVOCATE", "GC-REASSESS"],
        },
      },
      cases: [
        {
          when: any(
            is("comes_near_target", "yes"),
            is("announces_visit", "yes"),
            is("attacker_interest", "yes"),
            is("farewell_signs", "yes"),
            ref("threat_by_known_person"),
          ),
          outcome: "urgent_review",
        },
        {
          when: any(is("threatens_in_contacts", "yes"), atLeast(ref("approach_signs"), 2)),
          outcome: "specialist_review",
        },
      ],
      otherwise: "none_in_answers",
      unsettled: ["GC-GATHER-INFO", "GC-PUBLIC-FIGURE", "GC-SPECIALIST-ADVOCATE"],
      basis: [precaution, designChoice("two features without weights; no study gives a cut-off")],
    },
  },
  guidance: [
    { codes: ["GC-PERP-MENTAL-HEALTH"], when: is("mental_illness_signs", "yes") },
    { codes: ["GC-PERP-SUICIDE-RISK"], when: is("farewell_signs", "yes") },
    { codes: ["GC-FIREARMS", "GC-POLICE-REPORT"], when: is("attacker_interest", "yes") },
    {
      codes: ["GC-POLICE-REPORT", "GC-SAFETY-PLAN"],
      when: any(is("threatens_in_contacts", "yes"), is("comes_near_target", "yes"), is("announces_visit", "yes")),
    },
    { codes: ["GC-WORKPLACE"], when: is("comes_to_place_of_role", "yes") },
  ],
  contradictions: {
    near_but_no_bond_to_place: {
      when: all(is("comes_to_place_of_role", "yes"), is("comes_near_target", "no"), is("announces_visit", "yes")),
      says: "The person came to the place and announced a meeting, but coming near is denied. Ask what happened there.",
    },
  },
});
