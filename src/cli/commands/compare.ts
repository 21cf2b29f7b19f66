import { compareWithSample, homogeneityTest, type TestOptions } from "../../cohort/index.ts";
import type { ReferenceSample } from "../../evidence/index.ts";
import {
  type Block,
  comparisonTable,
  distributionTable,
  groupComparisonTable,
  paragraph,
} from "../../reports/index.ts";
import { typeIds } from "../../typology/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { inputOption, shortName } from "../file-rows.ts";
import { say } from "../io.ts";
import { labelsIn, otherOutcomes, outcomeName } from "../outcome-labels.ts";
import { pageOf, pageOption, printedAs } from "../page-formats.ts";
import { allTypologies, besideForms } from "../registry.ts";

/** `compare`: how cases fall over the types, beside another group or published samples. */
export const compareCommand: Command = {
  name: "compare",
  summary: "Compare how a file of cases falls over the types with another file, or with published samples.",
  arguments: [
    { name: "FILE", says: "a file of cases, or one that classify has scored" },
    { name: "OTHER", says: "another group's file; published samples if it is not given", optional: true },
  ],
  options: {
    sample: { type: "string", value: "ID", says: "one published sample alone" },
    seed: {
      type: "string",
      value: "N",
      says: "for tests by random draws, where there are too many ways to try (default 1)",
    },
    input: inputOption,
    format: pageOption,
  },
  notes: [
    "A difference may come from who refers, what counts as a case and how types were given, before anything else.",
    "Rows with any fault are counted as rejected and are in no share. Published samples are compared by types alone.",
    "",
  ],
  examples: [
    "stalker-typology compare coded-by-a.csv --sample mullen_1999",
    "stalker-typology compare coded-by-a.csv coded-by-b.csv --json",
  ],
  async run(given, io) {
    const [path, other] = given.arguments;
    const [typology] = allTypologies;
    if (path === undefined || typology === undefined) throw usageError("compare", expects("expected.file_or_input"));
    const options = { seed: seedFrom(given) };
    const order = [...typeIds(typology), ...otherOutcomes];
    const named = (outcome: string) => outcomeName(outcome, typology, given);
    const [first, second] = await Promise.all(
      [path, ...(other === undefined ? [] : [other])].map(async (file) => {
        const { labels, rejected } = await labelsIn(file, given.text("input"), typology, io);
        return { name: given.said("place", shortName(file)), counts: countsOf(labels, order), rejected };
      }),
    );
    if (first === undefined) throw usageError("compare");
    const result =
      second === undefined
        ? besideSamples(first, samplesFrom(given), options, named, given)
        : besideGroup(first, second, order, options, named, given);
    const rejected = first.rejected + (second?.rejected ?? 0);
    const blocks = [
      paragraph(given.words("compare.counted", { name: first.name, rejected })),
      ...distributionTable(
        Object.fromEntries(Object.entries(first.counts).map(([outcome, count]) => [named(outcome), count])),
        undefined,
        given.phrases,
      ),
      ...result.blocks,
    ];
    const text = given.flag("json")
      ? `${JSON.stringify({ counts: first.counts, rejected, ...result.data })}\n`
      : printedAs(given, pageOf(given, given.words("compare.title"), blocks));
    await say(io.stdout, text);
    return rejected === 0 ? exitCodes.done : exitCodes.someRejected;
  },
};

interface Group {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
}

interface Compared {
  readonly blocks: readonly Block[];
  readonly data: Readonly<Record<string, unknown>>;
}

function besideSamples(
  { counts }: Group,
  samples: readonly ReferenceSample[],
  options: TestOptions,
  named: (outcome: string) => string,
  { phrases }: Given,
): Compared {
  const found = samples.map((sample) => compareWithSample(counts, sample, options));
  const shown = found.map((each) => ({
    ...each,
    classes: each.classes.map((part) => ({ ...part, types: part.types.map(named) })),
  }));
  return { blocks: shown.flatMap((each) => comparisonTable(each, phrases)), data: { samples: found } };
}

function besideGroup(
  first: Group,
  second: Group,
  order: readonly string[],
  options: TestOptions,
  named: (outcome: string) => string,
  { phrases }: Given,
): Compared {
  const counts = [first, second].map((group) => order.map((label) => group.counts[label] ?? 0));
  const [a = [], b = []] = counts;
  const test = homogeneityTest(a, b, options);
  return {
    blocks: groupComparisonTable([first.name, second.name], order.map(named), [a, b], test, phrases),
    data: { other: second.counts, test },
  };
}

function samplesFrom(given: Given): readonly ReferenceSample[] {
  const known = given.shown(besideForms).samples.filter(({ shares }) => Object.keys(shares).length > 0);
  const id = given.text("sample");
  const chosen = id === undefined ? known : known.filter((sample) => sample.id === id);
  if (chosen.length === 0) throw usageError(id ?? "--sample", ...known.map((sample) => sample.id));
  return chosen;
}

function seedFrom(given: Given): number {
  const text = given.text("seed") ?? "1";
  if (!/^\d{1,9}$/.test(text)) throw usageError("--seed", expects("expected.whole"));
  return Number(text);
}

function countsOf(labels: readonly string[], order: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map(order.map((label) => [label, 0]));
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Object.fromEntries(counts);
}
