import type { Statement } from "../../evidence/index.ts";
import { designChoice } from "../../evidence/index.ts";
import type { Separation, TypeProfile } from "../../typology/index.ts";
import type { SourceId } from "../bibliography.ts";
import { cite } from "../cite.ts";
import type { GuidanceCodeId } from "../guidance/guidance-codes.ts";
import type { relationshipAndMotive } from "../instruments/relationship-and-motive.ts";
import type { FiveTypeId } from "./five-types.ts";

type TypeFormItemId = keyof typeof relationshipAndMotive.items;

/**
 * What was read of each of the five types. Most of it comes from abstracts, press reports and teaching pages on clinic
 * caseloads. A profile describes the cases that were studied, never the person in front of the reader.
 */
export const fiveTypeProfiles = {
  rejected: {
    type: "rejected",
    label: "Rejected",
    definition: [
      {
        text: "A bond that both people acknowledged has ended or is ending, and the first aim is to get it back or to take revenge for its ending.",
        basis: [
          cite("srp_pages", "secondary_source"),
          cite("texas_pages", "secondary_source"),
          designChoice("that the bond has to be one that both acknowledged"),
        ],
      },
    ],
    context: [
      {
        text: "It starts when a close relationship breaks down or is about to.",
        basis: [cite("srp_pages", "secondary_source"), cite("texas_pages", "secondary_source")],
      },
      {
        text: "About 60% of people who stalk do so after a relationship has broken up, by the account of one psychiatrist, H. Dressing, in a press interview; no sample was named.",
        basis: [cite("dressing2020", "secondary_source")],
      },
    ],
    firstMotive: [
      { text: "To mend the relationship, or to avenge the rejection.", basis: [cite("srp_pages", "secondary_source")] },
      {
        text: "The aim may swing between the two. Revenge for the ending is still part of this type.",
        basis: [
          cite("psychnews2001", "secondary_source"),
          designChoice("a swing to revenge for the ending is not read as a change of type"),
        ],
      },
    ],
    sustains: [
      {
        text: "A sense of entitlement, and a belief that there can be no other relationship.",
        basis: [cite("psychnews2001", "secondary_source")],
      },
    ],
    priorRelationship: [
      {
        text: "Mostly a partner. Also a parent or other relative, a friend or a colleague.",
        basis: [cite("kissane1999", "secondary_source"), cite("srp_pages", "secondary_source")],
      },
      {
        text: "One source adds a date, a neighbour or an acquaintance.",
        basis: [cite("danish_centre", "secondary_source")],
      },
      {
        text: "At least 8 of the 52 rejected cases in the 1999 clinic sample did not concern an ex-partner, if each case was coded to one victim.",
        basis: [
          cite("mullen1999", "computed", "44 ex-partner victims"),
          cite("psychnews2001", "computed", "52 rejected cases"),
        ],
      },
    ],
    conduct: [
      {
        text: "The widest range of acts of the five types; intrusive and persistent.",
        basis: [cite("danish_centre", "secondary_source"), cite("texas_pages", "secondary_source")],
      },
      {
        text: "There was often violence in the relationship before it ended.",
        basis: [cite("texas_pages", "secondary_source")],
      },
      {
        text: "In a survey of 95 victims, ex-partners were the most intrusive group. Their threats and assaults fell on third parties too.",
        basis: [cite("sheridan2001", "seen_in_abstract", "grouped by relationship, not by type")],
      },
    ],
    selfView: [
      {
        text: "Often feels like the injured party, and sees the pursuit as provoked. This stance is found in the resentful type as well, so it does not tell the two apart.",
        basis: [cite("danish_centre", "secondary_source"), designChoice("the comparison with resentful is ours")],
      },
    ],
    course: [
      {
        text: "In the 1999 clinic sample the course was longer than in most other types.",
        basis: [cite("mullen1999", "seen_in_abstract", "mean of all types 12 months; no figure by type")],
      },
      { text: "One source speaks of several years.", basis: [cite("danish_centre", "secondary_source")] },
      {
        text: "Called the hardest of the types to stop by one source.",
        basis: [cite("texas_pages", "secondary_source")],
      },
    ],
    violence: [
      {
        text: "In the 1999 clinic sample there were more assaults than in most other types.",
        basis: [cite("mullen1999", "seen_in_abstract")],
      },
      {
        text: "In one clinic sample, violence by rejected ex-intimates went together with earlier violence, threats and being employed (AUC 0.75). Another set of factors applied to all other cases.",
        basis: [cite("mcewan2009", "seen_in_abstract", "211 cases in all")],
      },
    ],
    clinicalPicture: [
      {
        text: "43 of the 52 rejected cases of 1999 were given a personality disorder by clinicians.",
        basis: [cite("psychnews2001", "secondary_source")],
      },
      {
        text: "Clinicians found psychosis in 9% of ex-intimates and in 29% of strangers and acquaintances, in a sample of 211.",
        basis: [cite("mcewan2013", "seen_in_abstract", "grouped by relationship, not by type")],
      },
    ],
    variants: [
      {
        id: "ex_intimate",
        text: "The bond was intimate. What goes together with violence differs here from all other cases.",
        basis: [cite("mcewan2009", "seen_in_abstract")],
      },
      {
        id: "other_close_bond",
        text: "The bond was with a friend, a relative, a colleague or a professional.",
        basis: [cite("kissane1999", "secondary_source")],
      },
      {
        id: "wants_return",
        text: "At present the wish is to return. This is a state, not a lasting kind.",
        basis: [designChoice("present aim is kept apart from first aim, for planning")],
      },
      {
        id: "wants_revenge",
        text: "At present the wish is revenge for the ending. This is a state, not a lasting kind.",
        basis: [designChoice("present aim is kept apart from first aim, for planning")],
      },
      {
        id: "wants_both",
        text: "At present the wish to return and the wish for revenge stand side by side.",
        basis: [
          cite("psychnews2001", "secondary_source", "swings between the two"),
          designChoice("present aim is kept apart from first aim, for planning"),
        ],
      },
    ],
    management: [
      {
        text: "Limits that are enforced; work on loss, anger and jealousy; arrangements for contact and children.",
        guidance: "GC-T-REJECTED",
        basis: [cite("mullen2006", "seen_in_source", "Table 1")],
      },
      {
        text: "Closer watch around dates that concern the separation or a court.",
        guidance: "GC-T-REJECTED",
        basis: [designChoice("professional consensus; no source read for the dates")],
      },
      {
        text: "Treat each breach of a limit as new information.",
        guidance: "GC-BREACH-ACTION",
        basis: [designChoice("professional consensus"), cite("mullen2006", "seen_in_source")],
      },
    ],
  },

  resentful: {
    type: "resentful",
    label: "Resentful",
    definition: [
      {
        text: "The person claims to have been wronged or humiliated in a matter other than the end of a relationship, and the first aim is to settle that wrong.",
        basis: [
          cite("recolo2019", "seen_in_source", "feels mistreated or humiliated"),
          designChoice("the wrong of an ending itself counts for rejected"),
        ],
      },
    ],
    context: [
      {
        text: "A feeling of having been mistreated or humiliated, by a person or by an organisation.",
        basis: [cite("recolo2019", "seen_in_source")],
      },
    ],
    firstMotive: [
      {
        text: "To frighten and distress the target, and to get even.",
        basis: [
          cite("kissane1999", "secondary_source"),
          cite("bbc2000", "secondary_source"),
          cite("texas_pages", "secondary_source"),
        ],
      },
    ],
    sustains: [],
    priorRelationship: [
      {
        text: "Any. A professional contact who is felt to have failed the person, such as a lawyer or a doctor, is one example.",
        basis: [cite("bbc2000", "secondary_source"), designChoice("no relationship is required or shut out")],
      },
      {
        text: "The target may be a stranger who stands for others. In one reported case the victim was chosen, just after a humiliation, for looking attractive, wealthy and happy.",
        basis: [cite("kissane1999", "secondary_source")],
      },
    ],
    conduct: [
      {
        text: "In the 1999 clinic sample, threats and damage to property were more frequent than in other types.",
        basis: [cite("mullen1999", "seen_in_abstract")],
      },
    ],
    selfView: [],
    course: [],
    violence: [
      {
        text: "The abstract of the 1999 study names other types for assault. That says nothing of how dangerous a given case may be.",
        basis: [
          cite("mullen1999", "seen_in_abstract"),
          designChoice("a warning against reading silence as reassurance"),
        ],
      },
    ],
    clinicalPicture: [
      {
        text: "Clinicians sometimes find a paranoid illness. A belief out of touch with reality may therefore fit this type as well as intimacy seeking.",
        basis: [cite("bbc2000", "secondary_source"), designChoice("the comparison is ours")],
      },
    ],
    variants: [
      {
        id: "against_the_target",
        text: "The grievance is against the target in person.",
        basis: [designChoice("told apart because the plan differs")],
      },
      {
        id: "against_a_body",
        text: "The grievance is against an organisation, and the target stands for it.",
        basis: [cite("recolo2019", "seen_in_source"), designChoice("told apart because the plan differs")],
      },
      {
        id: "symbolic_stranger",
        text: "The target is a stranger who stands for those who are felt to have done harm.",
        basis: [cite("kissane1999", "secondary_source")],
      },
      {
        id: "delusional_or_grounded",
        text: "The grievance may rest on real events or on an illness. Only a clinician can say which.",
        basis: [cite("bbc2000", "secondary_source"), designChoice("reality is a rater's field, never a lay answer")],
      },
    ],
    management: [
      {
        text: "Treat mental illness where there is one.",
        guidance: "GC-T-RESENTFUL",
        basis: [cite("mullen2006", "seen_in_source", "Table 1")],
      },
      {
        text: "Do not argue the grievance. Use one channel for complaints, and watch for escalation that justifies itself.",
        guidance: "GC-T-RESENTFUL",
        basis: [designChoice("professional consensus; no source read")],
      },
    ],
  },

  intimacy_seeker: {
    type: "intimacy_seeker",
    label: "Intimacy seeking",
    definition: [
      {
        text: "There was no bond that both people acknowledged, yet the person believes in one, or is certain of winning the target in the end. The first aim is to live out that bond.",
        basis: [
          cite("psychnews2001", "secondary_source"),
          cite("recolo2019", "seen_in_source"),
          designChoice("belief in a bond and certainty of success both count"),
        ],
      },
    ],
    context: [
      { text: "Loneliness, with nobody to confide in.", basis: [cite("srp_pages", "secondary_source")] },
      {
        text: "The target is a stranger or an acquaintance, and often a bond is believed to exist already.",
        basis: [cite("recolo2019", "seen_in_source")],
      },
    ],
    firstMotive: [
      {
        text: "A relationship with the one true love, whatever the other person wants.",
        basis: [cite("psychnews2001", "secondary_source")],
      },
    ],
    sustains: [
      {
        text: "The imagined bond itself.",
        basis: [cite("srp_pages", "secondary_source"), cite("danish_centre", "secondary_source")],
      },
    ],
    priorRelationship: [
      {
        text: "Not an intimate. Public figures are among the targets.",
        basis: [cite("danish_centre", "secondary_source"), designChoice("an acknowledged bond rules this type out")],
      },
      {
        text: "In one clinic study, women who stalk turned to professional contacts more often than men did.",
        basis: [cite("purcell2001", "seen_in_abstract")],
      },
    ],
    conduct: [
      { text: "Letters, gifts and declarations.", basis: [cite("danish_centre", "secondary_source")] },
      {
        text: "Indifference tends to be explained away, but jealousy and rage at it occur.",
        basis: [cite("psychnews2001", "secondary_source")],
      },
    ],
    selfView: [
      {
        text: "May feel loved already, or sure of being loved in the end.",
        basis: [cite("psychnews2001", "secondary_source")],
      },
    ],
    course: [
      {
        text: "In the 1999 clinic sample the course was longer than in most other types.",
        basis: [cite("mullen1999", "seen_in_abstract", "mean of all types 12 months; no figure by type")],
      },
      {
        text: "In one clinic sample, delusional belief went together with a longer course, and erotomanic delusion was one of five factors that went together with recurrence (AUC 0.75).",
        basis: [cite("mcewan2017", "seen_in_abstract", "157 cases; not by type")],
      },
    ],
    violence: [
      {
        text: "In the 1999 clinic sample, assault was raised in other types. It is not absent here.",
        basis: [cite("mullen1999", "seen_in_abstract")],
      },
      {
        text: "In a clinical series of 14 erotomanic cases, 5 people threatened, 5 assaulted (one victim died) and 7 made sexual attacks.",
        basis: [cite("mullen1994", "seen_in_abstract")],
      },
      {
        text: "Violence may fall on a third party who is seen as an obstacle.",
        basis: [cite("danish_centre", "secondary_source")],
      },
      {
        text: "In men with erotomania, several objects of the delusion and unrelated antisocial conduct went with dangerous conduct in one study of 29 cases. Nobody tested that on other cases.",
        basis: [
          cite("bjp1995", "seen_in_abstract"),
          designChoice("the share sorted correctly is left out: it is that of no whole number of 29 cases"),
        ],
      },
    ],
    clinicalPicture: [
      {
        text: "All 49 cases of 1999 were given a disorder by clinicians: 27 a delusion of being loved, 15 a personality disorder with certainty of success, 5 schizophrenia, 2 mania.",
        basis: [cite("psychnews2001", "secondary_source")],
      },
      {
        text: "Most of the 40 women in one clinic study sought intimacy.",
        basis: [cite("purcell2001", "seen_in_abstract")],
      },
    ],
    variants: [
      {
        id: "erotomanic",
        text: "Believes to be loved by the target.",
        basis: [cite("psychnews2001", "secondary_source", "27 of 49")],
      },
      {
        id: "morbid_infatuation",
        text: "Does not claim to be loved yet, but is certain of success in the end.",
        basis: [cite("psychnews2001", "secondary_source", "15 of 49")],
      },
      {
        id: "public_figure",
        text: "The target has a public role.",
        basis: [cite("danish_centre", "secondary_source")],
      },
    ],
    management: [
      {
        text: "By these accounts refusal and legal sanction alone may not end it, and may be taken as a test of devotion. No data on what works were found.",
        guidance: "GC-T-INTIMACY",
        basis: [cite("danish_centre", "secondary_source"), cite("mullen2006", "seen_in_source", "Table 1")],
      },
      {
        text: "Where there is a delusional disorder, psychiatric treatment is the main lever.",
        guidance: "GC-PERP-MENTAL-HEALTH",
        basis: [cite("mullen2006", "seen_in_source", "Table 1")],
      },
      {
        text: "Help to build other social ties.",
        guidance: "GC-SOCIAL-STABILITY",
        basis: [cite("mullen2006", "seen_in_source", "Table 1")],
      },
    ],
  },

  incompetent_suitor: {
    type: "incompetent_suitor",
    label: "Incompetent suitor",
    definition: [
      {
        text: "There was no bond that both people acknowledged. The person wants a date, a friendship or some contact, and either does not believe in a bond or knows that the feeling is not returned.",
        basis: [
          cite("bbc2000", "secondary_source"),
          cite("kissane1999", "secondary_source"),
          designChoice("not believing in a bond, or knowing that it is not returned, is enough"),
        ],
      },
    ],
    context: [
      {
        text: "Loneliness with poor social skill; the target is a stranger or an acquaintance.",
        basis: [cite("recolo2019", "seen_in_source")],
      },
      { text: "Loneliness, or lust.", basis: [cite("srp_pages", "secondary_source")] },
    ],
    firstMotive: [
      { text: "A date or a short contact, rather than love.", basis: [cite("bbc2000", "secondary_source")] },
      {
        text: "Knows that the feeling is not returned, and hopes all the same.",
        basis: [cite("kissane1999", "secondary_source")],
      },
    ],
    sustains: [{ text: "A sense of entitlement.", basis: [cite("bbc2000", "secondary_source")] }],
    priorRelationship: [{ text: "A stranger or an acquaintance.", basis: [cite("recolo2019", "seen_in_source")] }],
    conduct: [
      {
        text: "A clumsy, pushing approach, without a low-key first step.",
        basis: [cite("kissane1999", "secondary_source")],
      },
    ],
    selfView: [],
    course: [
      { text: "Often brief.", basis: [cite("recolo2019", "seen_in_source")] },
      {
        text: "Less persistent with one target, but repeats with others.",
        basis: [cite("italian_pages", "secondary_source")],
      },
      {
        text: "A case definition that asks for a minimum length cuts off brief cases, and so lowers the share of this type.",
        basis: [designChoice("follows from the brief course")],
      },
    ],
    violence: [
      {
        text: "No figure on threats or violence in this type was read. That is not their absence: the type says nothing of danger.",
        basis: [designChoice("a warning against reading silence as reassurance")],
      },
    ],
    clinicalPicture: [
      { text: "Social or intellectual limits were described.", basis: [cite("kissane1999", "secondary_source")] },
      {
        text: "All cases of this type in the 1999 clinic sample were men.",
        basis: [cite("psychnews2001", "secondary_source")],
      },
    ],
    variants: [
      {
        id: "limited_ability",
        text: "Social or intellectual limits stand in the way of an ordinary approach.",
        basis: [cite("kissane1999", "secondary_source")],
      },
      {
        id: "entitled",
        text: "Feels entitled to attention from the target.",
        basis: [cite("kissane1999", "secondary_source"), cite("bbc2000", "secondary_source")],
      },
    ],
    management: [
      {
        text: "An early, clear limit and work on social skills.",
        guidance: "GC-T-INCOMPETENT",
        basis: [cite("mullen2006", "seen_in_source", "Table 1")],
      },
      {
        text: "Watch for new targets: a series of victims is the main hazard.",
        guidance: "GC-T-INCOMPETENT",
        basis: [cite("mullen2006", "seen_in_source", "Table 1"), cite("italian_pages", "secondary_source")],
      },
    ],
  },

  predatory: {
    type: "predatory",
    label: "Predatory",
    definition: [
      {
        text: "A sexual drive with covert watching, and one thing more: sexual acts, a record of sexual offences, or no open approach. Any sign of preparation for a sexual attack is enough alone.",
        basis: [
          cite("srp_pages", "secondary_source"),
          designChoice("the combination of signs is ours; preparation for an attack is enough alone"),
        ],
      },
    ],
    context: [
      {
        text: "A sexual interest that the sources call deviant; mostly a man, and a woman who is a stranger.",
        basis: [cite("recolo2019", "seen_in_source"), cite("srp_pages", "secondary_source")],
      },
    ],
    firstMotive: [
      {
        text: "Sexual gratification, as in watching, or gathering facts for an attack.",
        basis: [cite("srp_pages", "secondary_source")],
      },
    ],
    sustains: [
      {
        text: "The acts themselves; for some, power over a person who does not know.",
        basis: [cite("srp_pages", "secondary_source"), cite("bbc2000", "secondary_source")],
      },
    ],
    priorRelationship: [
      { text: "Mostly a stranger.", basis: [cite("srp_pages", "secondary_source")] },
      {
        text: "The rules here do not ask for a stranger.",
        basis: [designChoice("preparation for an attack matters whatever the relationship")],
      },
    ],
    conduct: [
      {
        text: "Tries not to be seen. Victims often have only a glimpse, and are unsure.",
        basis: [cite("kissane1999", "secondary_source")],
      },
      {
        text: "Rehearsal and preparation occur. In one reported case, an abduction had been made ready.",
        basis: [cite("kissane1999", "secondary_source")],
      },
      {
        text: "The victim is the respondent least able to answer. What is not known has to keep this type open.",
        basis: [designChoice("follows from concealment")],
      },
    ],
    selfView: [],
    course: [],
    violence: [
      {
        text: "In the 1999 clinic sample there were more assaults than in most other types.",
        basis: [cite("mullen1999", "seen_in_abstract")],
      },
      {
        text: "In a high security hospital, this type was the one most often linked with a record and with serious sexual violence. The summary's wording leaves open whom it refers to.",
        basis: [cite("whyte2008", "secondary_source", "index summary")],
      },
    ],
    clinicalPicture: [
      {
        text: "Paraphilias such as voyeurism are described.",
        basis: [cite("srp_pages", "secondary_source")],
      },
    ],
    variants: [
      {
        id: "preparing_an_attack",
        text: "Gathers facts or equipment for an attack.",
        basis: [cite("srp_pages", "secondary_source")],
      },
      {
        id: "without_attack",
        text: "Voyeurism or another paraphilia, with no sign of an attack.",
        basis: [cite("srp_pages", "secondary_source")],
      },
      {
        id: "fear_as_reward",
        text: "The target's fear seems to be the reward.",
        basis: [
          designChoice("set beside the sadistic class of Boon and Sheridan; told apart because the plan differs"),
        ],
      },
    ],
    management: [
      {
        text: "Treat as a risk of sexual violence, with police in the lead.",
        guidance: "GC-T-PREDATORY",
        basis: [cite("mullen2006", "seen_in_source", "Table 1"), cite("mullen1999", "seen_in_abstract")],
      },
      {
        text: "Seek treatment specific to sexual offending.",
        guidance: "GC-T-PREDATORY",
        basis: [cite("mullen2006", "seen_in_source", "Table 1")],
      },
      {
        text: "Seek a full assessment by a trained assessor.",
        guidance: "GC-SPECIALIST-RISK-ASSESSMENT",
        basis: [
          cite("sash_page", "seen_in_source"),
          designChoice("advised here whenever there is preparation for an attack"),
        ],
      },
    ],
  },
} as const satisfies { readonly [Type in FiveTypeId]: TypeProfile<Type, SourceId, GuidanceCodeId> };

