import { type Issue, nearestName, type Path } from "../issues/index.ts";
import { itemIn, itemsOf, type Rule, ruleNamed, type Scope, states } from "../rules/index.ts";
import type { Instrument } from "./instrument.ts";

/** The limits that keep work bounded for an instrument of unknown origin (design choices). */
export const limits = {
  items: 500,
  options: 200,
  indicators: 500,
  ruleDepth: 40,
  ruleNodes: 20_000,
  idLength: 26,
} as const;

/** Everything that is wrong with an instrument, apart from the structure that types or a schema have settled. */
export function checkInstrument(instrument: Instrument): readonly Issue[] {
  const sizes = [...checkSizes(instrument)];
  if (sizes.length > 0) return sizes;
  const ruleIssues = [
    ...Object.entries(instrument.indicators).flatMap(([name, { rule }]) =>
      checkRule(rule, instrument, ["indicators", name]),
    ),
    ...Object.entries(instrument.items).flatMap(([id, { askIf }]) =>
      askIf === undefined ? [] : checkRule(askIf, instrument, ["items", id, "askIf"], "condition"),
    ),
  ];
  return [
    ...checkNames(instrument),
    ...checkGrounds(instrument),
    ...ruleIssues,
    ...(ruleIssues.length === 0 ? [...checkCircles(instrument), ...checkOrder(instrument)] : []),
  ];
}

function* checkSizes({ items, indicators }: Instrument): Generator<Issue> {
  if (Object.keys(items).length > limits.items) yield { code: "too_large", path: ["items"], limit: limits.items };
  if (Object.keys(indicators).length > limits.indicators) {
    yield { code: "too_large", path: ["indicators"], limit: limits.indicators };
  }
  const gates = Object.entries(items).flatMap(([id, { askIf }]) =>
    askIf === undefined ? [] : [[["items", id], askIf] as const],
  );
  const named = Object.entries(indicators).map(([name, { rule }]) => [["indicators", name], rule] as const);
  for (const [path, rule] of [...gates, ...named]) {
    const { depth, nodes } = sizeOf(rule);
    if (depth > limits.ruleDepth) yield { code: "too_deep", path, limit: limits.ruleDepth };
    if (nodes > limits.ruleNodes) yield { code: "too_large", path, limit: limits.ruleNodes };
  }
}

/** Depth and number of nodes, counted without recursion and only up to the limits. */
export function sizeOf(rule: Rule): { readonly depth: number; readonly nodes: number } {
  let level: readonly Rule[] = [rule];
  let nodes = 0;
  let depth = 0;
  while (level.length > 0 && depth <= limits.ruleDepth && nodes <= limits.ruleNodes) {
    nodes += level.length;
    depth += 1;
    level = level.flatMap((node) => ("of" in node ? [...node.of] : []));
  }
  return { depth, nodes };
}

function* checkNames({ items, indicators, sections }: Instrument): Generator<Issue> {
  for (const [id, item] of Object.entries(items)) {
    yield* checkName(id, ["items", id]);
    if (item.section !== undefined && !Object.hasOwn(sections, item.section)) {
      yield { code: "unknown_reference", path: ["items", id, "section"], expected: Object.keys(sections) };
    }
    if (item.responses.kind !== "choice") continue;
    const codes = Object.keys(item.responses.options);
    if (codes.length === 0)
      yield { code: "malformed", path: ["items", id, "responses"], expected: ["at least one option"] };
    if (codes.length > limits.options)
      yield { code: "too_large", path: ["items", id, "responses"], limit: limits.options };
    for (const code of codes) yield* checkName(code, ["items", id, "responses", code]);
    if (item.whenClosed !== undefined && !codes.includes(String(item.whenClosed))) {
      yield { code: "unknown_option", path: ["items", id, "whenClosed"], expected: codes };
    }
  }
  for (const name of Object.keys(indicators)) yield* checkName(name, ["indicators", name], 60);
}

function* checkName(name: string, path: Path, longest: number = limits.idLength): Generator<Issue> {
  if ((states as readonly string[]).includes(name)) yield { code: "reserved_word", path };
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > longest) yield { code: "bad_name", path };
}

function* checkGrounds({ items, indicators }: Instrument): Generator<Issue> {
  for (const [id, { basis }] of Object.entries(items))
    if (basis.length === 0) yield { code: "missing_basis", path: ["items", id] };
  for (const [name, { basis }] of Object.entries(indicators)) {
    if (basis.length === 0) yield { code: "missing_basis", path: ["indicators", name] };
  }
}

