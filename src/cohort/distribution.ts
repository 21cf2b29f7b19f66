import { mustBeList } from "../issues/index.ts";
import { mustBeRows } from "./must-be-rows.ts";
import { wilson } from "./wilson.ts";

/** One outcome's share of a caseload. */
export interface Share<Label extends string = string> {
  readonly label: Label;
  readonly count: number;
  /** From 0 to 1; `undefined` if there are no cases. */
  readonly share: number | undefined;
  /** 95% Wilson score interval; `undefined` if there are no cases. */
  readonly interval: readonly [low: number, high: number] | undefined;
}

/** How a caseload falls over its outcomes. The counts add up to `cases`. */
export interface Distribution<Label extends string = string> {
  readonly cases: number;
  readonly shares: readonly Share<Label>[];
}

/**
 * Counts, shares and 95% Wilson intervals over a list of labels. Every label of `order` is listed, with zero if need
 * be; a label that is not in it is an error of the caller and is counted at the end.
 *
 * The intervals are one for each share, not joint. They say how sure the share of such a caseload is if its cases are a
 * random sample of it, which a service's referrals are not.
 *
 * @example
 * distribution(["rejected", "mixed", "rejected"], ["rejected", "mixed"]).shares.map(({ count }) => count); // => [2, 1]
 */
export function distribution<Label extends string>(
  labels: Iterable<Label>,
  order: readonly Label[],
): Distribution<Label> {
  mustBeRows(labels, "labels");
  mustBeList(order, "order");
  const counts = new Map<Label, number>(order.map((label) => [label, 0]));
  let cases = 0;
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    cases += 1;
  }
  return {
    cases,
    shares: [...counts].map(([label, count]) => ({
      label,
      count,
      share: cases === 0 ? undefined : count / cases,
      interval: wilson(count, cases),
    })),
  };
}
