import { type Issue, mustBeList, nearestIn, type Parsed, parsed } from "../issues/index.ts";
import { frozen } from "./estimate.ts";
import { mustBeRows } from "./must-be-rows.ts";

/** One case: what the criterion says of it, and what was found. */
export interface CriterionRow {
  readonly case: string;
  /** `null` if the criterion is not known of this case, which is then left out and counted. */
  readonly criterion: string | null;
  /** `null` if it is undetermined: neither an error nor a success. */
  readonly found: string | null;
  /** For an undetermined case, the classes it may still turn out to be; all of them if it is left out. */
  readonly possible?: readonly string[];
}

/** Cases with a criterion, checked: positions in `classes`. */
export interface CriterionCases<Class extends string = string> {
  readonly classes: readonly Class[];
  readonly cases: readonly {
    readonly case: string;
    readonly criterion: number;
    readonly found: number | null;
    /** For an undetermined case; empty otherwise. */
    readonly possible: readonly number[];
  }[];
  /** Cases whose criterion is not known. */
  readonly withoutCriterion: number;
}

/**
 * Cases with a criterion beside them. `classes` are all that a finding can be: a class that was never found but could
 * have been has a sensitivity of zero; one that cannot be found at all makes no sense as a criterion and is refused.
 *
 * @returns `missing_class` with every row whose criterion is not one of `classes`; `unknown_category` with every row
 *   whose finding, or possible class, is not; `duplicate_name` with both rows of a case that stands twice; `empty_list`.
 *   Rows count from 1
 * @example
 * const rows = [{ case: "1", criterion: "yes", found: "no" }, { case: "2", criterion: "maybe", found: null }];
 * const result = parseCriterion(rows, ["yes", "no"]);
 * result.ok || result.issues.map(({ code, positions }) => [code, positions]); // => [["missing_class", [2]]]
 */
export function parseCriterion<Class extends string>(
  rows: Iterable<CriterionRow>,
  classes: readonly Class[],
): Parsed<CriterionCases<Class>> {
  mustBeRows(rows, "rows");
  mustBeList(classes, "classes");
  const position = new Map<string, number>(classes.map((each, at) => [each, at]));
  const issues: Issue[] = classes.length === 0 ? [{ code: "empty_list", path: ["classes"] }] : [];
  for (const [at, each] of classes.entries()) {
    const first = position.get(each) as number;
    if (first !== at) issues.push({ code: "duplicate_name", path: ["classes"], positions: [at + 1, first + 1] });
  }
  const seen = new Map<string, number>();
  const faults = new Map<string, { readonly issue: Issue; readonly rows: number[] }>();
  const cases: CriterionCases<Class>["cases"][number][] = [];
  let withoutCriterion = 0;
  let row = 0;
  const classOf = (name: string, column: "criterion" | "found" | "possible"): number => {
    const known = position.get(name);
    if (known !== undefined) return known;
    const before = faults.get(`${column} ${name}`);
    if (before === undefined) faults.set(`${column} ${name}`, { issue: unknown(name, column, classes), rows: [row] });
    else before.rows.push(row);
    return -1;
  };
  for (const { case: name, criterion, found, possible } of rows) {
    row += 1;
    const before = seen.get(name);
    if (before !== undefined)
      issues.push({ code: "duplicate_name", path: ["row", row], row, positions: [before, row] });
    seen.set(name, before ?? row);
    const truth = criterion === null ? null : classOf(criterion, "criterion");
    const code = found === null ? null : classOf(found, "found");
    const open = found === null ? (possible ?? classes).map((each) => classOf(each, "possible")) : [];
    if (found === null && open.length === 0) issues.push({ code: "empty_list", path: ["row", row, "possible"], row });
    if (truth === null) withoutCriterion += 1;
    else cases.push(Object.freeze({ case: name, criterion: truth, found: code, possible: frozen(open) }));
  }
  for (const { issue, rows: positions } of faults.values()) issues.push({ ...issue, positions });
  return parsed(() => Object.freeze({ classes: frozen(classes), cases: frozen(cases), withoutCriterion }), issues);
}

function unknown(name: string, column: "criterion" | "found" | "possible", classes: readonly string[]): Issue {
  const code = column === "criterion" ? "missing_class" : "unknown_category";
  return { code, path: [column], expected: classes, ...nearestIn(name, classes) };
}
