import type { Calibration } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { apaInterval, apaNumber } from "./apa-numbers.ts";
import { type Chart, chart, inks } from "./chart-style.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";

/**
 * Calibration as a Vega-Lite specification: for each bin with cases how often it was so, with its interval, against the
 * mean forecast, beside the line on which both are alike. Its `description` gives every bin in words.
 *
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * calibrationChart(calibration([0.25, 0.25], [false, true]), "Forecasts").description;
 * // => "Forecasts. Cases: 2. forecast .25, found .50, [.09, .91], n = 2."
 */
export function calibrationChart(found: Calibration, title: string, phrases: Phrases = englishPhrases): Chart {
  mustHave(found, "bins", "found");
  const { bins, n } = found;
  const say = sayer(phrases);
  const values = bins.flatMap(({ predicted, observed: { estimate, interval, n: cases } }) =>
    predicted === null || estimate === null
      ? []
      : [
          {
            predicted,
            observed: estimate,
            low: interval?.[0] ?? estimate,
            high: interval?.[1] ?? estimate,
            interval,
            cases,
          },
        ],
  );
  const number = (value: number) => apaNumber(value, { atMostOne: true });
  const said = values.map(({ predicted, observed, interval, cases }) =>
    say("calibration_chart.bin", {
      predicted: number(predicted),
      observed: number(observed),
      interval: apaInterval(interval, { atMostOne: true }),
      n: cases,
    }),
  );
  const x = {
    field: "predicted",
    type: "quantitative",
    title: say("calibration_chart.predicted"),
    scale: { domain: [0, 1], nice: false },
    axis: { tickCount: 5 },
  };
  const y = {
    field: "observed",
    type: "quantitative",
    title: say("calibration_chart.observed"),
    scale: { domain: [0, 1], nice: false },
    axis: { tickCount: 5 },
  };
  return chart(
    title,
    [say("calibration_chart.cases", { n, bins: values.length }), say("calibration_chart.line")],
    said.length === 0
      ? say("calibration_chart.says_none", { title, n })
      : say("calibration_chart.says", { title, n, bins: said.join("; ") }),
    {
      width: 320,
      height: 320,
      layer: [
        {
          data: {
            values: [
              { predicted: 0, observed: 0 },
              { predicted: 1, observed: 1 },
            ],
          },
          mark: { type: "line", color: inks.text, strokeDash: [4, 3], strokeWidth: 1 },
          encoding: { x, y },
        },
        {
          data: { values },
          mark: { type: "rule", color: inks.blue, strokeWidth: 2 },
          encoding: {
            x: { field: "predicted", type: "quantitative" },
            y: { field: "low", type: "quantitative" },
            y2: { field: "high" },
          },
        },
        {
          data: { values },
          mark: { type: "point", filled: true, color: inks.blue, size: 70, opacity: 1 },
          encoding: {
            x: { field: "predicted", type: "quantitative" },
            y: { field: "observed", type: "quantitative" },
          },
        },
      ],
    },
  );
}
