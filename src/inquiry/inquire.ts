import type { Answers } from "../rules/index.ts";
import { type Budget, diagramFor, named, type Question } from "./inquiry.ts";
import { mustAsk } from "./must-ask.ts";
import { notRuledOut, unsettledItems } from "./not-ruled-out.ts";
import { rankedItems } from "./ranked-items.ts";
import { reasonByDiagram, reasonByIntervals, type Test } from "./reasons.ts";
import { bitCount, type CaseClasses, classesOf, walk } from "./walk.ts";

/** All that a question's diagram says of one case, worked out together. */
export interface Inquiry<Outcome extends string = string> {
  readonly outcomes: readonly Outcome[];
  readonly proven: boolean;
  readonly settled: boolean;
  /** The open items that can still change the outcome, strongest first. */
  readonly open: readonly string[];
  /** The items of a sufficient reason, of which none can be left out. */
  reason(test?: Test): readonly string[];
}

/**
 * All that can be asked of one case, worked out together: the outcomes still possible, whether it is settled, the open
 * items that can still change it, and a sufficient reason. `classes` may be given if they are known already.
 *
 * @throws {AssessmentError} `malformed` for what is no question, `not_an_object`, `unknown_option`
 * @example
 * const { is } = rulesOver(relationshipAndMotive.items);
 * const decision = { cases: [{ when: is("wants_back", "yes"), outcome: "wants back" }], otherwise: "does not" };
 * const { outcomes, open } = inquire({ decision, scope: relationshipAndMotive }, { adult: "yes" });
 * [outcomes, open]; // => [["wants back", "does not"], ["wants_back"]]
 */
export function inquire<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  options: Budget & { readonly classes?: CaseClasses } = {},
): Inquiry<Outcome> {
  mustAsk(question, answers);
  return caseInquiry(question, answers, options);
}

/**
 * `inquire` for a question and answers that were looked at before.
 *
 * @internal
 */
export function caseInquiry<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  { budget, classes: given }: Budget & { readonly classes?: CaseClasses } = {},
): Inquiry<Outcome> {
  const diagram = diagramFor(question, answers, budget);
  if (diagram === undefined) {
    const outcomes = notRuledOut(question, answers);
    return {
      outcomes,
      proven: false,
      settled: outcomes.length === 1,
      open: outcomes.length === 1 ? [] : unsettledItems(question, answers),
      reason: (test) => reasonByIntervals(question, answers, test),
    };
  }
  const classes = given ?? classesOf(diagram, answers, question.scope);
  const walked = walk(diagram, classes);
  const { walks } = walked.room;
  const settled = bitCount(walked.possible) === 1;
  return {
    outcomes: named(walked.possible, diagram.outcomes),
    proven: true,
    settled,
    open: settled ? [] : rankedItems(diagram, classes, walked, question.scope),
    // Another case may have been walked since.
    reason: (test) =>
      reasonByDiagram(diagram, classes, walked.room.walks === walks ? walked : walk(diagram, classes), test),
  };
}
