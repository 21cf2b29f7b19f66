import { mustBeList, mustBeListOf, mustHave } from "../issues/index.ts";
import { type Chart, chart, chartLabel, inks } from "./chart-style.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";

/** How many cases went from one outcome to another, or which pairs of codes two raters gave. */
export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/**
 * A square of counts as a heat map: rows are what was before (or the first rater), columns what came after (or the
 * second). Every count stands in its cell, so that no colour has to be read. Its `description` names every cell that is
 * not empty.
 *
 * @throws {AssessmentError} `malformed` for passages or an order that are no lists, or axes without names
 * @example
 * const passages = [{ from: "rejected", to: "mixed", count: 2 }];
 * transitionChart(passages, ["rejected", "mixed"], { from: "May", to: "June" }, "Moves").description;
 * // => "Moves. Cases: 2, the same on both sides: 0. May, then June: rejected, mixed 2. Every other cell is zero."
 */
export function transitionChart(
  passages: readonly Passage[],
  order: readonly string[],
  axes: { readonly from: string; readonly to: string },
  title: string,
  phrases: Phrases = englishPhrases,
): Chart {
  mustBeListOf(passages, "from", "passages");
  mustBeList(order, "order");
  mustHave(axes, "from", "axes");
  const say = sayer(phrases);
  const counts = new Map(passages.map(({ from, to, count }) => [JSON.stringify([from, to]), count]));
  const values = order.flatMap((from) =>
    order.map((to) => ({
      from: chartLabel(from),
      to: chartLabel(to),
      count: counts.get(JSON.stringify([from, to])) ?? 0,
      same: from === to,
    })),
  );
  const most = Math.max(1, ...values.map(({ count }) => count));
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const same = values.reduce((sum, each) => sum + (each.same ? each.count : 0), 0);
  const sort = order.map(chartLabel);
  const side = (field: string, name: string, angle: number) => ({
    field,
    type: "nominal",
    sort,
    title: name,
    axis: { labelAngle: angle, ticks: false, domain: false, orient: field === "to" ? "top" : "left" },
  });
  const cells = values
    .filter(({ count }) => count > 0)
    .map(({ from, to, count }) => say("transition_chart.cell", { from, to, count }));
  return chart(
    title,
    [say("transition_chart.cases", { total, same })],
    say("transition_chart.says", {
      ...{ title, total, same },
      ...{ first: axes.from, second: axes.to, cells: cells.join("; ") },
    }),
    {
      width: { step: 62 },
      height: { step: 34 },
      data: { values },
      encoding: { x: side("to", axes.to, -35), y: side("from", axes.from, 0) },
      layer: [
        {
          mark: { type: "rect", stroke: inks.grid },
          encoding: {
            color: {
              field: "count",
              type: "quantitative",
              scale: { domain: [0, most], range: ["#ffffff", inks.blue], interpolate: "rgb" },
              legend: null,
            },
          },
        },
        {
          transform: [{ filter: "datum.same" }],
          mark: { type: "rect", fillOpacity: 0, stroke: inks.text, strokeWidth: 2 },
        },
        {
          mark: { type: "text", fontSize: 13 },
          encoding: {
            text: { field: "count", type: "quantitative" },
            color: {
              condition: [
                { test: `datum.count > ${most * 0.6}`, value: "white" },
                { test: "datum.count === 0", value: "#767676" },
              ],
              value: inks.text,
            },
          },
        },
      ],
    },
  );
}
