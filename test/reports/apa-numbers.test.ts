import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apaInterval, apaNumber, apaP, apaPercent } from "../../src/reports/index.ts";

describe("a printed number", () => {
  it.each([
    [0.5, {}, "0.50"],
    [0.5, { atMostOne: true }, ".50"],
    [1, { atMostOne: true }, "1.00"],
    [-0.125, { atMostOne: true }, "\u2212.13"],
    [-0.004, {}, "0.00"],
    [2.675, {}, "2.68"],
    [1.005, {}, "1.01"],
    [1234.5678, { digits: 1 }, "1234.6"],
    [1e-9, { digits: 3 }, "0.000"],
    [1e21, { digits: 0 }, "1e+21"],
    [null, {}, "\u2014"],
  ] as const)("%d with %j is %s", (value, style, text) => {
    expect(apaNumber(value, style)).toBe(text);
  });

  it("lies within half a unit of its last digit", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const printed = Number(apaNumber(value, { digits }).replace("\u2212", "-"));
        expect(Math.abs(printed - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
      }),
    );
  });
});

describe("a printed p", () => {
  it.each([
    [0, "< .001"],
    [0.000_999, "< .001"],
    [0.001, ".001"],
    [0.05, ".050"],
    [0.0495, ".050"],
    [0.9991, "> .999"],
    [1, "> .999"],
    [null, "\u2014"],
  ] as const)("of %d is %s", (p, text) => {
    expect(apaP(p)).toBe(text);
  });
});

it("an interval, and a share, are printed or are a dash", () => {
  expect(apaInterval([-0.1, 1.25])).toBe("[\u22120.10, 1.25]");
  expect(apaInterval(null)).toBe("\u2014");
  expect([apaPercent(0.125), apaPercent(1), apaPercent(undefined)]).toEqual(["12.5%", "100.0%", "\u2014"]);
});
