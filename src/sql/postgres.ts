import type { Dialect } from "./dialect.ts";

/** Backslashes mean themselves in `''` or not, by a setting; in `E''` they never do. */
const text = (value: string): string => {
  const quoted = value.replaceAll("'", "''");
  return quoted.includes("\\") ? `E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
};

/**
 * The output of any type, so that padding stays; NULL gives `''`. Compared byte by byte, whatever the column's collation.
 * Functions that take any type are named with their schema: one of the user's own that takes text would come before them.
 */
const cell = (column: string): string => `(pg_catalog.concat(${column}) COLLATE "C")`;

/** PostgreSQL 12 and later, with a database in UTF-8. */
export const postgres: Dialect = {
  id: "postgres",
  title: "PostgreSQL",
  longestName: 63,
  foldsCase: false,
  refusedInNames: [],
  fence: "OFFSET 0",
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text,
  number: (value) => `(float8 '${value}')`,
  row: (table) => table,
  columnsOf: (row) => `(${row}).*`,
  cell,
  position: (words, column) =>
    `coalesce(pg_catalog.array_position(ARRAY[${words.map(text).join(", ")}]::text[], ${cell(column)}), 0)`,
  matches: (value, pattern) => `(${value} ~ ${text(`^(?:${pattern})$`)})`,
  toNumber: (value) => `CAST(${value} AS double precision)`,
  toInteger: (value) => `CAST(${value} AS integer)`,
  floor: (value) => `floor(${value})`,
  lookUp: (list, position) => `('{${list.join(",")}}'::int[])[${position} + 1]`,
  lookUpText: (texts, position) => `(ARRAY[${texts.map(text).join(", ")}]::text[])[${position} + 1]`,
  sorted: (numbers) => `ARRAY(SELECT v FROM pg_catalog.unnest(ARRAY[${numbers.join(", ")}]) AS u(v) ORDER BY v ASC)`,
  entry: (list, position) => `(${list})[${position + 1}]`,
};
