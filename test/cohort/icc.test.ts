import { describe, expect, it } from "vitest";
import inputs from "../../scripts/reference/inputs.json" with { type: "json" };
import { icc } from "../../src/cohort/index.ts";
import reference from "../reference/r.json" with { type: "json" };
import { expectDigits } from "../support/digits.ts";

describe.each(inputs.icc)("$name", ({ name, scores }) => {
  it("all six forms, their intervals and tests are those of psych::ICC", () => {
    const wanted = (reference.icc as Record<string, number[][]>)[name];
    const found = icc(scores).map(({ estimate, interval, f, p }) => [estimate, interval?.[0], interval?.[1], f, p]);
    expectDigits(found, wanted, 10);
  });
});

describe("input without an answer", () => {
  it.each([
    ["nothing", [], "no_cases"],
    ["one subject", [[1, 2]], "one_case"],
    ["one rater", [[1], [2]], "one_rater"],
    [
      "every rating alike",
      [
        [3, 3],
        [3, 3],
      ],
      "no_variance",
    ],
    [
      "every rating alike but for rounding",
      [
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
      ],
      "no_variance",
    ],
  ])("%s has a reason", (_, scores, reason) => {
    for (const each of icc(scores)) expect(each).toMatchObject({ estimate: null, interval: null, reason });
  });

  it("raters who agree fully have a value of 1 and no interval", () => {
    expect(
      icc([
        [1, 1],
        [2, 2],
        [4, 4],
      ])[1],
    ).toMatchObject({ estimate: 1, interval: null, reason: "no_variance" });
  });

  it("rows that do not fit are named", () => {
    expect(() => icc([[1, 2], [1]])).toThrow("row.2");
    expect(() => icc([[1, Number.NaN]])).toThrow("row.1");
  });

  it("a subject with a missing rating is left out and counted", () => {
    const rows = [
      [1, 2],
      [2, 2],
      [5, 4],
      [3, null],
    ];
    expect(icc(rows)[0]).toMatchObject({ n: 3, leftOut: 1, estimate: icc(rows.slice(0, 3))[0]?.estimate });
  });
});
