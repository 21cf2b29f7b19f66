import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { chartToSvg } from "../../src/charts/index.ts";
import { agreement, distribution, parseRatingColumns } from "../../src/cohort/index.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import { imminentConcern, relationshipAndMotive } from "../../src/content/instruments/index.ts";
import { fiveTypeProfiles, fiveTypes, separations } from "../../src/content/typologies/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import {
  type Audience,
  agreementTables,
  atrsPage,
  type Block,
  cardPage,
  caseOverview,
  caseSummary,
  codebook,
  codebookPage,
  distributionChart,
  instrumentCard,
  itemAgreementTable,
  type OverviewInput,
  overviewPage,
  scoreSummary,
  toHtml,
} from "../../src/reports/index.ts";
import { classify, defineTypology, type Typology } from "../../src/typology/index.ts";
import { openBrowser, type Watched, watchedPage } from "../support/browser.ts";
import { hostileTexts } from "../support/hostile.ts";
import { tablesAndPages } from "../support/hostile-pages.ts";

const own = "http://127.0.0.1:1/";
const asOf = "2026-03-01";

/** Texts that would leave a trace if any of them ran, beside the shared ones. */
const traps = [
  ...hostileTexts,
  "<img src=x onerror=\"globalThis.ran='img'\">",
  "\"><svg onload=globalThis.ran='svg'>",
  "'-globalThis.ran='js'-'",
  "<iframe srcdoc=\"<script>parent.ran='frame'</script>\">",
  "<style>@import 'http://127.0.0.1:2/x.css'</style>",
  "<link rel=stylesheet href=http://127.0.0.1:2/x.css>",
  "url(http://127.0.0.1:2/x.png)",
  "<form action=http://127.0.0.1:2/><button autofocus onfocus=globalThis.ran='focus'>",
  "<details open ontoggle=globalThis.ran='toggle'>",
  "&#60;img src=x onerror=globalThis.ran='entity'&#62;",
  "\u003cscript\u003eglobalThis.ran='escape'\u003c/script\u003e",
  "<svg><animate onbegin=globalThis.ran='animate' attributeName=x dur=1s>",
];

/** The same data with every text that a person reads put in place of by the traps, from one of them on. */
function trapped<T>(value: T, from: number): T {
  let at = from;
  const next = () => traps[at++ % traps.length] ?? "";
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === "string") return part.includes(" ") || key === "label" || key === "title" ? next() : part;
    if (Array.isArray(part)) return part.map((each) => walk(each, key));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, walk(each, name)]));
  };
  return walk(value, "") as T;
}

/** A form like the shipped one in everything but its texts. */
const trappedForm = (from: number): Instrument => trapped<Instrument>(imminentConcern, from);

function trappedTypology(from: number): Typology {
  const { instrument: _, ...rest } = fiveTypes as Typology;
  return defineTypology({ ...trapped(rest, from), instrument: trapped<Instrument>(relationshipAndMotive, from) });
}

