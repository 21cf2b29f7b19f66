import { score } from "../../assessment/index.ts";
import { type DataProfile, dataProfiler } from "../../cohort/index.ts";
import { type Instrument, libraryVersion } from "../../instrument/index.ts";
import { AssessmentError, type Issue } from "../../issues/index.ts";
import { type Block, completenessChart, facts, list, type Printed, table } from "../../reports/index.ts";
import type { Answers } from "../../rules/index.ts";
import { classify } from "../../typology/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { errorBlocks } from "../error-blocks.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { answersOfRow, inputOption, isIssue, rowsOfFile } from "../file-rows.ts";
import { say, tell } from "../io.ts";
import { pageOf, pageOption, printedAs } from "../page-formats.ts";
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
    "Rows are read one by one and only counts are kept. A cell that holds no code is counted as bad; its row is still read.",
    "Exit codes: 0 every cell is a code or blank, 2 wrong usage, 3 file unreadable, 4 some rows or cells are bad.",
    "",
  ],
  examples: ["stalker-typology profile coded-by-a.csv", "stalker-typology profile coded-by-b.csv --json"],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("profile", expects("expected.file_or_input"));
    const instrument = instrumentNamed(given.text("instrument") ?? "ssb-type");
    const { header, rows } = await rowsOfFile(path, given, io);
    const items = Object.keys(instrument.items);
    const columns = new Set(header);
    const refuseWithout = () => {
      if (items.some((item) => columns.has(item))) return;
      throw new AssessmentError([{ code: "missing_column", path: [path], expected: items }]);
    };
    if (header.length > 0) refuseWithout();
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
      if (header.length === 0) for (const item of items) if (found.has(item)) columns.add(item);
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
    if (profile.rows > 0) refuseWithout();
    const missing = items.filter((item) => !columns.has(item));
    await writeChart(given, () =>
      completenessChart(
        profile.items.map(({ item, ...counts }) => ({ label: item, ...counts })),
        given.words("profile.chart", { form: instrument.id }),
        given.phrases,
      ),
    );
    if (samples.length > 0) await tell(io.stderr, errorBlocks(samples, given, io.color));
    const text = given.flag("json")
      ? `${JSON.stringify({ library: libraryVersion, instrument: { id: instrument.id, version: instrument.version }, unreadable, missing, ...profile })}\n`
      : printedAs(given, profilePage(profile, instrument, { unreadable, missing }, given));
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

function profilePage(
  profile: DataProfile,
  instrument: Instrument,
  { unreadable, missing }: { readonly unreadable: number; readonly missing: readonly string[] },
  given: Given,
): Printed {
  const { words } = given;
  const constant = profile.items.filter((each) => each.constant).map(({ item }) => item);
  const aside = profile.items.filter(({ setAside }) => setAside > 0);
  const named = (items: readonly string[]) => (items.length === 0 ? words("fact.none") : items.join(", "));
  const blocks: readonly Block[] = [
    ...facts([
      [words("fact.form"), words("profile.form", instrument)],
      [words("profile.rows"), String(profile.rows)],
      [words("profile.unreadable"), String(unreadable)],
      [words("profile.missing"), named(missing)],
      [words("profile.constant"), named(constant)],
    ]),
    ...table(
      words("profile.cells"),
      [
        words("profile.item"),
        words("profile.answered"),
        words("profile.not_sure"),
        words("profile.prefer_not"),
        words("profile.closed"),
        words("profile.blank"),
        words("profile.bad"),
      ],
      profile.items.map(({ item, answered, notSure, preferNot, closed, blank, bad }) => [
        item,
        ...[answered, notSure, preferNot, closed, blank, bad].map(String),
      ]),
      [words("profile.cells_note")],
    ),
    ...table(
      words("profile.clashes"),
      [words("profile.clash"), words("profile.rows")],
      profile.clashes.map(({ id, rows }) => [id, String(rows)]),
    ),
    ...list(aside.map(({ item, setAside }) => words("profile.set_aside", { item, count: setAside }))),
  ];
  return pageOf(given, words("profile.title"), blocks);
}
