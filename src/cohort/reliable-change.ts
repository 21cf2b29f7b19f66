import { type Issue, mustBeListOf, throwIfAny } from "../issues/index.ts";
import { confidenceOf, frozen, type IntervalOptions, type Reason, sum } from "./estimate.ts";
import { normalQuantile } from "./quantiles.ts";

/** One case's score at two times. */
export interface ScorePair {
  readonly case: string;
  readonly first: number | null;
  readonly second: number | null;
}

/** What reliable change asks for. Without a reliability from a source of one's own there is no result. */
export interface ReliableChangeOptions extends IntervalOptions {
  /** From 0 to below 1, as the score's own source gives it. The library assumes none. */
  readonly reliability?: number;
  /** Of the score; that of the first scores given if it is left out. */
  readonly standardDeviation?: number;
}

/** Whether one case's scores differ by more than the measurement error that the reliability implies. */
export interface CaseChange {
  readonly case: string;
  readonly difference: number | null;
  /** The difference over its standard error. */
  readonly index: number | null;
  /** `open` if a score is missing. */
  readonly change: "higher" | "lower" | "within_error" | "open";
}

/** Reliable change of scores. It is about measurement error alone, not about why, and not about what matters. */
export interface ReliableChange {
  readonly reliability: number | null;
  readonly standardDeviation: number | null;
  /** The standard error of a difference of two scores of one case. */
  readonly standardError: number | null;
  /** The least difference, either way, that is beyond error at this confidence. */
  readonly least: number | null;
  readonly confidence: number;
  readonly counts: Readonly<Record<CaseChange["change"], number>> | null;
  readonly cases: readonly CaseChange[] | null;
  readonly reason?: Reason;
}

/**
 * Reliable change (Jacobson and Truax): a difference of scores over the standard error that the given reliability implies.
 * It is never worked out from an assumed reliability: without one the result is `no_reliability`.
 *
 * @throws {AssessmentError} `out_of_range` with the row of a score that is not a number, and for reliability, standard
 *   deviation and confidence; `duplicate_name` with both rows of a case
 * @source Jacobson and Truax 1991, J Consult Clin Psychol 59:12
 * @example
 * const pair = { case: "1", first: 47.5, second: 32.5 };
 * const { cases } = reliableChange([pair], { reliability: 0.8, standardDeviation: 7.5 });
 * cases?.map(({ index, change }) => [index?.toFixed(2), change]); // => [["-3.16", "lower"]]
 */
export function reliableChange(pairs: readonly ScorePair[], options: ReliableChangeOptions = {}): ReliableChange {
  mustBeListOf(pairs, "case", "pairs");
  const confidence = confidenceOf(options);
  refuse(pairs, options);
  const { reliability } = options;
  const first = pairs.flatMap((pair) => (pair.first === null ? [] : [pair.first]));
  const standardDeviation = options.standardDeviation ?? deviationOf(first);
  const reason: Reason | undefined =
    reliability === undefined
      ? "no_reliability"
      : pairs.length === 0
        ? "no_cases"
        : standardDeviation === null
          ? first.length === 0
            ? "no_cases"
            : "one_case"
          : standardDeviation === 0
            ? "no_variance"
            : undefined;
  if (reason !== undefined || reliability === undefined || standardDeviation === null) {
    return Object.freeze({
      reliability: reliability ?? null,
      standardDeviation,
      standardError: null,
      least: null,
      confidence,
      counts: null,
      cases: null,
      reason: reason ?? "no_reliability",
    });
  }
  const standardError = standardDeviation * Math.sqrt(2 * (1 - reliability));
  const limit = normalQuantile((1 + confidence) / 2);
  const cases = pairs.map((pair): CaseChange => {
    if (pair.first === null || pair.second === null) {
      return Object.freeze({ case: pair.case, difference: null, index: null, change: "open" });
    }
    const difference = pair.second - pair.first;
    const index = difference / standardError;
    const changed = index > limit ? "higher" : index < -limit ? "lower" : "within_error";
    return Object.freeze({ case: pair.case, difference, index, change: changed });
  });
  const count = (kind: CaseChange["change"]) => cases.filter((each) => each.change === kind).length;
  const counts = {
    higher: count("higher"),
    lower: count("lower"),
    within_error: count("within_error"),
    open: count("open"),
  };
  return Object.freeze({
    reliability,
    standardDeviation,
    standardError,
    least: limit * standardError,
    confidence,
    counts: Object.freeze(counts),
    cases: frozen(cases),
  });
}

function deviationOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

function refuse(pairs: readonly ScorePair[], { reliability, standardDeviation }: ReliableChangeOptions): void {
  const seen = new Map<string, number>();
  const issues = pairs.flatMap((pair, at): readonly Issue[] => {
    const row = at + 1;
    const before = seen.get(pair.case);
    seen.set(pair.case, before ?? row);
    const twice: readonly Issue[] =
      before === undefined ? [] : [{ code: "duplicate_name", path: ["row", row], row, positions: [before, row] }];
    const wrong = (["first", "second"] as const).flatMap((time): readonly Issue[] =>
      pair[time] === null || Number.isFinite(pair[time])
        ? []
        : [{ code: "out_of_range", path: ["row", row, time], row, expected: ["a number"] }],
    );
    return [...twice, ...wrong];
  });
  if (reliability !== undefined && !(reliability >= 0 && reliability < 1)) {
    issues.push({ code: "out_of_range", path: ["reliability"], expected: ["a number from 0 to below 1"] });
  }
  if (standardDeviation !== undefined && !(standardDeviation > 0 && Number.isFinite(standardDeviation))) {
    issues.push({ code: "out_of_range", path: ["standardDeviation"], expected: ["a number above 0"] });
  }
  throwIfAny(issues);
}
