import {
  agreementByVariable,
  axisVariables,
  type CodedVariable,
  type Coding,
  disagreementEffect,
  inWords,
  itemVariables,
  outcomeVariable,
  typeVariables,
  type VariableAgreement,
} from "../../cohort/index.ts";
import { fiveTypesAxes } from "../../content/typologies/index.ts";
import { libraryVersion } from "../../instrument/index.ts";
import { type Issue, throwIfAny, valueOrThrow } from "../../issues/index.ts";
import {
  agreementChart,
  agreementTables,
  type Block,
  disagreementTable,
  estimateWordsOf,
  facts,
  heading,
  itemAgreementTable,
  list,
  type Printed,
} from "../../reports/index.ts";
import type { Answer } from "../../rules/index.ts";
import type { Typology } from "../../typology/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { codedCases, inputOption, shortName } from "../file-rows.ts";
import { type Io, say } from "../io.ts";
import { codedOutcomeName, outcomeName } from "../outcome-labels.ts";
import { pageOf, pageOption, printedAs } from "../page-formats.ts";
import { allTypologies } from "../registry.ts";
import { chartOptions, writeChart } from "../write-chart.ts";

/** `agree`: how well raters agree on the same cases. */
export const agreeCommand: Command = {
  name: "agree",
  summary: "Print how well raters agree on the same cases: the outcome, where each type stands, and every item.",
  arguments: [
    { name: "FILE", says: "one rater's file, or one with every rater's rows and --rater" },
    { name: "OTHER", says: "the other rater's file of the same cases", optional: true },
  ],
  options: {
    id: { type: "string", value: "COLUMN", says: "the column that names the case (default case_id)" },
    rater: { type: "string", value: "COLUMN", says: "the column that names the rater, for one file of several raters" },
    unequal: { type: "boolean", says: "allow cases that not every rater coded; without it they are an error" },
    input: inputOption,
    format: pageOption,
    ...chartOptions,
  },
  notes: [
    "not_sure, prefer_not and blanks are not ratings: coefficients rest on the cases that were rated, whose number is shown.",
    "Raters who agree can both be wrong. Which coefficient is reported is chosen before they are seen.",
    "Exit codes: 0 done, 2 wrong usage, 3 a file cannot be read or has rows at fault, which are named.",
    "",
  ],
  examples: [
    "stalker-typology agree coded-by-a.csv coded-by-b.csv",
    "stalker-typology agree coded-by-a.csv coded-by-b.csv --format latex",
  ],
  async run(given, io) {
    const [typology] = allTypologies;
    if (typology === undefined) throw usageError("agree");
    const codings = await codingsFrom(given, typology, io);
    const variables = variablesOf(typology);
    const found = valueOrThrow(agreementByVariable(codings, variables));
    const named = variableNames(variables, typology, given);
    const raters = [...new Set(codings.map(({ rater }) => rater))];
    const effect = raters.length === 2 ? effectOf(codings, raters, typology) : null;
    await writeChart(given, () =>
      agreementChart(
        found.map((each) => ({ label: named(each), found: each.agreement.overall.gwet })),
        given.words("agree.statistic"),
        given.words("agree.chart", { raters: together(raters, given) }),
        given.phrases,
      ),
    );
    const text = given.flag("json")
      ? `${JSON.stringify({
          library: libraryVersion,
          instrument: { id: typology.instrument.id, version: typology.instrument.version },
          raters,
          variables: found.map(({ kind, name, agreement }) => ({ kind, name, ...agreement })),
          disagreement: effect,
        })}\n`
      : printedAs(given, agreementPage(found, raters, effect, typology, named, given));
    await say(io.stdout, text);
    return exitCodes.done;
  },
};

const variablesOf = (typology: Typology): readonly CodedVariable[] => [
  outcomeVariable(typology),
  ...typeVariables(typology),
  ...axisVariables(typology.instrument, fiveTypesAxes),
  ...itemVariables(typology.instrument),
];

type VariableName = (variable: Pick<VariableAgreement, "kind" | "name">) => string;

/** What variables are called: types by their labels, axes by what their items measure, items by their names in files. */
function variableNames(variables: readonly CodedVariable[], typology: Typology, given: Given): VariableName {
  const { items } = given.shown(typology.instrument);
  return ({ kind, name }) => {
    if (kind === "type") return outcomeName(name, typology, given);
    if (kind === "outcome") return given.words("agree.the_outcome");
    const item = variables.find((each) => each.kind === kind && each.name === name)?.item;
    return (kind === "axis" && item !== undefined ? items[item]?.construct : undefined) ?? name;
  };
}

