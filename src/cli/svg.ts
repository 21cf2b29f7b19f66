import { usageError } from "./command.ts";

/**
 * A Vega-Lite specification as SVG text. The renderer is an optional peer: it is loaded only here.
 *
 * @throws {AssessmentError} `wrong_usage` if vega or vega-lite is not installed
 */
export async function svgOf(specification: Readonly<Record<string, unknown>>): Promise<string> {
  const [vega, lite] = await Promise.all([import("vega"), import("vega-lite")]).catch(() => {
    throw usageError("--svg", "vega and vega-lite to be installed (npm install vega vega-lite)");
  });
  const { spec } = lite.compile(specification as unknown as Parameters<typeof lite.compile>[0]);
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
