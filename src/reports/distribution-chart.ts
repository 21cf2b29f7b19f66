import type { Distribution } from "../cohort/index.ts";

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
): Readonly<Record<string, unknown>> {
  const order = shares.map(({ label }) => words(label));
  const own = shares.map(({ label, count, share, interval }) => ({
    label: words(label),
    count,
    share: share ?? 0,
    low: interval?.[0] ?? 0,
    high: interval?.[1] ?? 0,
  }));
  const y = { field: "label", type: "nominal", sort: order, title: null };
  const percent = { format: "%" };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: {
      text: title,
      subtitle: `${cases} cases; bars with 95% Wilson intervals. Shares of one caseload are no base rate.`,
    },
    description: `${title}. ${own.map(({ label, count }) => `${label}: ${count}`).join("; ")}. ${cases} cases in all.`,
    width: 460,
    height: { step: 26 },
    config: { view: { stroke: null }, font: "sans-serif" },
    layer: [
      {
        data: { values: own },
        mark: { type: "bar", color: "#7a9cc6", height: 16 },
        encoding: {
          y,
          x: {
            field: "share",
            type: "quantitative",
            axis: percent,
            title: "share of cases",
            scale: { domain: [0, 1] },
          },
        },
      },
      {
        data: { values: own },
        mark: { type: "rule", color: "#1b1b1b", strokeWidth: 1.5 },
        encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      {
        data: { values: references.map((each) => ({ ...each, label: words(each.label) })) },
        mark: { type: "point", filled: true, size: 70, opacity: 1 },
        encoding: {
          y,
          x: { field: "share", type: "quantitative" },
          shape: { field: "sample", type: "nominal", title: "published samples (other settings)" },
          color: { field: "sample", type: "nominal", scale: { range: ["#b3541e", "#3b3b3b", "#5b2a86"] } },
        },
      },
    ],
  };
}

const words = (label: string): string => label.replaceAll("_", " ");
