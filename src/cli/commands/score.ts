import type { ScoreContext } from "../../assessment/index.ts";
import { contentHash, type Instrument, isCalendarDay } from "../../instrument/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { expects } from "../expects.ts";
import { loadInstrument } from "../load-content.ts";
import { respondentGiven } from "../respondent.ts";
import { definitionsUsed } from "../row-definitions.ts";
import { definitionsIn } from "../row-scoring.ts";
import { scoreTable, tableNotes, tableOptions } from "../score-table.ts";
import { today } from "../today.ts";

/** `score`: every row of a file of cases with one instrument. */
export const scoreCommand: Command = {
  name: "score",
  summary: "Score every row of a file of cases with one instrument. Rows with any fault are rejected whole.",
  arguments: [{ name: "FILE", says: "CSV, TSV, NDJSON or Parquet with one case a row, or - for standard input" }],
  options: {
    instrument: { type: "string", value: "ID", says: "the instrument, as list prints it" },
    "as-of": {
      type: "string",
      value: "DAY",
      says: "the day the answers are looked at, YYYY-MM-DD; today in the local time zone if not given",
    },
    from: { type: "string", value: "DAY", says: "the first day that the answers are about; open if not given" },
    respondent: { type: "string", value: "WHO", says: "target or rater; items for others are then closed" },
    definitions: {
      type: "string",
      value: "IDS",
      says: "definitions to hold each row against, with commas between, or all: a column for each",
    },
    ...tableOptions,
  },
  notes: [
    "A level is a floor: at_least:X means X or more, cannot_say that nothing can be shown yet. Unknown never lowers it.",
    "A definition is met, not_met or indeterminate, by its tests over the answers: no finding that an offence took place.",
    ...tableNotes,
  ],
  examples: [
    "stalker-typology score coded-by-a.csv --instrument ssb-type --as-of 2026-03-01",
    "stalker-typology score coded-by-a.csv --instrument ssb-type --as-of 2026-03-01 --out scored.csv --overwrite",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("score", expects("expected.file_or_input"));
    const id = given.text("instrument");
    if (id === undefined) throw usageError("--instrument", expects("expected.instrument"));
    const instrument = await loadInstrument(id);
    const context = contextFrom(given, instrument);
    const definitions = await definitionsIn(given.text("definitions"), instrument);
    const work = {
      command: "score",
      rules: { kind: "score", instrument, context, definitions } as const,
      provenance: {
        instrument: { id, version: instrument.version, hash: contentHash(instrument) },
        asOf: context.asOf,
        window: context.window,
        respondent: context.respondent ?? null,
        ...(definitions.length === 0 ? {} : { definitions: definitionsUsed(definitions) }),
      },
      review: "pending: results advise, people decide",
    };
    return scoreTable(path, work, given, io);
  },
};

/** The day, window and respondent of a command. Only the command line reads a clock, and only if no day is given. */
export function contextFrom(given: Given, instrument: Instrument): ScoreContext {
  const asOf = dayGiven(given, "as-of") ?? today();
  const respondent = respondentGiven(given, instrument);
  const window = { from: dayGiven(given, "from") ?? null, to: asOf };
  return { asOf, window, ...(respondent === undefined ? {} : { respondent }) };
}

function dayGiven(given: Given, option: string): string | undefined {
  const day = given.text(option);
  if (day !== undefined && !isCalendarDay(day)) throw usageError(`--${option}`, expects("expected.day"));
  return day;
}
