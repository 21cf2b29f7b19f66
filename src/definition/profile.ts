import type { Grounds } from "../evidence/index.ts";
import type { AnswerContradiction, AskedItem, Indicator, Informant, Items } from "../instrument/index.ts";
import type { Condition } from "../rules/index.ts";

/** What a definition is: a law, a model for one, a rule of a regulator, a survey's case count or a study's. */
export type ProfileKind = "legal" | "legal_model" | "regulatory" | "survey" | "research";

/** What produced a result: enough to run it again. */
export interface Provenance {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** The forms that a profile reads, as one scope. */
export interface ProfileScope {
  readonly instruments: readonly Provenance[];
  readonly items: Readonly<Record<string, AskedItem>>;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly contradictions: Readonly<Record<string, AnswerContradiction>>;
}

/** Who could settle a test: someone who knows a fact, or a person whose judgement it asks for under its own name. */
export type Settler = Informant | "named_judgement";

/** One part of a definition, as a condition over answers. */
export interface ProfileTest<Id extends string = string, Ref extends string = string> {
  readonly means: string;
  readonly rule: Condition<Id, Ref>;
  readonly settledBy: readonly [Settler, ...Settler[]];
  readonly basis: Grounds;
}

/** Where a parameter stands in a test's rule. */
export type Binding =
  /** The number that every `at_least` on this item's value is held against. */
  | { readonly test: string; readonly cut: string }
  /** The named rule that goes with the number; other numbers cannot be settled by the forms. */
  | { readonly test: string; readonly among: readonly { readonly at: number; readonly rule: string }[] };

/** A number that a reading of a definition turns on, with the reason for its default. */
export interface Parameter {
  readonly means: string;
  readonly value: number;
  readonly reason: string;
  readonly sets: readonly [Binding, ...Binding[]];
}

/** An answer that follows from two days: `code` if the days from the one to the other lie within the bounds. */
export interface DerivedAnswer {
  readonly item: string;
  readonly code: string;
  /** The days rule `code` out and say nothing of the other codes: it is set aside if given, and nothing is filled in. */
  readonly ruledOut?: true;
  readonly from: string;
  /** An item that holds a day, or the day that the answers are about. */
  readonly to: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The word that stands for the caller's day in a {@link DerivedAnswer}. */
export const asOfDay = "as_of";

/** What a profile says of itself, apart from its tests. */
export interface ProfileFacts {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** ISO 3166 code of the country or part of it, or `EU`. */
  readonly jurisdiction: string;
  readonly kind: ProfileKind;
  readonly basis: Grounds;
  readonly notes: readonly string[];
  readonly limits: readonly string[];
}

/**
 * A published definition of stalking as this package reads it, as plain frozen data. It says when answers meet the tests
 * of the definition; it never says that an offence took place.
 */
export interface Profile<TestName extends string = string> extends ProfileFacts {
  readonly scope: ProfileScope;
  /** Judgements that only a person can make, asked together with the profile. */
  readonly judgements: Items;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly tests: Readonly<Record<TestName, ProfileTest>>;
  /** The condition over the tests that makes the definition. */
  readonly met: Condition<string, TestName>;
  readonly derived: readonly DerivedAnswer[];
  readonly contradictions: Readonly<Record<string, AnswerContradiction>>;
}
