import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  answerItem,
  coverage,
  crossChecksFound,
  formFor,
  goBack,
  interruptionsNow,
  nextItem,
  progress,
  rowScorer,
  startAdministration,
  visibleItems,
} from "../../src/assessment/index.ts";
import { nisvs } from "../../src/content/definitions/index.ts";
import { quickScreen, riskGuide } from "../../src/content/instruments/index.ts";
import { groupings } from "../../src/content/typologies/index.ts";
import {
  applyProfile,
  casenessReader,
  defineProfile,
  mergedScope,
  withParameters,
} from "../../src/definition/index.ts";
import * as formats from "../../src/formats/index.ts";
import * as incidents from "../../src/incidents/index.ts";
import {
  classify,
  classifyAxes,
  defineInstrument,
  defineTypology,
  evaluate,
  explain,
  fiveTypes,
  describe as inWords,
  itemsOf,
  nextQuestion,
  parseAnswers,
  possibleOutcomes,
  relationshipAndMotive,
  score,
  sufficientReason,
  whatWouldChange,
} from "../../src/index.ts";
import * as inquiry from "../../src/inquiry/index.ts";
import { contentHash, inWordings, wordingsOf } from "../../src/instrument/index.ts";
import {
  AssessmentError,
  parseCatalogue,
  sentenceFor,
  messageOf as sentenceOf,
  valueOrThrow,
} from "../../src/issues/index.ts";
import * as judgement from "../../src/judgement/index.ts";
import { scoreSummary } from "../../src/reports/index.ts";
import { prorate, value } from "../../src/rules/index.ts";
import { classifySql, duckdb, profileSql, scoreSql } from "../../src/sql/index.ts";
import * as typology from "../../src/typology/index.ts";
import { messageOf } from "../support/message-of.ts";

const { toFhir } = formats;

