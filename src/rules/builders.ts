import type {
  All,
  Any,
  Compare,
  Comparison,
  Condition,
  Count,
  Greatest,
  Judgement,
  Least,
  Mean,
  Not,
  OneOf,
  Quantity,
  Reference,
  Share,
  Sum,
  Value,
} from "./rule.ts";

/** The item ids that a rule names. */
type IdsOf<R> = R extends OneOf<infer I> | Judgement<infer I> | Value<infer I>
  ? I
  : R extends Composite<infer I, infer _>
    ? I
    : never;
/** The names of other rules that a rule uses. */
type RefsOf<R> = R extends Reference<infer N> ? N : R extends Composite<infer _, infer N> ? N : never;
type Composite<I extends string, N extends string> =
  | All<I, N>
  | Any<I, N>
  | Not<I, N>
  | Compare<I, N>
  | Count<I, N>
  | Sum<I, N>
  | Mean<I, N>
  | Share<I, N>
  | Least<I, N>
  | Greatest<I, N>;

/** The same parts, under the ids and names that were read off their own types: the one cast of this file. */
const typed = <T>(of: unknown): T => of as T;

/**
 * True if the item's answer is one of the codes. `rulesOver(items)` gives the same with item ids and codes checked.
 *
 * @example
 * evaluate(oneOf("first_aim", "get_back", "punish_ending"), { first_aim: "get_back" }); // => [1, 1]
 */
export const oneOf = <Id extends string>(item: Id, ...codes: [string, ...string[]]): OneOf<Id> => ({
  kind: "one_of",
  item,
  codes,
});

/**
 * True if all are true; true if there are none.
 *
 * @example
 * evaluate(all(oneOf("adult", "yes"), oneOf("wants_back", "yes")), { adult: "yes" }); // => [0, 1]
 */
export const all = <R extends readonly Condition[]>(...of: R): All<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "all",
  of: typed(of),
});

/**
 * True if at least one is true; false if there are none.
 *
 * @example
 * evaluate(any(oneOf("adult", "yes"), oneOf("wants_back", "yes")), { adult: "yes" }); // => [1, 1]
 */
export const any = <R extends readonly Condition[]>(...of: R): Any<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "any",
  of: typed(of),
});

/**
 * True if the condition is false; unknown stays unknown.
 *
 * @example
 * evaluate(not(oneOf("wants_back", "yes")), { wants_back: "not_sure" }); // => [0, 1]
 */
export const not = <R extends Condition>(condition: R): Not<IdsOf<R>, RefsOf<R>> => ({
  kind: "not",
  of: [typed(condition)],
});

/**
 * The rule of that name in the scope: an indicator of the instrument.
 *
 * @example
 * evaluate(ref("bond"), { prior_relationship: "former_intimate" }, relationshipAndMotive); // => [1, 1]
 */
export const ref = <Ref extends string>(name: Ref): Reference<Ref> => ({ kind: "ref", name });

/**
 * A judgement that only a person can make, entered under this name as `yes` or `no`.
 *
 * @example
 * evaluate(judgement("one_person_alone"), { one_person_alone: "yes" }); // => [1, 1]
 * evaluate(judgement("one_person_alone"), {}); // => [0, 1]
 */
export const judgement = <Id extends string>(item: Id): Judgement<Id> => ({ kind: "judgement", item });

/**
 * How many of the conditions are true; 0 if there are none.
 *
 * @example
 * evaluate(count(oneOf("calls", "once"), oneOf("messages", "once")), { calls: "once" }); // => [1, 2]
 */
export const count = <R extends readonly Condition[]>(...of: R): Count<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "count",
  of: typed(of),
});

/**
 * The item's number: as answered, or the one that the chosen option carries.
 *
 * @example
 * evaluate(value("days"), { days: 3 }); // => [3, 3]
 */
export const value = <Id extends string>(item: Id): Value<Id> => ({ kind: "value", item });

/**
 * The sum of the quantities; a closed item adds 0.
 *
 * @example
 * evaluate(sum(value("weekdays"), value("weekends")), { weekdays: 3, weekends: 1 }); // => [4, 4]
 */
