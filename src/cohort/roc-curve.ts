import { frozen } from "./estimate.ts";
import { scoredCases } from "./scored-cases.ts";

/** One point of a ROC curve: what is found if every score at or above the threshold counts. */
export interface RocPoint {
  /** `null` for the point at which nothing is found. */
  readonly threshold: number | null;
  readonly truePositives: number;
  readonly falsePositives: number;
  /** `null` if it is present in no case. */
  readonly sensitivity: number | null;
  /** `null` if it is absent in no case. */
  readonly specificity: number | null;
}

/** A ROC curve with all its points. It names no best threshold: that depends on what each kind of error costs. */
export interface RocCurve {
  readonly points: readonly RocPoint[];
  readonly present: number;
  readonly absent: number;
  /** Cases without a score, which are in no point. */
  readonly undetermined: number;
}

/**
 * The ROC curve of scores against a criterion: one point for each score that occurs, from the highest down.
 *
 * @throws {AssessmentError} `unequal_lengths`; `out_of_range` with the row of a score that is not a number,
 *   `wrong_type` with that of a criterion that is neither true nor false
 * @example
 * rocCurve([1, 2, 2], [false, true, false]).points.map(({ threshold, sensitivity }) => [threshold, sensitivity]);
 * // => [[null, 0], [2, 1], [1, 1]]
 */
export function rocCurve(scores: readonly (number | null)[], criterion: readonly boolean[]): RocCurve {
  const { present, absent, openPresent, openAbsent } = scoredCases(scores, criterion);
  const counts = new Map<number, [present: number, absent: number]>();
  for (const [kind, list] of [present, absent].entries()) {
    for (const score of list) {
      const count = counts.get(score) ?? [0, 0];
      count[kind] = (count[kind] as number) + 1;
      counts.set(score, count);
    }
  }
  const points: RocPoint[] = [];
  let [truePositives, falsePositives] = [0, 0];
  const add = (threshold: number | null) =>
    points.push(
      Object.freeze({
        threshold,
        truePositives,
        falsePositives,
        sensitivity: present.length === 0 ? null : truePositives / present.length,
        specificity: absent.length === 0 ? null : 1 - falsePositives / absent.length,
      }),
    );
  add(null);
  for (const [threshold, [more, wrong]] of [...counts].sort(([a], [b]) => b - a)) {
    truePositives += more;
    falsePositives += wrong;
    add(threshold);
  }
  return Object.freeze({
    points: frozen(points),
    present: present.length,
    absent: absent.length,
    undetermined: openPresent + openAbsent,
  });
}
