import { mustHave } from "../issues/index.ts";
import type { Classification, Outcome, PossibleOutcome, Typology } from "../typology/index.ts";
import { contradictionWords } from "./contradiction-words.ts";
import { labelOf } from "./findings.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";

/**
 * A classification in plain words, as lines: what it comes to, what is still possible, why, what does not fit, what to
 * ask next, and what it must not be taken for. Of a case outside the typology's scope it says only that, and why.
 *
 * @example
 * caseSummary(classify({ other_grievance: "yes" }), fiveTypes)[0]; // => "The answers fit one type: resentful."
 */
export function caseSummary<TypeId extends string>(
  result: Classification<TypeId>,
  typology: Typology<TypeId>,
  phrases: Phrases = englishPhrases,
): readonly string[] {
  mustHave(result, "standings", "result");
  mustHave(typology, "types", "typology");
  const say = sayer(phrases);
  const { items } = typology.instrument;
  const label = (id: TypeId) => typology.types[id].label.toLowerCase();
  const question = (id: string) => items[id]?.text.rater ?? id;
  const signs = ([low, high]: readonly [number, number], of: number) =>
    low === high ? say("summary.signs", { count: low, of }) : say("summary.signs_range", { low, high, of });
  // A case that the types are not for is not placed among them.
  const isOutside = result.scope === "outside";
  const lines = [
    outcomeLine(result.outcome, label, say),
    result.settled
      ? say(result.scope === "open" ? "summary.settled_if_adult" : "summary.settled")
      : say("summary.still_possible", {
          possible: result.possible.map((each) => possibleLine(each, label, say)).join("; "),
        }),
    ...(result.scope === "open" ? [say("summary.adult_open")] : []),
    ...(isOutside ? [typology.scope.says] : ["", say("summary.standings")]),
    ...Object.entries<Classification["standings"][string]>(isOutside ? {} : result.standings).map(
      ([id, { standing, supports, supportsOf, against, againstOf }]) =>
        `  ${say("summary.standing", {
          type: label(id as TypeId),
          standing: say(`standing_word.${standing}`),
          supports: signs(supports, supportsOf),
          against: signs(against, againstOf),
        })}`,
    ),
    "",
    say(result.because.length === 0 ? "summary.no_answer_needed" : "summary.because"),
    ...result.because.map(({ item, answer }) => {
      const asked = items[item];
      const given = asked === undefined ? String(answer) : labelOf(String(answer), asked);
      return `  ${say("summary.answer", { question: question(item), answer: given })}`;
    }),
  ];
  if (result.contradictions.length > 0 && !isOutside) {
    lines.push("", say("summary.clash"), ...contradictionWords(result, typology, say).map((line) => `  ${line}`));
  }
  if (result.alerts.length > 0) lines.push("", ...result.alerts.map((id) => typology.alerts[id]?.says ?? id));
  if (result.coverage.setAside.length > 0) {
    lines.push("", say("summary.set_aside", { items: result.coverage.setAside.join(", ") }));
  }
  if (result.nextQuestion !== null) {
    const item = result.nextQuestion;
    lines.push("", say("summary.ask_next", { item, question: question(item) }));
    if (result.open.length > 1) lines.push(say("summary.also_open", { items: result.open.slice(1).join(", ") }));
  }
  return [...lines, "", say("summary.type_notice")];
}

/** What every printed result of a classification says of itself. */
export const notice: string = englishPhrases.texts["summary.type_notice"];

function outcomeLine<TypeId extends string>(outcome: Outcome<TypeId>, label: (id: TypeId) => string, say: Say): string {
  if (outcome.kind === "mixed") return say("summary.mixed", { types: outcome.types.map(label).join(", ") });
  return say(`summary.${outcome.kind}`, "type" in outcome ? { type: label(outcome.type) } : {});
}

function possibleLine<TypeId extends string>(
  outcome: PossibleOutcome<TypeId>,
  label: (id: TypeId) => string,
  say: Say,
): string {
  if (!("type" in outcome)) return say(`possible.${outcome.kind}`);
  return say(outcome.kind === "single" ? "summary.alone" : "summary.several", { type: label(outcome.type) });
}
