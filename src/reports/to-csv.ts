import { mustBeLists } from "../issues/index.ts";

/** Text that a spreadsheet would run: it starts, after quotes and spaces, with a sign of a formula or a control character. */
const live = /^(?:["'\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\0])/;

/**
 * Rows as CSV (RFC 4180, with line feeds). A text that a spreadsheet would run gets a `'` before it.
 *
 * @throws {AssessmentError} `malformed` for what is no list of rows
 * @example
 * toCsv([["a", 'b "c"'], ["=1", ""]]); // => 'a,"b ""c"""\n\'=1,\n'
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  mustBeLists(rows, "rows");
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function cell(text: string): string {
  const harmless = live.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
