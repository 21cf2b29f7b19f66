import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, hull, reads } from "../oracle/oracle.ts";
import { answersTo, conditionsOver, quantitiesOver, withOneMore } from "../support/arbitraries.ts";
import { evaluate, explain, itemsOf, type Rule } from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

const runs = { numRuns: 1500 };
const rules: [string, fc.Arbitrary<Rule>][] = [
  ["condition", conditionsOver(toy)],
  ["quantity", quantitiesOver(toy)],
];
const plain = (value: unknown) => value as never;

describe.each(rules)("every %s", (_, rule) => {
  it("is sound: each completion lies inside the partial result", () => {
    fc.assert(
      fc.property(rule, answersTo(toy), (each, answers) => {
        const [low, high] = evaluate(each, answers, toy);
        const [least, most] = hull(plain(each), plain(answers), plain(toy));
        expect(low).toBeLessThanOrEqual(least);
        expect(high).toBeGreaterThanOrEqual(most);
      }),
      runs,
    );
  });

  it("is refined: a further answer only narrows the result", () => {
    fc.assert(
      fc.property(rule, withOneMore(toy), (each, [before, after]) => {
        const [low, high] = evaluate(each, before, toy);
        const [newLow, newHigh] = evaluate(each, after, toy);
        expect(newLow).toBeGreaterThanOrEqual(low);
        expect(newHigh).toBeLessThanOrEqual(high);
      }),
      runs,
    );
  });

  it("is exact once every item it reads is answered", () => {
    fc.assert(
      fc.property(rule, answersTo(toy), (each, answers) => {
        const open = [...reads(plain(each), plain(toy))].some(
          (id) => answers[id] === undefined || /^(not_|prefer|closed|cannot)/.test(String(answers[id])),
        );
        fc.pre(!open);
        const value = exact(plain(each), plain(answers), plain(toy));
        expect(evaluate(each, answers, toy)).toEqual([value, value]);
      }),
      runs,
    );
  });

  it("is explained by a tree whose root is its value and whose open items can move it", () => {
    fc.assert(
      fc.property(rule, answersTo(toy), (each, answers) => {
        const step = explain(each, answers, toy);
        const value = evaluate(each, answers, toy);
        expect(step.value).toEqual(value);
        expect(new Set(itemsOf(each, toy))).toEqual(reads(plain(each), plain(toy)));
        const [least, most] = hull(plain(each), plain(answers), plain(toy));
        if (least !== most) expect(step.open.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it("ignores items that it does not read", () => {
    fc.assert(
      fc.property(rule, answersTo(toy), (each, answers) => {
        const kept = reads(plain(each), plain(toy));
        const fewer = Object.fromEntries(Object.entries(answers).filter(([id]) => kept.has(id)));
        expect(evaluate(each, fewer, toy)).toEqual(evaluate(each, answers, toy));
      }),
      runs,
    );
  });
});
