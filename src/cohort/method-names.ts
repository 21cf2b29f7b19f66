/** What is worked out, as results name it, by the key of its words. */
export const statisticNames = {
  raw_agreement: "raw agreement",
  cohen_kappa: "Cohen's kappa",
  scott_pi: "Scott's pi",
  conger_kappa: "Conger's kappa",
  fleiss_kappa: "Fleiss' kappa",
  gwet_ac1: "Gwet's AC1",
  gwet_ac2: "Gwet's AC2",
  brennan_prediger: "Brennan-Prediger coefficient",
  krippendorff_nominal: "Krippendorff's alpha, nominal",
  krippendorff_ordinal: "Krippendorff's alpha, ordinal",
  krippendorff_interval: "Krippendorff's alpha, interval",
  krippendorff_ratio: "Krippendorff's alpha, ratio",
  icc_1_1: "ICC(1,1)",
  icc_2_1: "ICC(2,1)",
  icc_3_1: "ICC(3,1)",
  icc_1_k: "ICC(1,k)",
  icc_2_k: "ICC(2,k)",
  icc_3_k: "ICC(3,k)",
  share: "share",
  rate: "rate",
  ratio_of_rates: "ratio of rates",
  difference_of_shares: "difference of paired shares",
  f1: "F1",
  positive_likelihood: "positive likelihood ratio",
  negative_likelihood: "negative likelihood ratio",
  balanced_accuracy: "balanced accuracy",
  macro_precision: "macro precision",
  macro_recall: "macro recall",
  macro_f1: "macro F1",
  matthews: "Matthews correlation",
  area: "area under the ROC curve",
  difference_of_areas: "difference of areas",
  brier: "Brier score",
  in_the_large: "calibration in the large",
  calibration_intercept: "calibration intercept",
  calibration_slope: "calibration slope",
  cronbach_alpha: "Cronbach's alpha",
  mcdonald_omega: "McDonald's omega total, one factor by maximum likelihood",
  item_rest: "item-rest correlation",
  cohen_w: "Cohen's w",
  cramer_v: "Cramér's V",
  bowker: "Bowker's test of symmetry",
  stuart_maxwell: "Stuart-Maxwell test of marginal homogeneity",
} as const;

/** How its interval or its variance is worked out, as results name it, by the key of its words. */
export const intervalNames = {
  wilson_interval: "Wilson interval",
  clopper_pearson_interval: "Clopper-Pearson interval",
  poisson_interval: "exact Poisson interval",
  conditional_interval: "exact conditional interval",
  t_interval: "t interval",
  f_interval: "F interval",
  log_interval: "log interval",
  large_sample_interval: "large-sample interval",
  wald_interval: "Wald interval",
  delong_interval: "DeLong interval",
  feldt_interval: "Feldt interval",
  fisher_z_interval: "Fisher z interval",
  jackknife_interval: "jackknife interval",
  chi_squared_interval: "noncentral chi-squared interval",
  large_sample_variance: "large-sample variance",
  gwet_variance: "Gwet variance",
  percentile_bootstrap: "percentile bootstrap",
  bca_bootstrap: "BCa bootstrap",
  goodman_intervals: "Goodman simultaneous intervals",
  sison_glaz_intervals: "Sison-Glaz simultaneous intervals",
} as const;

type StatisticKey = keyof typeof statisticNames;
type IntervalKey = keyof typeof intervalNames;

/** The name of a statistic, as results hold it. */
export type StatisticName = (typeof statisticNames)[StatisticKey];

/** The name of a way to an interval or a variance, as results hold it. */
export type IntervalName = (typeof intervalNames)[IntervalKey];

/** A statistic with its way to an interval, as results hold it in every language: `"share, Wilson interval"`. */
export type MethodName = `${StatisticName}, ${IntervalName}`;

/** The parts of a method's name, by the keys of their words. */
export interface MethodParts {
  readonly statistic?: StatisticKey;
  readonly interval?: IntervalKey;
}

/**
 * The parts of a method's name by the keys of their words; a part that it does not have is left out.
 *
 * @example
 * methodParts("Krippendorff's alpha, ordinal, Gwet variance");
 * // => { statistic: "krippendorff_ordinal", interval: "gwet_variance" }
 */
export function methodParts(method: MethodName | StatisticName | IntervalName): MethodParts {
  const statistic = keysOf(statisticNames).find((key) => `${method}, `.startsWith(`${statisticNames[key]}, `));
  const interval = keysOf(intervalNames).find((key) => `, ${method}`.endsWith(`, ${intervalNames[key]}`));
  return { ...(statistic === undefined ? {} : { statistic }), ...(interval === undefined ? {} : { interval }) };
}

const keysOf = <T extends object>(names: T) => Object.keys(names) as (keyof T)[];
