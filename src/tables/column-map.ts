import * as z from "zod/mini";
import { AssessmentError, type Issue } from "../issues/index.ts";

/** Where a form's items stand in a file, and what its own codes mean. */
export interface ColumnMap {
  /** By item id: the name of the file's column. */
  readonly columns: Readonly<Record<string, string>>;
  /** By item id: by the file's own code, the item's code or a word for not knowing; `""` for not asked. */
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
 *
 * @throws {AssessmentError} `bad_map` naming every place that is wrong
 * @example
 * const text = '{ "columns": { "adult": "over_18" }, "codes": { "adult": { "1": "yes", "0": "no" } } }';
 * const map = parseColumnMap(text, ["adult"], (item) => codesOf(relationshipAndMotive, item));
 * map.columns.adult; // => "over_18"
 */
export function parseColumnMap(
  text: string,
  items: readonly string[],
  codesOf: (item: string) => readonly string[],
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
  const { columns = {}, codes = {} } = result.data;
  const issues = [
    ...Object.keys(columns).flatMap((item): Issue[] =>
      items.includes(item) ? [] : [{ code: "bad_map", path: ["columns", item], expected: items }],
    ),
    ...Object.entries(codes).flatMap(([item, meanings]): Issue[] => {
      if (!items.includes(item)) return [{ code: "bad_map", path: ["codes", item], expected: items }];
      const known = ["", ...codesOf(item)];
      return Object.values(meanings).flatMap((code, at): Issue[] =>
        known.includes(code) ? [] : [{ code: "bad_map", path: ["codes", item, at], expected: known }],
      );
    }),
  ];
  if (issues.length > 0) throw new AssessmentError(issues);
  return { columns, codes };
}
