import { describe, expect, it } from "vitest";
import {
  agreement,
  compareWithSample,
  disagreementEffect,
  parseRatingColumns,
  shareBounds,
  tableOne,
} from "../../src/cohort/index.ts";
import { referenceSamples } from "../../src/content/figures.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import {
  agreementTables,
  type Block,
  comparisonTable,
  disagreementTable,
  distributionTable,
  itemAgreementTable,
  tableOneTable,
  toCsv,
  toHtml,
  toLatex,
  toMarkdown,
} from "../../src/reports/index.ts";
import { faultsOfPage } from "../support/html.ts";

const a = ["x", "x", "y", "y"];
const b = ["x", "y", "y", "y"];
const found = agreement(valueOrThrow(parseRatingColumns({ a, b }, ["x", "y"])));
const oneCode = agreement(valueOrThrow(parseRatingColumns({ a: ["x", "x"], b: ["x", "x"] }, ["x", "y"])));

const tableIn = (blocks: readonly Block[], at = 0) => {
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  const block = tables[at];
  if (block === undefined) throw new Error("no such table");
  return block;
};

describe("tables of agreement", () => {
  it("give each coefficient with what was seen, what chance gives, its cases and its method", () => {
    const { rows, notes } = tableIn(agreementTables(found, "the outcome", ["a", "b"]));
    const kappa = rows.find(([name]) => name === "Cohen's kappa");
    // Seen 3/4; by chance 1/2 * 1/4 + 1/2 * 3/4 = 1/2; (.75 - .5) / (1 - .5) = .5.
    expect(kappa?.slice(1, 2)).toEqual([".50"]);
    expect(kappa?.slice(3, 6)).toEqual([".75", ".50", "4"]);
    expect(notes?.[0]).toContain("4 cases, 2 raters, 0 of 8 ratings missing");
  });

  it("give how two raters used each category", () => {
    const { rows } = tableIn(agreementTables(found, "the outcome", ["a", "b"]), 2);
    expect(rows[0]).toEqual(["x", "1", "1", "0", "2", ".25", ".25", ".67", ".80"]);
  });

  it("have a dash and a reason where a coefficient has no value, and never NaN", () => {
    const table = tableIn(itemAgreementTable([{ item: "adult", found: oneCode }]));
    expect(table.rows[0]?.slice(0, 4)).toEqual(["adult", "2", "100.0%", "\u2014"]);
    expect(table.notes?.[0]).toContain("adult: all ratings are alike");
    expect(JSON.stringify(table)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("name the items that make outcomes differ", () => {
    const pairs = [{ case: "1", first: { x: "yes" }, second: { x: "no" } }];
    const { rows, notes } = tableIn(disagreementTable(disagreementEffect(pairs, ({ x }) => String(x))));
    expect(rows).toEqual([["x", "1", "1", "1"]]);
    expect(notes?.[0]).toContain("0 of 1 cases have the same outcome");
  });
});

describe("a table of a distribution", () => {
  it("gives counts, shares, both intervals and the bounds", () => {
    const order = ["rejected", "resentful"] as const;
    const bounds = shareBounds([["rejected"], ["rejected", "resentful"]], order);
    const { rows, head } = tableIn(distributionTable({ rejected: 2, resentful: 0 }, bounds));
    expect(head).toContain("Least and most once open answers arrive");
    expect(rows.map((row) => [row[0], row[1], row[2], row[5]])).toEqual([
      ["rejected", "2", "100.0%", "1 to 2"],
      ["resentful", "0", "0.0%", "0 to 1"],
    ]);
  });

  it("of no cases has dashes and the reason", () => {
    const { rows, notes } = tableIn(distributionTable({ rejected: 0, resentful: 0 }));
    expect(rows[0]?.slice(2)).toEqual(["\u2014", "\u2014", "\u2014"]);
    expect(notes?.[1]).toContain("there are no cases");
  });

  it("never puts a published sample beside it without its n, setting, definition and mark", () => {
    for (const sample of referenceSamples.filter(({ shares }) => Object.keys(shares).length > 0)) {
      const blocks = comparisonTable(compareWithSample({ rejected: 9, resentful: 3 }, sample, { seed: 1 }));
      const { notes } = tableIn(blocks);
      expect(notes?.[0]).toContain(sample.setting);
      expect(notes?.[0]).toMatch(/n = \d+|n not exactly known/);
      expect(notes?.[0]).toMatch(/case definition .*; (seen in|secondary|computed)/);
      expect(notes?.at(-1)).toContain("before it says anything of the people");
    }
  });
});

describe("the first table", () => {
  const cases = [
    { sex: "f", age: 30 },
    { sex: null, age: 41 },
  ];
  const variables = [
    { name: "sex", kind: "codes", codes: ["f", "m"] },
    { name: "age", kind: "number" },
  ] as const;

  it("has a row for what is not known, and shares of those that are known", () => {
    expect(tableIn(tableOneTable(tableOne(cases, variables), { sex: "Sex", "sex.f": "woman" })).rows).toEqual([
      ["Sex: woman", "1 (100.0%)"],
      ["Sex: m", "0 (0.0%)"],
      ["Sex: not known", "1"],
      ["age, mean (SD)", "35.50 (7.78)"],
      ["age, median (lowest to highest)", "35.50 (30.00 to 41.00)"],
      ["age: not known", "0"],
    ]);
  });

  it("stands in every format", () => {
    const blocks = tableOneTable(tableOne(cases, variables));
    const page = { title: "T", lang: "en", blocks };
    const { head, rows } = tableIn(blocks);
    expect(faultsOfPage(toHtml(page))).toEqual([]);
    expect(toMarkdown(page)).toContain("| sex: f | 1 (100.0%) |");
    expect(toLatex(page)).toContain("sex: f & 1 (100.0\\%) \\\\");
    expect(toCsv([head, ...rows])).toContain("sex: f,1 (100.0%)\n");
  });
});
