import { describe, expect, it } from "vitest";
import { answerItem, formFor, startAdministration } from "../../src/assessment/index.ts";
import { nisvs } from "../../src/content/definitions/index.ts";
import { quickScreen, riskGuide } from "../../src/content/instruments/index.ts";
import { applyProfile, withParameters } from "../../src/definition/index.ts";
import * as formats from "../../src/formats/index.ts";
import { classify, classifyAxes, fiveTypes, parseAnswers, relationshipAndMotive, score } from "../../src/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";
import { scoreSummary } from "../../src/reports/index.ts";
import { classifySql, duckdb, scoreSql } from "../../src/sql/index.ts";

const { toFhir } = formats;

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

describe("every function of formats, called with what is no form and no options", () => {
  const functions = Object.entries(formats).filter(([, each]) => typeof each === "function") as [
    string,
    (...values: readonly unknown[]) => unknown,
  ][];
  const wrong = [
    ["nothing"],
    ["null", null],
    ["an empty object", {}],
    ["a list", []],
    ["a word", "ssb-quick"],
  ] as const;

  it.each(functions.flatMap(([name, act]) => wrong.map(([what, ...value]) => [name, what, act, value] as const)))(
    "%s of %s is refused by a code",
    (_name, _what, act, value) => {
      const values = value.length === 0 ? [] : [value[0], value[0], value[0]];
      expect(() => act(...values)).toThrow(AssessmentError);
      // With a form in its place, the rest is refused or has issues; nothing is read of it in silence.
      for (const given of [
        [quickScreen, ...values],
        [values[0], quickScreen, ...values],
      ]) {
        try {
          act(...given);
        } catch (fault) {
          expect(fault).toBeInstanceOf(AssessmentError);
        }
      }
    },
  );

  it.each<[string, () => unknown, string]>([
    ["no options", () => formats.fromRedcap({}, quickScreen, plain(undefined)), "malformed: options."],
    [
      "values of another word",
      () => formats.fromRedcap({}, quickScreen, plain({ values: "Raw" })),
      "unknown_option: values. Expected one of: raw, label.",
    ],
    ["no values", () => formats.fromRedcap({}, quickScreen, plain({})), "unknown_option: values."],
    ["toFhir", () => toFhir(quickScreen, plain(undefined)), "malformed: options."],
    ["toSurveyJs", () => formats.toSurveyJs(quickScreen, plain(undefined)), "malformed: options."],
    ["toRedcap", () => formats.toRedcap(quickScreen, plain(undefined)), "malformed: options."],
    ["toXlsForm", () => formats.toXlsForm(quickScreen, plain(undefined)), "malformed: options."],
    ["toFhirResponse", () => formats.toFhirResponse({}, quickScreen, plain(undefined)), "malformed: options."],
    [
      "toFhirResponse",
      () => formats.toFhirResponse(plain(null), quickScreen, plain({ respondent: "target" })),
      "malformed: answers.",
    ],
    ["xlsFormChanges", () => formats.xlsFormChanges([], quickScreen, plain(undefined)), "malformed: options."],
    [
      "xlsFormChanges",
      () => formats.xlsFormChanges(plain([null]), quickScreen, { respondent: "target" }),
      "malformed: sheets.0.",
    ],
    ["fromArrow", () => formats.fromArrow(plain({ numRows: 1 }), quickScreen), "malformed: table"],
    ["fromFhir", () => formats.fromFhir({}, plain(undefined)), "malformed: instrument."],
    ["answersSchema", () => formats.answersSchema(quickScreen, plain(null)), "malformed: options."],
  ])("%s: names the argument", (_name, act, message) => expect(messageOf(act)).toContain(message));
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
