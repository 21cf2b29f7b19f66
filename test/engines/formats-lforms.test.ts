import { existsSync } from "node:fs";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { fromFhir, toFhir, toFhirResponse } from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { type Answers, evaluate } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { toyAlike } from "../support/toy-instruments.ts";
import { openBrowser } from "./browser.ts";
import { serveFiles } from "./serve-files.ts";

const packages = ".engines/npm/lforms/dist/lforms";
const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/webcomponent/styles.css"><div id="form"></div>
<script src="/webcomponent/assets/lib/zone.min.js"></script><script src="/webcomponent/lhc-forms.js"></script>
<script src="/fhir/R4/lformsFHIR.min.js"></script>`;

/** The part of a page that is used here: this project has no types of a browser. */
interface Found {
  querySelectorAll(selector: string): Iterable<{ readonly id: string }>;
}

/** The part of LHC-Forms' interface that is used here. */
interface Lforms {
  readonly Util: {
    convertFHIRQuestionnaireToLForms(questionnaire: unknown, version: "R4"): unknown;
    addFormToPage(form: unknown, element: string): Promise<void>;
    getFormFHIRData(kind: "QuestionnaireResponse", version: "R4"): Response;
  };
}
type Json = Readonly<Record<string, unknown>>;
interface Response {
  readonly item?: readonly ResponseItem[];
}
interface ResponseItem {
  readonly linkId: string;
  readonly answer?: readonly Readonly<Record<string, unknown>>[];
  readonly item?: readonly ResponseItem[];
}

let browser: Browser;
let tab: Page;
let server: Awaited<ReturnType<typeof serveFiles>>;

beforeAll(async () => {
  if (!existsSync(packages)) throw new Error("no LHC-Forms: run scripts/setup-engines");
  server = await serveFiles(packages, page);
  browser = await openBrowser();
  tab = await browser.newPage();
  await tab.goto(server.address);
  await tab.waitForFunction("window.LForms?.Util?.addFormToPage && window.LForms.FHIR");
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What LHC-Forms shows and gives back once it has rendered a questionnaire. */
async function rendered(questionnaire: unknown) {
  return tab.evaluate(async (form) => {
    const { LForms, document } = globalThis as unknown as { LForms: Lforms; document: Found };
    const { Util } = LForms;
    await Util.addFormToPage(Util.convertFHIRQuestionnaireToLForms(form, "R4"), "form");
    await new Promise((resolve) => setTimeout(resolve, 1500)); // it calculates and paints after it has resolved
    const ids = [...document.querySelectorAll('#form [id^="item-"]')].map(({ id }) => id.split(/[-/]/)[1] ?? "");
    return { ids, response: Util.getFormFHIRData("QuestionnaireResponse", "R4") };
  }, questionnaire);
}

/**
 * A questionnaire with the answers of a response as initial values: LHC-Forms takes what a saved response says of
 * calculated items, also if that is nothing, and would not calculate them.
 */
function filledIn(items: readonly Json[], response: Response): readonly Json[] {
  const answers = new Map(flat(response.item).map(({ linkId, answer }) => [linkId, answer]));
  const filled = (each: Json): Json => ({
    ...each,
    ...(answers.get(String(each.linkId)) === undefined ? {} : { initial: answers.get(String(each.linkId)) }),
    ...(Array.isArray(each.item) ? { item: each.item.map(filled) } : {}),
  });
  return items.map(filled);
}

const flat = (items: readonly ResponseItem[] = []): readonly ResponseItem[] =>
  items.flatMap((each) => [each, ...flat(each.item)]);

/** What the calculated items of a response hold, by link id. */
const heldBy = (response: Response): ReadonlyMap<string, unknown> =>
  new Map(flat(response.item).map(({ linkId, answer }) => [linkId, Object.values(answer?.[0] ?? {})[0]]));

const forms: readonly Instrument[] = [...Object.values(content), toyAlike];

describe.each(forms.map((form) => [form.id, form] as const))("%s in LHC-Forms", (_, form) => {
  const respondent = form.respondents[0] ?? "rater";
  const own = formFor(form, respondent);
  const { document: questionnaire } = toFhir(form, { respondent });

  it("is rendered with the questions that the library shows, scored with its bounds, and gives the answers back", async () => {
    for (const random of fc.sample(answersTo(form), { seed: 7, numRuns: 3 })) {
      // Only what is shown: a response holds nothing else.
      const shown = visibleItems(own, random);
      const answers = Object.fromEntries(
        Object.entries(random).filter(
          ([id, answer]) => shown.includes(id) && answer !== "not_asked" && answer !== "closed",
        ),
      ) as Answers;
      const given: Response = toFhirResponse(random, form, { respondent }).document;
      const { ids, response } = await rendered({ ...questionnaire, item: filledIn(questionnaire.item, given) });
      const visible = visibleItems(own, answers);
      expect(ids.filter((id) => Object.hasOwn(form.items, id)).sort()).toEqual([...visible].sort());
      expect(fromFhir(response, form)).toEqual({ answers, issues: [] });
      const values = heldBy(response);
      for (const [name, { rule }] of Object.entries(form.indicators)) {
        if (!questionnaire.item.some(({ linkId }) => linkId === `${name}_low`)) continue;
        const ends = [values.get(`${name}_low`), values.get(`${name}_high`)].map(Number);
        expect([name, ...ends]).toEqual([name, ...evaluate(rule, answers, own)]);
      }
    }
  });
});

describe("an answer that is clicked in LHC-Forms", () => {
  const form: Instrument = content.conductAndPattern;
  const respondent = "rater";
  const { document: questionnaire } = toFhir(form, { respondent });
  const names = Object.keys(form.indicators).filter((name) =>
    questionnaire.item.some(({ linkId }) => linkId === `${name}_low`),
  );

  it("changes what the variables come to, those that rest on other variables too", async () => {
    await rendered(questionnaire);
    let answers: Answers = {};
    for (const [item, code] of [
      ["calls", "two_to_four"],
      ["occasion_count", "five_to_nine"],
      ["messages", "twenty_or_more"],
      ["messages", "none"],
      ["calls", "none"],
    ] as const) {
      answers = { ...answers, [item]: code };
      await tab.locator(`[id^="${item}/"][id$="|${code}"]`).click();
      const expected = names.map((name) => [name, ...evaluate(form.indicators[name]!.rule, answers, form)]);
      await expect
        .poll(
          async () => {
            const held = heldBy(
              await tab.evaluate(() => {
                const { LForms } = globalThis as unknown as { LForms: Lforms };
                return LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4");
              }),
            );
            return names.map((name) => [name, Number(held.get(`${name}_low`)), Number(held.get(`${name}_high`))]);
          },
          { timeout: 30_000 },
        )
        .toEqual(expected);
    }
  });
});
