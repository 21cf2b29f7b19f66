import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyProfile,
  asOfDay,
  casenessReader,
  defineProfile,
  mergedScope,
  type Profile,
  withParameters,
} from "../../src/definition/index.ts";
import { AssessmentError, choice, date, defineInstrument, defineItems, rulesOver, yesNo } from "../../src/index.ts";
import { all, any, atLeast, ref, value } from "../../src/rules/index.ts";
import { completions, exact } from "../oracle/oracle.ts";
import { answersTo, conditionsOver, withOneMore } from "../support/arbitraries.ts";
import { toy, toyDefinitionFacts } from "../support/toy-instruments.ts";

const facts = toyDefinitionFacts;
const { basis } = facts;
const { is } = rulesOver(toy.items);
const test = { means: "a toy test", settledBy: ["target"], basis } as const;

const days = defineInstrument({
  id: "days",
  version: "1.0.0",
  title: "Days",
  purpose: "To test.",
  respondents: ["rater"],
  notFor: [],
  referencePeriod: "any",
  validation: "none",
  sections: {},
  items: defineItems({
    first_day: { code: "D1", text: { target: "First?", rater: "First?" }, construct: "toy", responses: date, basis },
    last_day: { code: "D2", text: { target: "Last?", rater: "Last?" }, construct: "toy", responses: date, basis },
    span: {
      code: "D3",
      text: { target: "How long?", rater: "How long?" },
      construct: "toy",
      responses: choice({ short: { label: "Short" }, long: { label: "Long" } }),
      basis,
    },
  }),
  indicators: {},
});
const scope = mergedScope(toy, days);
const over = rulesOver(scope.items);
const dated = defineProfile({
  ...facts,
  scope,
  tests: { lasting: { ...test, rule: over.is("span", "long") } },
  derived: [
    { item: "span", code: "short", from: "first_day", to: "last_day", atMost: 13 },
    { item: "span", code: "long", from: "first_day", to: "last_day", atLeast: 14 },
    { item: "met", code: "yes", from: "last_day", to: asOfDay, atMost: 30 },
  ],
});

describe("answers that follow from days", () => {
  it.each([
    ["2024-02-16", "2024-02-29", "not_met"],
    ["2024-02-15", "2024-02-29", "met"],
    ["2023-12-31", "2024-01-14", "met"],
    ["2024-02-28", "2024-03-12", "not_met"],
  ])("from %s to %s: %s", (first_day, last_day, caseness) => {
    const result = applyProfile(dated, { first_day, last_day });
    expect(result.caseness).toBe(caseness);
    expect(result.because).toEqual([{ item: "span", answer: caseness === "met" ? "long" : "short", derived: true }]);
  });

  it("an answer that does not fit the days is open again, with the conflict listed", () => {
    const given = { first_day: "2024-01-01", last_day: "2024-02-29", span: "short" };
    const { caseness, contradictions, open } = applyProfile(dated, given);
    expect(caseness).toBe("indeterminate");
    expect(contradictions.map(({ id }) => id)).toEqual(["span_and_days"]);
    expect(open).toEqual(["span"]);
  });

  it("days in the wrong order settle nothing and are listed", () => {
    const { caseness, contradictions } = applyProfile(dated, { first_day: "2024-03-01", last_day: "2024-02-29" });
    expect(caseness).toBe("indeterminate");
    expect(contradictions.map(({ id, items }) => [id, items])).toEqual([
      ["first_day_after_last_day", ["first_day", "last_day"]],
    ]);
  });

  it("a day in the wrong order with another gives nothing, wherever it is read", () => {
    const recent = defineProfile({
      ...facts,
      scope,
      derived: [
        { item: "met", code: "yes", from: "first_day", to: "last_day" },
        { item: "span", code: "short", from: "first_day", to: asOfDay, atMost: 365 },
        { item: "span", code: "long", from: "last_day", to: asOfDay, atLeast: 366 },
      ],
      tests: { recent: { ...test, rule: over.is("span", "short") } },
    });
    const asOf = { asOf: "2026-03-01" };
    const turned = { first_day: "2026-02-01", last_day: "2025-01-01" };
    expect(applyProfile(recent, turned, asOf).caseness).toBe("indeterminate");
    expect(casenessReader([recent])(turned, asOf)[recent.id]).toBe("indeterminate");
    expect(applyProfile(recent, { first_day: "2026-02-01" }, asOf).caseness).toBe("met");
    expect(applyProfile(recent, { last_day: "2025-01-01" }, asOf).caseness).toBe("not_met");
    const later = { first_day: "2026-02-01", last_day: "2026-04-01" };
    const { caseness, contradictions } = applyProfile(recent, later, asOf);
    expect(contradictions.map(({ id }) => id)).toEqual(["last_day_after_as_of"]);
    expect(caseness).toBe("met");
  });

  it("an event after the day that the answers are about is listed", () => {
    const { contradictions } = applyProfile(dated, { last_day: "2024-03-02" }, { asOf: "2024-03-01" });
    expect(contradictions.map(({ id }) => id)).toEqual(["last_day_after_as_of"]);
  });

  it("one day, or no day of reference, settles nothing", () => {
    expect(applyProfile(dated, { first_day: "2024-01-01" }).open).toEqual(["span"]);
    expect(applyProfile(dated, { last_day: "2024-01-01" }).contradictions).toEqual([]);
  });
});

