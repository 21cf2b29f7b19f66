import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inquire, possibleOutcomes, sufficientReason, whatWouldChange } from "../../src/inquiry/index.ts";
import { completions, decided, reads } from "../oracle/oracle.ts";
import { answersTo, conditionsOver } from "../support/arbitraries.ts";
import { type Answers, oneOf, yesNo } from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

const runs = { numRuns: 500 };
const plain = (value: unknown) => value as never;
const questions = fc.array(conditionsOver(toy), { minLength: 1, maxLength: 3 }).map((conditions) => ({
  decision: { cases: conditions.map((when, at) => ({ when, outcome: `case_${at}` })), otherwise: "none" },
  scope: toy,
}));
type Asked = { decision: { cases: { when: unknown; outcome: string }[]; otherwise: string } };

function byTrial({ decision }: Asked, answers: Answers): Set<string> {
  const ids = decision.cases.flatMap(({ when }) => [...reads(plain(when), plain(toy))]);
  const found = new Set<string>();
  for (const complete of completions(plain(toy), [...new Set(ids)], plain(answers))) {
    found.add(decided(plain(decision.cases), decision.otherwise, complete, plain(toy)));
  }
  return found;
}

describe("for any decision list and any partial answers", () => {
  it("the possible outcomes are exactly those that some completion gives, each with a witness", () => {
    fc.assert(
      fc.property(questions, answersTo(toy), (question, answers) => {
        const { outcomes, proven, witnesses } = possibleOutcomes(question, answers);
        expect(proven).toBe(true);
        expect(new Set<string>(outcomes)).toEqual(byTrial(question, answers));
        for (const outcome of outcomes) {
          expect(byTrial(question, { ...answers, ...witnesses[outcome] })).toEqual(new Set([outcome]));
        }
      }),
      runs,
    );
  });

  it("a small budget gives a superset and says that it is not proven", () => {
    fc.assert(
      fc.property(questions, answersTo(toy), (question, answers) => {
        const { outcomes, proven } = possibleOutcomes(question, answers, { budget: 3 });
        const exactly = byTrial(question, answers);
        for (const outcome of exactly) expect(outcomes).toContain(outcome);
        if (proven) expect(new Set<string>(outcomes)).toEqual(exactly);
      }),
      runs,
    );
  });

  it("the open items are exactly those that make a difference in some completion", () => {
    fc.assert(
      fc.property(questions, answersTo(toy), (question, answers) => {
        const { open } = inquire(question, answers);
        const ids = [...new Set(question.decision.cases.flatMap(({ when }) => [...reads(plain(when), plain(toy))]))];
        const decides = (id: string) => {
          const others = ids.filter((other) => other !== id);
          for (const rest of completions(plain(toy), others, plain(answers))) {
            const ends = new Set<string>();
            for (const complete of completions(plain(toy), [id], rest)) {
              ends.add(decided(plain(question.decision.cases), question.decision.otherwise, complete, plain(toy)));
            }
            if (ends.size > 1) return true;
          }
          return false;
        };
        expect([...open].sort()).toEqual(ids.filter(decides).sort());
      }),
      { numRuns: 150 },
    );
  });

  it("an inquiry says the same whichever other cases are asked about in between", () => {
    fc.assert(
      fc.property(questions, answersTo(toy), answersTo(toy), (question, answers, others) => {
        const first = inquire(question, answers);
        const between = inquire(question, others);
        const again = inquire({ ...question, decision: { ...question.decision } }, answers);
        expect(first.reason()).toEqual(again.reason());
        expect(between.reason()).toEqual(inquire({ ...question, decision: { ...question.decision } }, others).reason());
        expect([first.outcomes, first.open]).toEqual([again.outcomes, again.open]);
      }),
      runs,
    );
  });

  it("a sufficient reason leaves the same outcomes possible, and no answer of it can be dropped", () => {
    fc.assert(
      fc.property(questions, answersTo(toy), (question, answers) => {
        const items = sufficientReason(question, answers);
        const pick = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, answers[id]])) as Answers;
        const possible = byTrial(question, answers);
        expect(byTrial(question, pick(items))).toEqual(possible);
        for (const item of items) {
          expect(byTrial(question, pick(items.filter((other) => other !== item))).size).toBeGreaterThan(possible.size);
        }
      }),
      runs,
    );
  });

  it("what would change it does so when it is tried", () => {
    fc.assert(
      fc.property(questions, answersTo(toy), (question, answers) => {
        const { byAnswering, byRevising } = whatWouldChange(question, answers);
        const now = byTrial(question, answers);
        for (const change of byAnswering)
          expect(byTrial(question, { ...answers, ...change.answers })).toEqual(new Set(change.outcomes));
        for (const change of byRevising) {
          const then = byTrial(question, { ...answers, ...change.answers });
          expect(then).toEqual(new Set<string>(change.outcomes));
          expect([...then].some((outcome) => !now.has(outcome))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a decision asked over two forms", () => {
  const when = oneOf("b", "yes");
  const decision = { cases: [{ when, outcome: "in" }], otherwise: "out" };
  const open = { items: { a: { responses: yesNo }, b: { responses: yesNo } } };
  const gated = { items: { ...open.items, b: { responses: yesNo, askIf: oneOf("a", "yes") } } };

  it("has the outcomes of each, whichever was asked first", () => {
    const over = (scope: typeof open) => possibleOutcomes({ decision, scope }, { a: "no" }).outcomes;
    expect([over(gated), over(open), over(gated)]).toEqual([["out"], ["in", "out"], ["out"]]);
  });
});
