import fc from "fast-check";
import { describe, expect, it } from "vitest";
import record from "../../examples/published-cases/case-record.json" with { type: "json" };
import {
  type Caseload,
  type CaseloadCase,
  caseload,
  caseloadCaseOf,
  services,
  sharedCaseload,
} from "../../src/cohort/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import { parseRecord } from "../../src/record/index.ts";
import { caseloadPage, toMarkdown } from "../../src/reports/index.ts";

const empty: CaseloadCase = {
  id: "0",
  person: null,
  referrals: [],
  offered: [],
  assessedOn: [],
  outcomes: [],
  unclassified: 0,
  overridden: 0,
  monitoring: [],
  forms: [],
};
const referral = (agency: string, on: string) => ({ agency, on, decision: null });
const labels = ["rejected", "resentful", "mixed"];
const options = { asOf: "2026-06-30", labels } as const;

describe("a caseload", () => {
  it("counts referrals by agency and quarter, with the quarters between that have none", () => {
    const cases = [
      { ...empty, id: "1", referrals: [referral("police", "2025-11-03")] },
      { ...empty, id: "2", referrals: [referral("probation", "2026-05-01"), referral("police", "2026-06-01")] },
      { ...empty, id: "3" },
    ];
    const { referred, referrals, again } = caseload(cases, options);
    expect(referred.periods).toEqual(["2025-Q4", "2026-Q1", "2026-Q2"]);
    expect(referred.counts).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect([referred.total, referred.withoutReferral]).toEqual([2, 1]);
    expect(referrals).toEqual([2, 1]);
    expect(again).toEqual({ cases: 1, first: 2 });
  });

  it("knows a person who comes back in another case, and only the later case is a return", () => {
    const cases = [
      { ...empty, id: "1", person: "p-1", referrals: [referral("police", "2026-01-03")] },
      { ...empty, id: "2", person: "p-1", referrals: [referral("health", "2026-04-03")] },
      { ...empty, id: "3", person: "p-2", referrals: [referral("health", "2026-04-03")] },
    ];
    expect(caseload(cases, options).again).toEqual({ cases: 1, first: 2 });
  });

  it("keeps those that are mixed or not classified, and bounds each type by what is still possible", () => {
    const cases = [
      { ...empty, outcomes: [{ label: "rejected", possible: ["rejected"] }] },
      { ...empty, outcomes: [{ label: "mixed", possible: ["mixed", "resentful"] }], unclassified: 1 },
    ];
    const { types } = caseload(cases, options);
    expect(types).toMatchObject({ counts: [1, 0, 1], unclassified: 1, episodes: 3 });
    expect(types.bounds?.map(({ counts }) => counts)).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it("counts the classifications that open answers can change, and those that do not say, and shares neither", () => {
    const outcome = { label: "rejected", possible: ["rejected"] };
    const cases = [
      { ...empty, outcomes: [{ ...outcome, settled: true }] },
      { ...empty, outcomes: [{ ...outcome, settled: false }] },
      { ...empty, outcomes: [outcome] },
    ];
    const whole = caseload(cases, options);
    expect(whole.types.open).toEqual({ notSettled: 1, notSaid: 1 });
    expect(sharedCaseload(whole).types.open).toBeNull();
    const page = (of: typeof whole) => toMarkdown(caseloadPage(of));
    expect(page(whole)).toContain("Classifications that open answers can still change: 1; of which it is not said: 1.");
    expect(page(sharedCaseload(whole))).not.toContain("can still change");
  });

  it("waits until its day for cases that are not assessed, and takes no assessment before the referral", () => {
    const cases = [
      { ...empty, referrals: [referral("police", "2026-06-01")], assessedOn: ["2026-05-01", "2026-06-11"] },
      { ...empty, referrals: [referral("police", "2026-06-10")] },
    ];
    expect(caseload(cases, options).toAssessment).toEqual({
      n: 2,
      happened: 1,
      waiting: 1,
      ofHappened: { low: 10, median: 10, high: 10 },
      median: 10,
    });
  });

  it("reads a case record: what stands, the last classification of each episode, what was offered", () => {
    const read = caseloadCaseOf(valueOrThrow(parseRecord(record)), fiveTypes);
    expect(read.referrals).toEqual([referral("police", "2026-01-05")]);
    expect(read.person).toBe("p-014");
    expect(read.outcomes.length + read.unclassified).toBe(1);
    expect(read.offered).toContain("assessment");
    expect(Object.values(read.forms[0] ?? {}).filter((state) => state === "answered").length).toBeGreaterThan(0);
  });
});

const someCase: fc.Arbitrary<CaseloadCase> = fc.record({
  id: fc.constant("x"),
  person: fc.constant(null),
  referrals: fc.array(
    fc.record({
      agency: fc.constantFrom("police", "health"),
      on: fc.constantFrom("2026-01-05", "2026-05-05"),
      decision: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
  offered: fc.subarray([...services]),
  assessedOn: fc.constantFrom([], ["2026-06-01"]),
  outcomes: fc.constantFrom(
    [],
    [{ label: "rejected", possible: ["rejected"] }],
    [{ label: "mixed", possible: ["mixed"] }],
  ),
  unclassified: fc.constantFrom(0, 0, 1),
  overridden: fc.constant(0),
  monitoring: fc.constantFrom([], [{ signs: [] }], [{ signs: ["new_contact"] }]),
  forms: fc.constant([]),
});

/** Every count of a caseload that is a part of a whole, with its rest. */
const partsOf = (found: Caseload): readonly (readonly (number | null)[])[] => [
  [found.again.cases, found.again.first],
  [...found.types.counts, found.types.unclassified],
  [found.monitoring.withSigns, found.monitoring.withoutSigns, found.monitoring.notMonitored],
  [found.referred.total, found.referred.withoutReferral],
];

describe("a shared caseload", () => {
  it("shows no small count, shows what it shows truly, and no whole gives away its only hidden part", () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), (cases) => {
        const whole = caseload(cases, options);
        const shared = sharedCaseload(whole);
        const truth = JSON.stringify(whole);
        for (const [at, parts] of partsOf(shared).entries()) {
          const real = partsOf(whole)[at] ?? [];
          for (const [j, count] of parts.entries()) {
            if (count !== null) expect(count).toBe(real[j]);
            if ((real[j] ?? 0) > 0 && (real[j] ?? 0) < 5) expect(count).toBeNull();
          }
          expect(parts.filter((count) => count === null).length).not.toBe(shared.cases === null ? -1 : 1);
        }
        expect(JSON.stringify(shared)).not.toMatch(/"(?:cases|count|happened|waiting|forms)":[1-4][,}]/);
        expect(JSON.stringify(whole)).toBe(truth);
      }),
      { numRuns: 100 },
    );
  });

  it("does not show those offered monitoring where a part of them is hidden, since their sum would give it away", () => {
    const monitored = (signs: readonly string[]) => ({
      ...empty,
      offered: ["monitoring"] as const,
      monitoring: [{ signs }],
    });
    const cases = [
      ...Array.from({ length: 2 }, () => monitored(["new_contact"])),
      ...Array.from({ length: 68 }, () => monitored([])),
      ...Array.from({ length: 30 }, () => empty),
    ];
    const shared = sharedCaseload(caseload(cases, options));
    expect(shared.monitoring.withSigns).toBeNull();
    expect(shared.offered.find(({ service }) => service === "monitoring")?.cases).toBeNull();
    expect(shared.monitoring.signs).toEqual([{ sign: "new_contact", cases: null }]);
  });

  it("does not show how many have no referral by a difference of other counts", () => {
    const cases = [
      ...Array.from({ length: 20 }, () => ({ ...empty, referrals: [referral("police", "2026-01-05")] })),
      ...Array.from({ length: 2 }, () => empty),
    ];
    const { cases: all, referred, toAssessment } = sharedCaseload(caseload(cases, options));
    expect([all, referred.withoutReferral, referred.total, toAssessment]).toEqual([22, null, null, null]);
    expect(referred.byAgency).toEqual([null]);
  });
});