type Sort = "condition" | "quantity";
const sorts: Readonly<Record<Exclude<Rule["kind"], "ref">, { readonly is: Sort; readonly parts: Sort }>> = {
  one_of: { is: "condition", parts: "condition" },
  judgement: { is: "condition", parts: "condition" },
  all: { is: "condition", parts: "condition" },
  any: { is: "condition", parts: "condition" },
  not: { is: "condition", parts: "condition" },
  compare: { is: "condition", parts: "quantity" },
  value: { is: "quantity", parts: "quantity" },
  count: { is: "quantity", parts: "condition" },
  sum: { is: "quantity", parts: "quantity" },
  mean: { is: "quantity", parts: "quantity" },
  share: { is: "quantity", parts: "condition" },
  least: { is: "quantity", parts: "quantity" },
  greatest: { is: "quantity", parts: "quantity" },
};

/** Whether every name in a rule is declared and every part is of the sort that its place needs. */
export function checkRule(rule: Rule, scope: Scope, path: Path, wanted?: Sort): readonly Issue[] {
  if (rule.kind === "ref") {
    const target = ruleNamed(scope, rule.name);
    if (target === undefined) return [unknownName(rule.name, [...path, "ref"], Object.keys(scope.indicators ?? {}))];
    return wanted !== undefined && target.kind !== "ref" && sorts[target.kind].is !== wanted
      ? [{ code: "wrong_rule_type", path: [...path, "ref"], expected: [wanted] }]
      : [];
  }
  const { is, parts } = sorts[rule.kind];
  const here: Issue[] =
    wanted !== undefined && is !== wanted ? [{ code: "wrong_rule_type", path, expected: [wanted] }] : [];
  if ("item" in rule) return [...here, ...checkItem(rule, scope, path)];
  return [...here, ...rule.of.flatMap((part, index) => checkRule(part, scope, [...path, rule.kind, index], parts))];
}

function checkItem(rule: Extract<Rule, { item: string }>, scope: Scope, path: Path): readonly Issue[] {
  const item = itemIn(scope, rule.item);
  if (item === undefined) return [unknownName(rule.item, [...path, "item"], Object.keys(scope.items))];
  const { responses } = item;
  if (rule.kind === "value") {
    const numbers =
      responses.kind === "number" ||
      (responses.kind === "choice" &&
        Object.values(responses.options).every(({ value, notKnown }) => value !== undefined || notKnown === true));
    return numbers ? [] : [{ code: "wrong_rule_type", path, expected: ["an item whose every option carries a value"] }];
  }
  const codes = rule.kind === "judgement" ? ["yes", "no"] : rule.codes;
  if (responses.kind !== "choice") return [{ code: "wrong_rule_type", path, expected: ["an item with options"] }];
  const known = Object.entries(responses.options).flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code]));
  return codes
    .filter((code) => !known.includes(code))
    .map((code) => ({ ...unknownName(code, [...path, "codes"], known), code: "unknown_option" as const }));
}

function unknownName(name: string, path: Path, names: readonly string[]): Issue {
  const nearest = nearestName(name, names);
  return { code: "unknown_reference", path, ...(nearest === undefined ? {} : { nearest }) };
}

function checkCircles(instrument: Instrument): readonly Issue[] {
  return Object.keys(instrument.indicators).flatMap((name): Issue[] =>
    reaches(name, name, instrument, new Set()) ? [{ code: "circular_reference", path: ["indicators", name] }] : [],
  );
}

function reaches(from: string, to: string, instrument: Instrument, seen: Set<string>): boolean {
  const rule = ruleNamed(instrument, from);
  if (rule === undefined || seen.has(from)) return false;
  seen.add(from);
  return namesIn(rule).some((name) => name === to || reaches(name, to, instrument, seen));
}

function namesIn(rule: Rule): readonly string[] {
  if (rule.kind === "ref") return [rule.name];
  return "of" in rule ? rule.of.flatMap(namesIn) : [];
}

/** An item's gate may read only items that are asked before it, so no gate can wait for itself. */
function checkOrder(instrument: Instrument): readonly Issue[] {
  const order = Object.keys(instrument.items);
  const withoutGates: Scope = { items: {}, indicators: instrument.indicators };
  return Object.entries(instrument.items).flatMap(([id, { askIf }]): Issue[] => {
    if (askIf === undefined) return [];
    const late = itemsOf(askIf, withoutGates).filter((read) => order.indexOf(read) >= order.indexOf(id));
    return late.length === 0
      ? []
      : [{ code: "asked_too_early", path: ["items", id, "askIf"], expected: ["items asked before it"] }];
  });
}
