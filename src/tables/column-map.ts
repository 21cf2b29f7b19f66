import * as z from "zod/mini";
import { AssessmentError, type Issue } from "../issues/index.ts";
import { repeatedKeys } from "./read-json.ts";

/** Where a form's items stand in a file, and what its own codes mean. */
export interface ColumnMap {
  /** By item id: the name of the file's column. */
  readonly columns: Readonly<Record<string, string>>;
  /** By item id: by the file's own code, the item's code or a word for not knowing; `""` for not asked. A blank is no answer. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const schema = z.strictObject({
  columns: z.optional(z.record(z.string(), z.string())),
  codes: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
});

/** The one key that a schema passes over in silence. */
function withoutPrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new AssessmentError([{ code: "bad_map", path: [key] }]);
  return value;
}

/**
 * A column map from JSON text.
 *
 * @param items The items that it may name.
 * @param codesOf The codes of an item, with the words for not knowing.
 * @param others Names besides the items that a column may be given for; several of them may stand in one.
 * @throws {AssessmentError} `bad_map`, `duplicate_key`, `duplicate_name`, naming every place that is wrong
 * @example
 * const text = '{ "columns": { "adult": "over_18" }, "codes": { "adult": { "1": "yes", "0": "no" } } }';
 * const map = parseColumnMap(text, ["adult"], (item) => codesOf(relationshipAndMotive, item));
 * map.columns.adult; // => "over_18"
 */
export function parseColumnMap(
  text: string,
  items: readonly string[],
  codesOf: (item: string) => readonly string[],
  others: readonly string[] = [],
): ColumnMap {
  let json: unknown;
  try {
    json = JSON.parse(text, withoutPrototype);
  } catch (fault) {
    if (fault instanceof AssessmentError) throw fault;
    throw new AssessmentError([{ code: "bad_map", path: [], expected: ["a JSON object with columns and codes"] }]);
  }
  const result = schema.safeParse(json);
  if (!result.success) {
    throw new AssessmentError(
      result.error.issues.map(({ path }) => ({
        code: "bad_map",
        path: path.map((part) => (typeof part === "number" ? part : String(part))),
        expected: ["columns: item to column; codes: item to (file code to item code)"],
      })),
    );
  }
  const twice = repeatedKeys(text);
  if (twice.length > 0) {
    throw new AssessmentError(twice.map(({ within, line }) => ({ code: "duplicate_key", path: within, line })));
  }
  const { columns = {}, codes = {} } = result.data;
  const known = [...others, ...items];
  const issues = [
    ...Object.keys(columns).flatMap((item): Issue[] =>
      known.includes(item) ? [] : [{ code: "bad_map", path: ["columns", item], expected: known }],
    ),
    ...sharedColumns(items, { columns }),
    ...Object.entries(codes).flatMap(([item, meanings]): Issue[] => {
      if (!items.includes(item)) return [{ code: "bad_map", path: ["codes", item], expected: items }];
      const accepted = ["", ...codesOf(item)];
      return Object.entries(meanings).flatMap(([own, code], at): Issue[] =>
        accepted.includes(code) || own === ""
          ? []
          : [{ code: "bad_map", path: ["codes", item, at], expected: accepted }],
      );
    }),
    ...blankAnswers({ codes }),
  ];
  if (issues.length > 0) throw new AssessmentError(issues);
  return { columns, codes };
}

/** What a blank may mean. */
const blanks: readonly string[] = ["", "not_asked"];

/** Where a blank would be an answer: it is never one, and in NDJSON and Parquet a cell can be blank in other ways. */
function blankAnswers({ codes }: Pick<ColumnMap, "codes">): readonly Issue[] {
  return Object.entries(codes).flatMap(([item, meanings]): Issue[] => {
    const at = Object.keys(meanings).indexOf("");
    if (at < 0 || blanks.includes(meanings[""] ?? "")) return [];
    return [{ code: "bad_map", path: ["codes", item, at], expected: ["not_asked"] }];
  });
}

/** Refuses a map that no parser has looked at. Throws `duplicate_name`, `bad_map`. */
export function checkMap(items: readonly string[], map: ColumnMap): void {
  const issues = [...sharedColumns(items, map), ...blankAnswers(map)];
  if (issues.length > 0) throw new AssessmentError(issues);
}

/** The column that holds an item: that of its own name unless the map names another. */
export function columnFor(item: string, { columns }: Pick<ColumnMap, "columns">): string {
  return Object.hasOwn(columns, item) ? (columns[item] ?? item) : item;
}

/** Items whose entry gives them a column that another item is read from: one answer would be two. */
function sharedColumns(items: readonly string[], map: Pick<ColumnMap, "columns">): readonly Issue[] {
  const read = items.map((item) => columnFor(item, map));
  return items.flatMap((item, at): Issue[] => {
    const column = columnFor(item, map);
    const isShared = column !== item && (read.indexOf(column) < at || read[items.indexOf(column)] === column);
    return isShared
      ? [{ code: "duplicate_name", path: ["columns", item], expected: ["a column that no other item reads"] }]
      : [];
  });
}
