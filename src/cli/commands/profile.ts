import { score } from "../../assessment/index.ts";
import { type DataProfile, dataProfiler } from "../../cohort/index.ts";
import { type Instrument, libraryVersion } from "../../instrument/index.ts";
import { AssessmentError, type Issue } from "../../issues/index.ts";
import { type Block, completenessChart, facts, list, type Printed, table } from "../../reports/index.ts";
import type { Answers } from "../../rules/index.ts";
import { classify } from "../../typology/index.ts";
import { type Command, usageError } from "../command.ts";
import { errorBlocks } from "../error-blocks.ts";
import { exitCodes } from "../exit-codes.ts";
import { answersOfRow, inputOption, isIssue, rowsOfFile } from "../file-rows.ts";
import { say } from "../io.ts";
import { pageOption, printedAs } from "../page-formats.ts";
import { instrumentNamed, typologyOf } from "../registry.ts";
import { chartOptions, writeChart } from "../write-chart.ts";

/** `profile`: a data set at a glance. */
export const profileCommand: Command = {
  name: "profile",
  summary: "Print a data set at a glance: what the cells of each item hold, constant items and answers that clash.",
  arguments: [{ name: "FILE", says: "a file of cases, or - for standard input" }],
  options: {
    instrument: { type: "string", value: "ID", says: "the form that was filled in (default ssb-type)" },
    input: inputOption,
    format: pageOption,
    ...chartOptions,
  },
  notes: [
    "Rows are read one by one and only counts are kept. A cell that is no code is counted as bad, and the row goes on.",
    "Exit codes: 0 every cell is a code or blank, 2 wrong usage, 3 file unreadable, 4 some rows or cells are bad.",
    "",
  ],
  examples: ["stalker-typology profile coded-by-a.csv", "stalker-typology profile coded-by-b.csv --json"],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("profile", "a file, or - for standard input");
    const instrument = instrumentNamed(given.text("instrument") ?? "ssb-type");
    const { header, rows } = await rowsOfFile(path, given, io);
    const items = Object.keys(instrument.items);
    if (header.length > 0 && items.every((item) => !header.includes(item))) {
      throw new AssessmentError([{ code: "missing_column", path: [path], expected: items }]);
    }
    const profiler = dataProfiler(instrument);
    const clashesOf = clashFinder(instrument);
    const samples: Issue[] = [];
    let unreadable = 0;
    let badCells = 0;
    for await (const found of rows) {
      if (isIssue(found)) {
        unreadable += 1;
        if (samples.length < mostShown) samples.push(found);
        continue;
      }
      const { answers, issues } = answersOfRow(found, instrument, path);
      badCells += issues.length;
      samples.push(...issues.slice(0, mostShown - samples.length));
      profiler.add(
        answers,
        issues.map(({ path: place }) => String(place[1])),
        clashesOf(answers),
      );
    }
    const profile = profiler.result();
    const missing = header.length === 0 ? [] : items.filter((item) => !header.includes(item));
    await writeChart(given, () =>
      completenessChart(
        profile.items.map(({ item, ...counts }) => ({ label: item, ...counts })),
        `Completeness of ${instrument.id}`,
      ),
    );
    if (samples.length > 0) await say(io.stderr, errorBlocks(samples, io.color));
    const text = given.flag("json")
      ? `${JSON.stringify({ library: libraryVersion, instrument: { id: instrument.id, version: instrument.version }, unreadable, missing, ...profile })}\n`
      : printedAs(given, pageOf(profile, instrument, unreadable, missing));
    await say(io.stdout, text);
    return unreadable + badCells === 0 ? exitCodes.done : exitCodes.someRejected;
  },
};

const mostShown = 10;

/** What does not fit together in a row, by the rules of the typology that reads the form, or of the form itself. */
function clashFinder(instrument: Instrument): (answers: Answers) => readonly string[] {
  const typology = typologyOf(instrument);
  if (typology !== undefined) return (answers) => classify(answers, { typology }).contradictions.map(({ id }) => id);
  const context = { asOf: "9999-12-31", window: { from: null, to: "9999-12-31" } };
  return (answers) => score(instrument, answers, context).contradictions.map(({ id }) => id);
}

function pageOf(profile: DataProfile, instrument: Instrument, unreadable: number, missing: readonly string[]): Printed {
  const constant = profile.items.filter((each) => each.constant).map(({ item }) => item);
  const aside = profile.items.filter(({ setAside }) => setAside > 0);
  const blocks: readonly Block[] = [
    ...facts([
      ["Form", `${instrument.id}, version ${instrument.version}`],
      ["Rows", String(profile.rows)],
      ["Rows that cannot be read", String(unreadable)],
      ["Items without a column", missing.length === 0 ? "none" : missing.join(", ")],
      ["Items with one answer in every row", constant.length === 0 ? "none" : constant.join(", ")],
    ]),
    ...table(
      "What the cells hold",
      ["Item", "Answered", "Not sure", "Refused", "Not applicable", "Blank", "Bad"],
      profile.items.map(({ item, answered, notSure, preferNot, closed, blank, bad }) => [
        item,
        ...[answered, notSure, preferNot, closed, blank, bad].map(String),
      ]),
      ["Not applicable: another answer of the row closes the item. Bad: the cell holds no code of the item."],
    ),
    ...table(
      "Answers that cannot stand together",
      ["Clash", "Rows"],
      profile.clashes.map(({ id, rows }) => [id, String(rows)]),
    ),
    ...list(aside.map(({ item, setAside }) => `${item}: ${setAside} rows hold an answer that another answer closes`)),
  ];
  return { title: "The data at a glance", lang: "en", blocks };
}
