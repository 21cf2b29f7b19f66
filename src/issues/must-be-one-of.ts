import { AssessmentError } from "./assessment-error.ts";
import { nearestIn } from "./nearest-name.ts";
import { shapeOf } from "./shape-of.ts";

/**
 * Refuses a word that an argument cannot have, so that it is not taken for another. The types do so in TypeScript; plain
 * JavaScript may hold any word.
 *
 * @throws {AssessmentError} `unknown_option` at the argument's name
 * @internal
 */
export function mustBeOneOf(word: unknown, words: readonly string[], name: string): void {
  if (typeof word === "string" && words.includes(word)) return;
  throw new AssessmentError([
    { code: "unknown_option", path: [name], expected: words, shape: shapeOf(word), ...nearestIn(word, words) },
  ]);
}
