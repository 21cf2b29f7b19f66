import { type Chart, chart, chartLabel, labelAxis } from "./chart-style.ts";

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
  { key: "answered", name: "answered", ink: "#0b3c5d" },
  { key: "notSure", name: "not sure", ink: "#56b4e9" },
  { key: "preferNot", name: "refused", ink: "#8c4a78" },
  { key: "closed", name: "not applicable (closed)", ink: "#d9d9d9" },
  { key: "blank", name: "blank", ink: "#ffffff" },
  { key: "bad", name: "not a code", ink: "#d55e00" },
] as const;

/**
 * Completeness as bars in parts, one for each item, as a Vega-Lite specification. The parts stand in one order
 * everywhere and are outlined, so that grey print tells them apart. Its `description` gives the items least answered.
 */
export function completenessChart(lines: readonly CompletenessLine[], title: string): Chart {
  const present = parts.filter(({ key }) => lines.some((line) => (line[key] ?? 0) > 0));
  const values = lines.flatMap((line) =>
    present.map(({ key, name }, at) => ({ item: chartLabel(line.label), state: name, count: line[key] ?? 0, at })),
  );
  const applicable = ({ answered, notSure, preferNot, blank, bad = 0 }: CompletenessLine) =>
    answered + notSure + preferNot + blank + bad;
  const share = (line: CompletenessLine) => (applicable(line) === 0 ? 1 : line.answered / applicable(line));
  const least = [...lines].sort((a, b) => share(a) - share(b)).slice(0, 3);
  return chart(
    title,
    ["Cells by what they hold; each bar is all cases."],
    `${title}. ${lines.length} bars, each parted by what its cells hold (${present.map(({ name }) => name).join(", ")}). Least answered: ${least
      .map((line) => `${chartLabel(line.label)}, ${line.answered} of ${applicable(line)} that apply`)
      .join("; ")}.`,
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
        x: { field: "count", type: "quantitative", title: "cases", axis: { tickMinStep: 1, format: "d" } },
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
