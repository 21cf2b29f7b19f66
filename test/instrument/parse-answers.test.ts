import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Answers,
  AssessmentError,
  classify,
  evaluate,
  fiveTypes,
  type Parsed,
  parseAnswers,
  relationshipAndMotive,
} from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

const faults = (result: Parsed<unknown>) =>
  result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("parseAnswers", () => {
  it("takes exact codes, numbers and words for not knowing, and leaves out what is null or undefined", () => {
    const input = { met: "yes", days: 2, place: "not_sure", calls: "cannot_say", afraid: null, told: undefined };
    expect(parseAnswers(input, toy)).toEqual({
      ok: true,
      value: { met: "yes", days: 2, place: "not_sure", calls: "cannot_say" },
    });
  });

  it("freezes what it gives", () => {
    const result = parseAnswers({ met: "yes" }, toy);
    expect(result.ok && Object.isFrozen(result.value)).toBe(true);
  });

  it("lists all problems at once", () => {
    expect(faults(parseAnswers({ met: "Yes", days: 9, place: 1, mett: "yes" }, toy))).toEqual([
      "unknown_option met",
      "out_of_range days",
      "wrong_type place",
      "unknown_item mett",
    ]);
  });

  it.each(["Yes", "YES", " yes", "yes ", "yes\n", "1", "true", "", " ", "y", "ｙｅｓ", "yеs", "NA", "-", "."])(
    "never takes %j for a code",
    (near) => {
      expect(faults(parseAnswers({ adult: near }))).toEqual(["unknown_option adult"]);
    },
  );

  it.each([1, 0, true, false, Number.NaN, 1n, [], ["yes"], {}, () => "yes", Symbol("yes"), new String("yes")])(
    "never takes a value of another type for a code: %o",
    (found) => {
      expect(faults(parseAnswers({ adult: found }))).toEqual(["wrong_type adult"]);
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0, 0.5, -1, 4, "2", 2n])(
    "takes only whole numbers in range: %o",
    (found) => {
      expect(parseAnswers({ days: found }, toy).ok).toBe(false);
    },
  );

  it("suggests the nearest code or item and never applies it", () => {
    const result = parseAnswers({ adult: "Yes", wants_bak: "yes" });
    expect(result.ok ? [] : result.issues.map(({ nearest }) => nearest)).toEqual(["yes", "wants_back"]);
  });

  it("never holds the value found in an issue", () => {
    const input = { adult: "CANARY-7", wants_back: { CANARY: "CANARY" }, first_aim: ["CANARY"] };
    const result = parseAnswers(input);
    const thrown = result.ok ? undefined : new AssessmentError(result.issues);
    expect(JSON.stringify(result) + thrown?.message).not.toContain("CANARY");
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"])(
    "reports %s as an unknown item and changes nothing",
    (key) => {
      const before = Object.getOwnPropertyNames(Object.prototype).join();
      const input = JSON.parse(`{"adult":"yes","${key}":{"wants_back":"yes"}}`);
      expect(faults(parseAnswers(input))).toEqual([`unknown_item ${key}`]);
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
      expect(() => classify(input)).toThrow(AssessmentError);
    },
  );

  it("refuses a getter without calling it", () => {
    let calls = 0;
    const input = Object.defineProperty({}, "adult", { enumerable: true, get: () => `yes${++calls}` });
    expect(faults(parseAnswers(input))).toEqual(["accessor_property adult"]);
    expect(calls).toBe(0);
  });

  it("takes an object without a prototype, and refuses an instance of a class, a list and text", () => {
    class Case {
      adult = "yes";
    }
    expect(parseAnswers(Object.assign(Object.create(null), { adult: "yes" })).ok).toBe(true);
    for (const input of [new Case(), ["yes"], "yes", new Map([["adult", "yes"]]), null, undefined, 7]) {
      expect(faults(parseAnswers(input))).toEqual(["not_an_object "]);
    }
  });

  it("reads no inherited answer", () => {
    expect(parseAnswers(Object.create({ adult: "yes" })).ok).toBe(false);
  });
});

describe("a polluted Object.prototype", () => {
  afterEach(() => {
    for (const key of ["wants_back", "adult", "bond"]) Reflect.deleteProperty(Object.prototype, key);
  });

  it("changes no classification and no evaluation", () => {
    const cases: Answers[] = [{}, { prior_relationship: "former_intimate" }, { adult: "yes", first_aim: "get_back" }];
    const run = () =>
      JSON.stringify(
        cases.map((answers) => [
          classify(answers),
          evaluate(fiveTypes.types.rejected.criteria, answers, relationshipAndMotive),
          parseAnswers(answers),
        ]),
      );
    const before = run();
    const pollute = (key: string, value: unknown) =>
      Object.defineProperty(Object.prototype, key, { value, enumerable: true, configurable: true, writable: true });
    pollute("wants_back", "yes");
    pollute("adult", "no");
    pollute("bond", { rule: { kind: "all", of: [] } });
    expect(run()).toBe(before);
  });
});

describe("anything at all", () => {
  const anything = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    key: fc.oneof(fc.constantFrom(...Object.keys(relationshipAndMotive.items), "__proto__", "toString"), fc.string()),
  });
  const orError = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (!(error instanceof AssessmentError)) throw error;
    }
  };

  it("gives parseAnswers a result or issues, and throws nothing", () => {
    fc.assert(
      fc.property(anything, (input) => typeof parseAnswers(input).ok === "boolean"),
      { numRuns: 2000 },
    );
  });

  it("gives classify a result or an AssessmentError", () => {
    fc.assert(
      fc.property(anything, (input) => orError(() => classify(input as never))),
      { numRuns: 2000 },
    );
  });

  it("is classified exactly when it is parsed without issue", () => {
    const answer = fc.oneof(fc.constantFrom("yes", "no", "stranger", "not_sure", "closed", "Yes"), fc.anything());
    const cases = fc.dictionary(fc.constantFrom("adult", "wants_back", "prior_relationship", "mett"), answer);
    fc.assert(
      fc.property(cases, (input) => {
        const result = parseAnswers(input);
        if (result.ok) expect(classify(result.value).library).toBeDefined();
        else expect(() => classify(input as never)).toThrow(AssessmentError);
      }),
      { numRuns: 1000 },
    );
  });
});
