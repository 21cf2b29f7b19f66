import type { Instrument } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import { answersSchema, type SchemaOptions } from "./answers-schema.ts";
import { identityOf } from "./form-layout.ts";
import { englishFormWords } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import { programName } from "./program-name.ts";
import { resultSchema } from "./result-schema.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * An OpenAPI 3.1 description of one operation, scoring an instrument, with the schemas of its answers and results under
 * `components`. It is for taking into the description of a service; this package runs none.
 *
 * @example
 * Object.keys(openApi(relationshipAndMotive).paths); // => ["/score/ssb-type"]
 */
export function openApi(instrument: Instrument, options: SchemaOptions = {}): Json & { readonly paths: Json } {
  formGiven(instrument);
  const { words = englishFormWords } = objectGiven(options, "options");
  const { id, version, hash } = identityOf(instrument);
  const name = programName(id);
  const schema = (part: string) => ({ $ref: `#/components/schemas/${name}${part}` });
  const json = (part: string) => ({ "application/json": { schema: schema(part) } });
  return {
    openapi: "3.1.1",
    info: { title: instrument.title, version, description: instrument.purpose, "x-instrument": { id, version, hash } },
    paths: {
      [`/score/${id}`]: {
        post: {
          operationId: `score${name}`,
          summary: filled(words.score, { title: instrument.title }),
          requestBody: { required: true, content: json("Answers") },
          responses: {
            "200": { description: words.score_result, content: json("Result") },
            "422": { description: words.score_issues, content: json("Issues") },
          },
        },
      },
    },
    components: {
      schemas: {
        [`${name}Answers`]: inner(answersSchema(instrument, { words })),
        [`${name}Result`]: inner(resultSchema(instrument, { words })),
        [`${name}Issues`]: issues,
      },
    },
  };
}

/** A schema as a part of another document, which names its own dialect and address. */
function inner({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema;
}

const issues: Json = {
  type: "object",
  required: ["issues"],
  properties: {
    issues: {
      type: "array",
      items: {
        type: "object",
        required: ["code", "path"],
        properties: {
          code: { type: "string" },
          path: { type: "array", items: { anyOf: [{ type: "string" }, { type: "integer" }] } },
          expected: { type: "array", items: { type: "string" } },
          nearest: { type: "string" },
          shape: { type: "string" },
        },
      },
    },
  },
};
