import { describe, expect, it } from "vitest";
import { crossChecksFound } from "../../src/assessment/index.ts";
import { crossChecks } from "../../src/content/cross-checks.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { nextQuestion, possibleOutcomes } from "../../src/inquiry/index.ts";
import { checkRule } from "../../src/instrument/index.ts";
import type { Answers, Condition, Scope } from "../../src/rules/index.ts";

const ids: readonly string[] = Object.values(content).map(({ id }) => id);

/** Answers that make a condition true, found by the search. */
function witness(when: Condition, scope: Scope): Answers {
  const question = { decision: { cases: [{ when, outcome: "yes" }], otherwise: "no" }, scope };
  expect(nextQuestion(question, {})).toBeDefined();
  return possibleOutcomes(question, {}).witnesses.yes ?? {};
}

describe.each(crossChecks.map((check) => [check.id, check] as const))("the cross-form check %s", (id, check) => {
  it("names only items, codes, guidance and forms that exist", () => {
    for (const { instrument, when } of check.parts) expect(checkRule(when, instrument, [id], "condition")).toEqual([]);
    expect((check.codes ?? []).filter((code) => !Object.hasOwn(guidanceCodes, code))).toEqual([]);
    expect((check.next ?? []).filter((next) => !ids.includes(next))).toEqual([]);
  });

  it("is found where both forms meet it, and not where one is missing or not known", () => {
    const answers = Object.fromEntries(
      check.parts.map(({ instrument, when }) => [instrument.id, witness(when, instrument)]),
    );
    expect(crossChecksFound(crossChecks, answers).map((found) => found.id)).toContain(id);
    for (const { instrument } of check.parts) {
      const { [instrument.id]: _, ...rest } = answers;
      expect(crossChecksFound([check], rest)).toEqual([]);
      expect(crossChecksFound([check], { ...answers, [instrument.id]: {} })).toEqual([]);
    }
  });
});

it("each check has an id of its own", () => {
  const names = crossChecks.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
});
