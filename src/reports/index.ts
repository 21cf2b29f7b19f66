export { caseSummary, notice } from "./case-summary.ts";
export type { ReferenceShare } from "./distribution-chart.ts";
export { distributionChart } from "./distribution-chart.ts";
export { scoreSummary } from "./score-summary.ts";
