import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Band, type Condition, countsInBands, evaluate, oneOf } from "../../src/rules/index.ts";

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

type Need = { readonly codes: readonly string[]; readonly to: number };
/** How many items must have one of which codes, for one way to reach a number. */
const needsOf = (way: Condition): readonly Need[] =>
  (way.kind === "all" ? way.of : []).map((part) => {
    const [counted] = part.kind === "compare" ? part.of : [];
    const [first] = counted?.kind === "count" ? counted.of : [];
    if (part.kind !== "compare" || first?.kind !== "one_of") throw new Error("not a count of items at or above a band");
    return { codes: first.codes, to: part.to };
  });
const implies = (one: Need, other: Need) => one.to >= other.to && one.codes.every((code) => other.codes.includes(code));

describe("counts in bands", () => {
  it.each([1, 2, 3, 5, 10, 20])("say what the arithmetic says for at least %i", (n) => {
    fc.assert(
      fc.property(complete, (answers) => {
        const found = items.map((item) => bandOf(answers[item] as string));
        const least = Math.max(...found.map((band) => band.least));
        const most = found.reduce((sum, band) => sum + (band.most ?? Number.POSITIVE_INFINITY), 0);
        for (const [at, item] of items.entries())
          expect(evaluate(countsInBands(items, bands).itemReaches(item, n), answers)[0]).toBe(
            Number((found[at] as Band).least >= n),
          );
        expect(evaluate(countsInBands(items, bands).leastReaches(n), answers)[0]).toBe(Number(least >= n));
        expect(evaluate(countsInBands(items, bands).mostReaches(n), answers)[0]).toBe(Number(most >= n));
      }),
      { numRuns: 500 },
    );
  });

  it("write two as: one item at two or more, or two items at one or more", () => {
    const [atOnce, atTwo] = [
      ["once", "two_to_four", "five_to_nine", "ten_to_nineteen", "twenty_or_more"],
      ["two_to_four"],
    ];
    const rule = countsInBands(["a", "b"], bands).mostReaches(2);
    expect(rule.of.length).toBe(2);
    expect(JSON.stringify(rule)).toContain(JSON.stringify(oneOf("a", ...(atOnce as [string, ...string[]])).codes));
    expect(JSON.stringify(rule)).toContain(JSON.stringify(atTwo[0]));
  });

  it("write no way that holds another", () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (mosts, n, size) => {
        const bandsOf = [...mosts].sort((a, b) => a - b).map((most): Band => ({ codes: [`b${most}`], least: 0, most }));
        const ids = Array.from({ length: size }, (_, at) => `i${at}`);
        const ways = countsInBands(ids, bandsOf).mostReaches(n).of.map(needsOf);
        for (const way of ways) {
          const others = ways.filter((other) => other !== way);
          expect(others.some((other) => other.every((need) => way.some((one) => implies(one, need))))).toBe(false);
        }
      }),
    );
  });

  it("of no items never reach one", () => {
    expect(evaluate(countsInBands([], bands).mostReaches(1), {})).toEqual([0, 0]);
    expect(evaluate(countsInBands([], bands).leastReaches(1), {})).toEqual([0, 0]);
    expect(evaluate(countsInBands(["a"], bands).itemReaches("a", 21), { a: "twenty_or_more" })).toEqual([0, 0]);
  });
});
