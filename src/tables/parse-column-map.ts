import * as z from "zod/mini";
import { AssessmentError, type Issue, throwIfAny } from "../issues/index.ts";
import { blankAnswers, type ColumnMap, sharedColumns } from "./column-map.ts";
import { repeatedKeys } from "./read-json.ts";

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
  throwIfAny(issues);
  return { columns, codes };
}
