import { type Issue, mustBeLists, throwIfAny } from "../issues/index.ts";
import {
  type Bounds,
  confidenceOf,
  definedEstimate,
  type Estimate,
  frozen,
  type IntervalOptions,
  type Reason,
  sum,
  undefinedEstimate,
} from "./estimate.ts";
import { type Matrix, solve } from "./matrix.ts";
import { type OneFactor, oneFactor } from "./one-factor.ts";
import { fQuantile, normalQuantile } from "./quantiles.ts";

/** What internal consistency lets one choose. */
export interface ConsistencyOptions extends IntervalOptions {
  /** The items' names, in the order of the columns; `1`, `2`, `3` … if they are left out. */
  readonly items?: readonly string[];
  /**
   * The share of items, from 0 to 1, that a case has to have; what it lacks is then prorated: it counts as the mean of
   * what it has, as in a score. 1 if it is left out: complete cases only. At 0, one answer is enough.
   */
  readonly minAnswered?: number;
}

/** One item of a scale. */
export interface ItemConsistency {
  readonly item: string;
  readonly mean: number;
  readonly standardDeviation: number;
  /** The correlation with the sum of the other items. */
  readonly itemRest: Estimate;
  /** Alpha of the other items. */
  readonly alphaIfDropped: Estimate;
  /** The standardised loading on the one factor; `null` if there is none. */
  readonly loading: number | null;
}

/** How far the items of a scale go together. None of it says that they measure one thing, or which. */
export interface Consistency {
  /** Cases used. */
  readonly n: number;
  /** Of these, the cases in which something missing was prorated. */
  readonly prorated: number;
  /** Cases with too few answers. */
  readonly leftOut: number;
  /** Items that never vary: they are left out, as they can go together with nothing. */
  readonly constant: readonly string[];
  readonly alpha: Estimate;
  readonly omega: Estimate;
  /** Alpha and omega of standardised items, as if the score were a sum of z values. */
  readonly standardised: { readonly alpha: number | null; readonly omega: number | null };
  readonly byItem: readonly ItemConsistency[];
}

/**
 * Internal consistency of a scale: Cronbach's alpha with the interval of Feldt, and McDonald's omega total, the share of
 * the model's variance of the sum that one factor gives, fitted by maximum likelihood, with a large-sample interval.
 * One row for each case, one number for each item; `null` where an answer is missing. Items have to point the same way.
 *
 * Prorating fills a gap with the case's own mean, which makes items more alike: report how many cases it touched.
 *
 * @throws {AssessmentError} `unequal_lengths` or `out_of_range` with the row; `out_of_range` for options
 * @source Cronbach 1951, Psychometrika 16:297; Feldt, Woodruff and Salih 1987, Appl Psychol Meas 11:93; McDonald 1999,
 *   Test Theory, chapter 6
 * @example
 * const { alpha, byItem } = consistency([[1, 2, 2], [3, 3, 4], [0, 1, 0], [2, 2, 3], [4, 3, 4]]);
 * [alpha.estimate?.toFixed(4), byItem[0]?.itemRest.estimate?.toFixed(4)]; // => ["0.9444", "0.9525"]
 */
