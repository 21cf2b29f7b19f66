import type { AskedItem } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import type { LaidBound } from "./form-layout.ts";

/** The words shown for not knowing. */
export interface UnknownWords {
  readonly not_sure: string;
  readonly prefer_not: string;
}

/** The words that a form in another system shows beside those of the instrument. */
export interface FormWords extends UnknownWords {
  /** What is asked if a number or a date is not given; `{question}` is the question. */
  readonly why_empty: string;
  /** What a number must be, from `{min}` to `{max}`. */
  readonly between: string;
  /** The least and the most that a `{rule}` comes to. */
  readonly least: string;
  readonly most: string;
  /** A part of calculated fields, `{name}`. */
  readonly part: string;
}

/** These words in English, which are shown unless others are given. */
export const englishFormWords = {
  not_sure: "I am not sure",
  prefer_not: "I would rather not say",
  why_empty: "If you left this empty, why? {question}",
  between: "From {min} to {max}",
  least: "{rule} (least, given what is open)",
  most: "{rule} (most, given what is open)",
  part: "A part of calculated fields: {name}",
} as const satisfies FormWords;

/** A choice that a form engine shows: its code and its label. */
export interface ShownOption {
  readonly code: string;
  readonly label: string;
}

/** The options of an item with codes and then the two words for not knowing; for a number or a date, only the words. */
export function optionsOf({ responses }: AskedItem, words: UnknownWords): readonly ShownOption[] {
  const own =
    responses.kind === "choice" ? Object.entries(responses.options).map(([code, { label }]) => ({ code, label })) : [];
  return [...own, { code: "not_sure", label: words.not_sure }, { code: "prefer_not", label: words.prefer_not }];
}

/** What a calculated field is called. */
export function boundText({ means, end }: Pick<LaidBound, "means" | "end">, words: FormWords): string {
  if (end === "part") return filled(words.part, { name: means });
  return filled(end === "low" ? words.least : words.most, { rule: means });
}

/**
 * The name of the question that holds why a number or a date was not given, since most systems can hold no word in such
 * a field; `undefined` for an item with codes, which holds the words itself.
 */
export function reasonField(id: string, { responses }: AskedItem): string | undefined {
  return responses.kind === "choice" ? undefined : `${id}_not_known`;
}

/** What that question asks. It names the question it belongs to, since a label may stand alone in an export. */
export function reasonText(question: string, { why_empty }: Pick<FormWords, "why_empty">): string {
  return filled(why_empty, { question });
}
