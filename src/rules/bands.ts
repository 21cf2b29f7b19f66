import { all, any, atLeast, count, oneOf } from "./builders.ts";
import type { All, Any } from "./rule.ts";

/** The codes of one band of a count, with the least and the most that it can stand for; `null`: no upper end. */
export interface Band {
  readonly codes: readonly [string, ...string[]];
  readonly least: number;
  readonly most: number | null;
}

/**
 * True if one of the items, counted in bands, stands for at least `n` on its own: the greatest of their least numbers
 * reaches `n`. Several acts may fall on one occasion, so least numbers are never added up.
 *
 * @example
 * const bands = [{ codes: ["none"], least: 0, most: 0 }, { codes: ["some"], least: 1, most: null }] as const;
 * leastReaches(["calls", "visits"], bands, 1).of.length; // => 2
 */
export function leastReaches<Id extends string>(
  items: readonly Id[],
  bands: readonly Band[],
  n: number,
): Any<Id, never> {
  const codes = codesFrom(bands, ({ least }) => least >= n);
  return any(...(codes === undefined ? [] : items.map((item) => oneOf(item, ...codes))));
}

/**
 * True if the items, counted in bands, can stand for `n` together: the sum of their most numbers reaches `n`. It is
 * written as counts of items at or above each band, so that a reader sees which ways of reaching `n` there are.
 *
 * @example
 * const bands = [{ codes: ["none"], least: 0, most: 0 }, { codes: ["once"], least: 1, most: 1 }] as const;
 * mostReaches(["calls", "visits"], bands, 2).of.length; // => 1
 */
export function mostReaches<Id extends string>(
  items: readonly Id[],
  bands: readonly Band[],
  n: number,
): Any<Id, never> {
  const mosts = [...new Set(bands.map(({ most }) => Math.min(most ?? n, n)))]
    .filter((most) => most > 0)
    .sort((a, b) => a - b);
  const steps = mosts.map((most, at) => most - (mosts[at - 1] ?? 0));
  const ways = minimal(waysTo(n, steps, items.length));
  // The count at or above each band is one object for all the ways, so that it is written and frozen once.
  const atOrAbove = mosts.map((least) => {
    const codes = codesFrom(bands, ({ most }) => Math.min(most ?? n, n) >= least);
    return codes === undefined ? undefined : count(...items.map((item) => oneOf(item, ...codes)));
  });
  return any(
    ...ways.map(
      (way): All<Id, never> =>
        all(
          ...way.flatMap((needed, band) => {
            const counted = atOrAbove[band];
            // A band that needs no more items than the next one up is reached with it.
            if (counted === undefined || needed === 0 || needed === way[band + 1]) return [];
            return [atLeast(counted, needed)];
          }),
        ),
    ),
  );
}

function codesFrom(bands: readonly Band[], wanted: (band: Band) => boolean): [string, ...string[]] | undefined {
  const [first, ...rest] = bands.filter(wanted).flatMap(({ codes }) => [...codes]);
  return first === undefined ? undefined : [first, ...rest];
}

/** How many items must be at or above each band, in every way that adds up to `n`: never more in a higher band. */
function waysTo(n: number, steps: readonly number[], items: number): readonly (readonly number[])[] {
  let ways: readonly (readonly number[])[] = [[]];
  for (const step of steps) {
    const enough = Math.ceil(n / step);
    ways = ways.flatMap((way) =>
      Array.from({ length: Math.min(enough, items, way.at(-1) ?? items) + 1 }, (_, needed) => [...way, needed]),
    );
  }
  return ways.filter((way) => way.reduce((sum, needed, at) => sum + needed * (steps[at] ?? 0), 0) >= n);
}

/** The ways that no other way is part of. */
function minimal(ways: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return ways.filter(
    (way) => !ways.some((other) => other !== way && other.every((needed, at) => needed <= (way[at] ?? 0))),
  );
}
