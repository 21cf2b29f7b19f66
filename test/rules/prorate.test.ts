import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  evaluate,
  mean,
  numberFrom,
  oneOf,
  prorate,
  type Scope,
  sum,
  value,
  yesNo,
} from "../support/library.ts";

const days = numberFrom(0, 4);
const form: Scope = {
  items: {
    a: { responses: days },
    b: { responses: days },
    met: { responses: yesNo },
    c: { responses: days, askIf: oneOf("met", "yes") },
    d: { responses: days, askIf: oneOf("met", "yes"), whenClosed: 0 },
  },
};
const rule = (...ids: string[]) =>
  mean(
    ids.map((id) => value(id)),
    { minAnswered: 0.5, ifNone: 9 },
  );

describe("prorate, worked by hand", () => {
  it.each<[string, string[], Answers, object]>([
    [
      "gives the mean when all are known: (3 + 1) / 2",
      ["a", "b"],
      { a: 3, b: 1 },
      { value: 2, answered: 2, applying: 2 },
    ],
    [
      "gives the mean of the known at exactly the stated share: 1 of 2",
      ["a", "b"],
      { a: 3 },
      { value: 3, answered: 1, applying: 2 },
    ],
    [
      "gives none below the stated share: 1 of 3",
      ["a", "b", "c"],
      { a: 3, met: "yes" },
      { reason: "too_few_answered", answered: 1, applying: 3 },
    ],
    [
      "leaves a closed part out of the share: 1 of 2",
      ["a", "b", "c"],
      { a: 3, met: "no" },
      { value: 3, answered: 1, applying: 2 },
    ],
    [
      "does not count an answer whose gate is open: 1 of 2",
      ["a", "c"],
      { a: 3, c: 1 },
      { value: 3, answered: 1, applying: 2 },
    ],
    [
      "reads a stale answer behind a closed gate as not applying",
      ["a", "c"],
      { a: 3, c: 1, met: "no" },
      { value: 3, answered: 1, applying: 1 },
    ],
    [
      "keeps what counts as an answer while closed: (4 + 0) / 2",
      ["a", "d"],
      { a: 4, met: "no" },
      { value: 2, answered: 2, applying: 2 },
    ],
    [
      "takes not sure as not known: 0 of 1",
      ["a"],
      { a: "not_sure" },
      { reason: "too_few_answered", answered: 0, applying: 1 },
    ],
    ["says that none applies", ["c"], { met: "no" }, { reason: "none_applies", answered: 0, applying: 0 }],
    ["says that none applies of nothing", [], {}, { reason: "none_applies", answered: 0, applying: 0 }],
  ])("%s", (_, ids, answers, expected) => {
    expect(prorate(rule(...ids), answers, form)).toEqual(expected);
  });

  it("estimates nothing from nothing, even where no share is asked for", () => {
    expect(prorate(mean([value("a")], { minAnswered: 0, ifNone: 0 }), {}, form)).toMatchObject({
      reason: "too_few_answered",
    });
  });

  it("holds 7 of 100 to be 0.07, though 0.07 × 100 is more than 7 in floating point", () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    const parts = Array.from({ length: 100 }, (_, at) => (at < 7 ? value("a") : value("b")));
    expect(prorate(mean(parts, { minAnswered: 0.07, ifNone: 0 }), { a: 2 }, form)).toMatchObject({
      value: 2,
      answered: 7,
    });
  });

  it("leaves the interval as it is: a third of [0, 4] stays open", () => {
    expect(prorate(rule("a", "b"), { a: 3 }, form)).toMatchObject({ value: 3 });
    expect(evaluate(rule("a", "b"), { a: 3 }, form)).toEqual([1.5, 3.5]);
  });

  it("takes a part of several items as known only when it is settled", () => {
    const whole = mean([sum(value("a"), value("b")), value("a")], { minAnswered: 0.5, ifNone: 0 });
    expect(prorate(whole, { a: 3 }, form)).toEqual({ value: 3, answered: 1, applying: 2 });
  });
});

it("is the exact mean once every item is answered", () => {
  const day = fc.integer({ min: 0, max: 4 });
  const complete = fc.record({ a: day, b: day, c: day, met: fc.constantFrom("yes", "no") });
  fc.assert(
    fc.property(complete, (answers) => {
      const estimate = prorate(rule("a", "b", "c"), answers, form);
      const [low, high] = evaluate(rule("a", "b", "c"), answers, form);
      expect("value" in estimate && estimate.value).toBe(low);
      expect(high).toBe(low);
    }),
  );
});
