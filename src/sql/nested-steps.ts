import type { DecisionDiagram } from "../inquiry/index.ts";
import type { Cell } from "./cell.ts";
import { constant, type Expression, over, sql } from "./expression.ts";
import type { Layers } from "./layers.ts";

/**
 * What a diagram comes to in each row, by look-ups one within the other. Every list has a line for each place that can
 * have been reached before, so that this place is read once and needs no column of its own; of so many steps at most, so
 * that no expression grows too long for the engine.
 */
export function nestedSteps(
  diagram: DecisionDiagram,
  cell: (item: string) => Cell,
  layers: Layers,
  stepsInOne: number,
): Expression {
  const { nodes, root, variables, levelEnd, first, child } = diagram;
  const { dialect } = layers;
  let places: readonly number[] = [root];
  let at: Expression = constant("0");
  let steps = 0;
  for (const [level, { item, classOf }] of variables.entries()) {
    const end = levelEnd[level] as number;
    if (!places.some((node) => node < end)) continue;
    const { answers, position } = cell(item);
    const classes = answers.map((answer) => classOf.get(String(answer)));
    const lines = places.map((node): readonly number[] => {
      if (node >= end) return Array.from({ length: classes.length + 2 }, () => node);
      const next = Array.from(child.subarray(first[node], first[node + 1]));
      const open = next.at(-1) as number;
      // Faulty cells, at 0, are given no result; here they only must not lead out of the list.
      return [open, ...classes.map((each) => (each === undefined ? open : (next[each] as number))), open];
    });
    const after = [...new Set(lines.flat())];
    const list = lines.flat().map((node) => after.indexOf(node));
    const place = places.length === 1 ? position : sql`${at} * ${classes.length + 2} + ${position}`;
    at = over(dialect.lookUp(list, place.plain ? place.text : `(${place.text})`), [place]);
    steps += 1;
    if (steps % stepsInOne === 0) at = layers.define(`after_${item}`, at);
    places = after;
  }
  const results = places.map((node) => node - nodes);
  return over(dialect.lookUp(results, at.text), [at]);
}
