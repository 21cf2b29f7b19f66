import { type Answers, answerOf, itemIn, itemsOf, type Variable } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";
import type { Question } from "./inquiry.ts";
import { notRuledOut } from "./not-ruled-out.ts";
import { type CaseClasses, open, possibleFrom, spread } from "./walk.ts";

/**
 * A further test that a reason must pass, asked each time an item has been dropped. If it answers false the item is
 * kept after all. Once it fails for a part, it must fail for every smaller part.
 */
export type Test = (dropped: string) => boolean;

/**
 * The reason by the diagram. Answers are tried from the last level up, so that each trial only works out again what
 * lies above it: what is possible from every node below is known already.
 */
export function reasonByDiagram(
  diagram: DecisionDiagram,
  classes: CaseClasses,
  possible: number,
  test: Test = () => true,
): readonly string[] {
  const { variables, nodes, root, levelEnd } = diagram;
  const left = Int16Array.from(classes);
  const from = new Int32Array(nodes);
  let known = nodes;
  for (let at = left.length - 1; at >= 0; at--) {
    const given = left[at] as number;
    if (given === open) continue;
    const end = levelEnd[at] as number;
    spread(diagram, left, from, end, known);
    known = end;
    left[at] = open;
    spread(diagram, left, from, 0, end);
    if (possibleFrom(root, nodes, from) !== possible || !test((variables[at] as Variable).item)) left[at] = given;
  }
  return variables.flatMap(({ item }, at) => (left[at] === open ? [] : [item]));
}

/** The same with interval evaluation, for a decision too large for its budget: enough, and as small as it can tell. */
export function reasonByIntervals<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  test: Test = () => true,
): readonly string[] {
  const { decision, scope } = question;
  const items = [...new Set(decision.cases.flatMap(({ when }) => itemsOf(when, scope)))];
  const wanted = notRuledOut(question, answers).join();
  const kept = new Set(items.filter((item) => answerOf(answers, item, itemIn(scope, item)) !== undefined));
  for (const item of [...items].reverse()) {
    if (!kept.delete(item)) continue;
    if (notRuledOut(question, only(kept, answers)).join() !== wanted || !test(item)) kept.add(item);
  }
  return items.filter((item) => kept.has(item));
}

/** The answers to some items alone. */
export function only(items: Iterable<string>, answers: Answers): Answers {
  return Object.fromEntries(
    [...items].flatMap((item) => {
      const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
      return answer === undefined ? [] : [[item, answer]];
    }),
  );
}
