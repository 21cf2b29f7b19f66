import { formFor, visibleItems } from "../assessment/index.ts";
import { type Instrument, plainCopy, type Respondent } from "../instrument/index.ts";
import { type Issue, isObject, type Path, shapeOf } from "../issues/index.ts";
import type { Answer, Answers } from "../rules/index.ts";
import { type FhirOptions, questionnaireUrl, sectionLink, usualBase } from "./fhir.ts";
import { codeSystem, valueSetNames } from "./fhir-answer-sets.ts";
import { reasonField } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import type { Exported, Loss } from "./loss.ts";
import { type FoundValue, fieldFor, heldAnswers, type ReadBack, readBack, versionIssues } from "./read-back.ts";

type Json = Readonly<Record<string, unknown>>;

/** A FHIR R4 QuestionnaireResponse, as far as this export fills it in. */
export interface FhirResponse extends Json {
  readonly resourceType: "QuestionnaireResponse";
  /** The canonical address of the questionnaire, with its version. */
  readonly questionnaire: string;
  readonly item: readonly FhirResponseItem[];
}

/** A group of a response, or a question with its answer. */
export interface FhirResponseItem extends Json {
  readonly linkId: string;
  readonly answer?: readonly Json[];
  readonly item?: readonly FhirResponseItem[];
}

/**
 * The answers in a FHIR QuestionnaireResponse to an instrument that `toFhir` exported, with a positioned issue for
 * everything that could not be read: another version, an unknown linkId, several answers, a code of another system, a part
 * of the wrong form. No answer is taken from a response whose status is not `completed`, `amended`, `in-progress` or
 * `stopped`, such as one that was entered in error; one that does not say its status or its type is read, and that is
 * named. Nor is any taken from what a `modifierExtension` or `implicitRules` stand on, since they may turn its meaning.
 *
 * @example
 * const item = [{ linkId: "adult", answer: [{ valueCoding: { code: "yes" } }] }];
 * const response = { resourceType: "QuestionnaireResponse", status: "completed", item };
 * fromFhir(response, relationshipAndMotive).answers; // => { adult: "yes" }
 */
export function fromFhir(response: unknown, instrument: Instrument, options: Pick<FhirOptions, "base"> = {}): ReadBack {
  formGiven(instrument);
  const { base = usualBase } = objectGiven(options, "options");
  const copy = plainCopy(response);
  if (!copy.ok) return { answers: {}, issues: copy.issues };
  if (!isObject(copy.value) || !isResponse(copy.value)) {
    return { answers: {}, issues: [{ code: "malformed", path: [], expected: ["a QuestionnaireResponse"] }] };
  }
  const { questionnaire, resourceType, status } = copy.value;
  if (status !== undefined && !standing.some((each) => each === status)) {
    return { answers: {}, issues: [{ code: "unknown_option", path: ["status"], expected: standing }] };
  }
  const turned = turningIn(copy.value, []);
  if (turned.length > 0) return { answers: {}, issues: turned };
  const systemOf = systemsIn(instrument, base);
  const issues: Issue[] = [
    ...(resourceType === undefined ? [missing("resourceType", ["QuestionnaireResponse"])] : []),
    ...(status === undefined ? [missing("status", standing)] : []),
    ...questionnaireIssues(questionnaire, instrument, base),
  ];
  const codes = { systemOf, version: instrument.version };
  const found = itemsIn(copy.value, [], issues).flatMap((each) => valuesIn(each, codes, issues));
  const read = readBack(found, instrument, {
    as: "codes",
    textNumbers: false,
    ofTheSystem: () => false,
  });
  return { answers: read.answers, issues: [...issues, ...read.issues] };
}

/** Whose answers stand: not one that was entered in error, nor one of a status that FHIR does not have. */
const standing = ["completed", "amended", "in-progress", "stopped"];

/** One that does not say its type is a response if it has items. */
const isResponse = ({ resourceType, item }: Json): boolean =>
  resourceType === "QuestionnaireResponse" || (resourceType === undefined && item !== undefined);

const missing = (part: string, expected: readonly string[]): Issue => ({ code: "malformed", path: [part], expected });

