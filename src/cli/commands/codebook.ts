import { type Instrument, wordingsOf } from "../../instrument/index.ts";
import { codebook, codebookPage, codebookRows, toCsv, toHtml, toMarkdown } from "../../reports/index.ts";
import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
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
    if (id === undefined) throw usageError("codebook", "an instrument's id");
    const instrument = instrumentNamed(id);
    const format = given.flag("json") ? "json" : (given.text("format") ?? "md");
    const print = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
    if (print === undefined) throw usageError("--format", "md", "html", "csv", "wordings");
    await say(io.stdout, print(instrument));
    return exitCodes.done;
  },
};

const formats = {
  md: (form: Instrument) => toMarkdown(codebookPage(codebook(form))),
  html: (form: Instrument) => toHtml(codebookPage(codebook(form))),
  csv: (form: Instrument) => toCsv(codebookRows(codebook(form))),
  json: (form: Instrument) => `${JSON.stringify(codebook(form))}\n`,
  wordings: (form: Instrument) => `${JSON.stringify(wordingsOf(form), null, 2)}\n`,
} as const;
