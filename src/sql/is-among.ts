import { type Expression, or, sql, truth } from "./expression.ts";

/**
 * Whether a whole number from 1 is one of these, as comparisons with the ends of runs; any from `last` counts as `last`.
 * It is never a list after `IN`: DuckDB makes a join of one with more than four entries.
 */
export function isAmong(position: Expression, places: readonly number[], last: number): Expression {
  const others = Array.from({ length: last }, (_, at) => at + 1).filter((place) => !places.includes(place));
  const [other] = others;
  if (other === undefined) return truth(true);
  if (others.length === 1 && places.length > 1) {
    return other === last ? sql`${position} < ${last}` : sql`${position} <> ${other}`;
  }
  return isOneOf(position, places, last);
}

/** Whether a whole number is one of some, where it may be any other as well; any from `last`, if it is given, counts as `last`. */
export function isOneOf(number: Expression, wanted: readonly number[], last?: number): Expression {
  return or(
    runsOf(wanted).map(([from, to]) => {
      if (to === last) return sql`${number} >= ${from}`;
      return from === to ? sql`${number} = ${from}` : sql`${number} BETWEEN ${from} AND ${to}`;
    }),
  );
}

/** Numbers as runs without gaps, in rising order. */
function runsOf(numbers: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
