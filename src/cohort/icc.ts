import { type Issue, mustBeLists, throwIfAny } from "../issues/index.ts";
import {
  type Bounds,
  confidenceOf,
  definedEstimate,
  type Estimate,
  frozen,
  type IntervalOptions,
  sum,
  undefinedEstimate,
} from "./estimate.ts";
import type { MethodName } from "./method-names.ts";
import { fQuantile, fUpper } from "./quantiles.ts";

/** One-way, two-way random and two-way mixed effects; for a single rating and for the mean of all k. */
export type IccForm = "ICC(1,1)" | "ICC(2,1)" | "ICC(3,1)" | "ICC(1,k)" | "ICC(2,k)" | "ICC(3,k)";

/** An intraclass correlation with the test that it is zero. */
export interface IccEstimate extends Estimate {
  readonly form: IccForm;
  readonly f: number | null;
  readonly df: Bounds | null;
  readonly p: number | null;
  /** Subjects left out because a rating is missing. */
  readonly leftOut: number;
}

const forms: readonly IccForm[] = ["ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"];

/**
 * The six intraclass correlations of numeric ratings, with F intervals. One row for each subject, one number for each
 * rater; a subject with a missing rating is left out and counted. The form has to fit the design: 1 if every subject has
 * raters of its own, 2 if the raters stand for others, 3 if they are the only ones of interest (then shifts between
 * raters do not count). `k` is for the mean of all raters.
 *
 * @throws {AssessmentError} `out_of_range` for the confidence; `unequal_lengths` or `out_of_range` with the row
 * @source Shrout and Fleiss 1979, Psychol Bull 86:420
 * @example
 * const scores = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * icc(scores).map(({ form, estimate }) => [form, estimate?.toFixed(2)]).slice(0, 2);
 * // => [["ICC(1,1)", "0.17"], ["ICC(2,1)", "0.29"]]
 */
export function icc(
  scores: readonly (readonly (number | null)[])[],
  options: IntervalOptions = {},
): readonly IccEstimate[] {
  mustBeLists(scores, "scores");
  const confidence = confidenceOf(options);
  refuse(scores);
  const complete = scores.filter((row): row is readonly number[] => row.every((score) => score !== null));
  const leftOut = scores.length - complete.length;
  const n = complete.length;
  const k = complete[0]?.length ?? 0;
  const reason = n === 0 ? "no_cases" : n === 1 ? "one_case" : k < 2 ? "one_rater" : undefined;
  if (reason === undefined) {
    const { between, within, raters, error } = meanSquares(complete, n, k);
    if (within > 0 || between > 0)
      return frozen(forms.map((form) => iccOf(form, { between, within, raters, error }, n, k, confidence, leftOut)));
  }
  const blank = (form: IccForm) => undefinedEstimate(`${form}, F interval`, n, confidence, reason ?? "no_variance");
  return frozen(forms.map((form) => Object.freeze({ ...blank(form), form, f: null, df: null, p: null, leftOut })));
}

interface MeanSquares {
  readonly between: number;
  readonly within: number;
  readonly raters: number;
  readonly error: number;
}

