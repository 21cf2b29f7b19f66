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

/** True if the item's answer is one of the codes. `rulesOver(items)` gives the same with item ids and codes checked. */
export const oneOf = <Id extends string>(item: Id, ...codes: [string, ...string[]]): OneOf<Id> => ({
  kind: "one_of",
  item,
  codes,
});

/** True if all are true; true if there are none. */
export const all = <R extends readonly Condition[]>(...of: R): All<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "all",
  of: typed(of),
});

/** True if at least one is true; false if there are none. */
export const any = <R extends readonly Condition[]>(...of: R): Any<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "any",
  of: typed(of),
});

/** True if the condition is false; unknown stays unknown. */
export const not = <R extends Condition>(condition: R): Not<IdsOf<R>, RefsOf<R>> => ({
  kind: "not",
  of: [typed(condition)],
});

/** The rule of that name in the scope: an indicator of the instrument. */
export const ref = <Ref extends string>(name: Ref): Reference<Ref> => ({ kind: "ref", name });

/** A judgement that only a person can make, entered under this name as `yes` or `no`. */
export const judgement = <Id extends string>(item: Id): Judgement<Id> => ({ kind: "judgement", item });

/** How many of the conditions are true. */
export const count = <R extends readonly Condition[]>(...of: R): Count<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "count",
  of: typed(of),
});

/** The item's number. */
export const value = <Id extends string>(item: Id): Value<Id> => ({ kind: "value", item });

/** The sum of the quantities; a closed item adds 0. */
export const sum = <R extends readonly Quantity[]>(...of: R): Sum<IdsOf<R[number]>, RefsOf<R[number]>> => ({
  kind: "sum",
  of: typed(of),
});

/** The mean of the quantities that apply. */
export const mean = <const R extends readonly Quantity[]>(
  of: R,
  { minAnswered, ifNone }: { readonly minAnswered: number; readonly ifNone: number },
): Mean<IdsOf<R[number]>, RefsOf<R[number]>> => ({ kind: "mean", of: typed(of), minAnswered, ifNone });

/** The share of the conditions that apply which are true. */
export const share = <const R extends readonly Condition[]>(
  of: R,
  { ifNone }: { readonly ifNone: number },
): Share<IdsOf<R[number]>, RefsOf<R[number]>> => ({ kind: "share", of: typed(of), ifNone });

/** The least of the quantities that apply. */
export const least = <const R extends readonly Quantity[]>(
  of: R,
  { ifNone }: { readonly ifNone: number },
): Least<IdsOf<R[number]>, RefsOf<R[number]>> => ({ kind: "least", of: typed(of), ifNone });

/** The greatest of the quantities that apply. */
export const greatest = <const R extends readonly Quantity[]>(
  of: R,
  { ifNone }: { readonly ifNone: number },
): Greatest<IdsOf<R[number]>, RefsOf<R[number]>> => ({ kind: "greatest", of: typed(of), ifNone });

const compare =
  (is: Comparison) =>
  <R extends Quantity>(quantity: R, to: number): Compare<IdsOf<R>, RefsOf<R>> => ({
    kind: "compare",
    is,
    to,
    of: [typed(quantity)],
  });

/** True if the quantity is the number or more. */
export const atLeast = /* @__PURE__ */ compare("at_least");
/** True if the quantity is the number or less. */
export const atMost = /* @__PURE__ */ compare("at_most");
/** True if the quantity is more than the number. */
export const moreThan = /* @__PURE__ */ compare("more_than");
/** True if the quantity is less than the number. */
export const lessThan = /* @__PURE__ */ compare("less_than");
/** True if the quantity is exactly the number. */
export const equals = /* @__PURE__ */ compare("equals");
