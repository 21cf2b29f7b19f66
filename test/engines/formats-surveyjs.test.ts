import { build } from "esbuild";
import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { fromSurveyJs, toSurveyJs, toSurveyJsData } from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { evaluate, isState } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { openBrowser, type Watched, watchedPage } from "../support/browser.ts";

const own = "http://127.0.0.1:1/";
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Questions</title><link rel="stylesheet" href="app.css">
<main id="form"></main><script type="module" src="app.js"></script></html>`;

/** SurveyJS with its React renderer: a form on the page, and what it holds for this test to look at. */
const script = `
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Model, settings } from "survey-core";
import { Survey } from "survey-react-ui";
import "survey-core/survey-core.fontless.css";
settings.animationEnabled = false;
let root;
globalThis.show = (document, data) => {
  root?.unmount();
  globalThis.survey = new Model(document);
  survey.data = data;
  root = createRoot(globalThis.document.getElementById("form"));
  flushSync(() => root.render(createElement(Survey, { model: survey })));
};
globalThis.ready = true;`;

let browser: Browser;
let watched: Watched;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: "js" },
    bundle: true,
    write: false,
    outdir: "out",
    format: "esm",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const made = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  browser = await openBrowser();
  watched = await watchedPage(browser, own);
  await watched.page.route(`${own}**`, (route) => {
    const address = route.request().url();
    if (address.endsWith(".js")) return route.fulfill({ contentType: "text/javascript", body: made(".js") });
    if (address.endsWith(".css")) return route.fulfill({ contentType: "text/css", body: made(".css") });
    return route.fulfill({ contentType: "text/html", body: page });
  });
  await watched.page.goto(own);
  await watched.page.waitForFunction("globalThis.ready");
});
afterAll(() => browser?.close());

/** The parts of SurveyJS and of a browser that are used here: this project has no types of a browser. */
interface Global {
  readonly survey: {
    readonly visiblePages: readonly unknown[];
    readonly state: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly currentPage: { readonly questions: readonly { readonly name: string }[] };
    currentPageNo: number;
    completeLastPage(): boolean;
    getVariable(name: string): unknown;
  };
  readonly document: { querySelectorAll(selector: string): Iterable<Element> };
  show(form: unknown, data: unknown): void;
  requestAnimationFrame(then: () => void): void;
}
interface Element {
  readonly dataset: { readonly name?: string };
  querySelector(selector: string): { readonly value: string } | null;
  checkVisibility(): boolean;
}

/** The questions that the browser painted on all of the pages, those of them without an answer, and the ended survey. */
function rendered(form: unknown, data: unknown, bounds: readonly string[]) {
  return watched.page.evaluate(
    async ([form, data, bounds]) => {
      const page = globalThis as unknown as Global;
      page.show(form, data);
      const { survey } = page;
      const shown: string[] = [];
      const open: string[] = [];
      for (let at = 0; at < survey.visiblePages.length; at++) {
        survey.currentPageNo = at;
        // It paints a page some time after it was asked to: until then the last one stands there.
        const isPainted = () => {
          const [first] = page.document.querySelectorAll("#form [data-name]");
          return survey.currentPage.questions.some(({ name }) => name === first?.dataset.name);
        };
        for (let frame = 0; frame < 300 && !isPainted(); frame++) {
          await new Promise<void>((done) => page.requestAnimationFrame(done));
        }
        for (const question of page.document.querySelectorAll("#form [data-name]")) {
          const { name } = question.dataset;
          if (name === undefined || !question.checkVisibility()) continue;
          shown.push(name);
          const given = question.querySelector("input:checked") ?? question.querySelector("input:not([type=radio])");
          if (given === null || given.value === "") open.push(name);
        }
      }
      const completed = survey.completeLastPage();
      const ends = bounds.map((name) => [name, Number(survey.getVariable(name))] as const);
      return { shown, open, completed, state: survey.state, data: survey.data, ends };
    },
    [form, data, bounds] as const,
  );
}

const all: readonly Instrument[] = Object.values(content);

describe.each(all.map((form) => [form.id, form] as const))("%s rendered by SurveyJS in Chromium", (_, form) => {
  const respondent = form.respondents[0] ?? "rater";
  const own = formFor(form, respondent);
  const { document, losses } = toSurveyJs(form, { respondent });
  const lost = losses.filter(({ code }) => code === "rule_not_expressible").map(({ path }) => path[1]);
  const written = Object.entries(form.indicators).filter(([name]) => !lost.includes(name));
  const names = written.flatMap(([name]) => [`${name}_low`, `${name}_high`]);
  const isItem = (name: string) => Object.hasOwn(form.items, name);

  it("paints the questions of the library, leaves the same ones open, and ends with its bounds and answers", async () => {
    for (const answers of fc.sample(answersTo(form), {
      seed: 11,
      numRuns: Object.keys(form.items).length > 60 ? 2 : 4,
    })) {
      const found = await rendered(document, toSurveyJsData(answers, form), names);
      const visible = visibleItems(own, answers);
      expect(found.shown.filter(isItem).sort()).toEqual([...visible].sort());
      // A number or a date that is not known has its reason in a second question, and stays empty itself.
      const unanswered = visible.filter((id) => {
        const answer = answers[id];
        const { kind } = form.items[id]?.responses ?? {};
        if (answer === undefined || answer === "not_asked" || answer === "closed") return true;
        return kind !== "choice" && isState(answer);
      });
      expect(found.open.filter(isItem).sort()).toEqual(unanswered.sort());
      expect([found.completed, found.state]).toEqual([true, "completed"]);
      const held = Object.entries(answers).filter(([, answer]) => answer !== "not_asked" && answer !== "closed");
      expect(fromSurveyJs(found.data, form)).toEqual({ answers: Object.fromEntries(held), issues: [] });
      const ends = written.flatMap(([name, { rule }]) => {
        const [low, high] = evaluate(rule, answers, own);
        return [[`${name}_low`, low] as const, [`${name}_high`, high] as const];
      });
      expect(found.ends).toEqual(ends);
    }
    expect([...watched.faults, ...watched.requests]).toEqual([]);
  });
});

describe("a form in SurveyJS without a mouse", () => {
  it("is filled in and ended with Tab, the arrows, Space and Enter, and its answers come back", async () => {
    const form: Instrument = content.quickScreen;
    const { document } = toSurveyJs(form, { respondent: "target", pages: "items" });
    await watched.page.evaluate(([form]) => (globalThis as unknown as Global).show(form, {}), [document] as const);
    const { keyboard } = watched.page;
    const focused = () =>
      watched.page.evaluate<{ kind: string; name: string; says: string; ended: boolean }>(`(() => {
        const { type: kind = "", value, textContent } = document.activeElement;
        const name = document.activeElement.closest("[data-name]")?.dataset.name ?? "";
        return { kind, name, says: kind === "radio" ? value : textContent.trim(), ended: survey.state === "completed" };
      })()`);
    const chosen = new Map<string, string>();
    let turned = 0;
    for (let press = 0; press < 200 && !(await focused()).ended; press++) {
      await keyboard.press("Tab");
      const { kind, says } = await focused();
      if (kind === "radio") {
        await keyboard.press("Space");
        await keyboard.press("ArrowDown");
        const { name, says } = await focused();
        chosen.set(name, says);
      } else if (chosen.size > turned && (says === "Next" || says === "Complete")) {
        turned += 1;
        await keyboard.press("Enter");
        // The next page is painted some time later.
        await watched.page.waitForFunction(`survey.state === "completed" ||
          document.querySelector("#form [data-name]")?.dataset.name === survey.currentPage.questions[0].name`);
      }
    }
    expect((await focused()).ended).toBe(true);
    const read = fromSurveyJs(await watched.page.evaluate("survey.data"), form);
    expect(read).toEqual({ answers: Object.fromEntries(chosen), issues: [] });
    expect([...visibleItems(formFor(form, "target"), read.answers)].sort()).toEqual([...chosen.keys()].sort());
  });
});
