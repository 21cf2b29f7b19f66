import { contentHash, type Instrument, type Respondent } from "../instrument/index.ts";
import { type Rule, twoValued } from "../rules/index.ts";
import type { Exported, Loss } from "./loss.ts";
import { type FormulaLanguage, printNumber, printTruth } from "./print-formula.ts";

type Json = Readonly<Record<string, unknown>>;

/** How an instrument is put into a FHIR R4 Questionnaire. */
export interface FhirOptions {
  readonly respondent: Respondent;
  /** The base of canonical addresses; the instrument's id and version are added. */
  readonly base?: string;
  readonly words?: { readonly not_sure: string; readonly prefer_not: string };
}

/** The words shown for not knowing, unless others are given. */
export const usualWords = { not_sure: "I am not sure", prefer_not: "I would rather not say" } as const;
const sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition";
const core = "http://hl7.org/fhir/StructureDefinition";

/** A FHIR R4 Questionnaire, as far as this export fills it in. */
export interface FhirQuestionnaire extends Json {
  readonly resourceType: "Questionnaire";
  readonly url: string;
  readonly version: string;
  readonly contained: readonly Json[];
  readonly item: readonly Json[];
}

/**
 * An instrument as a FHIR R4 Questionnaire with structured data capture: a group for each section, a choice for each
 * item with its codes and the two words for not knowing, branching as `enableWhenExpression`, and two hidden calculated
 * items for each named rule, `NAME_low` and `NAME_high`. Codes stand in contained code systems and value sets.
 *
 * The other wording goes along as a designated text of the item (`rater` or `target`). What cannot be carried is in
 * `losses`.
 *
 * @example
 * const { document } = toFhir(relationshipAndMotive, { respondent: "rater" });
 * document.resourceType; // => "Questionnaire"
 */
export function toFhir(
  instrument: Instrument,
  { respondent, base = "urn:stalker-typology", words = usualWords }: FhirOptions,
): Exported<FhirQuestionnaire> {
  const { id, version, title, purpose } = instrument;
  const losses: Loss[] = [...generalLosses(instrument)];
  const sets = responseSets(instrument, base, words);
  const ids = Object.keys(instrument.items).filter((item) => {
    const only = instrument.items[item]?.askOnly;
    return only === undefined || only === respondent;
  });
  const within = (section: string | undefined) => ids.filter((item) => instrument.items[item]?.section === section);
  const question = (item: string) => questionItem(item, instrument, respondent, sets, losses);
  const groups = Object.entries(instrument.sections).flatMap(([name, section]): readonly Json[] => {
    const items = within(name);
    return items.length === 0
      ? []
      : [{ linkId: `section_${name}`, text: section.title, type: "group", item: items.map(question) }];
  });
  const calculated = Object.entries(instrument.indicators).flatMap(([name, { means, rule }]) =>
    calculatedItems(name, means, rule, instrument, losses),
  );
  return {
    document: {
      resourceType: "Questionnaire",
      meta: { profile: [`${sdc}/sdc-questionnaire`] },
      contained: [...sets.contained],
      url: `${base}:questionnaire:${id}:${respondent}`,
      identifier: [{ system: `${base}:hash`, value: contentHash(instrument) }],
      version,
      name: name(id),
      title,
      status: "draft",
      experimental: true,
      subjectType: ["Patient", "RelatedPerson", "Person"],
      description: purpose,
      purpose: `Not for: ${instrument.notFor.join("; ")}. Validation: ${instrument.validation}.`,
      item: [...groups, ...within(undefined).map(question), ...calculated],
    },
    losses,
  };
}

/** The response sets of an instrument, as code systems and value sets. */
export interface ResponseSets {
  readonly contained: readonly Json[];
  /** By item: the value set of its answers and the code system they come from. */
  readonly of: ReadonlyMap<string, { readonly valueSet: string; readonly system: string }>;
}

/** Equal response sets become one code system and one value set. */
export function responseSets(
  { id, version, items }: Instrument,
  base: string,
  words: Readonly<Record<string, string>>,
): ResponseSets {
  const byOptions = new Map<string, { readonly valueSet: string; readonly system: string }>();
  const of = new Map<string, { readonly valueSet: string; readonly system: string }>();
  const contained: Json[] = [];
  for (const [item, { responses }] of Object.entries(items)) {
    if (responses.kind !== "choice") continue;
    const codes = [
      ...Object.entries(responses.options).map(([code, { label }]) => ({ code, display: label })),
      ...Object.entries(words).map(([code, display]) => ({ code, display })),
    ];
    const key = JSON.stringify(codes);
    let set = byOptions.get(key);
    if (set === undefined) {
      const number = byOptions.size + 1;
      set = { valueSet: `answers-${number}`, system: `${base}:${id}:answers-${number}` };
      byOptions.set(key, set);
      const shared = { version, status: "draft", experimental: true };
      contained.push(
        {
          resourceType: "CodeSystem",
          id: `codes-${number}`,
          url: set.system,
          ...shared,
          content: "complete",
          caseSensitive: true,
          concept: codes,
        },
        {
          resourceType: "ValueSet",
          id: set.valueSet,
          url: `${set.system}:all`,
          ...shared,
          compose: { include: [{ system: set.system, version, concept: codes }] },
        },
      );
    }
    of.set(item, set);
  }
  return { contained, of };
}

