import { added, and, choose, constant, type Expression, negated, no, or, over, sql, yes } from "./expression.ts";
import type { Layers } from "./layers.ts";

/** One part of a mean: its number if it applies, whether it must and whether it may. */
export interface MeanPart {
  readonly number: Expression;
  readonly mustApply: Expression;
  readonly mayApply: Expression;
}

/**
 * The least mean, step by step as `evaluate` takes it, so that the doubles are the same to the last bit: first the sum of
 * the parts that certainly apply, in order, then those that may apply, from the least on, while they pull it down.
 */
export function leastMean(parts: readonly MeanPart[], ifNone: number, layers: Layers): Expression {
  const { dialect, define } = layers;
  const literal = (value: number) => constant(dialect.number(value));
  const none = literal(ifNone);
  const possible = parts.filter(({ mayApply }) => mayApply !== no);
  const certain = possible.filter(({ mustApply }) => mustApply !== no);
  const whereCertain = (value: (part: MeanPart) => Expression) =>
    added([literal(0), ...certain.map((part) => choose(part.mustApply, value(part), literal(0)))]);
  const opens = possible
    .filter(({ mustApply }) => mustApply !== yes)
    .map(({ number, mustApply, mayApply }) =>
      choose(and([mayApply, negated(mustApply)]), number, literal(Number.MAX_VALUE)),
    );
  if (possible.length === 0) return none;
  const anyCertain = define("any_certain", or(certain.map(({ mustApply }) => mustApply)));
  let sum = define(
    "sum",
    whereCertain(({ number }) => number),
  );
  let count = define(
    "of",
    whereCertain(() => literal(1)),
  );
  const sorted = opens.length === 0 ? undefined : define("open", sortedList(opens, layers));
  for (let at = 0; sorted !== undefined && at < opens.length; at++) {
    const next = define("next", over(dialect.entry(sorted.text, at), [sorted]));
    // A sentinel is never below a mean, and once a part is not taken, no later one is.
    const taken = define("taken", choose(anyCertain, sql`${next} < ${sum} / ${count}`, no));
    sum = define("sum", choose(taken, sql`${sum} + ${next}`, sum));
    count = define("of", choose(taken, sql`${count} + ${literal(1)}`, count));
  }
  const mean = sql`${sum} / ${count}`;
  if (anyCertain === yes) return mean;
  const least = sorted === undefined ? undefined : over(dialect.entry(sorted.text, 0), [sorted]);
  const without = least === undefined ? none : over(`least(${none.text}, ${least.text})`, [least]);
  return choose(anyCertain, mean, without);
}

function sortedList(numbers: readonly Expression[], { dialect }: Layers): Expression {
  return over(dialect.sorted(numbers.map(({ text }) => text)), numbers);
}

/** Above this every double is a whole number. */
const wholeFrom = 2 ** 52;

/** A mean to 12 decimal places, exactly as `rounded` gives it: halves go up, and there is no negative zero. */
export function roundedMean(mean: Expression, { dialect, define }: Layers): Expression {
  const literal = (value: number) => constant(dialect.number(value));
  const scaled = define("scaled", sql`${mean} * ${literal(1e12)}`);
  const below = define(
    "below",
    choose(sql`abs(${scaled}) < ${literal(wholeFrom)}`, over(dialect.floor(scaled.text), [scaled]), scaled),
  );
  const whole = define(
    "whole",
    choose(sql`${scaled} - ${below} >= ${literal(0.5)}`, sql`${below} + ${literal(1)}`, below),
  );
  return choose(sql`${whole} = ${literal(0)}`, literal(0), sql`${whole} / ${literal(1e12)}`);
}
