import { type Loss, xlsFormChanges } from "../../formats/index.ts";
import type { Instrument, Respondent } from "../../instrument/index.ts";
import { type Command, type Given, itself, usageError } from "../command.ts";
import { errorBlocks } from "../error-blocks.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { exportFormats } from "../export-formats.ts";
import { formWordsOf } from "../form-words.ts";
import { type Io, say, tell } from "../io.ts";
import { putOutput } from "../put-output.ts";
import { instrumentNamed } from "../registry.ts";
import { respondentGiven } from "../respondent.ts";

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
    against: { type: "string", value: "FILE", says: "write nothing; list where this edited XLSForm (.xlsx) differs" },
    out: { type: "string", value: "FILE", writes: itself, says: "write here; standard output if not given" },
    overwrite: { type: "boolean", says: "replace output that exists" },
  },
  notes: [
    "The list of what is not carried goes to standard error; with --json, into the output beside the document.",
    "With --against, the exit code is 7 if the edited form differs from what would be written.",
    "",
  ],
  examples: [
    "stalker-typology export ssb-type --format redcap",
    "stalker-typology export ssb-type --format surveyjs --respondent target --out form.json --overwrite",
  ],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("export", expects("expected.instrument"));
    const instrument = given.shown(instrumentNamed(id));
    const named = given.text("format") ?? "";
    const make = Object.hasOwn(exportFormats, named) ? exportFormats[named] : undefined;
    if (make === undefined) throw usageError(named === "" ? "--format" : named, ...Object.keys(exportFormats));
    const [usual = "rater"] = instrument.respondents;
    const respondent = respondentGiven(given, instrument) ?? usual;
    const edited = given.text("against");
    if (edited !== undefined) return await compare(edited, named, instrument, respondent, given, io);
    const { document, losses, ends, file } = make(instrument, respondent, formWordsOf(given), given.phrases);
    const path = given.text("out");
    const content = given.flag("json") ? `${JSON.stringify({ document, losses }, null, 2)}\n` : await file();
    if (typeof content !== "string" && path === undefined && io.stdout.isTTY === true) {
      throw usageError("--out", expects("expected.named_file"));
    }
    await putOutput(content, given.flag("json") ? ["json"] : ends, given, io);
    if (!given.flag("json")) await tell(io.stderr, lossLines(losses, given));
    return exitCodes.done;
  },
};

/** Lists where an edited form differs from the instrument's own export. */
async function compare(
  path: string,
  format: string,
  instrument: Instrument,
  respondent: Respondent,
  given: Given,
  io: Io,
): Promise<number> {
  if (format !== "xlsform") throw usageError("--against", "--format xlsform");
  const issues = xlsFormChanges(await (await import("../workbook.ts")).sheetsOf(path), instrument, {
    respondent,
    words: formWordsOf(given),
  });
  if (given.flag("json")) await say(io.stdout, `${JSON.stringify({ issues }, null, 2)}\n`);
  else if (issues.length > 0) await tell(io.stderr, errorBlocks(issues, given, io.color));
  else await say(io.stdout, `${given.words("export.same", instrument)}\n`);
  return issues.length === 0 ? exitCodes.done : exitCodes.found;
}

function lossLines(losses: readonly Loss[], { words, said }: Given): string {
  const line = ({ path, code, says }: Loss) =>
    `${words("export.not_carried")}  ${path.join(".") || words("export.form")}  ${code}: ${said("loss", says)}\n`;
  return losses.map(line).join("");
}
