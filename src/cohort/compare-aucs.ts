import { AssessmentError, mustBeList } from "../issues/index.ts";
import { type AucEstimate, auc, covariance, placements } from "./auc.ts";
import { confidenceOf, definedEstimate, type Estimate, type IntervalOptions, undefinedEstimate } from "./estimate.ts";
import { normalCdf, normalQuantile } from "./quantiles.ts";
import { scoredCases } from "./scored-cases.ts";

/** Two areas under ROC curves of the same cases. */
export interface AucComparison {
  readonly first: AucEstimate;
  readonly second: AucEstimate;
  /** The first area less the second. */
  readonly difference: Estimate;
  readonly z: number | null;
  /** Two-sided, that the areas are alike. */
  readonly p: number | null;
  /** Cases left out because one of the scores is missing. */
  readonly leftOut: number;
}

/**
 * Two scores of the same cases against one criterion: the difference of their areas with the paired interval and test of
 * DeLong, over the cases that have both.
 *
 * @throws {AssessmentError} as `auc`
 * @source DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837
 * @example
 * const present = [false, false, false, true, true, true];
 * compareAucs([1, 2, 4, 3, 5, 6], [3, 1, 6, 2, 4, 5], present).difference.estimate?.toFixed(4); // => "0.3333"
 */
export function compareAucs(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  criterion: readonly boolean[],
  options: IntervalOptions = {},
): AucComparison {
  mustBeList(first, "first");
  mustBeList(second, "second");
  const confidence = confidenceOf(options);
  if (first.length !== second.length) {
    throw new AssessmentError([{ code: "unequal_lengths", path: ["second"], expected: [`${first.length} scores`] }]);
  }
  const both = first.map((score, at) => score !== null && second[at] !== null);
  const [a, b] = [first, second].map((scores) => {
    const shared = scores.map((score, at) => (both[at] ? score : null));
    return { estimate: auc(shared, criterion, options), cases: scoredCases(shared, criterion) };
  }) as [Side, Side];
  const [m, n] = a.estimate.cases;
  const result = (difference: Estimate, z: number | null) =>
    Object.freeze({
      first: a.estimate,
      second: b.estimate,
      difference,
      z,
      p: z === null ? null : 2 * normalCdf(-Math.abs(z)),
      leftOut: both.filter((has) => !has).length,
    });
  const method = "difference of areas, DeLong interval";
  const reason = a.estimate.estimate === null ? (a.estimate.reason ?? "no_cases") : undefined;
  if (reason !== undefined) return result(undefinedEstimate(method, m + n, confidence, reason), null);
  const [p, q] = [a, b].map(({ cases }) => placements(cases.present, cases.absent)) as [Placed, Placed];
  const value = p.area - q.area;
  if (m === 1 || n === 1)
    return result(definedEstimate(method, m + n, confidence, value, null, null, "one_case"), null);
  const apart = (x: readonly number[], y: readonly number[]) =>
    covariance(x, x) + covariance(y, y) - 2 * covariance(x, y);
  const variance = apart(p.ofPresent, q.ofPresent) / m + apart(p.ofAbsent, q.ofAbsent) / n;
  const standardError = Math.sqrt(Math.max(0, variance));
  if (standardError < 1e-12)
    return result(definedEstimate(method, m + n, confidence, value, 0, null, "no_variance"), null);
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  const interval = [Math.max(-1, value - half), Math.min(1, value + half)] as const;
  return result(definedEstimate(method, m + n, confidence, value, standardError, interval), value / standardError);
}

interface Side {
  readonly estimate: AucEstimate;
  readonly cases: ReturnType<typeof scoredCases>;
}
type Placed = ReturnType<typeof placements>;
