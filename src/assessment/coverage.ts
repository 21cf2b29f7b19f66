import { type Answers, answerOf, evaluate, itemIn, type Scope } from "../rules/index.ts";

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
 * @throws {AssessmentError} `unknown_option`
 * @example
 * coverage({ adult: "yes", wants_back: "not_sure" }, relationshipAndMotive).notSure; // => 1
 */
export function coverage(answers: Answers, instrument: Scope): Coverage {
  const counts = { answered: 0, notSure: 0, preferNot: 0, notAsked: 0, closed: 0 };
  const setAside: string[] = [];
  const ids = Object.keys(instrument.items);
  for (const id of ids) {
    const item = itemIn(instrument, id);
    const found = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const known = answerOf(answers, id, item) !== undefined;
    if (item?.askIf !== undefined && evaluate(item.askIf, answers, instrument)[1] === 0) {
      counts.closed += 1;
      if (known) setAside.push(id);
    } else if (known) counts.answered += 1;
    else if (found === "prefer_not") counts.preferNot += 1;
    else if (found === undefined || found === "not_asked" || found === "closed") counts.notAsked += 1;
    else counts.notSure += 1;
  }
  return { items: ids.length, ...counts, setAside };
}
