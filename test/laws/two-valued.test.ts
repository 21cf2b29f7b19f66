import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, isState, type NumberFormula, type TruthFormula, twoValued } from "../../src/rules/index.ts";
import { answersTo, conditionsOver, quantitiesOver } from "../support/arbitraries.ts";
import type { Answers, Rule } from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

/** A second reading of formulas, for the test alone: over what a record holds, with no notion of unknown. */
function truth(of: TruthFormula, record: Answers): boolean {
  switch (of.op) {
    case "constant":
      return of.value;
    case "holds":
      return of.codes.includes(String(record[of.item] ?? ""));
    case "has_number":
      return typeof record[of.item] === "number";
    case "and":
      return of.of.every((part) => truth(part, record));
    case "or":
      return of.of.some((part) => truth(part, record));
    case "not":
      return !truth(of.of, record);
    case "compare": {
      const left = amount(of.left, record);
      return {
        at_least: left >= of.to,
        at_most: left <= of.to,
        more_than: left > of.to,
        less_than: left < of.to,
        equals: left === of.to,
      }[of.is];
    }
  }
}

function amount(of: NumberFormula, record: Answers): number {
  switch (of.op) {
    case "number":
      return of.value;
    case "answer":
      return Number(record[of.item]);
    case "if":
      return truth(of.test, record) ? amount(of.then, record) : amount(of.otherwise, record);
    case "plus":
      return of.of.reduce((sum, part) => sum + amount(part, record), 0);
  }
}

/** Kinds that cannot be written in two-valued logic, and leave a rule without formulas. */
const beyond = /"kind":"(mean|share|least|greatest)"/;

describe("for any rule and any partial answers", () => {
  it("the two formulas give the bounds that evaluate gives, unless a kind is beyond them", () => {
    let written = 0;
    fc.assert(
      fc.property(fc.oneof(conditionsOver(toy), quantitiesOver(toy)), answersTo(toy), (rule: Rule, answers) => {
        const found = twoValued(rule, toy);
        if (found === undefined) {
          expect(JSON.stringify(rule)).toMatch(beyond);
          return;
        }
        written += 1;
        const ends =
          found.kind === "condition"
            ? [Number(truth(found.low, answers)), Number(truth(found.high, answers))]
            : [amount(found.low, answers), amount(found.high, answers)];
        expect(ends).toEqual(evaluate(rule, answers, toy));
      }),
      { numRuns: 3000 },
    );
    expect(written).toBeGreaterThan(1000);
  });

  it("a word for not knowing is never a code that a formula looks for", () => {
    fc.assert(
      fc.property(conditionsOver(toy), (rule) => {
        const found = twoValued(rule, toy);
        const codes = [...JSON.stringify(found ?? {}).matchAll(/"codes":\[(.*?)\]/g)].flatMap(([, list = ""]) =>
          list.split(",").map((code) => code.replaceAll('"', "")),
        );
        expect(codes.filter(isState)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
