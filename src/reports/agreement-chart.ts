import type { Estimate } from "../cohort/index.ts";
import { mustBeListOf } from "../issues/index.ts";
import { apaInterval, apaNumber } from "./apa-numbers.ts";
import { type Chart, chart, chartLabel, inks, labelAxis } from "./chart-style.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";

/** One line of a forest: what it is about, and its estimate. */
export interface ForestLine {
  readonly label: string;
  readonly found: Estimate;
}

/**
 * Estimates with their intervals, one below another, as a Vega-Lite specification. A line without a value keeps its
 * place and is marked; a value without an interval is an empty mark. Its `description` gives every figure in words.
 *
 * @param statistic What is drawn, such as `Cohen's kappa`; it goes from -1 to 1 or from 0 to 1.
 * @throws {AssessmentError} `malformed` for what is no list of such lines
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "x", "y", "y"], b: ["x", "y", "y", "y"] }, ["x", "y"]));
 * agreementChart([{ label: "type", found: cohenKappa(ratings) }], "Cohen's kappa", "Agreement").description;
 * // => "Agreement. Cohen's kappa for each line, 1 in all: type: .50, [−.69, 1.00], n = 4."
 */
export function agreementChart(
  lines: readonly ForestLine[],
  statistic: string,
  title: string,
  phrases: Phrases = englishPhrases,
): Chart {
  mustBeListOf(lines, "found", "lines");
  const say = sayer(phrases);
  const number = (value: number) => apaNumber(value, { atMostOne: true });
  const order = lines.map(({ label }) => chartLabel(label));
  const least = Math.min(0, ...lines.map(({ found }) => found.interval?.[0] ?? found.estimate ?? 0));
  const from = least < 0 ? Math.max(-1, Math.floor(least * 4) / 4) : 0;
  const values = lines.map(({ label, found: { estimate, interval, n } }) => ({
    label: chartLabel(label),
    estimate,
    low: interval === null ? null : Math.max(from, interval[0]),
    high: interval?.[1] ?? null,
    shown: estimate === null ? say("chart.no_value") : say("chart.value", { value: number(estimate), n }),
  }));
  const y = labelAxis("label", order);
  const x = {
    field: "estimate",
    type: "quantitative",
    title: statistic,
    scale: { domain: [from, 1] },
    axis: { tickCount: 5 },
  };
  const inWords = lines.map(({ label, found: { estimate, interval, n } }) => {
    const range = interval === null ? say("chart.no_interval") : apaInterval(interval, { atMostOne: true });
    const says =
      estimate === null
        ? say("chart.no_value")
        : say("chart.value_interval", { value: number(estimate), interval: range, n });
    return say("chart.line", { label: chartLabel(label), says });
  });
  return chart(
    title,
    [say("agreement_chart.intervals", { statistic, level: intervalName(lines) })],
    say("agreement_chart.says", { title, statistic, count: lines.length, lines: inWords.join("; ") }),
    {
      width: 420,
      height: { step: 22 },
      data: { values },
      layer: [
        {
          data: { values: [{}] },
          mark: { type: "rule", color: inks.text, strokeDash: [4, 3] },
          encoding: { x: { datum: 0, type: "quantitative" } },
        },
        {
          transform: [{ filter: "datum.low !== null" }],
          mark: { type: "rule", color: inks.blue, strokeWidth: 2 },
          encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
        },
        {
          transform: [{ filter: "datum.estimate !== null" }],
          mark: { type: "point", filled: true, size: 70, opacity: 1, stroke: inks.blue, strokeWidth: 1.5 },
          encoding: {
            y,
            x,
            fill: { condition: { test: "datum.low === null", value: "white" }, value: inks.blue },
          },
        },
        {
          mark: { type: "text", align: "left", x: 430, fontSize: 12, color: inks.text },
          encoding: { y, text: { field: "shown" } },
        },
      ],
    },
  );
}

function intervalName(lines: readonly ForestLine[]): string {
  const confidence = lines[0]?.found.confidence ?? 0.95;
  return `${Number((confidence * 100).toPrecision(6))}%`;
}
