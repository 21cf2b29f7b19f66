import { mustBeListOf } from "../issues/index.ts";
import { type Chart, chart, chartLabel, labelAxis } from "./chart-style.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";

/** How often one item is answered, and in which ways it is not. */
export interface CompletenessLine {
  readonly label: string;
  readonly answered: number;
  readonly notSure: number;
  readonly preferNot: number;
  readonly closed: number;
  readonly blank: number;
  /** Cells that hold no code of the item. */
  readonly bad?: number;
}

const parts = [
  { key: "answered", ink: "#0b3c5d" },
  { key: "notSure", ink: "#56b4e9" },
  { key: "preferNot", ink: "#8c4a78" },
  { key: "closed", ink: "#d9d9d9" },
  { key: "blank", ink: "#ffffff" },
  { key: "bad", ink: "#d55e00" },
] as const;

/**
 * Completeness as bars in parts, one for each item, as a Vega-Lite specification. The parts stand in one order
 * everywhere and are outlined, so that grey print tells them apart. Its `description` gives the items least answered.
 *
 * @throws {AssessmentError} `malformed` for what is no list of such lines
 * @example
 * const line = { label: "adult", answered: 8, notSure: 1, preferNot: 0, closed: 0, blank: 1 };
 * completenessChart([line], "Answers").description.endsWith("Least answered: adult, 8 of 10 that apply."); // => true
 */
export function completenessChart(
  lines: readonly CompletenessLine[],
  title: string,
  phrases: Phrases = englishPhrases,
): Chart {
  mustBeListOf(lines, "label", "lines");
  const say = sayer(phrases);
  const present = parts
    .filter(({ key }) => lines.some((line) => (line[key] ?? 0) > 0))
    .map((part) => ({ ...part, name: say(`completeness_chart.${part.key}`) }));
  const values = lines.flatMap((line) =>
    present.map(({ key, name }, at) => ({ item: chartLabel(line.label), state: name, count: line[key] ?? 0, at })),
  );
  const applicable = ({ answered, notSure, preferNot, blank, bad = 0 }: CompletenessLine) =>
    answered + notSure + preferNot + blank + bad;
  const share = (line: CompletenessLine) => (applicable(line) === 0 ? 1 : line.answered / applicable(line));
  const least = [...lines].sort((a, b) => share(a) - share(b)).slice(0, 3);
  return chart(
    title,
    [say("completeness_chart.cells")],
    say("completeness_chart.says", {
      title,
      count: lines.length,
      parts: present.map(({ name }) => name).join(", "),
      least: least
        .map((line) => {
          const counts = { answered: line.answered, applicable: applicable(line) };
          return say("completeness_chart.least", { item: chartLabel(line.label), ...counts });
        })
        .join("; "),
    }),
    {
      width: 380,
      height: { step: 18 },
      data: { values },
      mark: { type: "bar", stroke: "#1b1b1b", strokeWidth: 0.6 },
      encoding: {
        y: labelAxis(
          "item",
          lines.map(({ label }) => chartLabel(label)),
        ),
        x: {
          field: "count",
          type: "quantitative",
          title: say("completeness_chart.cases"),
          axis: { tickMinStep: 1, format: "d" },
        },
        color: {
          field: "state",
          type: "nominal",
          title: null,
          scale: { domain: present.map(({ name }) => name), range: present.map(({ ink }) => ink) },
          legend: { orient: "top", symbolStrokeWidth: 1, symbolStrokeColor: "#1b1b1b", columns: 3 },
        },
        order: { field: "at", type: "quantitative" },
      },
    },
  );
}
