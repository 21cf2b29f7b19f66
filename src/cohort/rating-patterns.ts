import { AssessmentError, type Issue } from "../issues/index.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Ratings with equal rows taken together: the coefficients depend only on how often each row of codes stands there, and
 * there are far fewer rows that differ than subjects. A bootstrap draw is the same rows with other numbers of subjects.
 */
export interface RatingPatterns {
  readonly raters: number;
  readonly categories: number;
  /** The different rows, one after the other, one code for each rater; -1 where a rating is missing. */
  readonly codes: Int32Array;
  /** How many subjects have each of them. */
  readonly times: Float64Array;
  /** The row of each subject. */
  readonly patternOf: Int32Array;
}

/**
 * The different rows of codes, in the order of their first subject.
 *
 * @throws {AssessmentError} `unequal_lengths` or `unknown_category` with the rows, for ratings not made by `parseRatings`
 */
export function ratingPatterns({ codes, raters, categories }: Ratings): RatingPatterns {
  const [r, q] = [raters.length, categories.length];
  const find = patternFinder(r, q);
  const base = q + 1;
  const patternOf = new Int32Array(codes.length);
  const distinct: number[] = [];
  const times: number[] = [];
  for (let at = 0; at < codes.length; at++) {
    const row = codes[at] as readonly (number | null)[];
    let key = 0;
    let isFine = row.length === r;
    for (let g = 0; g < r; g++) {
      const code = row[g] as number | null;
      if (code === null) key *= base;
      else if ((code | 0) === code && code >= 0 && code < q) key = key * base + code + 1;
      else isFine = false;
    }
    if (!isFine) throw new AssessmentError(faultsOf(codes, r, categories));
    const before = find(key, row, times.length);
    patternOf[at] = before;
    if (before < times.length) times[before] = (times[before] as number) + 1;
    else {
      times.push(1);
      for (const code of row) distinct.push(code ?? -1);
    }
  }
  return {
    raters: r,
    categories: q,
    codes: Int32Array.from(distinct),
    times: Float64Array.from(times),
    patternOf,
  };
}

/** Patterns of ratings with one category against the rest: 0 for it and 1 for any other. */
export const patternsAgainstRest = (patterns: RatingPatterns, category: number): RatingPatterns => ({
  ...patterns,
  categories: 2,
  codes: patterns.codes.map((code) => (code < 0 ? -1 : code === category ? 0 : 1)),
});

/** Finds the number of a row seen before, or gives it the next one: by a table, a number or a text, as the size allows. */
function patternFinder(
  raters: number,
  categories: number,
): (key: number, row: readonly (number | null)[], next: number) => number {
  const size = (categories + 1) ** raters;
  if (size <= 2 ** 20) {
    const seen = new Int32Array(size).fill(-1);
    return (key, _row, next) => {
      const before = seen[key] as number;
      if (before >= 0) return before;
      seen[key] = next;
      return next;
    };
  }
  const seen = new Map<number | string, number>();
  const isExact = size <= Number.MAX_SAFE_INTEGER;
  return (key, row, next) => {
    const name = isExact ? key : row.join();
    const before = seen.get(name);
    if (before !== undefined) return before;
    seen.set(name, next);
    return next;
  };
}

function faultsOf(
  codes: readonly (readonly (number | null)[])[],
  raters: number,
  categories: readonly string[],
): readonly Issue[] {
  return codes.flatMap((row, at): readonly Issue[] => {
    const place = { path: ["codes", at], row: at + 1 };
    if (row.length !== raters) return [{ code: "unequal_lengths", ...place, expected: [`${raters} codes`] }];
    return row.every((code) => code === null || (Number.isInteger(code) && code >= 0 && code < categories.length))
      ? []
      : [{ code: "unknown_category", ...place, expected: categories }];
  });
}
