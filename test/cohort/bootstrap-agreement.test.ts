import { describe, expect, it } from "vitest";
import {
  type BootstrapProgress,
  bootstrapAgreement,
  bootstrapSteps,
  type CoefficientName,
  cohenKappa,
  krippendorffAlpha,
  parseRatingColumns,
  type Ratings,
} from "../../src/cohort/index.ts";
import { normalCdf, normalQuantile } from "../../src/cohort/quantiles.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";

const columns = (a: string, b: string): Ratings =>
  valueOrThrow(parseRatingColumns({ a: [...a], b: [...b] }, ["x", "y", "z"]));
const five = columns("xyxyz", "xyyxz");

/** Every way to draw five of five subjects, each as likely as any other, so the exact distribution of the bootstrap. */
function everyDraw(ratings: Ratings, of: (ratings: Ratings) => number | null): readonly number[] {
  const n = ratings.codes.length;
  return Array.from({ length: n ** n }, (_, number) => {
    const codes = Array.from({ length: n }, (__, at) => ratings.codes[Math.floor(number / n ** at) % n] ?? []);
    return of({ ...ratings, codes });
  }).filter((value) => value !== null);
}

describe("a bootstrap of agreement", () => {
  it.each([
    ["cohen", (ratings: Ratings) => cohenKappa(ratings).estimate],
    ["krippendorff", (ratings: Ratings) => krippendorffAlpha(ratings, { level: "ordinal" }).estimate],
  ] as const)(
    "%s: comes close to all ways to draw subjects, in spread and in draws without a value",
    async (name, of) => {
      const exact = everyDraw(five, of);
      const mean = exact.reduce((total, value) => total + value, 0) / exact.length;
      const spread = Math.sqrt(exact.reduce((total, value) => total + (value - mean) ** 2, 0) / exact.length);
      const found = await bootstrapAgreement(five, name, { seed: 3, draws: 20_000, level: "ordinal" });
      expect(found.standardError).toBeGreaterThan(spread * 0.97);
      expect(found.standardError).toBeLessThan(spread * 1.03);
      expect(Math.abs(found.undefinedDraws / found.draws - (1 - exact.length / 5 ** 5))).toBeLessThan(0.005);
      expect(found.interval?.[0]).toBeLessThanOrEqual(of(five) ?? 0);
      expect(found.interval?.[1]).toBeGreaterThanOrEqual(of(five) ?? 0);
    },
  );

  it("keeps the estimate of the coefficient, and gives the same interval for the same seed", async () => {
    const one = await bootstrapAgreement(five, "cohen", { seed: 7, draws: 500 });
    expect(one.estimate).toBe(cohenKappa(five).estimate);
    expect(await bootstrapAgreement(five, "cohen", { seed: 7, draws: 500 })).toEqual(one);
    expect(await bootstrapAgreement(five, "cohen", { seed: 8, draws: 500 })).not.toEqual(one);
  });

  it("comes close to the large-sample interval where the sample is large, by shares of draws and by BCa", async () => {
    const a = Array.from({ length: 600 }, (_, at) => "xyz"[(at * 7) % 3] ?? "").join("");
    const b = [...a].map((code, at) => (at % 4 === 0 ? "x" : code)).join("");
    const exact = cohenKappa(columns(a, b)).interval ?? [0, 0];
    for (const interval of ["percentile", "bca"] as const) {
      const found = await bootstrapAgreement(columns(a, b), "cohen", { seed: 2, draws: 2000, interval });
      expect(Math.abs((found.interval?.[0] ?? 0) - exact[0])).toBeLessThan(0.01);
      expect(Math.abs((found.interval?.[1] ?? 0) - exact[1])).toBeLessThan(0.01);
    }
  });

  it("lets timers run in one call of 10,000 draws on 1,000 subjects, and tells how far it is", async () => {
    const a = Array.from({ length: 1000 }, (_, at) => "xyz"[at % 3] ?? "").join("");
    const b = [...a].map((code, at) => (at % 5 === 0 ? "x" : code)).join("");
    let ticks = 0;
    const seen: number[] = [];
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    const { draws } = await bootstrapAgreement(columns(a, b), "cohen", {
      seed: 1,
      onProgress: ({ done }: BootstrapProgress) => seen.push(done),
    });
    clearInterval(timer);
    expect(draws).toBe(10_000);
    expect(seen.at(-1)).toBe(10_000);
    expect(seen).toEqual([...seen].sort((p, q) => p - q));
    expect(ticks).toBeGreaterThan(20);
  });

  it("can be driven by hand", () => {
    const steps = bootstrapSteps(five, "gwet", { seed: 1, draws: 100 });
    expect(steps.next()).toEqual({ done: false, value: { done: 100, draws: 100 } });
    expect(steps.next()).toMatchObject({
      done: true,
      value: { draws: 100, method: "Gwet's AC1, percentile bootstrap" },
    });
  });

  it.each([
    ["no cases", columns("", ""), "no_cases"],
    ["one case", columns("x", "y"), "one_case"],
    ["one category used", columns("xxx", "xxx"), "chance_is_complete"],
    ["two cases that agree", columns("xy", "xy"), "undefined_draws"],
    ["full agreement", columns("xyzxyzxyzxyzxyz", "xyzxyzxyzxyzxyz"), "no_variance"],
  ])("%s has a reason and no interval", async (_, ratings, reason) => {
    for (const interval of ["percentile", "bca"] as const) {
      expect(await bootstrapAgreement(ratings, "cohen", { seed: 1, draws: 200, interval })).toMatchObject({
        interval: null,
        reason,
      });
    }
  });

  it.each([
    ["a seed that is no whole number", "cohen", { seed: 0.5 }],
    ["no draws", "cohen", { seed: 1, draws: 0 }],
    ["a confidence of 1", "cohen", { seed: 1, confidence: 1 }],
  ] as const)("refuses %s", async (_, name, options) => {
    await expect(bootstrapAgreement(five, name as CoefficientName, options)).rejects.toThrow(AssessmentError);
  });

  it("BCa ends are those of Efron's formula on all ways to draw subjects", async () => {
    const ratings = columns("xyxyz", "xyyyz");
    const whole = cohenKappa(ratings).estimate ?? 0;
    const exact = [...everyDraw(ratings, (each) => cohenKappa(each).estimate)].sort((p, q) => p - q);
    const left = ratings.codes.map(
      (_, at) => cohenKappa({ ...ratings, codes: ratings.codes.filter((__, i) => i !== at) }).estimate ?? 0,
    );
    const mean = left.reduce((total, value) => total + value, 0) / left.length;
    const power = (p: number) => left.reduce((total, value) => total + (mean - value) ** p, 0);
    const acceleration = power(3) / (6 * power(2) ** 1.5);
    const below = exact.filter((value) => value < whole - 1e-12).length;
    const ties = exact.filter((value) => Math.abs(value - whole) <= 1e-12).length;
    const bias = normalQuantile((below + ties / 2) / exact.length);
    const found = await bootstrapAgreement(ratings, "cohen", {
      seed: 5,
      draws: 40_000,
      interval: "bca",
      confidence: 0.8,
    });
    for (const [at, p] of [0.1, 0.9].entries()) {
      const z = bias + normalQuantile(p);
      const share = normalCdf(bias + z / (1 - acceleration * z));
      const around = (off: number) =>
        exact[Math.min(exact.length - 1, Math.max(0, Math.floor((share + off) * exact.length)))];
      expect(Math.abs(share - p)).toBeGreaterThan(0.005);
      expect(found.interval?.[at]).toBeGreaterThanOrEqual((around(-0.01) ?? 0) - 1e-9);
      expect(found.interval?.[at]).toBeLessThanOrEqual((around(0.01) ?? 0) + 1e-9);
    }
  });
});
