import type { Answers, Scope } from "../rules/index.ts";
import { classIn } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";

/** The class of each variable's answer in a case; {@link open} where it is not known. */
export type CaseClasses = Int16Array;

/** Marks a variable whose answer is not known. */
export const open = -1;

/** A case's answers as classes of the diagram's variables. */
export function classesOf({ variables }: DecisionDiagram, answers: Answers, scope: Scope): CaseClasses {
  return Int16Array.from(variables, (variable) => classIn(variable, answers, scope) ?? open);
}

/** What is possible from each node that the case can reach, as bits over the outcomes. */
export interface Walk {
  /** The outcomes still possible, one bit for each. */
  readonly possible: number;
  /** By node: the outcomes possible from there; 0 if the case cannot reach it. */
  readonly from: Int32Array;
}

/** Walks a diagram once: every node that the case can reach, and the outcomes possible from it. */
export function walk(diagram: DecisionDiagram, classes: CaseClasses): Walk {
  const { nodes, root, level, first, child } = diagram;
  const from = new Int32Array(nodes);
  if (root >= nodes) return { possible: 1 << (root - nodes), from };
  from[root] = -1;
  for (let node = root; node < nodes; node++) {
    if (from[node] === 0) continue;
    const known = classes[level[node] as number] as number;
    const start = first[node] as number;
    const end = first[node + 1] as number;
    for (let at = known < 0 ? start : start + known; at < (known < 0 ? end : start + known + 1); at++) {
      const to = child[at] as number;
      if (to < nodes) from[to] = -1;
    }
  }
  for (let node = nodes - 1; node >= root; node--) {
    if (from[node] === 0) continue;
    const known = classes[level[node] as number] as number;
    const start = first[node] as number;
    const end = first[node + 1] as number;
    let bits = 0;
    for (let at = known < 0 ? start : start + known; at < (known < 0 ? end : start + known + 1); at++) {
      bits |= possibleFrom(child[at] as number, nodes, from);
    }
    from[node] = bits;
  }
  return { possible: from[root] as number, from };
}

/** Works out what is possible from each of the nodes `start` to `end`, from those after them, reached or not. */
export function spread(
  { nodes, level, first, child }: DecisionDiagram,
  classes: CaseClasses,
  from: Int32Array,
  start: number,
  end: number,
): void {
  for (let node = end - 1; node >= start; node--) {
    const known = classes[level[node] as number] as number;
    const begin = first[node] as number;
    if (known >= 0) {
      from[node] = possibleFrom(child[begin + known] as number, nodes, from);
      continue;
    }
    let bits = 0;
    for (let at = begin; at < (first[node + 1] as number); at++) bits |= possibleFrom(child[at] as number, nodes, from);
    from[node] = bits;
  }
}

/** The outcomes possible from a node or an outcome number, as bits. */
export function possibleFrom(node: number, nodes: number, from: Int32Array): number {
  return node < nodes ? (from[node] as number) : 1 << (node - nodes);
}

/**
 * For each variable and each class of its answers: the outcomes that would still be possible, as bits, where the
 * variable's first class stands at `variable * width`.
 */
export function possibleAfter(
  diagram: DecisionDiagram,
  classes: CaseClasses,
  { from }: Walk,
  width: number,
): Int32Array {
  const { variables, nodes, root, level, first, child } = diagram;
  const after = new Int32Array(variables.length * width);
  pass(after, width, 0, root < nodes ? (level[root] as number) : variables.length, possibleFrom(root, nodes, from));
  for (let node = 0; node < nodes; node++) {
    if (from[node] === 0) continue;
    const at = level[node] as number;
    const known = classes[at] as number;
    const start = first[node] as number;
    const end = first[node + 1] as number;
    for (let edge = known < 0 ? start : start + known; edge < (known < 0 ? end : start + known + 1); edge++) {
      const to = child[edge] as number;
      const bits = possibleFrom(to, nodes, from);
      const place = at * width + edge - start;
      after[place] = (after[place] as number) | bits;
      pass(after, width, at + 1, to < nodes ? (level[to] as number) : variables.length, bits);
    }
  }
  return after;
}

/** A path that skips variables leaves the same possible whatever their answers are. */
function pass(after: Int32Array, width: number, start: number, end: number, bits: number): void {
  for (let place = start * width; place < end * width; place++) after[place] = (after[place] as number) | bits;
}

/** The open variables that can still make a difference to the outcome: exactly those, by position. */
export function decisiveVariables(diagram: DecisionDiagram, classes: CaseClasses, { from }: Walk): readonly number[] {
  const { nodes, level, first, child, variables } = diagram;
  const size = nodes + 32;
  const sameAs = new Int32Array(nodes);
  const unique = new Map<number, number>();
  const decisive = new Uint8Array(variables.length);
  let next = size;
  const reduced = (node: number) => (node < nodes ? (sameAs[node] as number) : node);
  for (let node = nodes - 1; node >= 0; node--) {
    if (from[node] === 0) continue;
    const at = level[node] as number;
    const start = first[node] as number;
    const known = classes[at] as number;
    let id = reduced(child[known < 0 ? start : start + known] as number);
    if (known < 0) {
      let alike = true;
      for (let k = start + 1; k < (first[node + 1] as number); k++) alike &&= reduced(child[k] as number) === id;
      if (!alike) {
        decisive[at] = 1;
        let key = at;
        for (let k = start; k < (first[node + 1] as number); k++) {
          const pair = key * 0x100000 + reduced(child[k] as number);
          const found = unique.get(pair);
          key = found ?? next;
          if (found === undefined) unique.set(pair, next++);
        }
        id = key;
      }
    }
    sameAs[node] = id;
  }
  return Array.from(decisive.keys()).filter((at) => decisive[at] === 1);
}

/** How many bits are set. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
