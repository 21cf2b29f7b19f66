import type { Answer, Answers } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";
import { type Budget, diagramFor, named, type Question } from "./inquiry.ts";
import { mustAsk } from "./must-ask.ts";
import { notRuledOut } from "./not-ruled-out.ts";
import { type CaseClasses, classesOf, possibleFrom, type Walk, walk } from "./walk.ts";

/** The outcomes that a case can still come to. */
export interface Possibilities<Outcome extends string = string> {
  /** In the decision's order. */
  readonly outcomes: readonly Outcome[];
  /** Exactly these if true. If false the budget ran out: there may be fewer, never others. */
  readonly proven: boolean;
  /** For each outcome, answers to open items that give it when added to the case's own; none if not proven. */
  readonly witnesses: Readonly<Partial<Record<Outcome, Answers>>>;
}

/**
 * Every outcome that some completion of the open answers gives, and no other, each with such a completion.
 *
 * Open are the items without an answer and those answered `not_sure` or `prefer_not`; branching is respected. If the
 * budget runs out, the outcomes are those that interval evaluation cannot rule out, and `proven` is false.
 *
 * @throws {AssessmentError} `malformed` for what is no question, `not_an_object`, `unknown_option`
 * @example
 * const { outcomes, proven } = possibleOutcomes(typeQuestion(fiveTypes), { attack_preparation: "yes" });
 * [outcomes.includes("undetermined"), proven]; // => [false, true]
 */
export function possibleOutcomes<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  { budget }: Budget = {},
): Possibilities<Outcome> {
  mustAsk(question, answers);
  const diagram = diagramFor(question, answers, budget);
  const witnesses: Partial<Record<Outcome, Answers>> = {};
  if (diagram === undefined) return { outcomes: notRuledOut(question, answers), proven: false, witnesses };
  const classes = classesOf(diagram, answers, question.scope);
  const walked = walk(diagram, classes);
  const outcomes = named(walked.possible, diagram.outcomes);
  for (const outcome of outcomes) witnesses[outcome] = witnessOf(outcome, diagram, classes, walked);
  return { outcomes, proven: true, witnesses };
}

function witnessOf<Outcome extends string>(
  outcome: Outcome,
  { outcomes, variables, nodes, root, level, first, child }: DecisionDiagram<Outcome>,
  classes: CaseClasses,
  { from }: Walk,
): Answers {
  const bit = 1 << outcomes.indexOf(outcome);
  const chosen: [string, Answer][] = [];
  let node = root;
  while (node < nodes) {
    const at = level[node] as number;
    const start = first[node] as number;
    const variable = variables[at];
    const known = classes[at] as number;
    let k = Math.max(known, 0);
    while (known < 0 && (possibleFrom(child[start + k] as number, nodes, from) & bit) === 0) k += 1;
    const answer = variable?.representatives[k];
    if (known < 0 && variable !== undefined && answer !== undefined) chosen.push([variable.item, answer]);
    node = child[start + k] as number;
  }
  return Object.fromEntries(chosen);
}
