import type { Dialect } from "./dialect.ts";

/**
 * Backslashes mean themselves in literals or not, by a setting, and `$` may start a variable. A text with either, or
 * with a quote, is therefore written as its bytes.
 */
const text = (value: string): string =>
  /^[\w .,:;()[\]{}|?*+!^<>=@%&/-]*$/.test(value) ? `'${value}'` : `CAST(${bytes(value)} AS STRING)`;

const bytes = (value: string): string =>
  `X'${Array.from(new TextEncoder().encode(value), (byte) => byte.toString(16).padStart(2, "0")).join("")}'`;

/** A word as bytes, which no collation compares in a way of its own. */
const binary = (value: string): string => (/^\w+$/.test(value) ? `CAST('${value}' AS BINARY)` : bytes(value));

/** Spark SQL 3.4 and later, with ANSI mode on or off. */
export const spark: Dialect = {
  id: "spark",
  title: "Spark SQL",
  foldsCase: true,
  refusedInNames: ["${"],
  fence: "",
  // Each sub-query is a further pass over the row, which is copied there.
  stepsInOne: 16,
  identifier: (name) => `\`${name.replaceAll("`", "``")}\``,
  text,
  number: (value) => `(${value}D)`,
  row: (table) => `struct(${table}.*)`,
  columnsOf: (row) => `${row}.*`,
  cell: (column) => `coalesce(CAST(${column} AS STRING), '')`,
  position: (words, column) =>
    `CAST(array_position(array(${words.map(binary).join(", ")}), coalesce(CAST(CAST(${column} AS STRING) AS BINARY), X'')) AS INT)`,
  // The rules become one Java method, and the JVM compiles none of more than 8,000 bytes.
  zeros(named) {
    const places = `array(${named.map(([, number]) => number).join(", ")})`;
    const names = `array(${named.map(([name]) => text(name)).join(", ")})`;
    const none = `array(${named.map(() => "0").join(", ")})`;
    const both = `array_intersect(arrays_zip(${places}, ${names}), arrays_zip(${none}, ${names}))`;
    return { any: `array_contains(${places}, 0)`, names: `array_join(${both}.\`1\`, ' ')` };
  },
  // Java's `$` also matches before a last line break.
  matches: (value, pattern) => `(${value} RLIKE ${text(`(?s)^(?:${pattern})`)} || chr(36) || '(?!.)')`,
  toNumber: (value) => `CAST(${value} AS DOUBLE)`,
  toInteger: (value) => `CAST(${value} AS INT)`,
  floor: (value) => `CAST(floor(${value}) AS DOUBLE)`,
  lookUp: (list, position) => `array(${list.join(", ")})[${position}]`,
  lookUpText: (texts, position) => `array(${texts.map(text).join(", ")})[${position}]`,
  sorted: (numbers) => `array_sort(array(${numbers.join(", ")}))`,
  entry: (list, position) => `${list}[${position}]`,
};
