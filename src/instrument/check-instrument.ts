import type { Issue, Path } from "../issues/index.ts";
import { isState, type Rule } from "../rules/index.ts";
import { checkReferences } from "./check-references.ts";
import { faultsInRule } from "./check-rules.ts";
import type { Instrument } from "./instrument.ts";
import type { AskedItem } from "./item.ts";
import { limits } from "./limits.ts";
import { faultIn } from "./parse-answers.ts";

/**
 * Everything that is wrong with an instrument, apart from the structure that types or a schema have settled: at most
 * `limits.issues` issues. References are followed only once every name is declared.
 */
export function checkInstrument(instrument: Instrument): readonly Issue[] {
  const sizes = first(checkSizes(instrument));
  if (sizes.length > 0) return sizes;
  const rules = first(checkRules(instrument));
  const rest = rules.length === 0 ? checkReferences(instrument) : rules;
  return first([checkNames(instrument), checkGrounds(instrument), rest]);
}

function first(issues: Iterable<Issue>[] | Iterable<Issue>): readonly Issue[] {}

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
