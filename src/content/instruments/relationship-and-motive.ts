import { designChoice } from "../../evidence/index.ts";
import { choice, declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, not } from "../../rules/index.ts";
import { cite } from "../cite.ts";

const relationship = choice({
  former_intimate: { label: "Former partner" },
  current_intimate: { label: "Current or on-and-off partner" },
  brief_romantic: { label: "A date or short romantic contact" },
  family: { label: "Family member" },
  friend: { label: "Friend or former friend" },
  work_study: { label: "Someone from work or study" },
  professional: { label: "Professional contact, such as client, patient, student or provider" },
  acquaintance: { label: "Acquaintance or neighbour" },
  public_role: { label: "A link only through a public role" },
  stranger: { label: "Stranger" },
  unknown_person: { label: "It is not known who the person is, or how they are linked", notKnown: true },
});

const aim = choice({
  get_back: { label: "To get a relationship or bond back" },
  punish_ending: { label: "To punish the ending or refusal of a relationship" },
  settle_wrong: { label: "To settle some other wrong or complaint" },
  live_bond: { label: "To be with someone they believe loves them or is meant for them" },
  get_contact: { label: "To get a date, friendship or contact" },
  sexual: { label: "Something sexual" },
  other: { label: "Something else" },
});

const tone = choice({
  loving: { label: "Loving or admiring" },
  hostile: { label: "Hostile or accusing" },
  sexual: { label: "Sexual" },
  mixed: { label: "Mixed" },
  neutral: { label: "Neutral or matter-of-fact" },
  none: { label: "No contact was made" },
});

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");

