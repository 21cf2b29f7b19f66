import { describe, expect, it } from "vitest";
import * as cohort from "../../src/cohort/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import { messageOf } from "../support/message-of.ts";

/** What plain JavaScript can hand to a function: nothing checks the arguments before the function does. */
const plain = (value: unknown) => value as never;
const ratings = {
  subjects: ["1", "2"],
  raters: ["a", "b"],
  categories: ["x", "y"],
  codes: plain([
    [0, 1],
    [1, 1],
  ]),
};
const present = [true, false, true, false];

describe("what is no criterion, no word of an option or no number is refused, and not counted as another", () => {
  const words = plain(["yes", "no", "yes", "no"]);
  const criterion = "wrong_type: criterion.1. Expected true or false.";
  it.each<[string, () => unknown, string]>([
    ["auc of words", () => cohort.auc([1, 2, 3, 4], words), criterion],
    ["auc of 0 and 1", () => cohort.auc([1, 2, 3, 4], plain([0, 1, 0, 1])), criterion],
    ["rocCurve of words", () => cohort.rocCurve([1, 2, 3, 4], words), criterion],
    ["compareAucs of words", () => cohort.compareAucs([1, 2, 3, 4], [4, 3, 2, 1], words), criterion],
    ["calibration of words", () => cohort.calibration([0.1, 0.2, 0.3, 0.4], words), criterion],
    ["a forecast as text", () => cohort.calibration(plain([0.1, "0.2", 0.3, 0.4]), present), "out_of_range: scores.2."],
    ["a confidence as text", () => cohort.proportion(1, 3, plain({ confidence: "0.95" })), "out_of_range: confidence."],
    [
      "another interval",
      () => cohort.proportion(1, 3, plain({ interval: "wald" })),
      "unknown_option: interval. Expected one of: wilson, clopper_pearson.",
    ],
    [
      "another method",
      () => cohort.simultaneousIntervals([1, 2], plain({ method: "bonferroni" })),
      "unknown_option: method. Expected one of: goodman, sison_glaz.",
    ],
    [
      "misspelt weights",
      () => cohort.agreementWeights(["a", "b"], plain({ weights: "quadratc" })),
      "unknown_option: weights. Expected one of: identity, linear,",
    ],
    ["weights that every object has", () => cohort.cohenKappa(ratings, plain({ weights: "toString" })), "weights."],
    [
      "a misspelt level",
      () => cohort.krippendorffAlpha(ratings, plain({ level: "intervall" })),
      "unknown_option: level. Expected one of: nominal, ordinal, interval, ratio.",
    ],
    [
      "another pattern of what is missing",
      () => cohort.simulate(plain({ typology: fiveTypes, cases: 1, seed: 1, missing: { pattern: "from the end" } })),
      "unknown_option: missing.pattern. Expected one of: scattered, from_the_end.",
    ],
    [
      "another interval of a bootstrap",
      () => cohort.bootstrapSteps(ratings, "cohen", plain({ seed: 1, interval: "BCa" })).next(),
      "unknown_option: interval. Expected one of: percentile, bca.",
    ],
    [
      "another coefficient",
      () => cohort.bootstrapSteps(ratings, plain("kappa"), { seed: 1 }).next(),
      "unknown_option: coefficient.",
    ],
    [
      "periods of another length",
      () => cohort.caseload([], plain({ asOf: "2026-03-01", labels: [], by: "week" })),
      "unknown_option: by. Expected one of: month, quarter, year.",
    ],
    [
      "a variable of another kind",
      () => cohort.tableOne([], plain([{ name: "age", kind: "numeric" }])),
      "unknown_option: variables.age.kind. Expected one of: codes, number.",
    ],
    [
      "a category that no rater could say",
      () => cohort.oneAgainstRest(ratings as never, plain("z")),
      "unknown_category: category. Expected one of: x, y.",
    ],
    [
      "days that are none",
      () => cohort.waitingTimes([{ days: Number.NaN, happened: true }]),
      "out_of_range: row.1.days.",
    ],
    ["days before", () => cohort.waitingTimes([{ days: -1, happened: true }]), "out_of_range: row.1.days."],
    [
      "a word for happened",
      () => cohort.waitingTimes(plain([{ days: 1, happened: "no" }])),
      "wrong_type: row.1.happened.",
    ],
  ])("%s", (_, act, message) => expect(messageOf(act)).toContain(message));
});

const functions: Readonly<Record<string, unknown>> = { ...cohort };

