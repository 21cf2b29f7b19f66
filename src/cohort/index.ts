export type { Agreement, Coefficients } from "./agreement.ts";
export { agreement } from "./agreement.ts";
export type { CodedVariable, Coding, VariableAgreement } from "./agreement-by-variable.ts";
export { agreementByVariable } from "./agreement-by-variable.ts";
export type { CoefficientOptions } from "./agreement-settings.ts";
export type { AgreementOptions, MeasurementLevel, WeightScheme } from "./agreement-weights.ts";
export { agreementWeights } from "./agreement-weights.ts";
export type {
  BootstrapEstimate,
  BootstrapInterval,
  BootstrapOptions,
  BootstrapProgress,
  UnhurriedBootstrapOptions,
} from "./bootstrap-agreement.ts";
export { bootstrapAgreement, bootstrapSteps } from "./bootstrap-agreement.ts";
export { brennanPrediger } from "./brennan-prediger.ts";
export type { AgreementEstimate } from "./chance-corrected.ts";
export { axisVariables, itemVariables, outcomeVariable, typeVariables } from "./coded-variables.ts";
export type { CoefficientName } from "./coefficient-by-name.ts";
export { cohenKappa } from "./cohen-kappa.ts";
export type { SampleComparison } from "./compare-with-sample.ts";
export { compareWithSample } from "./compare-with-sample.ts";
export { congerKappa } from "./conger-kappa.ts";
export type { AnswerPair, DisagreementDriver, DisagreementEffect } from "./disagreement-effect.ts";
export { disagreementEffect } from "./disagreement-effect.ts";
export type { Distribution, Share } from "./distribution.ts";
export { distribution } from "./distribution.ts";
export type { Bounds, Estimate, IntervalOptions, Reason } from "./estimate.ts";
export { fleissKappa } from "./fleiss-kappa.ts";
export { gwetAc } from "./gwet-ac.ts";
export { homogeneityTest } from "./homogeneity-test.ts";
export type { IccEstimate, IccForm } from "./icc.ts";
export { icc } from "./icc.ts";
export type { VerdictScale } from "./in-words.ts";
export { inWords, reasonInWords } from "./in-words.ts";
export type { KrippendorffOptions } from "./krippendorff-alpha.ts";
export { krippendorffAlpha } from "./krippendorff-alpha.ts";
export type { CountTest, TestOptions } from "./multinomial-test.ts";
export { multinomialTest } from "./multinomial-test.ts";
export { percentAgreement } from "./percent-agreement.ts";
export type { PrevalenceAndBias } from "./prevalence-and-bias.ts";
export { prevalenceAndBias } from "./prevalence-and-bias.ts";
export type { ProportionInterval, ProportionOptions } from "./proportion.ts";
export { proportion } from "./proportion.ts";
export type { RatingRow, Ratings } from "./ratings.ts";
export { oneAgainstRest, parseRatingColumns, parseRatings } from "./ratings.ts";
export { scottPi } from "./scott-pi.ts";
export type { ShareBounds } from "./share-bounds.ts";
export { shareBounds } from "./share-bounds.ts";
export type { MissingPlan, SimulatedCase, SimulationPlan } from "./simulate.ts";
export { simulate } from "./simulate.ts";
export type { SimultaneousIntervals, SimultaneousMethod } from "./simultaneous-intervals.ts";
export { simultaneousIntervals } from "./simultaneous-intervals.ts";
export type { CaseColumn, CaseVariable, TableOne } from "./table-one.ts";
export { tableOne } from "./table-one.ts";
export { wilson } from "./wilson.ts";