/** What FHIR lets turn the meaning of a part, so that whoever does not know it must not read on. */
function turningIn(part: Json, path: Path): readonly Issue[] {
  const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return ["implicitRules", "modifierExtension"].flatMap((key): readonly Issue[] =>
    isEmpty(part[key]) ? [] : [{ code: "malformed", path: [...path, key], expected: [`no ${key}`] }],
  );
}

/** By a question's link id: its own, or that of the question why it was not answered. */
type SystemOf = (linkId: string) => string | undefined;

function systemsIn(instrument: Instrument, base: string): SystemOf {
  const names = valueSetNames(instrument);
  const reasons = new Map(Object.entries(instrument.items).map(([id, item]) => [reasonField(id, item), id]));
  return (linkId) => {
    const name = names.get(linkId) ?? names.get(reasons.get(linkId) ?? "");
    return name === undefined ? undefined : codeSystem(base, instrument, name);
  };
}

function questionnaireIssues(told: unknown, instrument: Instrument, base: string): readonly Issue[] {
  const path = ["questionnaire"];
  const own = instrument.respondents.map((each) => `${questionnaireUrl(instrument, each, base)}|${instrument.version}`);
  const [address] = String(told).split("|");
  const found = own.find((each) => each.startsWith(`${address}|`)) ?? own[0] ?? "";
  return versionIssues(told, found, path);
}

interface FoundItem {
  readonly item: Json;
  readonly path: Path;
}

/** Every item at any depth, under other items and under their answers. */
function itemsIn(part: Json, path: Path, issues: Issue[]): readonly FoundItem[] {
  const items = objectsIn(part, "item", path, issues);
  const answers = objectsIn(part, "answer", path, issues);
  return [
    ...items.flatMap((each) => [each, ...itemsIn(each.item, each.path, issues)]),
    ...answers.flatMap((each) => itemsIn(each.item, each.path, issues)),
  ];
}

/** The objects of a list, with an issue for anything else, and for a value that is not a list. */
function objectsIn(part: Json, key: string, path: Path, issues: Issue[]): readonly FoundItem[] {
  const { [key]: list = [] } = part;
  const refuse = (place: Path, wanted: string, found: unknown): readonly FoundItem[] => {
    issues.push({ code: "malformed", path: place, expected: [wanted], shape: shapeOf(found) });
    return [];
  };
  if (!Array.isArray(list)) return refuse([...path, key], "array", list);
  return list.flatMap((each: unknown, at) => {
    const place = [...path, key, at];
    if (!isObject(each)) return refuse(place, "object", each);
    const turned = turningIn(each, place);
    issues.push(...turned);
    return turned.length > 0 ? [] : [{ item: each, path: place }];
  });
}

function valuesIn(
  { item, path }: FoundItem,
  { systemOf, version }: { readonly systemOf: SystemOf; readonly version: string },
  issues: Issue[],
): readonly FoundValue[] {
  const { linkId, answer } = item;
  if (typeof linkId !== "string") {
    issues.push({ code: "malformed", path: [...path, "linkId"], expected: ["a linkId"] });
    return [];
  }
  if (!Array.isArray(answer) || answer.length === 0) return [];
  const place = [...path, "answer"];
  if (answer.length > 1) return [{ name: linkId, value: answer, path: place }];
  const [only]: readonly unknown[] = answer;
  if (!isObject(only) || turningIn(only, place).length > 0) return []; // named where the answers were looked through
  const values = Object.keys(only).filter((key) => /^value[A-Z]/.test(key));
  if (values.length > 1) return [{ name: linkId, value: values, path: [...place, 0] }];
  const value = valueIn(only);
  const system = systemOf(linkId);
  if (value.is === undefined || value.is === null || value.is === "") {
    // A question that the form does not have is named as such, whatever stands for its answer.
    if (system === undefined) return [{ name: linkId, value: values, path: [...place, 0] }];
    issues.push(
      isObject(only.valueCoding)
        ? { code: "wrong_type", path: [...place, 0, "valueCoding", "code"], expected: ["a code"] }
        : { code: "wrong_type", path: [...place, 0], expected: ["a coding, an integer, a decimal or a date"] },
    );
    return [];
  }
  if (value.system !== undefined && system !== undefined && value.system !== system) {
    issues.push({ code: "unknown_option", path: [...place, 0, "valueCoding", "system"], expected: [system] });
    return [];
  }
  if (system !== undefined)
    issues.push(...versionIssues(value.version, version, [...place, 0, "valueCoding", "version"]));
  return [{ name: linkId, value: value.is, path: [...place, 0] }];
}

