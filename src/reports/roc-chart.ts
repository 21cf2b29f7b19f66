import type { AucEstimate, RocCurve } from "../cohort/index.ts";
import { apaInterval, apaNumber } from "./apa-numbers.ts";
import { type Chart, chart, inks } from "./chart-style.ts";

/** How many points of a curve its description names at most; the table has them all (design choice). */
const mostNamed = 12;

/**
 * A ROC curve as a Vega-Lite specification, with the line of chance. Its `description` gives the area and points in
 * words. No point is marked as best.
 */
export function rocChart(
  { area, curve }: { readonly area: AucEstimate; readonly curve: RocCurve },
  title: string,
): Chart {
  const points = curve.points.flatMap(({ threshold, sensitivity, specificity }, order) =>
    sensitivity === null || specificity === null ? [] : [{ order, threshold, wrong: 1 - specificity, sensitivity }],
  );
  const [present, absent] = area.cases;
  const shown = apaNumber(area.estimate, { atMostOne: true });
  const interval = apaInterval(area.interval, { atMostOne: true });
  const cases = `${present} cases with it, ${absent} without`;
  const said = points
    .slice(0, mostNamed)
    .map(
      (point) => `${apaNumber(point.wrong, { atMostOne: true })}, ${apaNumber(point.sensitivity, { atMostOne: true })}`,
    );
  const more = points.length > mostNamed ? ` and ${points.length - mostNamed} more` : "";
  const axis = (name: string) => ({ title: name, scale: { domain: [0, 1], nice: false }, axis: { tickCount: 5 } });
  return chart(
    title,
    [
      area.estimate === null ? `No area: ${cases}.` : `Area ${shown}, interval ${interval}; ${cases}.`,
      "The broken line is what scores that say nothing would give.",
    ],
    `${title}. ${area.estimate === null ? "No area" : `Area ${shown}, interval ${interval}`}; ${cases}. Share wrongly found, then sensitivity: ${
      said.length === 0 ? "no points" : `${said.join("; ")}${more}`
    }.`,
    {
      width: 320,
      height: 320,
      layer: [
        {
          data: {
            values: [
              { wrong: 0, sensitivity: 0 },
              { wrong: 1, sensitivity: 1 },
            ],
          },
          mark: { type: "line", color: inks.text, strokeDash: [4, 3], strokeWidth: 1 },
          encoding: {
            x: { field: "wrong", type: "quantitative", ...axis("1 - specificity") },
            y: { field: "sensitivity", type: "quantitative", ...axis("Sensitivity") },
          },
        },
        {
          data: { values: points },
          mark: { type: "line", color: inks.blue, strokeWidth: 2, point: { filled: true, color: inks.blue, size: 30 } },
          encoding: {
            x: { field: "wrong", type: "quantitative" },
            y: { field: "sensitivity", type: "quantitative" },
            order: { field: "order", type: "quantitative" },
          },
        },
      ],
    },
  );
}
