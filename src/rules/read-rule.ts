import { AssessmentError, mustHave, wrongArgument } from "../issues/index.ts";
import type { Rule } from "./rule.ts";
import { emptyScope, ruleNamed, type Scope } from "./scope.ts";

type Node<K extends Rule["kind"]> = Extract<Rule, { kind: K }>;

/** A reading of rules: for every kind, what it gives once its parts have been read. A missing kind does not compile. */
export type Reading<Out> = {
  readonly [K in Rule["kind"]]: (node: Node<K>, parts: readonly Out[]) => Out;
};

/**
 * What a reading makes of a rule: it is read from its leaves up with one total table, which has a function for every
 * kind of rule. A `ref` is read as the rule that the scope gives its name.
 *
 * @throws {AssessmentError} `malformed` for another kind; `unknown_reference` if the scope lacks a name; `circular_reference`
 *   if a rule names itself
 * @example
 * // How many parts a rule has, itself counted.
 * const size = (_: unknown, parts: readonly number[]) => parts.reduce((total, part) => total + part, 1);
 * const sizes = { one_of: size, judgement: size, value: size, ref: size, all: size, any: size, not: size,
 *   compare: size, count: size, sum: size, mean: size, share: size, least: size, greatest: size };
 * readRule(all(oneOf("adult", "yes"), not(oneOf("wants_back", "yes"))), sizes); // => 4
 */
export function readRule<Out>(rule: Rule, reading: Reading<Out>, scope: Scope = emptyScope): Out {
  mustHave(rule, "kind", "rule");
  return readNode(rule, reading, scope, []);
}

function readNode<Out>(rule: Rule, reading: Reading<Out>, scope: Scope, within: readonly string[]): Out {
  const parts = (of: readonly Rule[]) => of.map((part) => readNode(part, reading, scope, within));
  switch (rule.kind) {
    case "one_of":
      return reading.one_of(rule, []);
    case "judgement":
      return reading.judgement(rule, []);
    case "value":
      return reading.value(rule, []);
    case "ref":
      return reading.ref(rule, [readNode(referred(rule.name, scope, within), reading, scope, [...within, rule.name])]);
    case "all":
      return reading.all(rule, parts(rule.of));
    case "any":
      return reading.any(rule, parts(rule.of));
    case "not":
      return reading.not(rule, parts(rule.of));
    case "compare":
      return reading.compare(rule, parts(rule.of));
    case "count":
      return reading.count(rule, parts(rule.of));
    case "sum":
      return reading.sum(rule, parts(rule.of));
    case "mean":
      return reading.mean(rule, parts(rule.of));
    case "share":
      return reading.share(rule, parts(rule.of));
    case "least":
      return reading.least(rule, parts(rule.of));
    case "greatest":
      return reading.greatest(rule, parts(rule.of));
  }
  throw wrongArgument("rule", "a kind of rule that is known", rule);
}

function referred(name: string, scope: Scope, within: readonly string[]): Rule {
  const rule = ruleNamed(scope, name);
  if (rule === undefined) throw new AssessmentError([{ code: "unknown_reference", path: ["ref", name] }]);
  if (within.includes(name)) throw new AssessmentError([{ code: "circular_reference", path: ["ref", name] }]);
  return rule;
}
