import { type Reading, readRule } from "./read-rule.ts";
import type { Condition, Rule } from "./rule.ts";
import { emptyScope, itemIn, type Scope } from "./scope.ts";

/**
 * The items that a rule reads, in the order in which it reads them: through named rules, and through the `askIf` of
 * each item (an item's gate stands before it).
 *
 * @example
 * itemsOf({ kind: "not", of: [{ kind: "one_of", item: "adult", codes: ["no"] }] }); // => ["adult"]
 */
export function itemsOf(rule: Rule, scope: Scope = emptyScope): readonly string[] {
  return [...new Set(withGates(readRule(rule, items, scope), scope))];
}

function withGates(ids: readonly string[], scope: Scope): string[] {
  return ids.flatMap((id) => {
    const gate: Condition | undefined = itemIn(scope, id)?.askIf;
    return gate === undefined ? [id] : [...itemsOf(gate, scope), id];
  });
}

const own = ({ item }: { readonly item: string }) => [item];
const ofParts = (_: unknown, parts: readonly (readonly string[])[]) => parts.flat();
const items: Reading<readonly string[]> = {
  one_of: own,
  judgement: own,
  value: own,
  ref: ofParts,
  all: ofParts,
  any: ofParts,
  not: ofParts,
  compare: ofParts,
  count: ofParts,
  sum: ofParts,
  mean: ofParts,
  share: ofParts,
  least: ofParts,
  greatest: ofParts,
};
