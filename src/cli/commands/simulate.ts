import { type MissingPlan, type SimulatedCase, type SimulationPlan, simulate } from "../../cohort/index.ts";
import { libraryVersion } from "../../instrument/index.ts";
import { AssessmentError, type Issue } from "../../issues/index.ts";
import {
  type Cell,
  fileNames,
  formatOf,
  type Output,
  openOutput,
  publishTogether,
  putRows,
  streamOutput,
} from "../../tables/index.ts";
import type { Typology } from "../../typology/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { tableNamed } from "../named-format.ts";
import { allTypologies } from "../registry.ts";

/** `simulate`: a synthetic caseload, for teaching and tests. */
export const simulateCommand: Command = {
  name: "simulate",
  summary: "Make synthetic cases for teaching, tests and power analysis. They are about nobody and are never data.",
  arguments: [],
  options: {
    n: { type: "string", value: "N", says: "how many cases (default 100)" },
    seed: { type: "string", value: "N", says: "a whole number; the same seed gives the same cases (default 1)" },
    mix: { type: "string", value: "MIX", says: "equal, recolo, or weights such as rejected=7,resentful=1" },
    noise: { type: "string", value: "P", says: "share of answers drawn anew at random, 0 to 1" },
    signs: { type: "string", value: "P", says: "how often a sign for the type is made present, 0 to 1" },
    "not-sure": { type: "string", value: "P", says: "share of answers that become not_sure" },
    "prefer-not": { type: "string", value: "P", says: "share of answers that become prefer_not" },
    blank: { type: "string", value: "P", says: "share of answers that are left out" },
    pattern: { type: "string", value: "HOW", says: "scattered or from_the_end: where answers are left out" },
    raters: { type: "string", value: "N", says: "how many raters code each case; a row for each" },
    disagreement: { type: "string", value: "P", says: "share of answers that a further rater gives at random" },
    out: {
      type: "string",
      value: "FILE",
      writes: (path) => [path, fileNames(path).manifest],
      says: "write here, as its name says, with FILE.manifest.json beside it: .csv, .tsv, .ndjson or .parquet, with .gz",
    },
    overwrite: { type: "boolean", says: "replace output that exists" },
  },
  notes: [
    "The columns are case_id, rater, drawn_type and the form's items. Every case_id begins with synthetic.",
    "recolo uses the shares of the 2019 press report as weights. No share here is an estimate of anything.",
    "",
  ],
  examples: [
    "stalker-typology simulate --n 3 --seed 7",
    "stalker-typology simulate --n 50 --mix recolo --not-sure 0.1 --out synthetic.csv --overwrite",
  ],
  async run(given, io) {
    const [typology] = allTypologies;
    if (typology === undefined) throw usageError("simulate");
    const plan = planFrom(given, typology);
    const cases = started(plan);
    const items = Object.keys(typology.instrument.items);
    const path = given.text("out");
    const { format, gzip } = path === undefined ? formatOf("-") : tableNamed(path, "--out");
    const outputs: Output[] = [];
    try {
      const overwrite = given.flag("overwrite");
      const rows = path === undefined ? streamOutput(io.stdout) : openOutput(path, { overwrite, gzip });
      outputs.push(rows);
      const beside = path === undefined ? undefined : openOutput(fileNames(path).manifest, { overwrite });
      if (beside !== undefined) outputs.push(beside);
      const columns = ["case_id", "rater", "drawn_type", ...items];
      const { bytes } = await putRows(rows, format, columns, rowsOf(cases, items), true); // our own words
      if (beside !== undefined) {
        await beside.write(`${JSON.stringify(manifestOf(plan, typology, bytes), null, 2)}\n`);
        await beside.finish();
      }
      publishTogether(outputs);
      return exitCodes.done;
    } finally {
      for (const output of outputs) output.discard();
    }
  },
};

