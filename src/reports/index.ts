export { accuracyTables } from "./accuracy-tables.ts";
export type { ForestLine } from "./agreement-chart.ts";
export { agreementChart } from "./agreement-chart.ts";
export type { ItemAgreement } from "./agreement-tables.ts";
export { agreementTables, disagreementTable, itemAgreementTable } from "./agreement-tables.ts";
export type { NumberStyle } from "./apa-numbers.ts";
export { apaInterval, apaNumber, apaP, apaPercent } from "./apa-numbers.ts";
export type { Named } from "./as-words.ts";
export { asWords } from "./as-words.ts";
export { atrsPage } from "./atrs.ts";
export { calibrationChart } from "./calibration-chart.ts";
export { calibrationTables } from "./calibration-tables.ts";
export type { CardExample, CardOptions, CardRule, CardStudy, InstrumentCard } from "./card.ts";
export { instrumentCard } from "./card.ts";
export { cardPage } from "./card-page.ts";
export { caseOverview } from "./case-overview.ts";
export { type CaseSummaryOptions, caseSummary, notice } from "./case-summary.ts";
export type { CaseloadPictures } from "./caseload-page.ts";
export { caseloadCharts, caseloadPage } from "./caseload-page.ts";
export { changeSummary } from "./change-summary.ts";
export { changeTables, reliableChangeTable } from "./change-tables.ts";
export type { Chart } from "./chart-style.ts";
export type { Codebook, CodebookItem, CodebookLevel, CodebookRule } from "./codebook.ts";
export { codebook } from "./codebook.ts";
export { codebookPage } from "./codebook-pages.ts";
export { codebookRows } from "./codebook-rows.ts";
export type { CompletenessLine } from "./completeness-chart.ts";
export { completenessChart } from "./completeness-chart.ts";
export { consistencyTables } from "./consistency-tables.ts";
export type { ReferenceShare } from "./distribution-chart.ts";
export { distributionChart } from "./distribution-chart.ts";
export { comparisonTable, distributionTable, groupComparisonTable } from "./distribution-tables.ts";
export { exampleAnswers } from "./example-answers.ts";
export type { Finding, OpenFinding, TopicFindings } from "./findings.ts";
export type { MeetingQuestion } from "./meeting-questions.ts";
export type { CaseOverview, LevelShown, OpenShown } from "./overview.ts";
export type { GuidanceShown } from "./overview-guidance.ts";
export type {
  Audience,
  CaseStep,
  ClassifiedForm,
  EarlierForm,
  LeftOut,
  NotShown,
  OneWayAnswers,
  OverviewContent,
  OverviewInput,
  OverviewOptions,
  PersonsWord,
  ScoredForm,
} from "./overview-input.ts";
export type { RecordContent } from "./overview-of-record.ts";
export { overviewOfRecord } from "./overview-of-record.ts";
export { overviewPage } from "./overview-page.ts";
export type { PhraseKey, Phrases } from "./phrases.ts";
export { englishPhrases, estimateWordsOf, parsePhrases, ruleWordsOf } from "./phrases.ts";
export type { Block, Printed } from "./printed.ts";
export { facts, heading, list, noticeBlock, paragraph, table } from "./printed.ts";
export type { ReportedBefore } from "./reported-before.ts";
export { rocChart } from "./roc-chart.ts";
export type { RocFound } from "./roc-tables.ts";
export { rocTables } from "./roc-tables.ts";
export { scoreSummary } from "./score-summary.ts";
export { shownText } from "./shown-text.ts";
export type { SummaryOptions } from "./summary-options.ts";
export { tableOneTable } from "./table-one-page.ts";
export { timelineChart } from "./timeline-chart.ts";
export { toCsv } from "./to-csv.ts";
export { escapeHtml, toHtml } from "./to-html.ts";
export { escapeLatex, toLatex } from "./to-latex.ts";
export { escapeMarkdown, toMarkdown } from "./to-markdown.ts";
export type { Passage } from "./transition-chart.ts";
export { transitionChart } from "./transition-chart.ts";
export type { TypeHypothesis } from "./type-hypotheses.ts";
