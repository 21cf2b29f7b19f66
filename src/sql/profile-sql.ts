import { type Profile, profileScope } from "../definition/index.ts";
import { isCalendarDay } from "../instrument/index.ts";
import { AssessmentError, shapeOf } from "../issues/index.ts";
import { type Condition, type Decision, ref, type Scope } from "../rules/index.ts";
import { faultsOf } from "./cells.ts";
import { decisionColumn } from "./decision-sql.ts";
import { derivedPosition } from "./derived-position.ts";
import { cases, choose, constant, type Expression, sql } from "./expression.ts";
import { checkAdded, type SqlOptions, type SqlStatement, sourceFor, tableName } from "./options.ts";
import { sqlReader } from "./to-sql.ts";

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
 */
export function profileSql(profile: Profile, options: ProfileSqlOptions): SqlStatement {
  const { asOf, dialect, prefix = "" } = options;
  if (asOf !== undefined && !isCalendarDay(asOf)) {
    throw new AssessmentError([
      { code: "out_of_range", path: ["asOf"], expected: ["YYYY-MM-DD"], shape: shapeOf(asOf) },
    ]);
  }
  const scope = profileScope(profile);
  const plain = sourceFor(scope, options);
  const { layers } = plain;
  const source = { ...plain, derive: derivedPosition(profile.derived, layers, asOf) };
  const { cell, ends } = sqlReader(source);
  const faults = faultsOf(
    Object.keys(scope.items).map((item) => [item, cell(item)] as const),
    layers,
  );
  const word = (text: string) => constant(dialect.text(text));
  const column = (name: string, when: Condition, [no, unknown, yes]: readonly [string, string, string]) => {
    const exact = decisionColumn(questionOf(when, scope), bitsOf, cell, layers);
    if (exact !== undefined) {
      const bits = layers.define("bits", exact);
      return [
        name,
        cases(
          [
            [sql`${bits} = 1`, word(yes)],
            [sql`${bits} = 2`, word(no)],
          ],
          word(unknown),
        ),
      ] as const;
    }
    const [low, high] = ends(when);
    return [`${name}_by_intervals`, choose(low, word(yes), choose(high, word(unknown), word(no)))] as const;
  };
  const results: readonly (readonly [string, Expression])[] = [
    column("caseness", profile.met, ["not_met", "indeterminate", "met"]),
    ...Object.keys(profile.tests).map((name) => column(`test_${name}`, ref(name), ["false", "unknown", "true"])),
  ];
  const outputs = [
    [`${prefix}faults`, faults.names] as const,
    ...results.map(([name, value]) => [`${prefix}${name}`, choose(faults.any, constant("NULL"), value)] as const),
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

/** The outcomes still possible, as they are: 1 is only yes, 2 is only no, 3 is both. */
const bitsOf = (possible: number): number => possible;

function questionOf(
  when: Condition,
  scope: Scope,
): { readonly decision: Decision<"yes" | "no">; readonly scope: Scope } {
  return { decision: { cases: [{ when, outcome: "yes" }], otherwise: "no" }, scope };
}