/** Every report, with a trap in every text that it is given. */
function pages(from: number): readonly (readonly [name: string, html: string])[] {
  const form = trappedForm(from);
  const typology = trappedTypology(from);
  const trap = (add: number) => traps[(from + add) % traps.length] ?? "";
  const answers = { near_now: "yes", strangled: "last_week", weapon_access: "not_sure" };
  const typed = { adult: "yes", prior_relationship: "former_intimate", wants_back: "yes" };
  const scored = score(form, answers, { asOf, window: { from: null, to: asOf }, respondent: "target" });
  const classified = classify(typed, { typology });
  const input: OverviewInput = {
    about: { record: trap(0), episode: trap(1), from: trap(2), to: trap(3) },
    asOf: trap(4),
    scores: [{ instrument: form, answers, result: { ...scored, asOf: trap(5) }, respondent: "target" }],
    classifications: [{ typology, answers: typed, result: classified, respondent: trap(6) }],
    words: [{ kind: "override", of: trap(7), says: trap(8), reason: trap(9) }],
    steps: [{ at: trap(10), kind: trap(11), says: trap(12) }],
    notShown: [{ what: trap(13), why: "differs" }],
    formulation: trap(14),
  };
  const content = {
    guidance: trapped(guidanceCodes, from),
    profiles: trapped(Object.values(fiveTypeProfiles), from),
    separations: trapped(separations, from),
  };
  const lines = (title: string, texts: readonly string[]) =>
    toHtml({ title, lang: "en", blocks: [{ kind: "list", items: texts }] });
  const card = instrumentCard(form, { licence: trap(15), contact: trap(16), groupsStudied: [trap(17)] });
  return [
    ...(["professional", "target", "researcher"] satisfies Audience[]).map(
      (audience) =>
        [`overview, ${audience}`, toHtml(overviewPage(caseOverview(input, content, { audience })))] as const,
    ),
    ["case summary", lines(trap(18), caseSummary(classified, typology))],
    ["score summary", lines(trap(19), scoreSummary(scored, form))],
    ["codebook", toHtml(codebookPage(codebook(form)))],
    ["card", toHtml(cardPage(card))],
    ["transparency record", toHtml(atrsPage(card))],
    // A long page: in a browser with every sixth trap; `test/reports` reads each of its parts with all of them.
    ...(from % 6 === 0 ? [["every table and page in one", toHtml(everyTable(trap))] as const] : []),
    ["tables and a figure of a study", toHtml({ title: trap(20), lang: "en", blocks: studyBlocks(trap) })],
  ];
}

const everyTable = (trap: (add: number) => string) => ({
  title: trap(28),
  lang: "en",
  blocks: Object.values(tablesAndPages).flatMap((of, at) => of(trap(at))),
});

function studyBlocks(trap: (add: number) => string): readonly Block[] {
  const found = agreement(valueOrThrow(parseRatingColumns({ a: ["x", "x", "y"], b: ["x", "y", "y"] }, ["x", "y"])));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.ran='figure'">${trap(21)}</svg>`;
  return [
    ...agreementTables(found, trap(22), [trap(23), trap(24)]),
    ...itemAgreementTable([{ item: trap(25), found }]),
    { kind: "figure", caption: trap(26), says: trap(27), svg },
  ];
}

let browser: Browser;
let watched: Watched;
let shown = "";

beforeAll(async () => {
  browser = await openBrowser();
  watched = await watchedPage(browser, own);
  await watched.page.route(`${own}**`, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: shown }),
  );
});
afterAll(() => browser?.close());

async function show(html: string): Promise<void> {
  shown = html;
  await watched.page.goto(own);
}

const ran = (): Promise<unknown> => watched.page.evaluate("globalThis.ran ?? null");
const breaches = () => [...watched.faults, ...watched.requests, ...watched.dialogs];

