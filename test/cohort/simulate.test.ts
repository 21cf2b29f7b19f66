import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SimulationPlan, simulate } from "../../src/cohort/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { parseAnswers } from "../../src/instrument/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import { classify } from "../../src/typology/index.ts";

const typology = fiveTypes;
const seeds = fc.nat(0xffffffff);
const of = (plan: Partial<SimulationPlan>) => [
  ...simulate({ typology, cases: 50, seed: 1, ...plan } as SimulationPlan),
];

describe("a synthetic caseload", () => {
  it("without noise holds only cases in which the drawn type alone is met, whatever the signs", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, signs) => {
        for (const { drawn, answers } of of({ seed, signs, cases: 20 })) {
          const { outcome, settled } = classify(answers[0] ?? {}, { typology });
          expect([outcome, settled]).toEqual([{ kind: "single", type: drawn }, true]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is the same for the same seed, and another for another", () => {
    expect(of({ seed: 5, noise: 0.2 })).toEqual(of({ seed: 5, noise: 0.2 }));
    expect(of({ seed: 5 })).not.toEqual(of({ seed: 6 }));
  });

  it("holds answers that the form accepts, in every plan", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom("scattered", "from_the_end"), (seed, pattern) => {
        const missing = { not_sure: 0.1, prefer_not: 0.1, not_asked: 0.3, pattern } as const;
        for (const { answers } of of({ seed, noise: 0.3, raters: 2, disagreement: 0.2, missing, cases: 10 })) {
          expect(answers).toHaveLength(2);
          for (const own of answers) expect(parseAnswers(own, typology.instrument).ok).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("draws types by the mix, to within five standard errors", () => {
    const cases = 20_000;
    const counts = new Map<string, number>();
    for (const { drawn } of simulate({ typology, cases, seed: 3, mix: { rejected: 3, predatory: 1 } })) {
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    const error = 5 * Math.sqrt((0.75 * 0.25) / cases);
    expect([...counts.keys()].sort()).toEqual(["predatory", "rejected"]);
    expect(Math.abs((counts.get("rejected") ?? 0) / cases - 0.75)).toBeLessThan(error);
  });

  it("draws every way to a type with equal chance", () => {
    // Resentful alone, by one item: the first aim plays no part, so its codes are drawn evenly.
    const aims = new Map<string, number>();
    const cases = 14_000;
    for (const { answers } of simulate({ typology, cases, seed: 11, mix: { resentful: 1 } })) {
      const aim = String(answers[0]?.first_aim);
      aims.set(aim, (aims.get(aim) ?? 0) + 1);
    }
    const expected = cases / 7;
    for (const count of aims.values()) expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
    expect(aims.size).toBe(7);
  });

  it("leaves out as many answers as was asked for, at the end of the form if so", () => {
    const cases = of({ cases: 400, missing: { not_asked: 0.5, pattern: "from_the_end" } });
    const ids = Object.keys(typology.instrument.items);
    for (const { answers } of cases) {
      const last = Math.max(...Object.keys(answers[0] ?? {}).map((id) => ids.indexOf(id)));
      expect(last).toBeLessThan(Math.round(ids.length / 2));
    }
  });

  it("has raters that agree wholly unless disagreement is asked for", () => {
    for (const { answers } of of({ raters: 3 }))
      expect(new Set(answers.map((own) => JSON.stringify(own))).size).toBe(1);
    const differ = of({ raters: 2, disagreement: 0.5 }).filter(
      ({ answers }) => JSON.stringify(answers[0]) !== JSON.stringify(answers[1]),
    );
    expect(differ.length).toBeGreaterThan(40);
  });

  it.each<[string, Partial<SimulationPlan>, readonly string[]]>([
    ["a share above 1", { noise: 1.5 }, ["noise"]],
    ["missing shares that add up to more than 1", { missing: { not_sure: 0.6, not_asked: 0.6 } }, ["missing"]],
    ["a seed that is no whole number", { seed: 0.5 }, ["seed"]],
    ["no rater", { raters: 0 }, ["raters"]],
    ["a mix without weight", { mix: { rejected: 0 } }, ["mix"]],
    ["a mix with a type that there is not", { mix: { jealous: 1 } }, ["mix", "jealous"]],
  ])("refuses %s", (_, plan, path) => {
    try {
      of(plan);
      expect.unreachable();
    } catch (fault) {
      expect(fault).toBeInstanceOf(AssessmentError);
      if (fault instanceof AssessmentError) expect(fault.issues[0]?.path).toEqual(path);
    }
  });
});
