import type { Grounds } from "../evidence/index.ts";
import type { Condition, Responses } from "../rules/index.ts";

/** Who answers a form: the person it was done to, or someone trained who codes the case. */
export type Respondent = "target" | "rater";

/** Who could know an answer that the respondent does not know. */
export type Informant = (typeof informants)[number];

/** Every {@link Informant}. */
export const informants = [
  "target",
  "rater",
  "family_or_friend",
  "witness",
  "police",
  "court_or_probation",
  "clinician",
  "employer_or_school",
  "device_or_account_record",
] as const;

/** One question of an instrument. Its id is its key in the instrument's `items`. */
export interface Item {
  /** The short code that printed forms and older files use. */
  readonly code: string;
  readonly text: Readonly<Record<Respondent, string>>;
  /** What the item is meant to measure. */
  readonly construct: string;
  readonly responses: Responses;
  readonly section?: string;
  /** How a rater decides a doubtful case. */
  readonly raterNote?: string;
  /** Set if one answer alone calls for attention, whatever else is open. */
  readonly critical?: true;
  readonly whenClosed?: string | number;
  /** Set if only these respondents are asked; the item is closed to others. */
  readonly askOnly?: Respondent;
  /** Who could know, besides whoever answers. */
  readonly couldKnow?: readonly Informant[];
  /** The codes that tell of concern, from the least to the most. A later one never lowers an ordered level. */
  readonly concern?: readonly string[];
  /** Guidance codes to show beside the item, whatever is answered. */
  readonly support?: readonly string[];
  readonly basis: Grounds;
}

/** An item with the condition under which it is asked. */
export interface AskedItem extends Item {
  readonly askIf?: Condition;
}

/** Items by id, in the order in which they are asked. */
export type Items = Readonly<Record<string, Item>>;

/** The option codes of an item, without those that are a way of not knowing. */
export type CodeOf<I extends Item> = I["responses"] extends { readonly options: infer Options }
  ? {
      [Code in keyof Options & string]: Options[Code] extends { readonly notKnown: true } ? never : Code;
    }[keyof Options & string]
  : never;

/** Answers to a set of items, each with its own codes or a word for not knowing. */
export type AnswersTo<I extends Items> = {
  readonly [Id in keyof I]?:
    | (I[Id]["responses"] extends { readonly options: infer Options }
        ? keyof Options & string
        : I[Id]["responses"] extends { readonly kind: "number" }
          ? number
          : string)
    | "not_sure"
    | "prefer_not"
    | "not_asked"
    | "closed";
};

/**
 * Keeps the exact ids and codes of a set of items, so that rules over them are checked by the compiler.
 *
 * @example
 * const items = defineItems({
 *   wants_back: {
 *     code: "X1",
 *     text: { target: "Have they wanted you back?", rater: "Has the person sought to restore the bond?" },
 *     construct: "reconciliation",
 *     responses: yesNo,
 *     basis: [designChoice("an example")],
 *   },
 * });
 * Object.keys(items); // => ["wants_back"]
 */
export function defineItems<const I extends Items>(items: I): I {
  return items;
}
