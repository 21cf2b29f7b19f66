import { type AgreementOptions, agreementSettings } from "./agreement-weights.ts";
import { type AgreementEstimate, chanceCorrected, undefinedAgreement } from "./chance-corrected.ts";
import { sum } from "./estimate.ts";
import { ratingCounts } from "./rating-counts.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Conger's kappa: Cohen's kappa for many raters, where chance is each rater's own share-out of categories. Ratings may be
 * missing; a rater who rated nothing is left out.
 *
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @source Conger 1980, Psychol Bull 88:322; missing ratings and variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "y"], b: ["x", "y"], c: ["x", "y"] }, ["x", "y"]));
 * congerKappa(ratings).estimate; // => 1
 */
export function congerKappa(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  const { weights, confidence } = agreementSettings(ratings.categories, options);
  const method = "Conger's kappa, Gwet variance";
  const active = ratings.raters.map((_, g) => g).filter((g) => ratings.codes.some((row) => isRated(row[g])));
  const codes = ratings.codes.map((row) => active.map((g) => row[g] ?? null)).filter((row) => row.some(isRated));
  const counted = ratingCounts({ ...ratings, codes }, weights);
  const r = active.length;
  const n = codes.length;
  if (r < 2) return undefinedAgreement(method, n, confidence, r === 0 ? "no_cases" : "one_rater");
  const every = ratings.categories.map((_, k) => k);
  const rated = active.map((_, g) => codes.filter((row) => isRated(row[g])).length);
  const shares = active.map((_, g) => every.map((k) => codes.filter((row) => row[g] === k).length / (rated[g] ?? 1)));
  const totals = every.map((k) => sum(shares.map((share) => share[k] ?? 0)));
  const pairs = every.map((k) =>
    every.map((l) => {
      const same = sum(shares.map((share) => (share[k] ?? 0) * (share[l] ?? 0)));
      return ((totals[k] ?? 0) * (totals[l] ?? 0) - same) / (r * (r - 1));
    }),
  );
  const expected = sum(every.map((k) => sum(every.map((l) => (weights[k]?.[l] ?? 0) * (pairs[k]?.[l] ?? 0)))));
  /** What the other raters' shares make of a category, seen from one rater. */
  const near = shares.map((share) =>
    every.map((l) => sum(every.map((k) => (weights[k]?.[l] ?? 0) * ((totals[k] ?? 0) - (share[k] ?? 0))))),
  );
  const mean = shares.map((share, g) => sum(every.map((l) => (share[l] ?? 0) * (near[g]?.[l] ?? 0))));
  const expectedOf = (at: number) => {
    const parts = active.map((_, g) => {
      const code = codes[at]?.[g] ?? null;
      const own = code === null ? 0 : (near[g]?.[code] ?? 0);
      const present = (code === null ? 0 : 1) - (rated[g] ?? 0) / n;
      return (n / (rated[g] ?? 1)) * (own - present * (mean[g] ?? 0));
    });
    return sum(parts) / (r * (r - 1));
  };
  return chanceCorrected(method, counted, expected, expectedOf, confidence);
}

const isRated = (code: number | null | undefined): boolean => code !== null && code !== undefined;