/** What plain JavaScript can hand to a function: nothing checks the arguments before the function does. */
const plain = (value: unknown) => value as never;
const question = typology.typeQuestion(fiveTypes);
const log = plain({ entries: [], behaviours: [], asOf: "2026-03-01" });
const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;

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
      "SQL of a typology that is none",
      () => classifySql(plain(undefined), { dialect: duckdb, table: "t" }),
      "malformed: typology. Expected an object with types.",
    ],
    ["SQL of a form that is none", () => scoreSql(plain(undefined), { dialect: duckdb, table: "t" }), noForm],
    ["SQL without options", () => scoreSql(quickScreen, plain(undefined)), "malformed: options."],
    [
      "SQL of a definition that is none",
      () => profileSql(plain(undefined), { dialect: duckdb, table: "t" }),
      "malformed: profile. Expected an object with tests.",
    ],
    ["a rule of a kind that is none", () => evaluate(plain({ kind: "al", of: [] }), {}), "malformed: rule."],
    [
      "pages of a kind that is none",
      () => formats.toSurveyJs(quickScreen, plain({ respondent: "target", pages: "page" })),
      "unknown_option: pages. Expected one of: items, sections.",
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
      "not_an_object. Found: nothing.",
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

describe("an argument that plain JavaScript left out is named", () => {
  const begun = startAdministration(quickScreen, { respondent: "rater" });
  it.each<[string, () => unknown, string]>([
    ["score", () => score(quickScreen, {}, plain(undefined)), "context"],
    ["rowScorer", () => rowScorer(quickScreen, plain(undefined)), "context"],
    ["startAdministration", () => startAdministration(quickScreen, plain(undefined)), "options"],
    ["nextItem", () => nextItem(quickScreen, plain(undefined)), "administration"],
    ["answerItem", () => answerItem(quickScreen, plain(undefined), "danger_now", "yes"), "administration"],
    ["answerItem without a form", () => answerItem(plain(null), begun, "danger_now", "yes"), "instrument"],
    ["goBack", () => goBack(plain(undefined)), "administration"],
    ["progress", () => progress(quickScreen, plain(undefined)), "administration"],
    ["interruptionsNow", () => interruptionsNow(quickScreen, plain(undefined)), "administration"],
    ["visibleItems", () => visibleItems(plain(undefined), {}), "instrument"],
    ["coverage", () => coverage(plain(undefined), {}), "instrument"],
    ["evaluate", () => evaluate(plain(undefined), {}), "rule"],
    ["explain", () => explain(plain(null), {}), "rule"],
    ["describe", () => inWords(plain(undefined)), "rule"],
    ["itemsOf", () => itemsOf(plain(undefined)), "rule"],
    ["prorate", () => prorate(plain(undefined), {}), "rule"],
    ["prorate of another rule", () => prorate(plain(value("days")), {}), "rule"],
    ["messageOf", () => sentenceOf(plain(undefined)), "issue"],
    ["messageOf without words", () => sentenceOf({ code: "malformed", path: [] }, plain(null)), "words"],
    ["sentenceFor", () => sentenceFor("malformed", plain("de")), "words"],
    ["valueOrThrow", () => valueOrThrow(plain(undefined)), "result"],
    ["valueOrThrow of a value", () => valueOrThrow(plain("yes")), "result"],
    ["wordingsOf", () => wordingsOf(plain(undefined)), "content"],
    ["inWordings", () => inWordings(plain("ssb-quick"), {}), "content"],
    ["typeIds", () => typology.typeIds(plain(undefined)), "typology"],
    ["typeQuestion", () => typology.typeQuestion(plain("five-types")), "typology"],
    ["crossChecksFound", () => crossChecksFound(plain([null]), {}), "checks.1"],
    ["mergedScope", () => mergedScope(quickScreen, plain(undefined)), "forms.2"],
    ["openApi", () => formats.openApi(plain({ items: {} })), "instrument"],
    ["resultSchema", () => formats.resultSchema(plain({ items: {} })), "instrument"],
    ["toFhirDefinitions", () => formats.toFhirDefinitions(plain({ items: {} })), "instrument"],
    ["defineInstrument", () => defineInstrument(plain(undefined)), "specification"],
    ["defineInstrument of items alone", () => defineInstrument(plain({ items: {} })), "specification"],
    ["defineTypology", () => defineTypology(plain(undefined)), "typology"],
    ["classify over a typology", () => typology.classify({}, plain(undefined)), "options"],
    ["possibleOutcomes over a typology", () => typology.possibleOutcomes({}, plain(undefined)), "options"],
    ["possibleOutcomes of no question", () => inquiry.possibleOutcomes(plain(undefined), {}), "question"],
    ["possibleOutcomes of a decision", () => inquiry.possibleOutcomes(plain(question.decision), {}), "question"],
    ["possibleOutcomes of a typology", () => inquiry.possibleOutcomes(plain(fiveTypes), {}), "question"],
    ["nextQuestion of no question", () => inquiry.nextQuestion(plain(null), {}), "question"],
    ["openItems of no question", () => inquiry.openItems(plain("types"), {}), "question"],
    ["sufficientReason of no question", () => inquiry.sufficientReason(plain(undefined), {}), "question"],
    ["whatWouldChange of no question", () => inquiry.whatWouldChange(plain({}), {}), "question"],
    ["inquire of no question", () => inquiry.inquire(plain(undefined), {}), "question"],
    ["a question without a form", () => inquiry.inquire(plain({ decision: question.decision }), {}), "question"],
    ["group", () => typology.group({}, plain(undefined)), "grouping"],
    ["defineGrouping", () => typology.defineGrouping(plain(undefined)), "grouping"],
    [
      "answersFromLog",
      () => incidents.answersFromLog(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })),
      "log",
    ],
    [
      "contactAfterToldToStop",
      () => incidents.contactAfterToldToStop(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })),
      "log",
    ],
    [
      "durationDays",
      () => incidents.durationDays(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })),
      "log",
    ],
    ["escalation", () => incidents.escalation(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })), "log"],
    [
      "firstAppearance",
      () => incidents.firstAppearance(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })),
      "log",
    ],
    [
      "frequencyBands",
      () => incidents.frequencyBands(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })),
      "log",
    ],
    ["gaps of entries alone", () => incidents.gaps(plain([])), "log"],
    ["gaps", () => incidents.gaps(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })), "log"],
    ["newKinds", () => incidents.newKinds(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })), "log"],
    ["occasions", () => incidents.occasions(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })), "log"],
    [
      "rateOverTime",
      () => incidents.rateOverTime(plain(undefined), plain({ gapHours: 24, since: "2026-01-01" })),
      "log",
    ],
    ["answersFromLog of a log alone", () => incidents.answersFromLog(log, plain(undefined)), "reading"],
    ["contactAfterToldToStop of a log alone", () => incidents.contactAfterToldToStop(log, plain(undefined)), "choice"],
    ["escalation of a log alone", () => incidents.escalation(log, plain(undefined)), "choice"],
    ["frequencyBands of a log alone", () => incidents.frequencyBands(log, plain(undefined)), "choice"],
    ["newKinds of a log alone", () => incidents.newKinds(log, plain(undefined)), "choice"],
    ["occasions of a log alone", () => incidents.occasions(log, plain(undefined)), "choice"],
    ["rateOverTime of a log alone", () => incidents.rateOverTime(log, plain(undefined)), "choice"],
    ["parseIncidentLog", () => incidents.parseIncidentLog([], plain(undefined)), "options"],
    ["recordJudgement", () => judgement.recordJudgement(plain(undefined), plain({})), "form"],
    [
      "recordJudgement of a form alone",
      () => judgement.recordJudgement(plain({ judgedDomains: [] }), plain(null)),
      "entered",
    ],
    ["changeJudgement", () => judgement.changeJudgement(plain(undefined), plain({}), plain({})), "form"],
    ["standingResponse", () => judgement.standingResponse(plain(undefined), "x"), "revealed"],
    ["defineRatingForm", () => judgement.defineRatingForm(plain(undefined)), "form"],
    ["parseRating", () => judgement.parseRating({}, plain(undefined)), "form"],
    ["researchIndex", () => judgement.researchIndex(plain(undefined), plain({}), plain({})), "form"],
    ["summariseRating", () => judgement.summariseRating(plain({ factors: {} }), plain(undefined)), "rating"],
    ["defineProfile", () => defineProfile(plain(undefined)), "specification"],
    ["withParameters", () => withParameters(plain(undefined), {}), "profile"],
  ])("%s", (_, act, argument) => expect(messageOf(act)).toContain(`malformed: ${argument}. Expected an object with`));
});

