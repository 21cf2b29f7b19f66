import { mustHave } from "../issues/index.ts";
import { type AgreementEstimate, withInterval } from "./chance-corrected.ts";
import { type ClassAccuracy, classAccuracy } from "./class-accuracy.ts";
import { cohenOf } from "./cohen-kappa.ts";
import type { CriterionCases } from "./criterion-cases.ts";
import { type Bounds, confidenceOf, type Estimate, frozen, sum } from "./estimate.ts";
import { jackknifed } from "./jackknife.ts";
import type { StatisticName } from "./method-names.ts";
import { type ProportionOptions, proportion } from "./proportion.ts";

/** How findings compare with a criterion. Undetermined cases are in none of the measures but `coverage` and the bounds. */
export interface Accuracy<Class extends string = string> {
  /** Cases with a criterion. */
  readonly cases: number;
  readonly withoutCriterion: number;
  readonly decided: number;
  readonly undetermined: number;
  /** The share of cases that were decided. */
  readonly coverage: Estimate;
  readonly classes: readonly Class[];
  /** Decided cases: one row for each class of the criterion, one column for each class found. */
  readonly table: readonly (readonly number[])[];
  /** Undetermined cases of each class of the criterion. */
  readonly undeterminedByClass: readonly number[];
  /** The share of decided cases that are right. It is also micro precision, recall and F1. */
  readonly accuracy: Estimate;
  /** The least and the most share of all cases that can be right, whatever the undetermined turn out to be. */
  readonly accuracyBounds: Bounds | null;
  /** The share that one would have right by always naming the most frequent class of the decided cases. */
  readonly noInformationRate: number | null;
  /** The mean sensitivity of the classes that the criterion has. */
  readonly balancedAccuracy: Estimate;
  /** Means over the classes that stand in the criterion or the findings; what is 0 / 0 for a class counts as 0. */
  readonly macroPrecision: Estimate;
  readonly macroRecall: Estimate;
  readonly macroF1: Estimate;
  /** The correlation of Matthews, for many classes as Gorodkin has it: -1 to 1. */
  readonly matthews: Estimate;
  readonly kappa: AgreementEstimate;
  readonly byClass: readonly ClassAccuracy<Class>[];
}

/**
 * Accuracy against a criterion, in all and for each class. A criterion is itself somebody's judgement: what is measured
 * is closeness to it. Shares have Wilson or exact intervals; macro means, balanced accuracy and Matthews' correlation
 * have jackknife ones.
 *
 * @throws {AssessmentError} `out_of_range` for the confidence
 * @source Gorodkin 2004, Comput Biol Chem 28:367 (Matthews); Efron 1982, The Jackknife, the Bootstrap and Other Resampling
 *   Plans, chapter 3
 * @example
 * const rows = ["yes yes", "yes no", "no no", "no no", "yes ?"].map((pair, at) => {
 *   const [criterion = "", found = ""] = pair.split(" ");
 *   return { case: String(at), criterion, found: found === "?" ? null : found };
 * });
 * const all = accuracy(valueOrThrow(parseCriterion(rows, ["yes", "no"])));
 * [all.accuracy.estimate, all.accuracyBounds, all.coverage.estimate]; // => [0.75, [0.6, 0.8], 0.8]
 */
export function accuracy<Class extends string>(
  from: CriterionCases<Class>,
  options: ProportionOptions = {},
): Accuracy<Class> {
  mustHave(from, "cases", "from");
  const confidence = confidenceOf(options);
  const { classes, cases, withoutCriterion } = from;
  const table = classes.map(() => classes.map(() => 0));
  const undeterminedByClass = classes.map(() => 0);
  let [mustBeRight, mayBeRight] = [0, 0];
  for (const { criterion, found, possible } of cases) {
    const row = table[criterion] as number[];
    if (found !== null) row[found] = (row[found] as number) + 1;
    else undeterminedByClass[criterion] = (undeterminedByClass[criterion] as number) + 1;
    const may = found === null ? possible.includes(criterion) : found === criterion;
    if (may) mayBeRight += 1;
    if (may && (found !== null || possible.length === 1)) mustBeRight += 1;
  }
  const n = cases.length;
  const decided = sum(table.map(sum));
  const right = sum(table.map((row, k) => row[k] as number));
  const overTable = (name: StatisticName, of: (table: Table) => number | null, range: Bounds) =>
    jackknifed(name, table, of, range, confidence);
  return Object.freeze({
    cases: n,
    withoutCriterion,
    decided,
    undetermined: n - decided,
    coverage: proportion(decided, n, options),
    classes,
    table: frozen(table.map(frozen)),
    undeterminedByClass: frozen(undeterminedByClass),
    accuracy: proportion(right, decided, options),
    accuracyBounds: n === 0 ? null : Object.freeze([mustBeRight / n, mayBeRight / n] as const),
    noInformationRate: decided === 0 ? null : Math.max(...table.map(sum)) / decided,
    balancedAccuracy: overTable("balanced accuracy", balanced, [0, 1]),
    macroPrecision: overTable("macro precision", macro(precision), [0, 1]),
    macroRecall: overTable("macro recall", macro(recall), [0, 1]),
    macroF1: overTable("macro F1", macro(f1), [0, 1]),
    matthews: overTable("Matthews correlation", matthews, [-1, 1]),
    kappa: withInterval(cohenOf(asPatterns(table), identity(classes.length)), confidence),
    byClass: frozen(classes.map((_, k) => classAccuracy(from, k, options))),
  });
}

type Table = readonly (readonly number[])[];

const column = (table: Table, k: number): number => sum(table.map((row) => row[k] as number));
const cell = (table: Table, k: number): number => table[k]?.[k] as number;
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const recall = (table: Table, k: number): number => ratio(cell(table, k), sum(table[k] ?? []));
const precision = (table: Table, k: number): number => ratio(cell(table, k), column(table, k));
const f1 = (table: Table, k: number): number => ratio(2 * cell(table, k), sum(table[k] ?? []) + column(table, k));

function balanced(table: Table): number | null {
  const present = table.flatMap((row, k) => (sum(row) > 0 ? [recall(table, k)] : []));
  return present.length === 0 ? null : sum(present) / present.length;
}

const macro =
  (of: (table: Table, k: number) => number) =>
  (table: Table): number | null => {
    const seen = table.flatMap((row, k) => (sum(row) + column(table, k) > 0 ? [of(table, k)] : []));
    return seen.length === 0 ? null : sum(seen) / seen.length;
  };

function matthews(table: Table): number | null {
  const rows = table.map(sum);
  const columns = table.map((_, k) => column(table, k));
  const n = sum(rows);
  const right = sum(table.map((_, k) => cell(table, k)));
  const squares = (counts: readonly number[]) => n ** 2 - sum(counts.map((count) => count ** 2));
  const spread = Math.sqrt(squares(rows) * squares(columns));
  return spread === 0 ? null : (right * n - sum(rows.map((count, k) => count * (columns[k] as number)))) / spread;
}

const identity = (q: number) => ({
  weights: Array.from({ length: q }, (_, k) => Array.from({ length: q }, (__, l) => (k === l ? 1 : 0))),
  plain: true,
  level: "nominal" as const,
});

/** A table as ratings of two raters: one pattern for each cell. */
function asPatterns(table: Table) {
  const q = table.length;
  return {
    raters: 2,
    categories: q,
    codes: Int32Array.from({ length: 2 * q * q }, (_, at) => (at % 2 === 0 ? Math.floor(at / 2 / q) : (at >> 1) % q)),
    times: Float64Array.from(table.flat()),
    patternOf: new Int32Array(),
  };
}
