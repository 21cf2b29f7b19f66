import { mustBeList } from "../issues/index.ts";

/** What is expected where another character seems to stand between cells. */
const expectedFor: Readonly<Record<string, string>> = {
  ";": "commas between cells, or tabs in a .tsv file (this looks like semicolons)",
  "\t": "commas between cells, or a name that ends in .tsv (this looks like tabs)",
};

/** What is expected where a table begins with the line by which some spreadsheets tell each other the separator. */
const expectedFirst = "a first line of column names (this one only tells a spreadsheet what stands between cells)";

/**
 * What is expected of a header that is one cell with another separator in it, or only names the separator; `undefined` if
 * it is neither.
 *
 * @throws {AssessmentError} `malformed` for what is no list
 * @example
 * otherSeparatorIn(["case_id;adult"]);
 * // => ["commas between cells, or tabs in a .tsv file (this looks like semicolons)"]
 */
export function otherSeparatorIn(header: readonly string[]): readonly string[] | undefined {
  mustBeList(header, "header");
  const [only = "", ...others] = header;
  const other = others.length > 0 ? undefined : otherSeparator(/[;\t]/.exec(only)?.[0]);
  // A line of sep=, has a second cell, without a name.
  if (!/^sep=[;\t]?$/i.test(only) || others.some((name) => name !== "")) return other;
  return [expectedFirst, ...(other ?? [])];
}

/** What is expected in place of a character that seems to stand between cells; `undefined` if it is not known as one. */
export function otherSeparator(character = ""): readonly string[] | undefined {
  const expected = expectedFor[character];
  return expected === undefined ? undefined : [expected];
}