describe("an argument that is missing or of a wrong kind is named", () => {
  const list = (name: string) => `malformed: ${name}. Expected a list.`;
  const object = (name: string) => `malformed: ${name}. Expected an object with`;
  const of: readonly [keyof typeof cohort, readonly unknown[], string][] = [
    ["accuracy", [], object("from")],
    ["agreement", [], object("ratings")],
    ["agreementByVariable", [], list("codings")],
    ["agreementByVariable", [[]], list("variables")],
    ["agreementWeights", [], list("categories")],
    ["agreementWeights", ["ab"], list("categories")],
    ["agreementWeights", [[], null], "malformed: options."],
    ["areaFigures", [], list("years")],
    ["areaFigures", [[null]], object("years.1")],
    ["areaFigures", [[], null], "malformed: options."],
    ["auc", [], list("scores")],
    ["auc", [[]], list("criterion")],
    ["axisVariables", [], object("instrument")],
    ["axisVariables", [{ items: {} }], object("map")],
    ["bowkerTest", [], list("table")],
    ["bowkerTest", [[null]], list("table.1")],
    ["brennanPrediger", [], object("ratings")],
    ["calibration", [], list("scores")],
    ["caseload", [], list("cases")],
    ["caseload", [[]], object("options")],
    ["caseloadCaseOf", [], object("record")],
    ["caseloadCaseOf", [[]], object("record")],
    ["change", [], object("times")],
    ["cohenKappa", [], object("ratings")],
    ["cohenKappa", [[[1, 2]]], object("ratings")],
    ["compareAucs", [], list("first")],
    ["compareAucs", [[]], list("second")],
    ["compareWithSample", [], "malformed: counts."],
    ["compareWithSample", [{}], object("sample")],
    ["compareWithSample", [{}, "mullen1999"], object("sample")],
    ["congerKappa", [null], object("ratings")],
    ["consistency", [], list("rows")],
    ["consistency", [[[1], null]], list("rows.2")],
    ["consistencyOfScale", [], object("scale")],
    ["consistencyOfScale", [{ of: [] }], list("cases")],
    ["dataProfiler", [], object("instrument")],
    ["disagreementEffect", [], list("pairs")],
    ["disagreementEffect", [[null]], object("pairs.1")],
    ["disagreementEffect", [[]], "malformed: outcomeOf. Expected a function."],
    ["distribution", [[]], list("order")],
    ["fleissKappa", ["x"], object("ratings")],
    ["gwetAc", [], object("ratings")],
    ["homogeneityTest", [], list("first")],
    ["homogeneityTest", [[1, 2]], list("second")],
    ["icc", [], list("scores")],
    ["icc", [[null]], list("scores.1")],
    ["inWords", [], object("estimate")],
    ["itemVariables", [], object("instrument")],
    ["krippendorffAlpha", [], object("ratings")],
    ["multinomialTest", [], list("counts")],
    ["multinomialTest", [[1, 2]], list("shares")],
    ["oneAgainstRest", [], object("from")],
    ["outcomeVariable", [], object("typology")],
    ["parseCriterion", [[]], list("classes")],
    ["parseRatingColumns", [{}], list("categories")],
    ["parseRatings", [[]], list("categories")],
    ["parseTwoTimes", [[]], list("classes")],
    ["percentAgreement", [], object("ratings")],
    ["prevalenceAndBias", [], object("ratings")],
    ["rateRatio", [], object("now")],
    ["rateRatio", [{ count: 1, exposure: 1 }], object("base")],
    ["reliableChange", [], list("pairs")],
    ["reliableChange", [[null]], object("pairs.1")],
    ["rocCurve", [], list("scores")],
    ["scottPi", [], object("ratings")],
    ["shareBounds", [], list("possible")],
    ["sharedCaseload", [], object("caseload")],
    ["simulate", [], object("plan")],
    ["simultaneousIntervals", [], list("counts")],
    ["stuartMaxwellTest", [], list("table")],
    ["suppressionBounds", [], object("table")],
    ["suppressRow", [], list("counts")],
    ["suppressTable", [], list("counts")],
    ["suppressTable", [[1, 2]], list("counts.1")],
    ["suppressTable", [[], null], "malformed: options."],
    ["tableOne", [], list("cases")],
    ["tableOne", [[]], list("variables")],
    ["typeVariables", ["five-types"], object("typology")],
    ["waitingTimes", [], list("waits")],
    ["waitingTimes", [[null]], object("waits.1")],
  ];
  it.each(of)("%s of %j", (name, given, message) => {
    const act = functions[name] as (...values: readonly unknown[]) => unknown;
    expect(messageOf(() => act(...given))).toContain(message);
  });

  it("bootstrapAgreement and its steps name what is missing", async () => {
    await expect(cohort.bootstrapAgreement(plain(undefined), "cohen", { seed: 1 })).rejects.toThrow(object("ratings"));
    await expect(cohort.bootstrapAgreement(ratings, "cohen", plain(undefined))).rejects.toThrow(object("options"));
    expect(messageOf(() => cohort.bootstrapSteps(plain([]), "cohen", { seed: 1 }).next())).toContain(object("ratings"));
  });

  it.each([
    ["rows of ratings", () => cohort.parseRatings(plain(undefined), ["x"])],
    ["rows of a criterion", () => cohort.parseCriterion(plain({}), ["x"])],
    ["rows of two times", () => cohort.parseTwoTimes(plain(null), ["x"])],
    ["labels", () => cohort.distribution(plain(1), ["x"])],
  ])("%s have to be a list or another iterable", (_, act) => expect(act).toThrow(AssessmentError));
});
