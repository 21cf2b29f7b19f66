import { chartToSvg, svgToPng } from "../charts/index.ts";
import type { Chart } from "../reports/index.ts";
import { openOutput, publishTogether } from "../tables/index.ts";
import { type Given, itself, usageError } from "./command.ts";
import { expects } from "./expects.ts";

/** The options of every command that can draw. */
export const chartOptions = {
  chart: {
    type: "string",
    value: "FILE",
    writes: itself,
    says: "also write the chart: .svg, .png, or .json for its Vega-Lite specification",
  },
  overwrite: { type: "boolean", says: "replace output that exists" },
} as const;

/** Writes a chart if one is asked for. The ending of the name says what is written; the renderers are optional peers. */
export async function writeChart(given: Given, chart: () => Chart): Promise<void> {
  const path = given.text("chart");
  if (path === undefined) return;
  await writePicture(path, chart(), given.flag("overwrite"), "--chart");
}

/** One chart as one file, which appears only when it is finished. */
export async function writePicture(path: string, chart: Chart, overwrite: boolean, option: string): Promise<void> {
  const draw = drawings[path.toLowerCase().split(".").at(-1) ?? ""];
  if (draw === undefined)
    throw usageError(option, ...Object.keys(drawings).map((end) => expects("expected.ending", { ending: end })));
  const picture = await draw(chart);
  const output = openOutput(path, { overwrite });
  try {
    await output.write(picture);
    await output.finish();
    publishTogether([output]);
  } finally {
    output.discard();
  }
}

const drawings: Readonly<Record<string, (chart: Chart) => Promise<string | Uint8Array>>> = {
  svg: chartToSvg,
  png: async (chart) => svgToPng(await chartToSvg(chart)),
  json: async (chart) => `${JSON.stringify(chart, null, 2)}\n`,
};