describe("an argument that is no object, list or text is named", () => {
  it.each<[string, () => unknown, string]>([
    ["contentHash", () => contentHash(plain(undefined)), "malformed: content. Expected object."],
    ["contentHash of a form's id", () => contentHash(plain("ssb-quick")), "malformed: content."],
    ["contentHash of what JSON cannot hold", () => contentHash([Number.NaN]), "malformed: value. Expected plain data."],
    ["wordingsOf without options", () => wordingsOf(quickScreen, plain(null)), "malformed: options."],
    ["parseCatalogue", () => parseCatalogue({}, plain(undefined)), "malformed: english. Expected object."],
    ["crossChecksFound", () => crossChecksFound([], plain(undefined)), "malformed: answers. Expected object."],
  ])("%s", (_, act, message) => expect(messageOf(act)).toContain(message));
});

class Coded {
  get adult() {
    return "no";
  }
}

describe("what does not hold its answers in its own keys is refused, and not read as nothing answered", () => {
  const holders: readonly [string, unknown][] = [
    ["a Map", new Map([["danger_now", "yes"]])],
    ["form data", new URLSearchParams("danger_now=yes")],
    ["a Set", new Set(["danger_now"])],
    ["a date", new Date(0)],
    ["an instance of a class", new Coded()],
    ["an object behind another", Object.create({ danger_now: "yes" })],
    ["a list", ["danger_now"]],
    ["null", null],
  ];
  const readers: readonly [string, (answers: never) => unknown][] = [
    ["classify", (answers) => classify(answers)],
    ["possibleOutcomes", (answers) => possibleOutcomes(answers)],
    ["nextQuestion", (answers) => nextQuestion(answers)],
    ["sufficientReason", (answers) => sufficientReason(answers)],
    ["whatWouldChange", (answers) => whatWouldChange(answers)],
    ["standingsClassifier", (answers) => typology.standingsClassifier(fiveTypes)(answers)],
    ["group", (answers) => typology.group(answers, groupings.recon_2006)],
    ["score", (answers) => score(quickScreen, answers, context)],
    ["coverage", (answers) => coverage(quickScreen, answers)],
    ["visibleItems", (answers) => visibleItems(quickScreen, answers)],
    ["evaluate", (answers) => evaluate({ kind: "one_of", item: "danger_now", codes: ["yes"] }, answers)],
    ["explain", (answers) => explain({ kind: "one_of", item: "danger_now", codes: ["yes"] }, answers)],
    ["applyProfile", (answers) => applyProfile(nisvs, answers)],
    ["casenessReader", (answers) => casenessReader([nisvs])(answers)],
    ["classifyAxes", (answers) => classifyAxes(answers)],
    ["possibleOutcomes of a question", (answers) => inquiry.possibleOutcomes(question, answers)],
    ["nextQuestion of a question", (answers) => inquiry.nextQuestion(question, answers)],
    ["openItems of a question", (answers) => inquiry.openItems(question, answers)],
    ["sufficientReason of a question", (answers) => inquiry.sufficientReason(question, answers)],
    ["whatWouldChange of a question", (answers) => inquiry.whatWouldChange(question, answers)],
    ["inquire", (answers) => inquiry.inquire(question, answers)],
    ["parseAnswers", (answers) => valueOrThrow(parseAnswers(answers))],
  ];
  it.each(readers)("by %s", (_, read) => {
    for (const [name, holder] of holders)
      expect([name, messageOf(() => read(plain(holder)))]).toEqual([name, expect.stringContaining("not_an_object")]);
  });

  it("while plain objects of another context, and such without a prototype, are read", () => {
    const elsewhere = runInNewContext('({ danger_now: "yes" })');
    const bare = Object.assign(Object.create(null), { danger_now: "yes" });
    const own = score(quickScreen, { danger_now: "yes" }, context);
    expect([score(quickScreen, elsewhere, context), score(quickScreen, bare, context)]).toEqual([own, own]);
    expect(valueOrThrow(parseAnswers(elsewhere, quickScreen))).toEqual({ danger_now: "yes" });
  });
});

