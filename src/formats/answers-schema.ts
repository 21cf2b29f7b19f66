import type { Instrument } from "../instrument/index.ts";
import { states } from "../rules/index.ts";

/**
 * The JSON Schema (2020-12) of answers to an instrument: exact codes and the words for not knowing, nothing else.
 *
 * @example
 * answersSchema(relationshipAndMotive).additionalProperties; // => false
 */
export function answersSchema(instrument: Instrument): Readonly<Record<string, unknown>> {
  const properties = Object.entries(instrument.items).map(([id, { responses, text }]) => {
    const words = states.map((state) => ({ const: state }));
    const known =
      responses.kind === "choice"
        ? Object.entries(responses.options).map(([code, { label }]) => ({ const: code, title: label }))
        : responses.kind === "number"
          ? [{ type: responses.integer ? "integer" : "number", minimum: responses.min, maximum: responses.max }]
          : [{ type: "string", format: "date" }];
    return [id, { title: text.rater, oneOf: [...known, ...words] }];
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:stalker-typology:${instrument.id}:${instrument.version}`,
    title: instrument.title,
    description: `${instrument.purpose} An absent item is not asked.`,
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}
