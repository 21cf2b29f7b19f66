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
  // A path that skips variables leaves the same possible whatever their answers are.
  const skipped = new Int32Array(variables.length);
  const levelOf = (node: number) => (node < nodes ? (level[node] as number) : skipped.length);
  const skip = (start: number, end: number, bits: number) => {
    for (let at = start; at < end; at++) skipped[at] = (skipped[at] as number) | bits;
  };
  skip(0, levelOf(root), possibleFrom(root, nodes, from));
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
      skip(at + 1, levelOf(to), bits);
    }
  }
  for (let place = 0; place < after.length; place++)
    after[place] = (after[place] as number) | (skipped[Math.floor(place / width)] as number);
  return after;
}

/** The open variables that can still make a difference to the outcome: exactly those, by position. */
export function decisiveVariables(diagram: DecisionDiagram, classes: CaseClasses, { from }: Walk): readonly number[] {
  const { nodes, level, first, child, variables } = diagram;
  const found = new Uint8Array(variables.length);
  let unsure = false;
  for (let node = nodes - 1; node >= 0; node--) {
    const at = level[node] as number;
    if (from[node] === 0 || (classes[at] as number) >= 0 || found[at] === told) continue;
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
  if (unsure) compareFunctions(diagram, classes, from, found);
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
  from: Int32Array,
  found: Uint8Array,
): void {
  const functions = new Int32Array(nodes);
  const numberOf = new Map<number, number>();
  let next = nodes + 32;
  const functionAt = (node: number) => (node < nodes ? (functions[node] as number) : node);
  for (let node = nodes - 1; node >= 0; node--) {
    if (from[node] === 0) continue;
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

/** How many bits are set. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
