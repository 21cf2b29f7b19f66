import { designChoice } from "../../evidence/index.ts";
import type { CrosswalkSystem } from "../../typology/index.ts";
import type { SourceId } from "../bibliography.ts";
import { cite } from "../cite.ts";
import type { FiveTypeId } from "./five-types.ts";

/**
 * Other published schemes, and which of the five types each of their classes may hold. Every mapping is our own
 * judgement; `types` are the main ones and `lessTypes` possible ones. Store the axes, and derive classes from them.
 */
export const crosswalk = [
  {
    id: "zona_1993",
    label: "Zona, Sharma and Lane 1993",
    dimension: "relationship, then delusion",
    classes: [
      {
        id: "simple_obsessional",
        label: "Simple obsessional",
        criterion:
          "There was a prior relationship of some kind. The pursuit began after it soured, or after a felt wrong, and aims to mend or to punish.",
        types: ["rejected", "resentful"],
        lessTypes: ["incompetent_suitor"],
      },
      {
        id: "love_obsessional",
        label: "Love obsessional",
        criterion:
          "There was no prior relationship; the target is mostly known through the media. Any delusional belief is one part of a wider disorder.",
        types: ["intimacy_seeker"],
        lessTypes: ["incompetent_suitor"],
      },
      {
        id: "erotomanic",
        label: "Erotomanic",
        criterion:
          "A fixed belief that the target loves the person who stalks; the target often has the higher standing.",
        types: ["intimacy_seeker"],
        lessTypes: [],
      },
    ],
    omitted: [
      {
        id: "false_victimisation",
        label: "False victimisation",
        reason:
          "It judges whether the person who reports tells the truth. It is no class of conduct, and nothing here judges truthfulness.",
      },
    ],
    implemented: { value: true, reason: "A rule on the relationship, with a rater's answer on delusion." },
    basis: [cite("zona_pages", "secondary_source"), designChoice("the mapping is our judgement")],
  },
  {
    id: "recon_2006",
    label: "RECON 2006",
    dimension: "relationship by context",
    classes: [
      {
        id: "intimate",
        label: "Intimate",
        criterion: "Sexual partners, now or before; most often the target ended it.",
        types: ["rejected"],
        lessTypes: ["resentful", "predatory"],
      },
      {
        id: "acquaintance",
        label: "Acquaintance",
        criterion: "They knew each other and were never partners, though a relationship may be wanted.",
        types: ["resentful", "intimacy_seeker", "incompetent_suitor"],
        lessTypes: ["rejected", "predatory"],
      },
      {
        id: "public_figure",
        label: "Public figure",
        criterion: "No prior relationship, and the target is a public figure.",
        types: ["intimacy_seeker", "resentful"],
        lessTypes: ["incompetent_suitor"],
      },
      {
        id: "private_stranger",
        label: "Private stranger",
        criterion: "No direct relationship, and the target is a private person seen somewhere.",
        types: ["predatory", "incompetent_suitor"],
        lessTypes: ["intimacy_seeker", "resentful"],
      },
    ],
    agreement: {
      text: "Raters agreed closely on the group (ICC 0.95). How many cases were coded twice was not seen.",
      basis: [cite("mohandie2006", "seen_in_abstract")],
    },
    prevalence: {
      n: 1005,
      shares: { intimate: 0.5, acquaintance: 0.13, public_figure: 0.27, private_stranger: 0.1 },
      note: "Not a random sample: prosecutors, police, entertainment security and the authors' files.",
      basis: [cite("mohandie2006", "seen_in_abstract")],
    },
    implemented: {
      value: true,
      reason:
        "A pure function of the prior relationship. The rules for family and for single dates were not read, so both stay open between classes.",
    },
    basis: [cite("mohandie2006", "seen_in_abstract"), designChoice("the mapping is our judgement")],
  },
  {
    id: "boon_sheridan_2001",
    label: "Boon and Sheridan 2001",
    dimension: "motive, for police",
    classes: [
      {
        id: "ex_partner",
        label: "Ex-partner harassment",
        criterion: "A former partner, bitter and hostile over matters of the past.",
        types: ["rejected"],
        lessTypes: ["resentful"],
      },
      {
        id: "infatuation",
        label: "Infatuation harassment",
        criterion: "The target is a beloved in fantasy; there is little malice.",
        types: ["incompetent_suitor"],
        lessTypes: ["intimacy_seeker"],
      },
      {
        id: "delusional_fixation",
        label: "Delusional fixation",
        types: ["intimacy_seeker"],
        lessTypes: ["predatory"],
      },
      { id: "sadistic", label: "Sadistic", types: ["predatory"], lessTypes: ["resentful"] },
    ],
    omitted: [
      {
        id: "delusional_fixation_by_danger",
        label: "Delusional fixation split by danger",
        reason: "A split by danger is a claim about risk, which no answer here may produce; nor was its wording read.",
      },
    ],
    agreement: {
      text: "Pairs of raters agreed in more than 92% of codings. The figure is not corrected for chance.",
      basis: [cite("boon2001", "seen_in_abstract")],
    },
    prevalence: {
      n: 124,
      shares: { ex_partner: 0.5, infatuation: 0.185, delusional_fixation: 0.153, sadistic: 0.129 },
      note: "From newspaper interviews; 3.3% is not accounted for.",
      basis: [cite("boon_press", "secondary_source")],
    },
    implemented: { value: false, reason: "A crosswalk only: part of the scheme grades danger." },
    basis: [cite("boon2001", "seen_in_abstract"), designChoice("the mapping is our judgement")],
  },
  {
    id: "kienlen_1997",
    label: "Kienlen et al. 1997",
    dimension: "psychosis",
    classes: [
      {
        id: "psychotic",
        label: "Psychotic",
        criterion: "A psychotic disorder at the time.",
        types: ["intimacy_seeker"],
        lessTypes: ["resentful"],
      },
      {
        id: "nonpsychotic",
        label: "Nonpsychotic",
        criterion: "No psychotic disorder at the time.",
        types: ["rejected", "incompetent_suitor", "predatory"],
        lessTypes: ["resentful"],
      },
    ],
    implemented: { value: false, reason: "Only as a field for a rater: a lay answer cannot settle psychosis." },
    basis: [
      cite("kienlen1997", "seen_in_abstract", "25 cases; no figure on agreement seen"),
      designChoice("the mapping is our judgement"),
    ],
  },
  {
    id: "wright_1996",
    label: "Wright et al. 1996, relationship",
    dimension: "relationship, one of five axes with content, aggression, motive and outcome",
    classes: [
      {
        id: "domestic",
        label: "Domestic",
        criterion: "A former partner, family or household.",
        types: ["rejected"],
        lessTypes: ["resentful"],
      },
      {
        id: "nondomestic",
        label: "Nondomestic",
        criterion: "No domestic tie; organised and delusional forms occur.",
        types: ["intimacy_seeker", "incompetent_suitor", "resentful", "predatory"],
        lessTypes: [],
      },
    ],
    implemented: { value: true, reason: "Domestic or not is one answer. Delusional content is for a rater only." },
    basis: [
      cite("wright1996", "seen_in_abstract", "30 cases, 46 items; no figure on agreement seen"),
      cite("wright_summary", "seen_in_source"),
      designChoice("the mapping is our judgement"),
    ],
  },
  {
    id: "wright_1996_motive",
    label: "Wright et al. 1996, motive",
    dimension: "motive, one of five axes",
    classes: [
      { id: "infatuation", label: "Infatuation", types: ["intimacy_seeker", "incompetent_suitor"], lessTypes: [] },
      { id: "possession", label: "Possession and control", types: ["rejected"], lessTypes: [] },
      { id: "revenge", label: "Anger or retaliation", types: ["resentful", "rejected"], lessTypes: [] },
      { id: "other", label: "Other or unknown", types: ["predatory"], lessTypes: [] },
    ],
    implemented: {
      value: false,
      reason: "The wording of the classes was not read; shown as a plain field for a rater.",
    },
    basis: [cite("wright_summary", "seen_in_source"), designChoice("the mapping is our judgement")],
  },
  {
    id: "canter_ioannou_2004",
    label: "Canter and Ioannou 2004",
    dimension: "themes of conduct, from 24 behaviours in 50 cases",
    classes: [
      {
        id: "sexuality",
        label: "Sexuality",
        criterion: "A sexual mode of conduct.",
        types: ["predatory"],
        lessTypes: ["incompetent_suitor"],
      },
      {
        id: "intimacy",
        label: "Intimacy",
        criterion: "Seeks closeness and learns about the target.",
        types: ["intimacy_seeker", "incompetent_suitor"],
        lessTypes: ["rejected"],
      },
      {
        id: "possession",
        label: "Possession",
        criterion: "Controls the target's life.",
        types: ["rejected"],
        lessTypes: [],
      },
      {
        id: "aggression_destruction",
        label: "Aggression and destruction",
        criterion: "Threatens, damages or attacks.",
        types: ["resentful", "rejected"],
        lessTypes: [],
      },
    ],
    implemented: {
      value: false,
      reason:
        "Only as counts of themes over a log of conduct, never as one class: the themes are regions, not groups of people, and a facet of intensity cuts across all four.",
    },
    basis: [cite("canter2004", "seen_in_abstract"), designChoice("the mapping is our judgement")],
  },
  {
    id: "budd_mattinson_2000",
    label: "Budd and Mattinson 2000",
    dimension: "relationship at the start, as a survey asks it",
    classes: [
      {
        id: "intimate",
        label: "Intimate",
        criterion: "A partner or former partner at the start.",
        types: ["rejected"],
        lessTypes: ["resentful"],
      },
      {
        id: "acquaintance",
        label: "Acquaintance",
        criterion: "Known, but not intimate.",
        types: ["resentful", "intimacy_seeker", "incompetent_suitor"],
        lessTypes: ["rejected", "predatory"],
      },
      {
        id: "stranger",
        label: "Stranger",
        criterion: "Not known.",
        types: ["predatory", "incompetent_suitor"],
        lessTypes: ["intimacy_seeker", "resentful"],
      },
    ],
    prevalence: {
      n: null,
      shares: { intimate: 0.29, stranger: 0.34 },
      note: "National household survey, ages 16 to 59. Another summary of it gives about a third to each class.",
      basis: [cite("budd2000", "seen_in_abstract")],
    },
    implemented: { value: true, reason: "A pure function of the prior relationship." },
    basis: [cite("budd2000", "seen_in_abstract"), designChoice("the mapping is our judgement")],
  },
  {
    id: "mcfarlane_bocij_2003",
    label: "McFarlane and Bocij 2003",
    dimension: "online conduct",
    classes: [
      {
        id: "vindictive",
        label: "Vindictive",
        criterion: "The most threatening and relentless; often goes on offline as well.",
        types: ["rejected", "resentful"],
        lessTypes: [],
      },
      {
        id: "composed",
        label: "Composed",
        criterion: "Wants to distress and annoy, and seeks no relationship.",
        types: ["resentful"],
        lessTypes: [],
      },
      {
        id: "intimate",
        label: "Intimate",
        criterion: "Wants to win attention or affection: former partners and infatuated people.",
        types: ["rejected", "intimacy_seeker", "incompetent_suitor"],
        lessTypes: [],
      },
      {
        id: "collective",
        label: "Collective",
        criterion: "Two or more people act together.",
        types: ["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"],
        lessTypes: [],
      },
    ],
    implemented: { value: false, reason: "As descriptive signs only; acting together is a sign of its own." },
    basis: [
      cite("mcfarlane2003", "seen_in_abstract", "24 victims, 76 items; no figure on agreement seen"),
      cite("mcfarlane_notes", "secondary_source", "wording of the classes"),
      designChoice("the mapping is our judgement"),
    ],
  },
  {
    id: "rosenfeld_2000",
    label: "Rosenfeld 2000",
    dimension: "relationship and motive",
    classes: [
      {
        id: "former_intimate",
        label: "Former intimate",
        criterion: "A former spouse or lover.",
        types: ["rejected"],
        lessTypes: [],
      },
      {
        id: "fan_or_follower",
        label: "Fan or follower of a public figure",
        types: ["intimacy_seeker"],
        lessTypes: ["incompetent_suitor"],
      },
      { id: "felt_injustice", label: "Feels unfairly treated", types: ["resentful"], lessTypes: [] },
    ],
    implemented: { value: true, reason: "Coarse, and possible from relationship and grievance." },
    basis: [
      cite("rosenfeld2000", "seen_in_abstract", "no figure on agreement seen"),
      designChoice("the mapping is our judgement"),
    ],
  },
  {
    id: "london_clinic_2011",
    label: "National Stalking Clinic, London, as told to the press in 2011",
    dimension: "clinical talk",
    classes: [
      {
        id: "rejected_resentful",
        label: "Rejected and resentful",
        criterion: "Wants the relationship back, or wants to destroy the other.",
        types: ["rejected", "resentful"],
        lessTypes: [],
      },
      { id: "incompetent", label: "Incompetent suitor", types: ["incompetent_suitor"], lessTypes: [] },
      {
        id: "infatuated",
        label: "Pathologically infatuated",
        criterion: "A delusion of love.",
        types: ["intimacy_seeker"],
        lessTypes: [],
      },
      { id: "predatory", label: "Predatory", criterion: "Plans an attack.", types: ["predatory"], lessTypes: [] },
    ],
    implemented: {
      value: false,
      reason: "A press account. It shows that clinicians may not separate the first two of the five types.",
    },
    basis: [cite("independent2011", "secondary_source"), designChoice("the mapping is our judgement")],
  },
] as const satisfies readonly CrosswalkSystem<FiveTypeId, SourceId>[];

/** The id of a system in the crosswalk. */
export type CrosswalkSystemId = (typeof crosswalk)[number]["id"];

/** Schemes that were looked at and are not in the crosswalk, with the reason. */
export const systemsLeftOut = [
  {
    id: "harmon_1995",
    label: "Harmon, Rosner and Owens 1995",
    reason: "Sorts by tone and relationship. The paper was not read, and no other text on its classes was.",
  },
  {
    id: "holmes",
    label: "Holmes",
    reason: "The paper was not read, and no other text on its classes was.",
  },
  {
    id: "james_2009",
    label: "James et al. 2009",
    reason: "Eight motive groups in files of royalty protection police; their names were not seen.",
  },
  {
    id: "blaauw",
    label: "Blaauw",
    reason: "Its classes are ordered by danger, and no answer here may produce a grade of danger.",
  },
  {
    id: "groves_2004",
    label: "Groves, Salfati and Elliot 2004",
    reason: "Looked for and not found.",
  },
  {
    id: "de_fazio",
    label: "De Fazio",
    reason: "Looked for; no class system of its author's own was found.",
  },
] as const satisfies readonly { readonly id: string; readonly label: string; readonly reason: string }[];
