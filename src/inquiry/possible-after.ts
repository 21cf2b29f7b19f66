import type { DecisionDiagram } from "./decision-diagram.ts";
import { type CaseClasses, possibleFrom, type Walk } from "./walk.ts";

/**
 * For each variable and each class of its answers: the outcomes that would still be possible, as bits, where the
 * variable's first class stands at `variable * room.width`. They stand in the room until the next walk.
 */
export function possibleAfter(
  diagram: DecisionDiagram,
  classes: CaseClasses,
  { from, reached, count, room }: Walk,
): Int32Array {
  const { variables, nodes, root, level, first, child } = diagram;
  const { after, width } = room;
  after.fill(0);
  // A path that skips variables leaves the same possible whatever their answers are.
  const last = variables.length;
  const skipped = new Int32Array(last);
  const all = possibleFrom(root, nodes, from);
  for (let at = root < nodes ? (level[root] as number) : last; at-- > 0; ) skipped[at] = all;
  for (let index = 0; index < count; index++) {
    const node = reached[index] as number;
    const at = level[node] as number;
    const known = classes[at] as number;
    const start = first[node] as number;
    const end = known < 0 ? (first[node + 1] as number) : start + known + 1;
    for (let edge = start + Math.max(known, 0); edge < end; edge++) {
      const to = child[edge] as number;
      const bits = to < nodes ? (from[to] as number) : 1 << (to - nodes);
      const place = at * width + edge - start;
      after[place] = (after[place] as number) | bits;
      const below = to < nodes ? (level[to] as number) : last;
      for (let over = at + 1; over < below; over++) skipped[over] = (skipped[over] as number) | bits;
    }
  }
  for (let at = 0; at < last; at++) {
    const bits = skipped[at] as number;
    if (bits !== 0)
      for (let place = at * width; place < (at + 1) * width; place++) after[place] = (after[place] as number) | bits;
  }
  return after;
}
