import Table from "cli-table3";
import { type Distribution, distribution } from "../../cohort/index.ts";
import type { ReferenceSample } from "../../evidence/index.ts";
import { type Chart, distributionChart } from "../../reports/index.ts";
import { type Typology, typeIds } from "../../typology/index.ts";
import { type Command, type Given, itself, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say } from "../io.ts";
import { type Labels, labelsIn, otherOutcomes, outcomeName } from "../outcome-labels.ts";
import { allTypologies, besideForms } from "../registry.ts";
import { chartOptions, writeChart, writePicture } from "../write-chart.ts";

/** `summary`: how a caseload falls over the types, beside published samples. */
export const summaryCommand: Command = {
  name: "summary",
  summary: "Print how a file of cases falls over the types, with 95% Wilson intervals, beside published samples.",
  arguments: [{ name: "FILE", says: "a file of cases, or one that classify has scored" }],
  options: {
    svg: { type: "string", value: "FILE", writes: itself, says: "the same as --chart, for an SVG" },
    format: { type: "string", value: "F", says: "csv, tsv or ndjson; by the file's name if not given" },
    ...chartOptions,
  },
  notes: [
    "Rows with any fault, and scored rows whose outcome is not one of ours, are counted as rejected and are in no share.",
    "",
  ],
  examples: ["stalker-typology summary coded-by-a.csv", "stalker-typology summary coded-by-b.csv --json"],
  async run(given, io) {
    const [path] = given.arguments;
    const [typology] = allTypologies;
    if (path === undefined || typology === undefined) throw usageError("summary", expects("expected.file_or_input"));
    const { labels, ...counts } = await labelsIn(path, given.text("format"), typology, io);
    const { rejected } = counts;
    const found = distribution(labels, [...typeIds(typology), ...otherOutcomes]);
    const svg = given.text("svg");
    const chart = () => chartOf(found, typology, given);
    if (svg !== undefined) await writePicture(svg, chart(), given.flag("overwrite"), "--svg");
    await writeChart(given, chart);
    const text = given.flag("json")
      ? JSON.stringify({
          ...found,
          ...counts,
          references: samplesIn(given),
        })
      : tableOf(found, counts, typology, given);
    await say(io.stdout, `${text}\n`);
    return rejected === 0 ? exitCodes.done : exitCodes.someRejected;
  },
};

/** The published samples whose shares were seen. */
const samplesIn = ({ shown }: Given): readonly ReferenceSample[] =>
  shown(besideForms).samples.filter(({ shares }) => Object.keys(shares).length > 0);

const percent = (share: number | undefined) => (share === undefined ? "" : `${(share * 100).toFixed(1)}%`);
/** A published share has the digits that it was published with: 69% is not 69.0%. */
const asPublished = (share: number) => `${Number((share * 100).toFixed(1))}%`;
const bar = (share: number | undefined) => "█".repeat(Math.round((share ?? 0) * 20));

function tableOf(
  { cases, shares }: Distribution,
  { rejected, scopeOpen, notSettled, settledNotSaid, met, metNotSaid }: Omit<Labels, "labels">,
  typology: Typology,
  given: Given,
): string {
  const { words, phrases } = given;
  const samples = samplesIn(given);
  const table = new Table({
    head: [
      "",
      words("summary.head_cases"),
      words("summary.head_met"),
      words("summary.head_share"),
      words("summary.head_interval", { level: "95%" }),
      "",
      ...samples.map(({ label }) => label),
    ],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "right", "right", "right", "left", ...samples.map(() => "right" as const)],
    wordWrap: true,
    colWidths: [null, null, 10, null, null, 22, ...samples.map(() => 16)],
  });
  for (const { label, count, share, interval } of shares) {
    const published = samples.map((sample) => {
      const seen = sample.shares[label];
      return seen === undefined
        ? ""
        : `${asPublished(seen.share)}${seen.count === undefined ? "" : ` (${seen.count})`}`;
    });
    table.push([
      outcomeName(label, typology, given),
      count,
      met[label] ?? "",
      percent(share),
      interval === undefined ? "" : words("summary.range", { low: percent(interval[0]), high: percent(interval[1]) }),
      bar(share),
      ...published,
    ]);
  }
  const notes = samples.map((sample) =>
    words("summary.sample", {
      label: sample.label,
      n: sample.n ?? sample.nNote ?? words("summary.n_not_known"),
      setting: sample.setting,
      definition: sample.caseDefinition ?? words("summary.no_definition"),
      mark: words(`mark.${sample.mark}`),
      note: sample.note,
    }),
  );
  return [
    rejected === 0 ? words("summary.cases", { cases }) : words("summary.cases_rejected", { cases, rejected }),
    table.toString(),
    words("summary.not_settled", { count: notSettled }),
    ...(settledNotSaid === 0 ? [] : [words("summary.settled_not_said", { count: settledNotSaid })]),
    words("summary.met_says"),
    ...(metNotSaid === 0 ? [] : [words("summary.met_not_said", { count: metNotSaid })]),
    ...(scopeOpen === 0 ? [] : [words("summary.scope_open", { count: scopeOpen })]),
    words("summary.no_base_rate"),
    ...notes,
    "",
    phrases.texts["summary.type_notice"],
  ].join("\n");
}

function chartOf({ cases, shares }: Distribution, typology: Typology, given: Given): Chart {
  const named = (outcome: string) => outcomeName(outcome, typology, given);
  const references = samplesIn(given).flatMap((sample) =>
    Object.entries(sample.shares).flatMap(([label, figure]) =>
      figure === undefined ? [] : [{ sample: sample.label, label: named(label), share: figure.share }],
    ),
  );
  const bars = shares.map((share) => ({ ...share, label: named(share.label) }));
  return distributionChart({ cases, shares: bars }, references, given.words("summary.chart"), given.phrases);
}
