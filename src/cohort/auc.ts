import {
  type Bounds,
  confidenceOf,
  definedEstimate,
  type Estimate,
  type IntervalOptions,
  sum,
  undefinedEstimate,
} from "./estimate.ts";
import { normalQuantile } from "./quantiles.ts";
import { scoredCases } from "./scored-cases.ts";

/** The area under a ROC curve. */
export interface AucEstimate extends Estimate {
  /** Cases with a score in which it is present, and in which it is absent. */
  readonly cases: readonly [present: number, absent: number];
  /** Cases without a score. */
  readonly undetermined: number;
  /** The least and the most that the area can be over all cases, whatever the missing scores turn out to be. */
  readonly bounds: Bounds | null;
}

/**
 * How often a case in which something is present scores higher than one in which it is absent, ties counting half: the
 * area under the ROC curve, with the interval of DeLong. A score below one half means that low scores go with presence.
 *
 * @param scores One for each case; `null` if it is undetermined, which leaves it out of the estimate and in the bounds.
 * @param criterion Whether it is present, in the same order.
 * @throws {AssessmentError} `unequal_lengths`; `out_of_range` with the row of a score that is not a number,
 *   `wrong_type` with that of a criterion that is neither true nor false
 * @source DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837; Sun and Xu 2014, IEEE Signal Process Lett 21:1389
 * @example
 * auc([1, 3, 2, 4, 5], [false, false, true, true, true]).estimate; // => 5 / 6
 */
export function auc(
  scores: readonly (number | null)[],
  criterion: readonly boolean[],
  options: IntervalOptions = {},
): AucEstimate {
  const confidence = confidenceOf(options);
  const { present, absent, openPresent, openAbsent } = scoredCases(scores, criterion);
  const [m, n] = [present.length, absent.length];
  const { area, ofPresent, ofAbsent } = placements(present, absent);
  const all = (m + openPresent) * (n + openAbsent);
  const won = m * n === 0 ? 0 : area * m * n;
  const rest = Object.freeze({
    cases: Object.freeze([m, n] as const),
    undetermined: openPresent + openAbsent,
    bounds: all === 0 ? null : Object.freeze([won / all, (won + all - m * n) / all] as const),
  });
  const method = "area under the ROC curve, DeLong interval";
  if (m === 0 || n === 0) {
    return Object.freeze({
      ...undefinedEstimate(method, m + n, confidence, m + n === 0 ? "no_cases" : "one_class"),
      ...rest,
    });
  }
  if (m === 1 || n === 1) {
    return Object.freeze({ ...definedEstimate(method, m + n, confidence, area, null, null, "one_case"), ...rest });
  }
  const standardError = Math.sqrt(covariance(ofPresent, ofPresent) / m + covariance(ofAbsent, ofAbsent) / n);
  if (standardError < 1e-12) {
    const reason = area === 0 || area === 1 ? "separated" : "no_variance";
    return Object.freeze({ ...definedEstimate(method, m + n, confidence, area, 0, null, reason), ...rest });
  }
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  const interval: Bounds = [Math.max(0, area - half), Math.min(1, area + half)];
  return Object.freeze({ ...definedEstimate(method, m + n, confidence, area, standardError, interval), ...rest });
}

/** The share of the other kind that each case scores above (below, for the absent), and the area: by midranks. */
export function placements(present: readonly number[], absent: readonly number[]) {
  const [m, n] = [present.length, absent.length];
  const all = midranks([...present, ...absent]);
  const [own, others] = [midranks(present), midranks(absent)];
  const ofPresent = present.map((_, i) => ((all[i] as number) - (own[i] as number)) / n);
  const ofAbsent = absent.map((_, j) => 1 - ((all[m + j] as number) - (others[j] as number)) / m);
  return { area: sum(ofPresent) / m, ofPresent, ofAbsent };
}

/** The covariance of two lists of the same length. */
export function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [sum(a) / a.length, sum(b) / b.length];
  return sum(a.map((value, at) => (value - meanA) * ((b[at] as number) - meanB))) / (a.length - 1);
}

/** Ranks from 1; equal values share the mean of theirs. */
function midranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, at) => at).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1;
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
