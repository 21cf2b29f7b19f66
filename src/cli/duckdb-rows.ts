import { AssessmentError } from "../issues/index.ts";
import { classifySql, duckdb, scoreSql } from "../sql/index.ts";
import { duckdbEngine, type RowEngine } from "../tables/index.ts";
import { type Given, usageError } from "./command.ts";
import { typologyFor } from "./registry.ts";
import { instrumentOf, type RowScoring } from "./row-scoring.ts";

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
    throw usageError("--engine", "--out with a file's name, or --dry-run");
  }
  for (const option of ["resume", "definitions", "respondent"]) {
    const isGiven =
      option === "resume" ? given.flag(option) : scoring.kind === "score" && given.text(option) !== undefined;
    if (isGiven) throw usageError("--engine", `no --${option}`);
  }
  refuseNumbersAndDays(scoring);
  const threads = given.text("workers");
  return duckdbEngine({
    statementOver: (table, columns) => statementOver(scoring, table, columns),
    ...(threads === undefined ? {} : { threads: Number(threads) }),
  });
}

function statementOver(scoring: RowScoring, table: string, columns: Readonly<Record<string, string>>) {
  const instrument = instrumentOf(scoring);
  const absent = Object.keys(instrument.items).filter((item) => !Object.hasOwn(columns, item));
  const options = { dialect: duckdb, table, columns, absent };
  return scoring.kind === "classify" ? classifySql(typologyFor(instrument), options) : scoreSql(instrument, options);
}

/** A file's numbers and days are read by more rules than a statement holds: their written form, the day of the run. */
function refuseNumbersAndDays(scoring: RowScoring): void {
  const { id, items } = instrumentOf(scoring);
  const other = Object.entries(items).flatMap(([item, { responses }]) => (responses.kind === "choice" ? [] : [item]));
  if (other.length > 0) {
    throw new AssessmentError([
      {
        code: "wrong_usage",
        path: ["--engine", id, ...other],
        expected: ["a form whose items are all answered by codes, or no --engine"],
      },
    ]);
  }
}
