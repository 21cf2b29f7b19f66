import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Band, evaluate, leastReaches, mostReaches, oneOf } from "../../src/rules/index.ts";

const bands: readonly Band[] = [
  { codes: ["none"], least: 0, most: 0 },
  { codes: ["once"], least: 1, most: 1 },
  { codes: ["two_to_four"], least: 2, most: 4 },
  { codes: ["five_to_nine"], least: 5, most: 9 },
  { codes: ["ten_to_nineteen"], least: 10, most: 19 },
  { codes: ["twenty_or_more"], least: 20, most: null },
];
const items = ["a", "b", "c", "d", "e", "f"] as const;
const bandOf = (code: string) => bands.find(({ codes }) => codes.includes(code)) as Band;
const complete = fc.record(
  Object.fromEntries(items.map((item) => [item, fc.constantFrom(...bands.flatMap(({ codes }) => codes))])),
);

describe("counts in bands", () => {
  it.each([1, 2, 3, 5, 10, 20])("say what the arithmetic says for at least %i", (n) => {
    fc.assert(
      fc.property(complete, (answers) => {
        const found = items.map((item) => bandOf(answers[item] as string));
        const least = Math.max(...found.map((band) => band.least));
        const most = found.reduce((sum, band) => sum + (band.most ?? Number.POSITIVE_INFINITY), 0);
        expect(evaluate(leastReaches(items, bands, n), answers)[0]).toBe(Number(least >= n));
        expect(evaluate(mostReaches(items, bands, n), answers)[0]).toBe(Number(most >= n));
      }),
      { numRuns: 500 },
    );
  });

  it("write two as: one item at two or more, or two items at one or more", () => {
    const [atOnce, atTwo] = [
      ["once", "two_to_four", "five_to_nine", "ten_to_nineteen", "twenty_or_more"],
      ["two_to_four"],
    ];
    const rule = mostReaches(["a", "b"], bands, 2);
    expect(rule.of.length).toBe(2);
    expect(JSON.stringify(rule)).toContain(JSON.stringify(oneOf("a", ...(atOnce as [string, ...string[]])).codes));
    expect(JSON.stringify(rule)).toContain(JSON.stringify(atTwo[0]));
  });

  it("of no items never reach one", () => {
    expect(evaluate(mostReaches([], bands, 1), {})).toEqual([0, 0]);
    expect(evaluate(leastReaches([], bands, 1), {})).toEqual([0, 0]);
  });
});
