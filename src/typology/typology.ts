import type { EvidenceGrade, Grounds } from "../evidence/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { Condition } from "../rules/index.ts";

/** What makes a case one of a type, as rules over a form. */
export interface TypeCriteria<Id extends string = string, Ref extends string = string> {
  readonly label: string;
  readonly criteria: Condition<Id, Ref>;
  /** The codes of the first-aim item that belong to this type. */
  readonly firstAims: readonly [string, ...string[]];
  /** Signs that speak for it. They are shown beside the type and never decide. */
  readonly supports: readonly Condition<Id, Ref>[];
  /** Signs that speak against it. They are shown beside the type and never decide. */
  readonly against: readonly Condition<Id, Ref>[];
  /** Codes of the management prompts that go with the type. */
  readonly guidance: readonly string[];
  readonly evidence: EvidenceGrade;
  readonly basis: Grounds;
}

/** Answers that do not fit together: named, never resolved silently. */
export interface Contradiction<Id extends string = string, Ref extends string = string> {
  readonly when: Condition<Id, Ref>;
  readonly says: string;
}

/** An answer that lists guidance at once, whatever else is open. */
export interface Alert<Id extends string = string, Ref extends string = string> {
  readonly when: Condition<Id, Ref>;
  readonly guidance: readonly string[];
  /** Codes that go with a type, so only for a case that the typology is for. */
  readonly inScope?: readonly string[];
  readonly says: string;
}

/** A typology as plain frozen data: its form, its types and how one of them is chosen. */
export interface Typology<TypeId extends string = string, Id extends string = string, Ref extends string = string> {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly instrument: Instrument;
  /** Whom it is not for: `outside` true stops the typing. */
  readonly scope: { readonly outside: Condition<Id, Ref>; readonly guidance: readonly string[]; readonly says: string };
  /** The item that asks for the first aim. */
  readonly firstAim: Id;
  readonly types: Readonly<Record<TypeId, TypeCriteria<Id, Ref>>>;
  readonly contradictions: Readonly<Record<string, Contradiction<Id, Ref>>>;
  readonly alerts: Readonly<Record<string, Alert<Id, Ref>>>;
  /** Guidance while no type stands. */
  readonly undeterminedGuidance: readonly string[];
  readonly intendedUse: string;
  readonly limits: readonly string[];
}
