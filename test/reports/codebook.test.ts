import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { allInstruments } from "../../src/cli/registry.ts";
import { wordingsOf } from "../../src/instrument/index.ts";
import { codebook, codebookPage, codebookRows, toCsv, toHtml, toMarkdown } from "../../src/reports/index.ts";
import { states } from "../../src/rules/index.ts";
import { run } from "../support/command.ts";
import { faultsOfPage } from "../support/html.ts";
import { toy } from "../support/toy-instruments.ts";

describe.each(allInstruments)("the codebook of $id", (instrument) => {
  const book = codebook(instrument);

  it("has every item, rule, level, guidance rule and contradiction, and every fact", () => {
    expect(book.items.map(({ id }) => id)).toEqual(Object.keys(instrument.items));
    expect(book.rules.map(({ name }) => name)).toEqual(Object.keys(instrument.indicators));
    expect(book.levels.map(({ name }) => name)).toEqual(Object.keys(instrument.levels ?? {}));
    expect(book.guidance).toHaveLength(instrument.guidance?.length ?? 0);
    expect(book.contradictions.map(({ id }) => id)).toEqual(Object.keys(instrument.contradictions ?? {}));
    const kept = { ...book.facts, ...book.instrument };
    for (const [key, value] of Object.entries(instrument)) {
      if (typeof value === "string" || Array.isArray(value)) {
        if (key !== "guidance") expect(kept).toHaveProperty(key, value);
      }
    }
  });

  it("shows both wordings, every code with its label, every rule and every note on its page", () => {
    const html = toHtml(codebookPage(book));
    expect(faultsOfPage(html)).toEqual([]);
    const text = JSON.stringify(codebookPage(book));
    const shows = (each: string) => expect(text).toContain(JSON.stringify(each).slice(1, -1));
    for (const item of Object.values(instrument.items)) {
      for (const each of [item.text.target, item.text.rater, item.code, item.construct, item.raterNote ?? ""])
        shows(each);
      if (item.responses.kind === "choice") {
        for (const [code, { label }] of Object.entries(item.responses.options))
          for (const each of [code, label]) shows(each);
      }
    }
    for (const { rule, means } of book.rules) for (const each of [rule, means]) shows(each);
    for (const level of Object.values(instrument.levels ?? {})) {
      for (const { label, says } of Object.values(level.outcomes)) for (const each of [label, says]) shows(each);
    }
    for (const { says } of Object.values(instrument.contradictions ?? {})) shows(says);
    for (const { interrupts } of instrument.guidance ?? []) shows(interrupts ?? "");
  });

  it("has a row for each code and each way of not knowing of each item", () => {
    const { data } = Papa.parse<Record<string, string>>(toCsv(codebookRows(book)), {
      header: true,
      skipEmptyLines: true,
    });
    const rows = Object.entries(instrument.items).flatMap(([id, { responses }]) =>
      [...(responses.kind === "choice" ? Object.keys(responses.options) : [""]), ...states].map(
        (code) => `${id} ${code}`,
      ),
    );
    expect(data.map(({ item, option }) => `${item} ${option}`)).toEqual(rows);
  });

  it("is printed by the command as Markdown, HTML, CSV and JSON", async () => {
    const printed = async (...words: string[]) => (await run(["codebook", instrument.id, ...words])).stdout;
    expect(await printed()).toBe(toMarkdown(codebookPage(book)));
    expect(await printed("--format", "html")).toBe(toHtml(codebookPage(book)));
    expect(await printed("--format", "csv")).toBe(toCsv(codebookRows(book)));
    expect(JSON.parse(await printed("--json"))).toEqual(JSON.parse(JSON.stringify(book)));
    expect(JSON.parse(await printed("--format", "wordings"))).toEqual(wordingsOf(instrument));
  });
});

describe("a codebook", () => {
  it("says what branching needs, what a closed item counts as, and which codes are a way of not knowing", () => {
    const [, , calls, visits, days] = codebook(toy).items;
    expect(visits).toMatchObject({ askedUnlessFalse: "met is yes", whenClosed: "never" });
    expect(days).toMatchObject({ askedUnlessFalse: "visits is once or often", responses: { min: 0, max: 3 } });
    expect(calls?.responses).toMatchObject({ options: { cannot_say: { notKnown: true } } });
    expect(codebook(toy).items[0]?.readBy).toEqual(["indicators.known"]);
  });

  it("is refused in an unknown format and for an unknown instrument, with the nearest", async () => {
    expect((await run(["codebook", "ssb-quik"])).stderr).toContain("nearest   ssb-quick");
    expect((await run(["codebook", "ssb-quick", "--format", "htm"])).stderr).toContain(
      "expected  one of: md, html, csv, wordings",
    );
    expect((await run(["codebook"])).code).toBe(2);
  });
});
