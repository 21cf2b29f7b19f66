import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { possibleByHand, typeByHand } from "../oracle/five-types.ts";
import { answersTo, withOneMore } from "../support/arbitraries.ts";
import { type Answers, type Classification, classify, fiveTypes, relationshipAndMotive } from "../support/library.ts";

const runs = { numRuns: 300 };
const run = (answers: Answers): Classification => classify(answers, { typology: fiveTypes });
const word = (outcome: Classification["outcome"] | Classification["possible"][number]) =>
  "type" in outcome ? `${outcome.kind}:${outcome.type}` : outcome.kind;
/** Mostly answered, so that trying every completion stays quick. */
const cases = fc
  .tuple(answersTo(relationshipAndMotive), answersTo(relationshipAndMotive), answersTo(relationshipAndMotive))
  .map(([a, b, c]): Answers => ({ ...a, ...b, ...c, adult: "yes" }));

describe("classify", () => {
  it("finds exactly the outcomes that some completion gives", () => {
    fc.assert(
      fc.property(cases, (answers) => {
        const { possible, proven, settled } = run(answers);
        expect(proven).toBe(true);
        const byHand = possibleByHand(answers as Record<string, string>);
        expect(new Set(possible.map(word))).toEqual(byHand);
        expect(settled).toBe(byHand.size === 1);
      }),
      runs,
    );
  });

  it("gives the outcome by hand once every decisive item is answered", () => {
    fc.assert(
      fc.property(cases, (answers) => {
        const result = run(answers);
        fc.pre(result.settled);
        expect(word(result.outcome)).toBe([...possibleByHand(answers as Record<string, string>)][0]);
      }),
      runs,
    );
  });

  it("rests on a reason that alone gives the same outcome and possibilities, and no smaller part does", () => {
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const result = run(answers);
        fc.pre(result.scope !== "outside");
        const alone = Object.fromEntries(result.because.map(({ item, answer }) => [item, answer]));
        const again = run(alone);
        expect(again.outcome).toEqual(result.outcome);
        expect(again.possible).toEqual(result.possible);
        for (const { item } of result.because) {
          const { [item]: _, ...fewer } = alone;
          const less = run(fewer);
          expect([less.outcome, less.possible]).not.toEqual([result.outcome, result.possible]);
        }
      }),
      runs,
    );
  });

  it("is refined: a further answer never brings back an outcome or a standing that was ruled out", () => {
    fc.assert(
      fc.property(withOneMore(relationshipAndMotive), ([before, after]) => {
        const [first, second] = [run(before), run(after)];
        fc.pre(second.scope !== "outside");
        const earlier = first.possible.map(word);
        for (const outcome of second.possible) expect(earlier).toContain(word(outcome));
        for (const type of Object.keys(first.standings)) {
          const then = first.standings[type]?.standing;
          if (then !== "possible") expect(second.standings[type]?.standing).toBe(then);
        }
      }),
      runs,
    );
  });

  it("lists predatory as met whenever preparation for an attack is reported, and keeps it possible while that is open", () => {
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        expect(run({ ...answers, attack_preparation: "yes" }).standings.predatory?.standing).toBe("met");
        expect(run({ ...answers, attack_preparation: "yes" }).alerts).toContain("attack_preparation");
        expect(run({ ...answers, attack_preparation: "not_sure" }).standings.predatory?.standing).not.toBe("ruled_out");
      }),
      runs,
    );
  });

  it("gives the guidance of every type that is met, whichever comes first, and of none outside the scope", () => {
    const types: Readonly<Record<string, { readonly guidance: readonly string[] }>> = fiveTypes.types;
    const guidanceOf = (id: string) => types[id]?.guidance ?? [];
    const named = (codes: readonly string[]) => codes.filter((code) => code.startsWith("GC-T-"));
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), cases, fc.boolean(), (any, complete, isComplete) => {
        const { outcome, standings, guidance, scope } = run(isComplete ? complete : any);
        if (scope === "outside") expect(named(guidance)).toEqual([]);
        else {
          const met = Object.keys(types).filter((id) => standings[id]?.standing === "met");
          expect(guidance).toEqual(expect.arrayContaining(met.flatMap(guidanceOf)));
        }
        if (outcome.kind === "leading" && standings.predatory?.standing !== "met") {
          expect(named(guidance)[0]).toBe(named(guidanceOf(outcome.type))[0]);
        }
        expect(new Set(guidance).size).toBe(guidance.length);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same bytes whatever the order of the answers", () => {
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const turned = Object.fromEntries(Object.entries(answers).reverse()) as Answers;
        expect(JSON.stringify(run(turned))).toBe(JSON.stringify(run(answers)));
      }),
      runs,
    );
  });

  it("leaves its input alone and freezes its result", () => {
    const answers = Object.freeze({ adult: "yes", wants_back: "yes" });
    const result = run(answers);
    expect(Object.isFrozen(result.standings.rejected)).toBe(true);
    expect(() => Object.assign(result.outcome, { kind: "x" })).toThrow(TypeError);
  });

  it("agrees with the types by hand on complete answers", () => {
    fc.assert(
      fc.property(fc.record(completeAnswers()), (answers) => {
        expect(word(run(answers as Answers).outcome)).toBe(typeByHand(answers));
      }),
      { numRuns: 2000 },
    );
  });
});

function completeAnswers(): Record<string, fc.Arbitrary<string>> {
  return Object.fromEntries(
    Object.entries(relationshipAndMotive.items).map(([id, { responses }]) => {
      const codes = Object.entries(responses.options).flatMap(([code, option]) => ("notKnown" in option ? [] : [code]));
      return [id, id === "adult" ? fc.constant("yes") : fc.constantFrom(...codes)];
    }),
  );
}
