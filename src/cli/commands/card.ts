import shipped from "../../../advisories.json" with { type: "json" };
import { bibliography } from "../../content/bibliography.ts";
import { libraryVersion } from "../../instrument/index.ts";
import { valueOrThrow } from "../../issues/index.ts";
import { affected, parseAdvisories } from "../../record/index.ts";
import {
  atrsPage,
  cardPage,
  type InstrumentCard,
  instrumentCard,
  type Phrases,
  ruleWordsOf,
  toHtml,
  toMarkdown,
} from "../../reports/index.ts";
import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say } from "../io.ts";
import { instrumentNamed } from "../registry.ts";

/** `card`: what is known of an instrument, and what is not, on one page. */
export const cardCommand: Command = {
  name: "card",
  summary: "Print an instrument's card: what it is for, what it rests on, what nobody has studied.",
  arguments: [{ name: "ID", says: "an instrument, as list prints them" }],
  options: {
    format: { type: "string", value: "F", says: "md (default), html, atrs (Markdown) or atrs-html" },
    "as-of": { type: "string", value: "DAY", says: "the day that the card bears, YYYY-MM-DD; none if not given" },
    contact: { type: "string", value: "TEXT", says: "who answers for its use" },
  },
  notes: ["atrs is the supplier's part of a record under the UK's Algorithmic Transparency Recording Standard.", ""],
  examples: ["stalker-typology card ssb-quick", "stalker-typology card ssb-imminent --format atrs"],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("card", expects("expected.instrument"));
    const instrument = given.shown(instrumentNamed(id));
    const format = given.flag("json") ? "json" : (given.text("format") ?? "md");
    const print = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
    if (print === undefined) throw usageError("--format", "md", "html", "atrs", "atrs-html");
    const [asOf, contact] = [given.text("as-of"), given.text("contact")];
    const card = instrumentCard(instrument, {
      sources: bibliography.sources,
      licence: given.words("card.licence"),
      words: ruleWordsOf(given.phrases),
      advisories: advisoriesFor(id, instrument.version),
      ...(asOf === undefined ? {} : { asOf }),
      ...(contact === undefined ? {} : { contact }),
    });
    await say(io.stdout, print(card, given.phrases));
    return exitCodes.done;
  },
};

const formats = {
  md: (card: InstrumentCard, phrases: Phrases) => toMarkdown(cardPage(card, phrases)),
  html: (card: InstrumentCard, phrases: Phrases) => toHtml(cardPage(card, phrases)),
  atrs: (card: InstrumentCard, phrases: Phrases) => toMarkdown(atrsPage(card, phrases)),
  "atrs-html": (card: InstrumentCard, phrases: Phrases) => toHtml(atrsPage(card, phrases)),
  json: (card: InstrumentCard) => `${JSON.stringify(card)}\n`,
} as const;

/** The advisories of this release that name this version of the form, or this version of the package. */
function advisoriesFor(id: string, version: string): NonNullable<InstrumentCard["advisories"]> {
  const uses = [
    { kind: "instrument", id, version },
    { kind: "library", id: "stalker-typology", version: libraryVersion },
  ] as const;
  const advisories = valueOrThrow(parseAdvisories(shipped));
  const found = affected([{ id: [id], uses }], advisories).flatMap((each) => each.advisories);
  return found.map((each) => ({ id: each.id, effect: each.effect }));
}
