import { createInterface } from "node:readline";
import { caseSummary } from "../../reports/index.ts";
import { type Answer, type Answers, isState, itemsOf } from "../../rules/index.ts";
import { classify, type Typology } from "../../typology/index.ts";
import type { Command } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Io, say } from "../io.ts";
import { instrumentNamed, typologyFor } from "../registry.ts";

/** `ask`: the form in the terminal, in the order that settles it soonest. */
export const askCommand: Command = {
  name: "ask",
  summary: "Ask the form's questions in the order that settles the outcome soonest, and stop once it is settled.",
  arguments: [{ name: "ID", says: "the instrument; ssb-type if not given", optional: true }],
  options: { rater: { type: "boolean", says: "use the wording for a rater (else for the target)" } },
  notes: ["Answer with a code or its number. An empty line is not sure. b goes back, q stops. Nothing is stored.", ""],
  examples: ["stalker-typology ask ssb-type --rater < /dev/null", "stalker-typology ask --json < /dev/null"],
  async run(given, io) {
    const [id = "ssb-type"] = given.arguments;
    const typology = typologyFor(instrumentNamed(id));
    const answers = await askAll(typology, given.flag("rater") ? "rater" : "target", io);
    const result = classify(answers, { typology });
    await say(
      io.stdout,
      given.flag("json")
        ? `${JSON.stringify({ answers, ...result })}\n`
        : `\n${caseSummary(result, typology).join("\n")}\n`,
    );
    return exitCodes.done;
  },
};

async function askAll(typology: Typology, wording: "target" | "rater", io: Io): Promise<Answers> {
  const reader = createInterface({ input: io.stdin as NodeJS.ReadableStream, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    return await askFrom(reader[Symbol.asyncIterator](), typology, wording, io);
  } finally {
    reader.close(); // else the program would wait for more input than it needs
  }
}

async function askFrom(
  lines: AsyncIterator<string>,
  typology: Typology,
  wording: "target" | "rater",
  io: Io,
): Promise<Answers> {
  const given: [string, Answer][] = [];
  for (;;) {
    const answers = Object.fromEntries(given);
    const item = nextItem(answers, typology);
    if (item === undefined) return answers;
    await say(io.stderr, promptFor(item, typology, wording, given.length + 1));
    const line = await lines.next();
    if (line.done === true) return answers;
    const said = line.value.trim();
    if (said === "q") return answers;
    if (said === "b") given.pop();
    else {
      const answer = answerFrom(said, codesFor(item, typology));
      if (answer === undefined) await say(io.stderr, "  That is not one of the codes.\n");
      else given.push([item, answer]);
    }
  }
}

/** The scope first, then whatever narrows the outcome most among items not asked yet. */
function nextItem(answers: Answers, typology: Typology): string | undefined {
  const result = classify(answers, { typology });
  if (result.scope === "outside") return undefined;
  const asked = (id: string) => Object.hasOwn(answers, id);
  const scope = itemsOf(typology.scope.outside, typology.instrument).find((id) => !asked(id));
  return scope ?? result.open.find((id) => !asked(id));
}

function codesFor(item: string, { instrument }: Typology): readonly string[] {
  const responses = instrument.items[item]?.responses;
  return responses?.kind === "choice" ? Object.keys(responses.options) : [];
}

function promptFor(item: string, { instrument }: Typology, wording: "target" | "rater", number: number): string {
  const responses = instrument.items[item]?.responses;
  const options = responses?.kind === "choice" ? Object.entries(responses.options) : [];
  const list = options.map(
    ([code, { label }], at) => `  ${at + 1} ${code}${label.toLowerCase() === code ? "" : ` (${label})`}`,
  );
  return `\n${number}. ${instrument.items[item]?.text[wording] ?? item}\n${list.join("\n")}\n> `;
}

function answerFrom(said: string, codes: readonly string[]): Answer | undefined {
  if (said === "") return "not_sure";
  if (codes.includes(said) || isState(said)) return said;
  return /^\d{1,3}$/.test(said) ? codes[Number(said) - 1] : undefined;
}
