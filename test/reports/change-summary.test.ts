import fc from "fast-check";
import { expect, it } from "vitest";
import { changeSummary } from "../../src/reports/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { type Answers, fiveTypes, relationshipAndMotive, whatWouldChange } from "../support/library.ts";

const linesOf = (answers: Answers) =>
  changeSummary(whatWouldChange(answers, { typology: fiveTypes }), fiveTypes, { wording: "target" });
const { items } = relationshipAndMotive;

it("open answers that would settle a case are put in words", () => {
  expect(
    linesOf({ adult: "yes", prior_relationship: "former_intimate", wants_back: "yes", other_grievance: "yes" }),
  ).toEqual([
    "What would settle it:",
    "  several, rejected first, if:",
    `    ${items.first_aim.text.target} To get a relationship or bond back`,
    "  several, resentful first, if:",
    `    ${items.first_aim.text.target} To settle some other wrong or complaint`,
    "  several, predatory first, if:",
    `    ${items.attack_preparation.text.target} Yes`,
    `    ${items.first_aim.text.target} Something sexual`,
    "  mixed, if:",
    `    ${items.first_aim.text.target} To be with someone they believe loves them or is meant for them`,
  ]);
});

const presentPartner = {
  adult: "yes",
  prior_relationship: "current_intimate",
  wants_back: "no",
  punishes_ending: "no",
  other_grievance: "no",
  believes_bond: "no",
  wants_contact: "no",
  sexual_drive: "no",
  attack_preparation: "no",
} as const;

it("of a settled case they are the single answers that would change it, if one would", () => {
  expect(linesOf(presentPartner)).toEqual([
    "Which answers would change it if they turned out to be others:",
    "  rejected alone, if:",
    `    ${items.wants_back.text.target} Yes`,
    "  resentful alone, if:",
    `    ${items.other_grievance.text.target} Yes`,
    "  predatory alone, if:",
    `    ${items.attack_preparation.text.target} Yes`,
  ]);
});

it("each set of answers stands once, and every one that is shown is one that was found", () => {
  fc.assert(
    fc.property(answersTo(relationshipAndMotive), (answers) => {
      const { byAnswering, byRevising } = whatWouldChange(answers, { typology: fiveTypes });
      const found = byAnswering.length > 0 ? byAnswering : byRevising;
      const sizes = found.map((each) => Object.keys(each.answers).length);
      const shown = found.filter((_, at) => byAnswering.length > 0 || sizes[at] === Math.min(...sizes));
      const distinct = new Map(shown.map((each) => [JSON.stringify(each.answers), Object.keys(each.answers).length]));
      const lines = linesOf(answers);
      const sum = [...distinct.values()].reduce((total, size) => total + size + 1, 0);
      expect(lines.length).toBe(sum === 0 ? 0 : sum + 1);
    }),
  );
});
