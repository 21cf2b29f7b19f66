import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quickScreen as form } from "../../src/content/instruments/index.ts";
import { fromFhir, type ReadBack, toFhir, toFhirResponse } from "../../src/formats/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { toy } from "../support/toy-instruments.ts";

const coded = (code: unknown) => ({ valueCoding: { code } });
const response = (...item: readonly unknown[]) => ({
  resourceType: "QuestionnaireResponse",
  status: "completed",
  item,
});
const codes = ({ issues }: ReadBack) => issues.map(({ code, path }) => [code, ...path].join(" "));

describe("a QuestionnaireResponse with a part of the wrong form", () => {
  it.each<[string, unknown, string]>([
    ["an answer that is no list", response({ linkId: "danger_now", answer: coded("no") }), "malformed item 0 answer"],
    ["an answer that is text", response({ linkId: "danger_now", answer: "no" }), "malformed item 0 answer"],
    [
      "items that are no list",
      { ...response(), item: { linkId: "danger_now", answer: [coded("no")] } },
      "malformed item",
    ],
    ["an item that is no object", response("danger_now"), "malformed item 0"],
    ["an item that is a list", response([{ linkId: "danger_now", answer: [coded("no")] }]), "malformed item 0"],
    [
      "a group's items that are no list",
      response({ linkId: "a", item: { linkId: "danger_now", answer: [coded("no")] } }),
      "malformed item 0 item",
    ],
    [
      "items below an answer that are no list",
      response({ linkId: "a", answer: [{ item: { linkId: "danger_now" } }] }),
      "malformed item 0 answer 0 item",
    ],
    ["an answer without a linkId", response({ answer: [coded("no")] }), "malformed item 0 linkId"],
    [
      "a coding without a code",
      response({ linkId: "danger_now", answer: [coded(undefined)] }),
      "wrong_type item 0 answer 0 valueCoding code",
    ],
    [
      "text for a code",
      response({ linkId: "danger_now", answer: [{ valueString: "no" }] }),
      "wrong_type item 0 answer 0",
    ],
    [
      "two values in one answer",
      response({ linkId: "danger_now", answer: [{ ...coded("no"), valueInteger: 1 }] }),
      "several_answers item 0 answer 0",
    ],
    ["nothing", {}, "malformed"],
    ["neither a type nor items", { status: "completed" }, "malformed"],
    ["another resource", { resourceType: "Patient", id: "p" }, "malformed"],
  ])("%s: has an issue at its place", (_, broken, issue) => {
    const read = fromFhir(broken, form);
    expect(read.answers).toEqual({});
    expect(codes(read)).toContain(issue);
  });

  it.each(["entered-in-error", "Entered-In-Error", "draft", 3])("the status %j: no answer is taken", (status) => {
    const read = fromFhir({ ...response({ linkId: "danger_now", answer: [coded("no")] }), status }, form);
    expect(read.answers).toEqual({});
    expect(codes(read)).toEqual(["unknown_option status"]);
  });

  it.each(["completed", "amended", "in-progress", "stopped"])("the status %j: what was answered is read", (status) => {
    const read = fromFhir({ ...response({ linkId: "danger_now", answer: [coded("no")] }), status }, form);
    expect(read).toEqual({ answers: { danger_now: "no" }, issues: [] });
  });

  it("a response that does not say its status or its type is read, and that is named", () => {
    const { status, resourceType, ...bare } = response({ linkId: "danger_now", answer: [coded("no")] });
    const read = fromFhir(bare, form);
    expect(read.answers).toEqual({ danger_now: "no" });
    expect(codes(read)).toEqual(["malformed resourceType", "malformed status"]);
    expect(codes(fromFhir({ ...bare, status }, form))).toEqual(["malformed resourceType"]);
    expect(codes(fromFhir({ ...bare, resourceType }, form))).toEqual(["malformed status"]);
  });

  const turning = { modifierExtension: [{ url: "urn:example:negated", valueBoolean: true }] };

  it.each([
    ["implicitRules", { implicitRules: "urn:example:rules" }],
    ["modifierExtension", turning],
  ])("a response with %s: no answer is taken, since it may turn the meaning", (part, with_) => {
    const read = fromFhir({ ...response({ linkId: "danger_now", answer: [coded("no")] }), ...with_ }, form);
    expect(read.answers).toEqual({});
    expect(codes(read)).toEqual([`malformed ${part}`]);
  });

  it("nothing is taken from an item or an answer with a modifierExtension, nor from below it, and the rest is read", () => {
    const read = fromFhir(
      response(
        { linkId: "danger_now", answer: [coded("no")], ...turning },
        { linkId: "a", item: [{ linkId: "on_two_occasions", answer: [coded("yes")] }], ...turning },
        { linkId: "cannot_let_go", answer: [{ ...coded("yes"), ...turning }] },
        { linkId: "unusual_effort", answer: [coded("yes")], extension: [{ url: "urn:example:x", valueInteger: 1 }] },
      ),
      form,
    );
    expect(read.answers).toEqual({ unusual_effort: "yes" });
    expect(codes(read)).toEqual([
      "malformed item 0 modifierExtension",
      "malformed item 1 modifierExtension",
      "malformed item 2 answer 0 modifierExtension",
    ]);
  });

  it("a question that the form does not have is named as such, whatever stands for its answer", () => {
    const answers = [{ valueString: "yes" }, { valueCoding: { display: "Yes" } }, {}];
    const read = fromFhir(response(...answers.map((each, at) => ({ linkId: `other-${at}`, answer: [each] }))), form);
    expect(codes(read)).toEqual(answers.map((_, at) => `unknown_item item ${at} answer 0`));
  });

  it("a coding without a code is at fault there, and a code of another version is read and named", () => {
    const read = fromFhir(
      response(
        { linkId: "danger_now", answer: [{ valueCoding: { display: "Yes" } }] },
        { linkId: "cannot_let_go", answer: [{ valueCoding: { code: "yes", version: "0.0.1" } }] },
        { linkId: "unusual_effort", answer: [{ valueCoding: { code: "yes", version: form.version } }] },
      ),
      form,
    );
    expect(read.answers).toEqual({ cannot_let_go: "yes", unusual_effort: "yes" });
    expect(codes(read)).toEqual([
      "wrong_type item 0 answer 0 valueCoding code",
      "version_mismatch item 1 answer 0 valueCoding version",
    ]);
  });

  it("a response to the wording for raters that gives no version is told which one was expected of it", () => {
    const { url, version } = toFhir(form, { respondent: "rater" }).document;
    const read = fromFhir({ ...response(), questionnaire: url }, form);
    expect(read.issues).toEqual([
      { code: "version_mismatch", path: ["questionnaire"], expected: [`${url}|${version}`] },
    ]);
  });

  it("a code of another system is refused for why a number was not given too", () => {
    const coding = (system: string) => [{ valueCoding: { system, code: "not_sure" } }];
    const read = fromFhir(response({ linkId: "days_not_known", answer: coding("urn:else") }), toy);
    expect(read.answers).toEqual({});
    expect(codes(read)).toEqual(["unknown_option item 0 answer 0 valueCoding system"]);
    const [system = ""] = read.issues[0]?.expected ?? [];
    expect(fromFhir(response({ linkId: "days_not_known", answer: coding(system) }), toy)).toEqual({
      answers: { days: "not_sure" },
      issues: [],
    });
  });

  it("anything in place of any part: every item is read as before, or there is an issue", () => {
    const anything = fc
      .oneof(
        fc.constantFrom(null, true, 3, "no", {}, [[]], [null]),
        fc.json().map((text) => JSON.parse(text)),
      )
      .filter((value) => JSON.stringify(value) !== "[]"); // an empty list has no answers, and some systems write one
    const cases = answersTo(form).map((answers) => toFhirResponse(answers, form, { respondent: "target" }).document);
    fc.assert(
      fc.property(cases, fc.nat(), anything, (document, at, instead) => {
        const sound = Object.keys(fromFhir(document, form).answers);
        const { answers, issues } = fromFhir(withPart(document, at, instead), form);
        if (issues.length === 0) expect(Object.keys(answers)).toEqual(sound);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A copy in which one of the lists, objects and values below `item` is something else. */
function withPart(document: unknown, at: number, instead: unknown): unknown {
  const places: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]) => {
    if (path[0] === "item") places.push(path);
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
  };
  walk(document, []);
  const place = places[at % places.length];
  const copy = JSON.parse(JSON.stringify(document));
  if (place === undefined) return copy;
  let within = copy;
  for (const key of place.slice(0, -1)) within = within[key];
  within[place.at(-1) ?? ""] = instead;
  return copy;
}
