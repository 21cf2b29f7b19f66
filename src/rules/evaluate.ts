import { mustBePlain } from "../issues/index.ts";
import { answerOf, isAmongWhenClosed, numberFor, rangeOf } from "./answer-of.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Answers, Comparison, Condition, Interval, Rule } from "./rule.ts";
import { emptyScope, itemIn, type Scope, type ScopedItem } from "./scope.ts";

/**
 * What a rule comes to on the answers given: `[low, high]`, the least and the most it can still become.
 *
 * A condition is `[1, 1]` true, `[0, 0]` false or `[0, 1]` unknown. A quantity is exact when both ends are equal.
 * Unknown answers never count as no or as zero. An item that its `askIf` closes makes no condition true unless its
 * `whenClosed` does; while the `askIf` is unknown, both cases count. Pass the instrument as `scope` so that branching and named rules are known, and
 * so that a wrong code is refused: without it, any text is taken for a code that the rule may or may not name.
 *
 * Two laws hold for every rule: each completion of the open answers lies inside the interval, and a further answer
 * only narrows it.
 *
 * @throws {AssessmentError} `unknown_option`, `unknown_reference`, `circular_reference`
 * @example
 * evaluate({ kind: "one_of", item: "wants_back", codes: ["yes"] }, { wants_back: "not_sure" }); // => [0, 1]
 */
export function evaluate(rule: Rule, answers: Answers, scope: Scope = emptyScope): Interval {
  const { low, high } = readRule(rule, arithmetic(answers, scope), scope);
  return [low, high];
}

/** What a part of a rule came to, and whether it applies at all (branching may have closed all that it reads). */
export interface Part {
  readonly low: number;
  readonly high: number;
  /** Its bounds if it applies, for the kinds that leave out what does not. */
  readonly applying: Interval;
  readonly mustApply: boolean;
  readonly mayApply: boolean;
}

/** What each kind does to its parts: the one place where the meaning of rules is written. */
export function arithmetic(answers: Answers, scope: Scope): Reading<Part> {
  mustBePlain(answers);
  const shown = visibility(answers, scope);
  const coded = (item: string, codes: readonly string[], scoped: ScopedItem | undefined): Part => {
    const answer = answerOf(answers, item, scoped);
    const known: Interval = answer === undefined ? [0, 1] : truth(codes.includes(String(answer)));
    return leaf(known, truth(isAmongWhenClosed(codes, scoped)), shown(item), scoped?.whenClosed);
  };
  return {
    one_of: ({ item, codes }) => coded(item, codes, itemIn(scope, item)),
    judgement: ({ item }) => coded(item, ["yes"], itemIn(scope, item) ?? judged),
    value: ({ item }) => {
      const scoped = itemIn(scope, item);
      const answer = answerOf(answers, item, scoped);
      const known = answer === undefined ? undefined : numberFor(answer, scoped);
      const closed = scoped?.whenClosed === undefined ? 0 : (numberFor(scoped.whenClosed, scoped) ?? 0);
      return leaf(
        known === undefined ? rangeOf(scoped) : [known, known],
        [closed, closed],
        shown(item),
        scoped?.whenClosed,
      );
    },
    ref: (_, [rule]) => rule ?? always([0, 1]),
    all: (_, parts) => over(parts, [least(lows(parts), 1), least(highs(parts), 1)]),
    any: (_, parts) => over(parts, [greatest(lows(parts), 0), greatest(highs(parts), 0)]),
    not: (_, parts) => over(parts, [1 - total(highs(parts)), 1 - total(lows(parts))]),
    compare: ({ is, to }, parts) => over(parts, compared(is, [total(lows(parts)), total(highs(parts))], to)),
    count: (_, parts) => over(parts, [total(lows(parts)), total(highs(parts))]),
    sum: (_, parts) => over(parts, [total(lows(parts)), total(highs(parts))]),
    mean: ({ ifNone }, parts) => over(parts, meanOf(parts, ifNone)),
    share: ({ ifNone }, parts) => over(parts, meanOf(parts, ifNone)),
    least: ({ ifNone }, parts) => over(parts, leastOf(parts, ifNone)),
    greatest: ({ ifNone }, parts) => over(parts, negated(leastOf(parts.map(negatedPart), 0 - ifNone))),
  };
}

/** A judgement that no form asks for is yes or no all the same. */
const judged: ScopedItem = { responses: { kind: "choice", options: { yes: { label: "Yes" }, no: { label: "No" } } } };

