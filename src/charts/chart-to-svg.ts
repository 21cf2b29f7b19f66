import { AssessmentError, mustHave } from "../issues/index.ts";
import { type Chart, escapeHtml } from "../reports/index.ts";

/**
 * A chart as SVG text, drawn by Vega, with its description as the picture's title for whoever does not see it. Vega and
 * Vega-Lite are optional peers that are loaded only here; nothing is fetched.
 *
 * @throws {AssessmentError} `wrong_usage` if vega or vega-lite is not installed; `malformed` for what is no chart
 * @example
 * const svg = await chartToSvg(distributionChart(distribution(["rejected"], ["rejected"]), [], "Types"));
 * svg.startsWith("<svg"); // => true
 */
export async function chartToSvg(chart: Chart): Promise<string> {
  mustHave(chart, "description", "chart");
  const [vega, lite] = await Promise.all([import("vega"), import("vega-lite")]).catch(() => {
    throw new AssessmentError([
      {
        code: "wrong_usage",
        path: ["vega"],
        expected: ["vega and vega-lite to be installed (npm install vega vega-lite)"],
      },
    ]);
  });
  // A chart is plain data; the compiler of Vega-Lite checks what it is.
  const { spec } = lite.compile(chart as unknown as Parameters<typeof lite.compile>[0]);
  const view = new vega.View(vega.parse(spec), { renderer: "none", loader: closedLoader });
  try {
    return withTitle(await view.toSVG(), chart.description);
  } finally {
    view.finalize();
  }
}

const refuse = () => Promise.reject(new Error("a chart loads nothing"));

/** A loader that loads nothing: every chart carries its own data. */
const closedLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse, options: {} };

function withTitle(svg: string, description: string): string {
  const end = svg.indexOf(">", svg.indexOf("<svg"));
  const text = escapeHtml(description);
  return `${svg.slice(0, end)} role="img" aria-label="${text}">\n<title>${text}</title>${svg.slice(end + 1)}`;
}
