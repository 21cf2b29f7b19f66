import type { GuidanceCode } from "../../evidence/index.ts";
import { designChoice } from "../../evidence/index.ts";
import type { SourceId } from "../bibliography.ts";
import { cite } from "../cite.ts";

/**
 * Prompts for people, by code. They suggest what to consider; none of them decides, and none replaces local procedure.
 * Most rest on professional opinion, and treatment evidence is mixed.
 */
export const guidanceCodes = {
  "GC-EMERGENCY": {
    audience: ["victim", "responder"],
    when: "Danger now",
    text: "If anyone is in danger now, call the emergency number. If it is risky to speak, use the silent or text option that the local service offers.",
    forTarget:
      "If you or anyone else is in danger now, call the emergency number. If it is risky to speak, use the silent or text option where there is one.",
    basis: [
      designChoice("general safeguarding practice; no source read. The number has to come from the place of use"),
    ],
  },
  "GC-SPECIALIST-ADVOCATE": {
    audience: ["victim"],
    when: "Any level",
    text: "Offer contact with a specialist stalking advocate or helpline. Let the person choose when and how contact is made.",
    forTarget:
      "A specialist stalking service can talk it through with you and help you plan. You choose when and how you are in touch.",
    basis: [cite("spo_guidance", "seen_in_source", "lists stalking support services")],
  },
  "GC-SAFETY-PLAN": {
    audience: ["victim", "advocate"],
    when: "Any level",
    text: "Make or renew a personal safety plan: home, travel, work, online, dependants, and what to do if things get worse.",
    forTarget:
      "You can make a personal safety plan, best with an advocate from a specialist service: home, travel, work, online, those who depend on you, and what to do if things get worse.",
    basis: [cite("sparc_pages", "seen_in_source"), cite("mullen2006", "seen_in_source")],
  },
  "GC-EVIDENCE-LOG": {
    audience: ["victim"],
    when: "Any level, where it adds no danger",
    text: "Keep a dated log, and the originals of messages and items, in a place the other person cannot reach. Do not make contact in order to get evidence.",
    forTarget:
      "If it adds no danger, you can keep a dated log, and the originals of messages and items, in a place the other person cannot reach. There is no need to make contact to get evidence.",
    basis: [cite("sparc_pages", "seen_in_source", "incident log page")],
  },
  "GC-NO-ENGAGEMENT": {
    audience: ["victim"],
    when: "Any level, where it adds no danger",
    text: "Where it adds no danger: one clear refusal, then no replies and no negotiated meetings. A reply made under pressure is not consent, and is never the victim's fault.",
    forTarget:
      "Where it adds no danger, one clear no and then no replies can help. If you answer under pressure, that is not consent and it is not your fault.",
    basis: [cite("mullen2006", "seen_in_source", "Table 2: firm no-contact advice, with support")],
  },
  "GC-NO-MEDIATION": {
    audience: ["responder"],
    when: "Any level",
    text: "Do not arrange mediation, couple counselling or a face-to-face confrontation between the two.",
    basis: [designChoice("professional consensus; no source read")],
  },
  "GC-TECH-SAFETY": {
    audience: ["victim", "advocate"],
    when: "Signs of misuse of technology",
    text: "Before trackers are removed or accounts are locked, take digital safety advice from a device that the other person cannot see. Sudden removal may alert them.",
    forTarget:
      "Before you remove a tracker or lock an account, take digital safety advice from a device that the other person cannot see. A sudden change may alert them.",
    basis: [designChoice("professional consensus; no source read")],
  },
  "GC-PRESERVE-DEVICES": {
    audience: ["responder"],
    when: "Signs of misuse of technology",
    text: "Preserve devices and account records for forensic examination.",
    basis: [designChoice("professional consensus; no source read")],
  },
  "GC-POLICE-REPORT": {
    audience: ["victim", "responder"],
    when: "A pattern is indicated",
    text: "After a safety plan and with an advocate where there is one, offer help to report the whole pattern rather than single events. Where waiting adds danger, do not wait.",
    forTarget:
      "If you wish, you can report the whole pattern to the police, and not only single events. An advocate can help you to plan it first. Where waiting adds danger, there is no need to wait.",
    basis: [cite("cps_guidance", "seen_in_source", "looks at the conduct in its entirety")],
  },
  "GC-ORDER-REVIEW": {
    audience: ["responder"],
    when: "A pattern is indicated",
    text: "With an advocate and after a safety plan, consider a protective order. Assess beforehand how this person may react to it, and plan enforcement before the papers are served.",
    basis: [
      cite("benitez2010", "seen_in_abstract", "orders can help and are no cure-all"),
      cite("spo_guidance", "seen_in_source"),
    ],
  },
  "GC-BREACH-ACTION": {
    audience: ["responder"],
    when: "A breach is reported",
    text: "Treat each breach as new information on risk, and respond promptly.",
    basis: [designChoice("professional consensus"), cite("mullen2006", "seen_in_source")],
  },
  "GC-FIREARMS": {
    audience: ["responder"],
    when: "Signs that concern weapons",
    text: "Ask the police or the licensing body to check lawful access to firearms and other weapons. Nobody else should ask or confront the person about them.",
    basis: [cite("campbell2003", "seen_in_abstract", "access to a gun; homicide of women by partners")],
  },
  "GC-STRANGULATION-MEDICAL": {
    audience: ["victim", "responder"],
    when: "Strangulation is reported",
    text: "Offer urgent medical assessment, even where there are no visible marks, and record the event as a grave marker.",
    forTarget:
      "After pressure on the neck or blocked breathing, please see a doctor as soon as you can, even if you feel well and nothing can be seen.",
    basis: [
      cite("glass2008", "seen_in_abstract", "the marker; violence between partners"),
      designChoice("the medical part is professional consensus; no source read"),
    ],
  },
  "GC-CHILD-SAFEGUARD": {
    audience: ["responder"],
    when: "Children or dependants are named",
    text: "Follow the procedures for safeguarding children or adults. Assess threats towards children on their own account.",
    basis: [cite("mcfarlane2002", "seen_in_abstract")],
  },
  "GC-CONTACT-ARRANGEMENTS": {
    audience: ["responder"],
    when: "Some contact cannot be avoided",
    text: "Replace direct contact with a managed channel for children, work or court matters.",
    basis: [cite("mullen2006", "seen_in_source", "Table 2")],
  },
  "GC-MULTI-AGENCY": {
    audience: ["responder"],
    when: "Urgent or high concern",
    text: "Convene the local multi-agency process for cases of high concern, or refer to it. Agree who leads.",
    basis: [designChoice("professional consensus; practice pages were seen, none is quoted")],
  },
  "GC-SPECIALIST-RISK-ASSESSMENT": {
    audience: ["responder"],
    when: "Moderate or high concern",
    text: "Seek a full assessment by a trained assessor with a licensed stalking instrument.",
    basis: [cite("sash_page", "seen_in_source", "advises it for moderate or high concern")],
  },
  "GC-VICTIM-CLINICAL": {
    audience: ["victim"],
    when: "An effect on health is raised",
    text: "Offer trauma-informed clinical assessment and support.",
    forTarget: "A doctor or a therapist who knows about trauma can help with how you sleep and feel.",
    basis: [cite("purcell2005", "seen_in_abstract"), cite("dressing2005", "seen_in_abstract")],
  },
  "GC-VICTIM-SUICIDE": {
    audience: ["victim"],
    when: "A sign of self-harm in the victim",
    text: "Show crisis contacts at once, and offer to pause, to go on or to talk to somebody. Arrange a human response on the same day where the setting allows.",
    forTarget:
      "If you think of hurting yourself or of ending your life, help is there today: a crisis line, a doctor, or somebody you trust. You can pause here or go on.",
    basis: [designChoice("general clinical practice; no source read")],
  },
  "GC-PERP-SUICIDE-RISK": {
    audience: ["responder"],
    when: "Last-resort or suicidal signs in the person of concern",
    text: "Treat as raised risk to self and to others. Arrange urgent contact with mental health services and police.",
    basis: [
      cite("meloy2012", "seen_in_abstract", "last resort as a warning behaviour"),
      cite("monckton2017", "seen_in_source"),
    ],
  },
  "GC-PERP-MENTAL-HEALTH": {
    audience: ["responder"],
    when: "Signs of psychosis or delusional belief",
    text: "Seek psychiatric assessment. Where there is an illness, treatment of it is part of the plan; the evidence comes mostly from cases of public figures.",
    basis: [cite("mullen2006", "seen_in_source")],
  },
  "GC-PERP-SUBSTANCE": {
    audience: ["responder"],
    when: "Substance use around the episodes",
    text: "Link to substance treatment, and add it to supervision.",
    basis: [
      cite("mcewan2009", "seen_in_abstract", "substance use at the time, in cases other than rejected ex-intimates"),
      cite("wa2024", "seen_in_abstract", "moderate violence only"),
    ],
  },
  "GC-PERP-STRUCTURED-THERAPY": {
    audience: ["responder"],
    when: "The person of concern is engaged",
    text: "Offer an intensive, structured, offence-focused therapy. Rigour matters more than the model, and effects are uncertain.",
    basis: [
      cite("rosenfeld2019", "seen_in_abstract", "dialectical behaviour therapy did no better than anger management"),
      cite("treatment_review", "seen_in_abstract", "10 studies; helps whatever the model"),
      cite("mcewan2020", "seen_in_abstract", "no effect of treatment found"),
    ],
  },
  "GC-T-REJECTED": {
    audience: ["responder"],
    when: "Answers consistent with: rejected",
    text: "Plan round the separation: work on loss, anger and jealousy; limits that are enforced; contact and child arrangements; closer watch at court and separation dates.",
    basis: [cite("mullen2006", "seen_in_source", "Table 1"), cite("mcewan2009", "seen_in_abstract")],
  },
  "GC-T-RESENTFUL": {
    audience: ["responder"],
    when: "Answers consistent with: resentful",
    text: "Do not argue the grievance. Acknowledge the feeling, route complaints to one channel, watch for escalation that justifies itself, and treat mental illness where there is one.",
    basis: [
      cite("mullen2006", "seen_in_source", "Table 1"),
      designChoice("in part professional consensus; no source read"),
    ],
  },
  "GC-T-INTIMACY": {
    audience: ["responder"],
    when: "Answers consistent with: intimacy seeking",
    text: "Plan for contact that goes on after refusals and sanctions; the evidence on what works is mixed. Seek psychiatric assessment, and help to build other social ties.",
    basis: [cite("mullen2006", "seen_in_source", "Table 1"), cite("mullen1999", "seen_in_abstract")],
  },
  "GC-T-INCOMPETENT": {
    audience: ["responder"],
    when: "Answers consistent with: incompetent suitor",
    text: "Give a clear limit early, offer social skills work, and watch for new targets.",
    basis: [cite("mullen2006", "seen_in_source", "Table 1")],
  },
  "GC-T-PREDATORY": {
    audience: ["responder"],
    when: "Answers consistent with: predatory",
    text: "Handle as potential sexual violence: restrict access, let the police lead, and seek treatment specific to sexual offending.",
    basis: [cite("mullen2006", "seen_in_source", "Table 1"), cite("mullen1999", "seen_in_abstract")],
  },
  "GC-T-UNDETERMINED": {
    audience: ["responder"],
    when: "Type not determined",
    text: "Do not wait for a type before acting. Manage to the conduct that was observed, and gather the missing facts.",
    basis: [designChoice("professional consensus; no source read")],
  },
  "GC-SOCIAL-STABILITY": {
    audience: ["responder"],
    when: "The person of concern is isolated or unsettled",
    text: "Help with housing, work and lawful social contact as part of the plan.",
    basis: [cite("mullen2006", "seen_in_source", "Table 1")],
  },
  "GC-WORKPLACE": {
    audience: ["employer"],
    when: "Contact at work",
    text: "With the victim's agreement, brief reception and security and change predictable routines. Never discipline the victim for somebody else's conduct.",
    basis: [designChoice("professional consensus; no source read")],
  },
  "GC-PUBLIC-FIGURE": {
    audience: ["security_team"],
    when: "The target has a public role",
    text: "Log all contacts in one place, assess for signs of mental illness and of approach, and link with a fixated-threat service where there is one.",
    basis: [
      cite("meloy2010", "seen_in_abstract"),
      designChoice("the link with a service is professional consensus; no source read"),
    ],
  },
  "GC-YOUTH": {
    audience: ["school", "responder"],
    when: "A person under 18 is involved",
    text: "Use child safeguarding, treat juvenile stalking as seriously as adult conduct, and include the school.",
    basis: [cite("purcell2009", "seen_in_abstract")],
  },
  "GC-REASSESS": {
    audience: ["victim", "advocate", "responder", "employer", "school", "security_team"],
    when: "After any trigger",
    text: "Repeat the assessment after any trigger event, new contact after a gap, breach, release, court date or move.",
    forTarget:
      "If something changes, such as new contact after a quiet time, a court date or a move, it can be looked at again.",
    basis: [cite("penney2023", "seen_in_abstract", "change in risk factors over time")],
  },
  "GC-GATHER-INFO": {
    audience: ["responder"],
    when: "Many answers are not known",
    text: "List the key questions that are unanswered, and who could answer them. Do not read missing as absent.",
    basis: [designChoice("practice of structured professional judgement; no source read for the wording")],
  },
  "GC-SEXUAL-ASSAULT": {
    audience: ["victim", "advocate", "responder"],
    when: "Sexual contact without agreement is reported",
    text: "Offer a service for people who have been sexually assaulted: medical care, support and, if the person wishes, evidence that is time-limited. Help does not depend on a report to the police.",
    forTarget:
      "There are services for people who have been sexually assaulted: medical care, support and, if you wish, help to keep evidence. Help does not depend on a report to the police.",
    basis: [designChoice("consensus, precautionary: general practice of sexual assault services; no source read")],
  },
  "GC-INJURY": {
    audience: ["victim", "responder"],
    when: "Physical force is reported",
    text: "Suggest medical care, soon for the head, the neck or the belly and in pregnancy, and a record of any injury if the person wishes one. Ask about pressure on the neck separately.",
    forTarget:
      "If you were hurt, medical care can help. See a doctor soon if it was your head, neck or belly, or if you are pregnant. You may ask for a record of it.",
    basis: [designChoice("consensus, precautionary: general clinical practice; no source read")],
  },
  "GC-IMAGES": {
    audience: ["victim", "advocate"],
    when: "Intimate or fabricated images are shared, or sharing is threatened",
    text: "Suggest help to have images taken down and, if it adds no danger, to keep proof first, with an advocate. The person shown has done nothing wrong. If anyone shown is under 18, use child safeguarding.",
    forTarget:
      "There is help to have images taken down. If it adds no danger, keep proof first, with an advocate. You have done nothing wrong.",
    basis: [designChoice("consensus, precautionary: practice of image removal services; no source read")],
  },
  "GC-ABDUCTION": {
    audience: ["victim", "advocate", "responder"],
    when: "Being held, or taken somewhere, is reported",
    text: "Treat it as a grave event. Consider with an advocate, if it adds no danger, who should know of routes and times, a check-in with someone trusted, and a report to the police.",
    forTarget:
      "With an advocate, and if it adds no danger, you can plan who knows your routes and times, and whom you check in with.",
    basis: [designChoice("consensus, precautionary: general safeguarding practice; no source read")],
  },
} as const satisfies Readonly<Record<`GC-${string}`, GuidanceCode<SourceId>>>;

/** A key of the guidance codes. */
export type GuidanceCodeId = keyof typeof guidanceCodes;
