export type { Accuracy } from "./accuracy.ts";
export { accuracy } from "./accuracy.ts";
export type { Agreement, Coefficients } from "./agreement.ts";
export { agreement } from "./agreement.ts";
export type { CodedVariable, Coding, VariableAgreement } from "./agreement-by-variable.ts";
export { agreementByVariable } from "./agreement-by-variable.ts";
export type { CoefficientOptions } from "./agreement-settings.ts";
export type { AgreementOptions, MeasurementLevel, WeightScheme } from "./agreement-weights.ts";
export { agreementWeights } from "./agreement-weights.ts";
export type { AreaFigure, AreaYear } from "./area-figures.ts";
export { areaFigures } from "./area-figures.ts";
export type { AucEstimate } from "./auc.ts";
export { auc } from "./auc.ts";
export type {
  BootstrapEstimate,
  BootstrapInterval,
  BootstrapOptions,
  BootstrapProgress,
  UnhurriedBootstrapOptions,
} from "./bootstrap-agreement.ts";
export { bootstrapAgreement, bootstrapSteps } from "./bootstrap-agreement.ts";
export { brennanPrediger } from "./brennan-prediger.ts";
export type { Calibration, CalibrationBin, CalibrationOptions } from "./calibration.ts";
export { calibration } from "./calibration.ts";
export type { Caseload, CaseloadOptions, Count } from "./caseload.ts";
export { caseload, itemStateNames } from "./caseload.ts";
export type { CaseloadCase, Service } from "./caseload-case.ts";
export { services } from "./caseload-case.ts";
export { caseloadCaseOf } from "./caseload-of-record.ts";
export type { PeriodLength } from "./caseload-periods.ts";
export type { AgreementEstimate } from "./chance-corrected.ts";
export type { Change, ClassChange } from "./change.ts";
export { change } from "./change.ts";
export type { ChangeTest, TestName } from "./change-tests.ts";
export { bowkerTest, stuartMaxwellTest } from "./change-tests.ts";
export type { ClassAccuracy } from "./class-accuracy.ts";
export { axisVariables, itemVariables, outcomeVariable, typeVariables } from "./coded-variables.ts";
export type { CoefficientName } from "./coefficient-by-name.ts";
export { cohenKappa } from "./cohen-kappa.ts";
export type { AucComparison } from "./compare-aucs.ts";
export { compareAucs } from "./compare-aucs.ts";
export type { SampleComparison } from "./compare-with-sample.ts";
export { compareWithSample } from "./compare-with-sample.ts";
export { congerKappa } from "./conger-kappa.ts";
export type { Consistency, ConsistencyOptions, ItemConsistency } from "./consistency.ts";
export { consistency } from "./consistency.ts";
export { consistencyOfScale } from "./consistency-of-scale.ts";
export type { CriterionCases, CriterionRow } from "./criterion-cases.ts";
export { parseCriterion } from "./criterion-cases.ts";
export type { DataProfile, DataProfiler, ItemProfile } from "./data-profile.ts";
export { dataProfiler } from "./data-profile.ts";
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
export { type EstimateWords, englishEstimateWords, inWords, methodInWords, reasonInWords } from "./in-words.ts";
export type { KrippendorffOptions } from "./krippendorff-alpha.ts";
export { krippendorffAlpha } from "./krippendorff-alpha.ts";
export {
  type IntervalName,
  type MethodName,
  type MethodParts,
  methodParts,
  type StatisticName,
} from "./method-names.ts";
export type { CountTest, TestOptions } from "./multinomial-test.ts";
export { multinomialTest } from "./multinomial-test.ts";
export { percentAgreement } from "./percent-agreement.ts";
export { poissonRate, rateRatio } from "./poisson.ts";
export type { PrevalenceAndBias } from "./prevalence-and-bias.ts";
export { prevalenceAndBias } from "./prevalence-and-bias.ts";
export type { ProportionInterval, ProportionOptions } from "./proportion.ts";
export { proportion } from "./proportion.ts";
export type { RatingRow, Ratings } from "./ratings.ts";
export { oneAgainstRest, parseRatingColumns, parseRatings } from "./ratings.ts";
export type { CaseChange, ReliableChange, ReliableChangeOptions, ScorePair } from "./reliable-change.ts";
export { reliableChange } from "./reliable-change.ts";
export type { RocCurve, RocPoint } from "./roc-curve.ts";
export { rocCurve } from "./roc-curve.ts";
export { scottPi } from "./scott-pi.ts";
export type { ShareBounds } from "./share-bounds.ts";
export { shareBounds } from "./share-bounds.ts";
export { sharedCaseload } from "./shared-caseload.ts";
export type { SimulatedCase } from "./simulate.ts";
export { simulate } from "./simulate.ts";
export type { MissingPlan, SimulationPlan } from "./simulation-plan.ts";
export type { SimultaneousIntervals, SimultaneousMethod } from "./simultaneous-intervals.ts";
export { simultaneousIntervals } from "./simultaneous-intervals.ts";
export type { SharedTable, SuppressionOptions } from "./suppression.ts";
export { suppressRow, suppressTable } from "./suppression.ts";
export type { HiddenTable } from "./suppression-bounds.ts";
export { suppressionBounds } from "./suppression-bounds.ts";
export type { CaseColumn, CaseVariable, TableOne } from "./table-one.ts";
export { tableOne } from "./table-one.ts";
export type { Wait, WaitingTimes } from "./time-to-event.ts";
export { waitingTimes } from "./time-to-event.ts";
export type { TwoTimes, TwoTimesRow } from "./two-times.ts";
export { parseTwoTimes } from "./two-times.ts";
export { wilson } from "./wilson.ts";
