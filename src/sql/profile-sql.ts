import { type Profile, profileScope } from "../definition/index.ts";
import { mustHave } from "../issues/index.ts";
import { faultsOf } from "./cells.ts";
import { choose, constant } from "./expression.ts";
import { checkAdded, checkDay, type SqlOptions, type SqlStatement, sourceFor, tableName } from "./options.ts";
import { profileReader } from "./profile-reader.ts";

/** What a definition's statement is made for. */
export interface ProfileSqlOptions extends SqlOptions {
  /** The day that the answers are about, as `YYYY-MM-DD`: how recent things are follows from it. */
  readonly asOf?: string;
}

/**
 * One statement that holds every row of a table against a definition: the table's columns, then `faults`, `caseness`
 * (`met`, `not_met`, `indeterminate`) and for each test `test_NAME` (`true`, `false`, `unknown`). The cells say what
 * `applyProfile` says of the same answers. Where a diagram is too large the column ends in `_by_intervals`: there it may
 * leave open what `applyProfile` settles, and never the reverse.
 *
 * `faults` names the items whose cell holds what the forms do not list, and is `''` in every other row. A row with faults
 * has no results: they are NULL there and nowhere else.
 *
 * @throws {AssessmentError} `out_of_range` for the day, and as `scoreSql`
 * @example
 * const { columns } = profileSql(twoWeekWatershed, { dialect: duckdb, table: "cases", asOf: "2026-03-01" });
 * columns.slice(0, 3); // => ["faults", "caseness", "test_one_person"]
 */
export function profileSql(profile: Profile, options: ProfileSqlOptions): SqlStatement {
  mustHave(profile, "tests", "profile");
  mustHave(options, "table", "options");
  const { asOf, prefix = "" } = options;
  checkDay(asOf);
  const { items } = profileScope(profile);
  const source = sourceFor({ items }, options);
  const { layers } = source;
  const { cell, caseness, test } = profileReader(profile, source, asOf);
  const faults = faultsOf(
    Object.keys(items).map((item) => [item, cell(item)] as const),
    layers,
  );
  const isFaulty = layers.define("faulty", faults.any);
  const results = [caseness("caseness"), ...Object.keys(profile.tests).map((name) => test(`test_${name}`, name))];
  const outputs = [
    [`${prefix}faults`, faults.names] as const,
    ...results.map(([name, value]) => [`${prefix}${name}`, choose(isFaulty, constant("NULL"), value)] as const),
  ];
  const columns = outputs.map(([name]) => name);
  checkAdded(columns, options);
  return { statement: layers.statement(tableName(options), outputs), columns, leftOut };
}

const leftOut: readonly string[] = [
  "tests.because",
  "tests.open",
  "because",
  "open",
  "whoCouldSettle",
  "contradictions",
  "limits",
];
