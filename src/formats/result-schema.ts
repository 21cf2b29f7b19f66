import type { Instrument } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import { isCondition } from "../rules/index.ts";
import type { SchemaOptions } from "./answers-schema.ts";
import { identityOf } from "./form-layout.ts";
import { englishFormWords } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (2020-12) of what `score` gives for an instrument: its own levels with their outcomes, its own named
 * rules as conditions or quantities, and the parts that every result has.
 *
 * @example
 * resultSchema(relationshipAndMotive).title; // => "Result of: Relationship and motive form"
 */
export function resultSchema(instrument: Instrument, options: SchemaOptions = {}): Json {
  formGiven(instrument);
  const { words = englishFormWords } = objectGiven(options, "options");
  const levels = Object.entries(instrument.levels ?? {}).map(([name, level]) => [
    name,
    levelSchema(Object.keys(level.outcomes)),
  ]);
  const indicators = Object.entries(instrument.indicators).map(([name, { rule }]) => [
    name,
    isCondition(rule, instrument) ? condition : quantity,
  ]);
  const items = { enum: Object.keys(instrument.items) };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:stalker-typology:${instrument.id}:${instrument.version}:result`,
    $comment: `${instrument.id} ${instrument.version} sha256:${identityOf(instrument).hash}`,
    title: filled(words.result_schema, { title: instrument.title }),
    description: words.result_note,
    ...closed({
      instrument: closed({ id: { const: instrument.id }, version: { const: instrument.version }, hash: text }),
      library: text,
      asOf: day,
      window: closed({ from: { anyOf: [day, { type: "null" }] }, to: day }),
      respondent: { enum: [...instrument.respondents, null] },
      notAskedOfThisRespondent: list(items),
      intendedUse: closed({
        purpose: text,
        notFor: list(text),
        notAbout: list(text),
        decisionSupportOnly: { const: true },
      }),
      completeness: closed({
        ...coverage(items),
        bySection: { type: "object", additionalProperties: closed(coverage(items)) },
      }),
      indicators: closed(Object.fromEntries(indicators)),
      levels: closed(Object.fromEntries(levels)),
      open: list(closed({ item: items, code: text, couldChange: list(text), couldKnow: list(text) })),
      contradictions: list(closed({ id: text, items: list(items), says: text })),
      guidance: list(
        closed({
          code: text,
          by: { enum: ["answers", "not_ruled_out", "level", "open_level"] },
          items: list(items),
          atOnce: { type: "boolean" },
        }),
      ),
      next: list(text),
      evidence: list(
        closed({ of: text, grade: text, directness: text, role: text, sources: list(text), designChoices: whole }),
      ),
      uncertainty: closed({
        openItems: whole,
        restOnDesignChoices: list(text),
        betweenRaters: { const: "not_assessed" },
      }),
      limits: list(text),
      humanReview: closed({ status: { const: "pending" } }),
    }),
  };
}

const text: Json = { type: "string" };
const whole: Json = { type: "integer", minimum: 0 };
const day: Json = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const list = (items: Json): Json => ({ type: "array", items });

/** An object with these properties, all there unless named optional, and no other. */
function closed(properties: Json, optional: readonly string[] = []): Json {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

const coverage = (items: Json): Json => ({
  items: whole,
  answered: whole,
  notSure: whole,
  preferNot: whole,
  notAsked: whole,
  closed: whole,
  setAside: list(items),
});

const condition: Json = closed({
  kind: { const: "condition" },
  means: text,
  truth: { enum: ["true", "false", "unknown"] },
});

const quantity: Json = closed(
  {
    kind: { const: "quantity" },
    means: text,
    low: { type: "number" },
    high: { type: "number" },
    range: { type: "array", prefixItems: [{ type: "number" }, { type: "number" }], minItems: 2, maxItems: 2 },
    prorated: { type: "object" },
  },
  ["prorated"],
);

function levelSchema(outcomes: readonly string[]): Json {
  const outcome = { enum: outcomes };
  const orNull = { enum: [...outcomes, null] };
  return closed({
    asks: text,
    ordered: { type: "boolean" },
    shown: {
      anyOf: [closed({ kind: { enum: ["settled", "at_least"] }, outcome }), closed({ kind: { const: "cannot_say" } })],
    },
    settled: { type: "boolean" },
    outcomes: { const: outcomes },
    possible: { ...list(outcome), minItems: 1, uniqueItems: true },
    proven: { type: "boolean" },
    atMost: orNull,
    atLeast: orNull,
    because: list(closed({ item: text, answer: { anyOf: [text, { type: "number" }] } })),
    open: list(text),
  });
}
