import type { Grounds } from "../evidence/index.ts";
import type { Rule } from "../rules/index.ts";
import type { AskedItem, Respondent } from "./item.ts";

/** A named rule over the items, with what it means and what it rests on. */
export interface Indicator<Id extends string = string, Ref extends string = string> {
  readonly means: string;
  readonly rule: Rule<Id, Ref>;
  readonly basis: Grounds;
}

/** A part of the form under its own heading. */
export interface Section {
  readonly title: string;
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
  readonly notFor: readonly string[];
  readonly referencePeriod: string;
  /** What is known of its reliability and validity, or that nothing is. */
  readonly validation: string;
  readonly estimatedMinutes?: number;
  readonly sections: Readonly<Record<string, Section>>;
}

/** A form as plain frozen data: it can be stored, hashed, diffed and read in many ways. It is also a rule's scope. */
export interface Instrument<Its extends Readonly<Record<string, AskedItem>> = Readonly<Record<string, AskedItem>>>
  extends InstrumentFacts {
  readonly items: Its;
  readonly indicators: Readonly<Record<string, Indicator>>;
}