describe("what was coded under a misspelt axis is not left out in silence", () => {
  it.each<[string, unknown, string]>([
    ["no axes", undefined, "not_an_object"],
    ["an axis", { relationshp: "work_study" }, "unknown_item: relationshp. Nearest: relationship."],
    ["an item id for an axis", { prior_relationship: "work_study" }, "unknown_item: prior_relationship."],
    ["an aim", { aims: { wants_back: "yes" } }, "unknown_item: aims.wants_back."],
    ["aims in a Map", { aims: new Map([["restore_bond", "yes"]]) }, "not_an_object: aims. Found: an object."],
    ["signs in a Map", { signs: new Map([["lonely", "yes"]]) }, "not_an_object: signs. Found: an object."],
    ["aims that are a word", { aims: "restore_bond" }, "not_an_object: aims."],
    [
      "a sign that an aim codes too",
      { aims: { restore_bond: "yes" }, signs: { wants_back: "no" } },
      "duplicate_name: signs.wants_back.",
    ],
    [
      "a sign that an axis codes too",
      { bond: "no", signs: { mutual_bond: "yes" } },
      "duplicate_name: signs.mutual_bond.",
    ],
  ])("%s", (_, axes, message) => expect(messageOf(() => classifyAxes(plain(axes)))).toContain(message));
});

describe("a wrong code is named by the axis that it was given for", () => {
  it.each<[string, unknown, string]>([
    ["an axis", { relationship: "friends" }, "unknown_option: relationship."],
    ["another", { firstAim: "revenge" }, "unknown_option: firstAim."],
    ["an aim", { aims: { restore_bond: "Yes" } }, "unknown_option: aims.restore_bond."],
    ["a sign", { signs: { lonely: "Yes" } }, "unknown_option: signs.lonely."],
    ["a sign that there is not", { signs: { lonly: "yes" } }, "unknown_item: signs.lonly. Nearest: lonely."],
    ["the item of an axis among the signs", { signs: { mutual_bond: "Yes" } }, "unknown_option: signs.mutual_bond."],
  ])("%s", (_, axes, message) => expect(messageOf(() => classifyAxes(plain(axes)))).toContain(message));
});
