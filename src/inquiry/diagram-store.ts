/** Thrown and caught inside this folder when a diagram would grow past its budget. */
export const overBudget: unique symbol = Symbol("over budget");

/** A node of a diagram under construction, by number. */
export type NodeId = number;

/**
 * Holds decision diagrams while they are built: each node asks for one variable and has a child for each class of
 * its answers; equal nodes are stored once, and a node whose children are all alike is left out. So two functions
 * are equal exactly if they are the same node.
 */
export interface DiagramStore {
  terminal(value: number): NodeId;
  /** The function that is `children[k]` where the variable's answer is of class k; levels must grow downwards. */
  node(level: number, children: readonly NodeId[]): NodeId;
  /** Applies an operation to functions at every completion. Equal operations share their memory by name. */
  apply(name: string, operation: (values: readonly number[]) => number, of: readonly NodeId[]): NodeId;
  /** `then` where the condition is 1, `otherwise` where it is 0. */
  choose(condition: NodeId, then: NodeId, otherwise: NodeId): NodeId;
  levelOf(node: NodeId): number;
  childrenOf(node: NodeId): readonly NodeId[];
  numberAt(node: NodeId): number;
}

/** An empty store. It throws {@link overBudget} once more than `budget` nodes or ten times as many steps are made. */
export function diagramStore(budget: number): DiagramStore {
  const levels: number[] = [];
  const children: (readonly NodeId[])[] = [];
  const values: number[] = [];
  const unique = new Map<string, NodeId>();
  const applied = new Map<string, NodeId>();
  const terminalLevel = Number.POSITIVE_INFINITY;
  let steps = 0;

  const make = (key: string, level: number, kids: readonly NodeId[], value: number): NodeId => {
    const found = unique.get(key);
    if (found !== undefined) return found;
    if (levels.length >= budget) throw overBudget;
    levels.push(level);
    children.push(kids);
    values.push(value);
    unique.set(key, levels.length - 1);
    return levels.length - 1;
  };
  const terminal = (value: number) => make(`=${value}`, terminalLevel, [], value);
  const node = (level: number, kids: readonly NodeId[]) => {
    const [first] = kids;
    if (first !== undefined && kids.every((kid) => kid === first)) return first;
    return make(`${level}:${kids.join()}`, level, kids, Number.NaN);
  };
  const levelOf = (id: NodeId) => levels[id] ?? terminalLevel;
  const childrenOf = (id: NodeId) => children[id] ?? [];
  const numberAt = (id: NodeId) => values[id] ?? Number.NaN;

  const atClass = (id: NodeId, level: number, chosen: number) =>
    levelOf(id) === level ? (childrenOf(id)[chosen] ?? id) : id;
  const split = (of: readonly NodeId[], inner: (parts: readonly NodeId[]) => NodeId): NodeId => {
    const level = Math.min(...of.map(levelOf));
    const widest = of.find((id) => levelOf(id) === level) ?? 0;
    return node(
      level,
      childrenOf(widest).map((_, chosen) => inner(of.map((id) => atClass(id, level, chosen)))),
    );
  };
  const remembered = (key: string, work: () => NodeId): NodeId => {
    const found = applied.get(key);
    if (found !== undefined) return found;
    steps += 1;
    if (steps > budget * 10) throw overBudget;
    const made = work();
    applied.set(key, made);
    return made;
  };

  const apply = (name: string, operation: (values: readonly number[]) => number, of: readonly NodeId[]): NodeId =>
    remembered(`${name}(${of.join()})`, () =>
      of.every((id) => levelOf(id) === terminalLevel)
        ? terminal(operation(of.map(numberAt)))
        : split(of, (parts) => apply(name, operation, parts)),
    );
  const choose = (condition: NodeId, then: NodeId, otherwise: NodeId): NodeId => {
    if (levelOf(condition) === terminalLevel) return numberAt(condition) === 1 ? then : otherwise;
    if (then === otherwise) return then;
    return remembered(`?${condition},${then},${otherwise}`, () =>
      split([condition, then, otherwise], ([c = 0, t = 0, o = 0]) => choose(c, t, o)),
    );
  };
  return { terminal, node, apply, choose, levelOf, childrenOf, numberAt };
}
