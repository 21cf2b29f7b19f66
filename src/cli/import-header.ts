import type { FormWords } from "../formats/index.ts";
import type { Instrument } from "../instrument/index.ts";
import { AssessmentError } from "../issues/index.ts";
import { otherSeparatorIn } from "../tables/index.ts";
import type { ImportFormat } from "./import-formats.ts";

/** What a table is read as. */
interface ReadAs {
  readonly format: ImportFormat;
  readonly instrument: Instrument;
  readonly words: FormWords;
}

/** A value that no form has as an answer: where an item is looked for, it is a fault, and elsewhere nothing. */
const noAnswer = "?";

/**
 * Refuses a table of which no column holds an item of the form, before anything is written. A table whose rows name
 * their own columns has no header to look at.
 *
 * @throws {AssessmentError} `missing_column`
 */
export function refuseForeign(header: readonly string[], name: string, { format, instrument, words }: ReadAs): void {
  if (header.length === 0) return;
  const tried = Object.fromEntries(header.map((column) => [column, noAnswer]));
  const { answers, issues } = format.read(tried, instrument, words);
  const isOfForm =
    Object.keys(answers).length > 0 ||
    issues.some(({ code }) => code !== "unknown_item" && code !== "version_mismatch");
  // The last part of such a cell may be an item's name, where groups stand before it.
  const other = otherSeparatorIn(header);
  if (isOfForm && other === undefined) return;
  const expected = other ?? Object.keys(instrument.items);
  throw new AssessmentError([{ code: "missing_column", path: [name], expected }]);
}
