import { designChoice } from "../../evidence/index.ts";
import { choice, declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, ref } from "../../rules/index.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");
const consensus = designChoice("consensus, precautionary; no source read for this item alone");

/** Fields that every sign on this form shares. */
const sign = {
  section: "signs",
  responses: yesNo,
  concern: ["no", "yes"],
  couldKnow: ["device_or_account_record", "police"],
} as const;

const goesOn = choice({
  nothing_of_the_kind: { label: "Nothing of the kind is known" },
  moment: { label: "It was for a moment" },
  for_a_time: { label: "It went on for a time and has ended" },
  still_on: { label: "It is still on, or may be" },
});
const agreement = choice({
  agreed_now: { label: "Yes, freely, and it still stands" },
  agreed_ended: { label: "Yes, but it has been taken back" },
  under_pressure: { label: "Under pressure, or with no way to say no" },
  never_agreed: { label: "No" },
});

const items = defineItems({
  knows_whereabouts: {
    ...sign,
    code: "T01",
    text: {
      target: "As far as you can tell, do they know where you are without being told?",
      rater: "Does the person seem to know where the target is without being told?",
    },
    construct: "unexplained knowledge of place",
    raterNote: "A sign, no proof of a device: a shared calendar, a friend or a routine can explain it.",
    couldKnow: ["family_or_friend", "device_or_account_record", "police"],
    basis: [designChoice("'as far as you can tell': nobody can know what another knows (I2)"), consensus, wording],
  },
  knows_private_content: {
    ...sign,
    code: "T02",
    text: {
      target: "As far as you can tell, do they know what is in your private messages or searches?",
      rater: "Does the person seem to know the content of the target's private messages or searches?",
    },
    construct: "unexplained knowledge of content",
    raterNote: "A sign, no proof of access: someone may have told them.",
    basis: [designChoice("'as far as you can tell': nobody can know what another knows (I2)"), consensus, wording],
  },
  hidden_device_found: {
    ...sign,
    code: "T03",
    critical: true,
    text: {
      target: "Has a tag, a tracker, a hidden camera or an app that you did not put there been found?",
      rater: "Has a tag, a tracker, a hidden camera or an app that the target did not put there been found?",
    },
    construct: "found surveillance device",
    raterNote: "Found by anyone. Do not ask for a search, and do not have it removed before advice.",
    couldKnow: ["police", "witness", "device_or_account_record"],
    support: ["GC-TECH-SAFETY"],
    basis: [consensus, wording],
  },
  tracking_continues: {
    code: "T11",
    section: "signs",
    text: {
      target: "If you were watched or located by a device, an app or an account: did that go on?",
      rater: "If the target was watched or located by a device, an app or an account: did that go on?",
    },
    construct: "continuous surveillance",
    responses: goesOn,
    concern: ["nothing_of_the_kind", "moment", "for_a_time", "still_on"],
    raterNote:
      "One device that reports for months is one act that goes on. If it cannot be told whether it is still on: still_on.",
    couldKnow: ["police", "device_or_account_record"],
    support: ["GC-TECH-SAFETY"],
    basis: [
      designChoice("added: one tracker that is on for months is continuous and was counted as once (R11)"),
      wording,
    ],
  },
  runs_shared_accounts: {
    ...sign,
    code: "T04",
    text: {
      target: "Do they share, pay for or run an account, phone plan, car or home system that you use?",
      rater: "Does the person share, pay for or run an account, phone plan, car or home system that the target uses?",
    },
    construct: "shared control of technology",
    raterNote: "Any of these is a way in; it says nothing of use.",
    basis: [consensus, wording],
  },
  victim_agreed_access: {
    code: "T12",
    section: "signs",
    text: {
      target: "Have you agreed that this person may see where you are, or use your accounts or devices?",
      rater: "Has the target agreed that the person may see their location, or use their accounts or devices?",
    },
    construct: "consent to access",
    responses: agreement,
    raterNote: "An agreement once given is no agreement for ever. Shared control is no agreement.",
    basis: [designChoice("added: consent is part of the directive's test and no item asked for it (R11)"), wording],
  },
  takes_over_accounts: {
    ...sign,
    code: "T05",
    text: {
      target: "Have your passwords or recovery details been changed without your agreement?",
      rater: "Have the target's passwords or recovery details been changed without their agreement?",
    },
    construct: "account takeover",
    basis: [consensus, wording],
  },
  evades_blocks: {
    ...sign,
    code: "T06",
    text: {
      target: "Have they reached you from new accounts or hidden numbers after being blocked or not answered?",
      rater: "Has the person used new accounts or hidden numbers after being blocked or not answered?",
    },
    construct: "evasion of blocks",
    basis: [consensus, wording],
  },
  tampers_smart_home: {
    ...sign,
    code: "T07",
    text: {
      target: "Have devices at home, such as locks, lights or heating, acted in ways you did not choose?",
      rater: "Have devices at the target's home acted in ways that the target did not choose?",
    },
    construct: "interference with the home",
    raterNote: "Faults happen. Who caused it is not asked here.",
    basis: [consensus, wording],
  },
  publishes_private_facts: {
    ...sign,
    code: "T08",
    text: {
      target: "Have your address, private facts or pictures been put online without your agreement?",
      rater: "Have the target's address, private facts or pictures been put online without their agreement?",
    },
    construct: "exposure online",
    raterNote: "Intimate images: count them on the conduct form as well.",
    support: ["GC-IMAGES"],
    basis: [consensus, wording],
  },
  fakes_images: {
    ...sign,
    code: "T09",
    text: {
      target: "Have images or recordings been made or changed so that they seem to show you?",
      rater: "Have images or recordings been made or changed so that they seem to show the target?",
    },
    construct: "synthetic media",
    support: ["GC-IMAGES"],
    basis: [consensus, wording],
  },
  uses_child_devices: {
    ...sign,
    code: "T10",
    critical: true,
    text: {
      target: "Have a child's devices or accounts been used to reach or watch you?",
      rater: "Have a child's devices or accounts been used to reach or watch the target?",
    },
    construct: "access through a child",
    raterNote: "If there is no child: no.",
    couldKnow: ["family_or_friend", "employer_or_school", "device_or_account_record"],
    basis: [consensus, wording],
  },
});
const { is } = rulesOver(items);