/** The codings of one file of several raters, or of two files of one rater each. */
async function codingsFrom(given: Given, { instrument }: Typology, io: Io): Promise<readonly Coding[]> {
  const [path, other] = given.arguments;
  const id = given.text("id") ?? "case_id";
  const rater = given.text("rater");
  if (path === undefined) throw usageError("agree", expects("expected.files_of_raters"));
  if ((other === undefined) === (rater === undefined)) {
    throw usageError("agree", expects("expected.rater_column"));
  }
  const codings: Coding[] = [];
  for (const file of [path, ...(other === undefined ? [] : [other])]) {
    const cases = await codedCases(file, instrument, { id, ...(rater === undefined ? {} : { rater }) }, given, io);
    codings.push(
      ...cases.map(({ id: name, row, answers }) => ({
        case: name,
        rater: rater === undefined ? shortName(file) : String(row.cell(rater)),
        answers,
      })),
    );
  }
  if (!given.flag("unequal")) refuseUnequal(codings);
  return codings;
}

/** Every case that a rater lacks, by name and in order. */
function refuseUnequal(codings: readonly Coding[]): void {
  const raters = [...new Set(codings.map(({ rater }) => rater))];
  const have = new Set(codings.map(({ rater, case: name }) => JSON.stringify([rater, name])));
  const cases = [...new Set(codings.map(({ case: name }) => name))];
  const issues = cases.flatMap((name) =>
    raters
      .filter((rater) => !have.has(JSON.stringify([rater, name])))
      .map(
        (rater): Issue => ({
          code: "unequal_subjects",
          path: [rater, name],
          expected: [expects("expected.row_for_case"), "--unequal"],
        }),
      ),
  );
  throwIfAny(issues);
}

function effectOf(codings: readonly Coding[], [first, second]: readonly string[], typology: Typology) {
  const outcome = outcomeVariable(typology);
  const byCase = new Map<string, Coding[]>();
  for (const coding of codings) byCase.set(coding.case, [...(byCase.get(coding.case) ?? []), coding]);
  const pairs = [...byCase].flatMap(([name, own]) => {
    const one = own.find(({ rater }) => rater === first);
    const two = own.find(({ rater }) => rater === second);
    return one === undefined || two === undefined
      ? []
      : [{ case: name, first: codesIn(one.answers), second: codesIn(two.answers) }];
  });
  return disagreementEffect<Answer>(pairs, (answers) => outcome.read(answers) ?? "");
}

/** Answers without what stands for none. */
const codesIn = (answers: Coding["answers"]): Readonly<Record<string, Answer>> =>
  Object.fromEntries(Object.entries(answers).flatMap(([item, code]) => (code === undefined ? [] : [[item, code]])));

function together(raters: readonly string[], { words, said }: Given): string {
  return raters
    .map((rater) => said("place", rater))
    .reduce((before, rater) => words("agree.and", { raters: before, rater }));
}

function agreementPage(
  found: readonly VariableAgreement[],
  raters: readonly string[],
  effect: ReturnType<typeof effectOf> | null,
  typology: Typology,
  named: VariableName,
  given: Given,
): Printed {
  const { words, said, phrases } = given;
  const estimateWords = estimateWordsOf(phrases);
  const names = raters.map((rater) => said("place", rater));
  const [outcome, ...others] = found;
  const part = (title: string, kind: CodedVariable["kind"]): readonly Block[] => [
    heading(2, title),
    ...itemAgreementTable(
      others.filter((each) => each.kind === kind).map((each) => ({ item: named(each), found: each.agreement })),
      phrases,
    ),
  ];
  const { subjects = 0, overall } = outcome?.agreement ?? {};
  const coefficients = overall === undefined ? [] : [overall.percent, overall.cohen ?? overall.conger, overall.gwet];
  return pageOf(given, words("agree.title"), [
    ...facts([
      [words("agree.raters"), names.join(", ")],
      [words("agree.cases"), String(subjects)],
      [words("agree.no_rating"), words("agree.no_ratings")],
    ]),
    heading(2, words("agree.outcome")),
    ...list(coefficients.map((each) => inWords(each, undefined, estimateWords))),
    ...(outcome === undefined
      ? []
      : agreementTables(outcome.agreement, words("agree.the_outcome"), names, phrases, (word) =>
          codedOutcomeName(word, typology, given),
        )),
    ...(effect === null ? [] : disagreementTable(effect, phrases)),
    ...part(words("agree.types"), "type"),
    ...part(words("agree.axes"), "axis"),
    ...part(words("agree.items"), "item"),
  ]);
}
