import fc from "fast-check";
import { describe, expect, it } from "vitest";
import inputs from "../../scripts/reference/inputs.json" with { type: "json" };
import {
  compareWithSample,
  homogeneityTest,
  multinomialTest,
  proportion,
  shareBounds,
  simultaneousIntervals,
  wilson,
} from "../../src/cohort/index.ts";
import { referenceSamples } from "../../src/content/figures.ts";
import type { ReferenceSample } from "../../src/evidence/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import python from "../reference/distribution.python.json" with { type: "json" };
import r from "../reference/r.json" with { type: "json" };
import { expectDigits } from "../support/digits.ts";

describe("the interval of one share", () => {
  it.each(inputs.proportions.map((pair, at) => ({ pair, at })))(
    "$pair is that of statsmodels, SciPy and R",
    ({ pair, at }) => {
      const [count = 0, of = 0] = pair;
      const exact = proportion(count, of, { interval: "clopper_pearson" }).interval;
      expectDigits(
        proportion(count, of).interval,
        python.proportions[at]?.wilson.map((end) => Math.min(1, Math.max(0, end))),
        12,
      );
      expectDigits(wilson(count, of), proportion(count, of).interval, 12);
      expectDigits(exact, python.proportions[at]?.clopperPearson, 12);
      expectDigits(exact, python.proportions[at]?.clopperPearsonScipy, 9); // a root search, exact to some ten digits
      expectDigits(exact, r.proportions[at], 12);
    },
  );

  it("no cases have a reason; a count above all is refused", () => {
    expect(proportion(0, 0)).toMatchObject({ estimate: null, reason: "no_cases" });
    expect(() => proportion(2, 1)).toThrow(AssessmentError);
    expect(() => proportion(0.5, 1)).toThrow(AssessmentError);
  });
});

describe("the Wilson interval alone", () => {
  it.each([
    [11, 10],
    [1, 0],
    [-1, 10],
    [0.5, 1],
    [0, -5],
    [1, 2.5],
    [Number.NaN, 10],
    [3, Number.NaN],
    [3, Number.POSITIVE_INFINITY],
  ])("of %d in %d is refused, as proportion refuses it", (count, of) => {
    const refused = expect.objectContaining({
      issues: [expect.objectContaining({ code: "out_of_range", path: ["count"] })],
    });
    expect(() => wilson(count, of)).toThrow(refused);
    expect(() => proportion(count, of)).toThrow(refused);
  });

  it("of whole counts is within 0 and 1 and holds the share; of no cases there is none", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (count, more) => {
        const of = count + more;
        const interval = wilson(count, of);
        if (of === 0) return expect(interval).toBeUndefined();
        const [low, high] = interval ?? [2, -1];
        expect(0 <= low && low <= count / of && count / of <= high && high <= 1).toBe(true);
      }),
    );
  });
});

describe("joint intervals", () => {
  it.each(inputs.multinomial.map((counts, at) => ({ counts, at })))(
    "$counts are those of statsmodels",
    ({ counts, at }) => {
      const wanted = python.simultaneous[at];
      expectDigits(
        simultaneousIntervals(counts).intervals,
        wanted?.goodman.map((ends) => ends.map((end) => Math.max(0, end))),
        12,
      );
      if (wanted?.sisonGlaz !== undefined) {
        expectDigits(simultaneousIntervals(counts, { method: "sison_glaz" }).intervals, wanted.sisonGlaz, 10);
      }
    },
  );

  it("are finite, hold the shares seen and follow the classes in any order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 40 }), { maxLength: 7 }),
        fc.constantFrom("goodman", "sison_glaz"),
        (counts, method) => {
          const { intervals, reason, n } = simultaneousIntervals(counts, { method });
          if (intervals === null) {
            expect(reason).toBeDefined();
            return;
          }
          for (const [at, [low, high]] of intervals.entries()) {
            expect(low).toBeLessThanOrEqual((counts[at] ?? 0) / n);
            expect(high).toBeGreaterThanOrEqual((counts[at] ?? 0) / n);
          }
          expectDigits(
            [...(simultaneousIntervals([...counts].reverse(), { method }).intervals ?? [])].reverse(),
            intervals,
            8,
          );
        },
      ),
    );
  });
});

