import type { ItemState } from "../assessment/index.ts";

/** What a service can offer. */
export const services = ["assessment", "treatment", "management", "consultation", "signposting", "monitoring"] as const;
export type Service = (typeof services)[number];

/** One case as a caseload counts it, from a record or from rows of a table. Days are `YYYY-MM-DD`. */
export interface CaseloadCase {
  readonly id: string;
  /** A pseudonym, by which a person who comes back in another case is known again; `null` if there is none. */
  readonly person: string | null;
  readonly referrals: readonly { readonly agency: string; readonly on: string; readonly decision: string | null }[];
  /** Offered, whether or not it was taken up. */
  readonly offered: readonly Service[];
  /** The days of its assessments. */
  readonly assessedOn: readonly string[];
  /** The latest classification of each episode that has one: its outcome, and all that are still possible. */
  readonly outcomes: readonly {
    readonly label: string;
    readonly possible: readonly string[];
    /** Whether open answers cannot change it; left out if that is not said. */
    readonly settled?: boolean;
  }[];
  /** Episodes that have not been classified. */
  readonly unclassified: number;
  /** Classifications beside which a person has set another value. */
  readonly overridden: number;
  /** What was seen at each time of monitoring; an empty list says that nothing was. */
  readonly monitoring: readonly { readonly signs: readonly string[] }[];
  /** How the items stand in each form that was filled in. */
  readonly forms: readonly Readonly<Record<string, ItemState>>[];
}

/** The day of a time of writing. */
export const dayOfTime = (at: string): string => at.slice(0, 10);

/** Days from 1970-01-01. */
export const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;
