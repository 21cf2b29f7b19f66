import fc from "fast-check";
import { describe, expect, it } from "vitest";
import inputs from "../../scripts/reference/inputs.json" with { type: "json" };
import {
  type AgreementEstimate,
  agreement,
  agreementWeights,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  disagreementEffect,
  fleissKappa,
  gwetAc,
  inWords,
  krippendorffAlpha,
  type MeasurementLevel,
  parseRatingColumns,
  parseRatings,
  percentAgreement,
  prevalenceAndBias,
  type Ratings,
  scottPi,
  type WeightScheme,
} from "../../src/cohort/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";
import { slowAlpha, slowKappa, slowPercent } from "../oracle/agreement.ts";
import reference from "../reference/agreement.python.json" with { type: "json" };
import { expectDigits } from "../support/digits.ts";

const coefficients = {
  fleiss: fleissKappa,
  gwet: gwetAc,
  brennanPrediger,
  conger: congerKappa,
  cohen: cohenKappa,
  scott: scottPi,
} as const;
const schemes: readonly WeightScheme[] = ["identity", "linear", "quadratic", "ordinal", "radical", "ratio"];
const parts = ({ estimate, standardError, interval }: AgreementEstimate) => [
  estimate,
  standardError,
  ...(interval ?? []),
];
const columnsOf = (columns: object) =>
  Object.fromEntries(Object.entries(columns).filter(([, list]) => list !== undefined)) as Record<
    string,
    (string | null)[]
  >;

describe.each(inputs.ratings)("$name", ({ name, categories, columns }) => {
  const ratings = valueOrThrow(parseRatingColumns(columnsOf(columns), categories));
  const wanted =
    (reference.agreement as unknown as Record<string, Record<string, Record<string, unknown>>>)[name] ?? {};

  it.each(schemes)("%s weights: every coefficient, error and interval is that of irrCAC", (weights) => {
    for (const [coefficient, of] of Object.entries(coefficients)) {
      const values = wanted[weights]?.[coefficient];
      if (values === undefined) continue;
      expectDigits(parts(of(ratings, { weights })), values, 12, `${weights} ${coefficient}`);
    }
  });

  it("Cohen's kappa is that of scikit-learn and, with its error, of statsmodels", () => {
    if (ratings.raters.length !== 2) return;
    for (const weights of ["identity", "linear", "quadratic"] as const) {
      expectDigits(cohenKappa(ratings, { weights }).estimate, wanted[weights]?.cohenSklearn, 12);
    }
    expectDigits(parts(cohenKappa(ratings)).slice(0, 2), wanted.identity?.cohenStatsmodels, 12);
  });

  it.each(["nominal", "ordinal", "interval", "ratio"] as const)("%s alpha is that of krippendorff", (level) => {
    expectDigits(krippendorffAlpha(ratings, { level }).estimate, wanted.krippendorff?.[level], 12);
  });

  it.each([
    ["nominal", "identity"],
    ["interval", "quadratic"],
    ["ratio", "ratio"],
  ] as const)("the error and interval of %s alpha are those of irrCAC", (level, weights) => {
    expectDigits(parts(krippendorffAlpha(ratings, { level })), wanted[weights]?.krippendorffGwet, 12);
  });

  it("Fleiss' kappa is that of statsmodels where no rating is missing", () => {
    if (wanted.fleissStatsmodels !== undefined)
      expectDigits(fleissKappa(ratings).estimate, wanted.fleissStatsmodels, 12);
  });
});

const categories = ["a", "b", "c"] as const;
const rowsOf = (raters: number, missing: boolean) =>
  fc.array(
    fc.array(missing ? fc.option(fc.nat({ max: 2 }), { freq: 4 }) : fc.nat({ max: 2 }), {
      minLength: raters,
      maxLength: raters,
    }),
    { minLength: 1, maxLength: 9 },
  );
const ratingsOf = (codes: readonly (readonly (number | null)[])[]): Ratings => ({
  subjects: codes.map((_, at) => String(at)),
  raters: (codes[0] ?? []).map((_, at) => String(at)),
  categories,
  codes,
});
const squares: Readonly<Record<Exclude<MeasurementLevel, "ordinal">, (a: number, b: number) => number>> = {
  nominal: (a, b) => (a === b ? 0 : 1),
  interval: (a, b) => (a - b) ** 2,
  ratio: (a, b) => ((a - b) / (a + b + 2)) ** 2,
};
const close = (found: number | null, wanted: number) => expectDigits(found, wanted, 9);

