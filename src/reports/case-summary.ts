import { mustHave } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { type Classification, type PossibleOutcome, type Typology, typeIds } from "../typology/index.ts";
import { contradictionWords } from "./contradiction-words.ts";
import { labelOf } from "./findings.ts";
import { openAlertItems } from "./open-alerts.ts";
import { englishPhrases, type Say, sayer } from "./phrases.ts";
import type { SummaryOptions } from "./summary-options.ts";

/** How a classification is put into words. */
export interface CaseSummaryOptions extends SummaryOptions {
  /**
   * The answers classified. With them the summary names what is open and matters whatever the type: a result alone does not
   * say which of the answers that could raise an alert are missing.
   */
  readonly answers?: Answers;
}

/**
 * A classification in plain words, as lines: alerts that hold, what it comes to, what is still possible, why, what to ask
 * about, what to ask next, and what it must not be taken for. Of a case outside the typology's scope it says only that, and
 * why.
 *
 * @example
 * const answers = { other_grievance: "yes" } as const;
 * const lines = caseSummary(classify(answers), fiveTypes, { answers });
 * lines[0]; // => "So far the answers fit one type: resentful; further answers can change this."
 */
export function caseSummary<TypeId extends string>(
  result: Classification<TypeId>,
  typology: Typology<TypeId>,
  { phrases = englishPhrases, wording = "rater", answers }: CaseSummaryOptions = {},
): readonly string[] {
  mustHave(result, "standings", "result");
  mustHave(typology, "types", "typology");
  const say = sayer(phrases);
  const { items } = typology.instrument;
  const label = (id: TypeId) => typology.types[id].label.toLowerCase();
  const question = (id: string) => items[id]?.text[wording] ?? id;
  const signs = ([low, high]: readonly [number, number], of: number) =>
    low === high ? say("summary.signs", { count: low, of }) : say("summary.signs_range", { low, high, of });
  // A case that the types are not for is not placed among them.
  const isOutside = result.scope === "outside";
  const clashes = isOutside ? [] : contradictionWords(result, typology, say);
  const openAlerts = answers === undefined ? [] : openAlertItems(typology, answers);
  const lines = [
    ...result.alerts.map((id) => typology.alerts[id]?.says ?? id),
    outcomeLine(result, typeIds(typology), label, say),
    result.settled
      ? settledLine(result, say)
      : say("summary.still_possible", {
          possible: result.possible.map((each) => possibleLine(each, label, say)).join("; "),
        }),
    ...(result.settled && clashes.length > 0 ? [say("summary.settled_unless_corrected")] : []),
    ...openAlerts.map((id) => say("summary.alert_open", { question: question(id) })),
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
  if (clashes.length > 0) lines.push("", say("summary.clash"), ...clashes.map((line) => `  ${line}`));
  if (result.coverage.setAside.length > 0) {
    lines.push("", say("summary.set_aside", { items: result.coverage.setAside.join(", ") }));
  }
  if (result.nextQuestion !== null) {
    const item = result.nextQuestion;
    lines.push("", say("summary.ask_next", { item, question: question(item) }));
    if (result.open.length > 1) lines.push(say("summary.also_open", { items: result.open.slice(1).join(", ") }));
  }
  lines.push("", say("summary.type_notice"));
  if (isOutside) return lines;
  const { notAbout = [] } = typology.instrument;
  if (notAbout.length > 0) lines.push(say("summary.not_about", { about: notAbout.join("; ") }));
  if (typology.limits.includes("fit_doubtful_if_online_only")) lines.push(say("summary.online_only"));
  return lines;
}

/** What every printed result of a classification says of itself. */
export const notice: string = englishPhrases.texts["summary.type_notice"];

/** What the case comes to, with every type that is met, and that it may change where it may. */
function outcomeLine<TypeId extends string>(
  { outcome, settled, standings }: Classification<TypeId>,
  types: readonly TypeId[],
  label: (id: TypeId) => string,
  say: Say,
): string {
  const ending = settled ? "" : "_so_far";
  if (outcome.kind === "mixed") return say(`summary.mixed${ending}`, { types: outcome.types.map(label).join(", ") });
  if (outcome.kind === "single") return say(`summary.single${ending}`, { type: label(outcome.type) });
  if (outcome.kind !== "leading") return say(`summary.${outcome.kind}`);
  const { type } = outcome;
  const met = [type, ...types.filter((id) => id !== type && standings[id].standing === "met")];
  // Where several are certain only together, no single standing shows the others.
  if (met.length === 1) return say("summary.leading", { type: label(type) });
  return say(`summary.leading_of${ending}`, { type: label(type), types: met.map(label).join(", ") });
}

/** What no open answer can change: the outcome, and not which other types are met beside it. */
function settledLine({ outcome, scope }: Classification, say: Say): string {
  const what = outcome.kind === "leading" || outcome.kind === "mixed" ? (`_${outcome.kind}` as const) : "";
  return say(`summary.settled${what}${scope === "open" ? "_if_adult" : ""}`);
}

/** One outcome that is possible, in words. */
export function possibleLine<TypeId extends string>(
  outcome: PossibleOutcome<TypeId>,
  label: (id: TypeId) => string,
  say: Say,
): string {
  if (!("type" in outcome)) return say(`possible.${outcome.kind}`);
  return say(outcome.kind === "single" ? "summary.alone" : "summary.several", { type: label(outcome.type) });
}
