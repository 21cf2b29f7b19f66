export type { Administration, Progress } from "./administer.ts";
export {
  answerItem,
  goBack,
  nextItem,
  progress,
  startAdministration,
  visibleItems,
} from "./administer.ts";
export type { Coverage } from "./coverage.ts";
export { coverage } from "./coverage.ts";
export type { CrossCheck, CrossCheckPart, FoundCrossCheck } from "./cross-check.ts";
export { crossChecksFound } from "./cross-check.ts";
export { formFor } from "./form-for.ts";
export type { Interruption } from "./interruption.ts";
export { interruptionsNow } from "./interruption.ts";
export type { ItemState } from "./item-states.ts";
export { itemStates } from "./item-states.ts";
export { resumeAdministration } from "./resume-administration.ts";
export type { ScoreContext } from "./score.ts";
export { score } from "./score.ts";
export type { ScoringOfRows } from "./score-row.ts";
export { rowScorer } from "./score-row.ts";
export type {
  EvidenceOf,
  GuidanceGiven,
  IndicatorResult,
  LevelResult,
  OpenItem,
  ReasonGiven,
  Scored,
} from "./scored.ts";
