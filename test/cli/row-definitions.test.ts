import { describe, expect, it } from "vitest";
import { withDefinitions } from "../../src/cli/row-definitions.ts";
import { defineProfile, mergedScope } from "../../src/definition/index.ts";
import { atLeast, value } from "../../src/rules/index.ts";
import type { RowScorer } from "../../src/tables/index.ts";
import { toy, toyDefinitionFacts } from "../support/toy-instruments.ts";

const { basis } = toyDefinitionFacts;
const profile = defineProfile({
  ...toyDefinitionFacts,
  scope: mergedScope(toy),
  judgements: {},
  parameters: {},
  tests: { days: { means: "a toy test", rule: atLeast(value("days"), 2), settledBy: ["target"], basis } },
  met: { kind: "ref", name: "days" },
  contradictions: {},
});
/** A form without items of its own, so that every item is one that only the definition asks for. */
const noForm: RowScorer = { items: [], columns: [], cells: () => ({ ok: true, value: [] }) };
const scorer = withDefinitions(noForm, [profile], { asOf: "2026-03-01" });
const cellsFor = (days: string) => {
  const answers: Readonly<Record<string, string>> = { met: "yes", visits: "once", days };
  return scorer.cells(scorer.items.map((id) => answers[id] ?? ""));
};

describe("a number that only a definition asks for", () => {
  it.each([
    ["2", "met"],
    ["1", "not_met"],
  ])("%s is read as the forms' own numbers are", (days, said) => {
    expect(cellsFor(days)).toEqual({ ok: true, value: [said] });
  });

  it.each(["0x2", "2e0", " 2", "+2"])("written as %j is refused, as in a form", (days) => {
    expect(cellsFor(days)).toEqual({
      ok: false,
      issues: [expect.objectContaining({ code: "wrong_type", path: ["days"] })],
    });
  });
});
