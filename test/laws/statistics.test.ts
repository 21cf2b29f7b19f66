import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as cohort from "../../src/cohort/index.ts";
import { referenceSamples } from "../../src/content/figures.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";
import { mean, value } from "../../src/rules/index.ts";

const names = ["a", "b", "c"] as const;
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 4 });
const few = { maxLength: 7 };

/** Ratings of any shape: no subject, one subject, one rater, one category, all missing, all alike. */
const ratings = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 }), fc.nat({ max: 6 }))
  .chain(([q, raters, subjects]) =>
    fc
      .array(fc.array(maybe(fc.nat({ max: q - 1 })), { minLength: raters, maxLength: raters }), {
        minLength: subjects,
        maxLength: subjects,
      })
      .map(
        (codes): cohort.Ratings => ({
          subjects: codes.map((_, at) => String(at)),
          raters: Array.from({ length: raters }, (_, at) => `r${at}`),
          categories: names.slice(0, q),
          codes,
        }),
      ),
  );
const pair = ratings.filter(({ raters }) => raters.length === 2);
const counts = fc.array(fc.nat({ max: 5 }), { maxLength: 4 });
const numbers = fc.constantFrom(0, 1, 2, 2.5, 0.1, -3, 1e6);
const scored = fc.array(fc.tuple(maybe(fc.constantFrom(0, 0.1, 0.25, 0.5, 0.9, 1)), fc.boolean()), few);
const rows = (most: number) =>
  fc.nat({ max: most }).chain((k) => fc.array(fc.array(maybe(numbers), { minLength: k, maxLength: k }), few));
const criterion = fc.array(
  fc.record({ criterion: maybe(fc.constantFrom(...names)), found: maybe(fc.constantFrom(...names)) }),
  few,
);
const square = fc
  .nat({ max: 4 })
  .chain((k) => fc.array(fc.array(fc.nat({ max: 3 }), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }));
const numbered = <T extends object>(list: readonly T[]) => list.map((each, at) => ({ case: String(at), ...each }));
const item = { responses: { kind: "number", min: -10, max: 1e7, integer: false } } as const;
const scale = mean([value("a"), value("b"), value("c")], { minAnswered: 0.5, ifNone: 0 });

const law = <T>(input: fc.Arbitrary<T>, of: (value: T) => unknown) => ({
  input,
  of: (given: unknown) => of(given as T),
});