const items = defineItems({
  adult: {
    code: "MT30",
    section: "scope",
    text: {
      target: "Is this person 18 or over?",
      rater: "Is the person of concern 18 or over?",
    },
    construct: "scope: adults only",
    responses: yesNo,
    raterNote:
      "A person or people. If the conduct is that of an organisation (a creditor, an employer, a paper), the form does not apply.",
    couldKnow: ["target", "police"],
    basis: [cite("purcell2009", "seen_in_abstract", "motives of young people differ"), wording],
  },
  prior_relationship: {
    code: "MT01",
    section: "relationship",
    text: {
      target: "Which of these best describes how this person was linked to you when it began?",
      rater: "What was the link between the person of concern and the target when the conduct began?",
    },
    construct: "prior relationship",
    responses: relationship,
    raterNote:
      "The link as it was when the conduct began. Not stated, or author unknown: unknown_person. A date or two: brief_romantic. Some weeks as a couple, or a former partner from long ago: former_intimate.",
    couldKnow: ["target", "family_or_friend", "police"],
    basis: [cite("srp_overview", "secondary_source", "the assessment starts from relationship and motive"), wording],
  },
  mutual_bond: {
    code: "MT26",
    section: "relationship",
    text: {
      target: "Did both of you see the link between you as a relationship or close bond?",
      rater:
        "Was there a relationship or close bond that both of them acknowledged (partners, family, close friends, close colleagues)?",
    },
    construct: "bond that existed outside one mind",
    responses: yesNo,
    raterNote:
      "Acknowledged by both when the conduct began or before, in others' eyes too. One-sided friendship, politeness, a date or two: no. A short affair: yes. Client, patient or student: no, unless a long and close tie of that kind had ended and the conduct is about its ending.",
    couldKnow: ["target", "family_or_friend"],
    basis: [cite("mullen1999", "computed", "at least 8 of 52 rejected cases were not ex-partners"), wording],
  },
  began_at_ending: {
    code: "MT02",
    section: "relationship",
    text: {
      target: "Did it begin when a relationship or bond between you was ending or had ended?",
      rater: "Did the conduct begin when a relationship or bond between the two was ending or had ended?",
    },
    construct: "onset at the end of a bond",
    responses: yesNo,
    raterNote: "The ending of a bond that existed. A refusal of a first approach belongs to began_at_refusal.",
    couldKnow: ["target", "family_or_friend"],
    basis: [cite("srp_pages", "secondary_source"), wording],
  },
  began_at_refusal: {
    code: "MT31",
    section: "relationship",
    text: {
      target: "Did it begin after you turned down a date, friendship or contact?",
      rater: "Did the conduct begin after the target turned down a date, friendship or contact?",
    },
    construct: "onset at refusal of an approach",
    responses: yesNo,
    raterNote: "An advance that nobody minded is not yet the conduct; going on after the answer is.",
    couldKnow: ["target", "witness"],
    basis: [cite("kissane1999", "secondary_source"), wording],
  },
  first_aim: {
    code: "MT27",
    section: "aims",
    text: {
      target: "At the very beginning, what did they seem to want?",
      rater: "What was the apparent aim at the very beginning of the conduct?",
    },
    construct: "first (initial) motive",
    responses: aim,
    raterNote:
      "What the first acts were for, as far as acts and words show; not what it became. Watching or readying an attack for sexual ends: sexual.",
    couldKnow: ["target", "police", "clinician"],
    basis: [cite("srp_pages", "secondary_source", "types follow the initial motive"), wording],
  },
  wants_back: {
    code: "MT03",
    section: "aims",
    text: {
      target: "Have they wanted you back, or the bond restored?",
      rater: "Has the person sought to restore the relationship or bond?",
    },
    construct: "aim: reconciliation",
    responses: yesNo,
    raterNote:
      "A bond that did exist, to be restored or kept from ending: a present partner who acts to stop the other from leaving is yes. A bond that only they believe in, or a lost job: no.",
    couldKnow: ["target", "police"],
    basis: [cite("psychnews2001", "secondary_source"), wording],
  },
  punishes_ending: {
    code: "MT04",
    section: "aims",
    text: {
      target: "Have they wanted to punish you for ending or refusing the relationship?",
      rater: "Has the person sought revenge for the ending or refusal of the relationship?",
    },
    construct: "aim: revenge for the ending",
    responses: yesNo,
    raterNote:
      "Revenge only. Swinging between love and anger belongs to pleads_and_rages, the loss of a job to other_grievance.",
    couldKnow: ["target", "police"],
    basis: [cite("psychnews2001", "secondary_source"), wording],
  },
  other_grievance: {
    code: "MT06",
    section: "aims",
    text: {
      target:
        "Do they say that you, or an organisation or group you stand for, wronged or humiliated them in some other matter (not the end of a relationship)?",
      rater:
        "Does the person claim a wrong or humiliation by the target, or by a body or group the target stands for, in a matter other than the end of a relationship?",
    },
    construct: "grievance other than the ending",
    responses: yesNo,
    raterNote:
      "A wrong, real or not, named or clearly implied by words or acts, such as complaints about the target to others, that concerns money, work, treatment, court, children, neighbours and the like. A stranger picked as one of a kind of people who are blamed or envied: yes. Anger at being refused or left, at steps against the conduct, or a dispute over a separation that serves to return or to punish: no.",
    couldKnow: ["target", "police", "employer_or_school"],
    basis: [cite("recolo2019", "seen_in_source"), wording],
  },
  believes_bond: {
    code: "MT09",
    section: "aims",
    text: {
      target:
        "Do they believe that you love them, or are sure to in the end, or that a special bond joins you when it does not?",
      rater:
        "Does the person believe in a loving or special bond that does not exist, or in certain success with the target in the end?",
    },
    construct: "belief in a bond that does not exist, or in certain success",
    responses: yesNo,
    raterNote:
      "A belief, not a hope: says or acts as if loved, meant for each other, or sure to be. Asking, begging, courting or feeling entitled, with nothing that takes a bond for granted: no.",
    couldKnow: ["target", "clinician"],
    basis: [
      cite("psychnews2001", "secondary_source", "27 of 49 believed themselves loved, 15 were sure of success"),
      wording,
    ],
  },
  wants_contact: {
    code: "MT12",
    section: "aims",
    text: {
      target: "Have they mainly wanted a date, a friendship or some contact with you?",
      rater: "Has the person mainly wanted a date, friendship or contact?",
    },
    construct: "aim: date, friendship or contact",
    responses: yesNo,
    raterNote:
      "Hopes for a date, friendship or contact, without the belief in believes_bond. Where that belief is there: no, unless they asked without it at another time.",
    couldKnow: ["target", "police"],
    basis: [cite("bbc2000", "secondary_source"), wording],
  },
  sexual_drive: {
    code: "MT15",
    section: "aims",
    text: {
      target: "Is sexual interest a main drive, as far as you can tell?",
      rater: "Is sexual interest a main drive?",
    },
    construct: "sexual drive",
    responses: yesNo,
    raterNote: "Stated by the person, or shown by acts with sexual content. Do not infer it from romance.",
    couldKnow: ["target", "police", "clinician"],
    basis: [cite("srp_pages", "secondary_source"), wording],
  },
  watches_unseen: {
    code: "MT16",
    section: "signs",
    text: {
      target: "Do they watch you, follow you or gather facts about you while trying not to be noticed?",
      rater: "Does the person watch, follow or gather facts while trying not to be noticed?",
    },
    construct: "covert observation",
    responses: yesNo,
    raterNote: "Covert watching, following or gathering facts. Open following or waiting is not it.",
    couldKnow: ["target", "witness", "device_or_account_record"],
    basis: [cite("kissane1999", "secondary_source"), wording],
  },
  approaches_openly: {
    code: "MT29",
    section: "signs",
    text: {
      target: "Do they approach or contact you openly, so that you know it is them?",
      rater: "Does the person approach or contact the target openly, as themselves?",
    },
    construct: "open approach",
    responses: yesNo,
    raterNote:
      "Any contact as themselves, letters and messages signed or recognised included. Anonymous contact is no.",
    couldKnow: ["target", "police"],
    basis: [cite("kissane1999", "secondary_source"), wording],
  },
  sexual_acts: {
    code: "MT17",
    section: "signs",
    text: {
      target: "Have there been sexual messages, exposure, secret filming or similar acts?",
      rater: "Have there been sexual messages, exposure, covert filming or similar acts?",
    },
    construct: "sexual intrusion",
    responses: yesNo,
    raterNote: "Acts or messages with sexual content in this episode, towards the target or shown to the target.",
    couldKnow: ["target", "police"],
    basis: [cite("srp_pages", "secondary_source"), wording],
  },
  attack_preparation: {
    code: "MT18",
    section: "signs",
    text: {
      target: "Is there any sign that they are planning or practising a sexual attack?",
      rater: "Is there any sign of planning, rehearsal or equipment for a sexual attack?",
    },
    construct: "preparation for a sexual attack",
    responses: yesNo,
    raterNote:
      "Plan, rehearsal, equipment or statement of intent for a sexual attack. A kit without a sexual sign: not_sure.",
    critical: true,
    couldKnow: ["police", "device_or_account_record", "clinician"],
    basis: [cite("kissane1999", "secondary_source"), wording],
  },
  sexual_offence_record: {
    code: "MT19",
    section: "signs",
    text: {
      target: "Have they committed a sexual offence before? If you do not know, say that you are not sure.",
      rater: "Has the person committed a sexual offence before?",
    },
    construct: "sexual offending history",
    responses: yesNo,
    raterNote: "Known record or detailed account. Silence in a full account is no, in a sparse one not_sure.",
    couldKnow: ["target", "police"],
    basis: [cite("whyte2008", "secondary_source"), wording],
  },
  controls_choices: {
    code: "MT05",
    section: "signs",
    text: {
      target: "Do they act as if they have a right to say whom you see or where you go?",
      rater: "Does the person claim a right to control whom the target sees or where the target goes?",
    },
    construct: "possessiveness and control",
    responses: yesNo,
    raterNote: "Said, or shown by checking on, forbidding or punishing what the target does with others.",
    couldKnow: ["target", "police"],
    basis: [cite("psychnews2001", "secondary_source", "entitlement"), wording],
  },
  pleads_and_rages: {
    code: "MT25",
    section: "signs",
    text: {
      target: "Do they swing between pleading and anger?",
      rater: "Does contact swing between pleading and anger?",
    },
    construct: "ambivalence",
    responses: yesNo,
    raterNote: "Both, towards the target: asking, presents or love, and insults, threats or attacks.",
    couldKnow: ["target", "police"],
    basis: [cite("psychnews2001", "secondary_source"), wording],
  },
  stands_for_body: {
    code: "MT20",
    section: "signs",
    text: {
      target: "Were you picked because of a job, office or group that you stand for?",
      rater: "Was the target picked as standing for a job, office or group?",
    },
    construct: "target as symbol",
    responses: yesNo,
    raterNote: "Another of the same job, office or group might have been picked as well.",
    couldKnow: ["target", "police"],
    basis: [cite("kissane1999", "secondary_source"), wording],
  },
  campaigns: {
    code: "MT21",
    section: "signs",
    text: {
      target: "Do they use complaints, petitions, posts or lawsuits as a campaign?",
      rater: "Does the person use complaints, petitions, posts or lawsuits as a campaign?",
    },
    construct: "campaigning",
    responses: yesNo,
    raterNote: "More than one complaint, petition, public post or suit with the target as its object.",
    couldKnow: ["target", "police"],
    basis: [wording],
  },
  refusal_as_love: {
    code: "MT10",
    section: "signs",
    text: {
      target: "Do they take refusal, silence or ordinary politeness as a sign of love?",
      rater: "Does the person read refusal, silence or ordinary politeness as a sign of love?",
    },
    construct: "refusal read as love",
    responses: yesNo,
    raterNote:
      "Said, or shown by answers that take a no for a yes. Only going on: no. Where love is not the matter: no.",
    couldKnow: ["target", "police"],
    basis: [cite("danish_centre", "secondary_source"), wording],
  },
  out_of_touch: {
    code: "MT11",
    section: "signs",
    text: {
      target: "Do they seem out of touch with reality on this matter?",
      rater: "Does the person seem out of touch with reality on this matter (an observation, not a diagnosis)?",
    },
    construct: "possible delusional content",
    responses: yesNo,
    raterNote: "Beliefs on this matter that others can see are untrue. An observation, not a diagnosis.",
    couldKnow: ["target", "police"],
    basis: [cite("bbc2000", "secondary_source"), wording],
  },
  knows_unreturned: {
    code: "MT28",
    section: "signs",
    text: {
      target: "Do they know that you do not feel the same way about them?",
      rater: "Does the person know that the target does not feel the same way?",
    },
    construct: "knows the interest is not returned",
    responses: yesNo,
    raterNote:
      "Yes only if their own words or acts show it: being told no is not enough. Certain of being loved in the end, or where love is not the matter: no.",
    couldKnow: ["target", "police"],
    basis: [cite("kissane1999", "secondary_source"), wording],
  },
  lonely: {
    code: "MT22",
    section: "signs",
    text: {
      target: "Do they lead a lonely life without close ties, as far as you can tell?",
      rater: "Does the person lead a lonely life without close ties?",
    },
    construct: "lack of close ties",
    responses: yesNo,
    raterNote: "Said or shown to lack close ties; living alone is not enough.",
    couldKnow: ["family_or_friend", "clinician", "court_or_probation"],
    basis: [cite("recolo2019", "seen_in_source"), wording],
  },
  clumsy_with_others: {
    code: "MT13",
    section: "signs",
    text: {
      target: "Have they behaved in the same way with other people they wanted to meet?",
      rater: "Has the person made similar approaches to other people?",
    },
    construct: "repeated unskilled approaches",
    responses: yesNo,
    raterNote: "In the same hope of contact, before or since. Harassment for another end: no.",
    couldKnow: ["police", "employer_or_school", "witness"],
    basis: [cite("italian_pages", "secondary_source"), wording],
  },
  stopped_at_limit: {
    code: "MT14",
    section: "signs",
    text: {
      target: "Did it stop, or turn to someone else, soon after anybody set a limit?",
      rater: "Did it stop, or turn to someone else, soon after anybody set a limit?",
    },
    construct: "short course after limits",
    responses: yesNo,
    raterNote: "Within weeks, and not taken up again. No limit set so far: not_sure.",
    couldKnow: ["target", "police", "court_or_probation"],
    basis: [cite("recolo2019", "seen_in_source", "often brief"), wording],
  },
  enjoys_fear: {
    code: "MT08",
    section: "signs",
    text: {
      target: "Do they seem to enjoy your fear, or the power they have over you?",
      rater: "Does the person seem to enjoy the target's fear or the power over the target?",
    },
    construct: "satisfaction from fear or power",
    responses: yesNo,
    raterNote: "Said, or shown by laughing, boasting or staying to watch. To cause fear is not enough.",
    couldKnow: ["target", "police"],
    basis: [cite("kissane1999", "secondary_source"), wording],
  },
  first_tone: {
    code: "MT23",
    section: "signs",
    text: {
      target: "What was the tone of the first contacts?",
      rater: "What was the tone of the first contacts?",
    },
    construct: "first tone",
    responses: tone,
    raterNote: "If no contact was made by the person, none.",
    couldKnow: ["target", "police"],
    basis: [cite("psychnews2001", "secondary_source"), wording],
  },
});
const { is } = rulesOver(items);