/** How each pair of types is told apart: all ten pairs, each once. */
export const separations = [
  {
    pair: ["rejected", "resentful"],
    shared: {
      text: "Anger, revenge, threats, and feeling like the injured party. Clinicians and web pages do not always separate the two.",
      basis: [
        cite("danish_centre", "secondary_source"),
        cite("independent2011", "secondary_source"),
        cite("italian_pages", "secondary_source"),
      ],
    },
    questions: [
      {
        text: "Is the wrong the ending itself, or another matter such as money, court, work or children?",
        basis: [designChoice("the wrong of the ending belongs to rejected")],
      },
      {
        text: "Was there a bond that both acknowledged, and is there any wish to return?",
        basis: [cite("srp_pages", "secondary_source"), designChoice("follows from the criteria")],
      },
    ],
    decidingItems: [
      "other_grievance",
      "prior_relationship",
      "mutual_bond",
      "wants_back",
      "punishes_ending",
      "first_aim",
    ],
  },
  {
    pair: ["rejected", "intimacy_seeker"],
    shared: { text: "Pleas for love.", basis: [designChoice("observed in the descriptions of both types")] },
    questions: [
      {
        text: "Did the bond exist outside one person's mind, so that others can confirm it?",
        basis: [designChoice("an acknowledged bond is needed for rejected and rules out intimacy seeking")],
      },
    ],
    decidingItems: ["prior_relationship", "mutual_bond", "believes_bond", "wants_back", "first_aim"],
  },
  {
    pair: ["rejected", "incompetent_suitor"],
    shared: { text: "A refusal starts it.", basis: [designChoice("observed in the descriptions of both types")] },
    questions: [
      {
        text: "Was there a mutual bond? After a single date: incompetent suitor, unless both took it for a relationship.",
        basis: [designChoice("an acknowledged bond is needed for rejected and rules out the suitor")],
      },
    ],
    decidingItems: ["prior_relationship", "mutual_bond", "wants_contact", "wants_back", "punishes_ending", "first_aim"],
  },
  {
    pair: ["rejected", "predatory"],
    shared: {
      text: "Spying, and sexual acts after a break-up.",
      basis: [
        cite("sheridan2001", "seen_in_abstract", "ex-partners were the most intrusive group"),
        designChoice("spying does not speak against rejected"),
      ],
    },
    questions: [
      {
        text: "Is there any sign of preparation for a sexual attack? It matters whatever the type. A former partner's case can meet both: the first aim then says which comes first, and the other is kept beside it.",
        basis: [designChoice("both matter for the plan, so neither is dropped")],
      },
      {
        text: "Was the first aim the relationship, or sexual?",
        basis: [cite("srp_pages", "secondary_source", "first motive"), designChoice("follows from the criteria")],
      },
    ],
    decidingItems: ["attack_preparation", "prior_relationship", "mutual_bond", "sexual_drive", "first_aim"],
  },
  {
    pair: ["resentful", "intimacy_seeker"],
    shared: {
      text: "Anger at a later time, and beliefs out of touch with reality.",
      basis: [cite("psychnews2001", "secondary_source"), cite("bbc2000", "secondary_source")],
    },
    questions: [
      {
        text: "What is the belief about: love, or a wrong?",
        basis: [designChoice("follows from the criteria")],
      },
      {
        text: "What did the person want, and in what tone, at the very beginning?",
        basis: [designChoice("anger that came later does not change the first aim")],
      },
    ],
    decidingItems: ["believes_bond", "other_grievance", "first_aim", "first_tone"],
  },
  {
    pair: ["resentful", "incompetent_suitor"],
    shared: {
      text: "Anger after being turned down, and targets who hardly know the person.",
      basis: [designChoice("derived from the criteria; no source compares the two")],
    },
    questions: [
      {
        text: "Is there a wrong in some matter other than being turned down? If not, it is no grievance in the sense of resentful.",
        basis: [designChoice("derived from the criteria; no source compares the two")],
      },
      {
        text: "At first, was contact wanted, or a score to be settled?",
        basis: [designChoice("derived from the first aims; no source compares the two")],
      },
    ],
    decidingItems: ["other_grievance", "wants_contact", "first_aim"],
  },
  {
    pair: ["resentful", "predatory"],
    shared: { text: "Pleasure in the target's fear, or in power.", basis: [designChoice("a sign that both may show")] },
    questions: [
      {
        text: "Is there sexual content, or not?",
        basis: [designChoice("sexual aim belongs to predatory, a grievance to resentful")],
      },
    ],
    decidingItems: ["sexual_drive", "sexual_acts", "attack_preparation", "other_grievance", "first_aim"],
  },
  {
    pair: ["intimacy_seeker", "incompetent_suitor"],
    shared: {
      text: "Loneliness and affection.",
      basis: [cite("srp_pages", "secondary_source"), cite("recolo2019", "seen_in_source")],
    },
    questions: [
      {
        text: "Does the person know that the feeling is not returned, or believe that it is, or that it is bound to be?",
        basis: [cite("kissane1999", "secondary_source"), cite("psychnews2001", "secondary_source")],
      },
      {
        text: "Is there one target, or have there been many? How did it go on after clear limits?",
        basis: [cite("italian_pages", "secondary_source"), designChoice("corroborates, and never decides")],
      },
    ],
    decidingItems: ["knows_unreturned", "believes_bond", "wants_contact", "first_aim"],
  },
  {
    pair: ["intimacy_seeker", "predatory"],
    shared: {
      text: "Targets with whom there was no relationship; sexual attacks were found in erotomanic cases too.",
      basis: [cite("mullen1994", "seen_in_abstract"), designChoice("derived from the criteria")],
    },
    questions: [
      {
        text: "Is love believed in, or is the aim sexual and hidden from the target?",
        basis: [designChoice("derived from the criteria; no source compares the two")],
      },
      {
        text: "Is there any sign of preparation for a sexual attack? If so, predatory is listed beside the belief, and never dropped.",
        basis: [designChoice("preparation matters whatever else is true")],
      },
    ],
    decidingItems: [
      "believes_bond",
      "attack_preparation",
      "sexual_drive",
      "watches_unseen",
      "approaches_openly",
      "first_aim",
    ],
  },
  {
    pair: ["incompetent_suitor", "predatory"],
    shared: {
      text: "Sexual interest, and a target who is a stranger.",
      basis: [cite("srp_pages", "secondary_source")],
    },
    questions: [
      {
        text: "Does the person approach openly, or hide?",
        basis: [cite("kissane1999", "secondary_source"), designChoice("follows from the criteria")],
      },
      {
        text: "Are there sexual acts, or a record of sexual offences?",
        basis: [cite("whyte2008", "secondary_source", "index summary"), designChoice("follows from the criteria")],
      },
    ],
    decidingItems: [
      "approaches_openly",
      "watches_unseen",
      "sexual_drive",
      "sexual_acts",
      "sexual_offence_record",
      "wants_contact",
      "first_aim",
    ],
  },
] as const satisfies readonly Separation<FiveTypeId, SourceId, TypeFormItemId>[];

