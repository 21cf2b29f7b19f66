import { type Issue, mustBeListOf, throwIfAny } from "../issues/index.ts";
import { frozen } from "./estimate.ts";

/** How long one case waited: until it happened, or until now if it has not. */
export interface Wait {
  readonly days: number;
  readonly happened: boolean;
}

/** How long cases wait for something, with those that still wait not left out. */
export interface WaitingTimes {
  readonly n: number;
  readonly happened: number;
  readonly waiting: number;
  /** The shortest, the middle and the longest of those for whom it happened; `null` without any. */
  readonly ofHappened: { readonly low: number; readonly median: number; readonly high: number } | null;
  /** Days after which it has happened for half, by the product limit; `null` if that is not reached. */
  readonly median: number | null;
}

/**
 * Waiting times, such as from referral to first assessment. The median of those for whom it happened alone is too short
 * while others still wait, so the median by Kaplan and Meier stands beside it: it takes each that waits as waiting longer
 * than it has so far.
 *
 * @throws {AssessmentError} `out_of_range` with the row of days that are not valid, `wrong_type` with that of `happened`
 * @source Kaplan and Meier 1958, J Am Stat Assoc 53:457
 * @example
 * const waits = [{ days: 2, happened: true }, { days: 5, happened: true }, { days: 9, happened: false }];
 * waitingTimes(waits).median; // => 5
 */
export function waitingTimes(waits: readonly Wait[]): WaitingTimes {
  mustBeListOf(waits, "days", "waits");
  refuseFaults(waits);
  const happened = waits
    .filter((wait) => wait.happened)
    .map(({ days }) => days)
    .toSorted((a, b) => a - b);
  const middle = (at: number) => happened[at] ?? 0;
  const n = happened.length;
  return Object.freeze({
    n: waits.length,
    happened: n,
    waiting: waits.length - n,
    ofHappened:
      n === 0
        ? null
        : Object.freeze({
            low: middle(0),
            median: (middle(Math.floor((n - 1) / 2)) + middle(Math.ceil((n - 1) / 2))) / 2,
            high: middle(n - 1),
          }),
    median: productLimitMedian(waits),
  });
}

/** Days that are not valid, and what is neither true nor false: both would be counted as still waiting. */
function refuseFaults(waits: readonly Wait[]): void {
  const issues = waits.flatMap(({ days, happened }, at): readonly Issue[] => [
    ...(Number.isFinite(days) && days >= 0
      ? []
      : [{ code: "out_of_range", path: ["row", at + 1, "days"], expected: ["a number from 0"], row: at + 1 } as const]),
    ...(typeof happened === "boolean"
      ? []
      : [{ code: "wrong_type", path: ["row", at + 1, "happened"], expected: ["true or false"], row: at + 1 } as const]),
  ]);
  throwIfAny(issues);
}

function productLimitMedian(waits: readonly Wait[]): number | null {
  const times = frozen(new Set(waits.filter(({ happened }) => happened).map(({ days }) => days))).toSorted(
    (a, b) => a - b,
  );
  let left = 1;
  for (const time of times) {
    const atRisk = waits.filter(({ days }) => days >= time).length;
    const events = waits.filter(({ days, happened }) => happened && days === time).length;
    left *= 1 - events / atRisk;
    if (left <= 0.5 + 1e-12) return time;
  }
  return null;
}
