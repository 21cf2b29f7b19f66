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
  options: { format: { type: "string", value: "F", says: "md (default), html or csv" } },
  examples: ["stalker-typology codebook ssb-quick", "stalker-typology codebook ssb-type --format csv"],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("codebook", "an instrument's id");
    const book = codebook(instrumentNamed(id));
    const format = given.flag("json") ? "json" : (given.text("format") ?? "md");
    const print = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
    if (print === undefined) throw usageError("--format", "md", "html", "csv");
    await say(io.stdout, print(book));
    return exitCodes.done;
  },
};

const formats = {
  md: (book: ReturnType<typeof codebook>) => toMarkdown(codebookPage(book)),
  html: (book: ReturnType<typeof codebook>) => toHtml(codebookPage(book)),
  csv: (book: ReturnType<typeof codebook>) => toCsv(codebookRows(book)),
  json: (book: ReturnType<typeof codebook>) => `${JSON.stringify(book)}\n`,
} as const;
