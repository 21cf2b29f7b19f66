import { answersSchema, resultSchema, templateCase, templateHeader } from "../../formats/index.ts";
import { cellWriter } from "../../tables/index.ts";
import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { formWordsOf } from "../form-words.ts";
import { say } from "../io.ts";
import { instrumentNamed } from "../registry.ts";

/** `template`: a file to fill in, or the schema of its answers. */
export const templateCommand: Command = {
  name: "template",
  summary: "Print a table to fill in (CSV), one case to fill in (--json), or the JSON Schema of answers (--schema).",
  arguments: [{ name: "ID", says: "an instrument, such as ssb-type" }],
  options: {
    schema: { type: "boolean", says: "print the JSON Schema of answers" },
    "result-schema": { type: "boolean", says: "print the JSON Schema of what score gives" },
  },
  examples: ["stalker-typology template ssb-type", "stalker-typology template ssb-type --schema"],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("template", expects("expected.instrument"));
    const instrument = given.shown(instrumentNamed(id));
    const words = formWordsOf(given);
    const text = given.flag("result-schema")
      ? `${JSON.stringify(resultSchema(instrument, { words }), null, 2)}\n`
      : given.flag("schema")
        ? `${JSON.stringify(answersSchema(instrument, { words }), null, 2)}\n`
        : given.flag("json")
          ? `${JSON.stringify(templateCase(instrument), null, 2)}\n`
          : cellWriter(",", false).line(templateHeader(instrument));
    await say(io.stdout, text);
    return exitCodes.done;
  },
};