function iccOf(
  form: IccForm,
  squares: MeanSquares,
  n: number,
  k: number,
  confidence: number,
  leftOut: number,
): IccEstimate {
  const { between, within, raters, error } = squares;
  const kind = form[4];
  const mean = form.endsWith("k)");
  const single = {
    "1": (between - within) / (between + (k - 1) * within),
    "2": (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n),
    "3": (between - error) / (between + (k - 1) * error),
  }[kind ?? ""] as number;
  const averaged = {
    "1": (between - within) / between,
    "2": (between - error) / (between + (raters - error) / n),
    "3": (between - error) / between,
  }[kind ?? ""] as number;
  const noise = kind === "1" ? within : error;
  const df: Bounds = [n - 1, kind === "1" ? n * (k - 1) : (n - 1) * (k - 1)];
  const method: MethodName = `${form}, F interval`;
  const estimate = mean ? averaged : single;
  const rest = (f: number | null) => ({
    form,
    f,
    df: f === null ? null : Object.freeze(df),
    p: f === null ? null : fUpper(f, ...df),
    leftOut,
  });
  if (!Number.isFinite(estimate)) {
    return Object.freeze({ ...undefinedEstimate(method, n, confidence, "no_variance"), ...rest(null) });
  }
  if (noise === 0) {
    return Object.freeze({
      ...definedEstimate(method, n, confidence, estimate, null, null, "no_variance"),
      ...rest(null),
    });
  }
  const f = between / noise;
  const level = (1 + confidence) / 2;
  const bounds = kind === "2" ? absoluteBounds(squares, single, n, k, level) : ratioBounds(f, df, k, level);
  const interval: Bounds = mean ? [stepUp(bounds[0], k), stepUp(bounds[1], k)] : bounds;
  if (!interval.every(Number.isFinite)) {
    return Object.freeze({
      ...definedEstimate(method, n, confidence, estimate, null, null, "no_variance"),
      ...rest(f),
    });
  }
  return Object.freeze({ ...definedEstimate(method, n, confidence, estimate, null, interval), ...rest(f) });
}

const ratioBounds = (f: number, [above, below]: Bounds, k: number, level: number): Bounds => {
  const low = f / fQuantile(level, above, below);
  const high = f * fQuantile(level, below, above);
  return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
};

/** For two-way random effects, with Satterthwaite's degrees of freedom. */
function absoluteBounds(
  { between, raters, error }: MeanSquares,
  single: number,
  n: number,
  k: number,
  level: number,
): Bounds {
  const ratio = raters / error;
  const inner = n * (1 + (k - 1) * single) - k * single;
  const df =
    ((k - 1) * (n - 1) * (k * single * ratio + inner) ** 2) /
    ((n - 1) * k ** 2 * single ** 2 * ratio ** 2 + inner ** 2);
  const up = fQuantile(level, n - 1, df);
  const down = fQuantile(level, df, n - 1);
  const spread = k * raters + (k * n - k - n) * error;
  return [
    (n * (between - up * error)) / (up * spread + n * between),
    (n * (down * between - error)) / (spread + n * down * between),
  ];
}

/** Spearman and Brown: from one rating to the mean of k. */
const stepUp = (single: number, k: number): number => (k * single) / (1 + (k - 1) * single);

function meanSquares(rows: readonly (readonly number[])[], n: number, k: number): MeanSquares {
  const grand = sum(rows.map(sum)) / (n * k);
  const subjectMeans = rows.map((row) => sum(row) / k);
  const raterMeans = Array.from({ length: k }, (_, g) => sum(rows.map((row) => row[g] ?? 0)) / n);
  const largest = rows.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  /** The sum of squares; what rounding alone would give counts as nothing. */
  const deviation = (of: (value: number, i: number, g: number) => number) => {
    const total = sum(rows.map((row, i) => sum(row.map((value, g) => of(value, i, g) ** 2))));
    return total < 1e-26 * n * k * largest ** 2 ? 0 : total;
  };
  return {
    between: deviation((_, i) => (subjectMeans[i] ?? 0) - grand) / (n - 1),
    within: deviation((value, i) => value - (subjectMeans[i] ?? 0)) / (n * (k - 1)),
    raters: deviation((_value, _i, g) => (raterMeans[g] ?? 0) - grand) / (k - 1),
    error:
      deviation((value, i, g) => value - (subjectMeans[i] ?? 0) - (raterMeans[g] ?? 0) + grand) / ((n - 1) * (k - 1)),
  };
}

function refuse(scores: readonly (readonly (number | null)[])[]): void {
  const k = scores[0]?.length ?? 0;
  const issues = scores.flatMap((row, at): readonly Issue[] => {
    const place = { path: ["row", at + 1], row: at + 1 };
    if (row.length !== k) return [{ code: "unequal_lengths", ...place, expected: [`${k} ratings`] }];
    return row.every((score) => score === null || Number.isFinite(score))
      ? []
      : [{ code: "out_of_range", ...place, expected: ["numbers"] }];
  });
  throwIfAny(issues);
}
