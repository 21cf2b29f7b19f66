import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import {
  fromFhir,
  fromOdk,
  fromRedcap,
  fromSurveyJs,
  type ReadBack,
  toFhirResponse,
  toRedcap,
  toRedcapRow,
  toSurveyJsData,
  toXlsForm,
} from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import type { Answers } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { toy, toyFractions } from "../support/toy-instruments.ts";

const all: readonly Instrument[] = [...Object.values(content), toy, toyFractions];
/** Raters are asked every item. */
const respondent = "rater";

/** What is blank in every other system: the branching tells not asked and closed apart again. */
const held = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== "not_asked" && answer !== "closed"),
  ) as Answers;

/** A row as REDCap exports it with labels, made from the dictionary alone. */
function labelled(row: Readonly<Record<string, string>>, form: Instrument, headers: "names" | "labels") {
  const { fields } = toRedcap(form, { respondent }).document;
  return Object.fromEntries(
    fields.map((field) => {
      const name = field["Variable / Field Name"] ?? "";
      const choices = (field["Choices, Calculations, OR Slider Labels"] ?? "").split(" | ");
      const pairs = choices.map((choice) => [
        choice.slice(0, choice.indexOf(", ")),
        choice.slice(choice.indexOf(", ") + 2),
      ]);
      const raw = row[name] ?? "";
      const cell = field["Field Type"] === "radio" ? (pairs.find(([code]) => code === raw)?.[1] ?? "") : raw;
      return [headers === "names" ? name : (field["Field Label"] ?? ""), cell];
    }),
  );
}

/** A submission as ODK sends it, made from the sheets alone. */
function submission(answers: Answers, form: Instrument): string {
  const { sheets } = toXlsForm(form, { respondent }).document;
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  const cell = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? "";
  const value = (name: string) => {
    const answer = answers[name];
    if (name.endsWith("_not_known")) {
      const word = answers[name.slice(0, -"_not_known".length)];
      return word === "not_sure" || word === "prefer_not" ? word : "";
    }
    const type = rows.find((row) => cell(row, "name") === name)?.[header.indexOf("type")] ?? "";
    return type.startsWith("select_one") ||
      typeof answer === "number" ||
      (type === "date" && /^\d/.test(String(answer)))
      ? (answer ?? "")
      : "";
  };
  const inner = rows.map((row) => {
    const name = cell(row, "name");
    if (cell(row, "type") === "begin_group") return `<${name}>`;
    if (cell(row, "type") === "end_group") return "</end>";
    if (cell(row, "type") === "calculate")
      return `<${name}>${/^'(.*)'$/.exec(cell(row, "calculation"))?.[1] ?? 0}</${name}>`;
    return `<${name}>${value(name)}</${name}>`;
  });
  let group = "";
  const closed = inner.map((text) => {
    if (/^<section[^>]*>$/.test(text)) group = text;
    return text === "</end>" ? group.replace("<", "</") : text;
  });
  const meta = "<orx:meta xmlns:orx='http://openrosa.org/xforms'><orx:instanceID>uuid:1</orx:instanceID></orx:meta>";
  return `<?xml version="1.0"?><data id="${form.id}" version="${form.version}">${closed.join("")}${meta}</data>`;
}

