import type { EvidenceGrade } from "../evidence/index.ts";
import type { Informant, Respondent } from "../instrument/index.ts";
import type { Answer, Prorated } from "../rules/index.ts";
import type { Coverage } from "./coverage.ts";

/** What a named rule came to. A quantity is exact when `low` equals `high`. */
export type IndicatorResult =
  | { readonly kind: "condition"; readonly means: string; readonly truth: "true" | "false" | "unknown" }
  | {
      readonly kind: "quantity";
      readonly means: string;
      readonly low: number;
      readonly high: number;
      /** The least and the most that it can be whatever the answers. */
      readonly range: readonly [number, number];
      /** A mean's point estimate by its prorating rule, or why there is none. It settles nothing. */
      readonly prorated?: Prorated;
    };

/** One answer that a result rests on. */
export interface ReasonGiven {
  readonly item: string;
  readonly answer: Answer;
}

/** Where a level stands. */
export interface LevelResult {
  readonly asks: string;
  readonly ordered: boolean;
  /**
   * What may be shown: the outcome if it is settled; in an ordered level the least possible one, as a floor; else
   * `cannot_say`. The lowest outcome of an ordered level is shown only if nothing open could raise it.
   */
  readonly shown: { readonly kind: "settled" | "at_least"; readonly outcome: string } | { readonly kind: "cannot_say" };
  readonly settled: boolean;
  /**
   * Every outcome of the level, from the most to the least concern if it is ordered: the scale on which a person may set
   * aside what is found.
   */
  readonly outcomes: readonly string[];
  /** Every outcome that the open answers still allow, from the most to the least concern if the level is ordered. */
  readonly possible: readonly string[];
  /** False if the search's budget ran out: `possible` may then hold too many outcomes, never too few. */
  readonly proven: boolean;
  /** The most and the least concern that are possible; `null` if the level has no order. */
  readonly atMost: string | null;
  readonly atLeast: string | null;
  /** A part of the answers that alone leaves these outcomes possible; none of it can be left out. */
  readonly because: readonly ReasonGiven[];
  /** The open items that could still change it, strongest first. */
  readonly open: readonly string[];
}

/** An open item that could still change a result. */
export interface OpenItem {
  readonly item: string;
  /** The short code of its question. */
  readonly code: string;
  readonly couldChange: readonly string[];
  readonly couldKnow: readonly Informant[];
}

/** A guidance code and why it is given. */
export interface GuidanceGiven {
  readonly code: string;
  /**
   * `answers`: a condition on them is true. `not_ruled_out`: it cannot be ruled out yet. `level`: by the floor of a
   * level. `open_level`: a level is not settled.
   */
  readonly by: "answers" | "not_ruled_out" | "level" | "open_level";
  readonly items: readonly string[];
  /** Whether an administration should pause for it. */
  readonly atOnce: boolean;
}

/** What a named rule or level rests on. */
export interface EvidenceOf extends EvidenceGrade {
  readonly of: string;
  readonly sources: readonly string[];
  readonly designChoices: number;
}

/** What came out of one administration of an instrument. Plain, frozen and the same bytes for the same input. */
export interface Scored {
  readonly instrument: { readonly id: string; readonly version: string; readonly hash: string };
  readonly library: string;
  readonly asOf: string;
  readonly window: { readonly from: string | null; readonly to: string };
  readonly respondent: Respondent | null;
  /** Items that this respondent is not asked and another could answer. */
  readonly notAskedOfThisRespondent: readonly string[];
  readonly intendedUse: {
    readonly purpose: string;
    readonly notFor: readonly string[];
    readonly notAbout: readonly string[];
    readonly decisionSupportOnly: true;
  };
  readonly completeness: Coverage & { readonly bySection: Readonly<Record<string, Coverage>> };
  readonly indicators: Readonly<Record<string, IndicatorResult>>;
  readonly levels: Readonly<Record<string, LevelResult>>;
  readonly open: readonly OpenItem[];
  readonly contradictions: readonly { readonly id: string; readonly items: readonly string[]; readonly says: string }[];
  readonly guidance: readonly GuidanceGiven[];
  /** Ids of the instruments that answers or levels lead to. */
  readonly next: readonly string[];
  readonly evidence: readonly EvidenceOf[];
  /** The three ways of not being certain, kept apart. */
  readonly uncertainty: {
    readonly openItems: number;
    readonly restOnDesignChoices: readonly string[];
    readonly betweenRaters: "not_assessed";
  };
  readonly limits: readonly string[];
  /** Only a person can fill this in, in the caller's own record. */
  readonly humanReview: { readonly status: "pending" };
}
