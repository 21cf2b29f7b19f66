import { auc, type Calibration, calibration, compareAucs, rocCurve } from "../../cohort/index.ts";
import { libraryVersion } from "../../instrument/index.ts";
import { type Issue, throwIfAny } from "../../issues/index.ts";
import {
  asWords,
  type Chart,
  calibrationChart,
  calibrationTables,
  facts,
  type Phrases,
  rocChart,
  rocTables,
} from "../../reports/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { fileRowsWith, inputOption, shortName } from "../file-rows.ts";
import { type Io, say } from "../io.ts";
import { isNotKnown, numberCell } from "../number-cell.ts";
import { confidenceIn, confidenceOption, pageOf, pageOption, printedAs } from "../page-formats.ts";
import { chartOptions, writeChart } from "../write-chart.ts";

/** `roc`: how scores part the cases in which something is present from the others. */
export const rocCommand: Command = {
  name: "roc",
  summary: "Print how a column of scores compares with a criterion: ROC curve, area and calibration.",
  arguments: [{ name: "FILE", says: "a file with one row for each case" }],
  options: {
    score: { type: "string", value: "COLUMN", says: "the column of scores; a blank is undetermined" },
    criterion: { type: "string", value: "COLUMN", says: "the column that says whether it is present" },
    present: { type: "string", value: "WORD", says: "the criterion's word for present (default yes)" },
    absent: { type: "string", value: "WORD", says: "the criterion's word for absent (default no)" },
    other: { type: "string", value: "COLUMN", says: "another column of scores, to compare the areas" },
    calibration: { type: "boolean", says: "the scores are forecasts from 0 to 1: print their calibration as well" },
    bins: { type: "string", value: "N", says: "how many bins of equal width calibration has (default 10)" },
    confidence: confidenceOption,
    input: inputOption,
    format: pageOption,
    ...chartOptions,
  },
  notes: [
    "The scores are the file's own, from a person or another tool: this library makes no forecast of anybody.",
    "A blank, not_sure or prefer_not criterion is not known, and its case is left out and counted.",
    "No threshold is called best: that depends on what each kind of error costs. With --calibration the chart is that of",
    "the calibration.",
    "Exit codes: 0 done, 2 wrong usage, 3 a file cannot be read or has rows at fault, which are named.",
    "",
  ],
  examples: [
    "stalker-typology roc made-up-scores.csv --score rating --criterion came_back",
    "stalker-typology roc made-up-scores.csv --score forecast --criterion came_back --calibration --json",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    const score = given.text("score");
    const criterion = given.text("criterion");
    if (path === undefined) throw usageError("roc", expects("expected.file_of_cases"));
    if (score === undefined) throw usageError("--score", expects("expected.column"));
    if (criterion === undefined) throw usageError("--criterion", expects("expected.column"));
    const other = given.text("other");
    const options = { confidence: confidenceIn(given) };
    const { scores, others, present, withoutCriterion } = await casesFrom(path, { score, criterion, other }, given, io);
    const area = auc(scores, present, options);
    const curve = rocCurve(scores, present);
    const compared = other === undefined ? null : compareAucs(scores, others, present, options);
    const calibrated = given.flag("calibration")
      ? calibration(scores, present, { ...options, ...binsIn(given) })
      : null;
    await writeChart(given, () =>
      chartOf(
        calibrated,
        { area, curve },
        given.words("roc.chart", { score: asWords(score), criterion: asWords(criterion) }),
        given.phrases,
      ),
    );
    const found = { area, curve, compared, withoutCriterion };
    const { words, said, phrases } = given;
    const page = pageOf(given, words("roc.title"), [
      ...facts([
        [words("fact.file"), said("place", shortName(path))],
        [words("roc.score"), score],
        [words("roc.compared_with"), other],
        [words("roc.criterion"), criterion],
      ]),
      ...rocTables(found, { first: score, second: other ?? "" }, phrases),
      ...(calibrated === null ? [] : calibrationTables(calibrated, phrases)),
    ]);
    const text = given.flag("json")
      ? `${JSON.stringify({ library: libraryVersion, ...found, calibration: calibrated })}\n`
      : printedAs(given, page);
    await say(io.stdout, text);
    return exitCodes.done;
  },
};

const chartOf = (
  calibrated: Calibration | null,
  found: Parameters<typeof rocChart>[0],
  title: string,
  phrases: Phrases,
): Chart => (calibrated === null ? rocChart(found, title, phrases) : calibrationChart(calibrated, title, phrases));

interface Columns {
  readonly score: string;
  readonly criterion: string;
  readonly other: string | undefined;
}

async function casesFrom(path: string, { score, criterion, other }: Columns, given: Given, io: Io) {
  const words = { present: given.text("present") ?? "yes", absent: given.text("absent") ?? "no" };
  if (words.present === words.absent) throw usageError("--absent", expects("expected.other_word"));
  const issues: Issue[] = [];
  const scores: (number | null)[] = [];
  const others: (number | null)[] = [];
  const present: boolean[] = [];
  let withoutCriterion = 0;
  const columns = [score, criterion, ...(other === undefined ? [] : [other])];
  for (const row of await fileRowsWith(path, columns, given, io)) {
    const cells = [numberCell(row, score), other === undefined ? null : numberCell(row, other)] as const;
    const faults = cells.filter((cell) => typeof cell === "object" && cell !== null);
    const word = String(row.cell(criterion) ?? "");
    const isWord = word === words.present || word === words.absent;
    if (!isWord && !isNotKnown(word)) {
      const expected = [words.present, words.absent, expects("expected.blank")];
      faults.push({ code: "unknown_option", path: [criterion], row: row.row, line: row.line, expected });
    }
    issues.push(...faults);
    if (faults.length > 0) continue;
    if (!isWord) withoutCriterion += 1;
    else {
      const [first, second] = cells as readonly (number | null)[];
      scores.push(first ?? null);
      others.push(second ?? null);
      present.push(word === words.present);
    }
  }
  throwIfAny(issues);
  return { scores, others, present, withoutCriterion };
}

function binsIn(given: Given): { readonly bins?: number } {
  const text = given.text("bins");
  if (text === undefined) return {};
  if (!/^\d{1,4}$/.test(text)) throw usageError("--bins", expects("expected.whole_to", { most: 1000 }));
  return { bins: Number(text) };
}
