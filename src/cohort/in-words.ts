import { filled, mustHave } from "../issues/index.ts";
import type { Estimate, Reason } from "./estimate.ts";
import {
  type IntervalName,
  intervalNames,
  type MethodName,
  methodParts,
  type StatisticName,
  statisticNames,
} from "./method-names.ts";

/** A published scale of words for coefficients of agreement: the lowest value of each, falling. */
export type VerdictScale = "landis_koch";

const verdicts: Readonly<Record<VerdictScale, readonly (readonly [from: number, word: Verdict])[]>> = {
  landis_koch: [
    [0.81, "almost_perfect"],
    [0.61, "substantial"],
    [0.41, "moderate"],
    [0.21, "fair"],
    [0, "slight"],
    [Number.NEGATIVE_INFINITY, "poor"],
  ],
};
type Verdict = "almost_perfect" | "substantial" | "moderate" | "fair" | "slight" | "poor";

/** Why a value is missing, as the end of a sentence. */
const reasons: Readonly<Record<Reason, string>> = {
  no_cases: "there are no cases",
  one_case: "one case alone says nothing about others",
  no_pairs: "no case was rated by two raters",
  one_rater: "there is only one rater",
  one_category: "there is only one category",
  one_class: "all cases are of one class",
  one_item: "there is only one item",
  too_few_items: "one factor needs three items that vary",
  too_few_cases: "there are too few cases",
  items_determined: "some items are settled by the others",
  improper_solution: "one factor would leave nothing to an item of its own",
  chance_is_complete: "all ratings are alike, so chance alone would give full agreement",
  no_variance: "nothing varies",
  negative_covariance: "the items do not go together",
  no_exposure: "there is nobody and no time to count over",
  zero_base: "the base is zero",
  zero_expected: "a class that was not expected at all was seen",
  zero_count: "a count is zero",
  no_change: "no case moved",
  never_found: "it was neither found nor there to be found",
  no_seed: "there are too many ways to go through, and no seed was given for random draws",
  undefined_draws: "in many random draws all ratings were alike",
  separated: "the scores part the two classes, fully or nearly so",
  certain_probability: "a probability of zero or one has no logit",
  not_converged: "the search for it came to no end",
  no_reliability: "no reliability was given",
  not_settled: "the answers that are open could change it",
};

/**
 * The words around an estimate in English, with the places for its parts: what statistics and their intervals are called,
 * and why a value is missing.
 */
export const englishEstimateWords = {
  ...reasons,
  ...statisticNames,
  ...intervalNames,
  method: "{statistic}, {interval}",
  line: "{name}: {value} ({range}), from {n} cases.",
  line_of_one: "{name}: {value} ({range}), from {n} case.",
  no_value: "{name}: not defined, because {reason}.",
  range: "{level} interval {low} to {high}",
  no_range: "without an interval",
  no_range_because: "without an interval, because {reason}",
  called: '{line} Called "{word}" by the scale of Landis and Koch.',
  almost_perfect: "almost perfect",
  substantial: "substantial",
  moderate: "moderate",
  fair: "fair",
  slight: "slight",
  poor: "poor",
} as const;

/** The words for estimates in some language, with the same places as in English. */
export type EstimateWords = Readonly<Record<keyof typeof englishEstimateWords, string>>;

/**
 * Why a value is missing, as the end of a sentence.
 *
 * @example
 * reasonInWords("one_rater"); // => "there is only one rater"
 */
export const reasonInWords = (reason: Reason): string => reasons[reason];

/**
 * What a method is called, in some language: the statistic, and how its interval is worked out.
 *
 * @example
 * methodInWords("Cohen's kappa, BCa bootstrap", { ...englishEstimateWords, method: "{statistic} ({interval})" });
 * // => "Cohen's kappa (BCa bootstrap)"
 */
export function methodInWords(
  method: MethodName | StatisticName | IntervalName,
  words: EstimateWords = englishEstimateWords,
): string {
  const { statistic, interval } = methodParts(method);
  if (statistic === undefined) return interval === undefined ? method : words[interval];
  if (interval === undefined) return words[statistic];
  return filled(words.method, { statistic: words[statistic], interval: words[interval] });
}

/**
 * An estimate as one plain line: the value, its interval and the cases it rests on, or why there is none. It passes no
 * verdict, as the words of such scales were set by convention; a named scale adds its word and its name.
 *
 * @source Landis and Koch 1977, Biometrics 33:159 (the scale)
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "x", "y", "y"], b: ["x", "y", "y", "y"] }, ["x", "y"]));
 * inWords(cohenKappa(ratings));
 * // => "Cohen's kappa: 0.50 (95% interval -0.69 to 1.00), from 4 cases."
 */
export function inWords(found: Estimate, scale?: VerdictScale, words: EstimateWords = englishEstimateWords): string {
  mustHave(found, "estimate", "estimate");
  const { estimate, interval, confidence, n, method, reason } = found;
  const { statistic } = methodParts(method);
  const name = statistic === undefined ? method : words[statistic];
  const why = reason === undefined ? "" : words[reason];
  if (estimate === null) return filled(words.no_value, { name, reason: why });
  const level = `${Number((confidence * 100).toPrecision(6))}%`;
  const range =
    interval === null
      ? filled(why === "" ? words.no_range : words.no_range_because, { reason: why })
      : filled(words.range, { level, low: interval[0].toFixed(2), high: interval[1].toFixed(2) });
  const line = filled(n === 1 ? words.line_of_one : words.line, { name, value: estimate.toFixed(2), range, n });
  const verdict = scale === undefined ? undefined : verdicts[scale].find(([from]) => estimate >= from)?.[1];
  return verdict === undefined ? line : filled(words.called, { line, word: words[verdict] });
}
