import fc from "fast-check";
import { describe, expect, it } from "vitest";
import inputs from "../../scripts/reference/inputs.json" with { type: "json" };
import {
  bowkerTest,
  change,
  parseTwoTimes,
  reliableChange,
  stuartMaxwellTest,
  type TwoTimesRow,
} from "../../src/cohort/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";
import python from "../reference/accuracy.python.json" with { type: "json" };
import r from "../reference/r.json" with { type: "json" };
import { expectDigits } from "../support/digits.ts";

const rowsOf = (table: readonly (readonly number[])[]): readonly TwoTimesRow[] =>
  table
    .flatMap((row, k) => row.flatMap((count, l) => Array.from({ length: count }, () => [k, l] as const)))
    .map(([k, l], at) => ({ case: String(at), first: `c${k}`, second: `c${l}` }));
const classesOf = (table: readonly unknown[]) => table.map((_, at) => `c${at}`);
const test = ({ chi2, p, df }: { chi2: number | null; p: number | null; df: number }) => [chi2, p, df];

describe.each(inputs.change)("$name", ({ name, rows: table }) => {
  const wanted = python.change[name as keyof typeof python.change];
  const found = change(valueOrThrow(parseTwoTimes(rowsOf(table), classesOf(table))));

  it("the table, and the tests of Bowker and of Stuart and Maxwell, are those of statsmodels and R", () => {
    expect(found.table).toEqual(table);
    expectDigits(test(found.homogeneity), wanted.homogeneity, 11);
    expectDigits(test(found.symmetry).slice(0, 1), wanted.symmetry.slice(0, 1), 12);
    const bowker = r.change[name as keyof typeof r.change].bowker;
    // R and statsmodels count pairs without moves as degrees of freedom or give no value; ours never do.
    const unmoved = table.flatMap((row, k) =>
      row.filter((count, l) => l < k && count + (table[l]?.[k] ?? 0) === 0),
    ).length;
    expect(found.symmetry.df).toBe(Number(wanted.symmetry[2]) - unmoved);
    if (unmoved === 0) {
      expectDigits(test(found.symmetry), wanted.symmetry, 11);
      expectDigits(test(found.symmetry), bowker, 11);
    }
  });

  it("each class: McNemar's exact test and the difference with its interval are those of statsmodels", () => {
    for (const [at, { p, difference }] of found.byClass.entries()) {
      if (p !== null) expectDigits(p, wanted.byClass[at]?.p, 11);
      expectDigits([difference.estimate, ...(difference.interval ?? [])], wanted.byClass[at]?.difference, 11);
    }
  });
});

describe("change between two times", () => {
  const table = fc.array(fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });

  it("tests are the same with classes in another order, with times swapped, and with a class that nobody had", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [symmetry, margins] = [test(bowkerTest(rows)), test(stuartMaxwellTest(rows))];
        const turned = [...rows].reverse().map((row) => [...row].reverse());
        const swapped = rows.map((_, k) => rows.map((row) => row[k] ?? 0));
        const wider = [...rows.map((row) => [...row, 0]), [0, 0, 0, 0, 0]];
        for (const other of [turned, swapped, wider]) {
          expectDigits(test(bowkerTest(other)), symmetry, 9);
          expectDigits(test(stuartMaxwellTest(other)), margins, 8);
        }
      }),
    );
  });

  it("cases known at one time only are counted apart, and bound what stayed", () => {
    const found = change(
      valueOrThrow(
        parseTwoTimes(
          [
            { case: "1", first: "a", second: "a" },
            { case: "2", first: "a", second: "b" },
            { case: "3", first: "a", second: null },
            { case: "4", first: null, second: "b" },
            { case: "5", first: null, second: null },
          ],
          ["a", "b"],
        ),
      ),
    );
    expect(found).toMatchObject({ n: 2, open: [1, 1, 1], unchanged: { estimate: 0.5 }, unchangedBounds: [0.2, 0.8] });
  });

  it.each([
    ["nothing", [], "no_cases"],
    [
      "one case that stayed",
      [
        [1, 0],
        [0, 0],
      ],
      "no_change",
    ],
    [
      "nobody moved",
      [
        [4, 0],
        [0, 3],
      ],
      "no_change",
    ],
  ] as const)("%s has a reason", (_, rows, reason) => {
    expect(bowkerTest(rows)).toMatchObject({ chi2: null, p: null, reason });
    expect(stuartMaxwellTest(rows)).toMatchObject({ chi2: null, p: null, reason });
  });

  it("rows that do not fit are named", () => {
    const result = parseTwoTimes(
      [
        { case: "1", first: "a", second: "x" },
        { case: "1", first: "a", second: "a" },
      ],
      ["a"],
    );
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["unknown_category", "row.1.second"],
      ["duplicate_name", "row.2"],
    ]);
    expect(() => bowkerTest([[1, 2]])).toThrow(AssessmentError);
    expect(() =>
      stuartMaxwellTest([
        [1, -2],
        [0, 1],
      ]),
    ).toThrow(AssessmentError);
  });
});

describe("reliable change", () => {
  const pairs = [
    { case: "1", first: 47.5, second: 32.5 },
    { case: "2", first: 40, second: 45 },
    { case: "3", first: 30, second: null },
    { case: "4", first: 20, second: 31 },
  ];

  it("is that of the worked example of Jacobson and Truax", () => {
    const found = reliableChange(pairs, { reliability: 0.8, standardDeviation: 7.5 });
    expect(found.standardError?.toFixed(2)).toBe("4.74");
    expect(found.cases?.map(({ index }) => index?.toFixed(2))).toEqual(["-3.16", "1.05", undefined, "2.32"]);
    expect(found.counts).toEqual({ higher: 1, lower: 1, within_error: 1, open: 1 });
    expectDigits(found.least, 1.959963984540054 * 7.5 * Math.sqrt(0.4), 14);
  });

  it("is never claimed without a reliability", () => {
    expect(reliableChange(pairs)).toMatchObject({
      reason: "no_reliability",
      cases: null,
      counts: null,
      standardError: null,
    });
  });

  it("takes the spread of the first scores if none is given", () => {
    expectDigits(reliableChange(pairs, { reliability: 0.8 }).standardDeviation, Math.sqrt(429.6875 / 3), 12);
  });

  it("has a reason or an error that names the row", () => {
    expect(reliableChange([], { reliability: 0.8 })).toMatchObject({ reason: "no_cases" });
    expect(reliableChange(pairs.slice(0, 1), { reliability: 0.8 })).toMatchObject({ reason: "one_case" });
    expect(() => reliableChange([...pairs, { case: "1", first: Number.NaN, second: 2 }])).toThrow("row.5.first");
    expect(() => reliableChange(pairs, { reliability: 1 })).toThrow(AssessmentError);
    expect(() => reliableChange(pairs, { reliability: 0.5, standardDeviation: 0 })).toThrow(AssessmentError);
  });
});
