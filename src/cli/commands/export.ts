import type { Loss } from "../../formats/index.ts";
import type { Instrument, Respondent } from "../../instrument/index.ts";
import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { exportFormats } from "../export-formats.ts";
import { say } from "../io.ts";
import { putOutput } from "../put-output.ts";
import { instrumentNamed } from "../registry.ts";

/** `export`: an instrument in the language of another system. */
export const exportCommand: Command = {
  name: "export",
  summary: "Write an instrument in the language of another system. What it cannot carry is listed, never dropped.",
  arguments: [{ name: "ID", says: "the instrument, as list prints it" }],
  options: {
    format: { type: "string", value: "F", says: Object.keys(exportFormats).join(", ") },
    respondent: {
      type: "string",
      value: "WHO",
      says: "target or rater: whose wording (the form's first if not given)",
    },
    out: { type: "string", value: "FILE", says: "write here; standard output if not given" },
    overwrite: { type: "boolean", says: "replace output that exists" },
  },
  notes: [
    "The list of what is not carried goes to standard error; with --json, into the output beside the document.",
    "",
  ],
  examples: [
    "stalker-typology export ssb-type --format redcap",
    "stalker-typology export ssb-type --format surveyjs --respondent target --out form.json --overwrite",
  ],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("export", "an instrument's id");
    const instrument = instrumentNamed(id);
    const named = given.text("format") ?? "";
    const make = Object.hasOwn(exportFormats, named) ? exportFormats[named] : undefined;
    if (make === undefined) throw usageError(named === "" ? "--format" : named, ...Object.keys(exportFormats));
    const { document, losses, file } = make(instrument, respondentFrom(given.text("respondent"), instrument));
    const path = given.text("out");
    const content = given.flag("json") ? `${JSON.stringify({ document, losses }, null, 2)}\n` : await file();
    if (typeof content !== "string" && path === undefined && io.stdout.isTTY === true) {
      throw usageError("--out", "a file: a workbook is not text");
    }
    await putOutput(content, given, io);
    if (!given.flag("json")) await say(io.stderr, lossLines(losses));
    return exitCodes.done;
  },
};

function respondentFrom(text: string | undefined, { respondents }: Instrument): Respondent {
  const wanted = respondents.find((each) => each === text);
  if (wanted !== undefined) return wanted;
  const [first = "rater"] = respondents;
  if (text === undefined) return first;
  throw usageError(text, ...respondents);
}

function lossLines(losses: readonly Loss[]): string {
  return losses.map(({ path, code, says }) => `not carried  ${path.join(".") || "form"}  ${code}: ${says}\n`).join("");
}
