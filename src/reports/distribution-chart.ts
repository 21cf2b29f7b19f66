import type { Distribution } from "../cohort/index.ts";
import { apaPercent, apaPercentInterval } from "./apa-numbers.ts";
import { type Chart, chart, chartLabel, inks, labelAxis, seriesInks, seriesShapes } from "./chart-style.ts";
import { shownText } from "./shown-text.ts";

/** A published share to draw beside a caseload's own. */
export interface ReferenceShare {
  readonly sample: string;
  readonly label: string;
  readonly share: number;
}

/**
 * A caseload's distribution as a Vega-Lite specification: bars with 95% intervals, reference shares as marks. It is
 * plain data: any Vega-Lite renderer draws it. Its `description` says in words what the chart shows.
 */
export function distributionChart(
  { cases, shares }: Distribution,
  references: readonly ReferenceShare[],
  title: string,
): Chart {
  const order = shares.map(({ label }) => chartLabel(label));
  const own = shares.map(({ label, count, share, interval }) => ({
    label: chartLabel(label),
    count,
    share: share ?? 0,
    low: interval?.[0] ?? 0,
    high: interval?.[1] ?? 0,
  }));
  const y = labelAxis("label", order);
  const x = {
    field: "share",
    type: "quantitative",
    axis: { format: "%", tickCount: 5 },
    title: "share of cases",
    scale: { domain: [0, 1] },
  };
  const samples = [...new Set(references.map(({ sample }) => shownText(sample)))];
  const marks = {
    data: {
      values: references.map((each) => ({ ...each, sample: shownText(each.sample), label: chartLabel(each.label) })),
    },
    mark: { type: "point", filled: true, size: 80, opacity: 1, stroke: "white", strokeWidth: 1 },
    encoding: {
      y,
      x,
      shape: {
        field: "sample",
        type: "nominal",
        title: "published samples (other settings)",
        scale: { domain: samples, range: samples.map((_, at) => seriesShapes[at % seriesShapes.length]) },
        legend: { orient: "bottom", direction: "vertical", symbolSize: 90 },
      },
      color: {
        field: "sample",
        type: "nominal",
        title: "published samples (other settings)",
        scale: { domain: samples, range: samples.map((_, at) => seriesInks[at % seriesInks.length]) },
      },
    },
  };
  const inWords = shares.map(
    ({ label, count, share, interval }) =>
      `${chartLabel(label)} ${count}${share === undefined ? "" : ` (${apaPercent(share)}, ${apaPercentInterval(interval)})`}`,
  );
  const beside = references.map(({ sample, label, share }) => `${sample}, ${chartLabel(label)} ${apaPercent(share)}`);
  return chart(
    title,
    [`${cases} cases; bars with 95% Wilson intervals.`, "Shares of one caseload are no base rate."],
    `${title}. A bar for each outcome of ${cases} cases, with its 95% interval: ${inWords.join("; ")}.${
      beside.length === 0 ? "" : ` Published samples of other settings as marks: ${beside.join("; ")}.`
    }`,
    {
      width: 460,
      height: { step: 26 },
      layer: [
        { data: { values: own }, mark: { type: "bar", color: inks.sky, height: 16 }, encoding: { y, x } },
        {
          data: { values: own },
          mark: { type: "rule", color: inks.text, strokeWidth: 1.5 },
          encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
        },
        ...(references.length === 0 ? [] : [marks]),
      ],
    },
  );
}
