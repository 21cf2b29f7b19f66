import Papa from "papaparse";

/** Writes rows of a delimited file, with text that a spreadsheet would run made harmless. */
export interface CellWriter {
  /** A row of names or words of our own. */
  line(cells: readonly string[]): string;
  /**
   * A row of passed-through cells, which are guarded, and cells of our own, which are not. `loose` names the places of
   * passed-through cells that may hold anything; the others are known to be codes, numbers or days. All may if it is
   * not given.
   */
  row(passed: readonly string[], own: readonly string[], loose?: readonly number[]): string;
  /** Whether cells of our own need no quotes. */
  arePlain(own: readonly string[]): boolean;
  /** One text with a `'` before it if a spreadsheet would run it. */
  guard(text: string): string;
  /** How many cells have been guarded. */
  guarded(): number;
}

/**
 * Text that starts, after quotes and spaces, with a sign that starts a formula, or with a control character. A text that is
 * guarded already is such a text, too: it cannot be told from one that had a quote, and taking one off gives back either.
 */
const live = /^(?:["'\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\0])/;
const special = /[",\r\n\t]|^\s|\s$/;
const notPlain = /[^!#-+\--~ ]/;

/**
 * A writer of rows for a delimiter. Unless `rawText`, text that a spreadsheet would run is made harmless. The lines
 * come from papaparse; rows that need no quoting are joined as they are.
 *
 * @example
 * const cells = cellWriter(",", false);
 * cells.row(["a", "=1+1"], ["single"]); // => "a,'=1+1,single\n"
 * cells.guarded(); // => 1
 */
export function cellWriter(delimiter: "," | "\t", rawText: boolean): CellWriter {
  let guarded = 0;
  const write = (cells: readonly string[]) =>
    cells.some((cell) => special.test(cell))
      ? `${Papa.unparse([[...cells]], { delimiter, newline: "\n" })}\n`
      : `${cells.join(delimiter)}\n`;
  const guard = (text: string): string => {
    if (rawText || !live.test(text)) return text;
    guarded += 1;
    return `'${text}`;
  };
  return {
    line: write,
    row(passed, own, loose) {
      const cells = loose === undefined ? passed.map(guard) : [...passed];
      for (const at of loose ?? []) cells[at] = guard(cells[at] ?? "");
      return write([...cells, ...own]);
    },
    arePlain: (own) => !own.some((cell) => notPlain.test(cell)),
    guard,
    guarded: () => guarded,
  };
}
