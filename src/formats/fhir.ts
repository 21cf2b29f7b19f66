import { formFor } from "../assessment/index.ts";
import type { Instrument, Respondent } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import { type AnswerSets, answerSets } from "./fhir-answer-sets.ts";
import { enableWhen } from "./fhir-enable-when.ts";
import { answerTo, boundsInFhirPath, type FhirPath, fhirPath, variableOf } from "./fhir-path.ts";
import { formLayout, identityOf, type LaidBound, type LaidItem } from "./form-layout.ts";
import { boundText, englishFormWords, type FormWords, reasonField, reasonText } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import type { Exported } from "./loss.ts";
import { programName } from "./program-name.ts";
import { textOf } from "./shared-parts.ts";

type Json = Readonly<Record<string, unknown>>;

/** How an instrument is put into a FHIR R4 Questionnaire. */
export interface FhirOptions {
  readonly respondent: Respondent;
  /** The base of canonical addresses; the instrument's id and version are added. */
  readonly base?: string;
  /** The words shown for not knowing. */
  readonly words?: FormWords;
}

/**
 * The base of canonical addresses, unless another is given.
 *
 * @internal
 */
export const usualBase = "urn:stalker-typology";
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
 * item with its codes and the two words for not knowing, and two hidden calculated items for each named rule,
 * `NAME_low` and `NAME_high`. What several of them need is worked out once, as a `variable` of the questionnaire. Answers
 * stand in contained value sets; `toFhirDefinitions` gives their code systems. Branching is plain `enableWhen` where that
 * can say it, and `enableWhenExpression` elsewhere, without variables. Under a number or a date that is left empty, a
 * second question asks why, so that not knowing is not lost.
 *
 * The other wording goes along as an extension of the item, and a rater note as its help. What cannot be carried is in
 * `losses`.
 *
 * @example
 * const { document } = toFhir(relationshipAndMotive, { respondent: "rater" });
 * document.resourceType; // => "Questionnaire"
 */
export function toFhir(instrument: Instrument, options: FhirOptions): Exported<FhirQuestionnaire> {
  formGiven(instrument);
  const { respondent, base = usualBase, words = englishFormWords } = objectGiven(options, "options");
  const { id, version, title, purpose } = instrument;
  const { sections, bounds, losses } = formLayout(instrument, respondent, fhirPath());
  const { shared, texts } = boundsInFhirPath(bounds);
  const sets = answerSets(instrument, base, words);
  const asked = sections.flatMap(({ items }) => items);
  const used = new Set<unknown>(asked.map((each) => sets.of.get(each.id)?.valueSet));
  const own = formFor(instrument, respondent);
  const questions = (items: readonly LaidItem<FhirPath>[]) =>
    items.flatMap((laid) => questionsFor(laid, own, respondent, sets, words));
  return {
    document: {
      resourceType: "Questionnaire",
      ...(shared.length === 0 ? {} : { extension: shared.map(({ name, text }) => variableOf(name, text)) }),
      contained: sets.contained.filter(({ id: name }) => used.has(name)),
      url: questionnaireUrl(instrument, respondent, base),
      identifier: [{ system: `${base}:hash`, value: identityOf(instrument).hash }],
      version,
      name: programName(id),
      title,
      status: "draft",
      experimental: true,
      subjectType: ["Patient", "RelatedPerson", "Person"],
      description: purpose,
      purpose: filled(words.limits, { uses: instrument.notFor.join("; "), validation: instrument.validation }),
      item: [
        ...sections.map(({ name, title: text, items }) => ({
          linkId: sectionLink(name),
          text,
          type: "group",
          item: questions(items),
        })),
        ...bounds.map((bound, at) => calculatedItem(bound, texts[at] ?? "", words)),
      ],
    },
    losses,
  };
}

/**
 * The canonical address of an instrument's questionnaire for one respondent.
 *
 * @internal
 */
export function questionnaireUrl({ id }: Instrument, respondent: Respondent, base: string): string {
  return `${base}:questionnaire:${id}:${respondent}`;
}

/**
 * The link id of a section's group.
 *
 * @internal
 */
export function sectionLink(name: string | undefined): string {
  return name === undefined ? "section" : `section_${name}`;
}

function questionsFor(
  { id, item, shownIf: gate }: LaidItem<FhirPath>,
  own: Instrument,
  respondent: Respondent,
  sets: AnswerSets,
  words: FormWords,
): readonly Json[] {
  const { responses, askIf } = item;
  // In full, without variables: what checks a response may know none.
  const shownIf = gate === undefined ? undefined : textOf(gate.part);
  const other: Respondent = respondent === "rater" ? "target" : "rater";
  const reason = reasonField(id, item);
  const answerValueSet = `#${sets.of.get(id)?.valueSet}`;
  const flat = askIf === undefined ? undefined : enableWhen(askIf, own, sets.of);
  const bound = responses.kind === "number" && responses.integer ? "valueInteger" : "valueDecimal";
  const question = {
    linkId: id,
    prefix: item.code,
    text: item.text[respondent],
    type: typeOf(item.responses),
    required: false,
    extension: [
      { url: `${usualBase}:wording-${other}`, valueString: item.text[other] },
      ...(shownIf === undefined || flat !== undefined ? [] : [expression("enableWhenExpression", shownIf)]),
      ...(responses.kind === "number"
        ? [
            { url: `${core}/minValue`, [bound]: responses.min },
            { url: `${core}/maxValue`, [bound]: responses.max },
          ]
        : []),
      ...(reason === undefined ? [itemControl("radio-button")] : []),
    ],
    ...flat,
    ...(reason === undefined ? { answerValueSet } : {}),
    ...(item.raterNote === undefined || respondent !== "rater" ? {} : { item: [help(id, item.raterNote)] }),
  };
  if (reason === undefined) return [question];
  const empty = `${answerTo(id)}.empty()`;
  const why = {
    linkId: reason,
    text: reasonText(item.text[respondent], words),
    type: "choice",
    required: false,
    extension: [
      expression("enableWhenExpression", shownIf === undefined ? empty : `(${shownIf} and ${empty})`),
      itemControl("radio-button"),
    ],
    answerValueSet,
  };
  return [question, why];
}

function typeOf(responses: LaidItem["item"]["responses"]): "choice" | "date" | "integer" | "decimal" {
  if (responses.kind !== "number") return responses.kind;
  return responses.integer ? "integer" : "decimal";
}

function help(id: string, text: string): Json {
  return { linkId: `${id}_help`, text, type: "display", extension: [itemControl("help")] };
}

function itemControl(code: "radio-button" | "help"): Json {
  const coding = [{ system: "http://hl7.org/fhir/questionnaire-item-control", code }];
  return { url: `${core}/questionnaire-itemControl`, valueCodeableConcept: { coding } };
}

function calculatedItem(bound: LaidBound<FhirPath>, formula: string, words: FormWords): Json {
  const { name, kind } = bound;
  return {
    linkId: name,
    text: boundText(bound, words),
    type: kind === "condition" ? "boolean" : "decimal",
    readOnly: true,
    required: false,
    extension: [
      { url: `${core}/questionnaire-hidden`, valueBoolean: true },
      expression("calculatedExpression", formula),
    ],
  };
}

function expression(kind: "enableWhenExpression" | "calculatedExpression", text: string): Json {
  return {
    url: `${sdc}/sdc-questionnaire-${kind}`,
    valueExpression: { language: "text/fhirpath", expression: text },
  };
}
