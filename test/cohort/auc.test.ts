import fc from "fast-check";
import { describe, expect, it } from "vitest";
import inputs from "../../scripts/reference/inputs.json" with { type: "json" };
import { auc, calibration, compareAucs, rocCurve } from "../../src/cohort/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import python from "../reference/accuracy.python.json" with { type: "json" };
import r from "../reference/r.json" with { type: "json" };
import { expectDigits } from "../support/digits.ts";

const { scores } = inputs.binary;
const truth = inputs.binary.truth.map((each) => each === 1);
const coarse = scores.map((score) => Math.floor(score * 10 + 1e-9) / 10);
const parts = ({ estimate, interval }: { estimate: number | null; interval: readonly number[] | null }) => [
  interval?.[0],
  estimate,
  interval?.[1],
];

describe("a ROC curve", () => {
  it("the area is that of scikit-learn, and its DeLong interval that of pROC, also with many ties", () => {
    const found = auc(scores, truth);
    expectDigits(found.estimate, python.binary.auc, 12);
    expectDigits(parts(found), r.binary.auc, 11);
    expectDigits((found.standardError ?? 0) ** 2, r.binary.variance, 11);
    expectDigits(parts(auc(coarse, truth)), r.binary.coarseAuc, 11);
  });

  it("two scores of the same cases differ by the paired test of pROC", () => {
    const found = compareAucs(scores, coarse, truth);
    expectDigits([found.difference.estimate, found.z, found.p], r.binary.difference, 10);
    expectDigits(compareAucs(coarse, scores, truth).z, -(found.z ?? 0), 12);
  });

  it("has the points of scikit-learn", () => {
    const { points } = rocCurve(scores, truth);
    const found = points
      .slice(1)
      .map(({ sensitivity, specificity, threshold }) => [1 - (specificity ?? 0), sensitivity, threshold]);
    expectDigits(found, python.binary.curve, 12);
    expect(points[0]).toMatchObject({ threshold: null, sensitivity: 0, specificity: 1 });
  });

  const cases = fc.array(fc.tuple(fc.option(fc.nat({ max: 5 }), { freq: 3 }), fc.boolean()), { maxLength: 12 });

  it("the area is the share of pairs that a slow count gives, and its bounds hold whatever the open scores are", () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 12, maxLength: 12 }),
        (given, later) => {
          const list = given.map(([score]) => score);
          const present = given.map(([, is]) => is);
          const found = auc(list, present);
          const slow = slowAuc(list, present);
          if (slow === null) expect(found.reason).toBeDefined();
          else expectDigits(found.estimate, slow, 12);
          const whole = slowAuc(
            list.map((score, at) => score ?? later[at] ?? 0),
            present,
          );
          if (whole === null) expect(found.bounds).toBeNull();
          else {
            expect(found.bounds?.[0]).toBeLessThanOrEqual(whole + 1e-12);
            expect(found.bounds?.[1]).toBeGreaterThanOrEqual(whole - 1e-12);
          }
        },
      ),
    );
  });

  it("turned scores have one less the area, and the same error", () => {
    const turned = auc(
      scores.map((score) => -score),
      truth,
    );
    expectDigits(turned.estimate, 1 - python.binary.auc, 12);
    expectDigits(turned.standardError, auc(scores, truth).standardError, 11);
  });

  it.each([
    ["nothing", [], [], "no_cases"],
    ["one class", [1, 2], [true, true], "one_class"],
    ["one case of a class", [1, 2, 3], [true, false, false], "one_case"],
    ["classes that do not overlap", [1, 2, 3, 4], [false, false, true, true], "separated"],
    ["one score for all", [1, 1, 1, 1], [false, false, true, true], "no_variance"],
    ["no score at all", [null, null], [false, true], "no_cases"],
  ] as const)("%s has a reason and no interval", (_, list, present, reason) => {
    expect(auc(list, present)).toMatchObject({ interval: null, reason });
    expect(compareAucs(list, list, present)).toMatchObject({ z: null, p: null, difference: { interval: null } });
  });

  it("names the row of a score that is no number, and lists of unequal length", () => {
    expect(() => auc([1, Number.NaN], [true, false])).toThrow("scores.2");
    expect(() => auc([1], [true, false])).toThrow(AssessmentError);
    expect(() => compareAucs([1, 2], [1], [true, false])).toThrow(AssessmentError);
  });
});

function slowAuc(scores: readonly (number | null)[], present: readonly boolean[]): number | null {
  const of = (is: boolean) => scores.filter((score, at): score is number => score !== null && present[at] === is);
  const wins = of(true).flatMap((a) => of(false).map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.length === 0 ? null : wins.reduce<number>((total, win) => total + win, 0) / wins.length;
}

describe("calibration", () => {
  const found = calibration(scores, truth);

  it("Brier score and calibration in the large, with intervals, are those of scikit-learn and statsmodels", () => {
    const row = ({ estimate, interval }: typeof found.brier) => [estimate, ...(interval ?? [])];
    expectDigits(row(found.brier), python.binary.brier, 11);
    expectDigits(row(found.inTheLarge), python.binary.inTheLarge, 11);
  });

  it("intercept and slope, with errors and intervals, are those of statsmodels, and the values those of glm", () => {
    const row = ({ estimate, standardError, interval }: typeof found.slope) => [
      estimate,
      standardError,
      ...(interval ?? []),
    ];
    expectDigits(row(found.intercept), python.binary.intercept, 11);
    expectDigits(row(found.slope), python.binary.slope, 11);
    // glm takes its errors from the step before the last, so they are not compared
    expectDigits([found.intercept.estimate, found.slope.estimate], [r.binary.intercept, r.binary.slope], 11);
  });

  it("bins are those of scikit-learn", () => {
    const filled = found.bins.filter(({ predicted }) => predicted !== null);
    expectDigits(
      filled.map(({ predicted, observed }) => [predicted, observed.estimate]),
      python.binary.bins,
      12,
    );
    expect(found.bins).toHaveLength(10);
    expect(found.bins.reduce((total, { observed }) => total + observed.n, 0)).toBe(scores.length);
  });

  it("cases without a probability are left out, and bound the Brier score", () => {
    const open = calibration([...scores, null], [...truth, true]);
    expect(open.brier).toEqual(found.brier);
    expect(open.undetermined).toBe(1);
    const [low, high] = open.brierBounds ?? [1, 0];
    expectDigits(high - low, 1 / (scores.length + 1), 10);
  });

  it.each([
    ["nothing", [], [], "no_cases"],
    ["one class", [0.2, 0.4], [true, true], "one_class"],
    ["certainty", [0, 0.4, 0.9], [false, true, true], "certain_probability"],
    ["probabilities that part the classes", [0.1, 0.2, 0.8, 0.9], [false, false, true, true], "separated"],
    ["one probability for all", [0.3, 0.3, 0.3], [false, true, true], "no_variance"],
  ] as const)("%s has a reason", (_, list, present, reason) => {
    expect(calibration(list, present).slope).toMatchObject({ estimate: null, interval: null, reason });
  });

  it("refuses what is no probability, with its row", () => {
    expect(() => calibration([0.2, 1.2], [true, false])).toThrow("scores.2");
    expect(() => calibration([0.2], [true], { bins: 0 })).toThrow(AssessmentError);
  });
});
