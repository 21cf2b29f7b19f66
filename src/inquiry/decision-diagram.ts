import type { Decision, Scope } from "../rules/index.ts";
import { type Variable, variablesOf } from "../rules/index.ts";
import { type DiagramStore, diagramStore, type NodeId, overBudget } from "./diagram-store.ts";
import { ruleDiagram } from "./rule-diagram.ts";

/**
 * A decision as a function of complete answers, packed for walking: nodes sorted by level, the root first.
 * A node below `nodes` asks for the variable of its level; the number `nodes + k` stands for outcome k.
 */
export interface DecisionDiagram<Outcome extends string = string> {
  readonly outcomes: readonly Outcome[];
  readonly variables: readonly Variable[];
  readonly nodes: number;
  readonly root: number;
  readonly level: Int32Array;
  /** Where a node's children begin in `child`. */
  readonly first: Int32Array;
  readonly child: Int32Array;
  /** By level: the first node that lies below it. */
  readonly levelEnd: Int32Array;
}

/** The most outcomes a decision may have: they are kept as the bits of one number. */
export const mostOutcomes = 30;

/**
 * The diagram of a decision, or `undefined` if it needs more nodes than the budget allows, reads an item whose
 * answers cannot be listed, or has more than 30 outcomes. `fix` takes answers as given, which makes it smaller.
 */
export function decisionDiagram<Outcome extends string>(
  decision: Decision<Outcome>,
  scope: Scope,
  budget: number,
  fix: (variables: readonly Variable[]) => readonly Variable[] = (variables) => variables,
): DecisionDiagram<Outcome> | undefined {
  const outcomes = outcomesOf(decision);
  const all = variablesOf(
    decision.cases.map(({ when }) => when),
    scope,
  );
  if (all === undefined || outcomes.length > mostOutcomes) return undefined;
  const variables = fix(all);
  const store = diagramStore(budget);
  try {
    const root = decision.cases.reduceRight(
      (rest, { when, outcome }) =>
        store.choose(ruleDiagram(when, scope, variables, store), store.terminal(outcomes.indexOf(outcome)), rest),
      store.terminal(outcomes.indexOf(decision.otherwise)),
    );
    return packed(root, store, outcomes, variables);
  } catch (stopped) {
    if (stopped === overBudget) return undefined;
    throw stopped;
  }
}

/** A decision's outcomes in the order in which it names them, each once. */
export function outcomesOf<Outcome extends string>({ cases, otherwise }: Decision<Outcome>): readonly Outcome[] {
  return [...new Set([...cases.map(({ outcome }) => outcome), otherwise])];
}

/** A diagram under construction as one for walking. */
export function packed<Outcome extends string>(
  root: NodeId,
  store: DiagramStore,
  outcomes: readonly Outcome[],
  variables: readonly Variable[],
): DecisionDiagram<Outcome> {
  const reached = new Set<NodeId>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (reached.has(id) || store.childrenOf(id).length === 0) continue;
    reached.add(id);
    pending.push(...store.childrenOf(id));
  }
  const order = [...reached].sort((a, b) => store.levelOf(a) - store.levelOf(b));
  const position = new Map(order.map((id, index) => [id, index]));
  const numberOf = (id: NodeId) => position.get(id) ?? order.length + store.numberAt(id);
  const first: number[] = [];
  const child: number[] = [];
  for (const id of order) {
    first.push(child.length);
    child.push(...store.childrenOf(id).map(numberOf));
  }
  return {
    outcomes,
    variables,
    nodes: order.length,
    root: numberOf(root),
    level: Int32Array.from(order.map((id) => store.levelOf(id))),
    first: Int32Array.from([...first, child.length]),
    child: Int32Array.from(child),
    levelEnd: Int32Array.from(variables, (_, level) => order.filter((id) => store.levelOf(id) <= level).length),
  };
}
