import { type Judgement, judgement, type OneOf, oneOf, type Value, value } from "../rules/index.ts";
import type { CodeOf, Items } from "./item.ts";

/** The rule builders that name items, bound to a set of items: a misspelt id or a foreign code does not compile. */
export interface RulesOver<I extends Items> {
  /** True if the item's answer is one of these codes. */
  is<Id extends keyof I & string>(item: Id, ...codes: [CodeOf<I[Id]>, ...CodeOf<I[Id]>[]]): OneOf<Id>;
  /** The item's number. */
  valueOf<Id extends keyof I & string>(item: Id): Value<Id>;
  /** A person's own judgement, entered as yes or no under the item's id. */
  judged<Id extends keyof I & string>(item: Id): Judgement<Id>;
}

/**
 * Builders for rules over these items. Combine them with `all`, `any`, `not`, `count` and the other builders.
 *
 * @example
 * const { is } = rulesOver(relationshipAndMotive.items);
 * is("wants_back", "yes"); // => { kind: "one_of", item: "wants_back", codes: ["yes"] }
 */
export function rulesOver<I extends Items>(_items: I): RulesOver<I> {
  return { is: (item, ...codes) => oneOf(item, ...codes), valueOf: value, judged: judgement };
}
