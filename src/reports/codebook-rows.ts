import { mustHave } from "../issues/index.ts";
import type { Codebook, CodebookItem } from "./codebook.ts";
import { basisWords } from "./codebook-pages.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";

/**
 * A codebook's items as rows for `toCsv`: one for each code of each item, as data dictionaries have it.
 *
 * @example
 * codebookRows(codebook(quickScreen))[1]?.slice(0, 3); // => ["danger_now", "QD1", "yes"]
 */
export function codebookRows(book: Codebook, phrases: Phrases = englishPhrases): readonly (readonly string[])[] {
  mustHave(book, "states", "book"); // an instrument has items too
  const say = sayer(phrases);
  const rows = book.items.flatMap((item) =>
    answersOf(item, book, say).map(([code, label, value]) => [
      item.id,
      item.code,
      code,
      label,
      value,
      item.section ?? "",
      item.target,
      item.rater,
      item.construct,
      item.askedUnlessFalse ?? "",
      item.askOnly ?? "",
      item.whenClosed === null ? "" : String(item.whenClosed),
      item.raterNote ?? "",
      item.couldKnow.join(" "),
      item.readBy.join(" "),
      basisWords(item.basis, say),
    ]),
  );
  return [csvHeader, ...rows];
}

/** Names of columns are names for programs, so they are the same in every language. */
const csvHeader = [
  "item",
  "item_code",
  "option",
  "option_label",
  "option_value",
  "section",
  "text_target",
  "text_rater",
  "construct",
  "asked_unless_false",
  "ask_only",
  "when_closed",
  "rater_note",
  "could_know",
  "read_by",
  "basis",
] as const;

function answersOf(
  { responses }: CodebookItem,
  { states }: Codebook,
  say: Say,
): readonly (readonly [string, string, string])[] {
  const known: readonly (readonly [string, string, string])[] =
    responses.kind === "choice"
      ? Object.entries(responses.options).map(([code, { label, value }]) => [code, label, value?.toString() ?? ""])
      : responses.kind === "number"
        ? [
            [
              "",
              say(responses.integer ? "codebook.whole_number" : "codebook.number", {
                min: responses.min,
                max: responses.max,
              }),
              "",
            ],
          ]
        : [["", say("codebook.date"), ""]];
  return [...known, ...states.map((state) => [state, say(`state.${state as "closed"}`), ""] as const)];
}
