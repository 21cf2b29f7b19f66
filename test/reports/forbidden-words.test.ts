import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { helpFor } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/main.ts";
import { allInstruments } from "../../src/cli/registry.ts";
import { crossChecks } from "../../src/content/cross-checks.ts";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import { fiveTypeProfiles, fiveTypes, separations } from "../../src/content/typologies/index.ts";
import { applyProfile } from "../../src/definition/index.ts";
import { caseSummary, englishPhrases, scoreSummary } from "../../src/reports/index.ts";
import { classify } from "../../src/typology/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { allowedSentences, forbiddenIn } from "../support/forbidden-words.ts";
import { relationshipAndMotive } from "../support/library.ts";

/** Every text in a value, without what cites its sources: there a figure is of a group, and stands with its sample. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === "basis" ? [] : textsIn(part)));
}

const formTexts = allInstruments.map((form) => [form.id, textsIn(form)] as const);
const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
const few = { numRuns: 25 };

describe("no forbidden word stands", () => {
  it.each(formTexts)("in any text of %s", (_, texts) => {
    expect(texts.flatMap(forbiddenIn)).toEqual([]);
  });

  it("in a fixed phrase of the reports, guidance, a definition, a check between forms, or a question that tells types apart", () => {
    const parts = [
      englishPhrases.texts,
      Object.values(guidanceCodes),
      allProfiles.map(({ scope: _, ...profile }) => profile),
      crossChecks.map(({ says }) => says),
      Object.values(separations),
      fiveTypes.alerts,
      fiveTypes.contradictions,
    ];
    expect(
      textsIn(parts)
        .flatMap(forbiddenIn)
        .filter((found) => !found.includes("{share}%")),
    ).toEqual([]);
  });

  it("in what is said of a type, but for figures of a group that stand with their sample", () => {
    const figures = /\b(about|in|all|at least|near|of)\b/i;
    for (const found of textsIn(Object.values(fiveTypeProfiles)).flatMap(forbiddenIn)) {
      expect(found).toMatch(/\d ?%/);
      expect(found).toMatch(figures);
    }
  });

  it("in the summary of any score, classification or definition", () => {
    for (const form of allInstruments) {
      fc.assert(
        fc.property(answersTo(form), (answers) => {
          expect(scoreSummary(score(form, answers, today), form).flatMap(forbiddenIn)).toEqual([]);
        }),
        few,
      );
    }
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const result = classify(answers, { typology: fiveTypes });
        expect(caseSummary(result, fiveTypes).flatMap(forbiddenIn)).toEqual([]);
        for (const profile of allProfiles.slice(0, 3)) {
          expect(textsIn(applyProfile(profile, answers).says).flatMap(forbiddenIn)).toEqual([]);
        }
      }),
      few,
    );
  });

  it("in any command's help", () => {
    for (const command of commands) {
      expect(forbiddenIn(helpFor(command)).filter((found) => !/95%|confidence|intervals?/.test(found))).toEqual([]);
    }
  });
});

describe("the list of allowed sentences", () => {
  it("names only sentences that stand somewhere and need to be named", () => {
    const all = textsIn([formTexts, englishPhrases, Object.values(guidanceCodes), Object.values(fiveTypeProfiles)]);
    for (const [sentence] of allowedSentences) expect(all.some((text) => text.includes(sentence))).toBe(true);
  });

  it("lets nothing else through", () => {
    for (const claim of [
      "The target is safe.",
      "This person is not a stalker.",
      "The probability is 0.4.",
      "There is a 40% chance.",
      "He will do it again.",
      "This is a diagnosis.",
      "A low-risk case.",
    ]) {
      expect(forbiddenIn(claim)).not.toEqual([]);
    }
  });
});
