import { createInterface } from "node:readline";
import {
  type Administration,
  answerItem,
  goBack,
  interruptionsNow,
  nextItem,
  type ScoreContext,
  score,
  startAdministration,
} from "../../assessment/index.ts";
import type { Instrument, Respondent } from "../../instrument/index.ts";
import { caseSummary, scoreSummary } from "../../reports/index.ts";
import { type Answers, isState, itemsOf } from "../../rules/index.ts";
import { classify, type Typology } from "../../typology/index.ts";
import type { Command, Given } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Io, say } from "../io.ts";
import { guidanceText, instrumentNamed, typologyOf, typologyShown } from "../registry.ts";
import { contextFrom } from "./score.ts";

/** `ask`: a form in the terminal, in the order that settles it soonest. */
export const askCommand: Command = {
  name: "ask",
  summary: "Ask a form's questions in the order that settles its result soonest, and stop once nothing open matters.",
  arguments: [{ name: "ID", says: "the instrument; ssb-type if not given", optional: true }],
  options: {
    rater: { type: "boolean", says: "use the wording for a rater (else for the target)" },
    "as-of": { type: "string", value: "DAY", says: "the day of asking, YYYY-MM-DD; today if not given" },
  },
  notes: ["Answer with a code or its number. An empty line is not sure. b goes back, q stops. Nothing is stored.", ""],
  examples: [
    "stalker-typology ask ssb-type --rater < /dev/null",
    "stalker-typology ask ssb-imminent --json < /dev/null",
  ],
  async run(given, io) {
    const [id = "ssb-type"] = given.arguments;
    const instrument = given.shown(instrumentNamed(id));
    const wanted: Respondent = given.flag("rater") ? "rater" : "target";
    const respondent = instrument.respondents.includes(wanted) ? wanted : (instrument.respondents[0] ?? wanted);
    const found = typologyOf(instrument);
    const typology = found && typologyShown(found, given);
    const context = { ...contextFrom(given, instrument), respondent };
    const order = typology === undefined ? orderByScore(instrument, context) : orderByType(typology);
    const answers = await askAll(instrument, respondent, order, given, io);
    const shown =
      typology === undefined ? scored(instrument, answers, context, given) : typed(typology, answers, given);
    const text = given.flag("json") ? JSON.stringify({ answers, ...shown.result }) : `\n${shown.lines.join("\n")}`;
    await say(io.stdout, `${text}\n`);
    return exitCodes.done;
  },
};

/** Which items are worth asking, best first, for the answers so far. */
type Order = (answers: Answers) => readonly string[];

function scored(instrument: Instrument, answers: Answers, context: ScoreContext, { phrases }: Given) {
  const result = score(instrument, answers, context);
  return { result, lines: scoreSummary(result, instrument, phrases) };
}

function typed(typology: Typology, answers: Answers, { phrases }: Given) {
  const result = classify(answers, { typology });
  return { result, lines: caseSummary(result, typology, phrases) };
}

/** Critical items, whatever they change; then what could still change a level, or a named rule if there is no level. */
function orderByScore(instrument: Instrument, context: ScoreContext): Order {
  const critical = Object.keys(instrument.items).filter((id) => instrument.items[id]?.critical === true);
  const levels = Object.keys(instrument.levels ?? {});
  return (answers) => {
    const { open } = score(instrument, answers, context);
    const matters =
      levels.length === 0 ? open : open.filter(({ couldChange }) => levels.includes(couldChange[0] ?? ""));
    return [...critical, ...matters.map(({ item }) => item)];
  };
}

/** The scope first, then whatever narrows the types most. */
function orderByType(typology: Typology): Order {
  return (answers) => {
    const result = classify(answers, { typology });
    return result.scope === "outside" ? [] : [...itemsOf(typology.scope.outside, typology.instrument), ...result.open];
  };
}

async function askAll(
  instrument: Instrument,
  respondent: Respondent,
  order: Order,
  given: Given,
  io: Io,
): Promise<Answers> {
  const reader = createInterface({ input: io.stdin as NodeJS.ReadableStream, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    return await askFrom(reader[Symbol.asyncIterator](), instrument, respondent, order, given, io);
  } finally {
    reader.close(); // else the program would wait for more input than it needs
  }
}

async function askFrom(
  lines: AsyncIterator<string>,
  instrument: Instrument,
  respondent: Respondent,
  order: Order,
  given: Given,
  io: Io,
): Promise<Answers> {
  let now = startAdministration(instrument, { respondent });
  for (;;) {
    const item = nextItem(instrument, now, order(now.answers));
    if (item === null) return now.answers;
    await say(io.stderr, promptFor(item, instrument, respondent, now.history.length + 1, given));
    const line = await lines.next();
    if (line.done === true) return now.answers;
    const said = line.value.trim();
    if (said === "q") return now.answers;
    now = said === "b" ? goBack(now) : await answered(now, item, said, instrument, given, io);
  }
}

async function answered(
  before: Administration,
  item: string,
  said: string,
  instrument: Instrument,
  given: Given,
  io: Io,
): Promise<Administration> {
  const result = answerItem(instrument, before, item, answerFrom(said, item, instrument));
  if (!result.ok) {
    await say(io.stderr, `  ${given.words("ask.no_answer")}\n`);
    return before;
  }
  for (const { says, codes } of interruptionsNow(instrument, result.value)) {
    await say(io.stderr, `\n  ${says}\n${codes.map((code) => guidanceLine(code, given)).join("")}`);
  }
  return result.value;
}

function promptFor(id: string, instrument: Instrument, wording: Respondent, number: number, given: Given): string {
  const { words } = given;
  const item = instrument.items[id];
  const options = item?.responses.kind === "choice" ? Object.entries(item.responses.options) : [];
  const list = options.map(
    ([code, { label }], at) => `  ${at + 1} ${code}${label.toLowerCase() === code ? "" : ` (${label})`}\n`,
  );
  const support = (item?.support ?? []).map((code) => guidanceLine(code, given));
  const form =
    item?.responses.kind === "number"
      ? `  ${words("ask.number", item.responses)}\n`
      : item?.responses.kind === "date"
        ? `  ${words("ask.day")}\n`
        : "";
  const question = words("ask.prompt", { number, question: item?.text[wording] ?? id });
  return `\n${question}\n${list.join("")}${form}${support.join("")}> `;
}

const guidanceLine = (code: string, given: Given) => `  ${code}: ${guidanceText(code, given)}\n`;

function answerFrom(said: string, id: string, instrument: Instrument): unknown {
  if (said === "" || isState(said)) return said === "" ? "not_sure" : said;
  const responses = instrument.items[id]?.responses;
  if (responses?.kind === "number") return /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : said;
  if (responses?.kind !== "choice" || Object.hasOwn(responses.options, said)) return said;
  return /^\d{1,3}$/.test(said) ? Object.keys(responses.options)[Number(said) - 1] : said;
}
