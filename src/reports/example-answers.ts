import type { Instrument, Item } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";

/**
 * Two answers that serve as an example and are nobody's case: the gravest answer to the form's first item that has one,
 * and the mildest to the next. A form without such items gives the first code of its first choice.
 *
 * @throws {AssessmentError} `malformed` for what is no form
 * @example
 * exampleAnswers(quickScreen); // => { danger_now: "yes", victim_finds_unwanted: "no" }
 */
export function exampleAnswers(instrument: Instrument): Readonly<Record<string, string>> {
  mustHave(instrument, "items", "instrument");
  const { items } = instrument;
  const open: readonly (readonly [string, Item])[] = Object.entries(items).filter(([, { askIf }]) => !askIf);
  const [first, second] = open.filter(([, { concern = [] }]) => concern.length > 1);
  if (first === undefined) {
    const choice = open.find(([, { responses }]) => responses.kind === "choice");
    return choice === undefined ? {} : { [choice[0]]: codesOf(choice[1])[0] ?? "not_sure" };
  }
  const gravest = { [first[0]]: first[1].concern?.at(-1) ?? "" };
  return second === undefined ? gravest : { ...gravest, [second[0]]: second[1].concern?.[0] ?? "" };
}

const codesOf = ({ responses }: Item): readonly string[] =>
  responses.kind === "choice" ? Object.keys(responses.options) : [];
