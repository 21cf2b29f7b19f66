import fc from "fast-check";
import fhirpath, { type Model } from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";
import { describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { fromFhir, toFhir, toFhirResponse } from "../../src/formats/index.ts";
import { contentHash, type Instrument } from "../../src/instrument/index.ts";
import { evaluate } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { toy } from "../support/toy-instruments.ts";

const all: readonly Instrument[] = [...Object.values(content), toy];
type When = { question: string; operator: "=" | "exists"; answerCoding?: { code: string }; answerBoolean?: boolean };
type Item = {
  linkId: string;
  enableWhen?: When[];
  enableBehavior?: "all" | "any";
  type: string;
  item?: Item[];
  extension?: { url: string; valueExpression?: { expression: string } }[];
};

const flat = (items: readonly Item[]): readonly Item[] => items.flatMap((each) => [each, ...flat(each.item ?? [])]);
const expressionOf = (item: Item, kind: string) =>
  item.extension?.find(({ url }) => url.endsWith(kind))?.valueExpression?.expression;

/** The codes answered in a response, by link id. */
function codesIn(response: object): ReadonlyMap<string, string | undefined> {
  const { item = [] } = response as { item?: { linkId: string; answer?: { valueCoding?: { code: string } }[] }[] };
  return new Map(
    item.flatMap((each) => [
      ...codesIn(each),
      ...(each.answer === undefined ? [] : [[each.linkId, each.answer[0]?.valueCoding?.code] as const]),
    ]),
  );
}

/** What FHIR says `enableWhen` means, read from the specification. */
function enabled({ enableWhen = [], enableBehavior }: Item, response: object): boolean {
  const codes = codesIn(response);
  const holds = ({ question, operator, answerCoding, answerBoolean }: When) =>
    operator === "exists" ? codes.has(question) === answerBoolean : codes.get(question) === answerCoding?.code;
  return enableBehavior === "all" ? enableWhen.every(holds) : enableWhen.some(holds);
}

describe.each(all.map((form) => [form.id, form] as const))("%s in FHIR R4", (_, form) => {
  const respondent = form.respondents[0] ?? "rater";
  const own = formFor(form, respondent);
  const { document, losses } = toFhir(form, { respondent });
  const items = flat(document.item as unknown as Item[]);
  const compiled = new Map(
    items.flatMap((item) => {
      const expression = expressionOf(item, "enableWhenExpression") ?? expressionOf(item, "calculatedExpression");
      return expression === undefined ? [] : [[item.linkId, fhirpath.compile(expression, r4 as Model)] as const];
    }),
  );
  const plain = new Map(items.flatMap((item) => (item.enableWhen === undefined ? [] : [[item.linkId, item] as const])));
  const truth = (linkId: string, response: object) =>
    (compiled.get(linkId)?.(response, { resource: response }) as readonly (boolean | number)[] | undefined)?.[0];

  it("names its version and hash, and every link id once", () => {
    expect(document).toMatchObject({ version: form.version, identifier: [{ value: contentHash(form) }] });
    const ids = items.map(({ linkId }) => linkId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(document.name).toMatch(/^[A-Z]([A-Za-z0-9_]){0,254}$/);
  });

  it("shows by FHIRPath what the library shows, and calculates the same bounds, whatever is open", () => {
    const lost = losses.filter(({ code }) => code === "rule_not_expressible").map(({ path }) => path[1]);
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const response = toFhirResponse(answers, form, { respondent }).document;
        const shown = new Set(visibleItems(own, answers));
        for (const [id, item] of Object.entries(form.items)) {
          if (item.askIf === undefined || (item.askOnly !== undefined && item.askOnly !== respondent)) continue;
          const gate = plain.get(id);
          const isShown = gate === undefined ? truth(id, response) : enabled(gate, response);
          expect([id, isShown]).toEqual([id, shown.has(id)]);
        }
        for (const [name, { rule }] of Object.entries(form.indicators)) {
          if (lost.includes(name)) continue;
          const ends = [truth(`${name}_low`, response), truth(`${name}_high`, response)].map(Number);
          expect([name, ...ends]).toEqual([name, ...evaluate(rule, answers, own)]);
        }
      }),
      { numRuns: Object.keys(form.items).length > 50 ? 5 : 25 }, // fhirpath.js takes seconds for each run of a long form
    );
  });
});

describe("a QuestionnaireResponse from elsewhere", () => {
  const form = content.quickScreen;
  const coding = (code: string) => ({ valueCoding: { code } });

  it("keeps what can be read beside what cannot, with its place", () => {
    const response = {
      item: [
        { linkId: "group", item: [{ linkId: "danger_now", answer: [coding("no")] }] },
        { linkId: "danger_then", answer: [coding("no")] },
        { linkId: "on_two_occasions", answer: [coding("yes"), coding("no")] },
        { linkId: "cannot_let_go", answer: [{ valueQuantity: { value: 1 } }] },
        { linkId: "unusual_effort", answer: [] },
      ],
    };
    expect(fromFhir(response, form)).toEqual({
      answers: { danger_now: "no" },
      issues: [
        { code: "wrong_type", path: ["item", 3, "answer", 0], expected: ["a coding, an integer, a decimal or a date"] },
        { code: "several_answers", path: ["item", 2, "answer"] },
        { code: "unknown_item", path: ["item", 1, "answer", 0] },
      ],
    });
  });

  it("says so if it was made with another version, and still reads what it can", () => {
    const { document } = toFhir(form, { respondent: "target" });
    const item = [{ linkId: "danger_now", answer: [coding("no")] }];
    const made = (questionnaire: string) => fromFhir({ questionnaire, item }, form);
    expect(made(`${document.url}|${document.version}`).issues).toEqual([]);
    expect(made(`${document.url}|0.0.9`)).toMatchObject({
      answers: { danger_now: "no" },
      issues: [{ code: "version_mismatch", path: ["questionnaire"] }],
    });
  });

  it("refuses a code of another system", () => {
    const item = [{ linkId: "danger_now", answer: [{ valueCoding: { system: "urn:else", code: "no" } }] }];
    expect(fromFhir({ item }, form)).toMatchObject({
      answers: {},
      issues: [{ code: "unknown_option", path: ["item", 0, "answer", 0, "valueCoding", "system"] }],
    });
  });

  it.each([
    [null],
    [42],
    ["text"],
    [{ item: "none" }],
    [{ item: [null, 3] }],
    [{ item: [{ linkId: "__proto__", answer: [coding("x")] }] }],
  ])("%j harms nothing", (response) => {
    expect(fromFhir(response, form).answers).toEqual({});
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
