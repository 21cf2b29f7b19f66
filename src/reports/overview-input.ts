import type { CrossCheck, Scored } from "../assessment/index.ts";
import type { Profile, ProfileResult } from "../definition/index.ts";
import type { GuidanceCode } from "../evidence/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { RevealedJudgement } from "../judgement/index.ts";
import type { Answers } from "../rules/index.ts";
import type { Classification, Provenance, Separation, TypeProfile, Typology } from "../typology/index.ts";
import type { Phrases } from "./phrases.ts";

/** Who a report is for. What it may show follows from it. */
export type Audience = "target" | "professional" | "researcher";

/** One scored administration of a form. */
export interface ScoredForm {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly result: Scored;
  /** Who answered, by role. */
  readonly respondent: string;
}

/** One classification of a form's answers. */
export interface ClassifiedForm {
  readonly typology: Typology;
  readonly answers: Answers;
  readonly result: Classification;
  readonly respondent: string;
}

/** An earlier administration of a form, in whose place a later one by the same respondent is shown. */
export interface EarlierForm {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly respondent: string;
  /** The day that the answers bear. */
  readonly asOf: string;
  /** What came of them; `null` if they were not scored, or do not come out the same now. */
  readonly result: Scored | null;
  /** Whether the record itself puts a later assessment in the place of this one. */
  readonly replaced: boolean;
}

/**
 * By form and by answer: items of which that answer takes back any other known answer given before, since what was asked is
 * whether something has ever happened.
 */
export type OneWayAnswers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One form's answers as an overview reads them, whatever was worked out from them. */
export interface ReadForm {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly respondent: string;
  readonly provenance: Provenance;
  readonly asOf: string | null;
  /** The first day of the time that the answers are about; `null` if it has no beginning or is not known. */
  readonly from: string | null;
  readonly answered: number;
  /** Items that earlier answers left open to ask. */
  readonly asked: number;
}

/** A person's word on a result, as the record has it. */
export interface PersonsWord {
  readonly kind: "review" | "override";
  readonly of: string;
  readonly says: string;
  readonly reason: string | null;
}

/** One dated step of a case, in codes. */
export interface CaseStep {
  readonly at: string;
  readonly kind: string;
  readonly says: string;
}

/** Everything that an overview is made from. Each part may be missing; none is filled in. */
export interface OverviewInput {
  /** Of one episode: this person, this target, this period. */
  readonly about?: {
    readonly record: string;
    readonly episode: string;
    readonly from: string | null;
    readonly to: string | null;
  };
  readonly asOf: string;
  readonly scores?: readonly ScoredForm[];
  readonly classifications?: readonly ClassifiedForm[];
  /** Earlier answers of the same respondents to the same forms. What they reported is not lost when later ones leave it out. */
  readonly earlier?: readonly EarlierForm[];
  readonly definitions?: readonly {
    readonly profile: Profile;
    readonly respondent: string;
    readonly result: ProfileResult;
  }[];
  readonly judgement?: RevealedJudgement;
  readonly words?: readonly PersonsWord[];
  readonly steps?: readonly CaseStep[];
  /** Results that are in the record and cannot be shown, with why. */
  readonly notShown?: readonly LeftOut[];
  /** A rater's written account. It is entered, never computed. */
  readonly formulation?: string;
}

/** A stored result that is not in an overview. */
export interface LeftOut {
  /** The entry of the record that holds it. */
  readonly what: string;
  readonly why: NotShown;
  /** For one that does not come out the same or cannot be run again: the outcomes that were recorded, unchecked. */
  readonly recorded?: { readonly day: string; readonly outcomes: readonly string[] };
}

/** Why a stored result is not in an overview. */
export type NotShown = "differs" | "other_version" | "other_kind" | "superseded_by_later";

/** The content that gives codes their words. */
export interface OverviewContent {
  readonly guidance: Readonly<Record<string, GuidanceCode>>;
  readonly profiles?: readonly TypeProfile[];
  readonly separations?: readonly Separation[];
  readonly crossChecks?: readonly CrossCheck[];
  /** Without it only items that offer "longer ago" and "never" are held against earlier answers. */
  readonly oneWayAnswers?: OneWayAnswers;
}

/** Who reads it, and what a target is shown beside the default. */
export interface OverviewOptions {
  readonly audience: Audience;
  /** What else a target may see. Leave it out unless a professional goes through it with them. */
  readonly alsoShowTarget?: readonly ("types" | "levels")[];
  /** The words that rules are told in; English if not given. */
  readonly phrases?: Phrases;
}
