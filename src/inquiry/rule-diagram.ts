import {
  compared,
  itemIn,
  leafValue,
  numberFor,
  type Reading,
  type Rule,
  readRule,
  rounded,
  type Scope,
  type Variable,
} from "../rules/index.ts";
import type { DiagramStore, NodeId } from "./diagram-store.ts";

/** A rule as a function of complete answers: its value, and (worked out only if needed) whether it applies. */
interface Exact {
  readonly value: NodeId;
  readonly applies: () => NodeId;
}

/** The exact value of a rule at every completion, as a diagram over the variables (in their order). */
export function ruleDiagram(rule: Rule, scope: Scope, variables: readonly Variable[], store: DiagramStore): NodeId {
  return readRule(rule, exactly(scope, variables, store), scope).value;
}

function exactly(scope: Scope, variables: readonly Variable[], store: DiagramStore): Reading<Exact> {
  const yes = store.terminal(1);
  const no = store.terminal(0);
  const both = (a: NodeId, b: NodeId) => store.choose(a, b, no);
  const either = (a: NodeId, b: NodeId) => store.choose(a, yes, b);
  const plus = (a: NodeId, b: NodeId) => store.apply("+", ([x = 0, y = 0]) => x + y, [a, b]);
  const gates = new Map<string, NodeId>();

  const shown = (item: string): NodeId => {
    const before = gates.get(item);
    if (before !== undefined) return before;
    const askIf = itemIn(scope, item)?.askIf;
    const gate = askIf === undefined ? yes : ruleDiagram(askIf, scope, variables, store);
    gates.set(item, gate);
    return gate;
  };
  const leaf = (rule: Extract<Rule, { item: string }>): Exact => {
    const level = variables.findIndex(({ item }) => item === rule.item);
    const open =
      variables[level]?.representatives.map((answer) => store.terminal(leafValue(rule, answer, scope))) ?? [];
    const scoped = itemIn(scope, rule.item);
    const counts = scoped?.whenClosed;
    const closed =
      counts === undefined
        ? 0
        : rule.kind === "value"
          ? (numberFor(counts, scoped) ?? 0)
          : leafValue(rule, counts, scope);
    return {
      value: store.choose(shown(rule.item), store.node(level, open), store.terminal(closed)),
      applies: () => (counts === undefined ? shown(rule.item) : yes),
    };
  };
  const over = (parts: readonly Exact[], value: NodeId): Exact => ({
    value,
    applies: () => (parts.length === 0 ? yes : parts.map((part) => part.applies()).reduce(either)),
  });
  const total = (parts: readonly NodeId[]) => parts.reduce(plus, store.terminal(0));
  // Whole numbers add up to the same in any order. From the deepest variable up, each step only puts a variable on top.
  const counted = (parts: readonly NodeId[]) =>
    parts
      .toSorted((a, b) => store.levelOf(b) - store.levelOf(a))
      .reduce((sum, part) => plus(part, sum), store.terminal(0));
  const meanOf = (parts: readonly Exact[], ifNone: number) => {
    const applying = parts.map((part) => ({ value: part.value, applies: part.applies() }));
    const sum = total(applying.map(({ value, applies }) => store.choose(applies, value, no)));
    const count = counted(applying.map(({ applies }) => applies));
    return store.apply(`mean/${ifNone}`, ([s = 0, n = 0]) => (n === 0 ? ifNone : rounded(s / n)), [sum, count]);
  };
  const extremeOf = (parts: readonly Exact[], ifNone: number, name: string, pick: (a: number, b: number) => number) => {
    const none = store.terminal(Number.NaN);
    const extreme = parts
      .map((part) => store.choose(part.applies(), part.value, none))
      .reduce(
        (a, b) =>
          store.apply(
            name,
            ([x = Number.NaN, y = Number.NaN]) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : pick(x, y)),
            [a, b],
          ),
        none,
      );
    return store.apply(`${name}/${ifNone}`, ([x = Number.NaN]) => (Number.isNaN(x) ? ifNone : x), [extreme]);
  };
  const values = (parts: readonly Exact[]) => parts.map(({ value }) => value);

  return {
    one_of: leaf,
    judgement: leaf,
    value: leaf,
    ref: (_, [part]) => part ?? { value: no, applies: () => yes },
    all: (_, parts) => over(parts, values(parts).reduce(both, yes)),
    any: (_, parts) => over(parts, values(parts).reduce(either, no)),
    not: (_, parts) => over(parts, store.choose(total(values(parts)), no, yes)),
    compare: ({ is, to }, parts) =>
      over(
        parts,
        store.apply(`${is}/${to}`, ([x = 0]) => compared(is, [x, x], to)[0], [total(values(parts))]),
      ),
    count: (_, parts) => over(parts, counted(values(parts))),
    sum: (_, parts) => over(parts, total(values(parts))),
    mean: ({ ifNone }, parts) => over(parts, meanOf(parts, ifNone)),
    share: ({ ifNone }, parts) => over(parts, meanOf(parts, ifNone)),
    least: ({ ifNone }, parts) => over(parts, extremeOf(parts, ifNone, "least", Math.min)),
    greatest: ({ ifNone }, parts) => over(parts, extremeOf(parts, ifNone, "greatest", Math.max)),
  };
}
