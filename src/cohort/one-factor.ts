import { sum } from "./estimate.ts";
import { cholesky, inverse, type Matrix, solve } from "./matrix.ts";

/** A one-factor model fitted to covariances. */
export interface OneFactor {
  readonly loadings: readonly number[];
  /** What each item does not share with the factor, as variances. */
  readonly uniquenesses: readonly number[];
  /** The expected information for one case, loadings first. */
  readonly information: Matrix;
}

/**
 * One factor fitted to a covariance matrix by maximum likelihood under normality: Fisher scoring from the loadings that
 * the mean correlation gives, with half steps where a full one would not raise the likelihood.
 *
 * @returns `singular` if the covariances have no inverse; `improper` if an item's uniqueness falls to nothing (a Heywood
 *   case), so that there is no solution inside the model; `not_converged` after 500 steps
 * @source Lawley and Maxwell 1971, Factor Analysis as a Statistical Method, 2nd edition, chapters 4 and 5
 */
export function oneFactor(covariances: Matrix): OneFactor | "singular" | "improper" | "not_converged" {
  const k = covariances.length;
  if (cholesky(covariances) === undefined) return "singular";
  const variances = covariances.map((row, i) => row[i] as number);
  let [loadings, uniquenesses] = start(covariances, variances);
  let fit = misfit(covariances, loadings, uniquenesses);
  for (let step = 0; step < 500; step++) {
    const { score, information } = scoring(covariances, loadings, uniquenesses);
    const full = solve(information, score);
    if (full === undefined || fit === undefined) return "improper";
    let size = 1;
    for (; size > 1e-10; size /= 2) {
      const next = loadings.map((value, i) => value + size * (full[i] as number));
      const rest = uniquenesses.map((value, i) => value + size * (full[k + i] as number));
      const now = rest.every((value) => value > 0) ? misfit(covariances, next, rest) : undefined;
      if (now === undefined || now > fit + 1e-13) continue;
      [loadings, uniquenesses, fit] = [next, rest, now];
      break;
    }
    if (uniquenesses.some((value, i) => value < 1e-6 * (variances[i] as number))) return "improper";
    const moved = Math.max(
      ...full.map((value, i) => Math.abs(value) / (i < k ? Math.sqrt : (v: number) => v)(variances[i % k] as number)),
    );
    if (moved < 1e-13) return { loadings, uniquenesses, information };
    if (size <= 1e-10) return moved < 1e-9 ? { loadings, uniquenesses, information } : "improper";
  }
  return "not_converged";
}

function start(covariances: Matrix, variances: readonly number[]): [number[], number[]] {
  const spread = variances.map(Math.sqrt);
  const correlation = (i: number, j: number) =>
    (covariances[i]?.[j] as number) / ((spread[i] as number) * (spread[j] as number));
  const every = variances.map((_, at) => at);
  const means = every.map((i) => sum(every.map((j) => (i === j ? 0 : correlation(i, j)))) / (every.length - 1));
  const whole = Math.sqrt(Math.max(0.05, Math.abs(sum(means) / means.length)));
  const standard = means.map((mean) => Math.max(-0.9, Math.min(0.9, mean / whole)) || 0.1);
  return [
    standard.map((value, i) => value * (spread[i] as number)),
    standard.map((value, i) => (1 - value ** 2) * (variances[i] as number)),
  ];
}

/** log|model| + trace(covariances / model), by the formulas for one factor and a diagonal. */
function misfit(covariances: Matrix, loadings: readonly number[], uniquenesses: readonly number[]): number | undefined {
  const scaled = loadings.map((value, i) => value / (uniquenesses[i] as number));
  const share = 1 + sum(loadings.map((value, i) => value * (scaled[i] as number)));
  const traces = covariances.map((row, i) => (row[i] as number) / (uniquenesses[i] as number));
  const common = sum(
    covariances.map((row, i) => (scaled[i] as number) * sum(row.map((v, j) => v * (scaled[j] as number)))),
  );
  const value = sum(uniquenesses.map(Math.log)) + Math.log(share) + sum(traces) - common / share;
  return Number.isFinite(value) ? value : undefined;
}

function scoring(covariances: Matrix, loadings: readonly number[], uniquenesses: readonly number[]) {
  const k = loadings.length;
  const model = loadings.map((a, i) => loadings.map((b, j) => a * b + (i === j ? (uniquenesses[i] as number) : 0)));
  const precision = inverse(model) ?? [];
  const times = (row: readonly number[], vector: readonly number[]) =>
    sum(row.map((v, j) => v * (vector[j] as number)));
  const off = covariances.map((row, i) => row.map((value, j) => value - (model[i]?.[j] as number)));
  const half = precision.map((row) => off.map((_, j) => sum(row.map((v, m) => v * (off[m]?.[j] as number)))));
  const gradient = half.map((row) =>
    precision.map((_, j) => sum(row.map((v, m) => v * (precision[m]?.[j] as number)))),
  );
  const near = precision.map((row) => times(row, loadings));
  const both = times(loadings, near);
  const every = loadings.map((_, at) => at);
  const score = [...gradient.map((row) => times(row, loadings)), ...gradient.map((row, i) => (row[i] as number) / 2)];
  const at = (i: number, j: number) => precision[i]?.[j] as number;
  const a = (i: number) => near[i] as number;
  const information = [
    ...every.map((i) => [...every.map((j) => at(i, j) * both + a(i) * a(j)), ...every.map((j) => at(i, j) * a(j))]),
    ...every.map((i) => [...every.map((j) => at(i, j) * a(i)), ...every.map((j) => at(i, j) ** 2 / 2)]),
  ];
  return { score, information, k };
}
