import fc from "fast-check";
import { expect, it } from "vitest";
import { caseSummary } from "../../src/reports/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { type Answers, classify, fiveTypes, relationshipAndMotive } from "../support/library.ts";

const linesOf = (answers: Answers) =>
  caseSummary(classify(answers, { typology: fiveTypes }), fiveTypes, { answers }).join("\n");
const labels = Object.values(fiveTypes.types).map(({ label }) => label.toLowerCase());

it("a summary places nobody under 18 among the types", () => {
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), (any) => {
      const lines = linesOf({ ...any, adult: "no" });
      expect(lines).toContain("do not type. Use child safeguarding and the under-18 form.");
      for (const label of labels) expect(lines).not.toContain(label);
    }),
  );
});

it("a summary says that nothing settles whether the types apply while that is open", () => {
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), fc.constantFrom("not_sure", "prefer_not"), (any, adult) => {
      const lines = linesOf({ ...any, adult });
      expect(lines).toContain("Whether the person is an adult is not known");
      expect(lines).not.toMatch(/^No open answer can change/m);
    }),
  );
});

const leading = {
  adult: "yes",
  prior_relationship: "former_intimate",
  wants_back: "yes",
  first_aim: "get_back",
} as const;

it("a summary says that a headline may change while it may, and names every type that is met", () => {
  expect(linesOf({ adult: "yes", other_grievance: "yes" })).toMatch(
    /^So far the answers fit one type: resentful; further answers can change this\./,
  );
  expect(linesOf({ ...leading, other_grievance: "yes", attack_preparation: "yes" })).toContain(
    "The answers fit several types: rejected, resentful, predatory. The first aim puts rejected first.",
  );
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), (any) => {
      const answers: Answers = { ...any, adult: "yes" };
      const { outcome, settled, standings } = classify(answers, { typology: fiveTypes });
      const [headline = ""] = caseSummary(classify(answers, { typology: fiveTypes }), fiveTypes).slice(
        answers.attack_preparation === "yes" ? 1 : 0,
      );
      if (outcome.kind === "insufficient") return;
      expect(/so far/i.test(headline)).toBe(!settled);
      for (const [type, { standing }] of Object.entries(standings))
        if (standing === "met") expect(headline).toContain(fiveTypes.types[type as "rejected"].label.toLowerCase());
    }),
  );
});

it("a summary names what is open and matters whatever the type, also where the order of types is settled", () => {
  const answers = { ...leading, other_grievance: "yes", attack_preparation: "not_sure" } as const;
  expect(linesOf(answers)).toContain(
    `Still open, and it matters whatever the type: ${relationshipAndMotive.items.attack_preparation.text.rater}`,
  );
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), (any) => {
      const lines = linesOf(any);
      const isOpen = any.attack_preparation !== "yes" && any.attack_preparation !== "no";
      expect(lines.includes("Still open, and it matters whatever the type")).toBe(isOpen);
      expect(lines).not.toContain("No open answer can change this.");
    }),
  );
});

it("a summary of a leading type says no more is settled than which comes first", () => {
  const answers = {
    adult: "yes",
    prior_relationship: "former_intimate",
    wants_back: "yes",
    other_grievance: "yes",
    first_aim: "get_back",
    attack_preparation: "not_sure",
  } as const;
  expect(classify(answers, { typology: fiveTypes })).toMatchObject({ outcome: { kind: "leading" }, settled: true });
  expect(linesOf(answers)).toContain("\nNo open answer can change which type comes first.");
});

it("an alert stands before the type, and names the current signs form", () => {
  expect(linesOf({ ...leading, attack_preparation: "yes" })).toMatch(
    /^Signs of preparation .* Fill in the current signs form now/,
  );
});

it("a summary in which no description fits says what that does not mean", () => {
  const no = { adult: "yes", prior_relationship: "stranger", other_grievance: "no", believes_bond: "no" } as const;
  const lines = linesOf({ ...no, wants_contact: "no", sexual_drive: "no", attack_preparation: "no" });
  expect(lines).toContain("None of the descriptions fits these answers.");
  expect(lines).toContain("Do not wait for a type before acting.");
});

it("nobody under 18 is given a code of a type, and the under-18 form is named", () => {
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), (any) => {
      const { guidance, alerts } = classify({ ...any, adult: "no" }, { typology: fiveTypes });
      expect(guidance.filter((code) => code.startsWith("GC-T-"))).toEqual([]);
      expect(guidance).toEqual(expect.arrayContaining(["GC-YOUTH", "GC-CHILD-SAFEGUARD"]));
      if (alerts.length > 0) expect(guidance).toContain("GC-SAFETY-PLAN");
    }),
  );
});
