import { mustBePlain, mustHave } from "../issues/index.ts";
import { type Answers, answerOf, evaluate, itemIn, type Scope } from "../rules/index.ts";

/** How one item stands: answered, or which way it is not. `closed` by branching holds whatever was answered. */
export type ItemState = "answered" | "not_sure" | "prefer_not" | "not_asked" | "closed";

/**
 * How each item of a form stands, in the form's order.
 *
 * @throws {AssessmentError} `unknown_option`; `malformed` without a form
 * @example
 * itemStates(relationshipAndMotive, { adult: "yes", wants_back: "not_sure" }).wants_back; // => "not_sure"
 */
export function itemStates(instrument: Scope, answers: Answers): Readonly<Record<string, ItemState>> {
  mustHave(instrument, "items", "instrument");
  mustBePlain(answers);
  return Object.fromEntries(Object.keys(instrument.items).map((id) => [id, stateOf(answers, instrument, id)]));
}

function stateOf(answers: Answers, instrument: Scope, id: string): ItemState {
  const item = itemIn(instrument, id);
  if (item?.askIf !== undefined && evaluate(item.askIf, answers, instrument)[1] === 0) return "closed";
  if (answerOf(answers, id, item) !== undefined) return "answered";
  const found = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (found === "prefer_not") return "prefer_not";
  // What has no state of its own is an option that stands for not knowing.
  return found === undefined || found === "not_asked" || found === "closed" ? "not_asked" : "not_sure";
}
