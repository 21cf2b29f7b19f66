import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { applyProfile, casenessReader } from "../../src/definition/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import type { Answers, Scope } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";

const items = Object.assign({}, ...allProfiles.map(({ scope, judgements }) => ({ ...scope.items, ...judgements })));
const everything: Scope = { items };
const context = { asOf: "2026-03-01" };

describe("reading many cases under all definitions", () => {
  const read = casenessReader(allProfiles);

  it("says of each what applying it alone says, on answers that are open, known and at odds with the days", () => {
    fc.assert(
      fc.property(answersTo(everything), (answers) => {
        const alone = allProfiles.map((profile) => [profile.id, applyProfile(profile, answers, context).caseness]);
        expect(read(answers, context)).toEqual(Object.fromEntries(alone));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("gives the same for a case read again after another, and leaves the answers as they were", () => {
    const first = Object.freeze({ calls: "twenty_or_more", occasion_count: "ten_or_more" }) as Answers;
    const once = read(first, context);
    read({ calls: "none" }, context);
    expect(read(first, context)).toEqual(once);
  });

  it("refuses a code that is none, without its value", () => {
    try {
      read({ calls: "quite often" }, context);
      expect.unreachable();
    } catch (fault) {
      expect(fault).toBeInstanceOf(AssessmentError);
      expect(JSON.stringify(fault instanceof AssessmentError && fault.issues)).not.toContain("quite often");
    }
  });

  it("passes over items that no definition reads", () => {
    expect(read({ adult: "yes" }, context)).toEqual(read({}, context));
  });
});
