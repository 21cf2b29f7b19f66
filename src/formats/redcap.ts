import type { Instrument, Respondent } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import { changedTexts } from "./changed-texts.ts";
import { identityOf, type LaidBound, type LaidItem, type LaidSection } from "./form-layout.ts";
import { boundText, englishFormWords, type FormWords, optionsOf, reasonField, reasonText } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import type { Exported, Loss } from "./loss.ts";
import type { FormulaLanguage } from "./print-formula.ts";
import { layoutWithSharedFields } from "./shared-fields.ts";

/** The columns of a REDCap data dictionary, in the order of REDCap's own template. */
export const redcapColumns = [
  "Variable / Field Name",
  "Form Name",
  "Section Header",
  "Field Type",
  "Field Label",
  "Choices, Calculations, OR Slider Labels",
  "Field Note",
  "Text Validation Type OR Show Slider Number",
  "Text Validation Min",
  "Text Validation Max",
  "Identifier?",
  "Branching Logic (Show field only if...)",
  "Required Field?",
  "Custom Alignment",
  "Question Number (surveys only)",
  "Matrix Group Name",
  "Matrix Ranking?",
  "Field Annotation",
] as const;

/** One field of a data dictionary, by column. A column that is left out is empty. */
export type RedcapField = Readonly<Partial<Record<(typeof redcapColumns)[number], string>>>;

/** A data dictionary as data: `rows` starts with the header and can be written as CSV as it stands. */
export interface RedcapDictionary {
  readonly fields: readonly RedcapField[];
  readonly rows: readonly (readonly string[])[];
}

/** How an instrument is put into a REDCap data dictionary. */
export interface RedcapOptions {
  readonly respondent: Respondent;
  /** The name of the project's record identifier, which is the first field; `null` if the project has it already. */
  readonly recordId?: string | null;
  /** The words shown for not knowing. */
  readonly words?: FormWords;
}

/**
 * An instrument as a REDCap data dictionary: a radio field for each item with its codes and the two words for not
 * knowing, branching logic, and two hidden calculated fields for each named rule, `NAME_low` and `NAME_high`. Under a
 * number or a date that is left empty, a second field asks why. The other wording stands in the field annotation, a
 * rater note in the field note. Hidden fields keep the instrument's id, version and hash with each record.
 *
 * A long part that several named rules need is a hidden calculated field of its own. What it cannot carry is in `losses`.
 *
 * @source The columns and their rules: "REDCap Data Dictionary" help and template, Vanderbilt University.
 * @example
 * const { document } = toRedcap(relationshipAndMotive, { respondent: "rater" });
 * document.fields[4]?.["Variable / Field Name"]; // => "adult"
 */
export function toRedcap(instrument: Instrument, options: RedcapOptions): Exported<RedcapDictionary> {
  formGiven(instrument);
  const { respondent, recordId = "record_id", words = englishFormWords } = objectGiven(options, "options");
  const form = redcapFormName(instrument);
  const { sections, bounds, losses } = layoutWithSharedFields(instrument, respondent, language);
  const changed: Loss[] = [];
  const fields: readonly RedcapField[] = [
    ...(recordId === null ? [] : [{ ...named(recordId, form), "Field Type": "text", "Field Label": words.record_id }]),
    ...Object.entries(redcapIdentity(instrument)).map(([name, value]) =>
      identityField(name, value, form, identityLabel(name, form, instrument, words)),
    ),
    ...sections.flatMap((section) => sectionFields(section, form, respondent, words, changed)),
    ...bounds.map((bound) => calculatedField(bound, form, words)),
  ];
  return {
    document: {
      fields,
      rows: [redcapColumns, ...fields.map((field) => redcapColumns.map((column) => field[column] ?? ""))],
    },
    losses: [...losses, ...changed, ...changedTexts(instrument, plainText, "It no longer reads as a field or a tag.")],
  };
}

/**
 * The name of an instrument's form: REDCap takes lower-case letters, digits and underscores.
 *
 * @internal
 */
export function redcapFormName({ id }: Instrument): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, "_");
}

/**
 * The fields that say which form a record was made with. Their names start with the form's, as a project may hold several.
 *
 * @internal
 */
export function redcapIdentity(instrument: Instrument): Readonly<Record<string, string>> {
  const form = redcapFormName(instrument);
  const { id, version, hash } = identityOf(instrument);
  return { [`${form}_id`]: id, [`${form}_version`]: version, [`${form}_hash`]: hash };
}

/**
 * A label as REDCap can hold it: choices are separated by `|`, so a label has none.
 *
 * @internal
 */
export function redcapLabel(label: string): string {
  return plainText(label).replaceAll("|", "/").trim();
}

/** A text in which nothing stands for the answer to another field or is one of REDCap's action tags. */
const plainText = (text: string): string =>
  text.replace(/\[([a-z][a-z0-9_:-]*)\]/g, "($1)").replace(/@(?=[A-Z])/g, "@ ");

