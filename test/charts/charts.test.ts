import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import * as vega from "vega";
import * as lite from "vega-lite";
import { describe, expect, it } from "vitest";
import { chartToSvg, svgToPng } from "../../src/charts/index.ts";
import { auc, calibration, cohenKappa, distribution, parseRatingColumns, rocCurve } from "../../src/cohort/index.ts";
import { parseIncidentLog } from "../../src/incidents/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import * as reports from "../../src/reports/index.ts";
import {
  agreementChart,
  type Chart,
  calibrationChart,
  completenessChart,
  distributionChart,
  rocChart,
  timelineChart,
  transitionChart,
} from "../../src/reports/index.ts";
import { inFolder, run } from "../support/command.ts";
import { hostileTexts } from "../support/hostile.ts";

const kappa = (a: string[], b: string[]) => cohenKappa(valueOrThrow(parseRatingColumns({ a, b }, ["x", "y"])));
const log = valueOrThrow(
  parseIncidentLog(
    [
      { id: "1", date: "2026-01-03", behaviours: ["calls"], attribution: "confirmed" },
      { id: "2", date: "2026-02", behaviours: ["calls", "follows"], attribution: "possible" },
    ],
    { behaviours: ["calls", "follows"], asOf: "2026-05-10" },
  ),
);

const present = [false, true, false, true];
const chartsOf = (word: string): Readonly<Record<string, Chart>> => ({
  distribution: distributionChart(
    distribution([word, word, "mixed"], [word, "mixed"]),
    [{ sample: word, label: word, share: 0.5 }],
    word,
  ),
  agreement: agreementChart(
    [
      { label: word, found: kappa([..."xxyyxy"], [..."xxyyyy"]) },
      { label: "b", found: kappa(["x"], ["x"]) },
      { label: "c", found: kappa(["x", "y"], ["x", "y"]) },
    ],
    "Cohen's kappa",
    word,
  ),
  transition: transitionChart(
    [{ from: word, to: "mixed", count: 3 }],
    [word, "mixed"],
    { from: "before", to: "after" },
    word,
  ),
  timeline: timelineChart(log, word, () => word),
  roc: rocChart({ area: auc([1, 2, 2, 3], present), curve: rocCurve([1, 2, 2, 3], present) }, word),
  calibration: calibrationChart(calibration([0.1, 0.4, 0.6, 0.9], present), word),
  completeness: completenessChart([{ label: word, answered: 3, notSure: 1, preferNot: 0, closed: 2, blank: 0 }], word),
});
const charts = Object.entries(chartsOf("rejected"));

describe.each(charts)("the chart of %s", (_, chart) => {
  it("is a specification that Vega-Lite compiles without a warning", () => {
    const warnings: string[] = [];
    const logger = vega.logger(vega.Warn, undefined, (_method, _level, input) => void warnings.push(String(input)));
    lite.compile(chart as never, { logger: logger as never });
    expect(warnings).toEqual([]);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });

  it("says in words what it shows, and the drawing carries these words", async () => {
    expect(chart.description).toMatch(/rejected|calls/);
    expect(chart.description).not.toMatch(/NaN|undefined|null/);
    const svg = await chartToSvg(chart);
    expect(svg).toMatch(/^<svg[^>]* role="img" aria-label="[^"]{40,}">\n<title>/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it("every chart that is exported is drawn here", () => {
  const exported = Object.keys(reports).filter((name) => name.endsWith("Chart"));
  expect(exported.map((name) => name.slice(0, -"Chart".length)).sort()).toEqual(Object.keys(chartsOf("x")).sort());
});

describe("a drawing", () => {
  it.each(hostileTexts.map((text, at) => [at, text] as const))("keeps the hostile text %i as text", async (_, text) => {
    for (const chart of Object.values(chartsOf(text))) {
      const names = new Set<string>();
      const attributes = new Set<string>();
      const visit = (node: { tagName?: string; attrs?: { name: string }[]; childNodes?: unknown[] }): void => {
        if (node.tagName !== undefined) names.add(node.tagName);
        for (const { name } of node.attrs ?? []) attributes.add(name);
        for (const child of node.childNodes ?? []) visit(child as typeof node);
      };
      const svg = await chartToSvg(chart);
      visit(parseFragment(svg) as never);
      const parser = new SaxesParser(); // a picture in a page is read as XML
      parser.on("error", ({ message }) => expect.unreachable(message));
      parser.write(svg).close();
      for (const name of names)
        expect(["svg", "title", "g", "path", "text", "rect", "tspan", "line", "defs", "clipPath"]).toContain(name);
      expect([...attributes].filter((name) => /^on|href|src|style/.test(name))).toEqual([]);
    }
  });

  it("becomes a PNG of twice its size, or of the size asked for", async () => {
    const svg = await chartToSvg(chartsOf("rejected").completeness as Chart);
    const width = Number(/ width="(\d+)/.exec(svg)?.[1]);
    for (const [scale, png] of [
      [2, await svgToPng(svg)],
      [1, await svgToPng(svg, { scale: 1 })],
    ] as const) {
      expect(Buffer.from(png.subarray(0, 8)).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
      expect(Math.abs(new DataView(png.buffer, png.byteOffset).getUint32(16) - width * scale)).toBeLessThanOrEqual(
        scale,
      );
    }
  });
});

describe("inks", () => {
  /** Relative luminance, as WCAG 2 defines it. */
  const luminance = (ink: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(ink.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  it("of parts that lie side by side differ in grey", () => {
    const lines = [{ label: "x", answered: 1, notSure: 1, preferNot: 1, closed: 1, blank: 1 }];
    const chart = completenessChart(lines, "x") as never as { encoding: { color: { scale: { range: string[] } } } };
    const { range } = chart.encoding.color.scale;
    const steps = range.slice(1).map((ink, at) => Math.abs(luminance(ink) - luminance(range[at] ?? "")));
    expect(Math.min(...steps)).toBeGreaterThan(0.05);
  });
});

describe("the option --chart", () => {
  const cases = "examples/published-cases/coded-by-a.csv";

  it("writes what the ending of the name says, and refuses any other", async () => {
    await inFolder(async (folder) => {
      for (const [name, start] of [
        ["c.svg", "<svg"],
        ["c.png", "\x89PNG"],
        ["c.json", "{\n"],
      ] as const) {
        expect((await run(["summary", cases, "--chart", join(folder, name)])).code).toBe(0);
        expect(readFileSync(join(folder, name), "latin1").startsWith(start)).toBe(true);
      }
      expect((await run(["summary", cases, "--chart", join(folder, "c.pdf")])).code).toBe(2);
      writeFileSync(join(folder, "c.svg"), "before");
      expect((await run(["summary", cases, "--chart", join(folder, "c.svg")])).code).toBe(5);
      expect(readFileSync(join(folder, "c.svg"), "utf8")).toBe("before");
    });
  });
});
