import { describe, expect, it } from "vitest";
import * as reports from "../../src/reports/index.ts";
import { toHtml } from "../../src/reports/index.ts";
import { hostileTexts } from "../support/hostile.ts";
import { tablesAndPages } from "../support/hostile-pages.ts";
import { elementsOf, faultsOfPage } from "../support/html.ts";

const producers = Object.entries(tablesAndPages);
/** Their results are figures alone: no text of a caller stands in them. */
const figuresOnly = ["calibrationTables", "reliableChangeTable"];

it("every table and every page that is exported is held against hostile texts here", () => {
  const exported = Object.keys(reports).filter((name) => /(Tables?|Page)$/.test(name));
  expect(exported.sort()).toEqual(Object.keys(tablesAndPages).sort());
});

it("a heading's level is no place for text either", () => {
  for (const text of hostileTexts) {
    const blocks = [{ kind: "heading", level: text as never, text: "left" }] as const;
    const page = toHtml({ title: "page", lang: "en", blocks });
    expect([text, page.includes("<h2>left</h2>"), faultsOfPage(page)]).toEqual([text, true, []]);
  }
});

it("nor is the direction of writing", () => {
  for (const text of hostileTexts) {
    const page = toHtml({ title: "page", lang: "en", dir: text as never, blocks: [] });
    expect([text, page.includes('<html lang="en">'), faultsOfPage(page)]).toEqual([text, true, []]);
  }
});

describe.each(producers)("%s", (name, blocksOf) => {
  const pageOf = (word: string) => toHtml({ title: word, lang: "en", blocks: blocksOf(word) });

  it("shows a caller's text as text", () => {
    const { elements } = elementsOf(pageOf("left <b>right</b>"));
    const own = elements.filter(({ name }) =>
      ["main", "h2", "h3", "td", "th", "caption", "dd", "li", "p"].includes(name),
    );
    const shows = own.some(({ name, text }) => name !== "main" && text.includes("left <b>right</b>"));
    expect(shows).toBe(!figuresOnly.includes(name));
  });

  it("keeps every hostile text inside the elements and attributes of a page", () => {
    for (const text of hostileTexts) expect([text, faultsOfPage(pageOf(text))]).toEqual([text, []]);
  });
});
