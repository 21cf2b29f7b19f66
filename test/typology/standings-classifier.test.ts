import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingsClassifier } from "../../src/typology/index.ts";
import { prepare } from "../../src/typology/prepared.ts";
import { numberedBy } from "../../src/typology/standings-classifier.ts";
import { answersTo } from "../support/arbitraries.ts";
import { AssessmentError, classify, fiveTypes, relationshipAndMotive } from "../support/library.ts";

const quick = standingsClassifier(fiveTypes);

describe("the quick classifier", () => {
  it("gives the standings of classify, and its outcome unless the search has settled another", () => {
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const { outcome, standings } = quick(answers);
        const full = classify(answers, { typology: fiveTypes });
        expect(standings).toEqual(
          Object.fromEntries(Object.entries(full.standings).map(([id, { standing }]) => [id, standing])),
        );
        if (!full.settled) expect(outcome).toEqual(full.outcome);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses a code that a criterion reads and that is not on the form", () => {
    expect(() => quick({ wants_back: "Yes" })).toThrow(AssessmentError);
    expect(() => quick({ wants_bak: "yes" })).toThrow(AssessmentError);
  });
});

describe("the quick classifier's short way", () => {
  it("is open to the five types, and gives what the long way gives for rows of any shape", () => {
    expect(numberedBy(fiveTypes, prepare(fiveTypes))).toBeDefined();
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const row = Object.fromEntries(
          Object.keys(relationshipAndMotive.items).map((item) => [item, answers[item] ?? "not_sure"]),
        );
        const longWay = Object.assign(Object.create(null), answers) as typeof answers;
        expect(quick(longWay)).toBe(quick(answers));
        expect(quick(row)).toBe(quick(answers));
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps nothing wrong of answers that change from one reading to the next", () => {
    const fresh = standingsClassifier(fiveTypes);
    let reads = 0;
    const shifty = new Proxy({ other_grievance: "yes" }, { get: () => (reads++ % 2 === 0 ? "yes" : "no") });
    fresh(shifty);
    expect(fresh({ other_grievance: "yes" }).standings.resentful).toBe("met");
    expect(fresh({ other_grievance: "no" }).standings.resentful).toBe("ruled_out");
  });
});
