import { all, any, atLeast, count } from "./builders.ts";
import type { Any, Compare, Count, OneOf } from "./rule.ts";

/** The codes of one band of a count, with the least and the most that it can stand for; `null`: no upper end. */
export interface Band {
  readonly codes: readonly [string, ...string[]];
  readonly least: number;
  readonly most: number | null;
}

/** What items counted in bands can be asked: see `countsInBands`. */
export interface CountsInBands<Id extends string> {
  /** True if this item stands for at least `n`; false if none of its bands does. */
  itemReaches(item: Id, n: number): OneOf<Id> | Any<Id, never>;
  /**
   * True if one of the items stands for at least `n` on its own: the greatest of their least numbers reaches `n`.
   * Several acts may fall on one occasion, so least numbers are never added up.
   */
  leastReaches(n: number): Any<Id, never>;
  /**
   * True if the items can stand for `n` together: the sum of their most numbers reaches `n`. It is written as counts of
   * items at or above each band, so that a reader sees which ways of reaching `n` there are.
   */
  mostReaches(n: number): Any<Id, never>;
}

/**
 * Rules over items that are counted in the same bands. All of them share their parts: what an item must be for one rule
 * is one object in every rule that says the same, so it is made and frozen once.
 *
 * @example
 * const bands = [{ codes: ["none"], least: 0, most: 0 }, { codes: ["some"], least: 1, most: null }] as const;
 * const counts = countsInBands(["calls", "visits"], bands);
 * counts.leastReaches(1).of.length; // => 2
 * counts.mostReaches(2).of.length; // => 1
 */
export function countsInBands<Id extends string>(items: readonly Id[], bands: readonly Band[]): CountsInBands<Id> {
  const made = new Map<string, readonly OneOf<Id>[]>();
  /** For each item, that it has a code of the bands that are wanted. */
  const inBands = (wanted: (band: Band) => boolean): readonly OneOf<Id>[] => {
    const [first, ...rest] = bands.filter(wanted).flatMap((band) => band.codes);
    if (first === undefined) return [];
    const codes = [first, ...rest] as const;
    const key = JSON.stringify(codes);
    const before = made.get(key);
    if (before !== undefined) return before;
    const conditions = items.map((item): OneOf<Id> => ({ kind: "one_of", item, codes }));
    made.set(key, conditions);
    return conditions;
  };
  // A form asks for the same number for one item after the other, so the conditions are looked up, not found again.
  const reaching = new Map<number, ReadonlyMap<Id, OneOf<Id>>>();
  const whatReaches = (n: number): ReadonlyMap<Id, OneOf<Id>> => {
    const before = reaching.get(n);
    if (before !== undefined) return before;
    const found = new Map(inBands(({ least }) => least >= n).map((condition) => [condition.item, condition]));
    reaching.set(n, found);
    return found;
  };
  return {
    itemReaches: (item, n) => whatReaches(n).get(item) ?? any(),
    leastReaches: (n) => any(...whatReaches(n).values()),
    mostReaches: (n) => {
      const mostOf = ({ most }: Band) => Math.min(most ?? n, n);
      const mosts = [...new Set(bands.map(mostOf))].filter((most) => most > 0).sort((a, b) => a - b);
      const steps = mosts.map((most, at) => most - (mosts[at - 1] ?? 0));
      const counts = mosts.map((most) => count(...inBands((band) => mostOf(band) >= most)));
      return any(...minimal(waysTo(n, steps, items.length), steps, n).map((way) => all(...needs(way, counts))));
    },
  };
}

/** One way of reaching a number, as counts that must be reached. */
function needs<Id extends string>(way: readonly number[], counts: readonly Count<Id, never>[]): Compare<Id, never>[] {
  return way.flatMap((needed, band) => {
    const counted = counts[band];
    // A band that needs no more items than the next one up is reached with it.
    if (counted === undefined || needed === 0 || needed === way[band + 1]) return [];
    return [atLeast(counted, needed)];
  });
}

/** How many items must be at or above each band, in the ways that add up to `n`: never more in a higher band. */
function waysTo(n: number, steps: readonly number[], items: number): readonly (readonly number[])[] {
  const ways: (readonly number[])[] = [];
  /** What one item at or above this band and all higher ones stands for. */
  const inAll = steps.map((_, at) => steps.slice(at).reduce((sum, step) => sum + step, 0));
  const extend = (way: readonly number[], left: number, most: number): void => {
    const at = way.length;
    const [step, together] = [steps[at], inAll[at]];
    if (left <= 0) ways.push([...way, ...steps.slice(at).map(() => 0)]);
    else if (step !== undefined && together !== undefined) {
      const enough = Math.min(most, Math.ceil(left / step));
      for (let needed = Math.ceil(left / together); needed <= enough; needed++) {
        extend([...way, needed], left - needed * step, needed);
      }
    }
  };
  extend([], n, items);
  return ways;
}

/**
 * The ways that no other way is part of. Such a part can be come to by taking one item from one band at a time, with
 * never more in a higher band, so it is enough that no first move of that kind leaves `n` reached.
 */
function minimal(ways: readonly (readonly number[])[], steps: readonly number[], n: number): typeof ways {
  return ways.filter((way) => {
    const spare = reached(way, steps) - n;
    return way.every((needed, at) => needed === (way[at + 1] ?? 0) || (steps[at] ?? 0) > spare);
  });
}

function reached(way: readonly number[], steps: readonly number[]): number {
  return way.reduce((sum, needed, at) => sum + needed * (steps[at] ?? 0), 0);
}
