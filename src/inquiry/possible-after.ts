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
  const skipped = new Int32Array(variables.length);
  const levelOf = (node: number) => (node < nodes ? (level[node] as number) : skipped.length);
  const skip = (start: number, end: number, bits: number) => {
    for (let at = start; at < end; at++) skipped[at] = (skipped[at] as number) | bits;
  };
  skip(0, levelOf(root), possibleFrom(root, nodes, from));
  for (let index = 0; index < count; index++) {
    const node = reached[index] as number;
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
  for (let at = 0; at < skipped.length; at++) {
    const bits = skipped[at] as number;
    for (let place = at * width; place < (at + 1) * width; place++) after[place] = (after[place] as number) | bits;
  }
  return after;
}
