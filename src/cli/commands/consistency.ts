import { type Consistency, consistency, consistencyOfScale } from "../../cohort/index.ts";
import { type Instrument, libraryVersion } from "../../instrument/index.ts";
import { type Issue, throwIfAny } from "../../issues/index.ts";
import { consistencyTables, facts, heading } from "../../reports/index.ts";
import type { Mean } from "../../rules/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { codedCases, fileRowsWith, inputOption, shortName } from "../file-rows.ts";
import { type Io, say } from "../io.ts";
import { numberCell } from "../number-cell.ts";
import { confidenceIn, confidenceOption, pageOf, pageOption, printedAs } from "../page-formats.ts";
import { allInstruments, instrumentNamed } from "../registry.ts";

/** `consistency`: how far the items of a scale go together. */
export const consistencyCommand: Command = {
  name: "consistency",
  summary: "Print how far the items of a scale go together: alpha, omega, and each item with the rest.",
  arguments: [{ name: "FILE", says: "a file with one row for each case" }],
  options: {
    instrument: { type: "string", value: "ID", says: "the form whose means are the scales" },
    items: { type: "string", value: "A,B,C", says: "columns of numbers that are one scale, in place of a form" },
    "min-answered": {
      type: "string",
      value: "SHARE",
      says: "with --items: the share of them that a case has to have (default 1)",
    },
    confidence: confidenceOption,
    input: inputOption,
    format: pageOption,
  },
  notes: [
    "The scales of a form take the cases that its score takes, and prorate as the score does.",
    "That items go together does not say that they measure one thing, or which.",
    "Exit codes: 0 done, 2 wrong usage, 3 a file cannot be read or has rows at fault, which are named.",
    "",
  ],
  examples: [
    "stalker-typology consistency made-up-impact.csv --instrument ssb-impact",
    "stalker-typology consistency made-up-scores.csv --items rating,second_rating,forecast --format csv",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("consistency", expects("expected.file_of_cases"));
    const [id, items] = [given.text("instrument"), given.text("items")];
    if ((id === undefined) === (items === undefined))
      throw usageError("consistency", "--instrument ID", "--items A,B,C");
    const scales = id === undefined ? await ofColumns(path, items ?? "", given, io) : await ofForm(path, id, given, io);
    const { words, said, phrases } = given;
    const named = id === undefined ? undefined : itemNames(given.shown(instrumentNamed(id)));
    const page = pageOf(given, words("consistency.title"), [
      ...facts([
        [words("fact.file"), said("place", shortName(path))],
        [words("fact.form"), id],
      ]),
      ...scales.flatMap(({ means, found }) => [
        ...(scales.length > 1 ? [heading(2, means)] : []),
        ...consistencyTables(found, id === undefined ? words("consistency.scale") : means, phrases, named),
      ]),
    ]);
    const text = given.flag("json")
      ? `${JSON.stringify({ library: libraryVersion, scales })}\n`
      : printedAs(given, page);
    await say(io.stdout, text);
    return exitCodes.done;
  },
};

interface ScaleFound {
  readonly name: string;
  readonly means: string;
  readonly found: Consistency;
}

/** What the items of a form are called: what each measures. */
const itemNames =
  ({ items }: Instrument) =>
  (item: string): string =>
    items[item]?.construct ?? item;

/** Each mean that a form scores. */
async function ofForm(path: string, id: string, given: Given, io: Io): Promise<readonly ScaleFound[]> {
  const form = given.shown(instrumentNamed(id));
  const scales = meansOf(form);
  if (scales.length === 0) {
    throw usageError(
      "--instrument",
      ...allInstruments.filter((each) => meansOf(each).length > 0).map((each) => each.id),
    );
  }
  if (given.text("min-answered") !== undefined) throw usageError("--min-answered", expects("expected.no_share"));
  const cases = await codedCases(path, form, { id: "case_id", needsId: false }, given, io);
  const answers = cases.map((each) => each.answers);
  return scales.map(({ name, means, rule }) => ({
    name,
    means,
    found: consistencyOfScale(rule, answers, form, { confidence: confidenceIn(given) }),
  }));
}

const meansOf = ({ indicators }: Instrument) =>
  Object.entries(indicators).flatMap(([name, { means, rule }]) => (isMean(rule) ? [{ name, means, rule }] : []));

const isMean = (rule: { readonly kind: string }): rule is Mean => rule.kind === "mean";

async function ofColumns(path: string, list: string, given: Given, io: Io): Promise<readonly ScaleFound[]> {
  const items = list.split(",").filter((name) => name !== "");
  const twice = items.find((name, at) => items.indexOf(name) !== at);
  if (items.length === 0 || twice !== undefined) throw usageError("--items", expects("expected.columns_once"));
  const issues: Issue[] = [];
  const rows: (number | null)[][] = [];
  for (const row of await fileRowsWith(path, items, given, io)) {
    const cells = items.map((item) => numberCell(row, item));
    issues.push(...cells.filter((cell) => typeof cell === "object" && cell !== null));
    rows.push(cells.map((cell) => (typeof cell === "number" ? cell : null)));
  }
  throwIfAny(issues);
  const found = consistency(rows, { items, confidence: confidenceIn(given), ...minAnsweredIn(given) });
  return [{ name: "scale", means: items.join(", "), found }];
}

function minAnsweredIn(given: Given): { readonly minAnswered?: number } {
  const text = given.text("min-answered");
  if (text === undefined) return {};
  if (!/^(0(\.\d{1,9})?|1(\.0{1,9})?)$/.test(text)) throw usageError("--min-answered", expects("expected.share"));
  return { minAnswered: Number(text) };
}
