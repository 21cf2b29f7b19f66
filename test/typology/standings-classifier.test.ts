import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingsClassifier } from "../../src/typology/index.ts";
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
