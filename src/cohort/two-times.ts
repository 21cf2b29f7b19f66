import { type Issue, mustBeList, nearestIn, type Parsed, parsed } from "../issues/index.ts";
import { frozen } from "./estimate.ts";
import { mustBeRows } from "./must-be-rows.ts";

/** One case at two times. `null` says that it is not known, or was not seen again. */
export interface TwoTimesRow {
  readonly case: string;
  readonly first: string | null;
  readonly second: string | null;
}

/** Cases at two times, checked: positions in `classes`. */
export interface TwoTimes<Class extends string = string> {
  readonly classes: readonly Class[];
  readonly cases: readonly { readonly case: string; readonly first: number | null; readonly second: number | null }[];
}

/**
 * Cases at two times, each case once.
 *
 * @returns `unknown_category` with every row that has a class which is not one of `classes`; `duplicate_name` with both
 *   rows of a case that stands twice, and for a class; `empty_list`. Rows count from 1
 * @example
 * const result = parseTwoTimes([{ case: "1", first: "rejected", second: null }], ["rejected", "resentful"]);
 * result.ok && result.value.cases; // => [{ case: "1", first: 0, second: null }]
 */
export function parseTwoTimes<Class extends string>(
  rows: Iterable<TwoTimesRow>,
  classes: readonly Class[],
): Parsed<TwoTimes<Class>> {
  mustBeRows(rows, "rows");
  mustBeList(classes, "classes");
  const position = new Map<string, number>(classes.map((each, at) => [each, at]));
  const issues: Issue[] = classes.length === 0 ? [{ code: "empty_list", path: ["classes"] }] : [];
  if (position.size < classes.length) issues.push({ code: "duplicate_name", path: ["classes"] });
  const seen = new Map<string, number>();
  const cases: TwoTimes["cases"][number][] = [];
  let row = 0;
  const classOf = (name: string | null, time: "first" | "second"): number | null => {
    if (name === null) return null;
    const known = position.get(name);
    if (known !== undefined) return known;
    const path = ["row", row, time];
    issues.push({
      code: "unknown_category",
      path,
      row,
      expected: classes,
      ...nearestIn(name, classes),
    });
    return null;
  };
  for (const { case: name, first, second } of rows) {
    row += 1;
    const before = seen.get(name);
    if (before !== undefined)
      issues.push({ code: "duplicate_name", path: ["row", row], row, positions: [before, row] });
    seen.set(name, before ?? row);
    cases.push(Object.freeze({ case: name, first: classOf(first, "first"), second: classOf(second, "second") }));
  }
  return parsed(() => Object.freeze({ classes: frozen(classes), cases: frozen(cases) }), issues);
}
