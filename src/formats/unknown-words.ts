import type { AskedItem } from "../instrument/index.ts";

/** The words shown for not knowing. */
export interface UnknownWords {
  readonly not_sure: string;
  readonly prefer_not: string;
}

/** The words shown for not knowing, unless others are given. */
export const usualWords: UnknownWords = { not_sure: "I am not sure", prefer_not: "I would rather not say" };

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

/**
 * The name of the question that holds why a number or a date was not given, since most systems can hold no word in such
 * a field; `undefined` for an item with codes, which holds the words itself.
 */
export function reasonField(id: string, { responses }: AskedItem): string | undefined {
  return responses.kind === "choice" ? undefined : `${id}_not_known`;
}

/** What that question asks. It names the question it belongs to, since a label may stand alone in an export. */
export function reasonText(question: string): string {
  return `If you left this empty, why? ${question}`;
}
