import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaFigures, poissonRate, rateRatio, waitingTimes } from "../../src/cohort/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";

/** The share of a Poisson variable at or below a count, added up term by term. */
function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let total = term;
  for (let k = 1; k <= count; k++) {
    term *= mean / k;
    total += term;
  }
  return total;
}

describe("a rate", () => {
  // Garwood 1936, as the tables of Pearson and Hartley print it.
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [10, 4.7954, 18.3904],
    [50, 37.1108, 65.9184],
  ])("of %i events has the exact interval %d to %d", (count, low, high) => {
    const { interval } = poissonRate(count, 1);
    expect(interval?.[0]).toBeCloseTo(low, 3);
    expect(interval?.[1]).toBeCloseTo(high, 3);
  });

  it("leaves half of what is left of its confidence in each tail", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (count) => {
        const [low = 0, high = 0] = poissonRate(count, 1).interval ?? [];
        expect(1 - poissonAtMost(count - 1, low)).toBeCloseTo(0.025, 8);
        expect(poissonAtMost(count, high)).toBeCloseTo(0.025, 8);
      }),
    );
  });

  it("over nothing has no value and says why, and is no number for a count that is none", () => {
    expect(poissonRate(3, 0)).toMatchObject({ estimate: null, reason: "no_exposure" });
    expect(() => poissonRate(1.5, 1)).toThrow(AssessmentError);
    expect(() => poissonRate(1, Number.NaN)).toThrow(AssessmentError);
  });
});

describe("a ratio of rates", () => {
  it("turns round when the rates are exchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), (a, b) => {
        const there = rateRatio({ count: a, exposure: 2 }, { count: b, exposure: 3 });
        const back = rateRatio({ count: b, exposure: 3 }, { count: a, exposure: 2 });
        expect((there.estimate ?? 0) * (back.estimate ?? 0)).toBeCloseTo(1, 10);
        expect((there.interval?.[0] ?? 0) * (back.interval?.[1] ?? 0)).toBeCloseTo(1, 8);
      }),
    );
  });

  it("has no value against a base of zero", () => {
    expect(rateRatio({ count: 5, exposure: 1 }, { count: 0, exposure: 1 })).toMatchObject({
      estimate: null,
      reason: "zero_base",
    });
  });
});

describe("an area's figures", () => {
  it("give the figures of the 2019 press report: 1,382 offences in a year are 3.79 a day", () => {
    const [year] = areaFigures([{ year: 2018, count: 1382 }]);
    expect(year?.days).toBe(365);
    expect(year?.perDay.estimate?.toFixed(2)).toBe("3.79");
    expect(year?.perDay.interval?.map((end) => end.toFixed(2))).toEqual(["3.59", "3.99"]);
  });

  it("give the change against the base year by days, and per head where the people are known", () => {
    const [, later] = areaFigures([
      { year: 2013, count: 100 },
      { year: 2016, count: 732, population: 200_000 },
    ]);
    // 732 in 366 days is 2 a day; 100 in 365 days is 100/365.
    expect(later?.foldChange?.estimate).toBeCloseTo(7.3, 12);
    expect(later?.perHundredThousand?.estimate).toBe(366);
  });

  it("refuse a year given twice and a base year that is not there", () => {
    expect(() =>
      areaFigures([
        { year: 2013, count: 1 },
        { year: 2013, count: 2 },
      ]),
    ).toThrow(AssessmentError);
    expect(() => areaFigures([{ year: 2013, count: 1 }], { base: 2012 })).toThrow(AssessmentError);
  });
});

describe("waiting times", () => {
  it("have the median of Kaplan and Meier's product limit, worked by hand", () => {
    // At risk 6, 5, 3: 5/6 * 4/5 = 2/3 after day 4; then * 2/3 = 4/9 after day 7.
    const waits = [
      { days: 3, happened: true },
      { days: 4, happened: true },
      { days: 5, happened: false },
      { days: 7, happened: true },
      { days: 8, happened: false },
      { days: 9, happened: false },
    ];
    expect(waitingTimes(waits)).toEqual({
      n: 6,
      happened: 3,
      waiting: 3,
      ofHappened: { low: 3, median: 4, high: 7 },
      median: 7,
    });
  });

  it("have no median while fewer than half have come to an end, nor without cases", () => {
    expect(
      waitingTimes([
        { days: 1, happened: true },
        { days: 2, happened: false },
        { days: 3, happened: false },
      ]).median,
    ).toBeNull();
    expect(waitingTimes([])).toEqual({ n: 0, happened: 0, waiting: 0, ofHappened: null, median: null });
  });
});
