import type { Distribution } from "../cohort/index.ts";
import { mustBeList, mustHave } from "../issues/index.ts";
import { apaPercent, apaPercentInterval } from "./apa-numbers.ts";
import { type Chart, chart, chartLabel, inks, labelAxis, seriesInks, seriesShapes } from "./chart-style.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";
import { shownText } from "./shown-text.ts";

/** A published share to draw beside a caseload's own. */
export interface ReferenceShare {
  readonly sample: string;
  readonly label: string;
  readonly share: number;
}

/** The level of a distribution's intervals. */
const level = "95%";

/**
 * A caseload's distribution as a Vega-Lite specification: bars with 95% intervals, reference shares as marks. It is
 * plain data: any Vega-Lite renderer draws it. Its `description` says in words what the chart shows.
 *
 * @throws {AssessmentError} `malformed` for what is no distribution, or no list of references
 * @example
 * distributionChart(distribution(["rejected", "rejected"], ["rejected"]), [], "Types").description;
 * // => "Types. Cases: 2. A bar for each outcome, with its 95% interval: rejected 2 (100.0%, [34.2, 100.0]%)."
 */
export function distributionChart(
  found: Distribution,
  references: readonly ReferenceShare[],
  title: string,
  phrases: Phrases = englishPhrases,
): Chart {
  mustHave(found, "shares", "found");
  mustBeList(references, "references");
  const { cases, shares } = found;
  const say = sayer(phrases);
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
    title: say("distribution_chart.share"),
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
        title: say("distribution_chart.samples"),
        scale: { domain: samples, range: samples.map((_, at) => seriesShapes[at % seriesShapes.length]) },
        legend: { orient: "bottom", direction: "vertical", symbolSize: 90 },
      },
      color: {
        field: "sample",
        type: "nominal",
        title: say("distribution_chart.samples"),
        scale: { domain: samples, range: samples.map((_, at) => seriesInks[at % seriesInks.length]) },
      },
    },
  };
  const bars = shares.map(({ label, count, share, interval }) => {
    const bar = { label: chartLabel(label), count };
    return share === undefined
      ? say("distribution_chart.bar", bar)
      : say("distribution_chart.bar_share", {
          ...bar,
          share: apaPercent(share),
          interval: apaPercentInterval(interval),
        });
  });
  const beside = references.map(({ sample, label, share }) =>
    say("distribution_chart.mark", { sample, label: chartLabel(label), share: apaPercent(share) }),
  );
  const says = say("distribution_chart.says", { title, cases, level, bars: bars.join("; ") });
  return chart(
    title,
    [say("distribution_chart.cases", { cases, level }), say("distribution_chart.no_base_rate")],
    beside.length === 0 ? says : say("distribution_chart.beside", { says, marks: beside.join("; ") }),
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
