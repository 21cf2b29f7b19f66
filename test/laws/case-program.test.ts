import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteLayout, caseProgram, evaluate } from "../../src/rules/index.ts";
import { answersTo, conditionsOver, quantitiesOver } from "../support/arbitraries.ts";
import type { Answers, Rule } from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

const runs = { numRuns: 1000 };
const items = Object.keys(toy.items);
const layout = byteLayout(toy);
const bytesOf = (answers: Answers) =>
  Uint8Array.from(items, (id, place) => layout.bytes[place]?.get(answers[id]) ?? (answers[id] === undefined ? 0 : 4));
const boundsOf = (rules: readonly Rule[]) => {
  const { boundsOf: program } = caseProgram(
    rules.map((rule) => [rule, toy]),
    layout,
  );
  return (answers: Answers) => {
    const { low, high } = program(bytesOf(answers), answers);
    return rules.map((_, at) => [low[at], high[at]]);
  };
};
const rulesOver = fc.array(fc.oneof(conditionsOver(toy), quantitiesOver(toy)), { minLength: 1, maxLength: 6 });

describe("for any rules and any partial answers, working out one case from bytes", () => {
  it("gives the bounds that evaluate gives, of each rule", () => {
    fc.assert(
      fc.property(rulesOver, answersTo(toy), (rules, answers) => {
        expect(boundsOf(rules)(answers)).toEqual(rules.map((rule) => evaluate(rule, answers, toy)));
      }),
      runs,
    );
  });

  it("gives the same for a rule alone and among others, and for a case after others", () => {
    fc.assert(
      fc.property(rulesOver, answersTo(toy), answersTo(toy), (rules, before, answers) => {
        const among = boundsOf([...rules, ...rules]);
        among(before);
        const alone = rules.map((rule) => boundsOf([rule])(answers)[0]);
        expect(among(answers)).toEqual([...alone, ...alone]);
      }),
      { numRuns: 300 },
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
    const { low, high } = caseProgram([[rule, toy]], layout).boundsOf(new Uint8Array(items.length), answers);
    expect([low[0], high[0]]).toEqual([0, 1]);
  });
});
