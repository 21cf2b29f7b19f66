import type { Instrument } from "../instrument/index.ts";
import { englishFormWords, optionsOf, type UnknownWords } from "./form-words.ts";
import { keptFor } from "./kept-for.ts";

type Json = Readonly<Record<string, unknown>>;

/** A value set of answers, and the code system that its codes come from. */
export interface AnswerSet {
  readonly valueSet: string;
  readonly system: string;
  readonly codes: readonly string[];
}

/** The answers of an instrument's items, as code systems and value sets. */
export interface AnswerSets {
  /** The value sets, which the questionnaire contains. */
  readonly contained: readonly Json[];
  /** The code systems that they draw on. A resource may contain only what it refers to, so they stand on their own. */
  readonly systems: readonly Json[];
  /** By item. A number or a date has the set of reasons for not giving one. */
  readonly of: ReadonlyMap<string, AnswerSet>;
}

/** One code system and one value set for each different list of answers; items with equal lists share them. */
export function answerSets(instrument: Instrument, base: string, words: UnknownWords): AnswerSets {
  const { version, items } = instrument;
  const byOptions = new Map<string, AnswerSet>();
  const of = new Map<string, AnswerSet>();
  const contained: Json[] = [];
  const systems: Json[] = [];
  for (const [item, asked] of Object.entries(items)) {
    const concepts = optionsOf(asked, words).map(({ code, label }) => ({ code, display: label }));
    const key = JSON.stringify(concepts);
    let set = byOptions.get(key);
    if (set === undefined) {
      const number = byOptions.size + 1;
      set = {
        valueSet: `answers-${number}`,
        system: codeSystem(base, instrument, `answers-${number}`),
        codes: concepts.map(({ code }) => code),
      };
      byOptions.set(key, set);
      systems.push(codeSystemOf(set.system, `${instrument.id}-${set.valueSet}`, version, concepts));
      contained.push({
        resourceType: "ValueSet",
        // No address: servers look for a value set with one in their store and not here.
        id: set.valueSet,
        status: "draft",
        experimental: true,
        compose: { include: [{ system: set.system, version, concept: concepts }] },
        expansion: expansionOf(set.system, version, concepts),
      });
    }
    of.set(item, set);
  }
  return { contained, systems, of };
}

/**
 * When the codes were listed: a form's version has the same ones at any time, so it is the year of this library's content.
 * The format allows to say that there is no such time, but some readers then refuse the whole questionnaire.
 */
const listed = "2026";

/** All codes of a value set, so that a form can be shown without a terminology server. */
function expansionOf(system: string, version: string, concepts: readonly Json[]): Json {
  return {
    timestamp: listed,
    total: concepts.length,
    contains: concepts.map((concept) => ({ system, version, ...concept })),
  };
}

/** A code system that holds all of its codes. */
export function codeSystemOf(url: string, id: string, version: string, concept: readonly Json[]): Json {
  const status = { status: "draft", experimental: true };
  return { resourceType: "CodeSystem", id, url, version, ...status, caseSensitive: true, content: "complete", concept };
}

/** The address of the code system of a value set of an instrument's answers. */
export function codeSystem(base: string, { id }: Instrument, valueSet: string): string {
  return `${base}:${id}:${valueSet}`;
}

/** The name of each item's value set. It depends on neither the base nor the words. */
export const valueSetNames = keptFor(
  (instrument: Instrument): ReadonlyMap<string, string> =>
    new Map(
      [...answerSets(instrument, "", englishFormWords).of].map(([item, { valueSet }]) => [item, valueSet] as const),
    ),
);
