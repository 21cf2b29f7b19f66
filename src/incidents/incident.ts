import type { Interval } from "../rules/index.ts";

/** How the contact came. */
export const channels = ["in_person", "phone", "message", "online", "post", "third_party", "legal", "other"] as const;
/** The kind of place; never an address. */
export const places = ["home", "work", "study", "travel", "online", "public", "other"] as const;
/** Who was told. `none` stands alone; leave the field out where it is not known. */
export const authorities = ["police", "employer", "school", "advocate", "health", "none", "other"] as const;
/** How afraid the person was, as the degrees of the forms. */
export const fearDegrees = ["not_at_all", "a_little", "moderately", "very", "extremely", "not_sure"] as const;
/** Who reported it. */
export const reporters = ["victim", "witness", "professional", "system"] as const;
/** How sure it is that this person did it, or had it done. */
export const attributions = ["confirmed", "probable", "possible", "disputed"] as const;
/** Yes, no, or the word for not knowing. */
export const yesNoNotSure = ["yes", "no", "not_sure"] as const;

/** One of {@link attributions}. */
export type Attribution = (typeof attributions)[number];
/** One of {@link yesNoNotSure}. */
export type YesNoNotSure = (typeof yesNoNotSure)[number];

/**
 * One act as it is entered. A date is a day `2026-05-03`, a month `2026-05`, a year `2026`, or a time with its offset
 * `2026-05-03T21:40+01:00`. Give `date`, or the times between which it happened (`from`, `to`, or one of them), or
 * nothing if the date is not known. For something that lasted, give when it began; for two acts, make two entries.
 */
export interface IncidentEntry {
  readonly id: string;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  /** Ids of the items that ask for what was done. */
  readonly behaviours: readonly string[];
  readonly attribution: Attribution;
  readonly channel?: (typeof channels)[number];
  readonly place?: (typeof places)[number];
  readonly witnesses?: YesNoNotSure;
  /** Opaque references, such as an exhibit number: never the evidence. */
  readonly evidence?: readonly string[];
  readonly reportedTo?: readonly (typeof authorities)[number][];
  readonly breachOfOrder?: YesNoNotSure;
  readonly fear?: (typeof fearDegrees)[number];
  readonly reporter?: (typeof reporters)[number];
  /** Whether it came after the person was told to stop, where that is known apart from the dates. */
  readonly afterToldToStop?: YesNoNotSure;
}

/** An entry with the span in which it happened. */
export interface Incident extends IncidentEntry {
  /**
   * The first and the last second in which it can have happened, counted from the start of 1970 **on the clock as
   * written**: an offset says whose clock it was and moves nothing, so that a day stays the day it was there.
   */
  readonly when: Interval;
}

/** A log of acts, checked. It proves what it holds, never that something did not happen. */
export interface IncidentLog {
  /** The day up to which the log goes. */
  readonly asOf: string;
  /** The day before which nothing in it can have happened. */
  readonly notBefore: string;
  /** The behaviours that an entry may name. */
  readonly behaviours: readonly string[];
  readonly entries: readonly Incident[];
}
