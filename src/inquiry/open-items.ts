import type { Answers } from "../rules/index.ts";
import { inquire } from "./inquire.ts";
import type { Budget, Question } from "./inquiry.ts";

/**
 * The open items that can still change the outcome, the one that narrows it most first; empty once it is settled.
 *
 * Narrowing is the number of outcomes that would still be possible, on average over the item's answers and then at
 * worst; ties go to the item that is asked first. Every answer counts alike, since no base rates are known (design
 * choice). If the budget runs out, the items are those that interval evaluation has not settled, in their order.
 *
 * @throws {AssessmentError} `malformed` for what is no question, `not_an_object`, `unknown_option`
 * @example
 * openItems(typeQuestion(fiveTypes), { other_grievance: "yes" })[0]; // => "first_aim"
 */
export function openItems<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  budget: Budget = {},
): readonly string[] {
  return inquire(question, answers, budget).open;
}

/**
 * The open item to ask next: the first of {@link openItems}, or `undefined` once the outcome is settled.
 *
 * @throws {AssessmentError} `malformed` for what is no question, `not_an_object`, `unknown_option`
 * @example
 * nextQuestion(typeQuestion(fiveTypes), { other_grievance: "yes" }); // => "first_aim"
 */
export function nextQuestion<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  budget: Budget = {},
): string | undefined {
  return inquire(question, answers, budget).open[0];
}