describe("counts against shares", () => {
  it.each(inputs.against)(
    "$name: statistic, exact p, residuals and effect are those of SciPy and R",
    ({ name, counts, probabilities }) => {
      const wanted = (
        python.against as Record<string, { chi2: number; chi2P: number; exact?: number; ncp: number[]; n: number }>
      )[name];
      const { chi2, chi2P, p, residuals, effect } = multinomialTest(counts, probabilities);
      expectDigits([chi2, chi2P], [wanted?.chi2, wanted?.chi2P], 11);
      if (wanted?.exact !== undefined) expectDigits(p, wanted.exact, 11);
      expectDigits(residuals, (r.against as Record<string, { residuals: number[] }>)[name]?.residuals, 11);
      expectDigits(
        effect.interval,
        wanted?.ncp.map((ncp) => Math.sqrt(ncp / wanted.n)),
        10,
      );
    },
  );

  it("random draws come close to the exact test, and the same seed gives the same draws", () => {
    const exact = multinomialTest([12, 6, 5, 2, 3], [0.5, 0.15, 0.15, 0.12, 0.08]);
    const drawn = multinomialTest([12, 6, 5, 2, 3], [0.5, 0.15, 0.15, 0.12, 0.08], {
      limit: 0,
      seed: 7,
      confidence: 0.999,
    });
    expect(drawn.method).toBe("monte_carlo");
    expect(exact.p).toBeGreaterThan(drawn.pInterval?.[0] ?? 1);
    expect(exact.p).toBeLessThan(drawn.pInterval?.[1] ?? 0);
    expect(
      multinomialTest([12, 6, 5, 2, 3], [0.5, 0.15, 0.15, 0.12, 0.08], { limit: 0, seed: 7, confidence: 0.999 }),
    ).toEqual(drawn);
  });

  it("says why there is no p: no cases, or too many ways and no seed; a class with no share that was seen has p 0", () => {
    expect(multinomialTest([0, 0], [0.5, 0.5])).toMatchObject({ p: null, reason: "no_cases" });
    expect(multinomialTest([9, 9], [0.5, 0.5], { limit: 3 })).toMatchObject({ p: null, reason: "no_seed" });
    expect(multinomialTest([1, 3], [0, 1])).toMatchObject({
      p: 0,
      chi2: null,
      chi2P: null,
      effect: { estimate: null },
    });
  });

  it("refuses shares that do not add to 1 and lists of unequal length", () => {
    expect(() => multinomialTest([1, 1], [0.5, 0.4])).toThrow(AssessmentError);
    expect(() => multinomialTest([1, 1], [1])).toThrow(AssessmentError);
  });
});