/**
 * Whether each item is shown: the truth of its `askIf`, worked out once for each item. `[1, 1]` shown, `[0, 0]` closed,
 * `[0, 1]` not known yet. An item without `askIf` is shown.
 *
 * @throws {AssessmentError} as `evaluate`
 * @example
 * const { responses } = relationshipAndMotive.items.adult;
 * const follows = { responses, askIf: oneOf("adult", "yes") };
 * visibility({ adult: "no" }, { items: { adult: { responses }, follows } })("follows"); // => [0, 0]
 */
export function visibility(answers: Answers, scope: Scope): (item: string) => Interval {
  const found = new Map<string, Interval>();
  return (item) => {
    const before = found.get(item);
    if (before !== undefined) return before;
    const askIf: Condition | undefined = itemIn(scope, item)?.askIf;
    const now: Interval = askIf === undefined ? [1, 1] : evaluate(askIf, answers, scope);
    found.set(item, now);
    return now;
  };
}

function leaf(known: Interval, closed: Interval, [low, high]: Interval, whenClosed?: string | number): Part {
  const counts = whenClosed !== undefined;
  if (low === 1) return always(known);
  if (high === 0) return { low: closed[0], high: closed[1], applying: closed, mustApply: counts, mayApply: counts };
  const either: Interval = [Math.min(known[0], closed[0]), Math.max(known[1], closed[1])];
  return { low: either[0], high: either[1], applying: counts ? either : known, mustApply: counts, mayApply: true };
}

function always(applying: Interval): Part {
  return { low: applying[0], high: applying[1], applying, mustApply: true, mayApply: true };
}

function over(parts: readonly Part[], [low, high]: Interval): Part {
  const none = parts.length === 0;
  return {
    low,
    high,
    applying: [low, high],
    mustApply: none || parts.some((part) => part.mustApply),
    mayApply: none || parts.some((part) => part.mayApply),
  };
}

/**
 * What a comparison comes to on an interval: true if it holds for every number in it, false if for none.
 *
 * @internal
 */
export function compared(is: Comparison, [low, high]: Interval, to: number): Interval {
  switch (is) {
    case "at_least":
      return [Number(low >= to), Number(high >= to)];
    case "more_than":
      return [Number(low > to), Number(high > to)];
    case "at_most":
      return [Number(high <= to), Number(low <= to)];
    case "less_than":
      return [Number(high < to), Number(low < to)];
    case "equals":
      return [Number(low === to && high === to), Number(low <= to && to <= high)];
  }
}

export function meanOf(parts: readonly Part[], ifNone: number): Interval {
  return [rounded(leastMean(parts, ifNone)), rounded(0 - leastMean(parts.map(negatedPart), 0 - ifNone))];
}

/**
 * A mean to 12 decimal places, so that sums taken in another order cannot differ in their last bit and turn a
 * comparison (design choice).
 *
 * @internal
 */
export function rounded(mean: number): number {
  return Number.isFinite(mean) ? Math.round(mean * 1e12) / 1e12 + 0 : mean;
}

/** The least mean: of those that may or may not apply, the ones that pull it down are taken in. */
function leastMean(parts: readonly Part[], ifNone: number): number {
  const certain = parts.filter((part) => part.mustApply).map((part) => part.applying[0]);
  const open = parts.filter((part) => part.mayApply && !part.mustApply).map((part) => part.applying[0]);
  if (certain.length === 0) return Math.min(ifNone, ...open);
  let sum = total(certain);
  let count = certain.length;
  for (const low of open.sort((a, b) => a - b)) {
    if (low >= sum / count) break;
    sum += low;
    count += 1;
  }
  return sum / count;
}

export function leastOf(parts: readonly Part[], ifNone: number): Interval {
  const certain = parts.filter((part) => part.mustApply);
  const open = parts.filter((part) => part.mayApply && !part.mustApply);
  const low = Math.min(
    ...[...certain, ...open].map((part) => part.applying[0]),
    ...(certain.length === 0 ? [ifNone] : []),
  );
  const high =
    certain.length > 0
      ? Math.min(...certain.map((part) => part.applying[1]))
      : Math.max(ifNone, ...open.map((part) => part.applying[1]));
  return [low, high];
}

const truth = (holds: boolean): Interval => (holds ? [1, 1] : [0, 0]);
export const negated = ([low, high]: Interval): Interval => [0 - high, 0 - low];
export const negatedPart = (part: Part): Part => ({
  ...part,
  low: 0 - part.high,
  high: 0 - part.low,
  applying: negated(part.applying),
});
const lows = (parts: readonly Part[]): number[] => parts.map((part) => part.low);
const highs = (parts: readonly Part[]): number[] => parts.map((part) => part.high);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const least = (values: readonly number[], none: number): number => values.reduce((a, b) => Math.min(a, b), none);
const greatest = (values: readonly number[], none: number): number => values.reduce((a, b) => Math.max(a, b), none);
