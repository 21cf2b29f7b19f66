import type { DecisionDiagram } from "./decision-diagram.ts";
import { type CaseClasses, possibleFrom, type Walk } from "./walk.ts";

/** The open variables that can still make a difference to the outcome: exactly those, by position. */
export function decisiveVariables(diagram: DecisionDiagram, classes: CaseClasses, walked: Walk): readonly number[] {
  const { nodes, level, first, child, variables } = diagram;
  const { from, reached, count } = walked;
  const found = new Uint8Array(variables.length);
  let unsure = false;
  for (let index = count - 1; index >= 0; index--) {
    const node = reached[index] as number;
    const at = level[node] as number;
    if ((classes[at] as number) >= 0 || found[at] === told) continue;
    const start = first[node] as number;
    const bits = possibleFrom(child[start] as number, nodes, from);
    let differs = false;
    for (let k = start + 1; k < (first[node + 1] as number); k++) {
      differs ||= possibleFrom(child[k] as number, nodes, from) !== bits;
    }
    // Answers that lead to different outcomes are told apart. Those that lead to the same ones may be alike or not.
    found[at] = differs ? told : untold;
  }
  for (let at = 0; at < found.length; at++) unsure ||= found[at] === untold;
  if (unsure) compareFunctions(diagram, classes, walked, found);
  const decisive: number[] = [];
  for (let at = 0; at < found.length; at++) if (found[at] === told) decisive.push(at);
  return decisive;
}

const untold = 1;
const told = 2;

/**
 * Marks each variable of which two answers lead to different functions of the open answers. Equal functions get equal
 * numbers, from the last node up: what a known answer leads to, or the children's numbers where those differ.
 */
function compareFunctions(
  { nodes, level, first, child }: DecisionDiagram,
  classes: CaseClasses,
  { reached, count, room }: Walk,
  found: Uint8Array,
): void {
  const { functions } = room;
  const numberOf = new Map<number, number>();
  let next = nodes + 32;
  const functionAt = (node: number) => (node < nodes ? (functions[node] as number) : node);
  for (let index = count - 1; index >= 0; index--) {
    const node = reached[index] as number;
    const at = level[node] as number;
    const start = first[node] as number;
    const known = classes[at] as number;
    let id = functionAt(child[known < 0 ? start : start + known] as number);
    if (known < 0) {
      let alike = true;
      for (let k = start + 1; k < (first[node + 1] as number); k++) alike &&= functionAt(child[k] as number) === id;
      if (!alike) {
        found[at] = told;
        let key = at;
        for (let k = start; k < (first[node + 1] as number); k++) {
          const pair = key * 0x100000 + functionAt(child[k] as number);
          const before = numberOf.get(pair);
          key = before ?? next;
          if (before === undefined) numberOf.set(pair, next++);
        }
        id = key;
      }
    }
    functions[node] = id;
  }
}
