import { type Reading, readRule } from "./read-rule.ts";
import type { Rule } from "./rule.ts";
import type { Scope } from "./scope.ts";

/**
 * A rule with what its names stand for in their place.
 *
 * @throws {AssessmentError} `unknown_reference`, `circular_reference`
 * @example
 * const inUse = { items: {}, indicators: { grown_up: { rule: oneOf("adult", "yes") } } };
 * withoutNames(not(ref("grown_up")), inUse); // => not(oneOf("adult", "yes"))
 */
export function withoutNames<Kind extends Rule>(rule: Kind, scope: Scope): Kind {
  return readRule<Rule>(rule, unnamed, scope) as Kind;
}

/** A rule again from its parts: the same kind over them. */
export const again = (rule: Rule, of: readonly Rule[]): Rule => ({ ...rule, of }) as Rule;
const same = (rule: Rule): Rule => rule;
const unnamed: Reading<Rule> = {
  one_of: same,
  judgement: same,
  value: same,
  ref: (rule, [named]) => named ?? rule,
  all: again,
  any: again,
  not: again,
  compare: again,
  count: again,
  sum: again,
  mean: again,
  share: again,
  least: again,
  greatest: again,
};
