import type { Answers } from "../rules/index.ts";
import { inquire } from "./inquire.ts";
import type { Budget, Question } from "./inquiry.ts";

/**
 * A part of the given answers that is enough by itself: with these alone, the same outcomes are possible as with all of
 * them, and dropping any one of them would let in another. Another such part may have fewer answers.
 *
 * Answers are tried for dropping in the decision's order from the last, so that those read first stay.
 *
 * @returns the ids of the items kept, in the decision's order
 * @throws {AssessmentError} `malformed` for what is no question, `not_an_object`, `unknown_option`
 * @example
 * sufficientReason(typeQuestion(fiveTypes), { other_grievance: "yes", lonely: "yes" }); // => ["other_grievance"]
 */
export function sufficientReason<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  budget: Budget = {},
): readonly string[] {
  return inquire(question, answers, budget).reason();
}
