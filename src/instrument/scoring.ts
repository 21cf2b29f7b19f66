import type { Grounds } from "../evidence/index.ts";
import type { Condition, Decision } from "../rules/index.ts";

/** What a level says to those who act on it. */
export interface LevelOutcome {
  readonly label: string;
  /** One or two plain sentences: what was reported. Never that someone is out of danger. */
  readonly says: string;
  /** Guidance codes. In an ordered level, those of every lower outcome are given as well. */
  readonly guidance: readonly string[];
  /** Ids of the instruments to go on to. */
  readonly next?: readonly string[];
}

/**
 * A decision list over the answers with named outcomes, such as how soon someone should act. If `ordered`, `outcomes`
 * lists them from the most to the least concern, and a result says the least and the most that are still possible.
 */
export interface Level<Id extends string = string, Ref extends string = string, Outcome extends string = string>
  extends Decision<Outcome, Id, Ref> {
  /** The question that the level answers, such as "How soon should someone act?". */
  readonly asks: string;
  readonly ordered: boolean;
  readonly outcomes: Readonly<Record<Outcome, LevelOutcome>>;
  /** Guidance codes while more than one outcome is possible. */
  readonly unsettled: readonly string[];
  readonly basis: Grounds;
}

/** Guidance codes that belong to answers, whatever the levels say. */
export interface GuidanceRule<Id extends string = string, Ref extends string = string> {
  readonly codes: readonly [string, ...string[]];
  readonly when: Condition<Id, Ref>;
  /** Give the codes while the condition is unknown, too: they stay away only if it is false. */
  readonly unlessRuledOut?: true;
  /** Ids of the instruments to go on to. */
  readonly next?: readonly string[];
  /** Set if an administration should pause once this holds: what to say. Going on stays the respondent's choice. */
  readonly interrupts?: string;
}

/** Answers that do not fit together. They are shown, never corrected. */
export interface AnswerContradiction<Id extends string = string, Ref extends string = string> {
  readonly when: Condition<Id, Ref>;
  readonly says: string;
}
