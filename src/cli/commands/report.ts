import { type Scored, score } from "../../assessment/index.ts";
import { oneWayAnswers } from "../../content/cross-checks.ts";
import { type Instrument, isCalendarDay } from "../../instrument/index.ts";
import { valueOrThrow } from "../../issues/index.ts";
import { episodesOf, parseRecord } from "../../record/index.ts";
import {
  type Audience,
  type CaseOverview,
  caseOverview,
  type OverviewInput,
  overviewOfRecord,
  overviewPage,
  type Phrases,
  toHtml,
  toMarkdown,
} from "../../reports/index.ts";
import type { Answers } from "../../rules/index.ts";
import { readJson } from "../../tables/index.ts";
import { classify } from "../../typology/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { definitionsNamed } from "../definitions.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say } from "../io.ts";
import { besideForms, contentInBoth, typologyShown } from "../registry.ts";

/** `report`: one page on one episode of a case record. */
export const reportCommand: Command = {
  name: "report",
  summary: "Print an overview of one episode of a case record: what is known, what is not, and what to ask.",
  arguments: [{ name: "FILE", says: "a case record as JSON, or - for standard input" }],
  options: {
    "as-of": { type: "string", value: "DAY", says: "the day that it bears, YYYY-MM-DD; later entries are left out" },
    episode: { type: "string", value: "ID", says: "which episode; needed if the record has several" },
    audience: { type: "string", value: "WHO", says: "professional (default), target or researcher" },
    definitions: {
      type: "string",
      value: "IDS",
      says: "definitions to hold the answers against, with commas between, or all",
    },
    format: { type: "string", value: "F", says: "md (default) or html" },
  },
  notes: [
    "Only results that come out the same when they are run again are shown; the others are listed with why.",
    "A target is shown no type and no level. A researcher is shown no pseudonym and no free text.",
    "",
  ],
  examples: [
    "stalker-typology report case-record.json --as-of 2026-01-10",
    "stalker-typology report case-record.json --as-of 2026-01-10 --format html",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("report", expects("expected.file_or_input"));
    const asOf = given.text("as-of");
    if (asOf === undefined || !isCalendarDay(asOf)) throw usageError("--as-of", expects("expected.day"));
    const audience = given.text("audience") ?? "professional";
    if (!isAudience(audience)) throw usageError("--audience", ...audiences);
    const format = given.flag("json") ? "json" : (given.text("format") ?? "md");
    const print = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
    if (print === undefined) throw usageError("--format", "md", "html");
    const chosen = definitionsNamed(given.text("definitions"));
    const record = valueOrThrow(parseRecord(await readJson(path, io.stdin)));
    const episodes = episodesOf(record).map(({ id }) => id);
    const episode = given.text("episode") ?? (episodes.length === 1 ? episodes[0] : undefined);
    if (episode === undefined) throw usageError("--episode", ...episodes);
    const input = overviewOfRecord(
      record,
      { ...contentInBoth(given), definitions: chosen.map(given.shown) },
      { episode, asOf },
    );
    const content = { ...given.shown(besideForms), oneWayAnswers };
    await say(
      io.stdout,
      print(caseOverview(inWords(input, given), content, { audience, phrases: given.phrases }), given.phrases),
    );
    return exitCodes.done;
  },
};

/** The same with each result worked out anew from what it is shown in, since results hold words. */
function inWords(input: OverviewInput, given: Given): OverviewInput {
  const { scores = [], classifications = [], earlier = [] } = input;
  const scoredAgain = (instrument: Instrument, answers: Answers, { asOf, window, respondent }: Scored) =>
    score(instrument, answers, { asOf, window, ...(respondent === null ? {} : { respondent }) });
  return {
    ...input,
    scores: scores.map((scored) => {
      const instrument = given.shown(scored.instrument);
      return { ...scored, instrument, result: scoredAgain(instrument, scored.answers, scored.result) };
    }),
    earlier: earlier.map((each) => {
      const instrument = given.shown(each.instrument);
      const result = each.result === null ? null : scoredAgain(instrument, each.answers, each.result);
      return { ...each, instrument, result };
    }),
    classifications: classifications.map((classified) => {
      const { asOf } = classified.result;
      const typology = typologyShown(classified.typology, given);
      const result = classify(classified.answers, asOf === null ? { typology } : { typology, asOf });
      return { ...classified, typology, result };
    }),
  };
}

const audiences: readonly Audience[] = ["professional", "target", "researcher"];
const isAudience = (word: string): word is Audience => audiences.some((each) => each === word);

const formats = {
  md: (overview: CaseOverview, phrases: Phrases) => toMarkdown(overviewPage(overview, phrases)),
  html: (overview: CaseOverview, phrases: Phrases) => toHtml(overviewPage(overview, phrases)),
  json: (overview: CaseOverview) => `${JSON.stringify(overview)}\n`,
} as const;
