import type { Dialect } from "./dialect.ts";

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A column as text that is compared byte by byte, whatever collation the column or the session has. */
const exactly = (column: string): string => `CAST(${column} AS VARCHAR) COLLATE C`;

/**
 * A cell as text, `''` if it is NULL: nothing comes before `''`, and NULL is left out. `coalesce` is no function and is
 * worked out row by row; `concat` takes longer where cells come one by one, as from CSV.
 */
const blankOr = (column: string): string => `greatest(${exactly(column)}, '')`;

/** DuckDB 1.1 and later. */
export const duckdb: Dialect = {
  id: "duckdb",
  title: "DuckDB",
  foldsCase: true,
  refusedInNames: [],
  fence: "",
  numbers: {
    below: (count) => `(SELECT CAST(range AS INTEGER) AS n FROM range(${count})) AS ssb_numbers`,
    quotient: (number, by) => `${number} // ${by}`,
    // Sooner than a product, which is looked at for whether it is too large.
    moved: (number, places) => (places < 0 ? `${number} >> ${-places}` : `${number} << ${places}`),
  },
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text,
  number: (value) => `(${value}${/e/.test(String(value)) ? "" : "e0"})`,
  row: (table) => table,
  columnsOf: (row) => `${row}.*`,
  cell: (column) => `coalesce(${exactly(column)}, '')`,
  // Functions over one column, so that the engine works them out once for each entry of a column's dictionary. A list is
  // never searched for NULL: DuckDB 1.1 does not find it there, later ones do.
  position: (words, column) => `greatest(list_position([${words.map(text).join(", ")}], ${blankOr(column)}), 0)`,
  // A place in a list, in which the first word fills what is between the groups: the first place of a word is its own.
  slot: (groups, unit, column) => {
    const filler = text(groups[0]?.[0] ?? "");
    const places = groups.flatMap((words) => [
      filler,
      ...words.map(text),
      ...Array<string>(unit - 1 - words.length).fill(filler),
    ]);
    return `greatest(list_position([${places.slice(1).join(", ")}], ${blankOr(column)}), 0)`;
  },
  matches: (value, pattern) => `regexp_full_match(${value}, ${text(pattern)})`,
  toNumber: (value) => `coalesce(TRY_CAST(${value} AS DOUBLE), 0e0)`,
  toInteger: (value) => `CAST(${value} AS INTEGER)`,
  floor: (value) => `floor(${value})`,
  lookUp: (list, position) => `list_extract([${list.join(", ")}], ${position} + 1)`,
  lookUpText: (texts, position) => `list_extract([${texts.map(text).join(", ")}], ${position} + 1)`,
  sorted: (numbers) => `list_sort([${numbers.join(", ")}], 'ASC', 'NULLS LAST')`,
  entry: (list, position) => `list_extract(${list}, ${position + 1})`,
};