describe.each(all.map((form) => [form.id, form] as const))("answers to %s come back as they were given", (_, form) => {
  const cases = answersTo(form).map(held);
  const comesBack = (there: (answers: Answers) => ReadBack) =>
    fc.assert(
      fc.property(cases, (answers) => {
        expect(there(answers)).toEqual({ answers, issues: [] });
      }),
      { numRuns: 60 },
    );

  it("from a QuestionnaireResponse, but for those behind a closed gate, each of which is named", () => {
    fc.assert(
      fc.property(cases, (answers) => {
        const { document, losses } = toFhirResponse(answers, form, { respondent });
        const shown = visibleItems(formFor(form, respondent), answers);
        const setAside = Object.keys(answers).filter((id) => !shown.includes(id));
        const rest = Object.fromEntries(Object.entries(answers).filter(([id]) => shown.includes(id)));
        expect(fromFhir(JSON.parse(JSON.stringify(document)), form)).toEqual({ answers: rest, issues: [] });
        expect(losses.map(({ code, path }) => [code, ...path]).sort()).toEqual(
          setAside.map((id) => ["answer_set_aside", id]).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("from SurveyJS data", () => {
    comesBack((answers) => fromSurveyJs(toSurveyJsData(answers, form), form));
  });

  it("from a raw REDCap export", () => {
    comesBack((answers) => {
      const row = { record_id: "1", ...toRedcapRow(answers, form), [`${form.id.replaceAll("-", "_")}_complete`]: "2" };
      return fromRedcap(row, form, { values: "raw" });
    });
  });

  it("from a REDCap export with labels, under field names or field labels", () => {
    const texts = Object.values(form.items).map(({ text }) => text[respondent]);
    const unique = new Set(texts).size === texts.length;
    for (const headers of unique ? (["names", "labels"] as const) : (["names"] as const)) {
      comesBack((answers) =>
        fromRedcap(labelled(toRedcapRow(answers, form), form, headers), form, { values: "label" }),
      );
    }
  });

  it("from an ODK submission", () => {
    comesBack((answers) => fromOdk(submission(answers, form), form));
  });
});

describe("a record that does not fit is read as far as it can be", () => {
  const form = content.quickScreen;
  const codes = ({ issues }: ReadBack) => issues.map(({ code, path }) => [code, ...path]);

  it("REDCap with labels where codes are needed, an unknown field and another version", () => {
    const row = {
      record_id: "7",
      ssb_quick_version: "0.0.1",
      danger_now: "no",
      unusual_effort: "Yes",
      danger_nwo: "no",
    };
    const read = fromRedcap(row, form, { values: "raw" });
    expect(read.answers).toEqual({ danger_now: "no" });
    expect(codes(read)).toEqual([
      ["version_mismatch", "ssb_quick_version"],
      ["label_for_code", "unusual_effort"],
      ["unknown_item", "danger_nwo"],
    ]);
    expect(read.issues[2]?.nearest).toBe("danger_now");
  });

  it("REDCap with codes where labels are expected", () => {
    const read = fromRedcap({ danger_now: "no", unusual_effort: "Yes" }, form, { values: "label" });
    expect(read.answers).toEqual({ unusual_effort: "yes" });
    expect(codes(read)).toEqual([["unknown_option", "danger_now"]]);
  });

  it("SurveyJS data with several answers, a label and a question of another form", () => {
    const read = fromSurveyJs(
      { danger_now: ["yes", "no"], unusual_effort: "Yes", cannot_let_go: "no", other: 3 },
      form,
    );
    expect(read.answers).toEqual({ cannot_let_go: "no" });
    expect(codes(read)).toEqual([
      ["several_answers", "danger_now"],
      ["label_for_code", "unusual_effort"],
      ["unknown_item", "other"],
    ]);
  });

  it("an ODK submission to an edited form: a question more, a code more, several codes, another version", () => {
    const xml = `<data id="ssb-quick" version="2"><a><danger_now>maybe</danger_now><cannot_let_go>no</cannot_let_go>
      <unusual_effort>yes no</unusual_effort><their_idea>x</their_idea></a></data>`;
    const read = fromOdk(xml, form);
    expect(read.answers).toEqual({ cannot_let_go: "no" });
    expect(codes(read)).toEqual([
      ["version_mismatch", "data", "@version"],
      ["unknown_option", "data", "a", "danger_now"],
      ["several_answers", "data", "a", "unusual_effort"],
      ["unknown_item", "data", "a", "their_idea"],
    ]);
  });

  it("a row of ODK Central's CSV and of its JSON give the same answers", () => {
    const csv = {
      SubmissionDate: "2026-01-01",
      "a-danger_now": "no",
      "meta-instanceID": "uuid:1",
      KEY: "1",
      FormVersion: form.version,
    };
    const system = { formVersion: form.version, submitterId: "5", reviewState: null };
    const json = { __id: "1", a: { danger_now: "no" }, meta: { instanceID: "uuid:1" }, __system: system };
    for (const row of [csv, json]) expect(fromOdk(row, form)).toEqual({ answers: { danger_now: "no" }, issues: [] });
    const older = { ...json, __system: { ...system, formVersion: "0.0.1" } };
    expect(codes(fromOdk(older, form))).toEqual([["version_mismatch", "__system", "formVersion"]]);
  });

  it.each([
    ["ReviewState", { ReviewState: "rejected" }],
    ["__system reviewState", { __system: { reviewState: "rejected" } }],
    ["_validation_status", { _validation_status: "validation_status_not_approved" }],
    ["_validation_status", { _validation_status: "Not approved" }],
    ["_validation_status uid", { _validation_status: { uid: "validation_status_not_approved" } }],
    ["_validation_status label", { _validation_status: { label: "Not approved" } }],
    ["_submission__validation_status", { _submission__validation_status: "validation_status_not_approved" }],
    ["__system deletedAt", { __system: { reviewState: null, deletedAt: "2026-01-01T09:00:00.000Z" } }],
  ])("from an ODK submission that was rejected or deleted no answer is taken: %s", (place, status) => {
    const read = fromOdk({ "a-danger_now": "no", ...status }, form);
    expect(read.answers).toEqual({});
    expect(codes(read)).toEqual([["rejected_submission", ...place.split(" ")]]);
  });

  it.each([
    { ReviewState: "hasIssues" },
    { ReviewState: "" },
    { __system: { reviewState: null, deletedAt: null } },
    { _validation_status: "Approved" },
    { __system: null },
    { _validation_status: {} },
    { _validation_status: { uid: "validation_status_on_hold" } },
  ])("and from any other it is: %j", (status) => {
    expect(fromOdk({ "a-danger_now": "no", ...status }, form)).toEqual({ answers: { danger_now: "no" }, issues: [] });
  });

  it("what KoboToolbox adds to a row of its JSON or CSV is no unknown question", () => {
    const row = {
      ...{ _id: 7, "formhub/uuid": "3f", start: "2026-01-01T09:00:00", "a/danger_now": "no", __version__: "vX9" },
      ...{ _version_: "vX9", background_audio: "a.m4a", _submission__uuid: "1", _submission__id: 7 },
      _supplementalDetails: { voice: { transcript: { value: "x", languageCode: "en" } } },
      ...{ "meta/instanceID": "uuid:1", "meta/rootUuid": "1", _uuid: "1", _xform_id_string: "aB3", _index: 1 },
      ...{
        _attachments: [],
        _geolocation: [null, null],
        _tags: [],
        _notes: [],
        _submission_time: "2026-01-01T09:01:00",
      },
      ...{
        _status: "submitted_via_web",
        _submitted_by: null,
        _validation_status: { uid: "validation_status_approved" },
      },
    };
    expect(fromOdk(row, form)).toEqual({ answers: { danger_now: "no" }, issues: [] });
    const xml = "<a><formhub><uuid>3f</uuid></formhub><danger_now>no</danger_now><__version__>vX9</__version__></a>";
    expect(fromOdk(xml, form)).toEqual({ answers: { danger_now: "no" }, issues: [] });
  });

  it("an ODK submission that is too deep or has too many values is read up to there, in little time", () => {
    const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    const start = "<data><danger_now>no</danger_now>";
    const deep = fromOdk(`${start}${nested(100_000)}</data>`, form);
    expect(deep.answers).toEqual({ danger_now: "no" });
    expect(deep.issues.map(({ code, limit }) => [code, limit])).toEqual([["too_deep", 100]]);
    expect(fromOdk(`${start}${nested(99)}</data>`, form).issues).toEqual([]);
    const wide = fromOdk(`${start}${"<b></b>".repeat(20_000)}</data>`, form);
    expect(wide.answers).toEqual({ danger_now: "no" });
    expect(wide.issues.map(({ code, path, limit }) => [code, path, limit])).toEqual([["too_large", ["data"], 20_000]]);
  });

  it("an answer of an ODK submission beside which elements stand is named, and not taken", () => {
    const read = fromOdk(
      "<data><a>yes<danger_now>no</danger_now></a><unusual_effort>yes<b/></unusual_effort></data>",
      form,
    );
    expect(read.answers).toEqual({ danger_now: "no" });
    expect(codes(read)).toEqual([
      ["malformed", "data", "a"],
      ["malformed", "data", "unusual_effort"],
    ]);
  });

  it.each<[string, unknown, string, readonly string[]]>([
    ["a date", new Date(0), "malformed", ["other"]],
    ["no number", Number.NaN, "malformed", ["other"]],
    ["a function", () => 1, "malformed", ["other"]],
    ["a large picture", [{ content: "x".repeat(1_100_000) }], "too_large", ["other", "0", "content"]],
  ])("%s in one value does not take the other answers with it", (_, other, code, path) => {
    const record = { danger_now: "no", other, unusual_effort: "Yes" };
    for (const read of [
      fromSurveyJs(record, form),
      fromOdk(record, form),
      fromRedcap(record, form, { values: "raw" }),
    ]) {
      expect(read.answers).toEqual({ danger_now: "no" });
      expect(codes(read).map(([first, ...at]) => [first, ...at.map(String)])).toEqual([
        [code, ...path],
        ["label_for_code", "unusual_effort"],
      ]);
    }
  });

  it("nor does a key that would change what objects inherit, one of great length, or one that runs a program", () => {
    const key = "k".repeat(201);
    const record = JSON.parse(`{"__proto__":{"cannot_let_go":"yes"},"${key}":1,"danger_now":"no","constructor":"x"}`);
    Object.defineProperty(record, "unusual_effort", { enumerable: true, get: () => expect.unreachable() });
    for (const read of [
      fromSurveyJs(record, form),
      fromOdk(record, form),
      fromRedcap(record, form, { values: "raw" }),
    ]) {
      expect(read.answers).toEqual({ danger_now: "no" });
      expect(codes(read)).toEqual([
        ["bad_name", "__proto__"],
        ["too_large"],
        ["accessor_property", "unusual_effort"],
        ["unknown_item", "constructor"],
      ]);
    }
  });

  it("of a record with a symbol, a proxy that throws or too many names, all is refused that cannot be read", () => {
    const symbol = fromSurveyJs({ danger_now: "no", [Symbol("s")]: 1 }, form);
    expect([symbol.answers, codes(symbol)]).toEqual([{ danger_now: "no" }, [["malformed"]]]);
    const trap = () => {
      throw new Error("trap");
    };
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`n${at}`, 1]));
    for (const record of [new Proxy({}, { ownKeys: trap }), new Proxy({}, { getPrototypeOf: trap }), many]) {
      const { answers, issues } = fromSurveyJs(record, form);
      expect([answers, issues.length]).toEqual([{}, 1]);
    }
  });

  const sound = { resourceType: "QuestionnaireResponse", status: "completed" } as const;
  const choice = (linkId: string, ...given: readonly string[]) => ({
    linkId,
    answer: given.map((code) => ({ valueCoding: { code } })),
  });

  it.each<[string, ReadBack, readonly (string | number)[]]>([
    [
      "an ODK submission",
      fromOdk("<data><danger_now>yes</danger_now><danger_now>no</danger_now></data>", form),
      ["data", "danger_now"],
    ],
    ["a row of ODK's", fromOdk({ "a-danger_now": "yes", "b-danger_now": "no" }, form), ["b-danger_now"]],
    ["a row of ODK's, alike", fromOdk({ "a-danger_now": "yes", danger_now: "yes" }, form), ["danger_now"]],
    ["a row of ODK's, the first no code", fromOdk({ "a-danger_now": "Yes", danger_now: "no" }, form), ["danger_now"]],
    [
      "FHIR, in two items",
      fromFhir({ ...sound, item: [choice("danger_now", "yes"), choice("danger_now", "no")] }, form),
      ["item", 1, "answer", 0],
    ],
    [
      "FHIR, in one list",
      fromFhir({ ...sound, item: [choice("danger_now", "yes", "no")] }, form),
      ["item", 0, "answer"],
    ],
    [
      "FHIR, as a list and by itself",
      fromFhir({ ...sound, item: [choice("danger_now", "yes", "no"), choice("danger_now", "no")] }, form),
      ["item", 1, "answer", 0],
    ],
    ["SurveyJS", fromSurveyJs({ danger_now: ["yes", "no"] }, form), ["danger_now"]],
    ["REDCap", fromRedcap({ danger_now: "yes no" }, form, { values: "raw" }), ["danger_now"]],
    [
      "a number and why it is not known",
      fromSurveyJs({ days_not_known: "not_sure", days: 2 }, toy),
      ["days_not_known"],
    ],
  ])("several answers to one item, none of which is taken: %s", (_, { answers, issues }, path) => {
    expect(answers).toEqual({});
    expect(issues.at(-1)).toEqual({ code: "several_answers", path });
  });

  it.each([[null], [3], ["text"], [[]], [new Map()], ["<data"], ["<!DOCTYPE data [<!ENTITY a 'b'>]><data>&a;</data>"]])(
    "%j harms nothing",
    (broken) => {
      for (const read of [fromOdk, fromSurveyJs, fromFhir]) {
        const { answers, issues } = read(broken, form);
        expect(answers).toEqual({});
        expect(issues.length).toBeGreaterThan(0);
      }
    },
  );

  it("no issue holds an answer's value", () => {
    const secret = "secret-7391";
    const reads = [
      fromRedcap({ danger_now: secret, other: secret }, form, { values: "raw" }),
      fromRedcap({ danger_now: secret }, form, { values: "label" }),
      fromSurveyJs({ danger_now: secret, other: secret, instrument_version: secret }, form),
      fromOdk(`<data version="${secret}"><danger_now>${secret}</danger_now></data>`, form),
      fromFhir(
        { questionnaire: secret, item: [{ linkId: "danger_now", answer: [{ valueCoding: { code: secret } }] }] },
        form,
      ),
    ];
    for (const { issues } of reads) {
      expect(issues.length).toBeGreaterThan(0);
      expect(JSON.stringify(issues)).not.toContain(secret);
    }
  });
});
