export { isCurrent, usualCurrencyDays } from "./is-current.ts";
export type {
  ComputedView,
  Discrepancy,
  DomainJudgement,
  JudgementChange,
  RecordedJudgement,
  RevealedJudgement,
} from "./judgement.ts";
export { changeJudgement, recordJudgement, revealComputed, standingResponse } from "./judgement.ts";
export type { RatedFactor, Rating, Relevance } from "./rating.ts";
export { parseRating } from "./rating.ts";
export type { Applicability, RatingFactor, RatingForm } from "./rating-form.ts";
export { defineRatingForm } from "./rating-form.ts";
export type { ResearchIndex } from "./research-index.ts";
export { researchIndex } from "./research-index.ts";
export type { DomainCompleteness, RatingSummary } from "./summarise-rating.ts";
export { summariseRating } from "./summarise-rating.ts";
