import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { allInstruments } from "../../src/cli/registry.ts";
import { bibliography } from "../../src/content/bibliography.ts";
import { contentHash } from "../../src/instrument/index.ts";
import { atrsPage, cardPage, exampleAnswers, instrumentCard, toHtml, toMarkdown } from "../../src/reports/index.ts";
import { run } from "../support/command.ts";
import { faultsOfPage } from "../support/html.ts";

describe.each(allInstruments)("the card of $id", (instrument) => {
  const card = instrumentCard(instrument, { sources: bibliography.sources });
  const page = JSON.stringify(cardPage(card));
  const shows = (text: string) => expect(page).toContain(JSON.stringify(text).slice(1, -1));

  it("names version, hash, purpose, people, limits and every item and rule", () => {
    expect(card.instrument).toEqual({
      id: instrument.id,
      version: instrument.version,
      hash: contentHash(instrument),
    });
    const { purpose, notFor, notAbout = [], mayUse = [], limits = [], validation, referencePeriod } = instrument;
    for (const text of [purpose, ...notFor, ...notAbout, ...mayUse, ...limits, validation, referencePeriod])
      shows(text);
    for (const [id, { code, text }] of Object.entries(instrument.items))
      for (const each of [id, code, text.rater]) shows(each);
    expect(card.rules.map(({ name }) => name)).toEqual([
      ...Object.keys(instrument.indicators),
      ...Object.keys(instrument.levels ?? {}),
    ]);
    for (const { means } of card.rules) shows(means);
  });

  it("says that no study was found and that no group was studied", () => {
    expect(card.studies).toEqual([]);
    expect(card.groupsStudied).toEqual([]);
    shows("none found");
    shows("all: no group has been studied with this form");
  });

  it("gives the citation of every source that its items and rules name", () => {
    const named = new Set(
      [
        ...Object.values(instrument.items),
        ...Object.values(instrument.indicators),
        ...Object.values(instrument.levels ?? {}),
      ].flatMap(({ basis }) => basis.flatMap((each) => (each.kind === "source" ? [each.source] : []))),
    );
    expect(card.sources.map(({ key }) => key)).toEqual([...named].sort());
    for (const { key, citation } of card.sources) expect(citation).not.toBe(key);
  });

  it("works one example out as score does", () => {
    const asOf = "2026-01-05";
    const result = score(instrument, exampleAnswers(instrument), { asOf, window: { from: null, to: asOf } });
    for (const { name, kind, value } of card.example.rules) {
      const found = result.indicators[name];
      expect(found?.kind).toBe(kind);
      if (found?.kind === "quantity") expect(value).toEqual([found.low, found.high]);
      if (found?.kind === "condition") {
        expect(value).toEqual({ true: [1, 1], false: [0, 0], unknown: [0, 1] }[found.truth]);
      }
    }
    for (const { name, lines, shown } of card.example.levels) {
      const level = result.levels[name];
      expect(shown.kind).toBe(level?.shown.kind);
      if (level?.settled) {
        const first = lines.find(({ truth }) => truth[0] === 1);
        const label = instrument.levels?.[name]?.outcomes[level.possible[0] ?? ""]?.label;
        expect(first?.outcome).toBe(label);
      }
    }
  });

  it("prints as Markdown and HTML, and as the supplier's part of a transparency record", async () => {
    for (const each of [cardPage(card), atrsPage(card)]) {
      expect(faultsOfPage(toHtml(each))).toEqual([]);
      expect(toMarkdown(each)).toContain(instrument.title);
    }
    const printed = async (...words: string[]) => (await run(["card", instrument.id, ...words])).stdout;
    expect(await printed()).toContain("No advisory names this version.");
    expect(await printed("--format", "html")).toContain("<!doctype html>");
    expect(await printed("--format", "atrs")).toContain("supplier's part");
    expect(JSON.parse(await printed("--json", "--contact", "the desk")).contact).toBe("the desk");
  });
});

describe("a card", () => {
  it("says that advisories were not looked up, unless they were, and prints those that it was given", () => {
    const [instrument] = allInstruments;
    if (instrument === undefined) throw new Error("no instrument");
    const linesWith = (options: Parameters<typeof instrumentCard>[1]) =>
      JSON.stringify(cardPage(instrumentCard(instrument, options)));
    expect(linesWith({})).toContain("No list of advisories was given");
    expect(linesWith({ advisories: [{ id: "ADV-1", effect: "an effect" }] })).toContain("ADV-1: an effect");
    const basis = { kind: "source", source: "x1", mark: "seen_in_source" } as const;
    const study = { of: "validity", finding: "f-1", sample: "n = 3", setting: "a clinic", basis } as const;
    expect(linesWith({ studies: [study] })).toContain("f-1 (n = 3; a clinic; x1 (read in the source))");
  });

  it("is refused for an unknown form and format", async () => {
    expect((await run(["card", "ssb-quik"])).stderr).toContain("nearest   ssb-quick");
    expect((await run(["card", "ssb-quick", "--format", "pdf"])).code).toBe(2);
    expect((await run(["card"])).code).toBe(2);
  });
});
