import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseBytes, caseRule, caseTruth, evaluate } from "../../src/rules/index.ts";
import { answersTo, conditionsOver, quantitiesOver } from "../support/arbitraries.ts";
import type { Answers, Rule, Scope } from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

const runs = { numRuns: 1000 };
const items = Object.keys(toy.items);
const responsesOf: Readonly<Record<string, Scope["items"][string]>> = toy.items;
const layout = {
  places: new Map(items.map((id, place) => [id, place])),
  bytes: items.map((id) => {
    const one = responsesOf[id];
    const reader = one === undefined ? undefined : caseBytes({ items: { [id]: { responses: one.responses } } });
    return reader?.bytes[0] ?? new Map<unknown, number>([["not_sure", 1]]);
  }),
};
const bytesOf = (answers: Answers) =>
  Uint8Array.from(items, (id, place) => layout.bytes[place]?.get(answers[id]) ?? (answers[id] === undefined ? 0 : 4));

describe("for any rule and any partial answers, reading one case from bytes", () => {
  it("gives the bounds that evaluate gives", () => {
    fc.assert(
      fc.property(fc.oneof(conditionsOver(toy), quantitiesOver(toy)), answersTo(toy), (rule: Rule, answers) => {
        expect(caseRule(rule, toy, layout)(bytesOf(answers), answers)).toEqual(evaluate(rule, answers, toy));
      }),
      runs,
    );
  });

  it("gives a condition's truth as 0, 1 or 2", () => {
    fc.assert(
      fc.property(conditionsOver(toy), answersTo(toy), (rule, answers) => {
        const [low, high] = evaluate(rule, answers, toy);
        expect(caseTruth(rule, toy, layout)(bytesOf(answers), answers)).toBe(low + high);
      }),
      runs,
    );
  });

  it("reads conditions of codes, counts and named rules without evaluate", () => {
    const rule: Rule = {
      kind: "compare",
      is: "at_least",
      to: 1,
      of: [{ kind: "count", of: [{ kind: "one_of", item: "met", codes: ["yes"] }] }],
    };
    const unread = () => expect.unreachable("the answers were read");
    const answers = new Proxy({}, { get: unread, getOwnPropertyDescriptor: unread });
    expect(caseRule(rule, toy, layout)(new Uint8Array(items.length), answers)).toEqual([0, 1]);
  });
});
