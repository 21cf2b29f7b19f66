import { type Instrument, wordingsOf } from "../../instrument/index.ts";
import {
  codebook,
  codebookPage,
  codebookRows,
  type Phrases,
  ruleWordsOf,
  toCsv,
  toHtml,
  toMarkdown,
} from "../../reports/index.ts";
import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say } from "../io.ts";
import { instrumentNamed } from "../registry.ts";

/** `codebook`: everything that an instrument asks and works out, in words. */
export const codebookCommand: Command = {
  name: "codebook",
  summary: "Print everything that an instrument asks and works out, in words.",
  arguments: [{ name: "ID", says: "an instrument, as list prints them" }],
  options: {
    format: {
      type: "string",
      value: "F",
      says: "md (default), html, csv, or wordings: every text, as JSON for translators",
    },
  },
  examples: ["stalker-typology codebook ssb-quick", "stalker-typology codebook ssb-type --format csv"],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("codebook", expects("expected.instrument"));
    const instrument = given.shown(instrumentNamed(id));
    const format = given.flag("json") ? "json" : (given.text("format") ?? "md");
    const print = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
    if (print === undefined) throw usageError("--format", "md", "html", "csv", "wordings");
    await say(io.stdout, print(instrument, given.phrases));
    return exitCodes.done;
  },
};

const pageIn = (form: Instrument, phrases: Phrases) => codebookPage(codebook(form, ruleWordsOf(phrases)), phrases);

const formats = {
  md: (form: Instrument, phrases: Phrases) => toMarkdown(pageIn(form, phrases)),
  html: (form: Instrument, phrases: Phrases) => toHtml(pageIn(form, phrases)),
  csv: (form: Instrument, phrases: Phrases) => toCsv(codebookRows(codebook(form, ruleWordsOf(phrases)), phrases)),
  json: (form: Instrument) => `${JSON.stringify(codebook(form))}\n`,
  wordings: (form: Instrument) => `${JSON.stringify(wordingsOf(form), null, 2)}\n`,
} as const;
