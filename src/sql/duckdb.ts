import type { Dialect } from "./dialect.ts";

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

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
  },
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text,
  number: (value) => `(${value}${/e/.test(String(value)) ? "" : "e0"})`,
  row: (table) => table,
  columnsOf: (row) => `${row}.*`,
  cell: (column) => `coalesce(CAST(${column} AS VARCHAR), '')`,
  // Functions over one column, so that the engine works them out once for each entry of a column's dictionary.
  position: (words, column) =>
    `greatest(list_position([${words.map(text).join(", ")}, NULL], CAST(${column} AS VARCHAR)), 0)`,
  // A place in a list, in which the first word fills what is between the groups: the first place of a word is its own.
  slot: (groups, unit, column) => {
    const filler = text(groups[0]?.[0] ?? "");
    const places = groups.flatMap((words) => {
      const own = words.flatMap((word) => (word === "" ? ["''", "NULL"] : [text(word)]));
      return [filler, ...own, ...Array<string>(unit - 1 - own.length).fill(filler)];
    });
    return `greatest(list_position([${places.slice(1).join(", ")}], CAST(${column} AS VARCHAR)), 0)`;
  },
  matches: (value, pattern) => `regexp_full_match(${value}, ${text(pattern)})`,
  toNumber: (value) => `coalesce(TRY_CAST(${value} AS DOUBLE), 0e0)`,
  toInteger: (value) => `CAST(${value} AS INTEGER)`,
  floor: (value) => `floor(${value})`,
  lookUp: (list, position) => `list_extract([${list.join(", ")}], ${position} + 1)`,
  sorted: (numbers) => `list_sort([${numbers.join(", ")}], 'ASC', 'NULLS LAST')`,
  entry: (list, position) => `list_extract(${list}, ${position + 1})`,
};
