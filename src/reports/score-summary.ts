import type { LevelResult, Scored } from "../assessment/index.ts";
import type { Instrument } from "../instrument/index.ts";
import { AssessmentError, mustHave } from "../issues/index.ts";
import { englishPhrases, type Say, sayer } from "./phrases.ts";
import type { SummaryOptions } from "./summary-options.ts";

/**
 * A score in plain words, as lines: what each level shows and what is still possible, what was reported, what does not
 * fit, what to ask next and what it must not be taken for. For professionals: a target is not shown levels by default.
 *
 * @throws {AssessmentError} `version_mismatch` for a score of another instrument
 * @example
 * const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
 * const result = score(quickScreen, { victim_finds_unwanted: "yes" }, context);
 * scoreSummary(result, quickScreen)[1]; // => "Answered 1 of 9 items; not sure 0, rather not say 0, not asked 8."
 */
export function scoreSummary(
  result: Scored,
  instrument: Instrument,
  { phrases = englishPhrases, wording = "rater" }: SummaryOptions = {},
): readonly string[] {
  mustHave(result, "levels", "result");
  mustHave(instrument, "items", "instrument");
  const say = sayer(phrases);
  const { levels, indicators, open, contradictions, guidance, next, limits, completeness } = result;
  const { answered, items, closed, notSure, preferNot, notAsked } = completeness;
  const first = open[0];
  const { id, version } = result.instrument;
  if (id !== instrument.id) {
    throw new AssessmentError([{ code: "version_mismatch", path: ["instrument", "id"], expected: [id] }]);
  }
  return [
    say("summary.form", { title: instrument.title, id, version, day: result.asOf }),
    say("summary.answered", { answered, asked: items - closed, notSure, preferNot, notAsked }),
    ...Object.entries(levels).flatMap(([name, level]) => [
      "",
      ...levelLines(level, instrument.levels?.[name]?.outcomes, say),
    ]),
    ...under(say("summary.rules"), ruleLines(indicators, say)),
    ...under(
      say("summary.clash"),
      contradictions.map(({ says }) => says),
    ),
    ...(guidance.length === 0
      ? []
      : ["", say("summary.guidance", { codes: guidance.map(({ code }) => code).join(", ") })]),
    ...(next.length === 0 ? [] : [say("summary.go_on", { forms: next.join(", ") })]),
    ...(first === undefined
      ? []
      : ["", say("summary.ask", { question: instrument.items[first.item]?.text[wording] ?? first.item })]),
    "",
    ...limits,
    say("summary.advises"),
  ];
}

const under = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];

function ruleLines(indicators: Scored["indicators"], say: Say): readonly string[] {
  return Object.entries(indicators).map(([name, found]) => {
    const value =
      found.kind === "condition"
        ? say(`truth.${found.truth}`)
        : found.low === found.high
          ? String(found.low)
          : say("value.range", { low: found.low, high: found.high });
    return say("summary.rule", { name, value, means: found.means });
  });
}

type Outcomes = NonNullable<Instrument["levels"]>[string]["outcomes"];

function levelLines(
  { asks, shown, possible, settled, because }: LevelResult,
  outcomes: Outcomes = {},
  say: Say,
): readonly string[] {
  const label = (outcome: string) => outcomes[outcome]?.label ?? outcome;
  const answer = say(
    `summary.level_${shown.kind}`,
    shown.kind === "cannot_say" ? {} : { label: label(shown.outcome), says: outcomes[shown.outcome]?.says ?? "" },
  );
  const enough = because.map(({ item, answer: given }) => say("summary.level_answer", { item, answer: String(given) }));
  return [
    say("summary.level", { asks, answer }),
    `  ${settled ? say("summary.settled") : say("summary.still_possible", { possible: possible.map(label).join("; ") })}`,
    ...(because.length === 0 ? [] : [`  ${say("summary.level_because", { answers: enough.join(", ") })}`]),
  ];
}
