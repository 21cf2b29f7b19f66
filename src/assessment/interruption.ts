import type { GuidanceRule, Instrument } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import { evaluate, itemsOf } from "../rules/index.ts";
import type { Administration } from "./administer.ts";
import { formFor } from "./form-for.ts";

/** Why an administration should pause, with the codes to show. Going on stays the respondent's choice. */
export interface Interruption {
  readonly says: string;
  readonly codes: readonly string[];
  /** The items whose answers call for it. */
  readonly items: readonly string[];
}

/**
 * The pauses that the item answered last calls for: each rule with `interrupts` that reads it and holds, or that is not
 * ruled out where the rule says so. Items that only other respondents are asked count as closed, as for `score`. Empty if
 * nothing was answered.
 *
 * @throws {AssessmentError} `unknown_option`, also for who is no respondent of the form
 * @example
 * const begun = startAdministration(imminentConcern, { respondent: "target" });
 * const result = answerItem(imminentConcern, begun, "near_now", "yes");
 * interruptionsNow(imminentConcern, result.ok ? result.value : begun)[0]?.codes[0]; // => "GC-EMERGENCY"
 */
export function interruptionsNow(instrument: Instrument, administration: Administration): readonly Interruption[] {
  mustHave(instrument, "items", "instrument");
  mustHave(administration, "answers", "administration");
  const { answers, history } = administration;
  const last = history.at(-1);
  if (last === undefined) return [];
  const form = formFor(instrument, administration.respondent);
  return (form.guidance ?? []).flatMap(({ codes, when, interrupts, unlessRuledOut }: GuidanceRule) => {
    const items = itemsOf(when, form);
    if (interrupts === undefined || !items.includes(last)) return [];
    const [low, high] = evaluate(when, answers, form);
    return low === 1 || (high === 1 && unlessRuledOut === true) ? [{ says: interrupts, codes, items }] : [];
  });
}
