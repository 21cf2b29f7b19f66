import fc from "fast-check";
import { Model } from "survey-core";
import { describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { toSurveyJs, toSurveyJsData } from "../../src/formats/index.ts";
import { contentHash, type Instrument } from "../../src/instrument/index.ts";
import { evaluate, twoValued } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { conductWithShared } from "../support/conduct-with-shared.ts";
import { toy } from "../support/toy-instruments.ts";

const all: readonly Instrument[] = [...Object.values(content), toy, conductWithShared];

describe.each(all.map((form) => [form.id, form] as const))("%s in SurveyJS", (_, form) => {
  const respondent = form.respondents[0] ?? "rater";
  const own = formFor(form, respondent);

  it("is loaded without a fault, with its id, version and hash", () => {
    const { document } = toSurveyJs(form, { respondent });
    const survey = new Model(document);
    expect(survey.jsonErrors ?? []).toEqual([]);
    survey.data = {};
    const told = ["instrument_id", "instrument_version", "instrument_hash"].map((name) => survey.getVariable(name));
    expect(told).toEqual([form.id, form.version, contentHash(form)]);
  });

  it("shows a rater each question's note, and a target none", () => {
    for (const reader of form.respondents) {
      const survey = new Model(toSurveyJs(form, { respondent: reader }).document);
      const asked = Object.entries(formFor(form, reader).items).filter(([id]) => survey.getQuestionByName(id) !== null);
      expect(asked.length).toBeGreaterThan(0);
      for (const [id, { raterNote = "" }] of asked)
        expect(survey.getQuestionByName(id).description).toBe(reader === "rater" ? raterNote : "");
    }
  });

  it("says not only in brackets, since versions before take it for all that follows", () => {
    expect(JSON.stringify(toSurveyJs(form, { respondent }).document).match(/(?<!\()!\(/g) ?? []).toEqual([]);
  });

  it("has expressions that are not long, each alone and all together", () => {
    const lengths = toSurveyJs(form, { respondent }).document.calculatedValues.map(
      ({ expression }) => String(expression).length,
    );
    expect(Math.max(...lengths)).toBeLessThan(12_000);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(110_000);
  });

  it("shows the questions that the library shows, whatever is open", () => {
    const survey = new Model(toSurveyJs(form, { respondent }).document);
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        survey.data = toSurveyJsData(answers, form);
        const shown = survey
          .getAllQuestions()
          .flatMap(({ name, isVisible }) => (isVisible && Object.hasOwn(form.items, name) ? [name] : []));
        expect(shown.sort()).toEqual([...visibleItems(own, answers)].sort());
      }),
      { numRuns: 60 },
    );
  });

  it("calculates the bounds of every named rule that it can express, and lists the others", () => {
    const { document, losses } = toSurveyJs(form, { respondent });
    const survey = new Model(document);
    const lost = losses.filter(({ code }) => code === "rule_not_expressible").map(({ path }) => path[1]);
    const written = Object.entries(form.indicators).filter(([name]) => !lost.includes(name));
    for (const name of lost)
      expect(twoValued(form.indicators[String(name)]?.rule ?? { kind: "all", of: [] }, own)).toBeUndefined();
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        survey.data = toSurveyJsData(answers, form);
        for (const [name, { rule }] of written) {
          const ends = [survey.getVariable(`${name}_low`), survey.getVariable(`${name}_high`)];
          expect([name, ...ends.map(Number)]).toEqual([name, ...evaluate(rule, answers, own)]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
