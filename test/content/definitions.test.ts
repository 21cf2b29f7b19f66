import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allProfiles, twoWeekWatershed } from "../../src/content/definitions/index.ts";
import { judgements } from "../../src/content/definitions/judgements.ts";
import { conductAndPattern, technologyAbuse } from "../../src/content/instruments/index.ts";
import { applyProfile, type Profile, withParameters } from "../../src/definition/index.ts";
import { possibleOutcomes } from "../../src/inquiry/index.ts";
import { type Answers, itemsOf, type Scope } from "../../src/rules/index.ts";
import { completions, exact } from "../oracle/oracle.ts";
import { answersTo } from "../support/arbitraries.ts";
import file from "../vectors/definitions.json" with { type: "json" };

interface Vector {
  readonly profile: string;
  readonly name: string;
  readonly answers: Answers;
  readonly asOf?: string;
  readonly expect: {
    readonly caseness: string;
    readonly tests?: Readonly<Record<string, string>>;
    readonly contradictions?: readonly string[];
  };
}
const vectors = file.vectors as unknown as readonly Vector[];
const profiles = new Map(allProfiles.map((profile) => [profile.id, profile]));
const scopeOf = ({ scope, judgements, tests }: Profile) => ({
  items: { ...scope.items, ...judgements },
  indicators: { ...scope.indicators, ...tests },
});
const plain = (given: unknown) => given as never;

