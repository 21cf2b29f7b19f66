import { readFileSync } from "node:fs";
import { flesch } from "flesch";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { allInstruments } from "../../src/cli/registry.ts";
import type { Instrument } from "../../src/instrument/index.ts";

const page = "docs/explanation/reading-level.md";

/** The questions that a target reads, one text for each item, in the order of the form. */
const questionsOf = ({ items }: Instrument): readonly (readonly [string, string])[] =>
  Object.entries(items).flatMap(([id, { askOnly, text }]) => (askOnly === "rater" ? [] : [[id, text.target]]));

function countsOf(texts: readonly string[]) {
  const all = texts.join(" ");
  return {
    sentence: all.match(/[.?!]+/g)?.length ?? 0,
    word: all.match(/[\p{L}\d'’-]+/gu)?.length ?? 0,
    syllable: texts.reduce((sum, text) => sum + syllable(text), 0),
  };
}

const forTargets = allInstruments.filter(({ respondents }) => respondents.includes("target"));
const rows = forTargets.map((form) => {
  const counts = countsOf(questionsOf(form).map(([, text]) => text));
  const longest = Math.max(...questionsOf(form).map(([, text]) => countsOf([text]).word));
  const [grade, ease] = [fleschKincaid(counts).toFixed(1), flesch(counts).toFixed(0)];
  return [form.id, questionsOf(form).length, counts.word, grade, ease, longest].map(String);
});

describe("what a target reads", () => {
  it("has the reading level that the page says", () => {
    const lines = readFileSync(page, "utf8").split("\n");
    const table = lines.filter((line) => line.startsWith("| ssb-")).map((line) => line.slice(1, -1).split("|"));
    expect(table.map((cells) => cells.map((cell) => cell.trim()))).toEqual(rows);
  });

  it("is within reach after six years of school, form by form, and no question has more than 30 words", () => {
    for (const form of forTargets) {
      const texts = questionsOf(form).map(([, text]) => text);
      expect(fleschKincaid(countsOf(texts)), form.id).toBeLessThan(6);
      for (const text of texts) expect(countsOf([text]).word, text).toBeLessThanOrEqual(30);
    }
  });

  it("names on the page every question above the tenth grade, and no other", () => {
    const hard = forTargets.flatMap((form) =>
      questionsOf(form).flatMap(([id, text]) => (fleschKincaid(countsOf([text])) > 10 ? [id] : [])),
    );
    const named = [...readFileSync(page, "utf8").matchAll(/^- `(\w+)`/gm)].map(([, id]) => id);
    expect(named.sort()).toEqual(hard.sort());
  });
});
