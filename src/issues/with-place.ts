import { filled } from "./filled.ts";
import type { Issue } from "./issue.ts";

/** How the parts of an issue are joined to what has been said so far, in this order. */
export const englishPlaceWords = {
  place: "{what}: {place}",
  line: "{what} (line {line})",
  positions: "{what} (positions {positions})",
  sentence: "{what}.",
  expected: "{what} Expected {expected}.",
  one_of: "{what} Expected one of: {one_of}.",
  limit: "{what} Limit: {limit}.",
  shape: "{what} Found: {shape}.",
  nearest: "{what} Nearest: {nearest}.",
} as const;

/** The words that join the parts of an issue, in some language, with the same places as in English. */
export type PlaceWords = Readonly<Record<keyof typeof englishPlaceWords, string>>;

/** What is wrong, followed by where, what was expected and what else an issue says. */
export function withPlace(what: string, issue: Issue, words: PlaceWords = englishPlaceWords): string {
  const { path, positions, expected } = issue;
  const parts: { readonly [Part in keyof PlaceWords]?: string | number | undefined } = {
    ...issue,
    place: path.length === 0 ? undefined : path.join("."),
    positions: positions?.join(", "),
    sentence: "",
    expected: undefined,
    [expected?.[1] === undefined ? "expected" : "one_of"]:
      expected?.[0] === undefined ? undefined : expected.join(", "),
  };
  return (Object.keys(englishPlaceWords) as (keyof PlaceWords)[]).reduce((said, part) => {
    const value = parts[part];
    return value === undefined ? said : filled(words[part], { what: said, [part]: value });
  }, what);
}
