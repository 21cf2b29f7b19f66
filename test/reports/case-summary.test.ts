import fc from "fast-check";
import { expect, it } from "vitest";
import { caseSummary } from "../../src/reports/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { type Answers, classify, fiveTypes, relationshipAndMotive } from "../support/library.ts";

const linesOf = (answers: Answers) => caseSummary(classify(answers, { typology: fiveTypes }), fiveTypes).join("\n");
const labels = Object.values(fiveTypes.types).map(({ label }) => label.toLowerCase());

it("a summary places nobody under 18 among the types", () => {
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), (any) => {
      const lines = linesOf({ ...any, adult: "no" });
      expect(lines).toContain("do not type, use safeguarding");
      for (const label of labels) expect(lines).not.toContain(label);
    }),
  );
});

it("a summary says that nothing settles whether the types apply while that is open", () => {
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), fc.constantFrom("not_sure", "prefer_not"), (any, adult) => {
      const lines = linesOf({ ...any, adult });
      expect(lines).toContain("Whether the person is an adult is not known");
      expect(lines).not.toContain("\nNo open answer can change this.");
    }),
  );
});