export function consistency(
  rows: readonly (readonly (number | null)[])[],
  options: ConsistencyOptions = {},
): Consistency {
  mustBeLists(rows, "rows");
  const confidence = confidenceOf(options);
  const names = options.items ?? (rows[0] ?? []).map((_, at) => String(at + 1));
  refuse(rows, names, options);
  const { complete, prorated } = completed(rows, options.minAnswered ?? 1);
  const n = complete.length;
  const variesAt = (at: number) => complete.some((row) => row[at] !== complete[0]?.[at]);
  const kept = names.flatMap((_, at) => (n > 0 && variesAt(at) ? [at] : []));
  const covariances = covariancesOf(complete, kept);
  const factor = oneFactorOf(covariances, n);
  const reason = n === 0 ? "no_cases" : n === 1 ? "one_case" : undefined;
  return Object.freeze({
    n,
    prorated,
    leftOut: rows.length - n,
    constant: frozen(n < 2 ? [] : names.filter((_, at) => !kept.includes(at))),
    alpha: alphaOf(covariances, n, confidence, reason),
    omega: omegaOf(factor, n, confidence, reason),
    standardised: Object.freeze({
      alpha: alphaOf(correlationsOf(covariances), n, confidence, reason).estimate,
      omega: typeof factor === "string" ? null : standardOmega(factor, covariances),
    }),
    byItem: frozen(
      reason === undefined ? kept.map((at, place) => itemOf(place, names[at] as string, complete, kept)) : [],
    ),
  });

  function itemOf(place: number, item: string, all: Matrix, columns: readonly number[]): ItemConsistency {
    const variance = covariances[place]?.[place] as number;
    const others = columns.map((_, at) => at).filter((at) => at !== place);
    const rest = others.map((i) => others.map((j) => covariances[i]?.[j] as number));
    const shared = sum(others.map((j) => covariances[place]?.[j] as number));
    const loading = typeof factor === "string" ? null : (factor.loadings[place] as number) / Math.sqrt(variance);
    return Object.freeze({
      item,
      mean: sum(all.map((row) => row[columns[place] as number] as number)) / n,
      standardDeviation: Math.sqrt(variance),
      itemRest: correlation(shared, variance, sum(rest.map(sum)), others.length, n, confidence),
      alphaIfDropped: alphaOf(rest, n, confidence),
      loading,
    });
  }
}

/** Alpha of a matrix of covariances. */
function alphaOf(covariances: Matrix, n: number, confidence: number, reason?: Reason): Estimate {
  const method = "Cronbach's alpha, Feldt interval";
  const k = covariances.length;
  const whole = sum(covariances.map(sum));
  const why =
    reason ??
    (k === 0 ? "no_variance" : k === 1 ? "one_item" : isNothing(whole, covariances) ? "no_variance" : undefined);
  if (why !== undefined) return undefinedEstimate(method, n, confidence, why);
  const alpha = (k / (k - 1)) * (1 - sum(covariances.map((row, i) => row[i] as number)) / whole);
  if (1 - alpha < 1e-12) return definedEstimate(method, n, confidence, 1, null, null, "no_variance");
  const df = [n - 1, (n - 1) * (k - 1)] as const;
  const end = (p: number) => 1 - (1 - alpha) * fQuantile(p, ...df);
  return definedEstimate(method, n, confidence, alpha, null, [end((1 + confidence) / 2), end((1 - confidence) / 2)]);
}

/** Whether the sum of items has no variance, to the accuracy of the arithmetic. */
const isNothing = (whole: number, covariances: Matrix): boolean =>
  whole <= 1e-12 * sum(covariances.map((row, i) => row[i] as number));

function omegaOf(factor: OneFactor | Reason, n: number, confidence: number, reason?: Reason): Estimate {
  const method = "McDonald's omega total, one factor by maximum likelihood, large-sample interval";
  const why = reason ?? (typeof factor === "string" ? factor : undefined);
  if (why !== undefined || typeof factor === "string")
    return undefinedEstimate(method, n, confidence, why ?? "no_cases");
  const { loadings, uniquenesses, information } = factor;
  const common = sum(loadings) ** 2;
  const unique = sum(uniquenesses);
  const omega = common / (common + unique);
  const slopes = [
    ...loadings.map(() => (2 * sum(loadings) * unique) / (common + unique) ** 2),
    ...loadings.map(() => -common / (common + unique) ** 2),
  ];
  const spread = solve(information, slopes);
  if (spread === undefined) return definedEstimate(method, n, confidence, omega, null, null, "not_converged");
  const standardError = Math.sqrt(sum(slopes.map((slope, i) => slope * (spread[i] as number))) / n);
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  const interval: Bounds = [Math.max(0, omega - half), Math.min(1, omega + half)];
  return definedEstimate(method, n, confidence, omega, standardError, interval);
}

