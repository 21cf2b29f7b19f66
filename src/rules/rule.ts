/** An answer as stored: an option code, a date as `YYYY-MM-DD`, a number, or a {@link State} word. */
export type Answer = string | number;

/** The ways of not knowing, kept apart from every answer. An absent item is `not_asked`. */
export const states = ["not_sure", "prefer_not", "not_asked", "closed"] as const;
export type State = (typeof states)[number];

/** Answers by item id. A plain object: only its own keys are read. */
export type Answers<Id extends string = string> = Readonly<Partial<Record<Id, Answer>>>;

/** The least and the most that a value can still become. A truth value is the same over 0 (false) and 1 (true). */
export type Interval = readonly [low: number, high: number];

/** True if the item's answer is one of the codes. False if branching closed the item. */
export interface OneOf<Id extends string = string> {
  readonly kind: "one_of";
  readonly item: Id;
  readonly codes: readonly [string, ...string[]];
}
export interface All<Id extends string = string, Ref extends string = string> {
  readonly kind: "all";
  readonly of: readonly Condition<Id, Ref>[];
}
export interface Any<Id extends string = string, Ref extends string = string> {
  readonly kind: "any";
  readonly of: readonly Condition<Id, Ref>[];
}
export interface Not<Id extends string = string, Ref extends string = string> {
  readonly kind: "not";
  readonly of: readonly [Condition<Id, Ref>];
}
/** The five ways to hold a quantity against a number. */
export type Comparison = "at_least" | "at_most" | "more_than" | "less_than" | "equals";
export interface Compare<Id extends string = string, Ref extends string = string> {
  readonly kind: "compare";
  readonly is: Comparison;
  readonly to: number;
  readonly of: readonly [Quantity<Id, Ref>];
}
/** A judgement that only a person can make: unknown until it is entered, under its own name, as `yes` or `no`. */
export interface Judgement<Id extends string = string> {
  readonly kind: "judgement";
  readonly item: Id;
}
/** Another rule, by the name its scope gives it. */
export interface Reference<Ref extends string = string> {
  readonly kind: "ref";
  readonly name: Ref;
}
/** How many of the conditions are true. */
export interface Count<Id extends string = string, Ref extends string = string> {
  readonly kind: "count";
  readonly of: readonly Condition<Id, Ref>[];
}
/** An item's number: the number answered, or the `value` that its answer's option carries. Closed: 0. */
export interface Value<Id extends string = string> {
  readonly kind: "value";
  readonly item: Id;
}
export interface Sum<Id extends string = string, Ref extends string = string> {
  readonly kind: "sum";
  readonly of: readonly Quantity<Id, Ref>[];
}
/**
 * The mean of the parts that apply, to 12 decimal places; a part whose items branching closed is left out.
 * `ifNone` is its value if no part applies. `minAnswered` is the share of applying parts (0 to 1) that must be
 * known before `prorate` gives a point estimate; it never narrows the interval.
 */
export interface Mean<Id extends string = string, Ref extends string = string> {
  readonly kind: "mean";
  readonly of: readonly Quantity<Id, Ref>[];
  readonly minAnswered: number;
  readonly ifNone: number;
}
/** The share (0 to 1, to 12 decimal places) of the conditions that apply which are true; `ifNone` if none applies. */
export interface Share<Id extends string = string, Ref extends string = string> {
  readonly kind: "share";
  readonly of: readonly Condition<Id, Ref>[];
  readonly ifNone: number;
}
/** The least of the parts that apply; `ifNone` if none does. */
export interface Least<Id extends string = string, Ref extends string = string> {
  readonly kind: "least";
  readonly of: readonly Quantity<Id, Ref>[];
  readonly ifNone: number;
}
/** The greatest of the parts that apply; `ifNone` if none does. */
export interface Greatest<Id extends string = string, Ref extends string = string> {
  readonly kind: "greatest";
  readonly of: readonly Quantity<Id, Ref>[];
  readonly ifNone: number;
}

/** A rule that is true, false or unknown. */
export type Condition<Id extends string = string, Ref extends string = string> =
  | OneOf<Id>
  | All<Id, Ref>
  | Any<Id, Ref>
  | Not<Id, Ref>
  | Compare<Id, Ref>
  | Judgement<Id>
  | Reference<Ref>;

/** A rule that is a number, or an interval of numbers while answers are open. */
export type Quantity<Id extends string = string, Ref extends string = string> =
  | Count<Id, Ref>
  | Value<Id>
  | Sum<Id, Ref>
  | Mean<Id, Ref>
  | Share<Id, Ref>
  | Least<Id, Ref>
  | Greatest<Id, Ref>
  | Reference<Ref>;

/** Any rule: plain data that can be stored, hashed and compared. */
export type Rule<Id extends string = string, Ref extends string = string> = Condition<Id, Ref> | Quantity<Id, Ref>;
