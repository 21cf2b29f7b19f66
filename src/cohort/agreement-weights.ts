import { type Issue, mustBeList, mustBeObject, mustBeOneOf, throwIfAny } from "../issues/index.ts";
import type { IntervalOptions } from "./estimate.ts";

/** How much a pair of categories counts as agreement: a named scheme, or one row for each category. */
export type WeightScheme = "identity" | "linear" | "quadratic" | "ordinal" | "radical" | "ratio";

/** How categories differ: only in name, in rank, by their distance, or by their proportion. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

/** What the coefficients of agreement let one choose. */
export interface AgreementOptions extends IntervalOptions {
  /** `identity` if it is left out: only the same category is agreement. */
  readonly weights?: WeightScheme | readonly (readonly number[])[];
  /** The categories' values for `linear`, `quadratic`, `radical` and `ratio`; 1, 2, 3 … if they are left out. */
  readonly scores?: readonly number[];
}

/**
 * The weight of every pair of categories: 1 on the diagonal, 0 for the pair that lies furthest apart.
 *
 * @throws {AssessmentError} `not_a_metric` with the pair if a matrix is not symmetric, has no ones on its diagonal, goes
 *   outside 0 to 1, or if the square root of one less the weight breaks the triangle inequality; `unequal_lengths`;
 *   `out_of_range` if scores are not rising, or not above zero for `ratio`; `unknown_option` for a scheme that there is not
 * @source Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition, chapter 3
 * @example
 * agreementWeights(["low", "middle", "high"], { weights: "linear" }); // => [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]
 */
export function agreementWeights(
  categories: readonly string[],
  options: AgreementOptions = {},
): readonly (readonly number[])[] {
  mustBeList(categories, "categories");
  mustBeObject(options, "options");
  const { weights = "identity", scores } = options;
  if (typeof weights !== "string") {
    refuse(matrixFaults(weights, categories));
    return weights;
  }
  mustBeOneOf(weights, Object.keys(distances), "weights");
  const values = scores ?? categories.map((_, at) => at + 1);
  refuse(scoreFaults(values, categories, weights));
  if (categories.length === 1) return [[1]];
  const first = values[0] ?? 0;
  const last = values.at(-1) ?? 0;
  const widest = distances[weights](first, last, categories.length - 1);
  return values.map((a, k) =>
    values.map((b, l) => (k === l ? 1 : 1 - distances[weights](a, b, Math.abs(k - l)) / widest)),
  );
}

/** How far apart two categories are, by their scores or by the steps between them, before it is divided by the widest. */
const distances: Readonly<Record<WeightScheme, (a: number, b: number, steps: number) => number>> = {
  identity: () => 1,
  linear: (a, b) => Math.abs(a - b),
  quadratic: (a, b) => (a - b) ** 2,
  ordinal: (_a, _b, steps) => (steps * (steps + 1)) / 2,
  radical: (a, b) => Math.sqrt(Math.abs(a - b)),
  ratio: (a, b) => ((a - b) / (a + b)) ** 2,
};

function scoreFaults(values: readonly number[], categories: readonly string[], scheme: WeightScheme): readonly Issue[] {
  if (values.length !== categories.length) {
    return [{ code: "unequal_lengths", path: ["scores"], expected: [`${categories.length} numbers`] }];
  }
  return values.flatMap((value, at): Issue[] => {
    const path = ["scores", at];
    const before = values[at - 1] ?? Number.NEGATIVE_INFINITY;
    if (!Number.isFinite(value) || value <= before)
      return [{ code: "out_of_range", path, expected: ["rising numbers"] }];
    return scheme === "ratio" && value <= 0 ? [{ code: "out_of_range", path, expected: ["a number above 0"] }] : [];
  });
}

function matrixFaults(weights: readonly (readonly number[])[], categories: readonly string[]): readonly Issue[] {
  const q = categories.length;
  if (weights.length !== q || weights.some((row) => row.length !== q)) {
    return [{ code: "unequal_lengths", path: ["weights"], expected: [`${q} rows of ${q} numbers`] }];
  }
  const weight = (k: number, l: number) => weights[k]?.[l] ?? Number.NaN;
  const distance = (k: number, l: number) => Math.sqrt(1 - weight(k, l));
  const every = categories.map((_, at) => at);
  return every.flatMap((k) =>
    every.flatMap((l): Issue[] => {
      const inRange = k === l ? weight(k, l) === 1 : weight(k, l) >= 0 && weight(k, l) <= 1;
      const direct = every.every((m) => distance(k, l) <= distance(k, m) + distance(m, l) + 1e-12);
      if (inRange && weight(k, l) === weight(l, k) && direct) return [];
      return [{ code: "not_a_metric", path: ["weights", categories[k] ?? k, categories[l] ?? l] }];
    }),
  );
}

function refuse(issues: readonly Issue[]): void {
  throwIfAny(issues);
}