export const sum = <R extends readonly Quantity[]>(...of: R): Sum<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "sum",
  of: typed(of),
});

/**
 * The mean of the quantities that apply; `ifNone` if none applies. `minAnswered` is the share of them (0 to 1) that
 * must be known for `prorate` to give an estimate.
 *
 * @example
 * const items = { a: { responses: numberFrom(0, 4) }, b: { responses: numberFrom(0, 4) } };
 * evaluate(mean([value("a"), value("b")], { minAnswered: 0.5, ifNone: 0 }), { a: 3 }, { items }); // => [1.5, 3.5]
 */
export const mean = <const R extends readonly Quantity[]>(
  of: R,
  { minAnswered, ifNone }: { readonly minAnswered: number; readonly ifNone: number },
): Mean<IdsOf<R[number]>, RefsOf<R[number]>> => ({ kind: "mean", of: typed(of), minAnswered, ifNone });

/**
 * The share of the conditions that apply which are true, from 0 to 1; `ifNone` if none applies.
 *
 * @example
 * const answers = { calls: "yes", messages: "no" };
 * evaluate(share([oneOf("calls", "yes"), oneOf("messages", "yes")], { ifNone: 0 }), answers); // => [0.5, 0.5]
 */
export const share = <const R extends readonly Condition[]>(
  of: R,
  { ifNone }: { readonly ifNone: number },
): Share<IdsOf<R[number]>, RefsOf<R[number]>> => ({ kind: "share", of: typed(of), ifNone });

/**
 * The least of the quantities that apply; `ifNone` if none applies.
 *
 * @example
 * evaluate(least([value("a"), value("b")], { ifNone: 0 }), { a: 3, b: 1 }); // => [1, 1]
 */
export const least = <const R extends readonly Quantity[]>(
  of: R,
  { ifNone }: { readonly ifNone: number },
): Least<IdsOf<R[number]>, RefsOf<R[number]>> => ({ kind: "least", of: typed(of), ifNone });

/**
 * The greatest of the quantities that apply; `ifNone` if none applies.
 *
 * @example
 * evaluate(greatest([value("a"), value("b")], { ifNone: 0 }), { a: 3, b: 1 }); // => [3, 3]
 */
export const greatest = <const R extends readonly Quantity[]>(
  of: R,
  { ifNone }: { readonly ifNone: number },
): Greatest<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "greatest",
  of: typed(of),
  ifNone,
});

const compare =
  (is: Comparison) =>
  <R extends Quantity>(quantity: R, to: number): Compare<IdsOf<R>, RefsOf<R>> => ({
    kind: "compare",
    is,
    to,
    of: [typed(quantity)],
  });

/**
 * True if the quantity is the number or more.
 *
 * @example
 * const two = atLeast(count(oneOf("calls", "yes"), oneOf("messages", "yes"), oneOf("follows", "yes")), 2);
 * evaluate(two, { calls: "yes", follows: "yes" }); // => [1, 1]
 */
export const atLeast = /* @__PURE__ */ compare("at_least");
/**
 * True if the quantity is the number or less.
 *
 * @example
 * evaluate(atMost(value("days"), 2), { days: 2 }); // => [1, 1]
 */
export const atMost = /* @__PURE__ */ compare("at_most");
/**
 * True if the quantity is more than the number.
 *
 * @example
 * evaluate(moreThan(value("days"), 2), { days: 2 }); // => [0, 0]
 */
export const moreThan = /* @__PURE__ */ compare("more_than");
/**
 * True if the quantity is less than the number.
 *
 * @example
 * evaluate(lessThan(value("days"), 2), { days: 2 }); // => [0, 0]
 */
export const lessThan = /* @__PURE__ */ compare("less_than");
/**
 * True if the quantity is exactly the number.
 *
 * @example
 * evaluate(equals(value("days"), 2), { days: 2 }); // => [1, 1]
 */
export const equals = /* @__PURE__ */ compare("equals");