function standardOmega({ loadings, uniquenesses }: OneFactor, covariances: Matrix): number {
  const variance = (i: number) => covariances[i]?.[i] as number;
  const common = sum(loadings.map((value, i) => value / Math.sqrt(variance(i)))) ** 2;
  return common / (common + sum(uniquenesses.map((value, i) => value / variance(i))));
}

function oneFactorOf(covariances: Matrix, n: number): OneFactor | Reason {
  if (n < 2) return n === 0 ? "no_cases" : "one_case";
  if (covariances.length < 3) return "too_few_items";
  const found = oneFactor(covariances);
  return found === "singular" ? "items_determined" : found === "improper" ? "improper_solution" : found;
}

/** Pearson's correlation of an item with the sum of the others, with the interval of Fisher's z. */
function correlation(
  shared: number,
  variance: number,
  restVariance: number,
  others: number,
  n: number,
  confidence: number,
): Estimate {
  const method = "item-rest correlation, Fisher z interval";
  if (others === 0) return undefinedEstimate(method, n, confidence, "one_item");
  if (restVariance <= 1e-12 * variance) return undefinedEstimate(method, n, confidence, "no_variance");
  const r = Math.max(-1, Math.min(1, shared / Math.sqrt(variance * restVariance)));
  if (n < 4) return definedEstimate(method, n, confidence, r, null, null, "too_few_cases");
  if (1 - Math.abs(r) < 1e-12) return definedEstimate(method, n, confidence, r, null, null, "no_variance");
  const half = normalQuantile((1 + confidence) / 2) / Math.sqrt(n - 3);
  return definedEstimate(method, n, confidence, r, null, [
    Math.tanh(Math.atanh(r) - half),
    Math.tanh(Math.atanh(r) + half),
  ]);
}

/** The cases with enough answers, what they lack filled with their own mean. */
function completed(rows: readonly (readonly (number | null)[])[], minAnswered: number) {
  let prorated = 0;
  const complete = rows.flatMap((row): readonly (readonly number[])[] => {
    const known = row.filter((value) => value !== null);
    if (known.length === 0 || known.length / row.length < minAnswered) return [];
    const mean = sum(known) / known.length;
    if (known.length < row.length) prorated += 1;
    return [row.map((value) => value ?? mean)];
  });
  return { complete, prorated };
}

function covariancesOf(rows: Matrix, columns: readonly number[]): Matrix {
  const n = rows.length;
  const means = columns.map((at) => sum(rows.map((row) => row[at] as number)) / n);
  const off = rows.map((row) => columns.map((at, place) => (row[at] as number) - (means[place] as number)));
  return columns.map((_, i) =>
    columns.map((__, j) => {
      let total = 0;
      for (const row of off) total += (row[i] as number) * (row[j] as number);
      return total / (n - 1);
    }),
  );
}

const correlationsOf = (covariances: Matrix): Matrix =>
  covariances.map((row, i) =>
    row.map((value, j) =>
      i === j ? 1 : value / Math.sqrt((covariances[i]?.[i] as number) * (covariances[j]?.[j] as number)),
    ),
  );

function refuse(
  rows: readonly (readonly (number | null)[])[],
  names: readonly string[],
  { minAnswered = 1 }: ConsistencyOptions,
): void {
  const issues: Issue[] = rows.flatMap((row, at): readonly Issue[] => {
    if (row.length !== names.length) {
      return [{ code: "unequal_lengths", path: ["row", at + 1], row: at + 1, expected: [`${names.length} items`] }];
    }
    return row.flatMap((value, i): readonly Issue[] =>
      value === null || Number.isFinite(value)
        ? []
        : [{ code: "out_of_range", path: ["row", at + 1, names[i] ?? i], row: at + 1, expected: ["a number"] }],
    );
  });
  if (!(minAnswered >= 0 && minAnswered <= 1)) {
    issues.push({ code: "out_of_range", path: ["minAnswered"], expected: ["a number from 0 to 1"] });
  }
  throwIfAny(issues);
}