/** Every exported statistic, with input of any shape that it takes. */
const statistics: Readonly<Record<string, { input: fc.Arbitrary<unknown>; of: (given: unknown) => unknown }>> = {
  accuracy: law(criterion, (list) => cohort.accuracy(valueOrThrow(cohort.parseCriterion(numbered(list), names)))),
  agreement: law(ratings, (each) => cohort.agreement(each)),
  agreementByVariable: law(
    fc.array(
      fc.record({
        case: fc.constantFrom("1", "2"),
        rater: fc.constantFrom("a", "b"),
        x: maybe(fc.constantFrom(...names)),
      }),
    ),
    (list) => {
      const read = ({ x }: Readonly<Record<string, unknown>>) => (typeof x === "string" ? x : null);
      const variable = { kind: "item", name: "x", categories: names, level: "nominal", read } as const;
      const codings = list.map(({ x, ...coding }) => ({ ...coding, answers: x === null ? {} : { x } }));
      return valueOrThrow(cohort.agreementByVariable(codings, [variable]));
    },
  ),
  areaFigures: law(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 })), few), (list) =>
    cohort.areaFigures(list.map(([count, population], at) => ({ year: 2000 + at, count, population }))),
  ),
  auc: law(scored, (list) =>
    cohort.auc(
      list.map(([score]) => score),
      list.map(([, is]) => is),
    ),
  ),
  bootstrapSteps: law(ratings, (each) => {
    const steps = cohort.bootstrapSteps(each, "krippendorff", { seed: 1, draws: 20, interval: "bca" });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }),
  bootstrapAgreement: law(ratings, (each) =>
    [...cohort.bootstrapSteps(each, "gwet", { seed: 2, draws: 10 })].map(({ done }) => done),
  ),
  bowkerTest: law(square, (table) => cohort.bowkerTest(table)),
  brennanPrediger: law(ratings, (each) => cohort.brennanPrediger(each)),
  calibration: law(scored, (list) =>
    cohort.calibration(
      list.map(([score]) => score),
      list.map(([, is]) => is),
    ),
  ),
  change: law(criterion, (list) =>
    cohort.change(
      valueOrThrow(
        cohort.parseTwoTimes(numbered(list.map((each) => ({ first: each.criterion, second: each.found }))), names),
      ),
    ),
  ),
  cohenKappa: law(pair, (each) => cohort.cohenKappa(each)),
  compareAucs: law(scored, (list) =>
    cohort.compareAucs(
      list.map(([score]) => score),
      list.map(([score]) => (score === null ? null : -Math.abs(score - 0.3))),
      list.map(([, is]) => is),
    ),
  ),
  caseload: law(fc.array(fc.constantFrom("rejected", "mixed"), few), (list) =>
    cohort.caseload(
      list.map((label, at) => ({
        id: String(at),
        person: null,
        referrals: [],
        offered: [],
        assessedOn: [],
        outcomes: [{ label, possible: [label] }],
        unclassified: at % 2,
        overridden: 0,
        monitoring: [],
        forms: [],
      })),
      { asOf: "2026-01-31", labels: ["rejected", "mixed"] },
    ),
  ),
  compareWithSample: law(fc.tuple(counts, fc.constantFrom(...referenceSamples)), ([list, sample]) =>
    cohort.compareWithSample(
      Object.fromEntries(Object.keys(sample.shares).map((name, at) => [name, list[at] ?? 0])),
      sample,
      { seed: 1, draws: 99 },
    ),
  ),
  congerKappa: law(ratings, (each) => cohort.congerKappa(each)),
  consistency: law(rows(4), (each) =>
    cohort.consistency(each, { minAnswered: 0.5, items: [..."wxyz"].slice(0, each[0]?.length ?? 0) }),
  ),
  consistencyOfScale: law(
    fc.array(fc.record({ a: numbers, b: numbers, c: numbers }, { requiredKeys: [] }), few),
    (cases) => cohort.consistencyOfScale(scale, cases, { items: { a: item, b: item, c: item } }),
  ),
  dataProfiler: law(fc.array(maybe(fc.constantFrom("yes", "no", "not_sure", "bad")), few), (list) => {
    const profiler = cohort.dataProfiler(fiveTypes.instrument);
    for (const adult of list) profiler.add(adult === null ? {} : { adult }, adult === "bad" ? ["adult"] : [], []);
    return profiler.result();
  }),
  disagreementEffect: law(
    fc.array(fc.tuple(maybe(fc.constantFrom(...names)), fc.constantFrom(...names)), few),
    (list) =>
      cohort.disagreementEffect(
        list.map(([x, y], at) => ({ case: String(at), first: x === null ? {} : { x }, second: { x: y } })),
        ({ x }) => String(x),
      ),
  ),
  distribution: law(fc.array(fc.constantFrom(...names), few), (labels) => cohort.distribution(labels, names)),
  fleissKappa: law(ratings, (each) => cohort.fleissKappa(each)),
  gwetAc: law(ratings, (each) => cohort.gwetAc(each, { weights: "quadratic" })),
  homogeneityTest: law(fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 4 }), (list) =>
    cohort.homogeneityTest(
      list.map(([a]) => a),
      list.map(([, b]) => b),
    ),
  ),
  icc: law(rows(4), (each) => cohort.icc(each)),
  krippendorffAlpha: law(
    fc.tuple(ratings, fc.constantFrom("nominal", "ordinal", "interval", "ratio")),
    ([each, level]) => cohort.krippendorffAlpha(each, { level: level as cohort.MeasurementLevel }),
  ),
  multinomialTest: law(counts, (list) =>
    cohort.multinomialTest(
      list,
      list.map(() => 1 / list.length),
    ),
  ),
  percentAgreement: law(ratings, (each) => cohort.percentAgreement(each)),
  poissonRate: law(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(0, 1, 365)), ([count, exposure]) =>
    cohort.poissonRate(count, exposure),
  ),
  prevalenceAndBias: law(pair, (each) => cohort.prevalenceAndBias(each)),
  proportion: law(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), ([count, more]) => [
    cohort.proportion(count, count + more),
    cohort.proportion(count, count + more, { interval: "clopper_pearson" }),
  ]),
  rateRatio: law(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.constantFrom(0, 365)), ([now, base, exposure]) =>
    cohort.rateRatio({ count: now, exposure: 365 }, { count: base, exposure }),
  ),
  reliableChange: law(fc.array(fc.record({ first: maybe(numbers), second: maybe(numbers) }), few), (list) =>
    cohort.reliableChange(numbered(list), { reliability: 0.7 }),
  ),
  rocCurve: law(scored, (list) =>
    cohort.rocCurve(
      list.map(([score]) => score),
      list.map(([, is]) => is),
    ),
  ),
  scottPi: law(pair, (each) => cohort.scottPi(each)),
  shareBounds: law(fc.array(fc.subarray([...names], { minLength: 1 }), few), (list) => cohort.shareBounds(list, names)),
  simultaneousIntervals: law(fc.tuple(counts, fc.constantFrom("goodman", "sison_glaz")), ([list, method]) =>
    cohort.simultaneousIntervals(list, { method: method as cohort.SimultaneousMethod }),
  ),
  stuartMaxwellTest: law(square, (table) => cohort.stuartMaxwellTest(table)),
  tableOne: law(fc.array(fc.record({ sex: maybe(fc.constantFrom(...names)), age: maybe(numbers) }), few), (list) =>
    cohort.tableOne(
      list,
      [
        { name: "sex", kind: "codes", codes: names },
        { name: "age", kind: "number" },
      ],
      ({ sex }) => String(sex),
    ),
  ),
  waitingTimes: law(fc.array(fc.record({ days: fc.nat({ max: 3 }), happened: fc.boolean() }), few), (list) =>
    cohort.waitingTimes(list),
  ),
  wilson: law(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), ([count, more]) => cohort.wilson(count, count + more)),
};