function valueIn(answer: Json): { readonly is: unknown; readonly system?: unknown; readonly version?: unknown } {
  const { valueCoding, valueInteger, valueDecimal, valueDate, valueBoolean } = answer;
  return isObject(valueCoding)
    ? { is: valueCoding.code, system: valueCoding.system, version: valueCoding.version }
    : { is: valueInteger ?? valueDecimal ?? valueDate ?? valueBoolean };
}

/**
 * Answers as a FHIR QuestionnaireResponse, in the groups of the questionnaire that `toFhir` makes. FHIR refuses an answer
 * to a question that was not shown, so an answer behind a closed gate stays out of the response and is named in `losses`,
 * as is one that only the other respondent can give.
 *
 * @param options.authored When it was answered, as a FHIR dateTime.
 * @example
 * const answers = { prior_relationship: "stranger", mutual_bond: "yes" } as const;
 * const { losses } = toFhirResponse(answers, relationshipAndMotive, { respondent: "rater" });
 * losses.map(({ code, path }) => [code, ...path]); // => [["answer_set_aside", "mutual_bond"]]
 */
export function toFhirResponse(
  answers: Answers,
  instrument: Instrument,
  options: Omit<FhirOptions, "words"> & { readonly authored?: string },
): Exported<FhirResponse> {
  formGiven(instrument);
  const { respondent, base = usualBase, authored } = objectGiven(options, "options");
  const systemOf = systemsIn(instrument, base);
  const shown = new Set(visibleItems(formFor(instrument, respondent), answers));
  const given = heldAnswers(answers);
  const held = new Map(given.filter(([id]) => shown.has(id)));
  const within = (section: string | undefined): readonly FhirResponseItem[] => {
    const items = Object.entries(instrument.items).flatMap(([id, item]): readonly FhirResponseItem[] => {
      const answer = item.section === section ? held.get(id) : undefined;
      return answer === undefined ? [] : [responseItem(id, answer, instrument, systemOf)];
    });
    return items.length === 0 ? [] : [{ linkId: sectionLink(section), item: items }];
  };
  return {
    document: {
      resourceType: "QuestionnaireResponse",
      questionnaire: `${questionnaireUrl(instrument, respondent, base)}|${instrument.version}`,
      status: "completed",
      ...(authored === undefined ? {} : { authored }),
      item: [...Object.keys(instrument.sections), undefined].flatMap(within),
    },
    losses: given.flatMap(([id]) => (shown.has(id) ? [] : [lossOf(id, instrument, respondent)])),
  };
}

function lossOf(id: string, { items }: Instrument, respondent: Respondent): Loss {
  const item = Object.hasOwn(items, id) ? items[id] : undefined;
  if (item === undefined) return { path: [id], code: "answer_set_aside", says: "The form has no such question." };
  const { askOnly } = item;
  const says =
    askOnly === undefined || askOnly === respondent
      ? "The other answers close this question."
      : `Only the ${askOnly} is asked this.`;
  return { path: [id], code: "answer_set_aside", says };
}

function responseItem(id: string, answer: Answer, instrument: Instrument, systemOf: SystemOf): FhirResponseItem {
  const linkId = fieldFor(id, answer, instrument);
  const responses = instrument.items[id]?.responses;
  if (responses?.kind === "choice" || linkId !== id) {
    return { linkId, answer: [{ valueCoding: { system: systemOf(id), code: answer } }] };
  }
  const whole = responses?.kind === "number" && responses.integer;
  return {
    linkId,
    answer: [{ [responses?.kind === "date" ? "valueDate" : whole ? "valueInteger" : "valueDecimal"]: answer }],
  };
}
