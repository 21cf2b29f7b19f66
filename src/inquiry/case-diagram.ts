import { type DecisionDiagram, packed } from "./decision-diagram.ts";
import { diagramStore, type NodeId, overBudget } from "./diagram-store.ts";

/** The most nodes that a case diagram may have (design choice). */
const defaultBudget = 20_000;

/**
 * A decision as a function of cases and not of completions: each node has one child more, the last, for an answer that
 * is not known. So a case follows one path, which ends at what `read` makes of the outcomes still possible (as bits).
 * The number `nodes + v` stands for the value v. `undefined` if it would need more nodes than the budget allows.
 *
 * @internal
 */
export function caseDiagram<Outcome extends string>(
  diagram: DecisionDiagram<Outcome>,
  read: (possible: number) => number,
  budget: number = defaultBudget,
): DecisionDiagram<Outcome> | undefined {
  const { nodes, level, first, child, root } = diagram;
  const store = diagramStore(budget);
  try {
    const made: NodeId[] = [];
    const nodeFor = (node: number): NodeId =>
      node < nodes ? (made[node] as NodeId) : store.terminal(1 << (node - nodes));
    for (let node = nodes - 1; node >= 0; node--) {
      const known = Array.from(child.subarray(first[node], first[node + 1]), nodeFor);
      const open = store.apply("either", (bits) => bits.reduce((a, b) => a | b, 0), known);
      made[node] = store.node(level[node] as number, [...known, open]);
    }
    const values = store.apply("read", ([bits = 0]) => read(bits), [nodeFor(root)]);
    return packed(values, store, diagram.outcomes, diagram.variables);
  } catch (stopped) {
    if (stopped === overBudget) return undefined;
    throw stopped;
  }
}
