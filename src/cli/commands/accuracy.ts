import { accuracy, type CriterionRow, parseCriterion } from "../../cohort/index.ts";
import { AssessmentError, type Issue, valueOrThrow } from "../../issues/index.ts";
import { accuracyTables, facts } from "../../reports/index.ts";
import { classify, type Typology, typeIds } from "../../typology/index.ts";
import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { type CodedCase, codedCases, inputOption, shortName } from "../file-rows.ts";
import { say } from "../io.ts";
import { outcomeName, typeOf } from "../outcome-labels.ts";
import { pageOf, pageOption, printedAs } from "../page-formats.ts";
import { allTypologies } from "../registry.ts";

/** `accuracy`: the types that the answers give, against a criterion. */
export const accuracyCommand: Command = {
  name: "accuracy",
  summary: "Print how the types that the answers give compare with a criterion of the same cases.",
  arguments: [
    { name: "FILE", says: "a file of cases with the form's answers" },
    { name: "CRITERION", says: "the file that holds the criterion; the same one if it is not given", optional: true },
  ],
  options: {
    criterion: {
      type: "string",
      value: "NAME",
      says: "the column of types, or outcome for what that file's answers give (default)",
    },
    id: { type: "string", value: "COLUMN", says: "the column that names the case (default case_id)" },
    input: inputOption,
    format: pageOption,
  },
  notes: [
    "A criterion is itself somebody's judgement. A blank criterion is not known, and the case is left out and counted.",
    "Mixed, insufficient and undetermined count neither as right nor as wrong: bounds say what they can still come to.",
    "Exit codes: 0 done, 2 wrong usage, 3 a file cannot be read or has rows at fault, which are named.",
    "",
  ],
  examples: [
    "stalker-typology accuracy coded-by-a.csv coded-by-b.csv",
    "stalker-typology accuracy coded-by-a.csv coded-by-b.csv --format latex",
  ],
  async run(given, io) {
    const [path, other] = given.arguments;
    const [typology] = allTypologies;
    if (path === undefined || typology === undefined) throw usageError("accuracy", expects("expected.file_of_cases"));
    const id = given.text("id") ?? "case_id";
    const column = given.text("criterion") ?? "outcome";
    if (other === undefined && column === "outcome")
      throw usageError("--criterion", expects("expected.column_or_file"));
    const cases = await codedCases(path, typology.instrument, { id }, given, io);
    const beside =
      other === undefined
        ? cases
        : await codedCases(
            other,
            typology.instrument,
            { id, columns: column === "outcome" ? [] : [column], needsItems: column === "outcome" },
            given,
            io,
          );
    const rows = rowsOf(cases, beside, column, typology);
    const types = typeIds(typology);
    const found = accuracy(valueOrThrow(parseCriterion(rows, types)));
    const { words, said } = given;
    const page = pageOf(given, words("accuracy.title"), [
      ...facts([
        [words("accuracy.found_by"), said("place", shortName(path))],
        [words("accuracy.criterion"), `${said("place", shortName(other ?? path))}, ${column}`],
      ]),
      ...accuracyTables(found, given.phrases, (outcome) => outcomeName(outcome, typology, given)),
    ]);
    await say(io.stdout, given.flag("json") ? `${JSON.stringify(found)}\n` : printedAs(given, page));
    return exitCodes.done;
  },
};

/** One row for each case of the first file. Cases that the criterion's file lacks have no criterion; others are refused. */
function rowsOf(
  cases: readonly CodedCase[],
  beside: readonly CodedCase[],
  column: string,
  typology: Typology,
): readonly CriterionRow[] {
  const known = new Map(beside.map((each) => [each.id, each]));
  const names = new Set(cases.map(({ id }) => id));
  const strangers = beside.filter(({ id }) => !names.has(id));
  if (strangers.length > 0) {
    throw new AssessmentError(
      strangers.map(
        ({ id, row }): Issue => ({
          code: "unequal_subjects",
          path: [id],
          row: row.row,
          line: row.line,
          expected: [expects("expected.case_of_first")],
        }),
      ),
    );
  }
  return cases.map(({ id, answers }) => {
    const { outcome, possible } = classify(answers, { typology });
    const other = known.get(id);
    const criterion =
      other === undefined
        ? null
        : column === "outcome"
          ? typeOf(classify(other.answers, { typology }).outcome)
          : String(other.row.cell(column) ?? "");
    const found = typeOf(outcome);
    const types = [...new Set(possible.flatMap((each) => typeOf(each) ?? []))];
    return {
      case: id,
      criterion: criterion === "" ? null : criterion,
      found,
      ...(found === null && types.length > 0 ? { possible: types } : {}),
    };
  });
}
