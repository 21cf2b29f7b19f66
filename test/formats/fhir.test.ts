import fc from "fast-check";
import fhirpath, { type Model } from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";
import { describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { fromFhir, toFhir, toFhirResponse } from "../../src/formats/index.ts";
import { contentHash, type Instrument } from "../../src/instrument/index.ts";
import { type Condition, evaluate, type Quantity } from "../../src/rules/index.ts";
import { answersTo, conditionsOver, quantitiesOver } from "../support/arbitraries.ts";
import { toy, toyAlike, toyChoices } from "../support/toy-instruments.ts";

const all: readonly Instrument[] = [...Object.values(content), toy, toyAlike];
type When = { question: string; operator: "=" | "exists"; answerCoding?: { code: string }; answerBoolean?: boolean };
type Item = {
  linkId: string;
  enableWhen?: When[];
  enableBehavior?: "all" | "any";
  type: string;
  item?: Item[];
  extension?: Extension[];
};
type Extension = { url: string; valueExpression?: { name?: string; language: string; expression: string } };

const flat = (items: readonly Item[]): readonly Item[] => items.flatMap((each) => [each, ...flat(each.item ?? [])]);
const expressionOf = (item: Item, kind: string) =>
  item.extension?.find(({ url }) => url.endsWith(kind))?.valueExpression?.expression;

/** What a questionnaire's expressions come to on a response: the variables of its root in order, then each item's own. */
function worksOut({ extension = [], item }: { extension?: Extension[]; item: readonly Item[] }) {
  const compile = (expression: string) => fhirpath.compile(expression, r4 as Model);
  const variables = extension.map(({ valueExpression }) => ({
    name: valueExpression?.name ?? "",
    value: compile(valueExpression?.expression ?? ""),
  }));
  const compiled = new Map(
    flat(item).flatMap((each) => {
      const expression = expressionOf(each, "enableWhenExpression") ?? expressionOf(each, "calculatedExpression");
      return expression === undefined ? [] : [[each.linkId, compile(expression)] as const];
    }),
  );
  return (response: object) => {
    const known: Record<string, unknown> = { resource: response };
    for (const { name, value } of variables) known[name] = value(response, known);
    return (linkId: string) =>
      (compiled.get(linkId)?.(response, known) as readonly (boolean | number)[] | undefined)?.[0];
  };
}

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
  const plain = new Map(items.flatMap((item) => (item.enableWhen === undefined ? [] : [[item.linkId, item] as const])));
  const results = worksOut(document as unknown as { extension?: Extension[]; item: Item[] });
  const variables = (document as { extension?: Extension[] }).extension ?? [];

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
        const result = results(response);
        const shown = new Set(visibleItems(own, answers));
        for (const [id, item] of Object.entries(form.items)) {
          if (item.askIf === undefined || (item.askOnly !== undefined && item.askOnly !== respondent)) continue;
          const gate = plain.get(id);
          const isShown = gate === undefined ? result(id) : enabled(gate, response);
          expect([id, isShown]).toEqual([id, shown.has(id)]);
        }
        for (const [name, { rule }] of Object.entries(form.indicators)) {
          if (lost.includes(name)) continue;
          const ends = [result(`${name}_low`), result(`${name}_high`)].map(Number);
          expect([name, ...ends]).toEqual([name, ...evaluate(rule, answers, own)]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("has expressions that are short, each alone and all together", () => {
    const expressions = [...variables, ...items.flatMap(({ extension = [] }) => extension)].flatMap(
      ({ valueExpression }) => (valueExpression === undefined ? [] : [valueExpression.expression.length]),
    );
    expect(Math.max(0, ...expressions)).toBeLessThan(1000);
    expect(expressions.reduce((sum, length) => sum + length, 0)).toBeLessThan(12_000);
  });

  it("is no longer than it would be without variables", () => {
    const full = new Map<string, string>();
    const inFull = (text: string) => text.replace(/%(\w+)/g, (whole, name: string) => full.get(name) ?? whole);
    for (const { valueExpression: each } of variables) full.set(each?.name ?? "", inFull(each?.expression ?? ""));
    const { extension: _, ...rest } = document;
    const without = JSON.stringify({ extension: [], ...rest }, (_key, value) =>
      typeof value === "string" ? inFull(value) : value,
    );
    expect(JSON.stringify(document).length).toBeLessThanOrEqual(without.length);
  });

  it("states variables with names of their own, of which each knows only those before it, and none is idle", () => {
    const names = variables.map(({ valueExpression }) => valueExpression?.name ?? "");
    expect(new Set(names).size).toBe(names.length);
    expect(variables.every(({ url }) => url === "http://hl7.org/fhir/StructureDefinition/variable")).toBe(true);
    expect(variables.every(({ valueExpression }) => valueExpression?.language === "text/fhirpath")).toBe(true);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9]{0,63}$/);
    const usedIn = (expression = "") => [...expression.matchAll(/%([A-Za-z]\w*)/g)].flatMap(([, name = ""]) => name);
    const used = new Set<string>();
    for (const [at, { valueExpression }] of variables.entries()) {
      const known = ["resource", ...names.slice(0, at)];
      for (const name of usedIn(valueExpression?.expression)) {
        expect(known).toContain(name);
        used.add(name);
      }
    }
    for (const item of items) {
      for (const name of usedIn(expressionOf(item, "calculatedExpression"))) {
        expect(["resource", ...names]).toContain(name);
        used.add(name);
      }
      // What checks a response may know no variables, so showing does not rest on them.
      for (const name of usedIn(expressionOf(item, "enableWhenExpression"))) expect(name).toBe("resource");
    }
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe("rules in FHIRPath", () => {
  const withRules = (form: Instrument, rules: readonly (Condition | Quantity)[]): Instrument => ({
    ...form,
    indicators: {
      ...form.indicators,
      ...Object.fromEntries(rules.map((rule, at) => [`rule_${at}`, { ...form.indicators.known!, rule }] as const)),
    },
  });
  const sameEnds = (form: Instrument, answers: Parameters<typeof toFhirResponse>[0]) => {
    const { document, losses } = toFhir(form, { respondent: "rater" });
    const result = worksOut(document as unknown as { extension?: Extension[]; item: Item[] })(
      toFhirResponse(answers, form, { respondent: "rater" }).document,
    );
    const lost = losses.filter(({ code }) => code === "rule_not_expressible").map(({ path }) => path[1]);
    const kept = Object.entries(form.indicators).filter(([name]) => !lost.includes(name));
    for (const [name, { rule }] of kept) {
      const ends = [result(`${name}_low`), result(`${name}_high`)].map(Number);
      expect([name, ...ends]).toEqual([name, ...evaluate(rule, answers, form)]);
    }
    return { document, kept: kept.length };
  };

  it.each([toy, toyChoices].map((form) => [form.id, form] as const))(
    "come out as the library evaluates them, any rules over %s that share parts with each other",
    (_, form) => {
      const rules = fc.array(fc.oneof(conditionsOver(form), quantitiesOver(form)), { minLength: 1, maxLength: 6 });
      let shared = 0;
      fc.assert(
        fc.property(rules, fc.array(answersTo(form), { minLength: 3, maxLength: 3 }), (of, several) => {
          for (const answers of several) {
            // Each rule twice, so that there is something to share.
            const { document } = sameEnds(withRules(form, [...of, ...of, ...of]), answers);
            shared += (document.extension as readonly unknown[] | undefined)?.length ?? 0;
          }
        }),
        { numRuns: 100 },
      );
      expect(shared).toBeGreaterThan(100);
    },
  );
});

it.each(all.map((form) => [form.id, form] as const))(
  "%s: every list of codes says when it was made, since some readers take none that does not",
  (_, form) => {
    for (const { expansion } of toFhir(form, { respondent: "rater" }).document.contained)
      expect(expansion).toMatchObject({ timestamp: expect.stringMatching(/^\d{4}(-\d{2}(-\d{2})?)?$/) });
  },
);

describe("a QuestionnaireResponse from elsewhere", () => {
  const form = content.quickScreen;
  const coding = (code: string) => ({ valueCoding: { code } });
  const sound = { resourceType: "QuestionnaireResponse", status: "completed" } as const;

  it("keeps what can be read beside what cannot, with its place", () => {
    const response = {
      ...sound,
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
    const made = (questionnaire: string) => fromFhir({ ...sound, questionnaire, item }, form);
    expect(made(`${document.url}|${document.version}`).issues).toEqual([]);
    expect(made(`${document.url}|0.0.9`)).toMatchObject({
      answers: { danger_now: "no" },
      issues: [{ code: "version_mismatch", path: ["questionnaire"] }],
    });
  });

  it("refuses a code of another system", () => {
    const item = [{ linkId: "danger_now", answer: [{ valueCoding: { system: "urn:else", code: "no" } }] }];
    expect(fromFhir({ ...sound, item }, form)).toMatchObject({
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