describe.each(allProfiles)("$id", (profile) => {
  const own = vectors.filter((vector) => vector.profile === profile.id);

  it.each(own)("$name", (vector) => {
    const options = vector.asOf === undefined ? {} : { asOf: vector.asOf };
    const result = applyProfile(profile, vector.answers, options);
    const truths = Object.fromEntries(result.tests.map(({ name, truth }) => [name, truth]));
    expect(result.proven).toBe(true);
    expect(result.setAside.filter((item) => !isElsewhere(item))).toEqual([]);
    expect(result.caseness).toBe(vector.expect.caseness);
    expect(truths).toMatchObject(vector.expect.tests ?? {});
    for (const id of vector.expect.contradictions ?? []) {
      expect(result.contradictions.map((found) => found.id)).toContain(id);
    }
  });

  it("its vectors show all three ends", () => {
    expect(new Set(own.map(({ expect: { caseness } }) => caseness))).toEqual(
      new Set(["met", "not_met", "indeterminate"]),
    );
  });

  it("can be met and not met, each with an example that is checked", () => {
    const question = {
      decision: { cases: [{ when: profile.met, outcome: "met" }], otherwise: "not_met" },
      scope: scopeOf(profile),
    };
    const { outcomes, proven, witnesses } = possibleOutcomes(question, {}, { budget: 200_000 });
    expect(proven).toBe(true);
    expect([...outcomes].sort()).toEqual(["met", "not_met"]);
    for (const outcome of outcomes) expect(applyProfile(profile, witnesses[outcome] ?? {}).caseness).toBe(outcome);
  });

  it("every test can turn out either way, and nothing answered leaves each of them open", () => {
    for (const { truth } of applyProfile(profile, {}).tests) expect(truth).toBe("unknown");
  });

  it("asks for every judgement that it reads, and reads every judgement that it asks for", () => {
    const read = new Set(Object.values(profile.tests).flatMap(({ rule }) => itemsOf(rule, scopeOf(profile))));
    expect(Object.keys(profile.judgements).filter((id) => !read.has(id))).toEqual([]);
    for (const [id, item] of Object.entries(profile.judgements)) {
      expect(judgements[id as keyof typeof judgements]).toEqual(item);
      expect(item.askOnly).toBe("rater");
    }
  });

  it("agrees with trying every completion, on complete answers with a few left open", () => {
    const scope = scopeOf(profile);
    const read = Object.values(profile.tests).flatMap(({ rule }) => itemsOf(rule, scope));
    const ids = [...new Set(read)];
    const cases = fc.tuple(answersTo(scope as Scope), fc.shuffledSubarray(ids, { minLength: 0, maxLength: 3 }));
    fc.assert(
      fc.property(cases, ([answers, open]) => {
        const filled = Object.fromEntries(
          ids.filter((id) => !open.includes(id)).map((id) => [id, closedTo(answers[id], id, scope as Scope)]),
        );
        const found = new Set<number>();
        for (const complete of completions(plain(scope), ids, plain(filled))) {
          found.add(exact(plain(profile.met), complete, plain(scope)));
        }
        const wanted = found.size > 1 ? "indeterminate" : found.has(1) ? "met" : "not_met";
        expect(applyProfile(profile, filled).caseness).toBe(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it("agrees with trying every completion, on its own hand-worked cases with some answers taken out", () => {
    const scope = scopeOf(profile);
    const ids = [...new Set(Object.values(profile.tests).flatMap(({ rule }) => itemsOf(rule, scope)))];
    const cases = fc.tuple(fc.constantFrom(...own), fc.shuffledSubarray(ids, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(cases, ([{ answers }, open]) => {
        const filled = Object.fromEntries(
          ids
            .filter((id) => !open.includes(id))
            .map((id) => [id, closedTo(answers[id] ?? (id in profile.judgements ? "yes" : ""), id, scope as Scope)]),
        );
        const all = [...completions(plain(scope), ids, plain(filled))];
        const over = (rule: unknown) => {
          const found = new Set(all.map((complete) => exact(plain(rule), complete, plain(scope))));
          return found.size > 1 ? 2 : found.has(1) ? 1 : 0;
        };
        const { caseness, tests } = applyProfile(profile, filled);
        expect(caseness).toBe(["not_met", "met", "indeterminate"][over(profile.met)]);
        for (const { name, truth } of tests) {
          expect([name, truth]).toEqual([name, ["false", "true", "unknown"][over(profile.tests[name]?.rule)]]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("an answer that becomes unknown never turns met into not met, nor the reverse; without conflict it only opens", () => {
    const scope = scopeOf(profile) as Scope;
    fc.assert(
      fc.property(answersTo(scope), fc.nat(), (answers, pick) => {
        const known = Object.keys(answers);
        const forgotten = { ...answers, [known[pick % Math.max(known.length, 1)] ?? "calls"]: "not_sure" };
        const [before, after] = [applyProfile(profile, answers), applyProfile(profile, forgotten)];
        expect(new Set([before.caseness, after.caseness, "met", "not_met"]).size).toBeGreaterThanOrEqual(
          before.caseness === after.caseness ? 2 : 3,
        );
        if (!before.contradictions.some(({ id }) => id.endsWith("_days"))) {
          expect([before.caseness, "indeterminate"]).toContain(after.caseness);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says nothing of an offence, a person or safety, in any text", () => {
    const { scope: _, ...own } = profile;
    const texts = JSON.stringify([own, applyProfile(profile, {}).says]);
    expect(texts).not.toMatch(/offence was committed|guilty|is a stalker|\bsafe\b|low risk|\bstalker\b|perpetrator/i);
    expect(profile.notes.some((note) => note.startsWith("This is how this package reads the source."))).toBe(true);
  });
});

/** Vectors share answers: one given for another profile's form or judgement is set aside by this one. */
const elsewhere = new Set([
  ...Object.keys(conductAndPattern.items),
  ...Object.keys(technologyAbuse.items),
  ...Object.keys(judgements),
]);
const isElsewhere = (item: string) => elsewhere.has(item);

/** A known answer, or the first option. */
function closedTo(answer: unknown, id: string, scope: Scope): string {
  const responses = scope.items[id]?.responses;
  const codes =
    responses?.kind === "choice"
      ? Object.entries(responses.options).flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code]))
      : [];
  return codes.includes(String(answer)) ? String(answer) : (codes[0] ?? "");
}

describe("the registry", () => {
  it("holds nineteen definitions, each id once, and a vector for each", () => {
    expect(profiles.size).toBe(19);
    expect(allProfiles.length).toBe(19);
    expect(vectors.filter(({ profile }) => !profiles.has(profile))).toEqual([]);
  });

  it("every judgement belongs to a definition", () => {
    const used = new Set(allProfiles.flatMap((profile) => Object.keys(profile.judgements)));
    expect(Object.keys(judgements).filter((id) => !used.has(id))).toEqual([]);
  });

  it("the ids of items, judgements and codes are one name each", () => {
    const ids = [conductAndPattern, technologyAbuse].flatMap(({ items }) => Object.keys(items));
    const all = [...ids, ...Object.keys(judgements)];
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(id.length).toBeLessThanOrEqual(26);
  });

  it("a reading of two weeks to the day is a parameter, with a hash of its own", () => {
    const answers = {
      single_person: "one",
      calls: "two_to_four",
      course_length: "two_weeks",
      victim_fear_self: "very",
    };
    const inclusive = withParameters(twoWeekWatershed, { days: 14 });
    expect(applyProfile(twoWeekWatershed, answers).caseness).toBe("not_met");
    expect(applyProfile(inclusive, answers).caseness).toBe("met");
    expect(applyProfile(inclusive, answers).profile.hash).not.toBe(
      applyProfile(twoWeekWatershed, answers).profile.hash,
    );
  });
});