describe("a slow oracle that lists every pair", () => {
  it("gives the same raw agreement and alpha, with missing ratings", () => {
    fc.assert(
      fc.property(rowsOf(4, true), (rows) => {
        const ratings = ratingsOf(rows);
        const percent = percentAgreement(ratings);
        if (percent.estimate !== null) close(percent.estimate, slowPercent(rows));
        for (const [level, squared] of Object.entries(squares)) {
          const { estimate } = krippendorffAlpha(ratings, { level: level as MeasurementLevel });
          if (estimate !== null) close(estimate, slowAlpha(rows, squared));
        }
      }),
    );
  });

  it("gives the same kappa and weighted kappa of two raters", () => {
    fc.assert(
      fc.property(rowsOf(2, true), (rows) => {
        const plain = cohenKappa(ratingsOf(rows)).estimate;
        const linear = cohenKappa(ratingsOf(rows), { weights: "linear" }).estimate;
        if (plain !== null)
          close(
            plain,
            slowKappa(rows, (a, b) => (a === b ? 1 : 0)),
          );
        if (linear !== null)
          close(
            linear,
            slowKappa(rows, (a, b) => 1 - Math.abs(a - b) / 2),
          );
      }),
    );
  });
});

const everyEstimate = (ratings: Ratings, options = {}): readonly AgreementEstimate[] => [
  percentAgreement(ratings, options),
  fleissKappa(ratings, options),
  gwetAc(ratings, options),
  brennanPrediger(ratings, options),
  congerKappa(ratings, options),
  krippendorffAlpha(ratings, options),
  ...(ratings.raters.length === 2 ? [cohenKappa(ratings, options), scottPi(ratings, options)] : []),
];
const sameParts = (a: readonly AgreementEstimate[], b: readonly AgreementEstimate[]) => {
  for (const [at, one] of a.entries()) expectDigits(parts(b[at] as AgreementEstimate), parts(one), 8, one.method);
};
const reversed = <T>(list: readonly T[]) => [...list].reverse();

describe("every coefficient", () => {
  it("is the same for subjects, raters and (without weights) categories in another order", () => {
    fc.assert(
      fc.property(fc.oneof(rowsOf(3, true), rowsOf(2, true)), (rows) => {
        const base = everyEstimate(ratingsOf(rows));
        sameParts(base, everyEstimate(ratingsOf(reversed(rows))));
        sameParts(base, everyEstimate(ratingsOf(rows.map(reversed))));
        sameParts(
          base,
          everyEstimate(ratingsOf(rows.map((row) => row.map((code) => (code === null ? null : 2 - code))))),
        );
      }),
    );
  });

  it("has a finite value or says why not, and is 1 exactly if all that rated a subject agree", () => {
    fc.assert(
      fc.property(fc.oneof(rowsOf(3, true), rowsOf(2, true), rowsOf(1, true)), (rows) => {
        const allAgree = rows.every((row) => new Set(row.filter((code) => code !== null)).size <= 1);
        for (const { estimate, standardError, interval, reason } of everyEstimate(ratingsOf(rows))) {
          if (estimate === null || interval === null) expect(reason).toBeDefined();
          for (const value of [estimate, standardError, ...(interval ?? [])])
            expect(value === null || Number.isFinite(value)).toBe(true);
          if (estimate !== null) expect(estimate > 1 - 1e-12).toBe(allAgree);
        }
      }),
    );
  });

  it("has identities: Conger's is Cohen's and Fleiss' is Scott's for two raters, and alpha is pi with its correction", () => {
    fc.assert(
      fc.property(rowsOf(2, false), (rows) => {
        const ratings = ratingsOf(rows);
        const pi = scottPi(ratings).estimate;
        if (pi === null) return;
        close(fleissKappa(ratings).estimate, pi);
        close(krippendorffAlpha(ratings).estimate, pi + (1 - pi) / (2 * rows.length));
        const kappa = cohenKappa(ratings).estimate;
        if (kappa !== null) close(congerKappa(ratings).estimate, kappa);
      }),
    );
  });

  it("with two categories is the same under linear and quadratic weights as without", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 1 })), { minLength: 2, maxLength: 9 }),
        (rows) => {
          const ratings = { ...ratingsOf(rows), categories: ["a", "b"] };
          const base = everyEstimate(ratings);
          sameParts(base, everyEstimate(ratings, { weights: "linear" }));
          sameParts(
            base,
            everyEstimate(ratings, {
              weights: [
                [1, 0],
                [0, 1],
              ],
            }),
          );
        },
      ),
    );
  });
});

