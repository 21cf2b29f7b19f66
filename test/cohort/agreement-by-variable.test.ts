import { describe, expect, it } from "vitest";
import {
  agreementByVariable,
  axisVariables,
  type Coding,
  itemVariables,
  outcomeVariable,
  typeVariables,
} from "../../src/cohort/index.ts";
import { fiveTypes, fiveTypesAxes } from "../../src/content/typologies/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";

const rejected = { adult: "yes", prior_relationship: "former_intimate", began_at_ending: "yes", wants_back: "yes" };
const codings: readonly Coding[] = [
  { case: "1", rater: "a", answers: rejected },
  { case: "1", rater: "b", answers: { ...rejected, wants_back: "not_sure" } },
  { case: "2", rater: "a", answers: { adult: "yes", prior_relationship: "stranger", wants_back: "no" } },
  { case: "2", rater: "b", answers: { adult: "yes", prior_relationship: "acquaintance", wants_back: "no" } },
  { case: "3", rater: "b", answers: {} },
];
const variables = [
  ...itemVariables(fiveTypes.instrument),
  ...axisVariables(fiveTypes.instrument, fiveTypesAxes),
  ...typeVariables(fiveTypes),
  outcomeVariable(fiveTypes),
];

describe("agreement on each variable of a set of codings", () => {
  const found = valueOrThrow(agreementByVariable(codings, variables));
  const named = (kind: string, name: string) => found.find((each) => each.kind === kind && each.name === name);

  it("has one result for every choice item, axis, type and the outcome", () => {
    expect(found.filter(({ kind }) => kind === "item").map(({ name }) => name)).toEqual(
      Object.keys(fiveTypes.instrument.items),
    );
    expect(found.filter(({ kind }) => kind === "axis").map(({ name }) => name)).toEqual(
      expect.arrayContaining(["relationship", "bond", "first_aim"]),
    );
    expect(found.filter(({ kind }) => kind === "type").map(({ name }) => name)).toEqual(Object.keys(fiveTypes.types));
    expect(found.filter(({ kind }) => kind === "outcome")).toHaveLength(1);
  });

  it("an answer that is not known is a missing rating, and so is a case that a rater did not code", () => {
    expect(named("item", "wants_back")?.ratings.codes).toEqual([
      [0, null],
      [1, 1],
      [null, null],
    ]);
    expect(named("item", "wants_back")?.agreement).toMatchObject({ subjects: 3, missing: 3 });
    expect(named("item", "adult")?.agreement.overall.percent).toMatchObject({ estimate: 1, n: 2 });
    expect(named("axis", "relationship")?.agreement.overall.percent.estimate).toBe(0.5);
  });

  it("compares where each type stands, and the outcome, by each rater's own answers", () => {
    expect(named("type", "rejected")?.ratings.codes[0]).toEqual([2, 1]);
    const { ratings } = named("outcome", "outcome") ?? { ratings: { codes: [], categories: [] as string[] } };
    expect(ratings.codes[0]?.map((code) => ratings.categories[code ?? -1])).toEqual([
      "single:rejected",
      "insufficient",
    ]);
  });

  it("names the rows of a coding that stands twice, once, and of unknown codes with the variable", () => {
    const twice = agreementByVariable(
      [...codings, { case: "1", rater: "a", answers: { wants_back: "yess" } }],
      variables,
    );
    expect(twice.ok ? [] : twice.issues).toEqual([
      { code: "duplicate_rating", path: ["row", 6], row: 6, positions: [1, 6] },
      expect.objectContaining({ code: "unknown_option", path: ["row", 6, "wants_back"], row: 6 }),
    ]);
    const unknown = agreementByVariable(
      [{ case: "1", rater: "a", answers: { wants_back: "yess" } }],
      variables.slice(0, 12),
    );
    expect(unknown.ok ? [] : unknown.issues).toMatchObject([
      { code: "unknown_category", path: ["row", 1, "wants_back"], row: 1 },
    ]);
  });
});
