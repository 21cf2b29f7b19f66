import { type CaseVariable, outcomeVariable, tableOne } from "../../cohort/index.ts";
import { type Instrument, numberIn } from "../../instrument/index.ts";
import { AssessmentError } from "../../issues/index.ts";
import { tableOneTable } from "../../reports/index.ts";
import { isState } from "../../rules/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { type CodedCase, codedCases, inputOption } from "../file-rows.ts";
import { say } from "../io.ts";
import { codedOutcomeName } from "../outcome-labels.ts";
import { pageOf, pageOption, printedAs } from "../page-formats.ts";
import { instrumentNamed, typologyOf } from "../registry.ts";
import { studyTexts } from "../texts/studies.ts";

/** `table1`: the first table of a study. */
export const table1Command: Command = {
  name: "table1",
  summary: "Print the first table of a study: the cases by their characteristics, in all and by group.",
  arguments: [{ name: "FILE", says: "a file of cases, or - for standard input" }],
  options: {
    vars: { type: "string", value: "NAMES", says: "items or other columns, with commas between (default all items)" },
    by: { type: "string", value: "NAME", says: "a column, an item, or outcome, which makes the groups" },
    instrument: { type: "string", value: "ID", says: "the form that was filled in (default ssb-type)" },
    input: inputOption,
    format: pageOption,
  },
  notes: [
    "A column that is not an item holds numbers if every cell that is not blank is one, and words otherwise.",
    "What is not known has a row of its own and is in no share. No test is made: such a table describes.",
    "Exit codes: 0 done, 2 wrong usage, 3 the file cannot be read or has rows at fault, which are named.",
    "",
  ],
  examples: [
    "stalker-typology table1 coded-by-a.csv --vars prior_relationship,first_aim",
    "stalker-typology table1 coded-by-a.csv --vars prior_relationship --by outcome --format latex",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("table1", expects("expected.file_or_input"));
    const instrument = given.shown(instrumentNamed(given.text("instrument") ?? "ssb-type"));
    const cases = await codedCases(path, instrument, { id: "", needsId: false }, given, io);
    const names = (given.text("vars") ?? Object.keys(instrument.items).join(",")).split(",");
    const variables = names.map((name) => variableOf(name, cases, instrument));
    const rows = cases.map((each) =>
      Object.fromEntries(variables.map((variable) => [variable.name, knownValue(each, variable, instrument)])),
    );
    const by = given.text("by");
    const groups = by === undefined ? undefined : groupsOf(by, cases, instrument);
    const places = new Map(rows.map((row, at) => [row, groups?.[at] ?? ""]));
    const found = tableOne(rows, variables, groups === undefined ? undefined : (row) => places.get(row) ?? "");
    const named = (group: string) => groupName(group, by ?? "", instrument, given);
    const groupsShown = found.groups.map((each) => ({ ...each, group: named(each.group) }));
    const blocks = tableOneTable({ ...found, groups: groupsShown }, labelsOf(instrument), given.phrases);
    const page = pageOf(given, given.words("table1.title"), blocks);
    await say(io.stdout, given.flag("json") ? `${JSON.stringify(found)}\n` : printedAs(given, page));
    return exitCodes.done;
  },
};

function variableOf(name: string, cases: readonly CodedCase[], { items }: Instrument): CaseVariable {
  const responses = Object.hasOwn(items, name) ? items[name]?.responses : undefined;
  if (responses?.kind === "choice") {
    const codes = Object.keys(responses.options).filter((code) => responses.options[code]?.notKnown !== true);
    return { name, kind: "codes", codes };
  }
  if (responses?.kind === "number") return { name, kind: "number" };
  const values = cases.map(({ row }) => String(row.cell(name) ?? "")).filter((value) => value !== "");
  if (values.length === 0) {
    throw new AssessmentError([
      {
        code: "missing_column",
        path: [name],
        expected: [expects("expected.column_with_values"), ...Object.keys(items)],
      },
    ]);
  }
  return values.every((value) => numberIn(value) !== undefined)
    ? { name, kind: "number" }
    : { name, kind: "codes", codes: [...new Set(values)].toSorted() };
}

/** A value that is known; a word for not knowing, a blank and an item that is closed are not. */
function knownValue(
  { row, answers }: CodedCase,
  { name, kind }: CaseVariable,
  { items }: Instrument,
): string | number | null {
  if (!Object.hasOwn(items, name)) {
    const cell = String(row.cell(name) ?? "");
    return cell === "" ? null : kind === "number" ? Number(cell) : cell;
  }
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (answer === undefined || isState(answer)) return null;
  const responses = items[name]?.responses;
  const isUnknown = responses?.kind === "choice" && responses.options[String(answer)]?.notKnown === true;
  return isUnknown ? null : kind === "number" ? Number(answer) : String(answer);
}

/** The group of cases for which it is not known, as data have it in every language. */
const notKnown = studyTexts["table1.not_known"];

function groupsOf(by: string, cases: readonly CodedCase[], instrument: Instrument): readonly string[] {
  const typology = typologyOf(instrument);
  if (by === "outcome" && typology !== undefined) {
    const { read } = outcomeVariable(typology);
    return cases.map(({ answers }) => read(answers) ?? notKnown);
  }
  const variable = variableOf(by, cases, instrument);
  return cases.map((each) => String(knownValue(each, variable, instrument) ?? notKnown));
}

function groupName(group: string, by: string, instrument: Instrument, given: Given): string {
  if (group === notKnown) return given.words("table1.not_known");
  const typology = by === "outcome" ? typologyOf(instrument) : undefined;
  return typology === undefined
    ? (labelsOf(instrument)[`${by}.${group}`] ?? group)
    : codedOutcomeName(group, typology, given);
}

/** What items and their codes are called, for the table. */
function labelsOf({ items }: Instrument): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(items).flatMap(([id, { construct, responses }]) => [
      [id, construct] as const,
      ...(responses.kind === "choice"
        ? Object.entries(responses.options).map(([code, { label }]) => [`${id}.${code}`, label] as const)
        : []),
    ]),
  );
}
