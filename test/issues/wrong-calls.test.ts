import { describe, expect, it } from "vitest";
import { answerItem, formFor, startAdministration } from "../../src/assessment/index.ts";
import { nisvs } from "../../src/content/definitions/index.ts";
import { quickScreen, riskGuide } from "../../src/content/instruments/index.ts";
import { applyProfile, withParameters } from "../../src/definition/index.ts";
import { toFhir } from "../../src/formats/index.ts";
import { classify, classifyAxes, fiveTypes, parseAnswers, relationshipAndMotive, score } from "../../src/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";
import { scoreSummary } from "../../src/reports/index.ts";
import { classifySql, duckdb, scoreSql } from "../../src/sql/index.ts";

/** What plain JavaScript can hand to a function: nothing checks the arguments before the function does. */
const plain = (value: unknown) => value as never;
const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (fault) {
    if (fault instanceof AssessmentError) return fault.message;
    throw fault;
  }
  return "no error";
}

describe("a wrong call says which argument is wrong", () => {
  const noForm = "malformed: instrument. Expected an object with items. Found: nothing.";
  it.each<[string, () => unknown, string]>([
    ["score without a form", () => score(plain(undefined), {}, context), noForm],
    [
      "score without a form, by a rater",
      () => score(plain(undefined), {}, { ...context, respondent: "rater" }),
      noForm,
    ],
    [
      "score with a form's id",
      () => score(plain("ssb-quick"), {}, context),
      "malformed: instrument. Expected an object with items. Found: text, 9 characters, letters and other characters.",
    ],
    ["score with answers for a form", () => score(plain({ danger_now: "yes" }), {}, context), "Found: an object."],
    [
      "a target's score on a form for raters",
      () => score(riskGuide, {}, { ...context, respondent: "target" }),
      "unknown_option: respondent. Expected rater.",
    ],
    [
      "a target's questionnaire of a form for raters",
      () => toFhir(riskGuide, { respondent: "target" }),
      "unknown_option: respondent. Expected rater.",
    ],
    [
      "an administration of no form",
      () => startAdministration(plain(undefined), { respondent: "rater" }),
      "instrument",
    ],
    ["parseAnswers with null for a form", () => parseAnswers({}, plain(null)), noForm],
    [
      "classify with a typology that is none",
      () => classify({}, plain({ typology: undefined })),
      "malformed: typology.",
    ],
    ["classify with a typology's id", () => classify({}, plain({ typology: "five-types" })), "malformed: typology."],
    [
      "SQL with a dialect's id",
      () => scoreSql(quickScreen, plain({ table: "t", dialect: "duckdb" })),
      "malformed: dialect.",
    ],
    [
      "SQL with a dialect for options",
      () => classifySql(fiveTypes, plain(duckdb)),
      "malformed: options. Expected an object with table.",
    ],
    [
      "classify on a day that is none",
      () => classify({}, { asOf: "1.3.2026" }),
      "malformed: asOf. Expected YYYY-MM-DD.",
    ],
    [
      "a summary with another form",
      () => scoreSummary(score(quickScreen, {}, context), relationshipAndMotive),
      "version_mismatch: instrument.id. Expected ssb-quick.",
    ],
    [
      "an answer in an administration of another form",
      () =>
        valueOrThrow(
          answerItem(
            quickScreen,
            startAdministration(relationshipAndMotive, { respondent: "rater" }),
            "danger_now",
            "yes",
          ),
        ),
      "version_mismatch: instrument.id. Expected ssb-type.",
    ],
    ["applyProfile without a definition", () => applyProfile(plain(undefined), {}), "malformed: profile."],
    [
      "a parameter where there is none",
      () => withParameters(plain({ ...nisvs, parameters: {} }), { days: 1 }),
      "days.",
    ],
  ])("%s", (_, act, message) => expect(messageOf(act)).toContain(message));

  it("names nothing as expected where nothing would do", () => {
    expect(messageOf(() => withParameters(plain({ ...nisvs, parameters: {} }), { days: 1 }))).not.toContain("Expected");
  });
});

describe("a word that is no respondent closes no item in silence", () => {
  const answers = { danger_now: "yes" } as const;
  const refused = "unknown_option: respondent. Expected one of: target, rater.";
  it.each<[string, () => unknown]>([
    ["score", () => score(quickScreen, answers, plain({ ...context, respondent: "Rater" }))],
    ["formFor", () => formFor(quickScreen, plain("victim"))],
    ["an export", () => toFhir(quickScreen, plain({}))],
  ])("%s", (_, act) => expect(messageOf(act)).toContain(refused));
});

describe("what was coded under a misspelt axis is not left out in silence", () => {
  it.each<[string, unknown, string]>([
    ["no axes", undefined, "not_an_object"],
    ["an axis", { relationshp: "work_study" }, "unknown_item: relationshp. Nearest: relationship."],
    ["an item id for an axis", { prior_relationship: "work_study" }, "unknown_item: prior_relationship."],
    ["an aim", { aims: { wants_back: "yes" } }, "unknown_item: aims.wants_back."],
  ])("%s", (_, axes, message) => expect(messageOf(() => classifyAxes(plain(axes)))).toContain(message));
});