/** What a typing may say, what it may not say, and how it is to be read. */
export const typeKnowledge = {
  maySay: [
    {
      text: "That the answers are consistent with these types, and which answer would separate them.",
      basis: [designChoice("the result speaks of answers, not of a person")],
    },
    {
      text: "Which answers made it so, and which are still open.",
      basis: [
        cite("modus_operandi2013", "seen_in_abstract"),
        designChoice("acts do not show the type, so the reasons have to be visible"),
      ],
    },
  ],
  mayNotSay: [
    { text: "That a person belongs to a type.", basis: [designChoice("a type belongs to an episode")] },
    {
      text: "How probable a type is.",
      basis: [designChoice("no base rate and no likelihoods are published for all five types")],
    },
    {
      text: "That one of the types poses no danger, or how dangerous a person is.",
      basis: [
        cite(
          "mcewan2009",
          "seen_in_abstract",
          "what goes together with violence differs inside a type, by relationship",
        ),
      ],
    },
    {
      text: "That legal action works, or fails, with this person.",
      basis: [designChoice("what was read on this is opinion and secondary")],
    },
    {
      text: "That the result equals a typing by the Stalking Risk Profile.",
      basis: [designChoice("its manual was not read, and no comparison was made")],
    },
    {
      text: "That a person has a disorder, or has committed an offence.",
      basis: [designChoice("a type is clinical shorthand, not a diagnosis or a legal finding")],
    },
  ],
  reading: [
    {
      text: "A type belongs to an episode: one person who stalks, one victim, one period. Several episodes may have several types.",
      basis: [
        designChoice("the unit of typing"),
        cite("mcewan2020", "seen_in_abstract", "21% of one sample took a new victim within two years"),
      ],
    },
    {
      text: "The first aim decides among types; the present aim serves the plan. Keep the two apart.",
      basis: [cite("srp_pages", "secondary_source", "first motive"), designChoice("the separation is ours")],
    },
    {
      text: "Mixed motives are real. A mixed result keeps all its members, and the question that is open.",
      basis: [designChoice("dropping a member would hide what is not known")],
    },
    {
      text: "Where third parties are attacked as obstacles, they are further targets of the same episode.",
      basis: [cite("danish_centre", "secondary_source"), designChoice("the way of recording is ours")],
    },
    {
      text: "More than one person carried out 21% of incidents in a British survey. Type each of them, and mark the group.",
      basis: [cite("budd2000", "computed", "100% less 79%"), designChoice("the advice is ours")],
    },
    {
      text: "Young people are not typed. Use safeguarding.",
      basis: [cite("purcell2009", "seen_in_abstract"), cite("cpn2008", "secondary_source")],
    },
    {
      text: "For conduct that is only online, it is doubtful how well the scheme fits.",
      basis: [cite("cpn2008", "secondary_source")],
    },
    {
      text: "Report a caseload as counts, with its size, setting and case definition and with mixed and untyped cases. Do not compare shares between settings as if they were alike.",
      basis: [
        cite("recolo2019", "computed", "predatory 6.5%"),
        cite("whyte2008", "seen_in_abstract", "predatory about a quarter"),
        designChoice("the advice is ours"),
      ],
    },
  ],
} as const satisfies Readonly<Record<string, readonly Statement<SourceId>[]>>;

