import { createInterface } from "node:readline";
import {
  type Administration,
  answerItem,
  formFor,
  goBack,
  type Interruption,
  interruptionsNow,
  nextItem,
  type ScoreContext,
  score,
  startAdministration,
} from "../../assessment/index.ts";
import type { Instrument, Respondent } from "../../instrument/index.ts";
import { caseSummary, scoreSummary } from "../../reports/index.ts";
import { type Answers, evaluate, isState, itemsOf, type Responses } from "../../rules/index.ts";
import { classify, type Typology } from "../../typology/index.ts";
import { answerCodes } from "../answer-codes.ts";
import type { Command, Given } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Io, say, tell } from "../io.ts";
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
  notes: [
    "Answer with a code or its number. An empty line is not sure. b goes back, q stops. Nothing is stored.",
    "Questions that only bear on what help to offer come after those that bear on the result.",
    "",
  ],
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
    const asking = { instrument, respondent, typology, order, given, io };
    const answers = await askAll(asking);
    const shown = typology === undefined ? scored(asking, answers, context) : typed(asking, answers, typology);
    const text = given.flag("json")
      ? `${JSON.stringify({ answers, ...shown.result })}\n`
      : `\n${shown.lines.join("\n")}\n\n${guidanceLines(shown.codes, given, respondent)}`;
    await say(io.stdout, text);
    return exitCodes.done;
  },
};

/** Which items are worth asking, best first, for the answers so far. */
type Order = (answers: Answers) => readonly string[];

function scored(
  { instrument, respondent: wording, given: { phrases } }: Asking,
  answers: Answers,
  context: ScoreContext,
) {
  const result = score(instrument, answers, context);
  const codes = result.guidance.map(({ code }) => code);
  return { result, codes, lines: scoreSummary(result, instrument, { phrases, wording }) };
}

function typed({ respondent: wording, given: { phrases } }: Asking, answers: Answers, typology: Typology) {
  const result = classify(answers, { typology });
  return { result, codes: result.guidance, lines: caseSummary(result, typology, { phrases, wording, answers }) };
}

/**
 * Critical items, whatever they change; then what could still change a level; then what could still call for help. A form
 * without levels is asked whole, what could still change a named rule first.
 */
function orderByScore(instrument: Instrument, context: ScoreContext): Order {
  const items = Object.keys(instrument.items);
  const critical = items.filter((id) => instrument.items[id]?.critical === true);
  const levels = Object.keys(instrument.levels ?? {});
  const form = context.respondent === undefined ? instrument : formFor(instrument, context.respondent);
  return (answers) => {
    const { open } = score(instrument, answers, context);
    if (levels.length === 0) return [...critical, ...open.map(({ item }) => item), ...items];
    const changing = open.filter(({ couldChange }) => levels.includes(couldChange[0] ?? ""));
    return [...critical, ...changing.map(({ item }) => item), ...couldCallForHelp(form, answers)];
  };
}

/** The items of guidance that is neither called for nor ruled out. */
function couldCallForHelp(form: Instrument, answers: Answers): readonly string[] {
  return (form.guidance ?? []).flatMap(({ when }) => {
    const [low, high] = evaluate(when, answers, form);
    return low === high ? [] : itemsOf(when, form);
  });
}

/** The scope first, then whatever narrows the types most, then what could raise an alert, which matters whatever the type. */
function orderByType(typology: Typology): Order {
  const { instrument, scope, alerts } = typology;
  const alerting = Object.values(alerts).flatMap(({ when }) => itemsOf(when, instrument));
  return (answers) => {
    const result = classify(answers, { typology });
    return result.scope === "outside" ? [] : [...itemsOf(scope.outside, instrument), ...result.open, ...alerting];
  };
}

/** What is asked, of whom, and where it is shown. */
interface Asking {
  readonly instrument: Instrument;
  readonly respondent: Respondent;
  readonly typology: Typology | undefined;
  readonly order: Order;
  readonly given: Given;
  readonly io: Io;
}

