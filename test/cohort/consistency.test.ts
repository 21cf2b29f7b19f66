import { describe, expect, it } from "vitest";
import inputs from "../../scripts/reference/inputs.json" with { type: "json" };
import { type Consistency, consistency, consistencyOfScale } from "../../src/cohort/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import { mean, prorate, value } from "../../src/rules/index.ts";
import reference from "../reference/r.json" with { type: "json" };
import { expectDigits } from "../support/digits.ts";

const of = <T>(found: Consistency, read: (item: Consistency["byItem"][number]) => T): readonly T[] =>
  found.byItem.map(read);
/** The same gaps as the script in R makes. */
const withGaps = (rows: readonly (readonly number[])[]) =>
  rows.map((row, i) => row.map((each, j) => ((i + j + 2) % 7 === 0 ? null : each)));

describe.each(inputs.items)("$name", ({ name, rows }) => {
  const wanted = reference.consistency[name as keyof typeof reference.consistency];
  const found = consistency(rows);

  it("alpha, its interval, alpha without each item and item-rest correlations are those of psych::alpha and cor.test", () => {
    expectDigits([found.alpha.estimate, ...(found.alpha.interval ?? [])], wanted.alpha, 11);
    expectDigits(found.standardised.alpha, wanted.standardisedAlpha, 12);
    expectDigits(
      of(found, ({ alphaIfDropped }) => alphaIfDropped.estimate),
      wanted.dropped,
      12,
    );
    expectDigits(
      of(found, ({ itemRest }) => itemRest.estimate),
      wanted.itemRest,
      12,
    );
    expectDigits(
      of(found, ({ itemRest }) => itemRest.interval?.[0]),
      wanted.itemRestLow,
      11,
    );
    expectDigits(
      of(found, ({ itemRest }) => itemRest.interval?.[1]),
      wanted.itemRestHigh,
      11,
    );
    expectDigits(
      of(found, (item) => item.mean),
      wanted.means,
      12,
    );
    expectDigits(
      of(found, (item) => item.standardDeviation),
      wanted.deviations,
      12,
    );
  });

  it("omega, its error and interval are those of lavaan, and standardised those of factanal, to where these searches stop", () => {
    expectDigits([found.omega.estimate, found.omega.standardError, ...(found.omega.interval ?? [])], wanted.omega, 7);
    expectDigits(found.standardised.omega, wanted.standardised, 8);
    expectDigits(
      of(found, ({ loading }) => loading),
      wanted.loadings,
      6,
    );
  });

  it("with gaps, prorated as in a score, alpha is that of psych::alpha on the filled rows", () => {
    const prorated = consistency(withGaps(rows), { minAnswered: 0.5 });
    expectDigits(prorated.alpha.estimate, wanted.proratedAlpha, 12);
    expect(prorated).toMatchObject({ n: rows.length, leftOut: 0 });
    expect(prorated.prorated).toBeGreaterThan(0);
    const complete = consistency(withGaps(rows));
    expect(complete.n + complete.leftOut).toBe(rows.length);
    expect(complete.prorated).toBe(0);
  });

  it("one item's scale does not matter to its correlation, and a shift of all of them to nothing", () => {
    const shifted = consistency(rows.map((row) => row.map((each) => 3 * each - 7)));
    expectDigits(shifted.alpha.estimate, found.alpha.estimate, 11);
    expectDigits(shifted.omega.estimate, found.omega.estimate, 10);
    expectDigits(shifted.omega.standardError, found.omega.standardError, 10);
  });
});

it("one factor of three items is worked out by hand: a loading is the product of two covariances over the third", () => {
  const rows = [
    [1, 2, 1],
    [2, 1, 3],
    [4, 3, 2],
    [5, 5, 4],
    [3, 4, 5],
    [0, 1, 1],
  ];
  const means = [0, 1, 2].map((at) => rows.reduce((total, row) => total + (row[at] ?? 0), 0) / 6);
  const covariance = (i: number, j: number) =>
    rows.reduce((total, row) => total + ((row[i] ?? 0) - (means[i] ?? 0)) * ((row[j] ?? 0) - (means[j] ?? 0)), 0) / 5;
  const [ab, ac, bc] = [covariance(0, 1), covariance(0, 2), covariance(1, 2)];
  const loadings = [Math.sqrt((ab * ac) / bc), Math.sqrt((ab * bc) / ac), Math.sqrt((ac * bc) / ab)];
  const whole = [0, 1, 2].reduce((total, i) => total + [0, 1, 2].reduce((sum, j) => sum + covariance(i, j), 0), 0);
  expectDigits(consistency(rows).omega.estimate, loadings.reduce((total, each) => total + each, 0) ** 2 / whole, 12);
});

