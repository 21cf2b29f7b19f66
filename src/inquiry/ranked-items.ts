import type { Scope } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";
import { decisiveVariables } from "./decisive-variables.ts";
import { possibleAfter } from "./possible-after.ts";
import { bitCount, type CaseClasses, type Walk } from "./walk.ts";

/** The decisive open items of a walked case, the one that narrows the outcomes most first. */
export function rankedItems(
  diagram: DecisionDiagram,
  classes: CaseClasses,
  walked: Walk,
  scope: Scope,
): readonly string[] {
  const decisive = decisiveVariables(diagram, classes, walked);
  const { items, answers, places } = factsOf(diagram, scope);
  if (decisive.length < 2) return decisive.map((at) => items[at] as string);
  const { width } = walked.room;
  const after = possibleAfter(diagram, classes, walked);
  const ranked: Strength[] = [];
  for (const at of decisive) {
    const strength = strengthOf(at, after, width, answers[at] as number, places[at] as number);
    let position = ranked.length;
    for (; position > 0 && isStronger(strength, ranked[position - 1] as Strength); position--)
      ranked[position] = ranked[position - 1] as Strength;
    ranked[position] = strength;
  }
  return ranked.map(({ at }) => items[at] as string);
}

interface Strength {
  readonly at: number;
  readonly mean: number;
  readonly worst: number;
  readonly place: number;
}

function strengthOf(at: number, after: Int32Array, width: number, answers: number, place: number): Strength {
  let sum = 0;
  let worst = 0;
  for (let each = 0; each < answers; each++) {
    const count = bitCount(after[at * width + each] as number);
    sum += count;
    if (count > worst) worst = count;
  }
  return { at, mean: sum / answers, worst, place };
}

function isStronger(a: Strength, b: Strength): boolean {
  return (a.mean - b.mean || a.worst - b.worst || a.place - b.place) < 0;
}

/** By variable: its item, how many classes of answers it has, and where its item stands in the form. */
interface Facts {
  readonly items: readonly string[];
  readonly answers: readonly number[];
  readonly places: readonly number[];
}

const facts = new WeakMap<DecisionDiagram, Facts>();

function factsOf(diagram: DecisionDiagram, scope: Scope): Facts {
  const before = facts.get(diagram);
  if (before !== undefined) return before;
  const order = Object.keys(scope.items);
  const answers = diagram.variables.map(({ representatives }) => representatives.length);
  const now: Facts = {
    items: diagram.variables.map(({ item }) => item),
    answers,
    places: diagram.variables.map(({ item }) => (order.includes(item) ? order.indexOf(item) : order.length)),
  };
  facts.set(diagram, now);
  return now;
}
