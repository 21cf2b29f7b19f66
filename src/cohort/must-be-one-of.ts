import { AssessmentError, nearestName } from "../issues/index.ts";

/** Refuses a word that an option does not have, so that it is not taken for another; throws `unknown_option`. */
export function mustBeOneOf(word: string, words: readonly string[], name: string): void {
  if (words.includes(word)) return;
  const nearest = nearestName(String(word), words);
  throw new AssessmentError([
    { code: "unknown_option", path: [name], expected: words, ...(nearest === undefined ? {} : { nearest }) },
  ]);
}