/** The caseload of a plan. What cannot be a plan is the fault of the options that gave it. */
function started(plan: SimulationPlan): Iterable<SimulatedCase> {
  try {
    return simulate(plan);
  } catch (fault) {
    if (!(fault instanceof AssessmentError) || fault.issues.some(({ code }) => code !== "out_of_range")) throw fault;
    throw new AssessmentError(
      fault.issues.map(
        ({ path: [part], ...issue }): Issue => ({ ...issue, code: "wrong_usage", path: [optionOf(part)] }),
      ),
    );
  }
}

const optionOf = (part: string | number | undefined): string =>
  `--${part === "cases" ? "n" : part === "missing" ? "blank" : part}`;

function* rowsOf(cases: Iterable<SimulatedCase>, items: readonly string[]): Generator<readonly Cell[]> {
  for (const { number, drawn, answers } of cases) {
    for (const [rater, own] of answers.entries())
      yield [`synthetic-${number}`, `rater-${rater + 1}`, drawn, ...items.map((id) => own[id] ?? null)];
  }
}

function planFrom(given: Given, typology: Typology): SimulationPlan {
  const number = (name: string, usual: number): number => {
    const text = given.text(name);
    if (text === undefined) return usual;
    if (!/^\d{1,15}(\.\d{1,15})?$/.test(text)) throw usageError(`--${name}`, expects("expected.number_from_0"));
    return Number(text);
  };
  const whole = (name: string, usual: number): number => {
    const text = given.text(name);
    if (text !== undefined && !/^\d{1,15}$/.test(text)) throw usageError(`--${name}`, expects("expected.whole_from_0"));
    return Number(text ?? usual);
  };
  const mix = mixFrom(given.text("mix") ?? "equal", typology);
  return {
    typology,
    cases: whole("n", 100),
    seed: whole("seed", 1),
    ...(mix === undefined ? {} : { mix }),
    noise: number("noise", 0),
    signs: number("signs", 0),
    missing: {
      not_sure: number("not-sure", 0),
      prefer_not: number("prefer-not", 0),
      not_asked: number("blank", 0),
      pattern: patternFrom(given.text("pattern")),
    },
    raters: whole("raters", 1),
    disagreement: number("disagreement", 0),
  };
}

/** The shares that the 2019 press report of the first service gives, in percent. */
const recolo = { rejected: 69, incompetent_suitor: 12, predatory: 6.5, intimacy_seeker: 6.5, resentful: 6 };

function mixFrom(text: string, { types }: Typology): Readonly<Record<string, number>> | undefined {
  if (text === "equal") return undefined;
  if (text === "recolo") return recolo;
  const weights = new Map<string, number>();
  for (const part of text.split(",")) {
    const [id = "", weight = "", ...more] = part.split("=");
    if (!Object.hasOwn(types, id) || weights.has(id) || more.length > 0 || !/^\d{1,9}(\.\d{1,9})?$/.test(weight)) {
      throw new AssessmentError([
        {
          code: "wrong_usage",
          path: ["--mix"],
          expected: ["equal", "recolo", ...Object.keys(types).map((type) => `${type}=1`)],
        },
      ]);
    }
    weights.set(id, Number(weight));
  }
  return Object.fromEntries(weights);
}

function patternFrom(text: string | undefined): NonNullable<MissingPlan["pattern"]> {
  if (text === undefined || text === "scattered") return "scattered";
  if (text === "from_the_end") return text;
  throw usageError("--pattern", "scattered", "from_the_end");
}

function manifestOf(
  { typology: _, ...plan }: SimulationPlan,
  { id, version, instrument }: Typology,
  bytes: number,
): Readonly<Record<string, unknown>> {
  return {
    command: "simulate",
    synthetic: "made by a generator; about nobody, and never data",
    library: libraryVersion,
    typology: { id, version },
    instrument: { id: instrument.id, version: instrument.version },
    plan,
    rows: plan.cases * (plan.raters ?? 1),
    bytes,
  };
}
