export type { Axes, AxisMap } from "./axes.ts";
export { answersFromAxes } from "./axes.ts";
export type {
  Classification,
  ClassifyOptions,
  Provenance,
  Reason,
  TypeStanding,
} from "./classify.ts";
export { classify } from "./classify.ts";
export type { RowClassifier } from "./classify-row.ts";
export { rowClassifier } from "./classify-row.ts";
export type { CrosswalkClass, CrosswalkPrevalence, CrosswalkSystem } from "./crosswalk-system.ts";
export { defineTypology, mostTypes } from "./define-typology.ts";
export type { Grouped, Grouping, GroupingClass } from "./grouping.ts";
export { defineGrouping, group } from "./grouping.ts";
export type { TypeChanges, WitnessedOutcome } from "./inquiries.ts";
export { nextQuestion, possibleOutcomes, sufficientReason, whatWouldChange } from "./inquiries.ts";
export type { Outcome, OutcomeKey, PossibleOutcome, Standing } from "./outcome.ts";
export { outcomeOf, possibleOutcome, typeIds, typeQuestion } from "./outcome.ts";
export type { FoundContradiction } from "./prepared.ts";
export { standingsClassifier } from "./standings-classifier.ts";
export type { ManagementLine, Separation, TypeProfile, TypeVariant } from "./type-profile.ts";
export type { Alert, Contradiction, TypeCriteria, Typology } from "./typology.ts";