function questionItem(
  id: string,
  instrument: Instrument,
  respondent: Respondent,
  sets: ResponseSets,
  losses: Loss[],
): Json {
  const item = instrument.items[id];
  if (item === undefined) return {};
  const set = sets.of.get(id);
  const other: Respondent = respondent === "rater" ? "target" : "rater";
  const shown = item.askIf === undefined ? undefined : visible(item.askIf, instrument, id, losses);
  const { responses } = item;
  const extension = [
    { url: `urn:stalker-typology:wording-${other}`, valueString: item.text[other] },
    ...(item.raterNote === undefined ? [] : [{ url: "urn:stalker-typology:rater-note", valueString: item.raterNote }]),
    ...(shown === undefined
      ? []
      : [
          {
            url: `${sdc}/sdc-questionnaire-enableWhenExpression`,
            valueExpression: { language: "text/fhirpath", expression: shown },
          },
        ]),
    ...(responses.kind === "number"
      ? [
          { url: `${core}/minValue`, [responses.integer ? "valueInteger" : "valueDecimal"]: responses.min },
          { url: `${core}/maxValue`, [responses.integer ? "valueInteger" : "valueDecimal"]: responses.max },
        ]
      : []),
  ];
  return {
    linkId: id,
    prefix: item.code,
    text: item.text[respondent],
    type:
      responses.kind === "choice"
        ? "choice"
        : responses.kind === "date"
          ? "date"
          : responses.integer
            ? "integer"
            : "decimal",
    required: false,
    extension,
    ...(set === undefined ? {} : { answerValueSet: `#${set.valueSet}` }),
  };
}

function visible(rule: Rule, instrument: Instrument, id: string, losses: Loss[]): string | undefined {
  const found = twoValued(rule, instrument);
  if (found?.kind === "condition") return printTruth(found.high, language);
  losses.push({ path: ["items", id, "askIf"], code: "rule_not_expressible", says: "The question is always shown." });
  return undefined;
}

function calculatedItems(
  name: string,
  means: string,
  rule: Rule,
  instrument: Instrument,
  losses: Loss[],
): readonly Json[] {
  const found = twoValued(rule, instrument);
  if (found === undefined) {
    losses.push({ path: ["indicators", name], code: "rule_not_expressible", says: "Its value is not calculated." });
    return [];
  }
  const written =
    found.kind === "condition"
      ? { type: "boolean", low: printTruth(found.low, language), high: printTruth(found.high, language) }
      : { type: "decimal", low: printNumber(found.low, language), high: printNumber(found.high, language) };
  return (["low", "high"] as const).map((end) => ({
    linkId: `${name}_${end}`,
    text: `${means} (${end === "low" ? "least" : "most"}, given what is open)`,
    type: written.type,
    readOnly: true,
    required: false,
    extension: [
      { url: `${core}/questionnaire-hidden`, valueBoolean: true },
      {
        url: `${sdc}/sdc-questionnaire-calculatedExpression`,
        valueExpression: { language: "text/fhirpath", expression: written[end] },
      },
    ],
  }));
}

function generalLosses(instrument: Instrument): readonly Loss[] {
  return [
    { path: [], code: "evidence_not_carried", says: "Sources, grades and guidance are not carried." },
    ...(instrument.guidance ?? []).flatMap(({ interrupts }, at): readonly Loss[] =>
      interrupts === undefined
        ? []
        : [{ path: ["guidance", at], code: "pause_not_carried", says: "The form does not pause for it by itself." }],
    ),
    ...Object.entries(instrument.items).flatMap(([id, { responses }]): readonly Loss[] =>
      responses.kind === "choice"
        ? []
        : [
            {
              path: ["items", id],
              code: "state_not_carried",
              says: "Not sure and rather not say cannot be told apart from blank.",
            },
          ],
    ),
  ];
}

/** FHIR wants a name that could be a class of a program. */
function name(id: string): string {
  return id.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, first: string) => first.toUpperCase());
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
const answerTo = (item: string): string => `%resource.repeat(item).where(linkId = ${quoted(item)}).answer.value`;

const language: FormulaLanguage = {
  constant: (value) => String(value),
  holds: (item, codes) =>
    `${answerTo(item)}.where(${codes.map((code) => `code = ${quoted(code)}`).join(" or ")}).exists()`,
  hasNumber: (item) => `${answerTo(item)}.exists()`,
  and: (parts) => `(${parts.join(" and ")})`,
  or: (parts) => `(${parts.join(" or ")})`,
  not: (part) => `(${part}).not()`,
  compare: (left, sign, to) => `(${left} ${sign} ${to})`,
  number: (value) => (value < 0 ? `(${value})` : String(value)),
  answer: (item) => `${answerTo(item)}.first()`,
  choose: (test, then, otherwise) => `iif(${test}, ${then}, ${otherwise})`,
  plus: (parts) => `(${parts.join(" + ")})`,
};
