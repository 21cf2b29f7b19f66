import { oneOf } from "./builders.ts";
import { evaluate } from "./evaluate.ts";
import { isCondition } from "./is-condition.ts";
import type { Answers, Condition, Interval, Rule } from "./rule.ts";
import { emptyScope, itemIn, type Scope, type ScopedItem } from "./scope.ts";
import { type Variable, variablesOf } from "./variables.ts";
import { again, withoutNames } from "./without-names.ts";

/** Conditions taken apart into parts that have no item in common, so that what one part comes to says nothing of another. */
export interface IndependentParts {
  /** By id: the condition that it stands for. */
  readonly parts: Readonly<Record<string, Condition>>;
  /** The conditions again, with an item that is yes or no in place of each part. */
  readonly conditions: readonly Condition[];
  /** The items of those: one for each part, and those that more than one place reads. */
  readonly scope: Scope;
}

/**
 * The largest parts of some conditions whose items nothing else in them reads, and whose interval is exact: what is open
 * in a part can make it true and can make it false. So the conditions can come to something on some answers exactly if
 * they can with the parts in place of their items. `undefined` if an item that stands by itself branches, or has no
 * options.
 *
 * @param kept Items that are to stand by themselves, in the scope that is given back.
 * @example
 * const { is } = rulesOver(relationshipAndMotive.items);
 * const apart = independentParts([all(is("wants_back", "yes"), is("adult", "yes"))], relationshipAndMotive);
 * Object.keys(apart?.parts ?? {}); // => ["part_1"]
 */
export function independentParts(
  conditions: readonly Condition[],
  scope: Scope,
  kept: readonly string[] = [],
): IndependentParts | undefined {
  const whole = conditions.map((condition) => withoutNames(condition, scope));
  const readings = countedBy(whole.flatMap((rule) => leavesOf(rule, scope)));
  const occurrences = countedBy(whole.flatMap(partsIn));
  const parts: Record<string, Condition> = {};
  const items: Record<string, ScopedItem> = {};
  const keep = (id: string): boolean => {
    const item = itemIn(scope, id);
    if (item?.responses.kind !== "choice" || item.askIf !== undefined) return false;
    items[id] = { responses: item.responses };
    return true;
  };
  const idOf = new Map<string, string>();
  const freeId = (number: number): string => {
    const id = `part_${number}`;
    return readings.has(id) || kept.includes(id) ? freeId(number + 1_000_000) : id;
  };
  const isIndependent = (rule: Rule): boolean => {
    const times = occurrences.get(keyOf(rule)) ?? 0;
    const own = countedBy(leavesOf(rule, scope));
    return [...own].every(([item, reads]) => reads * times === readings.get(item) && !kept.includes(item));
  };
  const partFor = (condition: Condition): Condition => {
    const key = keyOf(condition);
    const id = idOf.get(key) ?? freeId(idOf.size + 1);
    idOf.set(key, id);
    parts[id] = condition;
    items[id] = yesOrNo;
    return oneOf(id, "yes");
  };
  /** The same rule over parts; `undefined` if it reads what cannot stand in a part, nor by itself. */
  const rewritten = (rule: Rule): Rule | undefined => {
    if (isTruth(rule) && isIndependent(rule) && isExact(rule, scope)) return partFor(rule);
    switch (rule.kind) {
      case "one_of":
        return keep(rule.item) ? rule : undefined;
      case "all":
      case "any":
      case "not":
      case "count":
      case "sum":
      case "compare": {
        const of = rule.of.map(rewritten).filter((part) => part !== undefined);
        return of.length === rule.of.length ? again(rule, of) : undefined;
      }
      default:
        return undefined;
    }
  };
  const found = whole.map(rewritten).filter((rule) => rule !== undefined);
  // A condition stays a condition: what stands in its place is a part, or the same kind over other parts.
  return found.length === whole.length && kept.every(keep)
    ? { parts, conditions: found as Condition[], scope: { items } }
    : undefined;
}

const isTruth = (rule: Rule): rule is Condition => isCondition(rule, emptyScope);

const yesOrNo: ScopedItem = {
  responses: { kind: "choice", options: { yes: { label: "yes" }, no: { label: "no" } } },
};

/** The most partial answers that are tried for one part (design choice). */
const mostTried = 5000;

/**
 * Whether a condition's interval says exactly what its open items can make of it: as it does for "and", "or" and "not"
 * over exact parts without an item in common. Else all partial answers are tried.
 */
function isExact(condition: Condition, scope: Scope): boolean {
  if (condition.kind === "all" || condition.kind === "any" || condition.kind === "not") {
    const read = condition.of.flatMap((part) => [...new Set(leavesOf(part, scope))]);
    if (new Set(read).size === read.length) return condition.of.every((part) => isExact(part, scope));
  }
  return isExactOnAll(condition, scope);
}

function isExactOnAll(condition: Condition, scope: Scope): boolean {
  const variables = variablesOf([condition], scope);
  if (variables === undefined) return false;
  const tries = variables.reduce((product, { representatives }) => product * (representatives.length + 1), 1);
  if (tries > mostTried) return false;
  const known = new Map<string, number>();
  /** What the open answers can make of it, as bits: 1 false, 2 true. */
  const possible = (answers: Answers): number => {
    const key = JSON.stringify(variables.map(({ item }) => answers[item] ?? null));
    const before = known.get(key);
    if (before !== undefined) return before;
    const open = variables.find(({ item }) => !Object.hasOwn(answers, item));
    const now =
      open === undefined
        ? bitsOf(evaluate(condition, answers, scope))
        : answeredWith(open, answers).reduce((bits, next) => bits | possible(next), 0);
    known.set(key, now);
    return now;
  };
  const holds = (answers: Answers, rest: readonly Variable[]): boolean => {
    const [next, ...others] = rest;
    if (next === undefined) return possible(answers) === bitsOf(evaluate(condition, answers, scope));
    return [answers, ...answeredWith(next, answers)].every((each) => holds(each, others));
  };
  return holds({}, variables);
}

const bitsOf = ([low, high]: Interval): number => (low === 0 ? 1 : 0) | (high === 1 ? 2 : 0);

const answeredWith = ({ item, representatives }: Variable, answers: Answers): readonly Answers[] =>
  representatives.map((answer) => ({ ...answers, [item]: answer }));

/** The item of every place that reads one, gates included. */
function leavesOf(rule: Rule, scope: Scope): readonly string[] {
  if (!("of" in rule)) return "item" in rule ? [...gateLeaves(rule.item, scope), rule.item] : [];
  return rule.of.flatMap((part) => leavesOf(part, scope));
}

function gateLeaves(item: string, scope: Scope): readonly string[] {
  const askIf = itemIn(scope, item)?.askIf;
  return askIf === undefined ? [] : leavesOf(withoutNames(askIf, scope), scope);
}

/** A rule and every part of it, as keys: equal parts have equal keys. */
const partsIn = (rule: Rule): readonly string[] => [keyOf(rule), ...("of" in rule ? rule.of.flatMap(partsIn) : [])];
const keyOf = (rule: Rule): string => JSON.stringify(rule);

function countedBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
