import { type Answers, answerOf, itemIn, itemsOf, type Variable } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";
import type { Question } from "./inquiry.ts";
import { notRuledOut } from "./not-ruled-out.ts";
import { type CaseClasses, open, possibleFrom, type Walk } from "./walk.ts";

/**
 * A further test that a reason must pass, asked each time an item has been dropped. If it answers false the item is
 * kept after all. Once it fails for a part, it must fail for every smaller part.
 */
export type Test = (dropped: string) => boolean;

/**
 * The reason by the diagram. Answers are tried from the last level up, so that what is possible from every node below
 * is known already, and nothing above has changed: an answer can go if its nodes, where the case reaches them, would
 * then lead to no further outcome. Each node is worked out once.
 */
export function reasonByDiagram(
  diagram: DecisionDiagram,
  classes: CaseClasses,
  { possible, from: reached, room }: Walk,
  test: Test = () => true,
): readonly string[] {
  const { variables, nodes, levelEnd } = diagram;
  const { without: from, left } = room;
  left.set(classes);
  let end = nodes;
  for (let at = left.length - 1; at >= 0; at--) {
    const start = at === 0 ? 0 : (levelEnd[at - 1] as number);
    const withoutIt = spreadOpen(diagram, from, reached, start, end);
    const known = left[at] as number;
    if (known !== open) {
      const isNeeded = (withoutIt & ~possible) !== 0;
      if (!isNeeded && test((variables[at] as Variable).item)) left[at] = open;
      else spreadKnown(diagram, known, from, start, end);
    }
    end = start;
  }
  const kept: string[] = [];
  for (let at = 0; at < left.length; at++) if (left[at] !== open) kept.push((variables[at] as Variable).item);
  return kept;
}

/**
 * Works out what is possible from each of the nodes `start` to `end` of one level if their answer is open, from those
 * after them. Returns what is then possible from the ones that the case reaches.
 */
function spreadOpen(
  { nodes, first, child }: DecisionDiagram,
  from: Int32Array,
  reached: Int32Array,
  start: number,
  end: number,
): number {
  let fromReached = 0;
  for (let node = start; node < end; node++) {
    const stop = first[node + 1] as number;
    let bits = 0;
    for (let edge = first[node] as number; edge < stop; edge++)
      bits |= possibleFrom(child[edge] as number, nodes, from);
    from[node] = bits;
    if (reached[node] !== 0) fromReached |= bits;
  }
  return fromReached;
}

/** What the nodes of a level lead to where its answer is known, whether they are reached or not. */
function spreadKnown(
  { nodes, first, child }: DecisionDiagram,
  known: number,
  from: Int32Array,
  start: number,
  end: number,
): void {
  for (let node = start; node < end; node++)
    from[node] = possibleFrom(child[(first[node] as number) + known] as number, nodes, from);
}

/** The reason by interval evaluation, for a decision too large for its budget: enough, and as small as it can tell. */
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

/**
 * The answers to some items alone.
 *
 * @internal
 */
export function only(items: Iterable<string>, answers: Answers): Answers {
  return Object.fromEntries(
    [...items].flatMap((item) => {
      const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
      return answer === undefined ? [] : [[item, answer]];
    }),
  );
}
