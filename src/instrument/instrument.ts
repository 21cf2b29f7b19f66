import type { EvidenceGrade, Grounds } from "../evidence/index.ts";
import type { Rule } from "../rules/index.ts";
import type { AskedItem, Respondent } from "./item.ts";
import type { AnswerContradiction, GuidanceRule, Level } from "./scoring.ts";

/** A named rule over the items, with what it means and what it rests on. */
export interface Indicator<Id extends string = string, Ref extends string = string> {
  readonly means: string;
  readonly rule: Rule<Id, Ref>;
  readonly basis: Grounds;
  /** How well grounded the rule is. Without it a result says design choice, unknown, description: the weakest claim. */
  readonly evidence?: EvidenceGrade;
}

/**
 * What a section's answers tell of, so that a report on several forms can bring together what belongs together.
 * A reading of answers never depends on it.
 */
export const topics = [
  "scope",
  "relationship",
  "aims",
  "conduct",
  "course",
  "danger",
  "history",
  "person",
  "setting",
  "protective",
  "harm",
  "judgement",
] as const;

export type Topic = (typeof topics)[number];

/** A part of the form under its own heading. */
export interface Section {
  readonly title: string;
  readonly topic?: Topic;
  readonly introduction?: string;
}

/** What an instrument says of itself, apart from its items and rules. */
export interface InstrumentFacts {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** One sentence: what the answers are collected for. */
  readonly purpose: string;
  readonly respondents: readonly Respondent[];
  /** Who may use it, and with what training. */
  readonly mayUse?: readonly string[];
  /** Uses that it must not be put to. */
  readonly notFor: readonly string[];
  /** People whom it must not be used on. */
  readonly notAbout?: readonly string[];
  readonly referencePeriod: string;
  /** What "current" means in it, so that two raters mean the same. */
  readonly current?: string;
  /** What to do or show before the first question. */
  readonly before?: readonly string[];
  /** What is known of its reliability and validity, or that nothing is. */
  readonly validation: string;
  /** What its results cannot say. */
  readonly limits?: readonly string[];
  readonly estimatedMinutes?: number;
  readonly sections: Readonly<Record<string, Section>>;
}

/** A form as plain frozen data: it can be stored, hashed, diffed and read in many ways. It is also a rule's scope. */
export interface Instrument<Its extends Readonly<Record<string, AskedItem>> = Readonly<Record<string, AskedItem>>>
  extends InstrumentFacts {
  readonly items: Its;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly levels?: Readonly<Record<string, Level>>;
  readonly guidance?: readonly GuidanceRule[];
  readonly contradictions?: Readonly<Record<string, AnswerContradiction>>;
}
