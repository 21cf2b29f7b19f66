import { mustBeText } from "../issues/index.ts";
import { asWords } from "./as-words.ts";
import { shownText } from "./shown-text.ts";

/** A Vega-Lite specification, with what it shows in words. It is plain data: any Vega-Lite renderer draws it. */
export interface Chart {
  readonly description: string;
  readonly [property: string]: unknown;
}

/**
 * Inks that stay apart for every kind of colour vision and in grey: the palette of Okabe and Ito, in falling order of
 * darkness. A chart that needs more than colour also uses shape or pattern.
 *
 * @source Okabe and Ito 2008, Color Universal Design
 */
export const inks = {
  text: "#1b1b1b",
  blue: "#0072b2",
  vermilion: "#d55e00",
  purple: "#8c4a78",
  sky: "#56b4e9",
  pale: "#d9e6f2",
  grid: "#d0d0d0",
} as const;

/** The shapes of marks for several series, filled and empty, so that grey print tells them apart. */
export const seriesShapes = ["diamond", "square", "triangle-up", "circle", "cross", "triangle-down"] as const;
export const seriesInks = [inks.vermilion, inks.text, inks.purple, inks.blue, inks.vermilion, inks.text] as const;

/** What every chart has: the schema, one font, sizes that can be read in print, and its description. */
export function chart(title: string, subtitle: readonly string[], description: string, parts: object): Chart {
  mustBeText(title, "title");
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: shownText(title), subtitle: subtitle.map(shownText), anchor: "start" },
    description: shownText(description),
    background: "white",
    padding: 12,
    config: {
      font: "Arial, Helvetica, DejaVu Sans, sans-serif",
      view: { stroke: null },
      title: { fontSize: 16, subtitleFontSize: 12, subtitleColor: inks.text, color: inks.text, offset: 12 },
      axis: {
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: "normal",
        labelColor: inks.text,
        titleColor: inks.text,
        gridColor: inks.grid,
        domainColor: inks.text,
        tickColor: inks.text,
        labelLimit: 260,
      },
      legend: {
        labelColor: inks.text,
        titleColor: inks.text,
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: "normal",
        labelLimit: 320,
        titleLimit: 0,
      },
    },
    ...parts,
  };
}

/** A label as a chart shows it. Sort orders become expressions of the renderer, which some line ends would break. */
export const chartLabel = (id: string): string => shownText(asWords(id));

/** An axis of labels in the order given. */
export const labelAxis = (field: string, order: readonly string[]) => ({
  field,
  type: "nominal",
  sort: order,
  title: null,
  axis: { ticks: false, domain: false, grid: false, labelPadding: 8 },
});
