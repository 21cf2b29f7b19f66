import { type Answers, answerOf, itemIn, type Scope } from "../rules/index.ts";
import { type ItemState, itemStates } from "./item-states.ts";

/** How much of a form is answered, with the ways of not knowing kept apart. The counts add up to `items`. */
export interface Coverage {
  readonly items: number;
  readonly answered: number;
  /** Asked and not known, by the respondent's own word. */
  readonly notSure: number;
  readonly preferNot: number;
  /** Not asked yet. */
  readonly notAsked: number;
  /** Closed by branching. */
  readonly closed: number;
  /** Items that hold an answer behind a gate that is now closed: the answer is kept but set aside. */
  readonly setAside: readonly string[];
}

/**
 * How much of a form is answered.
 *
 * @throws {AssessmentError} `unknown_option`; `malformed` without a form
 * @example
 * coverage(relationshipAndMotive, { adult: "yes", wants_back: "not_sure" }).notSure; // => 1
 */
export function coverage(instrument: Scope, answers: Answers): Coverage {
  const states = itemStates(instrument, answers);
  const ids = Object.keys(states);
  const count = (state: ItemState) => ids.filter((id) => states[id] === state).length;
  return {
    items: ids.length,
    answered: count("answered"),
    notSure: count("not_sure"),
    preferNot: count("prefer_not"),
    notAsked: count("not_asked"),
    closed: count("closed"),
    setAside: ids.filter(
      (id) => states[id] === "closed" && answerOf(answers, id, itemIn(instrument, id)) !== undefined,
    ),
  };
}
