import type { Instrument } from "../instrument/index.ts";
import { states } from "../rules/index.ts";
import { type FhirOptions, responseSets, usualWords } from "./fhir.ts";

type Json = Readonly<Record<string, unknown>>;

/** What could be read of a QuestionnaireResponse, and what could not. */
export interface FromFhir {
  /** Answers as they stand there; `parseAnswers` says whether each is one of its item's. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Places that were left out: linkIds that the form has not, and items with more than one answer. */
  readonly left: readonly {
    readonly linkId: string;
    readonly why: "unknown_link_id" | "several_answers" | "no_value";
  }[];
}

/**
 * The answers of a FHIR QuestionnaireResponse to an instrument exported by `toFhir`. What cannot be read is listed beside
 * what can; calculated items are passed over, since `score` works them out again.
 *
 * @example
 * const response = { resourceType: "QuestionnaireResponse", item: [{ linkId: "adult", answer: [{ valueCoding: { code: "yes" } }] }] };
 * fromFhir(response, relationshipAndMotive).answers; // => { adult: "yes" }
 */
export function fromFhir(response: unknown, instrument: Instrument): FromFhir {
  const answers: Record<string, unknown> = {};
  const left: { linkId: string; why: FromFhir["left"][number]["why"] }[] = [];
  const calculated = new Set(Object.keys(instrument.indicators).flatMap((each) => [`${each}_low`, `${each}_high`]));
  for (const item of itemsIn(response)) {
    const linkId = typeof item.linkId === "string" ? item.linkId : "";
    const given = Array.isArray(item.answer) ? item.answer : [];
    if (given.length === 0 || calculated.has(linkId)) continue;
    if (!Object.hasOwn(instrument.items, linkId)) left.push({ linkId, why: "unknown_link_id" });
    else if (given.length > 1) left.push({ linkId, why: "several_answers" });
    else {
      const value = valueIn(given[0]);
      if (value === undefined) left.push({ linkId, why: "no_value" });
      else answers[linkId] = value;
    }
  }
  return { answers, left };
}

/** The deepest nesting that is followed; a response nests no deeper than its questionnaire. */
const deepest = 10;

function itemsIn(part: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (typeof part !== "object" || part === null || depth > deepest) return [];
  const { item } = part as { readonly item?: unknown };
  if (!Array.isArray(item)) return [];
  return item.flatMap((each: unknown) =>
    typeof each === "object" && each !== null
      ? [each as Readonly<Record<string, unknown>>, ...itemsIn(each, depth + 1)]
      : [],
  );
}

function valueIn(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return undefined;
  const { valueCoding, valueInteger, valueDecimal, valueDate } = answer as Readonly<Record<string, unknown>>;
  if (typeof valueCoding === "object" && valueCoding !== null && "code" in valueCoding) return valueCoding.code;
  return valueInteger ?? valueDecimal ?? valueDate;
}

/**
 * Answers as a FHIR QuestionnaireResponse. `not_asked` and closed items are left out; a word for not knowing on an item
 * without codes is left out as well, since FHIR has no place for it.
 */
export function toFhirResponse(
  answers: Readonly<Record<string, string | number>>,
  instrument: Instrument,
  { respondent, base = "urn:stalker-typology", authored }: FhirOptions & { readonly authored?: string },
): Json {
  const sets = responseSets(instrument, base, usualWords);
  const item = Object.keys(instrument.items).flatMap((id): readonly Json[] => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const system = sets.of.get(id)?.system;
    if (answer === undefined || answer === "not_asked" || answer === "closed") return [];
    if (system !== undefined) return [{ linkId: id, answer: [{ valueCoding: { system, code: answer } }] }];
    if ((states as readonly unknown[]).includes(answer)) return [];
    const responses = instrument.items[id]?.responses;
    const key =
      responses?.kind === "date"
        ? "valueDate"
        : responses?.kind === "number" && responses.integer
          ? "valueInteger"
          : "valueDecimal";
    return [{ linkId: id, answer: [{ [key]: answer }] }];
  });
  return {
    resourceType: "QuestionnaireResponse",
    questionnaire: `${base}:questionnaire:${instrument.id}:${respondent}|${instrument.version}`,
    status: "completed",
    ...(authored === undefined ? {} : { authored }),
    item,
  };
}
