import { type Catalogue, parseCatalogue } from "./catalogue.ts";
import { filled } from "./filled.ts";
import type { Issue, IssueCode } from "./issue.ts";
import { mustHave } from "./must-have.ts";
import type { Parsed } from "./parsed.ts";
import { englishPlaceWords, type PlaceWords, withPlace } from "./with-place.ts";

/** What each code means, in English and without a full stop. */
const sentences: Readonly<Record<IssueCode, string>> = {
  not_an_object: "Answers must be a plain object from item id to answer",
  unknown_item: "There is no item of this name",
  unknown_option: "This is not one of the item's codes",
  wrong_type: "The value is of the wrong type",
  out_of_range: "The number is out of range",
  accessor_property: "Answers must be plain values, not getters",
  closed_item: "The item is closed by earlier answers",
  several_answers: "There are several values where one is allowed",
  label_for_code: "This is a label, where a code is needed",
  more_records: "There are more records than those in this file",
  rejected_submission: "The submission was rejected or deleted on its server",
  changed_form: "This differs from the instrument's own export",
  after_as_of: "This day is later than the day the answers are looked at",
  malformed: "This does not have the required form",
  too_large: "This is larger than the limit",
  too_deep: "This is nested deeper than the limit",
  unknown_reference: "The rule refers to something that is not declared",
  wrong_rule_type: "A condition stands where a quantity is needed, or the other way round",
  circular_reference: "The rule refers to itself",
  asked_too_early: "The item's askIf reads an item that is asked later",
  reserved_word: "This word is reserved for a state of an answer",
  bad_name: "The name has characters or a length that are not allowed here",
  missing_basis: "A claim needs a source or a stated design choice",
  duplicate_name: "The name is used twice",
  unquotable_name: "The name is empty, or no database can quote it safely",
  missing_text: "A text is missing or empty",
  unknown_text: "There is no text of this name",
  version_mismatch: "This was saved with another instrument or version",
  impossible_date: "The calendar or the clock has no such date",
  from_after_to: "The start is after the end",
  before_start: "The date is before the first day of the log",
  not_pseudonymous: "An id or a role must be a pseudonym or a code, never a name, an address or a number of the person",
  unknown_entry: "No earlier entry that still stands has this id",
  unknown_episode: "The record has no episode of this id",
  already_superseded: "The entry has been superseded before",
  supersedes_later: "An entry can only supersede one that stands before it",
  wrong_kind: "This kind of entry cannot refer to an entry of that kind or episode",
  time_goes_back: "This time is before the one that it follows",
  needs_reason: "A reason is needed",
  needs_second_person: "A second person is needed",
  bad_key: "The key must be at least 32 bytes",
  not_chained: "The record is chained, so an entry needs the key",
  unmapped_item: "The map says nothing of this item",
  unmapped_option: "The map says nothing of this item's code",
  empty_file: "The file is empty",
  no_header: "The first row has no column names",
  duplicate_header: "Two columns have the same name",
  lookalike_header: "Two columns have names that differ only by case, spaces or look-alike characters",
  missing_column: "A column is missing",
  taken_column: "The input already has a column of this name",
  wrong_encoding: "The file is not UTF-8",
  malformed_text: "The text is not valid UTF-8",
  unclosed_quote: "A quoted cell is never closed",
  stray_quote: "A quote stands in the wrong place",
  wrong_cell_count: "The row does not have as many cells as the header",
  nul_character: "The row holds a NUL character",
  cell_too_long: "A cell is longer than the limit",
  malformed_json: "This is not valid JSON, or not an object",
  duplicate_key: "The same key stands twice in one object",
  changed_while_reading: "The file changed while it was read",
  unreadable_file: "The file cannot be read",
  unknown_format: "The format of the file is not known",
  bad_map: "The column map cannot be used",
  wrong_usage: "The command cannot be run like this",
  output_exists: "The output exists already",
  output_refused: "The output cannot be written",
  output_in_use: "Another run writes this output",
  cannot_resume: "The run that was stopped was not the same as this one",
  counts_differ: "The rows do not add up, so nothing was published",
  duplicate_rating: "The same subject or case stands twice",
  unknown_category: "This is not one of the categories",
  unequal_subjects: "A subject is in one list and not in the other",
  unequal_lengths: "The lists do not have the same length",
  empty_list: "The list is empty",
  two_raters_needed: "This coefficient is for two raters",
  not_a_metric: "The weights are not one minus a squared distance",
  missing_class: "A class is in one list and not in the other",
};

/** The sentences for issues in one language, and the words that join them with their places. */
export type IssueWords = Catalogue<IssueCode | keyof PlaceWords>;

/** The sentences that are used unless others are given. */
export const englishIssueWords: IssueWords = {
  lang: "en",
  // A spread would keep them in every bundle, since it might run a getter.
  texts: /* @__PURE__ */ Object.assign({}, sentences, englishPlaceWords),
};

/**
 * Sentences for issues from a translator's file: complete, with the same places in each, or refused with every issue.
 *
 * @returns issues `malformed`, `missing_text`, `unknown_text`
 * @example
 * const result = parseIssueWords({ lang: "xx", texts: {} });
 * result.ok ? "" : result.issues[0].path; // => ["texts", "not_an_object"]
 */
export function parseIssueWords(input: unknown): Parsed<IssueWords> {
  return parseCatalogue(input, englishIssueWords.texts);
}

/**
 * An issue as one sentence: what is wrong, where, what was expected. It never holds the value found. What was expected
 * and the shape of what was found are for programs too, and stay as the issue has them in every language.
 *
 * @throws {AssessmentError} `malformed` for what is no issue, or words that are none
 * @example
 * messageOf({ code: "unknown_option", path: ["adult"], expected: ["yes", "no"], nearest: "yes" });
 * // => "This is not one of the item's codes: adult. Expected one of: yes, no. Nearest: yes."
 */
export function messageOf(issue: Issue, words: IssueWords = englishIssueWords): string {
  mustHave(issue, "path", "issue");
  mustHave(words, "texts", "words");
  const { texts } = words;
  return withPlace(texts[issue.code], issue, texts);
}

/**
 * The sentence for a code alone, as `explain CODE` prints it; in English unless other words are given.
 *
 * @throws {AssessmentError} `malformed` for words that are none
 * @example
 * sentenceFor("unknown_option"); // => "This is not one of the item's codes."
 */
export function sentenceFor(code: IssueCode, words: IssueWords = englishIssueWords): string {
  mustHave(words, "texts", "words");
  const { texts } = words;
  return filled(texts.sentence, { what: texts[code] });
}

/** All issue codes. */
export const issueCodes: readonly IssueCode[] = /* @__PURE__ */ Object.keys(sentences) as IssueCode[];
