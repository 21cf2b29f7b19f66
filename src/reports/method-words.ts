import { type IntervalName, type MethodName, methodParts, type StatisticName } from "../cohort/index.ts";
import type { Say } from "./phrases.ts";

/** What the statistic of a method is called. */
export function statisticWords(method: MethodName | StatisticName, say: Say): string {
  const { statistic } = methodParts(method);
  return statistic === undefined ? method : say(`estimate.${statistic}`);
}

/** What the interval of a method is called. */
export function intervalWords(method: MethodName | IntervalName, say: Say): string {
  const { interval } = methodParts(method);
  return interval === undefined ? method : say(`estimate.${interval}`);
}
