import type { DecisionDiagram } from "./decision-diagram.ts";

/**
 * A place to walk in, used again for one case after another: a walk and what is worked out from it stand in it until
 * the next one. Making a long typed array takes longer than a walk does.
 */
export interface WalkingRoom {
  /** How many walks began here. */
  walks: number;
  /** By node, as bits: the nodes still to be looked at. All 0 between two walks. */
  readonly pending: Int32Array;
  /** By node: the outcomes possible from there, as bits. All 0 but for the nodes that the last walk reached. */
  readonly from: Int32Array;
  /** The nodes that the last walk reached, in order; `count` of them. */
  readonly reached: Int32Array;
  count: number;
  /** By variable: the class of its answer, or -1, where some answers have been dropped. */
  readonly left: Int16Array;
  /** By node: what is possible with those that are left, as bits. */
  readonly without: Int32Array;
  /** By node: the number of its function of the open answers. */
  readonly functions: Int32Array;
  /** By variable and class: what would be possible after an answer, as bits. */
  readonly after: Int32Array;
  /** The most classes that a variable has. */
  readonly width: number;
}

const rooms = new WeakMap<DecisionDiagram, WalkingRoom>();

/** A diagram's own place to walk in. */
export function roomOf(diagram: DecisionDiagram): WalkingRoom {
  const before = rooms.get(diagram);
  if (before !== undefined) return before;
  const { nodes, variables } = diagram;
  const width = variables.reduce((most, { representatives }) => Math.max(most, representatives.length), 1);
  const byNode = () => new Int32Array(nodes);
  const now = {
    walks: 0,
    pending: new Int32Array((nodes >> 5) + 1),
    from: byNode(),
    reached: byNode(),
    count: 0,
    left: new Int16Array(variables.length),
    without: byNode(),
    functions: byNode(),
    after: new Int32Array(variables.length * width),
    width,
  };
  rooms.set(diagram, now);
  return now;
}
