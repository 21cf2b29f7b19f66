import type { Answers, Scope } from "../rules/index.ts";
import { classIn } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";
import { roomOf, type WalkingRoom } from "./walking-room.ts";

/** The class of each variable's answer in a case; {@link open} where it is not known. */
export type CaseClasses = Int16Array;

/** Marks a variable whose answer is not known. */
export const open = -1;

/** A case's answers as classes of the diagram's variables. */
export function classesOf({ variables }: DecisionDiagram, answers: Answers, scope: Scope): CaseClasses {
  return Int16Array.from(variables, (variable) => classIn(variable, answers, scope) ?? open);
}

/** What is possible in a case. All but `possible` stands in the diagram's room, until the next walk. */
export interface Walk extends Pick<WalkingRoom, "from" | "reached" | "count"> {
  /** The outcomes still possible, one bit for each. */
  readonly possible: number;
  readonly room: WalkingRoom;
}

/** Walks a diagram once: every node that the case can reach, and the outcomes possible from it. */
export function walk(diagram: DecisionDiagram, classes: CaseClasses): Walk {
  const room = roomOf(diagram);
  const { nodes, root, level, first, child } = diagram;
  const { from, reached } = room;
  for (let index = 0; index < room.count; index++) from[reached[index] as number] = 0;
  room.walks += 1;
  room.count = root < nodes ? reach(diagram, classes, room) : 0;
  for (let index = room.count - 1; index >= 0; index--) {
    const node = reached[index] as number;
    const known = classes[level[node] as number] as number;
    const start = first[node] as number;
    if (known >= 0) {
      from[node] = possibleFrom(child[start + known] as number, nodes, from);
      continue;
    }
    const end = first[node + 1] as number;
    let bits = 0;
    for (let at = start; at < end; at++) bits |= possibleFrom(child[at] as number, nodes, from);
    from[node] = bits;
  }
  return { possible: possibleFrom(root, nodes, from), from, reached, count: room.count, room };
}

/** Lists the nodes that a case reaches, in order, and says how many there are. A child stands after its parent. */
function reach(
  { nodes, root, level, first, child }: DecisionDiagram,
  classes: CaseClasses,
  { pending, reached }: WalkingRoom,
): number {
  let count = 0;
  pending[root >> 5] = 1 << (root & 31);
  for (let word = root >> 5; word < pending.length; word++) {
    for (let bits = pending[word] as number; bits !== 0; bits = pending[word] as number) {
      const lowest = bits & -bits;
      pending[word] = bits ^ lowest;
      const node = word * 32 + 31 - Math.clz32(lowest);
      reached[count++] = node;
      const known = classes[level[node] as number] as number;
      const start = (first[node] as number) + Math.max(known, 0);
      const end = known < 0 ? (first[node + 1] as number) : start + 1;
      for (let at = start; at < end; at++) {
        const to = child[at] as number;
        if (to < nodes) pending[to >> 5] = (pending[to >> 5] as number) | (1 << (to & 31));
      }
    }
  }
  return count;
}

/** The outcomes possible from a node or an outcome number, as bits. */
export function possibleFrom(node: number, nodes: number, from: Int32Array): number {
  return node < nodes ? (from[node] as number) : 1 << (node - nodes);
}

/** How many bits are set. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
