import fc from "fast-check";
import { describe, expect, it } from "vitest";
import inputs from "../../scripts/reference/inputs.json" with { type: "json" };
import { accuracy, type CriterionRow, parseCriterion } from "../../src/cohort/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import reference from "../reference/accuracy.python.json" with { type: "json" };
import { expectDigits } from "../support/digits.ts";

const { classes, truth, predicted } = inputs.classification;
const rows = truth.map(
  (criterion, at): CriterionRow => ({ case: String(at), criterion, found: predicted[at] ?? null }),
);
const of = (given: readonly CriterionRow[], names: readonly string[] = classes) =>
  valueOrThrow(parseCriterion(given, names));

describe("accuracy against a criterion", () => {
  const found = accuracy(of(rows));
  const exact = accuracy(of(rows), { interval: "clopper_pearson" });
  const wanted = reference.classification;

  it("the table and the measures in all are those of scikit-learn, with jackknife errors", () => {
    expect(found.table).toEqual(wanted.table);
    expectDigits([found.accuracy.estimate, found.accuracy.estimate], [wanted.accuracy, wanted.microF1], 14);
    expectDigits(found.kappa.estimate, wanted.kappa, 12);
    for (const [name, key] of [
      ["balancedAccuracy", "balanced"],
      ["matthews", "matthews"],
      ["macroPrecision", "macroPrecision"],
      ["macroRecall", "macroRecall"],
      ["macroF1", "macroF1"],
    ] as const) {
      expectDigits([found[name].estimate, found[name].standardError], wanted[key], 11, name);
    }
  });

  it.each(classes.map((name, at) => ({ name, at })))(
    "$name: measures and intervals are those of both packages",
    ({ at }) => {
      const each = found.byClass[at];
      const one = wanted.byClass[at];
      const parts = (estimate?: { estimate: number | null; interval: readonly number[] | null }) => [
        estimate?.estimate,
        ...(estimate?.interval ?? []),
      ];
      expect(each?.table).toEqual(one?.table);
      expectDigits([each?.positivePredictive.estimate, each?.sensitivity.estimate], [one?.precision, one?.recall], 12);
      expectDigits(parts(each?.f1), one?.f1, 12);
      expectDigits(each?.sensitivity.interval, one?.sensitivityWilson, 12);
      expectDigits(exact.byClass[at]?.specificity.interval, one?.specificityExact, 12);
      expectDigits(parts(each?.positiveLikelihoodRatio), one?.positiveRatio, 11);
      expectDigits(parts(each?.negativeLikelihoodRatio), one?.negativeRatio, 11);
    },
  );
});

describe("undetermined cases", () => {
  const names = ["a", "b", "c"];
  const row = fc.record({
    criterion: fc.constantFrom(...names),
    found: fc.option(fc.constantFrom(...names), { freq: 2 }),
    possible: fc.subarray(names, { minLength: 1 }),
  });

  it("are neither errors nor successes: every way they can turn out lies within the bounds, and the ends are reached", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (given) => {
        const all = given.map((each, at) => ({ case: String(at), ...each }));
        const found = accuracy(of(all, names));
        const measures = ["sensitivity", "specificity", "positivePredictive", "negativePredictive"] as const;
        const ends = new Map<string, [number, number]>();
        const widen = (key: string, value: number | null | undefined) => {
          if (value === null || value === undefined) return;
          const [low, high] = ends.get(key) ?? [value, value];
          ends.set(key, [Math.min(low, value), Math.max(high, value)]);
        };
        for (const completed of completions(all)) {
          const whole = accuracy(of(completed, names));
          widen("accuracy", whole.accuracy.estimate);
          for (const [k, each] of whole.byClass.entries())
            for (const measure of measures) widen(`${measure} ${k}`, each[measure].estimate);
        }
        expectDigits(found.accuracyBounds, ends.get("accuracy"), 12);
        for (const [k, each] of found.byClass.entries())
          for (const measure of measures)
            expectDigits(each.bounds[measure], ends.get(`${measure} ${k}`) ?? null, 12, `${measure} ${k}`);
      }),
      { numRuns: 60 },
    );
  });

  it("leave measures on the decided cases as they are, and are counted in the coverage", () => {
    const more = [...rows, { case: "u", criterion: classes[0] ?? "", found: null }];
    const [without, having] = [accuracy(of(rows)), accuracy(of(more))];
    expect(having.accuracy).toEqual(without.accuracy);
    expect(having.byClass[0]?.sensitivity).toEqual(without.byClass[0]?.sensitivity);
    expect(having).toMatchObject({ undetermined: 1, undeterminedByClass: [1, 0, 0, 0] });
    expectDigits(having.coverage.estimate, rows.length / (rows.length + 1), 14);
  });
});

function completions(rows: readonly CriterionRow[]): readonly (readonly CriterionRow[])[] {
  const [first, ...rest] = rows;
  if (first === undefined) return [[]];
  const ways = first.found === null ? (first.possible ?? []).map((found) => ({ ...first, found })) : [first];
  return completions(rest).flatMap((others) => ways.map((way) => [way, ...others]));
}

describe("rows that do not fit", () => {
  it("are named: a criterion with a class that a finding cannot have, unknown findings, cases that stand twice", () => {
    const result = parseCriterion(
      [
        { case: "1", criterion: "a", found: "a" },
        { case: "2", criterion: "d", found: "x" },
        { case: "1", criterion: "d", found: null, possible: ["a", "x"] },
        { case: "4", criterion: null, found: null, possible: [] },
      ],
      ["a", "b"],
    );
    expect(
      result.ok ? [] : result.issues.map(({ code, path, positions, row }) => [code, path.join("."), positions ?? row]),
    ).toEqual([
      ["duplicate_name", "row.3", [1, 3]],
      ["empty_list", "row.4.possible", 4],
      ["missing_class", "criterion", [2, 3]],
      ["unknown_category", "found", [2]],
      ["unknown_category", "possible", [3]],
    ]);
  });

  it("a class that could be found but never was has a sensitivity of zero", () => {
    const found = accuracy(
      of(
        [
          { case: "1", criterion: "b", found: "a" },
          { case: "2", criterion: "a", found: "a" },
        ],
        ["a", "b"],
      ),
    );
    expect(found.byClass[1]).toMatchObject({
      sensitivity: { estimate: 0 },
      positivePredictive: { estimate: null, reason: "no_cases" },
      positiveLikelihoodRatio: { estimate: null, reason: "zero_base" },
    });
  });
});
