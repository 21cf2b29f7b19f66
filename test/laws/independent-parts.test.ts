import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, independentParts, itemsOf } from "../../src/rules/index.ts";
import { answersTo, conditionsOver } from "../support/arbitraries.ts";
import { type Answers, type Condition, fiveTypes, type Scope } from "../support/library.ts";
import { toyChoices } from "../support/toy-instruments.ts";

/** Every way to answer what is open, where `choices` says what an item can be. */
function completionsOf(choices: readonly (readonly [item: string, codes: readonly string[]])[]): readonly Answers[] {
  return choices.reduce<readonly Answers[]>(
    (made, [item, codes]) => made.flatMap((answers) => codes.map((code) => ({ ...answers, [item]: code }))),
    [{}],
  );
}

const codesOf = ({ items }: Scope, item: string): readonly string[] => {
  const responses = items[item]?.responses;
  if (responses?.kind !== "choice") return [];
  return Object.entries(responses.options).flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code]));
};
const isKnown = (answer: unknown, codes: readonly string[]): answer is string => codes.includes(String(answer));
const truths = (conditions: readonly Condition[], answers: Answers, scope: Scope) =>
  conditions.map((condition) => evaluate(condition, answers, scope)[0]).join("");

describe("conditions taken apart into independent parts", () => {
  it("come together to exactly what they can on the items themselves, whatever is open", () => {
    let apart = 0;
    fc.assert(
      fc.property(
        fc.array(conditionsOver(toyChoices), { minLength: 1, maxLength: 3 }),
        answersTo(toyChoices),
        (conditions, answers) => {
          const found = independentParts(conditions, toyChoices);
          if (found === undefined) return;
          apart += 1;
          const whole = completionsOf(
            Object.keys(toyChoices.items).map((item) => {
              const codes = codesOf(toyChoices, item);
              const answer = answers[item];
              return [item, isKnown(answer, codes) ? [answer] : codes];
            }),
          );
          const inParts = completionsOf(
            Object.keys(found.scope.items).map((item) => {
              const part = found.parts[item];
              const codes = codesOf(found.scope, item);
              if (part === undefined) {
                const answer = answers[item];
                return [item, isKnown(answer, codes) ? [answer] : codes];
              }
              const [low, high] = evaluate(part, answers, toyChoices);
              return [item, low === high ? [low === 1 ? "yes" : "no"] : codes];
            }),
          );
          expect(new Set(inParts.map((each) => truths(found.conditions, each, found.scope)))).toEqual(
            new Set(whole.map((each) => truths(conditions, each, toyChoices))),
          );
        },
      ),
      { numRuns: 300 },
    );
    expect(apart).toBeGreaterThan(50);
  });

  it("share no item, and name every item of the conditions once", () => {
    const conditions = Object.values(fiveTypes.types).map(({ criteria }) => criteria);
    const found = independentParts(conditions, fiveTypes.instrument, ["first_aim"]);
    const inParts = Object.values(found?.parts ?? {}).flatMap((part) => itemsOf(part, fiveTypes.instrument));
    const all = conditions.flatMap((condition) => itemsOf(condition, fiveTypes.instrument));
    expect(new Set(inParts).size).toBe(inParts.length);
    expect(new Set(inParts)).toEqual(new Set(all));
    expect(Object.keys(found?.scope.items ?? {})).toEqual([...Object.keys(found?.parts ?? {}), "first_aim"]);
    expect(Object.keys(found?.parts ?? {})).toHaveLength(7);
  });

  it("leave an item by itself that two of them read, and give up on one that branches", () => {
    const one: Condition = { kind: "one_of", item: "place", codes: ["home"] };
    const other: Condition = { kind: "one_of", item: "place", codes: ["work"] };
    expect(independentParts([one, other], toyChoices)).toEqual({
      parts: {},
      conditions: [one, other],
      scope: { items: { place: { responses: toyChoices.items.place.responses } } },
    });
    const branching: Condition = { kind: "one_of", item: "visits", codes: ["once"] };
    const again: Condition = { kind: "one_of", item: "visits", codes: ["often"] };
    expect(independentParts([branching, again], toyChoices)).toBeUndefined();
  });

  it("do not take a part whose interval is wider than what can come of it", () => {
    const isHome: Condition = { kind: "one_of", item: "place", codes: ["home"] };
    const either: Condition = { kind: "any", of: [isHome, { kind: "not", of: [isHome] }] };
    expect(independentParts([either], toyChoices)?.conditions).toEqual([
      { kind: "any", of: [part(1), { kind: "not", of: [part(1)] }] },
    ]);
  });
});

const part = (number: number): Condition => ({ kind: "one_of", item: `part_${number}`, codes: ["yes"] });
