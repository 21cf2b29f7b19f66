import { englishEstimateWords } from "../cohort/index.ts";
import { englishRuleWords } from "../rules/index.ts";
import { atrsTexts } from "./texts/atrs.ts";
import { cardTexts } from "./texts/card.ts";
import { caseloadTexts } from "./texts/caseload.ts";
import { chartTexts } from "./texts/charts.ts";
import { codebookTexts } from "./texts/codebook.ts";
import { overviewTexts } from "./texts/overview.ts";
import { sharedTexts } from "./texts/shared.ts";
import { studyTexts } from "./texts/study.ts";
import { summaryTexts } from "./texts/summary.ts";

/**
 * Every fixed phrase of the reports, in English. A page has no other words than these and those of the content it is
 * given, so a page in another language needs one such list and the content's own catalogues. Places stand in braces.
 */
export const englishTexts = {
  ...prefixed("rule", englishRuleWords),
  ...prefixed("estimate", englishEstimateWords),
  ...sharedTexts,
  ...codebookTexts,
  ...cardTexts,
  ...atrsTexts,
  ...overviewTexts,
  ...summaryTexts,
  ...studyTexts,
  ...caseloadTexts,
  ...chartTexts,
} as const;

type Prefixed<P extends string, T> = { readonly [Key in keyof T & string as `${P}.${Key}`]: T[Key] };

function prefixed<const P extends string, const T extends Readonly<Record<string, string>>>(
  prefix: P,
  texts: T,
): Prefixed<P, T> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text])) as Prefixed<P, T>;
}
