import { type Answers, answerOf, evaluate, itemIn, itemsOf } from "../rules/index.ts";
import { outcomesOf } from "./decision-diagram.ts";
import type { Question } from "./inquiry.ts";

/** The outcomes that interval evaluation leaves open: a superset of the possible ones. */
export function notRuledOut<Outcome extends string>(
  { decision, scope }: Question<Outcome>,
  answers: Answers,
): readonly Outcome[] {
  const open = new Set<Outcome>();
  for (const { when, outcome } of decision.cases) {
    const [low, high] = evaluate(when, answers, scope);
    if (high === 1) open.add(outcome);
    if (low === 1) return outcomesOf(decision).filter((each) => open.has(each));
  }
  open.add(decision.otherwise);
  return outcomesOf(decision).filter((each) => open.has(each));
}

/** The open items of the cases of a decision that interval evaluation has not settled, in the decision's order. */
export function unsettledItems<Outcome extends string>(
  { decision, scope }: Question<Outcome>,
  answers: Answers,
): readonly string[] {
  const open = decision.cases
    .filter(({ when }) => {
      const [low, high] = evaluate(when, answers, scope);
      return low !== high;
    })
    .flatMap(({ when }) => itemsOf(when, scope))
    .filter((item) => answerOf(answers, item, itemIn(scope, item)) === undefined);
  return [...new Set(open)];
}
