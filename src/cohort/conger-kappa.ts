import { type AgreementSettings, estimateOf } from "./agreement-settings.ts";
import type { AgreementOptions } from "./agreement-weights.ts";
import { type AgreementEstimate, type Coefficient, chanceCorrected, noCoefficient } from "./chance-corrected.ts";
import { sum } from "./estimate.ts";
import { ratingCounts } from "./rating-counts.ts";
import type { RatingPatterns } from "./rating-patterns.ts";
import type { Ratings } from "./ratings.ts";

/**
 * Conger's kappa: Cohen's kappa for many raters, where chance is each rater's own marginal distribution over the
 * categories. Ratings may be missing; a rater who rated nothing is left out.
 *
 * @throws {AssessmentError} as `agreementWeights`, and `out_of_range` for the confidence
 * @source Conger 1980, Psychol Bull 88:322; missing ratings and variance: Gwet 2014, chapter 5
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "y"], b: ["x", "y"], c: ["x", "y"] }, ["x", "y"]));
 * congerKappa(ratings).estimate; // => 1
 */
export function congerKappa(ratings: Ratings, options: AgreementOptions = {}): AgreementEstimate {
  return estimateOf(congerOf, ratings, options);
}

/** Conger's kappa of patterns of ratings. */
export function congerOf(all: RatingPatterns, { weights }: AgreementSettings): Coefficient {
  const method = "Conger's kappa, Gwet variance";
  const patterns = activeRaters(all);
  const { codes, times, raters: r, categories: q } = patterns;
  const counted = ratingCounts(patterns, weights);
  const { n } = counted;
  if (r < 2) return noCoefficient(method, n, r === 0 ? "no_cases" : "one_rater");
  const chosen = Array.from({ length: r }, () => new Array<number>(q).fill(0));
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    const mine = chosen[at % r] as number[];
    if (code >= 0) mine[code] = (mine[code] as number) + (times[Math.floor(at / r)] as number);
  }
  const rated = chosen.map(sum);
  const shares = chosen.map((counts, g) => counts.map((count) => count / (rated[g] as number)));
  const every = Array.from({ length: q }, (_, k) => k);
  const totals = every.map((k) => sum(shares.map((share) => share[k] as number)));
  const pairs = every.map((k) =>
    every.map((l) => {
      const same = sum(shares.map((share) => (share[k] as number) * (share[l] as number)));
      return ((totals[k] as number) * (totals[l] as number) - same) / (r * (r - 1));
    }),
  );
  const expected = sum(every.map((k) => sum(every.map((l) => (weights[k]?.[l] ?? 0) * (pairs[k]?.[l] ?? 0)))));
  /** What the other raters' shares make of a category, seen from one rater. */
  const near = shares.map((share) =>
    every.map((l) => sum(every.map((k) => (weights[k]?.[l] ?? 0) * ((totals[k] as number) - (share[k] as number))))),
  );
  const mean = shares.map((share, g) => sum(every.map((l) => (share[l] as number) * (near[g]?.[l] ?? 0))));
  const expectedOf = (pattern: number) => {
    let total = 0;
    for (let g = 0; g < r; g++) {
      const code = codes[pattern * r + g] as number;
      const own = code < 0 ? 0 : (near[g]?.[code] as number);
      const present = (code < 0 ? 0 : 1) - (rated[g] as number) / n;
      total += (n / (rated[g] as number)) * (own - present * (mean[g] as number));
    }
    return total / (r * (r - 1));
  };
  return chanceCorrected(method, counted, expected, expectedOf);
}

/** Without the raters who rated nothing, and without the patterns that have no rating. */
function activeRaters({ codes, times, raters: r, ...rest }: RatingPatterns): RatingPatterns {
  const rows = Array.from(times, (_, at) => codes.subarray(at * r, (at + 1) * r));
  const kept = rows.flatMap((row, at) => ((times[at] as number) > 0 && row.some((code) => code >= 0) ? [at] : []));
  const active = Array.from({ length: r }, (_, g) => g).filter((g) => kept.some((at) => (rows[at]?.[g] ?? -1) >= 0));
  return {
    ...rest,
    raters: active.length,
    codes: Int32Array.from(kept.flatMap((at) => active.map((g) => rows[at]?.[g] ?? -1))),
    times: Float64Array.from(kept, (at) => times[at] as number),
  };
}
