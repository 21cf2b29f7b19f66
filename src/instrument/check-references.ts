import type { Issue } from "../issues/index.ts";
import { itemIn, type Rule } from "../rules/index.ts";
import type { Instrument } from "./instrument.ts";
import { limits } from "./limits.ts";

/** What is wrong with how rules and gates lead to one another, once every name in them is known to be declared. */
export function checkReferences(instrument: Instrument): readonly Issue[] {
  const circles = checkCircles(instrument);
  if (circles.length > 0) return circles;
  const early = checkOrder(instrument);
  return early.length > 0 ? early : checkFollowed(instrument);
}

/** Names that are needed, by the name that needs them. */
type Needs = ReadonlyMap<string, ReadonlySet<string>>;

function checkCircles(instrument: Instrument): readonly Issue[] {
  const needs = references(instrument);
  const [ends, starts] = [new Set(inOrder(needs)), new Set(inOrder(turned(needs)))];
  return [...needs.keys()]
    .filter((name) => !ends.has(name) && !starts.has(name))
    .map((name) => ({ code: "circular_reference", path: ["indicators", name] }));
}

/** An item's gate may read only items that are asked before it, so no gate can wait for itself. */
function checkOrder(instrument: Instrument): readonly Issue[] {
  const place = new Map(Object.keys(instrument.items).map((id, at) => [id, at]));
  const latest = new Map<string, number>();
  const latestIn = (rule: Rule) =>
    nodesOf(rule).reduce(
      (most, node) =>
        Math.max(
          most,
          "item" in node ? (place.get(node.item) ?? -1) : node.kind === "ref" ? (latest.get(node.name) ?? -1) : -1,
        ),
      -1,
    );
  for (const name of inOrder(references(instrument))) {
    const indicator = instrument.indicators[name];
    if (indicator !== undefined) latest.set(name, latestIn(indicator.rule));
  }
  return Object.entries(instrument.items).flatMap(([id, { askIf }], at): Issue[] =>
    askIf === undefined || latestIn(askIf) < at
      ? []
      : [{ code: "asked_too_early", path: ["items", id, "askIf"], expected: ["items asked before it"] }],
  );
}

interface Size {
  readonly depth: number;
  readonly nodes: number;
}

/**
 * How deep and how large each rule is once named rules and gates are followed: a few short rules that each name the one
 * before twice would otherwise stand for more steps than could ever be taken.
 */
function checkFollowed(instrument: Instrument): readonly Issue[] {
  const rules = new Map<string, { readonly path: readonly string[]; readonly rule: Rule }>();
  for (const [name, { rule }] of Object.entries(instrument.indicators)) {
    rules.set(ruleKey(name), { path: ["indicators", name], rule });
  }
  for (const [id, { askIf }] of Object.entries(instrument.items)) {
    if (askIf !== undefined) rules.set(gateKey(id), { path: ["items", id, "askIf"], rule: askIf });
  }
  const needs = new Map([...rules].map(([key, { rule }]) => [key, new Set(nodesOf(rule).flatMap(keyIn(instrument)))]));
  const sizes = new Map<string, Size>();
  return inOrder(needs).flatMap((key): Issue[] => {
    const found = rules.get(key);
    if (found === undefined) return [];
    const { path, rule } = found;
    const size = sizeOf(rule, (node) => sizes.get(keyIn(instrument)(node)[0] ?? ""));
    sizes.set(key, size);
    return [
      ...(size.depth > limits.followedDepth ? [{ code: "too_deep", path, limit: limits.followedDepth } as const] : []),
      ...(size.nodes > limits.ruleNodes ? [{ code: "too_large", path, limit: limits.ruleNodes } as const] : []),
    ];
  });
}

const ruleKey = (name: string): string => `rule ${name}`;
const gateKey = (id: string): string => `gate ${id}`;

/** The rule that a leaf leads to, if any: the one it names, or the gate of its item. */
const keyIn =
  (instrument: Instrument) =>
  (node: Rule): readonly string[] => {
    if (node.kind === "ref") return [ruleKey(node.name)];
    return "item" in node && itemIn(instrument, node.item)?.askIf !== undefined ? [gateKey(node.item)] : [];
  };

/** A rule's size with what its leaves lead to. Its own depth has been held to the limit before. */
function sizeOf(rule: Rule, followed: (leaf: Rule) => Size | undefined): Size {
  const parts =
    "of" in rule ? rule.of.map((part) => sizeOf(part, followed)) : [followed(rule) ?? { depth: 0, nodes: 0 }];
  return {
    depth: 1 + parts.reduce((most, { depth }) => Math.max(most, depth), 0),
    nodes: 1 + parts.reduce((sum, { nodes }) => sum + nodes, 0),
  };
}

/** Every node of a rule, itself first. */
function nodesOf(rule: Rule): readonly Rule[] {
  const nodes: Rule[] = [rule];
  for (const node of nodes) if ("of" in node) nodes.push(...node.of);
  return nodes;
}

function references({ indicators }: Instrument): Needs {
  return new Map(
    Object.entries(indicators).map(([name, { rule }]) => [
      name,
      new Set(nodesOf(rule).flatMap((node) => (node.kind === "ref" ? [node.name] : []))),
    ]),
  );
}

/** The names so that each stands after all it needs; names that are in a circle, or need one that is, are left out. */
function inOrder(needs: Needs): readonly string[] {
  const waiting = new Map([...needs].map(([name, of]) => [name, of.size]));
  const users = turned(needs);
  const order = [...waiting].flatMap(([name, left]) => (left === 0 ? [name] : []));
  for (const done of order) {
    for (const user of users.get(done) ?? []) {
      const left = (waiting.get(user) ?? 0) - 1;
      waiting.set(user, left);
      if (left === 0) order.push(user);
    }
  }
  return order;
}

function turned(needs: Needs): Needs {
  const users = new Map([...needs.keys()].map((name) => [name, new Set<string>()]));
  for (const [user, of] of needs) for (const name of of) users.get(name)?.add(user);
  return users;
}
