import { designChoice } from "../../evidence/index.ts";
import { declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, not, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");
const safeguarding = designChoice("general safeguarding practice, precautionary; no source read");
const juvenile = cite(
  "purcell2009",
  "seen_in_abstract",
  "stalking by young people: contexts and conduct differ from adults",
);
const worse = ["no", "yes"] as const;

const items = defineItems({
  target_under_18: {
    code: "YM09",
    section: "ages",
    text: { target: "Are you under 18?", rater: "Is the target under 18?" },
    construct: "age of the target",
    responses: yesNo,
    couldKnow: ["target", "employer_or_school"],
    basis: [safeguarding, wording],
  },
  person_under_18: {
    code: "YM10",
    section: "ages",
    text: { target: "Is the other person under 18, as far as you know?", rater: "Is the person of concern under 18?" },
    construct: "age of the person of concern",
    responses: yesNo,
    couldKnow: ["target", "employer_or_school", "police"],
    basis: [safeguarding, wording],
  },
  victim_youth_unsafe_now: {
    code: "YM01",
    section: "now",
    text: {
      target: "Do you feel in danger now, at home, at school or online?",
      rater: "Is the young person's safety in doubt now, at home, at school or online?",
    },
    construct: "present danger to a young person",
    responses: yesNo,
    concern: worse,
    critical: true,
    support: ["GC-EMERGENCY"],
    couldKnow: ["target", "family_or_friend", "employer_or_school"],
    raterNote: "Any one place is enough.",
    basis: [safeguarding, wording],
  },
  victim_youth_self_harm: {
    code: "YM15",
    section: "now",
    text: {
      target:
        "Have you thought of hurting yourself or ending your life? You need not answer; help is there either way.",
      rater: "Has the young person spoken of hurting themselves or of ending their life?",
    },
    construct: "self-harm thoughts of a young person",
    responses: yesNo,
    concern: worse,
    critical: true,
    support: ["GC-VICTIM-SUICIDE"],
    couldKnow: ["target", "family_or_friend", "clinician", "employer_or_school"],
    raterNote:
      "Whichever of the two young people it is. Both thoughts lead to the same codes. Not talked about: not known, never no.",
    basis: [safeguarding, wording],
  },
  assault_on_young_person: {
    code: "YM06",
    section: "now",
    text: {
      target: "Has this person hurt you physically?",
      rater: "Has the person of concern hurt the target physically?",
    },
    construct: "physical assault",
    responses: yesNo,
    concern: worse,
    critical: true,
    couldKnow: ["target", "witness", "clinician", "employer_or_school"],
    basis: [juvenile, safeguarding, wording],
  },
  sexual_harm_to_youth: {
    code: "YM11",
    section: "now",
    text: {
      target: "Has this person done anything sexual to you that you did not agree to?",
      rater: "Has the person of concern done anything sexual to the target without agreement?",
    },
    construct: "sexual assault",
    responses: yesNo,
    concern: worse,
    critical: true,
    couldKnow: ["target", "clinician", "police"],
    raterNote: "Anything sexual between an adult and a child is yes, whatever was said. Local law sets the ages.",
    basis: [juvenile, safeguarding, wording],
  },
  youth_weapon: {
    code: "YM14",
    section: "now",
    text: {
      target: "Has this person shown, carried or talked of a weapon?",
      rater: "Has the person of concern shown, carried or talked of a weapon?",
    },
    construct: "weapon",
    responses: yesNo,
    concern: worse,
    critical: true,
    couldKnow: ["target", "witness", "police", "employer_or_school"],
    raterNote: "Any one of the three.",
    basis: [safeguarding, wording],
  },
  threats_to_young_person: {
    code: "YM05",
    section: "what",
    text: { target: "Has this person threatened you?", rater: "Has the person of concern made threats?" },
    construct: "threats",
    responses: yesNo,
    concern: worse,
    critical: true,
    couldKnow: ["target", "witness", "device_or_account_record", "employer_or_school"],
    basis: [juvenile, safeguarding, wording],
  },
  sexual_images_of_youth: {
    code: "YM12",
    section: "what",
    text: {
      target: "Has this person asked for, kept or shared sexual pictures of you?",
      rater: "Have sexual images of a young person been asked for, kept or shared?",
    },
    construct: "sexual images",
    responses: yesNo,
    concern: worse,
    couldKnow: ["target", "device_or_account_record", "police"],
    raterNote: "Do not look at, copy or send on the images.",
    basis: [safeguarding, wording],
  },
  bullying_context: {
    code: "YM02",
    section: "context",
    text: {
      target: "Is it part of bullying, by one person or by a group?",
      rater: "Is it part of bullying, by one person or by a group?",
    },
    construct: "bullying context",
    responses: yesNo,
    couldKnow: ["target", "employer_or_school"],
    basis: [juvenile, wording],
  },
  after_break_up_or_refusal: {
    code: "YM03",
    section: "context",
    text: {
      target: "Did it begin after a break-up, or after somebody said no?",
      rater: "Did it begin after a break-up or a refusal?",
    },
    construct: "after a break-up or refusal",
    responses: yesNo,
    couldKnow: ["target", "family_or_friend"],
    raterNote: "Either one.",
    basis: [juvenile, wording],
  },
  said_to_be_payback: {
    code: "YM04",
    section: "context",
    text: { target: "Do they say it is pay-back for something?", rater: "Is it said to be pay-back for something?" },
    construct: "retaliation as given reason",
    responses: yesNo,
    couldKnow: ["target", "employer_or_school"],
    basis: [juvenile, wording],
  },
  shared_school_or_route: {
    code: "YM07",
    section: "context",
    text: {
      target: "Do you share a school, a class or a way to school with this person?",
      rater: "Do the two share a school, a class or a route?",
    },
    construct: "contact that cannot be avoided",
    responses: yesNo,
    couldKnow: ["target", "employer_or_school"],
    basis: [safeguarding, wording],
  },
  also_at_risk: {
    code: "YM08",
    section: "context",
    text: {
      target: "Do you think that someone is harming this person as well?",
      rater: "Is there a sign that the person of concern is being harmed or neglected?",
    },
    construct: "person of concern in need of safeguarding",
    responses: yesNo,
    concern: worse,
    couldKnow: ["employer_or_school", "family_or_friend", "clinician"],
    basis: [safeguarding, wording],
  },
});
const { is } = rulesOver(items);

/** What to look at where somebody is under 18 (`ssb-youth`). Adult forms do not type or rate a child. */
export const youthReferral = declareInstrument({
  id: "ssb-youth",
  version: "0.2.3",
  title: "Under-18 form",
  purpose: "To record what safeguarding needs to know where the target, the person of concern or both are under 18.",
  mayUse: ["safeguarding leads and other trained professionals, with the young person's voice heard"],
  respondents: ["rater"],
  notFor: ["typing or rating a child", "deciding whether an offence took place or whether anyone is believed"],
  notAbout: ["two adults"],
  referencePeriod: "since it began; the section on now is about now",
  current: "within 30 days of the day of rating (design choice)",
  before: ["Follow local safeguarding procedure first.", "Tell the young person who reads the answers."],
  validation: "none: no tested instrument for stalking by or of young people was found",
  limits: ["It was not tested in any group.", "It replaces no safeguarding assessment."],
  estimatedMinutes: 5,
  sections: {
    ages: { title: "Ages", topic: "scope" },
    now: { title: "Now", topic: "danger" },
    what: { title: "What has happened", topic: "conduct" },
    context: { title: "Context", topic: "setting" },
  },
  items,
  indicators: {
    somebody_under_18: {
      means: "the target, the person of concern or both are under 18",
      rule: any(is("target_under_18", "yes"), is("person_under_18", "yes")),
      basis: [safeguarding],
    },
    adult_and_child: {
      means: "an adult's conduct towards a child",
      rule: all(is("target_under_18", "yes"), is("person_under_18", "no")),
      basis: [safeguarding],
    },
    school_context: {
      means: "bullying, pay-back or a shared school or route",
      rule: any(is("bullying_context", "yes"), is("said_to_be_payback", "yes"), is("shared_school_or_route", "yes")),
      basis: [juvenile],
      evidence: { grade: "one_study", directness: "similar", role: "description" },
    },
    after_an_ending: {
      means: "it followed a break-up or a refusal",
      rule: is("after_break_up_or_refusal", "yes"),
      basis: [juvenile],
      evidence: { grade: "one_study", directness: "similar", role: "description" },
    },
  },
  levels: {
    safeguarding: {
      asks: "How soon should safeguarding look?",
      ordered: true,
      outcomes: {
        now: {
          label: "Now",
          says: "Signs were reported that call for safeguarding now.",
          guidance: ["GC-EMERGENCY", "GC-POLICE-REPORT"],
        },
        today: {
          label: "Today",
          says: "Signs were reported for which somebody trained should look today.",
          guidance: ["GC-SAFETY-PLAN"],
        },
        refer: {
          label: "Refer",
          says: "None of the graver signs was reported in the answers given. Refer it to safeguarding all the same.",
          guidance: ["GC-CHILD-SAFEGUARD", "GC-YOUTH", "GC-SPECIALIST-ADVOCATE"],
        },
      },
      cases: [
        {
          when: any(
            is("victim_youth_unsafe_now", "yes"),
            is("victim_youth_self_harm", "yes"),
            is("assault_on_young_person", "yes"),
            is("sexual_harm_to_youth", "yes"),
            is("youth_weapon", "yes"),
          ),
          outcome: "now",
        },
        {
          when: any(
            is("threats_to_young_person", "yes"),
            is("sexual_images_of_youth", "yes"),
            is("also_at_risk", "yes"),
            ref("adult_and_child"),
          ),
          outcome: "today",
        },
      ],
      otherwise: "refer",
      unsettled: ["GC-CHILD-SAFEGUARD", "GC-YOUTH", "GC-SPECIALIST-ADVOCATE", "GC-GATHER-INFO"],
      basis: [safeguarding, designChoice("while a grave sign is open, the codes say that a person should look")],
    },
  },
  guidance: [
    {
      codes: ["GC-EMERGENCY"],
      when: is("victim_youth_unsafe_now", "yes"),
      unlessRuledOut: true,
      interrupts: "If a young person is in danger now, help comes first. The form can wait.",
    },
    {
      codes: ["GC-VICTIM-SUICIDE"],
      when: is("victim_youth_self_harm", "yes"),
      unlessRuledOut: true,
      interrupts: "Help is there. You can pause, talk to somebody, or go on: as you like.",
    },
    { codes: ["GC-INJURY"], when: is("assault_on_young_person", "yes") },
    { codes: ["GC-SEXUAL-ASSAULT"], when: is("sexual_harm_to_youth", "yes") },
    { codes: ["GC-PRESERVE-DEVICES", "GC-TECH-SAFETY"], when: is("sexual_images_of_youth", "yes") },
    { codes: ["GC-CHILD-SAFEGUARD", "GC-YOUTH"], when: ref("somebody_under_18"), unlessRuledOut: true },
    { codes: ["GC-YOUTH"], when: ref("school_context") },
    { codes: ["GC-NO-MEDIATION"], when: ref("after_an_ending") },
  ],
  contradictions: {
    nobody_under_18: {
      when: all(is("target_under_18", "no"), not(is("person_under_18", "yes")), is("person_under_18", "no")),
      says: "Nobody is under 18: the forms for adults apply.",
    },
  },
});
