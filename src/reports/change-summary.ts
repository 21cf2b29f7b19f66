import { mustHave } from "../issues/index.ts";
import type { TypeChanges, Typology } from "../typology/index.ts";
import { possibleLine } from "./case-summary.ts";
import { labelOf } from "./findings.ts";
import { englishPhrases, sayer } from "./phrases.ts";
import type { SummaryOptions } from "./summary-options.ts";

/**
 * What would lead a case elsewhere, in plain words, as lines: the open answers that would settle it or, where none are
 * listed, the given answers that would change it if they turned out to be others, of which only the smallest sets are
 * shown. Each set of answers stands once. No line if nothing was found.
 *
 * @example
 * const answers = { other_grievance: "yes" } as const;
 * changeSummary(whatWouldChange(answers), fiveTypes)[0]; // => "What would settle it:"
 */
export function changeSummary<TypeId extends string>(
  changes: TypeChanges<TypeId>,
  typology: Typology<TypeId>,
  { phrases = englishPhrases, wording = "rater" }: SummaryOptions = {},
): readonly string[] {
  mustHave(changes, "byAnswering", "changes");
  mustHave(typology, "types", "typology");
  const say = sayer(phrases);
  const { items } = typology.instrument;
  const label = (id: TypeId) => typology.types[id].label.toLowerCase();
  const { byAnswering, byRevising } = changes;
  const fewest = Math.min(...byRevising.map(({ answers }) => Object.keys(answers).length));
  const nearest = byRevising.filter(({ answers }) => Object.keys(answers).length === fewest);
  const [title, sets] =
    byAnswering.length > 0 ? (["changes.settles", byAnswering] as const) : (["changes.revises", nearest] as const);
  const found = new Map(
    sets.map(({ answers, outcomes }): [string, readonly string[]] => {
      const possible = outcomes.map((each) => possibleLine(each, label, say)).join("; ");
      const asked = Object.entries(answers).map(([id, answer]) => {
        const item = items[id];
        const given = item === undefined ? String(answer) : labelOf(String(answer), item);
        return `    ${say("summary.answer", { question: item?.text[wording] ?? id, answer: given })}`;
      });
      return [JSON.stringify(answers), [`  ${say("changes.outcomes", { possible })}`, ...asked]];
    }),
  );
  return found.size === 0 ? [] : [say(title), ...[...found.values()].flat()];
}
