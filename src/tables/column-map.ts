import { type Issue, throwIfAny } from "../issues/index.ts";

/** Where a form's items stand in a file, and what its own codes mean. */
export interface ColumnMap {
  /** By item id: the name of the file's column. */
  readonly columns: Readonly<Record<string, string>>;
  /**
   * By item id: by the file's own code, the item's code or a word for not knowing; `""` for not asked. A blank does not
   * count as an answer.
   */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a blank may mean. */
const blanks: readonly string[] = ["", "not_asked"];

/** Where a blank would be an answer: it is never one, and in NDJSON and Parquet a cell can be blank in other ways. */
export function blankAnswers({ codes }: Pick<ColumnMap, "codes">): readonly Issue[] {
  return Object.entries(codes).flatMap(([item, meanings]): Issue[] => {
    const at = Object.keys(meanings).indexOf("");
    if (at < 0 || blanks.includes(meanings[""] ?? "")) return [];
    return [{ code: "bad_map", path: ["codes", item, at], expected: ["not_asked"] }];
  });
}

/** Refuses a map that no parser has looked at. Throws `duplicate_name`, `bad_map`. */
export function checkMap(items: readonly string[], map: ColumnMap): void {
  const issues = [...sharedColumns(items, map), ...blankAnswers(map)];
  throwIfAny(issues);
}

/** The column that holds an item: that of its own name unless the map names another. */
export function columnFor(item: string, { columns }: Pick<ColumnMap, "columns">): string {
  return Object.hasOwn(columns, item) ? (columns[item] ?? item) : item;
}

/** Items whose entry gives them a column that another item is read from: one answer would be two. */
export function sharedColumns(items: readonly string[], map: Pick<ColumnMap, "columns">): readonly Issue[] {
  const read = items.map((item) => columnFor(item, map));
  return items.flatMap((item, at): Issue[] => {
    const column = columnFor(item, map);
    const isShared = column !== item && (read.indexOf(column) < at || read[items.indexOf(column)] === column);
    return isShared
      ? [{ code: "duplicate_name", path: ["columns", item], expected: ["a column that no other item reads"] }]
      : [];
  });
}