/** What is exported and is no statistic: readers of input, random draws, what prints or hides figures. */
const others: readonly string[] = [
  ...["agreementWeights", "axisVariables", "itemVariables", "outcomeVariable", "typeVariables"],
  ...["caseloadCaseOf", "parseCriterion", "parseRatingColumns", "parseRatings", "parseTwoTimes"],
  ...["inWords", "methodInWords", "methodParts", "reasonInWords", "oneAgainstRest", "simulate"],
  ...["sharedCaseload", "suppressRow", "suppressTable", "suppressionBounds"],
];

/**
 * Every number is finite; an estimate, interval or p that is not there has a reason beside it; every method is one of
 * those that catalogues name.
 */
function faultsIn(found: unknown, path: string): readonly string[] {
  if (typeof found === "number") return Number.isFinite(found) ? [] : [`${path} is ${found}`];
  if (typeof found !== "object" || found === null) return [];
  const own = found as Readonly<Record<string, unknown>>;
  const isMissing = (key: string) => Object.hasOwn(own, key) && own[key] === null;
  const unexplained =
    typeof own.method === "string" &&
    ["estimate", "interval", "intervals", "p"].some(isMissing) &&
    typeof own.reason !== "string"
      ? [`${path} has no reason`]
      : [];
  const unnamed = Object.hasOwn(own, "estimate") && !isNamed(own.method) ? [`${path} has no words for its method`] : [];
  return [
    ...unexplained,
    ...unnamed,
    ...Object.entries(own).flatMap(([key, each]) => faultsIn(each, `${path}.${key}`)),
  ];
}

/** Whether every part of a method has words in the catalogue. */
function isNamed(method: unknown): boolean {
  const { statistic, interval } = cohort.methodParts(String(method) as cohort.MethodName);
  return statistic !== undefined && interval !== undefined;
}

it("every exported function is a statistic with a law, or is known to be none", () => {
  const functions = Object.entries(cohort).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  expect([...Object.keys(statistics), ...others].sort()).toEqual(functions.sort());
});

describe("every exported statistic has a finite value or a reason, whatever it is given", () => {
  it.each(Object.entries(statistics))("%s", (name, { input, of }) => {
    fc.assert(
      fc.property(input, (given) => {
        let found: unknown;
        try {
          found = of(given);
        } catch (error) {
          if (error instanceof AssessmentError) return; // input that is wrong, and said to be
          throw error;
        }
        expect(faultsIn(found, name)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