describe("a trap in every text of every report, in Chromium", () => {
  it("is seen to run by this test when a page does not guard against it", async () => {
    const other = await watchedPage(browser, own);
    const body = `<title>x</title>${traps.filter((trap) => !trap.includes("refresh")).join("\n")}`;
    await other.page.route(`${own}**`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await other.page.goto(own);
    await expect.poll(() => other.page.evaluate("globalThis.ran ?? null")).not.toBeNull();
    await expect.poll(() => other.dialogs.length).toBeGreaterThan(0);
    await expect.poll(() => other.requests.length).toBeGreaterThan(0);
    await other.page.context().close();
  });

  it("runs nothing, asks for nothing, breaks no policy and stands there as text", async () => {
    for (let from = 0; from < traps.length; from++) {
      for (const [name, html] of pages(from)) {
        await show(html);
        const links = await watched.page
          .locator("a, img:not([src^='data:image/svg+xml,']), svg, script, iframe, form, link, object, base")
          .count();
        expect({ name, from, ran: await ran(), links, breaches: breaches() }).toEqual({
          name,
          from,
          ran: null,
          links: 0,
          breaches: [],
        });
      }
    }
    const [, html = ""] = pages(traps.indexOf("<script>alert(1)</script>"))[0] ?? [];
    await show(html);
    expect(await watched.page.locator("h1").textContent()).toContain("<script>alert(1)</script>");
  });

  it("does nothing in a chart either, as an image of its own or inside a page", async () => {
    for (let from = 0; from < traps.length; from += 4) {
      const labels = [0, 1, 2, 3].map((add) => traps[(from + add) % traps.length] ?? "");
      const [sample = "", label = "", title = ""] = labels;
      const chart = distributionChart(distribution(labels, []), [{ sample, label, share: 0.2 }], title);
      await show(`<!doctype html><title>chart</title>${await chartToSvg(chart)}`);
      expect({ from, ran: await ran(), breaches: breaches() }).toEqual({ from, ran: null, breaches: [] });
    }
  });
});

describe("the same functions in a browser", () => {
  it("give the same bytes as in Node, under a policy that allows no code from text and no markup from text", async () => {
    const code = `
      import { score } from "./src/assessment/index.ts";
      import { distribution } from "./src/cohort/index.ts";
      import { guidanceCodes } from "./src/content/guidance/index.ts";
      import { imminentConcern } from "./src/content/instruments/index.ts";
      import * as reports from "./src/reports/index.ts";
      const asOf = "${asOf}";
      const answers = { near_now: "yes", strangled: "last_week", weapon_access: "not_sure" };
      const result = score(imminentConcern, answers, { asOf, window: { from: null, to: asOf } });
      const scores = [{ instrument: imminentConcern, answers, result, respondent: "rater" }];
      const overview = reports.caseOverview({ asOf, scores }, { guidance: guidanceCodes }, { audience: "professional" });
      globalThis.made = JSON.stringify([
        reports.toHtml(reports.overviewPage(overview)),
        reports.toHtml(reports.codebookPage(reports.codebook(imminentConcern))),
        reports.toHtml(reports.cardPage(reports.instrumentCard(imminentConcern))),
        reports.distributionChart(distribution(["rejected", "resentful", "rejected"], []), [], "A title"),
      ]);`;
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: process.cwd(), loader: "ts" },
      bundle: true,
      write: false,
      format: "iife",
      logLevel: "silent",
    });
    const script = outputFiles[0]?.text ?? "";
    const inNode: { made?: string } = {};
    runInNewContext(script, { globalThis: inNode, structuredClone, TextEncoder, TextDecoder });
    const policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    await watched.page.route(`${own}made.js`, (route) =>
      route.fulfill({ contentType: "text/javascript", body: script }),
    );
    await show(`<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>x</title>
      <script src="${own}made.js"></script>`);
    const inBrowser = await watched.page.evaluate("globalThis.made");
    expect(inNode.made?.length).toBeGreaterThan(50_000);
    expect(inBrowser === inNode.made).toBe(true);
    expect(breaches()).toEqual([]);
  });
});

describe("a report on paper", () => {
  it("prints to A4 with all of its words, no blank page and no cell cut off", async () => {
    const folder = mkdtempSync(join(tmpdir(), "report-"));
    try {
      const form = imminentConcern;
      for (const [name, html] of [
        ["codebook", toHtml(codebookPage(codebook(form)))],
        ["card", toHtml(cardPage(instrumentCard(form)))],
      ] as const) {
        await show(html);
        const file = join(folder, `${name}.pdf`);
        writeFileSync(
          file,
          await watched.page.pdf({
            format: "A4",
            printBackground: true,
            margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" },
          }),
        );
        const printed = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
        const sheets = printed.split("\f").slice(0, -1);
        expect(sheets.length).toBeGreaterThan(1);
        expect(sheets.filter((sheet) => sheet.trim() === "")).toEqual([]);
        const squeezed = printed.replace(/\s+/g, "");
        for (const { text } of Object.values(form.items)) {
          const words = text.rater.split(" ").filter((word) => /^[a-z]{5,}$/.test(word));
          expect(words.filter((word) => !squeezed.includes(word))).toEqual([]);
        }
        // A4 less its margins is 680 CSS pixels wide. A cell under 60 would break its words letter by letter.
        await watched.page.setViewportSize({ width: 680, height: 960 });
        await watched.page.emulateMedia({ media: "print" });
        const over = await watched.page.evaluate("document.documentElement.scrollWidth - innerWidth");
        const narrowest = await watched.page.evaluate(
          "Math.min(...[...document.querySelectorAll('th, td')].map((cell) => cell.getBoundingClientRect().width))",
        );
        expect(over).toBe(0);
        expect(narrowest).toBeGreaterThan(60);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
