import { mustBeText } from "../issues/index.ts";
/** What an id is called where people read it. */
export type Named = (id: string) => string;

/**
 * An id as words.
 *
 * @throws {AssessmentError} `malformed` for what is no text
 * @example
 * asWords("incompetent_suitor"); // => "incompetent suitor"
 */
export function asWords(id: string): string {
  mustBeText(id, "id");
  return id.replaceAll("_", " ");
}