const ours = { grade: "design_choice", directness: "unknown", role: "description" } as const;

/**
 * The technology form (`ssb-tech`): signs that technology is used to watch, reach or expose. It is open to everyone: what
 * it is there to find need not be known before.
 */
export const technologyAbuse = declareInstrument({
  id: "ssb-tech",
  version: "0.2.3",
  title: "Technology form",
  purpose: "To collect signs that technology is used to watch, reach or expose, and to bring digital safety advice.",
  respondents: ["target", "rater"],
  mayUse: [
    "the person it was done to, with support close by",
    "people trained in victim support, policing or digital safety",
  ],
  notFor: [
    "proving that a device or an account was entered: that takes an examination",
    "deciding whether an offence took place, whether anyone is believed, or what is to be done",
  ],
  notAbout: [
    "anyone under 18, on either side: use the youth form and child safeguarding",
    "the conduct of an organisation, such as an employer or an advertiser",
  ],
  referencePeriod:
    "the whole course of conduct; runs_shared_accounts and tracking_continues are about the present, too",
  current: "still_on: on, or not known to be off, on the day the answers are about (design choice).",
  before: [
    "Ask which device is in use, and offer another: one that the person has never held and whose accounts they do not run.",
    "Say that a tracker or an app should not be removed before advice: removal can alert the person.",
    "Show crisis contacts before the questions and at every way out.",
  ],
  validation: "none: nothing here has been tested for reliability or validity",
  limits: [
    "It was not tested in any group.",
    "Signs are no proof that a device or an account was used, nor by whom.",
    "What is not known is not absent, and no answer sets a level of danger.",
  ],
  estimatedMinutes: 5,
  sections: {
    signs: {
      title: "Devices, accounts and the home",
      topic: "conduct",
      introduction: "Answer only what you know or have noticed. There is no need to search.",
    },
  },
  items,
  indicators: {
    surveillance_possible: {
      means: "there are signs of being watched or located by technology",
      rule: any(
        is("knows_whereabouts", "yes"),
        is("knows_private_content", "yes"),
        is("hidden_device_found", "yes"),
        is("tracking_continues", "moment", "for_a_time", "still_on"),
      ),
      basis: [consensus],
      evidence: ours,
    },
    control_over_technology: {
      means: "the person runs, or has taken over, technology that the target uses",
      rule: any(is("runs_shared_accounts", "yes"), is("takes_over_accounts", "yes"), is("tampers_smart_home", "yes")),
      basis: [consensus],
      evidence: ours,
    },
    exposed_online: {
      means: "private facts, or images real or made, have been put about",
      rule: any(is("publishes_private_facts", "yes"), is("fakes_images", "yes")),
      basis: [consensus],
      evidence: ours,
    },
    start_imminent_after_tech: {
      means: "the current signs form comes next: a device was found, tracking may be on, or a child is reached",
      rule: any(
        is("hidden_device_found", "yes"),
        is("tracking_continues", "still_on"),
        is("uses_child_devices", "yes"),
      ),
      basis: [designChoice("consensus, precautionary: someone who can locate the target can come")],
      evidence: ours,
    },
  },
  levels: {
    technology: {
      asks: "What signs are reported?",
      ordered: true,
      cases: [
        { when: ref("surveillance_possible"), outcome: "surveillance_possible" },
        {
          when: any(
            ref("control_over_technology"),
            ref("exposed_online"),
            is("evades_blocks", "yes"),
            is("uses_child_devices", "yes"),
          ),
          outcome: "other_signs",
        },
      ],
      otherwise: "none_in_answers",
      outcomes: {
        surveillance_possible: {
          label: "Signs of being watched or located",
          says: "There are signs of being watched or located by technology. Take digital safety advice before changing anything.",
          guidance: ["GC-PRESERVE-DEVICES", "GC-POLICE-REPORT", "GC-SAFETY-PLAN"],
        },
        other_signs: {
          label: "Other signs of misuse of technology",
          says: "Signs of other misuse of technology are reported.",
          guidance: ["GC-TECH-SAFETY", "GC-EVIDENCE-LOG"],
        },
        none_in_answers: {
          label: "No sign in the answers given",
          says: "The answers given report no sign. A hidden device or access can go unnoticed.",
          guidance: ["GC-SPECIALIST-ADVOCATE"],
        },
      },
      unsettled: ["GC-SPECIALIST-ADVOCATE", "GC-GATHER-INFO"],
      basis: [
        designChoice("an order of signs, not of danger; while an open item could raise it, both ends are shown (R18)"),
      ],
    },
  },
  guidance: [
    { codes: ["GC-TECH-SAFETY", "GC-SPECIALIST-ADVOCATE"], when: ref("surveillance_possible") },
    {
      codes: ["GC-EMERGENCY", "GC-SAFETY-PLAN", "GC-POLICE-REPORT"],
      when: ref("start_imminent_after_tech"),
      interrupts:
        "Some answers call for a short form about present danger. You can go to it now, or go on here; both are fine.",
    },
    { codes: ["GC-TECH-SAFETY"], when: ref("control_over_technology") },
    { codes: ["GC-IMAGES"], when: ref("exposed_online") },
    { codes: ["GC-EVIDENCE-LOG"], when: is("evades_blocks", "yes") },
    { codes: ["GC-CHILD-SAFEGUARD"], when: is("uses_child_devices", "yes") },
  ],
  contradictions: {
    device_found_yet_nothing: {
      when: all(is("hidden_device_found", "yes"), is("tracking_continues", "nothing_of_the_kind")),
      says: "A device or an app was found, yet nothing of the kind is recorded as going on.",
    },
    agreed_yet_taken_over: {
      when: all(is("victim_agreed_access", "agreed_now"), is("takes_over_accounts", "yes")),
      says: "Access is agreed to, yet passwords were changed without the target.",
    },
  },
});