describe("a result", () => {
  const profile = defineProfile({
    ...facts,
    scope: mergedScope(toy),
    judgements: {
      enough: {
        code: "J",
        text: { target: "Enough?", rater: "Enough?" },
        construct: "toy",
        responses: yesNo,
        askOnly: "rater",
        basis,
      },
    },
    tests: {
      known_place: { ...test, rule: all(ref("known"), is("place", "home")) },
      judged: { ...test, rule: is("met", "yes"), settledBy: ["named_judgement"] },
    },
  });

  it("says the three things in sentences about answers, is frozen, and awaits a person", () => {
    const met = applyProfile(profile, { met: "yes", place: "home" });
    expect(met.says).toBe("The answers given meet the tests of the toy definition.");
    expect(applyProfile(profile, { met: "no" }).says).toBe(
      "The answers given do not meet the tests of the toy definition.",
    );
    expect(applyProfile(profile, {}).says).toBe("The answers given cannot settle the tests of the toy definition.");
    expect(Object.isFrozen(met) && Object.isFrozen(met.tests)).toBe(true);
    expect(met.humanReview).toEqual({ status: "pending" });
    expect(JSON.stringify(applyProfile(profile, { met: "yes", place: "home" }))).toBe(JSON.stringify(met));
  });

  it("names what is open, and who could settle it", () => {
    const { open, whoCouldSettle, tests } = applyProfile(profile, { met: "yes" });
    expect(open).toEqual(["place"]);
    expect(whoCouldSettle).toEqual([{ item: "place", who: ["target"] }]);
    expect(tests.map(({ name, truth }) => [name, truth])).toEqual([
      ["known_place", "unknown"],
      ["judged", "true"],
    ]);
  });

  it("sets aside answers of other forms by name, and refuses a foreign code with every issue", () => {
    expect(applyProfile(profile, { other_form: "yes" }).setAside).toEqual(["other_form"]);
    expect(() => applyProfile(profile, { met: "perhaps", place: "moon" })).toThrow(AssessmentError);
    expect(() => applyProfile(profile, {}, { asOf: "2024-02-30" })).toThrow(AssessmentError);
    expect(() => applyProfile(profile, [] as never)).toThrow(AssessmentError);
  });
});

describe("a parameter", () => {
  const profile = defineProfile({
    ...facts,
    scope: mergedScope(toy),
    parameters: { least: { means: "the least", value: 3, reason: "a toy", sets: [{ test: "often", cut: "calls" }] } },
    tests: { often: { ...test, rule: atLeast(value("calls"), 3) } },
  });

  it("changes the number in the rule, and with it the hash", () => {
    const lower = withParameters(profile, { least: 1 });
    expect(applyProfile(profile, { calls: "once" }).caseness).toBe("not_met");
    expect(applyProfile(lower, { calls: "once" }).caseness).toBe("met");
    expect(applyProfile(lower, {}).parameters).toEqual({ least: 1 });
    expect(applyProfile(lower, {}).profile.hash).not.toBe(applyProfile(profile, {}).profile.hash);
  });

  it("that is not there, or a number that no form settles, is refused", () => {
    expect(() => withParameters(profile, { most: 1 })).toThrow(AssessmentError);
    expect(() => withParameters(profile, { least: Number.NaN })).toThrow(AssessmentError);
  });

  it("whose default is not the number of the rule is refused", () => {
    expect(() =>
      defineProfile({
        ...facts,
        scope: mergedScope(toy),
        parameters: {
          least: { means: "the least", value: 2, reason: "a toy", sets: [{ test: "often", cut: "calls" }] },
        },
        tests: { often: { ...test, rule: atLeast(value("calls"), 3) } },
      }),
    ).toThrow(AssessmentError);
  });
});