async function askAll(asking: Asking): Promise<Answers> {
  const input = asking.io.stdin as NodeJS.ReadableStream;
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    return await askFrom(reader[Symbol.asyncIterator](), asking);
  } finally {
    reader.close(); // else the program would wait for more input than it needs
  }
}

async function askFrom(lines: AsyncIterator<string>, asking: Asking): Promise<Answers> {
  const { instrument, respondent, order, io } = asking;
  let now = startAdministration(instrument, { respondent });
  for (;;) {
    const item = nextItem(instrument, now, order(now.answers));
    if (item === null) return now.answers;
    await tell(io.stderr, promptFor(item, now.history.length + 1, asking));
    const line = await lines.next();
    if (line.done === true) return now.answers;
    const said = line.value.trim();
    if (said === "q") return now.answers;
    now = said === "b" ? goBack(now) : await answered(now, item, said, asking);
  }
}

async function answered(
  before: Administration,
  item: string,
  said: string,
  { instrument, respondent, typology, given, io }: Asking,
): Promise<Administration> {
  const result = answerItem(instrument, before, item, answerFrom(said, item, instrument));
  if (!result.ok) {
    await tell(io.stderr, `  ${given.words("ask.no_answer")}\n`);
    return before;
  }
  const raised = typology === undefined ? [] : alertsRaised(typology, before.answers, result.value.answers);
  for (const { says, codes } of [...interruptionsNow(instrument, result.value), ...raised]) {
    await tell(io.stderr, `\n  ${says}\n${guidanceLines(codes, given, respondent)}`);
  }
  return result.value;
}

/** The alerts that an answer has raised. */
function alertsRaised(typology: Typology, before: Answers, now: Answers): readonly Omit<Interruption, "items">[] {
  const { alerts: held } = classify(before, { typology });
  return classify(now, { typology }).alerts.flatMap((id) => {
    const alert = typology.alerts[id];
    return alert === undefined || held.includes(id) ? [] : [{ says: alert.says, codes: alert.guidance }];
  });
}

function promptFor(id: string, number: number, { instrument, respondent, given }: Asking): string {
  const { words } = given;
  const item = instrument.items[id];
  const question = words("ask.prompt", { number, question: item?.text[respondent] ?? id });
  const support = guidanceLines(item?.support ?? [], given, respondent);
  const told = respondent === "rater" ? item?.raterNote : undefined;
  const note = told === undefined ? "" : `  ${words("show.rater_note", { note: told })}\n`;
  return `\n${question}\n${note}${answersShown(item?.responses, given)}${support}> `;
}

/** The answers that may be given, those of not knowing last; by number too where they are codes. */
function answersShown(responses: Responses | undefined, { words }: Given): string {
  const lines = (answers: readonly string[]) => answers.map((answer) => `  ${answer}\n`).join("");
  switch (responses?.kind) {
    case "number":
      return lines([words("ask.number", responses), ...notKnowing]);
    case "date":
      return lines([words("ask.day"), ...notKnowing]);
    default: {
      return lines([...answerCodes(responses), ...notKnowing].map((answer, at) => `${at + 1} ${answer}`));
    }
  }
}

/** What may be said instead of any answer. */
const notKnowing = ["not_sure", "prefer_not"] as const;

const guidanceLines = (codes: readonly string[], given: Given, reader: Respondent): string =>
  codes.map((code) => `  ${code}: ${guidanceText(code, given, reader)}\n`).join("");

function answerFrom(line: string, id: string, instrument: Instrument): unknown {
  // The words for not knowing, as they are spoken.
  const said = isState(line.replaceAll(" ", "_")) ? line.replaceAll(" ", "_") : line;
  if (said === "" || isState(said)) return said === "" ? "not_sure" : said;
  const responses = instrument.items[id]?.responses;
  if (responses?.kind === "number") return /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : said;
  if (responses?.kind !== "choice" || Object.hasOwn(responses.options, said)) return said;
  return /^\d{1,3}$/.test(said) ? [...Object.keys(responses.options), ...notKnowing][Number(said) - 1] : said;
}
