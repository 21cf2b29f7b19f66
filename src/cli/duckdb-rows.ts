import { AssessmentError } from "../issues/index.ts";
import { classifySql, duckdb, scoreSql } from "../sql/index.ts";
import { duckdbEngine, type RowEngine, type StatementOver } from "../tables/index.ts";
import { type Given, usageError } from "./command.ts";
import { expects } from "./expects.ts";
import { definitionColumn } from "./row-definitions.ts";
import { askedBy, type RowRules } from "./row-scoring.ts";

/**
 * What scores rows, by the name that `--engine` gives.
 *
 * @throws {AssessmentError} `wrong_usage` for what a statement cannot do
 */
export function engineNamed(name: string, rules: RowRules, given: Given): RowEngine {
  if (name !== "duckdb") throw usageError("--engine", "duckdb");
  const out = given.text("out");
  if (!given.flag("dry-run") && (out === undefined || out === "-")) {
    throw usageError("--engine", expects("expected.out_or_dry_run"));
  }
  for (const option of ["resume", "respondent"]) {
    const isGiven =
      option === "resume" ? given.flag(option) : rules.kind === "score" && given.text(option) !== undefined;
    if (isGiven) throw usageError("--engine", expects("expected.no_option", { option: `--${option}` }));
  }
  refuseNumbers(rules);
  const threads = given.text("workers");
  return duckdbEngine({
    statementOver: (table, columns) => statementOver(rules, table, columns),
    ...(threads === undefined ? {} : { threads: Number(threads) }),
  });
}

/** Without a table to look results up in: DuckDB gives the rows of a join in any order once it has two threads. */
const { numbers: _lookedUp, ...inOrder } = duckdb;

function statementOver(rules: RowRules, table: string, columns: Readonly<Record<string, string>>): StatementOver {
  const absent = Object.keys(askedBy(rules).items).filter((item) => !Object.hasOwn(columns, item));
  const options = { dialect: inOrder, table, columns, absent };
  if (rules.kind === "classify") return classifySql(rules.typology, options);
  const definitions = Object.fromEntries(rules.definitions.map((profile) => [definitionColumn(profile), profile]));
  return scoreSql(rules.instrument, { ...options, asOf: rules.context.asOf, definitions });
}

/** A number may be written in more ways in a table of a database than in a file, and a statement takes them all. */
function refuseNumbers(rules: RowRules): void {
  const { items } = askedBy(rules);
  const numbers = Object.keys(items).filter((item) => items[item]?.responses.kind === "number");
  if (numbers.length === 0) return;
  const path = ["--engine", rules.instrument.id, ...numbers];
  const expected = [expects("expected.coded_form")];
  throw new AssessmentError([{ code: "wrong_usage", path, expected }]);
}
