import { change, parseTwoTimes, type ReliableChangeOptions, reliableChange } from "../../cohort/index.ts";
import { AssessmentError, valueOrThrow } from "../../issues/index.ts";
import { changeTables, facts, reliableChangeTable, transitionChart } from "../../reports/index.ts";
import { classify, type Typology, typeIds } from "../../typology/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { type CodedCase, codedCases, inputOption, shortName } from "../file-rows.ts";
import { say } from "../io.ts";
import { numberCell } from "../number-cell.ts";
import { outcomeName, typeOf } from "../outcome-labels.ts";
import { pageOf, pageOption, printedAs } from "../page-formats.ts";
import { allTypologies } from "../registry.ts";
import { chartOptions, writeChart } from "../write-chart.ts";

/** `change`: how cases moved between two times. */
export const changeCommand: Command = {
  name: "change",
  summary: "Print how the same cases moved between two times: from which outcome to which.",
  arguments: [
    { name: "FIRST", says: "the cases at the first time" },
    { name: "SECOND", says: "the same cases at the second time" },
  ],
  options: {
    id: { type: "string", value: "COLUMN", says: "the column that names the case (default case_id)" },
    score: { type: "string", value: "COLUMN", says: "a column of numbers in both files, for reliable change" },
    reliability: {
      type: "string",
      value: "R",
      says: "the score's reliability, from a source of your own; none is assumed",
    },
    sd: { type: "string", value: "S", says: "the score's standard deviation; that of the first time if not given" },
    input: inputOption,
    format: pageOption,
    ...chartOptions,
  },
  notes: [
    "A type belongs to an episode. That a case moved says nothing of why: new answers, another rater or a new version move it too.",
    "insufficient is not known. A case in one file alone is not known at the other time.",
    "Exit codes: 0 done, 2 wrong usage, 3 a file cannot be read or has rows at fault, which are named.",
    "",
  ],
  examples: [
    "stalker-typology change coded-by-a.csv coded-by-b.csv",
    "stalker-typology change coded-by-a.csv coded-by-b.csv --json",
  ],
  async run(given, io) {
    const [path, other] = given.arguments;
    const [typology] = allTypologies;
    if (path === undefined || other === undefined || typology === undefined)
      throw usageError("change", expects("expected.two_files"));
    const id = given.text("id") ?? "case_id";
    const score = given.text("score");
    const columns = score === undefined ? [] : [score];
    const first = await codedCases(path, typology.instrument, { id, columns }, given, io);
    const second = await codedCases(other, typology.instrument, { id, columns }, given, io);
    const classes = [...typeIds(typology), "mixed", "undetermined"];
    const later = new Map(second.map((each) => [each.id, each]));
    const names = [...new Set([...first, ...second].map((each) => each.id))];
    const earlier = new Map(first.map((each) => [each.id, each]));
    const pairs = names.map((name) => ({ case: name, first: earlier.get(name), second: later.get(name) }));
    const rows = pairs.map((pair) => ({
      case: pair.case,
      first: classOf(pair.first, typology, classes),
      second: classOf(pair.second, typology, classes),
    }));
    const named = (outcome: string) => outcomeName(outcome, typology, given);
    const found = change(valueOrThrow(parseTwoTimes(rows, classes)));
    const reliable =
      score === undefined
        ? null
        : reliableChange(
            pairs.map((pair) => ({
              case: pair.case,
              first: numberIn(pair.first, score),
              second: numberIn(pair.second, score),
            })),
            reliableOptions(given),
          );
    await writeChart(given, () =>
      transitionChart(
        classes.flatMap((from, i) =>
          classes.map((to, j) => ({ from: named(from), to: named(to), count: found.table[i]?.[j] ?? 0 })),
        ),
        classes.map(named),
        { from: given.said("place", shortName(path)), to: given.said("place", shortName(other)) },
        given.words("change.chart"),
        given.phrases,
      ),
    );
    const { words, said, phrases } = given;
    const page = pageOf(given, words("change.title"), [
      ...facts([
        [words("change.first"), said("place", shortName(path))],
        [words("change.second"), said("place", shortName(other))],
      ]),
      ...changeTables(found, phrases, named),
      ...(reliable === null ? [] : reliableChangeTable(reliable, phrases)),
    ]);
    const text = given.flag("json") ? `${JSON.stringify({ ...found, reliable })}\n` : printedAs(given, page);
    await say(io.stdout, text);
    return exitCodes.done;
  },
};

function classOf(found: CodedCase | undefined, typology: Typology, classes: readonly string[]): string | null {
  if (found === undefined) return null;
  const { outcome } = classify(found.answers, { typology });
  const name = typeOf(outcome) ?? outcome.kind;
  return classes.includes(name) ? name : null;
}

function numberIn(found: CodedCase | undefined, column: string): number | null {
  const cell = found === undefined ? null : numberCell(found.row, column);
  if (typeof cell === "object" && cell !== null) throw new AssessmentError([cell]);
  return cell;
}

function reliableOptions(given: Given): ReliableChangeOptions {
  const number = (name: string) => {
    const text = given.text(name);
    if (text === undefined) return undefined;
    if (!/^\d{1,9}(\.\d{1,9})?$/.test(text)) throw usageError(`--${name}`, expects("expected.number_from_0"));
    return Number(text);
  };
  const [reliability, standardDeviation] = [number("reliability"), number("sd")];
  return {
    ...(reliability === undefined ? {} : { reliability }),
    ...(standardDeviation === undefined ? {} : { standardDeviation }),
  };
}
