import type { AucEstimate, RocCurve } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { apaInterval, apaNumber } from "./apa-numbers.ts";
import { type Chart, chart, inks } from "./chart-style.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";

/** How many points of a curve its description names at most; the table has them all (design choice). */
const mostNamed = 12;

/**
 * A ROC curve as a Vega-Lite specification, with the line of chance. Its `description` gives the area and points in
 * words. No point is marked as best.
 *
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const present = [false, false, true, true, true];
 * const found = { area: auc([1, 3, 2, 4, 5], present), curve: rocCurve([1, 3, 2, 4, 5], present) };
 * rocChart(found, "Fear").description.startsWith("Fear. Area .83, interval [.37, 1.00]; cases with it 3"); // => true
 */
export function rocChart(
  found: { readonly area: AucEstimate; readonly curve: RocCurve },
  title: string,
  phrases: Phrases = englishPhrases,
): Chart {
  mustHave(found, "curve", "found");
  const { area, curve } = found;
  const say = sayer(phrases);
  const number = (value: number) => apaNumber(value, { atMostOne: true });
  const points = curve.points.flatMap(({ threshold, sensitivity, specificity }, order) =>
    sensitivity === null || specificity === null ? [] : [{ order, threshold, wrong: 1 - specificity, sensitivity }],
  );
  const [present, absent] = area.cases;
  const shown = apaNumber(area.estimate, { atMostOne: true });
  const interval = apaInterval(area.interval, { atMostOne: true });
  const cases = say("roc_chart.cases", { present, absent });
  const named = points
    .slice(0, mostNamed)
    .map(({ wrong, sensitivity }) => say("roc_chart.point", { wrong: number(wrong), sensitivity: number(sensitivity) }))
    .join("; ");
  const more = points.length - mostNamed;
  const said = more > 0 ? say("roc_chart.more", { points: named, count: more }) : named || say("roc_chart.no_points");
  const axis = (name: string) => ({ title: name, scale: { domain: [0, 1], nice: false }, axis: { tickCount: 5 } });
  return chart(
    title,
    [
      area.estimate === null
        ? say("roc_chart.no_area", { cases })
        : say("roc_chart.area", { area: shown, interval, cases }),
      say("roc_chart.chance"),
    ],
    area.estimate === null
      ? say("roc_chart.says_no_area", { title, cases, points: said })
      : say("roc_chart.says", { title, area: shown, interval, cases, points: said }),
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
            x: { field: "wrong", type: "quantitative", ...axis(say("roc_chart.wrong")) },
            y: { field: "sensitivity", type: "quantitative", ...axis(say("roc_chart.sensitivity")) },
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
