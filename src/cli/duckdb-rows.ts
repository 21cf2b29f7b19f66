import { AssessmentError } from "../issues/index.ts";
import { classifySql, duckdb, scoreSql } from "../sql/index.ts";
import { duckdbEngine, type RowEngine, type StatementOver } from "../tables/index.ts";
import { type Given, usageError } from "./command.ts";
import { definitionColumn, definitionsOver } from "./definitions.ts";
import { expects } from "./expects.ts";
import { typologyFor } from "./registry.ts";
import { askedBy, instrumentOf, type RowScoring } from "./row-scoring.ts";

/**
 * What scores rows if `--engine` names it.
 *
 * @throws {AssessmentError} `wrong_usage` for what a statement cannot do
 */
export function engineFrom(scoring: RowScoring, given: Given): RowEngine | undefined {
  const name = given.text("engine");
  if (name === undefined) return undefined;
  if (name !== "duckdb") throw usageError("--engine", "duckdb");
  const out = given.text("out");
  if (!given.flag("dry-run") && (out === undefined || out === "-")) {
    throw usageError("--engine", expects("expected.out_or_dry_run"));
  }
  for (const option of ["resume", "respondent"]) {
    const isGiven =
      option === "resume" ? given.flag(option) : scoring.kind === "score" && given.text(option) !== undefined;
    if (isGiven) throw usageError("--engine", expects("expected.no_option", { option: `--${option}` }));
  }
  refuseNumbers(scoring);
  const threads = given.text("workers");
  return duckdbEngine({
    statementOver: (table, columns) => statementOver(scoring, table, columns),
    ...(threads === undefined ? {} : { threads: Number(threads) }),
  });
}

/** Without a table to look results up in: DuckDB gives the rows of a join in any order once it has two threads. */
const { numbers: _lookedUp, ...inOrder } = duckdb;

function statementOver(scoring: RowScoring, table: string, columns: Readonly<Record<string, string>>): StatementOver {
  const instrument = instrumentOf(scoring);
  const absent = Object.keys(askedBy(scoring).items).filter((item) => !Object.hasOwn(columns, item));
  const options = { dialect: inOrder, table, columns, absent };
  if (scoring.kind === "classify") return classifySql(typologyFor(instrument), options);
  const { context, definitions: list } = scoring;
  const profiles = list === undefined ? [] : definitionsOver(instrument, list);
  const definitions = Object.fromEntries(profiles.map((profile) => [definitionColumn(profile), profile]));
  return scoreSql(instrument, { ...options, asOf: context.asOf, definitions });
}

/** A number may be written in more ways in a table of a database than in a file, and a statement takes them all. */
function refuseNumbers(scoring: RowScoring): void {
  const { items } = askedBy(scoring);
  const numbers = Object.keys(items).filter((item) => items[item]?.responses.kind === "number");
  if (numbers.length === 0) return;
  const path = ["--engine", scoring.instrument, ...numbers];
  const expected = [expects("expected.coded_form")];
  throw new AssessmentError([{ code: "wrong_usage", path, expected }]);
}