/**
 * The relationship and motive form (`ssb-type`): who the person is to the target, what they seemed to want at first and
 * want now, and the signs that others can see. It feeds the five-type classification.
 */
export const relationshipAndMotive = declareInstrument({
  id: "ssb-type",
  version: "0.5.0",
  title: "Relationship and motive form",
  purpose: "To collect the relationship, the first motive and observable signs for a classification into five types.",
  mayUse: ["a trained rater who codes a case from an account or a file", "the person it was done to, with a worker"],
  respondents: ["target", "rater"],
  notFor: ["deciding whether an offence took place, whether anyone is believed, or what is to be done"],
  notAbout: ["anyone under 18", "the conduct of an organisation, such as a creditor, an employer or a newspaper"],
  current: "the present picture: the last 30 days known, or the last known events if there are none (design choice)",
  limits: [
    "It was not tested in any group.",
    "A type is a description for planning. It is no level of danger.",
    "Aims are read from acts and words; they may change, and may have been misread.",
  ],
  referencePeriod: "the whole episode; first_aim and first_tone are about its beginning",
  validation: "none: nothing here has been tested for reliability or validity",
  estimatedMinutes: 8,
  sections: {
    scope: { title: "Who this is about", topic: "scope" },
    relationship: { title: "How it began", topic: "relationship" },
    aims: { title: "What the person seems to want", topic: "aims" },
    signs: { title: "What has been seen", topic: "conduct" },
  },
  items,
  askIf: {
    mutual_bond: not(is("prior_relationship", "former_intimate", "current_intimate", "public_role", "stranger")),
  },
  indicators: {
    bond: {
      means: "a bond that both sides acknowledged; strangers and followers of a public person cannot have one",
      rule: any(
        is("prior_relationship", "former_intimate", "current_intimate"),
        all(not(is("prior_relationship", "public_role", "stranger")), is("mutual_bond", "yes")),
      ),
      basis: [
        cite(
          "mullen1999",
          "computed",
          "at least 15% of the rejected cases were not ex-partners, so a bond need not be intimate",
        ),
        designChoice("family, friends, colleagues and professionals need mutual_bond to be yes"),
      ],
    },
  },
  guidance: [
    {
      codes: ["GC-SAFETY-PLAN", "GC-SPECIALIST-RISK-ASSESSMENT", "GC-POLICE-REPORT"],
      when: is("attack_preparation", "yes"),
      next: ["ssb-imminent"],
    },
    { codes: ["GC-YOUTH"], when: is("adult", "no"), next: ["ssb-youth"] },
  ],
});
