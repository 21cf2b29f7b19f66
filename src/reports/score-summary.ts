import type { LevelResult, Scored } from "../assessment/index.ts";
import type { Instrument } from "../instrument/index.ts";

/**
 * A score in plain words, as lines: what each level shows and what is still possible, what was reported, what does not
 * fit, what to ask next and what it must not be taken for. For professionals: a target is not shown levels by default.
 */
export function scoreSummary(result: Scored, instrument: Instrument): readonly string[] {
  const question = (id: string) => instrument.items[id]?.text.rater ?? id;
  const { levels, indicators, open, contradictions, guidance, next, limits, completeness } = result;
  const said = Object.entries(indicators).map(([name, found]) => {
    const value =
      found.kind === "condition"
        ? found.truth
        : found.low === found.high
          ? String(found.low)
          : `${found.low} to ${found.high}`;
    return `  ${name}: ${value} (${found.means})`;
  });
  return [
    `${instrument.title} (${instrument.id} ${instrument.version}), as of ${result.asOf}`,
    `Answered ${completeness.answered} of ${completeness.items - completeness.closed} items; not sure ${completeness.notSure}, rather not say ${completeness.preferNot}, not asked ${completeness.notAsked}.`,
    ...Object.entries(levels).flatMap(([name, level]) => [
      "",
      ...levelLines(level, instrument.levels?.[name]?.outcomes),
    ]),
    ...(said.length === 0 ? [] : ["", "Named rules:", ...said]),
    ...(contradictions.length === 0
      ? []
      : ["", "Does not fit together:", ...contradictions.map(({ says }) => `  ${says}`)]),
    ...(guidance.length === 0 ? [] : ["", `Guidance codes: ${guidance.map(({ code }) => code).join(", ")}`]),
    ...(next.length === 0 ? [] : [`Go on to: ${next.join(", ")}`]),
    ...(open[0] === undefined ? [] : ["", `Ask next: ${question(open[0].item)}`]),
    "",
    ...limits,
    "This advises trained people and decides nothing.",
  ];
}

type Outcomes = NonNullable<Instrument["levels"]>[string]["outcomes"];

function levelLines(
  { asks, shown, possible, settled, because }: LevelResult,
  outcomes: Outcomes = {},
): readonly string[] {
  const label = (outcome: string) => outcomes[outcome]?.label ?? outcome;
  const answer =
    shown.kind === "cannot_say"
      ? "Cannot be said yet."
      : `${shown.kind === "at_least" ? "At least: " : ""}${label(shown.outcome)}. ${outcomes[shown.outcome]?.says ?? ""}`;
  return [
    `${asks} ${answer}`,
    settled ? "  No open answer can change this." : `  Still possible: ${possible.map(label).join("; ")}.`,
    ...(because.length === 0
      ? []
      : [
          `  These answers alone are enough for it: ${because.map(({ item, answer: given }) => `${item} ${given}`).join(", ")}`,
        ]),
  ];
}
