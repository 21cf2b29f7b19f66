import type { Instrument } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import { states } from "../rules/index.ts";
import { identityOf } from "./form-layout.ts";
import { englishFormWords, type FormWords } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";

/** It stands first: a program that makes a form of a schema may show the first as what is chosen. */
const notAsked = { type: "null", title: "–" } as const;

/** How a schema is written. */
export interface SchemaOptions {
  /** What it says of itself. */
  readonly words?: FormWords;
}

/**
 * The JSON Schema (2020-12) of answers to an instrument: exact codes and the words for not knowing, nothing else.
 * It accepts exactly what `parseAnswers` accepts; `null`, like a missing item, is not asked. A validator that does not check
 * `format`, as many do not unless told to, takes a day that no month has for a date, and nothing else besides.
 *
 * @example
 * answersSchema(relationshipAndMotive).additionalProperties; // => false
 */
export function answersSchema(instrument: Instrument, options: SchemaOptions = {}): Readonly<Record<string, unknown>> {
  formGiven(instrument);
  const { words = englishFormWords } = objectGiven(options, "options");
  const properties = Object.entries(instrument.items).map(([id, { responses, text, raterNote }]) => {
    const notKnown = states.map((state) => ({
      const: state,
      title: state === "not_sure" || state === "prefer_not" ? words[state] : state,
    }));
    const known =
      responses.kind === "choice"
        ? Object.entries(responses.options).map(([code, { label }]) => ({ const: code, title: label }))
        : responses.kind === "number"
          ? [{ type: responses.integer ? "integer" : "number", minimum: responses.min, maximum: responses.max }]
          : [{ type: "string", format: "date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }];
    const described = raterNote === undefined ? {} : { description: raterNote };
    return [id, { title: text.rater, ...described, oneOf: [notAsked, ...known, ...notKnown] }];
  });
  const { version, hash } = identityOf(instrument);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:stalker-typology:${instrument.id}:${version}`,
    $comment: `${instrument.id} ${version} sha256:${hash}`,
    title: instrument.title,
    description: filled(words.answers_schema, { purpose: instrument.purpose }),
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}
