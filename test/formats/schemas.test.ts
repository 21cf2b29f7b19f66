import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { score } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { answersSchema, answersStandardSchema, answersZod, openApi, resultSchema } from "../../src/formats/index.ts";
import { type Instrument, parseAnswers } from "../../src/instrument/index.ts";
import { answersOrOther, answersTo } from "../support/arbitraries.ts";

const all: readonly Instrument[] = Object.values(content);
const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;

function compiled(schema: object, validateFormats = true) {
  const ajv = new Ajv2020({ strict: true, validateFormats });
  addFormats.default(ajv, ["date"]);
  return ajv.compile(schema);
}

describe.each(all.map((form) => [form.id, form] as const))("%s", (_, form) => {
  it("the JSON Schema of answers, under ajv in strict mode, and the zod schema accept exactly what parseAnswers does", () => {
    const accepts = compiled(answersSchema(form));
    const zod = answersZod(form);
    let good = 0;
    fc.assert(
      fc.property(answersOrOther(form), (answers) => {
        const parsed = parseAnswers(answers, form);
        const read = zod.safeParse(answers);
        if (parsed.ok) good += 1;
        expect([accepts(answers), read.success]).toEqual([parsed.ok, parsed.ok]);
        if (parsed.ok) expect(read.data).toEqual(parsed.value);
      }),
      { numRuns: 1000 }, // 11 forms: 11,000 sets of answers
    );
    expect(good).toBeGreaterThan(100);
    expect(good).toBeLessThan(1000);
  });

  it("zod itself turns the zod schema into a JSON Schema, which takes whatever the schema does", () => {
    const { $schema: _, ...schema } = z.toJSONSchema(answersZod(form));
    const accepts = compiled(schema);
    fc.assert(
      fc.property(answersOrOther(form), (answers) => {
        if (answersZod(form).safeParse(answers).success) expect(accepts(answers)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("the JSON Schema of answers lists first that an item is not asked, which a form made from it starts with", () => {
    const schema = answersSchema(form) as { properties: Record<string, { oneOf: { type?: string }[] }> };
    for (const { oneOf } of Object.values(schema.properties)) expect(oneOf[0]?.type).toBe("null");
  });

  it("the JSON Schema of answers holds each question and its note for raters", () => {
    const schema = answersSchema(form) as { properties: Record<string, { title?: string; description?: string }> };
    const held = Object.values(schema.properties).map(({ title, description }) => [title, description]);
    expect(held).toEqual(Object.values(form.items).map(({ text, raterNote }) => [text.rater, raterNote]));
  });

  it("the JSON Schema of answers accepts the same where formats are not checked, but for days that no month has", () => {
    const accepts = compiled(answersSchema(form), false);
    fc.assert(
      fc.property(answersOrOther(form), (answers) => {
        const dated = Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [id, answer === "2024-02-30" ? "2024-02-29" : answer]),
        );
        expect(accepts(answers)).toBe(parseAnswers(dated, form).ok);
      }),
      { numRuns: 300 },
    );
  });

  it("the Standard Schema accepts the same, and says where each fault is", () => {
    const { validate } = answersStandardSchema(form)["~standard"];
    fc.assert(
      fc.property(answersOrOther(form), (answers) => {
        const result = validate(answers);
        const parsed = parseAnswers(answers, form);
        if (parsed.ok) expect(result).toEqual({ value: parsed.value });
        else
          expect("issues" in result && result.issues.map(({ path }) => path)).toEqual(
            parsed.issues.map(({ path }) => path),
          );
      }),
      { numRuns: 200 },
    );
  });

  it("the JSON Schema of results accepts every result, and none of another shape", () => {
    const accepts = compiled(resultSchema(form));
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const result = JSON.parse(JSON.stringify(score(form, answers, context)));
        accepts(result);
        expect(accepts.errors ?? []).toEqual([]);
        expect(accepts({ ...result, humanReview: { status: "done" } })).toBe(false);
        expect(accepts({ ...result, probability: 0.4 })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("the OpenAPI description holds both schemas, which accept what the schemas themselves accept", () => {
    const { components } = openApi(form) as unknown as { components: { schemas: Record<string, object> } };
    const [answers = {}, result = {}] = Object.values(components.schemas);
    expect(compiled(answers)({})).toBe(true);
    expect(compiled(answers)({ nothing: "yes" })).toBe(false);
    expect(compiled(result)(JSON.parse(JSON.stringify(score(form, {}, context))))).toBe(true);
  });
});