/** Ten findings that steered the rules and the reports. */
export const findings = [
  {
    text: "Only one complete distribution over the five types was seen, in a press report, and two of the five counts of the founding sample. There is no base rate.",
    basis: [cite("recolo2019", "seen_in_source"), cite("psychnews2001", "secondary_source")],
  },
  {
    text: "Shares move with the setting, by a factor of about four: predatory was 6.5% in one service and near a quarter in a high security hospital.",
    basis: [cite("recolo2019", "seen_in_source"), cite("whyte2008", "seen_in_abstract")],
  },
  {
    text: "At least 8 of 52 rejected cases in the founding sample did not concern an ex-partner, if each case was coded to one victim. A gate on ex-partners would lose at least 15% of them.",
    basis: [cite("mullen1999", "computed"), cite("psychnews2001", "computed")],
  },
  {
    text: "In the founding sample, intimacy seeking came with a belief in being loved (27 of 49) or with certainty of success (15 of 49), among other pictures. Both beliefs satisfy the core sign.",
    basis: [cite("psychnews2001", "secondary_source"), designChoice("that both count")],
  },
  {
    text: "Acts do not give the type. In 50 police files, signs of three types each turned up in most cases, and the five types were not recovered. Motive and relationship decide here.",
    basis: [
      cite("straszewicz2011", "seen_in_abstract"),
      cite("modus_operandi2013", "seen_in_abstract"),
      designChoice("these tests used acts in a small set; they speak against typing by acts more than by motive"),
    ],
  },
  {
    text: "Rejected against resentful is the weakest border. Published accounts put vengeful ex-partners on either side of it.",
    basis: [
      cite("independent2011", "secondary_source"),
      cite("italian_pages", "secondary_source"),
      cite("kissane1999", "secondary_source"),
    ],
  },
  {
    text: "Trained raters agree well on the type with the Stalking Risk Profile; the value was not found. Nothing was seen on agreement between victims and clinicians.",
    basis: [cite("mcewan2018_srp", "seen_in_abstract")],
  },
  {
    text: "What goes together with violence differs between rejected ex-intimates and all others. Type and relationship have to be read together.",
    basis: [cite("mcewan2009", "seen_in_abstract")],
  },
  {
    text: "The scheme is for adults. Motives of juveniles differ (28% an extension of bullying), and it may not fit young people or conduct that is only online.",
    basis: [cite("purcell2009", "seen_in_abstract"), cite("cpn2008", "secondary_source")],
  },
  {
    text: "No study was found of whether a type stays the same over time. Keep every dated result.",
    basis: [designChoice("looked for and not found")],
  },
] as const satisfies readonly Statement<SourceId>[];

/** What was looked for and not found. */
export const missing = [
  "Counts by type: for three of the five types in the 1999 clinic sample, and for all types in the clinic studies of 2001, 2008, 2009 and 2018.",
  "Shares of the five types in police cases at large or in the community.",
  "A table of features by type with counts for all five types.",
  "The statistic and value of rater agreement on the type with the Stalking Risk Profile.",
  "The share of cases that raters could not type.",
  "Agreement on the type between victims and clinicians.",
  "Whether a type stays the same over time.",
  "How each type responds to sanctions, with data.",
  "Duration, age, following and letters by type.",
  "The Stalking Risk Profile's own wording of the rule on the first motive.",
  "RECON's rules for family and for single dates.",
] as const satisfies readonly string[];