describe("two groups", () => {
  it.each(inputs.groups)(
    "$name: statistic, exact p, residuals and effect are those of SciPy and R",
    ({ name, rows }) => {
      const wanted = (
        python.groups as Record<string, { chi2: number; chi2P: number; cramer: number; ncp: number[]; n: number }>
      )[name];
      const inR = (r.groups as unknown as Record<string, { residuals: number[]; fisher: number | object }>)[name];
      const { chi2, chi2P, p, residuals, effect } = homogeneityTest(rows[0] ?? [], rows[1] ?? [], { seed: 1 });
      expectDigits([chi2, chi2P, effect.estimate], [wanted?.chi2, wanted?.chi2P, wanted?.cramer], 11);
      if (typeof inR?.fisher === "number") expectDigits(p, inR.fisher, 10);
      expectDigits(residuals, inR?.residuals, 11);
      expectDigits(
        effect.interval,
        wanted?.ncp.map((ncp) => Math.sqrt(ncp / wanted.n)),
        10,
      );
    },
  );

  it("ends at one: no association is closer than a complete one", () => {
    expect(homogeneityTest([3, 0], [0, 3]).effect).toMatchObject({ estimate: 1, interval: [expect.any(Number), 1] });
  });

  it("draws tables with the right margins", () => {
    const exact = homogeneityTest([5, 3, 1], [1, 4, 6]);
    const drawn = homogeneityTest([5, 3, 1], [1, 4, 6], { limit: 0, seed: 3, confidence: 0.999 });
    expect(exact.p).toBeGreaterThan(drawn.pInterval?.[0] ?? 1);
    expect(exact.p).toBeLessThan(drawn.pInterval?.[1] ?? 0);
  });

  it("has finite values or a reason, and the same p for the groups and classes in another order", () => {
    const row = fc.array(fc.nat({ max: 6 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, row, (first, second) => {
        const found = homogeneityTest(first, second);
        if (found.p === null) expect(found.reason).toBeDefined();
        for (const value of [
          found.chi2,
          found.chi2P,
          ...found.residuals,
          found.effect.estimate,
          ...(found.effect.interval ?? []),
        ]) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
        expectDigits(homogeneityTest(second, first).p, found.p, 9);
        expectDigits(homogeneityTest([...first].reverse(), [...second].reverse()).p, found.p, 9);
      }),
    );
  });
});

describe("bounds of shares while answers are open", () => {
  it("hold every completion", () => {
    const labels = ["a", "b", "c"] as const;
    const cases = fc.array(fc.subarray([...labels], { minLength: 1 }), { maxLength: 8 });
    fc.assert(
      fc.property(cases, fc.nat(), (possible, pick) => {
        const bounds = shareBounds(possible, labels);
        const completed = possible.map((outcomes) => outcomes[pick % outcomes.length]);
        for (const { label, counts } of bounds) {
          const count = completed.filter((outcome) => outcome === label).length;
          expect(counts[0]).toBeLessThanOrEqual(count);
          expect(counts[1]).toBeGreaterThanOrEqual(count);
        }
      }),
    );
  });

  it("name the case whose outcomes are unknown or missing", () => {
    expect(() => shareBounds([["a"], ["x"]], ["a"])).toThrow("case.2");
    expect(() => shareBounds([[]], ["a"])).toThrow("case.1");
    expect(shareBounds([], ["a"])).toEqual([{ label: "a", counts: [0, 0], shares: null, interval: null }]);
  });
});

describe("a caseload beside a reference sample", () => {
  const samples: readonly ReferenceSample[] = referenceSamples;
  const own = { rejected: 20, resentful: 5, intimacy_seeker: 4, incompetent_suitor: 3, predatory: 2, mixed: 6 };

  it.each(samples.map((sample) => [sample.id, sample] as const))(
    "%s carries n, setting, definition and mark in its line",
    (_, sample) => {
      const { line } = compareWithSample(own, sample, { seed: 1, draws: 99 });
      expect(line).toContain(sample.label);
      expect(line).toContain(sample.setting);
      expect(line).toContain(sample.n === null ? "n not exactly known" : `n = ${sample.n}`);
      expect(line).toContain(`case definition ${sample.caseDefinition ?? "not known"}`);
      expect(line).toContain(sample.mark.replaceAll("_", " "));
    },
  );

  it("takes together what the sample gives together, and uses its counts where they are known", () => {
    const sample = samples.find(({ id }) => id === "mullen_1999") as ReferenceSample;
    const { classes, comparison, leftOut, test } = compareWithSample(own, sample, { seed: 1, draws: 99 });
    expect(comparison).toBe("two_samples");
    expect(classes.map(({ count }) => count)).toEqual([20, 4, 10]);
    expect(leftOut).toBe(6);
    expect(test?.n).toBe(34 + 145);
  });

  it("never makes counts from shares: without its n the shares are fixed", () => {
    const sample = samples.find(({ id }) => id === "recolo_2019") as ReferenceSample;
    expect(compareWithSample(own, sample, { seed: 1, draws: 99 }).comparison).toBe("fixed_shares");
    const without = samples.find(({ id }) => id === "whyte_2008") as ReferenceSample;
    expect(compareWithSample(own, without)).toMatchObject({ comparison: "none", test: null, reason: "no_shares" });
  });
});
