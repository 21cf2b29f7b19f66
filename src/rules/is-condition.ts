import type { Rule } from "./rule.ts";
import { ruleNamed, type Scope } from "./scope.ts";

const conditions: ReadonlySet<Rule["kind"]> = new Set<Rule["kind"]>([
  "one_of",
  "all",
  "any",
  "not",
  "compare",
  "judgement",
]);

/**
 * Whether a rule is a condition, true or false, and not a quantity. A reference is what it leads to; one that leads
 * nowhere, or back to itself, is none.
 *
 * @example
 * isCondition(value("days"), emptyScope); // => false
 * isCondition(atLeast(value("days"), 2), emptyScope); // => true
 */
export function isCondition(rule: Rule, scope: Scope): boolean {
  const met = new Set<Rule>();
  let named: Rule | undefined = rule;
  while (named?.kind === "ref" && !met.has(named)) {
    met.add(named);
    named = ruleNamed(scope, named.name);
  }
  return named !== undefined && conditions.has(named.kind);
}