describe("a scale that a form scores by a mean", () => {
  const answers = { responses: { kind: "number", min: 0, max: 4, integer: true } } as const;
  const scope = { items: { a: answers, b: answers, c: answers } };
  const rule = mean([value("a"), value("b"), value("c")], { minAnswered: 0.6, ifNone: 0 });
  const cases = [{ a: 1, b: 2, c: 1 }, { a: 3, b: 4 }, { a: 1 }, { a: 0, b: 1, c: 0 }, { a: 2, b: 2, c: 3 }];

  it("takes the cases that the score takes, and fills what the score fills", () => {
    const found = consistencyOfScale(rule, cases, scope);
    expect(found).toMatchObject({ n: 4, prorated: 1, leftOut: 1 });
    expect(found.byItem.map(({ item }) => item)).toEqual(["a", "b", "c"]);
    const scored = cases.filter((each) => "value" in prorate(rule, each, scope));
    expect(found.n).toBe(scored.length);
    const byHand = consistency(
      [
        [1, 2, 1],
        [3, 4, 3.5],
        [0, 1, 0],
        [2, 2, 3],
      ],
      { items: ["a", "b", "c"] },
    );
    expectDigits(found.alpha.estimate, byHand.alpha.estimate, 12);
  });
});

describe("input without an answer", () => {
  it.each([
    ["nothing", [], "no_cases", "no_cases"],
    ["one case", [[1, 2, 3]], "one_case", "one_case"],
    ["one item", [[1], [2], [4]], "one_item", "too_few_items"],
    [
      "two items",
      [
        [1, 2],
        [2, 2],
        [4, 3],
      ],
      undefined,
      "too_few_items",
    ],
    [
      "nothing that varies",
      [
        [1, 1, 2],
        [1, 1, 2],
      ],
      "no_variance",
      "too_few_items",
    ],
    [
      "items that determine each other",
      [
        [1, 2, 3],
        [2, 3, 5],
        [4, 1, 5],
        [3, 3, 6],
      ],
      undefined,
      "items_determined",
    ],
    [
      "all missing",
      [
        [null, null],
        [null, null],
      ],
      "no_cases",
      "no_cases",
    ],
  ])("%s has a reason", (_, rows, alpha, omega) => {
    const found = consistency(rows);
    if (alpha === undefined) expect(found.alpha.estimate).not.toBeNull();
    else expect(found.alpha).toMatchObject({ estimate: null, reason: alpha });
    expect(found.omega).toMatchObject({ estimate: null, reason: omega });
  });

  it("an item that never varies is left out and named", () => {
    const rows = [
      [1, 2, 5],
      [2, 2, 5],
      [4, 3, 5],
      [3, 3, 5],
    ];
    const found = consistency(rows, { items: ["a", "b", "c"] });
    expect(found.constant).toEqual(["c"]);
    expect(found.alpha).toEqual(consistency(rows.map((row) => row.slice(0, 2))).alpha);
  });

  it("items that are all alike have an alpha of 1 and no interval", () => {
    expect(
      consistency([
        [1, 1],
        [2, 2],
        [5, 5],
      ]).alpha,
    ).toMatchObject({ estimate: 1, interval: null, reason: "no_variance" });
  });

  it("wrong rows are named", () => {
    const issuesOf = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        if (error instanceof AssessmentError) return error.issues.map(({ code, row }) => [code, row]);
      }
      return [];
    };
    expect(issuesOf(() => consistency([[1, 2], [1], [Number.NaN, 2]]))).toEqual([
      ["unequal_lengths", 2],
      ["out_of_range", 3],
    ]);
    expect(issuesOf(() => consistency([[1, 2]], { minAnswered: 2 }))).toEqual([["out_of_range", undefined]]);
  });
});
