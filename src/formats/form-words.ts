import type { AskedItem } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import type { LaidBound } from "./form-layout.ts";

/** The words shown for not knowing. */
export interface UnknownWords {
  readonly not_sure: string;
  readonly prefer_not: string;
}

/** The words that a form in another system shows beside those of the instrument, also to those who build it. */
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
  /** The names of the two wordings, each of which a form engine offers as a language. */
  readonly rater_wording: string;
  readonly target_wording: string;
  /** The wording for the other respondent, `{text}`, where it stands beside the one that is shown. */
  readonly for_rater: string;
  readonly for_target: string;
  /** The fields of a record for its own name, and for the id, the version and the hash of the form `{title}`. */
  readonly record_id: string;
  readonly form_id: string;
  readonly form_version: string;
  readonly form_hash: string;
  /** What a form is not for, `{uses}`, and what is known of its quality. */
  readonly limits: string;
  /** What a schema of answers says of itself after the form's `{purpose}`; a schema of results; a service that scores. */
  readonly answers_schema: string;
  readonly result_schema: string;
  readonly result_note: string;
  readonly score: string;
  readonly score_result: string;
  readonly score_issues: string;
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
  rater_wording: "Wording for the rater (en)",
  target_wording: "Wording for the target (en)",
  for_rater: "Wording for the rater: {text}",
  for_target: "Wording for the target: {text}",
  record_id: "Record ID",
  form_id: "{title}: id of the form",
  form_version: "{title}: version of the form",
  form_hash: "{title}: hash of the form",
  limits: "Not for: {uses}. Validation: {validation}.",
  answers_schema: "{purpose} An absent item, or null, is not asked.",
  result_schema: "Result of: {title}",
  result_note: "It advises trained people and decides nothing.",
  score: "Score {title}. The result advises trained people and decides nothing.",
  score_result: "What came out",
  score_issues: "Every issue in the answers",
} as const satisfies FormWords;

/**
 * A choice that a form engine shows: its code and its label.
 *
 * @internal
 */
export interface ShownOption {
  readonly code: string;
  readonly label: string;
}

/**
 * The options of an item with codes and then the two words for not knowing; for a number or a date, only the words.
 *
 * @internal
 */
export function optionsOf({ responses }: AskedItem, words: UnknownWords): readonly ShownOption[] {
  const own =
    responses.kind === "choice" ? Object.entries(responses.options).map(([code, { label }]) => ({ code, label })) : [];
  return [...own, { code: "not_sure", label: words.not_sure }, { code: "prefer_not", label: words.prefer_not }];
}

/**
 * What a calculated field is called.
 *
 * @internal
 */
export function boundText({ means, end }: Pick<LaidBound, "means" | "end">, words: FormWords): string {
  if (end === "part") return filled(words.part, { name: means });
  return filled(end === "low" ? words.least : words.most, { rule: means });
}

/**
 * The name of the question that holds why a number or a date was not given, since most systems can hold no word in such
 * a field; `undefined` for an item with codes, which holds the words itself.
 *
 * @internal
 */
export function reasonField(id: string, { responses }: AskedItem): string | undefined {
  return responses.kind === "choice" ? undefined : `${id}_not_known`;
}

/**
 * What that question asks. It names the question it belongs to, since a label may stand alone in an export.
 *
 * @internal
 */
export function reasonText(question: string, { why_empty }: Pick<FormWords, "why_empty">): string {
  return filled(why_empty, { question });
}
