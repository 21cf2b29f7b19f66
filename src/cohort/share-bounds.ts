import { type Issue, mustBeList, nearestIn, throwIfAny } from "../issues/index.ts";
import { type Bounds, frozen } from "./estimate.ts";
import { type ProportionOptions, proportion } from "./proportion.ts";

/** The least and the most that one type can be of a caseload once open answers arrive. */
export interface ShareBounds<Label extends string = string> {
  readonly label: Label;
  /** Cases that can only be this one, and cases that may be. */
  readonly counts: Bounds;
  /** `null` if there are no cases. */
  readonly shares: Bounds | null;
  /** From the low end for the least to the high end for the most: open answers and chance together. */
  readonly interval: Bounds | null;
}

/**
 * How a caseload can fall over its outcomes while answers are open: for each case the outcomes still possible are given,
 * one if it is settled. The bounds of one outcome are sharp; those of several cannot all be reached at once.
 *
 * @throws {AssessmentError} `empty_list` or `unknown_category` with the case's position, from 1
 * @example
 * shareBounds([["rejected"], ["rejected", "resentful"]], ["rejected", "resentful"]).map(({ counts }) => counts);
 * // => [[1, 2], [0, 1]]
 */
export function shareBounds<Label extends string>(
  possible: readonly (readonly string[])[],
  order: readonly Label[],
  options: ProportionOptions = {},
): readonly ShareBounds<Label>[] {
  mustBeList(possible, "possible");
  mustBeList(order, "order");
  const issues = possible.flatMap((outcomes, at) => faultsOf(outcomes, order, at + 1));
  throwIfAny(issues);
  const n = possible.length;
  return frozen(
    order.map((label) => {
      const most = possible.filter((outcomes) => outcomes.includes(label)).length;
      const least = possible.filter((outcomes) => outcomes.every((outcome) => outcome === label)).length;
      const low = proportion(least, n, options);
      const high = proportion(most, n, options);
      const counts: Bounds = [least, most];
      const shares: Bounds | null = n === 0 ? null : [least / n, most / n];
      const interval: Bounds | null =
        low.interval === null || high.interval === null ? null : [low.interval[0], high.interval[1]];
      return Object.freeze({
        label,
        counts: Object.freeze(counts),
        shares: shares === null ? null : Object.freeze(shares),
        interval: interval === null ? null : Object.freeze(interval),
      });
    }),
  );
}

function faultsOf(outcomes: readonly string[], order: readonly string[], position: number): readonly Issue[] {
  if (outcomes.length === 0) return [{ code: "empty_list", path: ["case", position], row: position }];
  return outcomes
    .filter((outcome) => !order.includes(outcome))
    .map((outcome) => ({
      code: "unknown_category",
      path: ["case", position],
      expected: order,
      row: position,
      ...nearestIn(outcome, order),
    }));
}
