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
 * nowhere is none.
 *
 * @example
 * isCondition(value("days"), emptyScope); // => false
 * isCondition(atLeast(value("days"), 2), emptyScope); // => true
 */
export function isCondition(rule: Rule, scope: Scope): boolean {
  if (rule.kind !== "ref") return conditions.has(rule.kind);
  const named = ruleNamed(scope, rule.name);
  return named !== undefined && isCondition(named, scope);
}
