import { type Issue, nearestIn, type Path } from "../issues/index.ts";
import { itemIn, type Responses, type Rule, ruleNamed, type Scope } from "../rules/index.ts";
import { limits } from "./limits.ts";

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

/**
 * Whether every name in a rule is declared and every part is of the sort that its place needs.
 *
 * @internal
 */
export function checkRule(rule: Rule, scope: Scope, path: Path, wanted?: Sort): readonly Issue[] {
  return [...faultsInRule(rule, scope, path, wanted)];
}

/** The faults of a rule, one by one, so that a reader may stop before all are worked out. */
export function* faultsInRule(rule: Rule, scope: Scope, path: Path, wanted?: Sort): Generator<Issue> {
  if (rule.kind === "ref") {
    const target = ruleNamed(scope, rule.name);
    if (target === undefined) {
      yield unknownName("unknown_reference", rule.name, [...path, "ref"], Object.keys(scope.indicators ?? {}));
    } else if (wanted !== undefined && target.kind !== "ref" && sorts[target.kind].is !== wanted) {
      yield { code: "wrong_rule_type", path: [...path, "ref"], expected: [wanted] };
    }
    return;
  }
  const { is, parts } = sorts[rule.kind];
  if (wanted !== undefined && is !== wanted) yield { code: "wrong_rule_type", path, expected: [wanted] };
  if (rule.kind === "mean" && !(rule.minAnswered >= 0 && rule.minAnswered <= 1)) {
    yield { code: "out_of_range", path: [...path, "minAnswered"], expected: ["a number from 0 to 1"] };
  }
  if ("item" in rule) yield* faultsInLeaf(rule, scope, path);
  else
    for (const [index, part] of rule.of.entries()) yield* faultsInRule(part, scope, [...path, rule.kind, index], parts);
}

function* faultsInLeaf(rule: Extract<Rule, { item: string }>, scope: Scope, path: Path): Generator<Issue> {
  const item = itemIn(scope, rule.item);
  if (item === undefined) {
    yield unknownName("unknown_reference", rule.item, [...path, "item"], Object.keys(scope.items));
  } else if (rule.kind === "value") {
    if (!hasNumbers(item.responses)) {
      yield { code: "wrong_rule_type", path, expected: ["an item whose every option carries a value"] };
    }
  } else if (item.responses.kind !== "choice") {
    yield { code: "wrong_rule_type", path, expected: ["an item with options"] };
  } else {
    const known = knownCodes(item.responses);
    for (const code of rule.kind === "judgement" ? ["yes", "no"] : rule.codes) {
      if (!known.has(code)) yield unknownName("unknown_option", code, [...path, "codes"], [...known]);
    }
  }
}

const withNumbers = new WeakMap<Responses, boolean>();

function hasNumbers(responses: Responses): boolean {
  const before = withNumbers.get(responses);
  if (before !== undefined) return before;
  const now =
    responses.kind === "number" ||
    (responses.kind === "choice" &&
      Object.values(responses.options).every(({ value, notKnown }) => value !== undefined || notKnown === true));
  withNumbers.set(responses, now);
  return now;
}

const known = new WeakMap<Responses, ReadonlySet<string>>();

/** The codes that a rule may name: those that are a way of not knowing are left out. */
function knownCodes(responses: Extract<Responses, { kind: "choice" }>): ReadonlySet<string> {
  const before = known.get(responses);
  if (before !== undefined) return before;
  const now = new Set(
    Object.entries(responses.options).flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code])),
  );
  known.set(responses, now);
  return now;
}

function unknownName(
  code: "unknown_reference" | "unknown_option",
  found: string,
  path: Path,
  names: readonly string[],
): Issue {
  const short = names.filter((name) => name.length <= limits.nameLength);
  return { code, path, ...nearestIn(found, short) };
}
