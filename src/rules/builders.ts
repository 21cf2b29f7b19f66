import type {
  All, Any, Compare, Comparison, Condition, Count, Greatest, Judgement, Least, Mean, Not, OneOf, Quantity, Reference, Share,
  Sum, Value,
} from "./rule.ts";

/** True if the item's answer is one of the codes. `rulesOver(items)` gives the same with item ids and codes checked. */
export const oneOf = <Id extends string>(item: Id, ...codes: [string, ...string[]]): OneOf<Id> => ({ kind: "one_of", item, codes });

/** True if all are true; true if there are none. */
export const all = <Id extends string, Ref extends string = never>(...of: readonly Condition<Id, Ref>[]): All<Id, Ref> => ({ kind: "all", of });

/** True if at least one is true; false if there are none. */
export const any = <Id extends string, Ref extends string = never>(...of: readonly Condition<Id, Ref>[]): Any<Id, Ref> => ({ kind: "any", of });

/** True if the condition is false; unknown stays unknown. */
export const not = <Id extends string, Ref extends string = never>(condition: Condition<Id, Ref>): Not<Id, Ref> => ({ kind: "not", of: [condition] });

/** The rule of that name in the scope: an indicator of the instrument. */
export const ref = <Ref extends string>(name: Ref): Reference<Ref> => ({ kind: "ref", name });

/** A judgement that only a person can make, entered under this name as `yes` or `no`. */
export const judgement = <Id extends string>(item: Id): Judgement<Id> => ({ kind: "judgement", item });

/** How many of the conditions are true. */
export const count = <Id extends string, Ref extends string = never>(...of: readonly Condition<Id, Ref>[]): Count<Id, Ref> => ({ kind: "count", of });

/** The item's number. */
export const value = <Id extends string>(item: Id): Value<Id> => ({ kind: "value", item });

/** The sum of the quantities; a closed item adds 0. */
export const sum = <Id extends string, Ref extends string = never>(...of: readonly Quantity<Id, Ref>[]): Sum<Id, Ref> => ({ kind: "sum", of });

/** The mean of the quantities that apply. */
export const mean = <Id extends string, Ref extends string = never>(
  of: readonly Quantity<Id, Ref>[],
  { minAnswered, ifNone }: { readonly minAnswered: number; readonly ifNone: number },
): Mean<Id, Ref> => ({ kind: "mean", of, minAnswered, ifNone });

/** The share of the conditions that apply which are true. */
export const share = <Id extends string, Ref extends string = never>(
  of: readonly Condition<Id, Ref>[],
  { ifNone }: { readonly ifNone: number },
): Share<Id, Ref> => ({ kind: "share", of, ifNone });

/** The least of the quantities that apply. */
export const least = <Id extends string, Ref extends string = never>(
  of: readonly Quantity<Id, Ref>[],
  { ifNone }: { readonly ifNone: number },
): Least<Id, Ref> => ({ kind: "least", of, ifNone });

/** The greatest of the quantities that apply. */
export const greatest = <Id extends string, Ref extends string = never>(
  of: readonly Quantity<Id, Ref>[],
  { ifNone }: { readonly ifNone: number },
): Greatest<Id, Ref> => ({ kind: "greatest", of, ifNone });

const compare =
  (is: Comparison) =>
  <Id extends string, Ref extends string = never>(quantity: Quantity<Id, Ref>, to: number): Compare<Id, Ref> => ({ kind: "compare", is, to, of: [quantity] });

/** True if the quantity is the number or more. */
export const atLeast = compare("at_least");
/** True if the quantity is the number or less. */
export const atMost = compare("at_most");
/** True if the quantity is more than the number. */
export const moreThan = compare("more_than");
/** True if the quantity is less than the number. */
export const lessThan = compare("less_than");
/** True if the quantity is exactly the number. */
export const equals = compare("equals");
