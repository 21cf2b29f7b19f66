import { mustHave } from "../issues/index.ts";
import { frozen, sum } from "./estimate.ts";
import { type RatingPatterns, ratingPatterns } from "./rating-patterns.ts";
import { ratingTable } from "./rating-table.ts";
import type { Ratings } from "./ratings.ts";

/** Why a kappa may be low though raters agree: how lopsided one category is, and how far the raters' use of it differs. */
export interface PrevalenceAndBias<Category extends string = string> {
  readonly category: Category;
  /** How many subjects both said, only the first, only the second, and neither. */
  readonly table: readonly [both: number, first: number, second: number, neither: number];
  /** |both - neither| / n, from 0 (half and half) to 1; `null` without subjects. */
  readonly prevalence: number | null;
  /** |first - second| / n, from 0 (the same use) to 1; `null` without subjects. */
  readonly bias: number | null;
  /** Agreement if either has to be present: twice both, over all times it was said; `null` if nobody said it. */
  readonly positive: number | null;
  /** Agreement on its absence: twice neither, over all times it was not said; `null` if it always was. */
  readonly negative: number | null;
}

/**
 * Prevalence and bias indices, and agreement on presence and absence, of two raters, for each category against the rest.
 *
 * @throws {AssessmentError} `two_raters_needed`
 * @source Byrt, Bishop and Carlin 1993, J Clin Epidemiol 46:423; Cicchetti and Feinstein 1990, J Clin Epidemiol 43:551
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ anna: ["x", "x", "x", "y"], ben: ["x", "x", "y", "y"] }, ["x", "y"]));
 * const [x] = prevalenceAndBias(ratings);
 * [x?.table, x?.prevalence, x?.bias, x?.positive]; // => [[2, 1, 0, 1], 0.25, 0.25, 0.8]
 */
export function prevalenceAndBias<Category extends string>(
  ratings: Ratings<Category>,
): readonly PrevalenceAndBias<Category>[] {
  mustHave(ratings, "codes", "ratings");
  return prevalenceOf(ratings.categories, ratingPatterns(ratings));
}

/** Prevalence and bias from patterns of ratings. */
export function prevalenceOf<Category extends string>(
  categories: readonly Category[],
  patterns: RatingPatterns,
): readonly PrevalenceAndBias<Category>[] {
  const { n, counts } = ratingTable(patterns);
  return frozen(
    categories.map((category, k) => {
      const both = counts[k]?.[k] ?? 0;
      const onlyFirst = sum(counts[k] ?? []) - both;
      const onlySecond = sum(counts.map((row) => row[k] ?? 0)) - both;
      const neither = n - both - onlyFirst - onlySecond;
      const apart = onlyFirst + onlySecond;
      return Object.freeze({
        category,
        table: Object.freeze([both, onlyFirst, onlySecond, neither] as const),
        prevalence: ratio(Math.abs(both - neither), n),
        bias: ratio(Math.abs(onlyFirst - onlySecond), n),
        positive: ratio(2 * both, 2 * both + apart),
        negative: ratio(2 * neither, 2 * neither + apart),
      });
    }),
  );
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
