import { caseDiagram, type DecisionDiagram, diagramFor, type Question } from "../inquiry/index.ts";
import type { Cell } from "./cell.ts";
import { cases, constant, type Expression, over, sql } from "./expression.ts";
import type { Layers } from "./layers.ts";
import { nestedSteps } from "./nested-steps.ts";

/**
 * What a decision's diagram says of each row, as a column of whole numbers: what `read` makes of the outcomes still
 * possible, as bits in the decision's order. `undefined` if the diagram is too large, or reads what cannot be listed.
 */
export function decisionColumn<Outcome extends string>(
  question: Question<Outcome>,
  read: (possible: number) => number,
  cell: (item: string) => Cell,
  layers: Layers,
): Expression | undefined {
  const exact = diagramFor(question, {});
  const diagram = exact && caseDiagram(exact, read);
  if (diagram === undefined) return undefined;
  const { stepsInOne = 1 } = layers.dialect;
  if (stepsInOne > 1) return nestedSteps(diagram, cell, layers, stepsInOne);
  const { nodes, root, variables, levelEnd } = diagram;
  let at: Expression = constant(String(root));
  let reached: ReadonlySet<number> = new Set([root]);
  for (const [level, { item }] of variables.entries()) {
    const start = level === 0 ? 0 : (levelEnd[level - 1] as number);
    const end = levelEnd[level] as number;
    if (![...reached].some((node) => node < end)) continue;
    at = layers.define(`after_${item}`, stepOf(diagram, level, start, end, at, reached, cell(item), layers));
    reached = new Set([...reached].flatMap((node) => (node < end ? childrenOf(diagram, node) : [node])));
  }
  return nodes === 0 ? constant(String(root)) : sql`${at} - ${nodes}`;
}

/** From the node that a row has reached to the next, by one look-up: a line for each node, an entry for each answer. */
function stepOf(
  diagram: DecisionDiagram,
  level: number,
  start: number,
  end: number,
  at: Expression,
  reached: ReadonlySet<number>,
  { answers, position }: Cell,
  { dialect }: Layers,
): Expression {
  const { classOf } = diagram.variables[level] as DecisionDiagram["variables"][number];
  const classes = answers.map((answer) => classOf.get(String(answer)));
  const list = Array.from({ length: end - start }, (_, place) => {
    const next = childrenOf(diagram, start + place);
    const open = next.at(-1) as number;
    // Faulty cells, at 0, are given no result; here they only must not lead out of the list.
    return [open, ...classes.map((each) => (each === undefined ? open : (next[each] as number))), open];
  });
  const width = classes.length + 2;
  const place = end - start === 1 ? position : sql`(${at} - ${start}) * ${width} + ${position}`;
  const next = over(dialect.lookUp(list.flat(), place.plain ? place.text : `(${place.text})`), [place]);
  const here = sql`${at} < ${end}`;
  return [...reached].some((node) => node >= end) ? cases([[here, next]], at) : next;
}

function childrenOf({ first, child }: DecisionDiagram, node: number): readonly number[] {
  return Array.from(child.subarray(first[node], first[node + 1]));
}