const named = (name: string, form: string): RedcapField => ({ "Variable / Field Name": name, "Form Name": form });

function identityLabel(name: string, form: string, { title }: Instrument, words: FormWords): string {
  const part = name.slice(form.length + 1);
  return filled(part === "id" ? words.form_id : part === "version" ? words.form_version : words.form_hash, {
    title: plainText(title),
  });
}

/** It is set when a record is first opened and stays, whatever version of the form comes later. */
function identityField(name: string, value: string, form: string, label: string): RedcapField {
  return {
    ...named(name, form),
    "Field Type": "text",
    "Field Label": label,
    "Field Annotation": `@DEFAULT='${value}' @READONLY @HIDDEN`,
  };
}

function sectionFields(
  { title, introduction, items }: LaidSection,
  form: string,
  respondent: Respondent,
  words: FormWords,
  changed: Loss[],
): readonly RedcapField[] {
  const header = plainText(introduction === undefined ? title : `${title}\n${introduction}`);
  const fields = items.flatMap((laid) => fieldsFor(laid, form, respondent, words, changed));
  return fields.map((field, at) => (at === 0 ? { ...field, "Section Header": header } : field));
}

function fieldsFor(
  { id, item, shownIf }: LaidItem,
  form: string,
  respondent: Respondent,
  words: FormWords,
  changed: Loss[],
): readonly RedcapField[] {
  const other = respondent === "rater" ? "target" : "rater";
  const reason = reasonField(id, item);
  const options = optionsOf(item, words);
  for (const { code, label } of options) {
    if (redcapLabel(label) === plainText(label)) continue;
    changed.push({ path: ["items", id, "responses", code], code: "text_changed", says: "Its label had a | in it." });
  }
  const choices = options.map(({ code, label }) => `${code}, ${redcapLabel(label)}`).join(" | ");
  const radio: RedcapField = { "Field Type": "radio", "Choices, Calculations, OR Slider Labels": choices };
  const field: RedcapField = {
    ...named(id, form),
    ...(reason === undefined ? radio : validatedText(item.responses)),
    "Field Label": plainText(item.text[respondent]),
    ...(item.raterNote === undefined || respondent !== "rater" ? {} : { "Field Note": plainText(item.raterNote) }),
    ...(shownIf === undefined ? {} : { "Branching Logic (Show field only if...)": shownIf }),
    "Question Number (surveys only)": item.code,
    "Field Annotation": plainText(filled(words[`for_${other}`], { text: item.text[other] })),
  };
  if (reason === undefined) return [field];
  const empty = language.hasNoNumber(id);
  const why: RedcapField = {
    ...named(reason, form),
    ...radio,
    "Field Label": plainText(reasonText(item.text[respondent], words)),
    "Branching Logic (Show field only if...)": shownIf === undefined ? empty : language.and([shownIf, empty]),
  };
  return [field, why];
}

function validatedText(responses: LaidItem["item"]["responses"]): RedcapField {
  const validation = "Text Validation Type OR Show Slider Number";
  if (responses.kind !== "number") return { "Field Type": "text", [validation]: "date_ymd" };
  return {
    "Field Type": "text",
    [validation]: responses.integer ? "integer" : "number",
    "Text Validation Min": String(responses.min),
    "Text Validation Max": String(responses.max),
  };
}

function calculatedField(bound: LaidBound, form: string, words: FormWords): RedcapField {
  const { name, kind, formula } = bound;
  return {
    ...named(name, form),
    "Field Type": "calc",
    "Field Label": boundText(bound, words),
    "Choices, Calculations, OR Slider Labels": kind === "condition" ? `if(${formula}, 1, 0)` : formula,
    "Field Annotation": "@HIDDEN",
  };
}

/** REDCap's logic has no "not" for a whole formula, and codes here never hold a quote. */
const language: FormulaLanguage = {
  constant: (value) => (value ? "1 = 1" : "1 = 0"),
  holds: (item, codes) => bracketed(codes.map((code) => `[${item}] = '${code}'`).join(" or "), codes.length),
  lacks: (item, codes) => bracketed(codes.map((code) => `[${item}] <> '${code}'`).join(" and "), codes.length),
  hasNumber: (item) => `[${item}] <> ''`,
  hasNoNumber: (item) => `[${item}] = ''`,
  and: (parts) => `(${parts.join(" and ")})`,
  or: (parts) => `(${parts.join(" or ")})`,
  compare: (left, sign, to) => `(${left} ${sign} ${to})`,
  number: (value) => (value < 0 ? `(${value})` : String(value)),
  answer: (item) => `[${item}]`,
  choose: (test, then, otherwise) => `if(${test}, ${then}, ${otherwise})`,
  plus: (parts) => `(${parts.join(" + ")})`,
};

const bracketed = (text: string, parts: number): string => (parts > 1 ? `(${text})` : text);