describe("input without an answer", () => {
  it.each([
    ["nothing rated", [[null, null]], "no_cases"],
    ["no subject at all", [], "no_cases"],
    [
      "nobody rated twice",
      [
        [0, null],
        [null, 1],
      ],
      "no_pairs",
    ],
    [
      "one category used",
      [
        [0, 0],
        [0, 0],
      ],
      "chance_is_complete",
    ],
  ] as const)("%s has a reason", (_, rows, reason) => {
    const ratings = { ...ratingsOf(rows), raters: ["a", "b"] };
    expect(cohenKappa(ratings)).toMatchObject({ estimate: null, interval: null, reason });
    expect(krippendorffAlpha(ratings)).toMatchObject({ estimate: null, reason });
  });

  it("one subject has a value and no interval", () => {
    expect(gwetAc(ratingsOf([[0, 1]]))).toMatchObject({ interval: null, standardError: null, reason: "one_case" });
  });

  it("one declared category has no coefficient that rests on their number", () => {
    const ratings = { ...ratingsOf([[0, 0]]), categories: ["a"] };
    expect([gwetAc(ratings).reason, brennanPrediger(ratings).reason]).toEqual(["one_category", "one_category"]);
  });

  it("full agreement over several categories has no interval, as nothing varies", () => {
    expect(
      cohenKappa(
        ratingsOf([
          [0, 0],
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toMatchObject({ estimate: 1, standardError: 0, interval: null, reason: "no_variance" });
  });
});

const codesOf = (run: () => unknown): readonly unknown[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof AssessmentError) return error.issues.map(({ code, path }) => [code, path.join(".")]);
    throw error;
  }
  return [];
};

describe("bad input names its rows", () => {
  it("a subject or a rater that is not text, which could be another than it looks", () => {
    const rows = JSON.parse(
      '[{"subject":"1","rater":"a","category":"x"},{"subject":1,"rater":"b","category":"x"},{"case":"1","rater":null,"category":"x"}]',
    );
    const at = (row: number, key: string) => ({ code: "wrong_type", path: ["row", row, key], expected: ["text"], row });
    expect(parseRatings(rows, ["x"])).toEqual({
      ok: false,
      issues: [at(2, "subject"), at(3, "subject"), at(3, "rater")],
    });
  });

  it("a pair of subject and rater that stands twice, and an unknown code", () => {
    const rows = [
      { subject: "1", rater: "a", category: "rejected" },
      { subject: "1", rater: "b", category: "rejcted" },
      { subject: "1", rater: "a", category: "rejected" },
    ];
    expect(parseRatings(rows, ["rejected"])).toEqual({
      ok: false,
      issues: [
        { code: "unknown_category", path: ["row", 2], expected: ["rejected"], nearest: "rejected", row: 2 },
        { code: "duplicate_rating", path: ["row", 3], row: 3, positions: [1, 3] },
      ],
    });
  });

  it("lists of unequal length, categories that stand twice, no category", () => {
    const faults = (columns: Record<string, string[]>, names: string[]) => {
      const result = parseRatingColumns(columns, names);
      return result.ok ? [] : result.issues.map(({ code }) => code);
    };
    expect(faults({ a: ["x", "x"], b: ["x"] }, ["x"])).toEqual(["unequal_subjects"]);
    expect(faults({ a: ["x"] }, ["x", "x"])).toEqual(["duplicate_name"]);
    expect(faults({}, [])).toEqual(["empty_list"]);
  });

  it.each([
    [
      "not symmetric",
      [
        [1, 0.5, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      "not_a_metric weights.a.b",
    ],
    [
      "a diagonal that is not 1",
      [
        [0.9, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      "not_a_metric weights.a.a",
    ],
    [
      "a pair near through a third that is far apart",
      [
        [1, 0.99, 0],
        [0.99, 1, 0.99],
        [0, 0.99, 1],
      ],
      "not_a_metric weights.a.c",
    ],
    [
      "NaN",
      [
        [1, Number.NaN, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      "not_a_metric weights.a.a",
    ],
    ["too few rows", [[1]], "unequal_lengths weights"],
  ])("weights with %s", (_, weights, first) => {
    expect(codesOf(() => agreementWeights(categories, { weights }))[0]).toEqual(first.split(" "));
  });

  it("three raters where two are needed, a confidence of 1, scores that fall", () => {
    const three = ratingsOf([[0, 1, 2]]);
    expect(codesOf(() => cohenKappa(three))).toEqual([["two_raters_needed", "raters"]]);
    expect(codesOf(() => prevalenceAndBias(three))).toEqual([["two_raters_needed", "raters"]]);
    expect(codesOf(() => fleissKappa(three, { confidence: 1 }))).toEqual([["out_of_range", "confidence"]]);
    expect(codesOf(() => fleissKappa(three, { weights: "linear", scores: [1, 3, 2] }))).toEqual([
      ["out_of_range", "scores.2"],
    ]);
  });
});

describe("agreement of a whole set of ratings", () => {
  const ratings = valueOrThrow(
    parseRatingColumns(columnsOf(inputs.ratings[1]?.columns ?? {}), inputs.ratings[1]?.categories ?? []),
  );

  it("has one block for each category against the rest, and prevalence and bias for two raters", () => {
    const result = agreement(ratings);
    expect(result.byCategory.map(({ category }) => category)).toEqual(ratings.categories);
    const [first] = result.prevalenceAndBias ?? [];
    const bp = result.byCategory[0]?.coefficients.brennanPrediger;
    const [both = 0, a = 0, b = 0, neither = 0] = first?.table ?? [];
    expect(both + a + b + neither).toBe(60);
    expectDigits(bp?.estimate, (both + neither - a - b) / 60, 12); // PABAK
    expect(Object.isFrozen(result) && Object.isFrozen(result.overall) && Object.isFrozen(result.overall.cohen)).toBe(
      true,
    );
  });

  it("is said in words, with a verdict only if a scale is named", () => {
    const kappa = { ...cohenKappa(ratings), estimate: 0.5, interval: [0.25, 0.75] as const };
    expect(inWords(kappa)).toBe("Cohen's kappa: 0.50 (95% interval 0.25 to 0.75), from 60 cases.");
    expect(inWords(kappa, "landis_koch")).toContain('Called "moderate" by the scale of Landis and Koch.');
    expect(inWords(cohenKappa({ ...ratings, codes: [] }))).toBe(
      "Cohen's kappa: not defined, because there are no cases.",
    );
  });
});

describe("the effect of a disagreement", () => {
  it("names the items that decide alone, and the cases that none decides", () => {
    const outcomeOf = ({ a, b }: Readonly<Record<string, string>>) => (a === "yes" || b === "yes" ? "met" : "not met");
    const effect = disagreementEffect(
      [
        { case: "same", first: { a: "yes", b: "no" }, second: { a: "no", b: "yes" } },
        { case: "one", first: { a: "yes", b: "no" }, second: { a: "no", b: "no" } },
        { case: "both", first: { a: "yes", b: "yes" }, second: { a: "no", b: "no" } },
        { case: "open", first: { a: "yes" }, second: { c: "yes" } },
      ],
      outcomeOf,
    );
    expect(effect).toEqual({
      cases: 4,
      sameOutcome: 1,
      differing: ["one", "both", "open"],
      withoutSingleItem: [],
      items: [
        { item: "a", differed: 4, differedWithOutcome: 3, decisive: 3 },
        { item: "b", differed: 2, differedWithOutcome: 1, decisive: 1 },
        { item: "c", differed: 1, differedWithOutcome: 1, decisive: 0 },
      ],
    });
  });

  it("says so where only two items together decide", () => {
    const parity = (answers: Readonly<Record<string, number>>) => String((answers.a ?? 0) + (answers.b ?? 0) >= 2);
    const effect = disagreementEffect(
      [{ case: "1", first: { a: 1, b: 1, c: 0 }, second: { a: 0, b: 0, c: 0 } }],
      parity,
    );
    expect(effect.withoutSingleItem).toEqual([]);
    const three = (answers: Readonly<Record<string, number>>) =>
      String((answers.a ?? 0) + (answers.b ?? 0) + (answers.c ?? 0));
    expect(
      disagreementEffect([{ case: "1", first: { a: 1, b: 1, c: 1 }, second: { a: 0, b: 0, c: 0 } }], three)
        .withoutSingleItem,
    ).toEqual(["1"]);
  });
});
