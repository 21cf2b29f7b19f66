import type { Issue, Path } from "../issues/index.ts";
import { isState, type Rule } from "../rules/index.ts";
import { checkReferences } from "./check-references.ts";
import { faultsInRule } from "./check-rules.ts";
import { checkScoring, checkScoringRules, scoringConditions } from "./check-scoring.ts";
import type { Instrument } from "./instrument.ts";
import type { AskedItem } from "./item.ts";
import { limits } from "./limits.ts";
import { faultIn } from "./parse-answers.ts";

/**
 * Everything that is wrong with an instrument, apart from the structure that types or a schema have settled: at most
 * `limits.issues` issues. References are followed only once every name is declared.
 */
export function checkInstrument(instrument: Instrument): readonly Issue[] {
  const sizes = firstOf(checkSizes(instrument));
  if (sizes.length > 0) return sizes;
  const rules = firstOf(checkRules(instrument));
  return firstOf([
    ...firstOf(checkNames(instrument)),
    ...firstOf(checkGrounds(instrument)),
    ...firstOf(checkScoring(instrument)),
    ...(rules.length === 0 ? checkReferences(instrument) : rules),
  ]);
}

/** As many issues as are listed at most; no further one is worked out. */
function firstOf(issues: Iterable<Issue>): readonly Issue[] {
  const listed: Issue[] = [];
  for (const issue of issues) {
    if (listed.length === limits.issues) break;
    listed.push(issue);
  }
  return listed;
}

function* checkSizes(instrument: Instrument): Generator<Issue> {
  const { items, indicators } = instrument;
  if (Object.keys(items).length > limits.items) yield { code: "too_large", path: ["items"], limit: limits.items };
  if (Object.keys(indicators).length > limits.indicators) {
    yield { code: "too_large", path: ["indicators"], limit: limits.indicators };
  }
  const gates = Object.entries(items).flatMap(([id, { askIf }]) =>
    askIf === undefined ? [] : [[["items", id], askIf] as const],
  );
  const named = Object.entries(indicators).map(([name, { rule }]) => [["indicators", name], rule] as const);
  for (const [path, rule] of [...gates, ...named, ...scoringConditions(instrument)]) {
    const { depth, nodes } = sizeOf(rule);
    if (depth > limits.ruleDepth) yield { code: "too_deep", path, limit: limits.ruleDepth };
    if (nodes > limits.ruleNodes) yield { code: "too_large", path, limit: limits.ruleNodes };
  }
}

/** Depth and number of nodes, counted without recursion and only up to the limits. */
function sizeOf(rule: Rule): { readonly depth: number; readonly nodes: number } {
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
    yield* checkResponses(id, item);
  }
  for (const name of Object.keys(indicators)) yield* checkName(name, ["indicators", name], limits.nameLength);
}

function* checkResponses(id: string, item: AskedItem): Generator<Issue> {
  const { responses, whenClosed } = item;
  const path = ["items", id, "responses"];
  if (responses.kind === "number" && !(responses.min <= responses.max)) {
    yield { code: "malformed", path, expected: ["min, at most max"] };
  }
  if (responses.kind === "choice") {
    const codes = Object.keys(responses.options);
    if (codes.length === 0) yield { code: "malformed", path, expected: ["at least one option"] };
    if (codes.length > limits.options) yield { code: "too_large", path, limit: limits.options };
    for (const code of codes) yield* checkName(code, [...path, code]);
  }
  if (whenClosed === undefined) return;
  const place = ["items", id, "whenClosed"];
  if (isState(whenClosed)) yield { code: "reserved_word", path: place };
  else if (faultIn(whenClosed, id, item) !== undefined) {
    yield responses.kind === "choice"
      ? { code: "unknown_option", path: place, expected: Object.keys(responses.options) }
      : { code: "out_of_range", path: place, expected: ["an answer that the item accepts"] };
  }
}

function* checkName(name: string, path: Path, longest: number = limits.idLength): Generator<Issue> {
  if (isState(name)) yield { code: "reserved_word", path };
  if (name.length > longest || !/^[a-z][a-z0-9_]*$/.test(name))
    yield { code: "bad_name", path, expected: [`snake_case of at most ${longest} characters`] };
}

function* checkGrounds({ items, indicators }: Instrument): Generator<Issue> {
  for (const [id, { basis }] of Object.entries(items)) {
    if (basis.length === 0) yield { code: "missing_basis", path: ["items", id] };
  }
  for (const [name, { basis }] of Object.entries(indicators)) {
    if (basis.length === 0) yield { code: "missing_basis", path: ["indicators", name] };
  }
}

function* checkRules(instrument: Instrument): Generator<Issue> {
  for (const [name, { rule }] of Object.entries(instrument.indicators)) {
    yield* faultsInRule(rule, instrument, ["indicators", name]);
  }
  for (const [id, { askIf }] of Object.entries(instrument.items)) {
    if (askIf !== undefined) yield* faultsInRule(askIf, instrument, ["items", id, "askIf"], "condition");
  }
  yield* checkScoringRules(instrument);
}