describe("what is wrong is found", () => {
  const faulty = (change: object) => () =>
    defineProfile({
      ...facts,
      scope: mergedScope(toy),
      tests: { a: { ...test, rule: is("met", "yes") } },
      ...change,
    } as never);
  it.each([
    ["an id that is no name", { id: "Toy Definition" }, "bad_name"],
    ["a version that is none", { version: "latest" }, "malformed"],
    ["no title", { title: " " }, "malformed"],
    ["no tests", { tests: {} }, "malformed"],
    ["a test of the name of a rule", { tests: { known: { ...test, rule: is("met", "yes") } } }, "duplicate_name"],
    ["a judgement of the name of an item", { judgements: { met: toy.items.met } }, "duplicate_name"],
    [
      "a foreign code",
      { tests: { a: { ...test, rule: { kind: "one_of", item: "met", codes: ["maybe"] } } } },
      "unknown_option",
    ],
    [
      "a foreign item",
      { tests: { a: { ...test, rule: { kind: "one_of", item: "mett", codes: ["yes"] } } } },
      "unknown_reference",
    ],
    ["a foreign test in met", { met: ref("b") }, "unknown_reference"],
    ["an item read past the tests", { met: is("met", "yes") }, "unknown_reference"],
    ["no ground", { basis: [] }, "missing_basis"],
    ["a test without ground", { tests: { a: { ...test, rule: is("met", "yes"), basis: [] } } }, "missing_basis"],
    [
      "a derived answer from what is no day",
      { derived: [{ item: "met", code: "yes", from: "place", to: asOfDay }] },
      "unknown_reference",
    ],
    [
      "a derived answer that is no option",
      { derived: [{ item: "met", code: "so", from: asOfDay, to: asOfDay }] },
      "unknown_option",
    ],
    [
      "bounds that no number of days keeps to",
      { scope, derived: [{ item: "span", code: "short", from: "first_day", to: "last_day", atLeast: 20, atMost: 10 }] },
      "out_of_range",
    ],
    [
      "two codes for one number of days",
      {
        scope,
        derived: [
          { item: "span", code: "short", from: "first_day", to: "last_day", atMost: 14 },
          { item: "span", code: "long", from: "first_day", to: "last_day", atLeast: 14 },
        ],
      },
      "out_of_range",
    ],
    ["a judgement that is not yes or no", { judgements: { j: toy.items.place } }, "malformed"],
  ])("%s", (_, change, code) => {
    try {
      faulty(change)();
      expect.unreachable();
    } catch (error) {
      expect((error as AssessmentError).issues.map((issue) => issue.code)).toContain(code);
    }
  });

  it("an item that two forms share", () => {
    expect(() => mergedScope(toy, toy)).toThrow(AssessmentError);
  });
});

describe("for any definition over the toy form and any partial answers", () => {
  const profiles = fc.tuple(conditionsOver(toy), conditionsOver(toy), fc.boolean()).map(
    ([first, second, both]): Profile =>
      defineProfile({
        ...facts,
        scope: mergedScope(toy),
        tests: { first: { ...test, rule: first as never }, second: { ...test, rule: second as never } },
        met: both ? all(ref("first"), ref("second")) : any(ref("first"), ref("second")),
      }),
  );
  const plain = (given: unknown) => given as never;

  it("caseness is what trying every completion gives", () => {
    fc.assert(
      fc.property(profiles, answersTo(toy), (profile, answers) => {
        const { caseness, proven, tests } = applyProfile(profile, answers);
        const form = { items: toy.items, indicators: { ...toy.indicators, ...profile.tests } };
        const over = (rule: unknown) => {
          const found = new Set<number>();
          for (const complete of completions(plain(form), Object.keys(toy.items), plain(answers))) {
            found.add(exact(plain(rule), complete, plain(form)));
          }
          return found.size > 1 ? undefined : [...found][0];
        };
        expect(proven).toBe(true);
        expect(caseness).toBe(["not_met", "met"][over(profile.met) ?? 2] ?? "indeterminate");
        for (const { name, truth } of tests) {
          expect(truth).toBe(["false", "true"][over(profile.tests[name]?.rule) ?? 2] ?? "unknown");
        }
      }),
      { numRuns: 150 },
    );
  });

  it("a further answer never turns met into not met, nor settled into open", () => {
    fc.assert(
      fc.property(profiles, withOneMore(toy), (profile, [before, after]) => {
        const then = applyProfile(profile, before).caseness;
        if (then !== "indeterminate") expect(applyProfile(profile, after).caseness).toBe(then);
      }),
      { numRuns: 300 },
    );
  });

  it("the reason given is enough by itself", () => {
    fc.assert(
      fc.property(profiles, answersTo(toy), (profile, answers) => {
        const { caseness, because } = applyProfile(profile, answers);
        const alone = Object.fromEntries(because.map(({ item, answer }) => [item, answer]));
        expect(applyProfile(profile, alone).caseness).toBe(caseness);
      }),
      { numRuns: 300 },
    );
  });
});
