import type { Instrument, Respondent } from "../instrument/index.ts";
import { filled } from "../issues/index.ts";
import { changedTexts } from "./changed-texts.ts";
import { identityOf, type LaidBound, type LaidItem, type LaidSection } from "./form-layout.ts";
import {
  englishFormWords,
  type FormWords,
  optionsOf,
  reasonField,
  reasonText,
  type ShownOption,
} from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import type { Exported } from "./loss.ts";
import type { FormulaLanguage } from "./print-formula.ts";
import { layoutWithSharedFields } from "./shared-fields.ts";

/** How an instrument is put into an XLSForm. */
export interface XlsFormOptions {
  /** Whose items are asked, and whose wording is shown first. */
  readonly respondent: Respondent;
  /** The words shown for not knowing. */
  readonly words?: FormWords;
}

/** A sheet of a workbook: its name and its rows, the header first. Every cell is text. */
export interface Sheet {
  readonly name: "survey" | "choices" | "settings";
  readonly rows: readonly (readonly string[])[];
}

/** An XLSForm as data: the three sheets of its workbook. */
export interface XlsForm {
  readonly sheets: readonly Sheet[];
}

type Row = Readonly<Partial<Record<string, string>>>;

/**
 * An instrument as an XLSForm, for ODK, KoboToolbox and others: a group for each section, a `select_one` for each item
 * with its codes and the two words for not knowing, `relevant` for branching, `constraint` for the range of numbers, and
 * two `calculate` rows for each named rule, `NAME_low` and `NAME_high`. The two wordings are two languages of the form.
 * Under a number or a date that is left empty, a second question asks why. A long part that several named rules need is a
 * `calculate` row of its own, so that every cell fits into a spreadsheet.
 *
 * The sheets are data; any library can write them as a workbook. What cannot be carried is in `losses`.
 *
 * @source The columns: xlsform.org.
 * @example
 * const { document } = toXlsForm(relationshipAndMotive, { respondent: "rater" });
 * document.sheets.map(({ name }) => name); // => ["survey", "choices", "settings"]
 */
export function toXlsForm(instrument: Instrument, options: XlsFormOptions): Exported<XlsForm> {
  formGiven(instrument);
  const { respondent, words = englishFormWords } = objectGiven(options, "options");
  const { sections, bounds, losses } = layoutWithSharedFields(instrument, respondent, language);
  const { id, version, hash } = identityOf(instrument);
  const lists = new Map<string, { readonly name: string; readonly options: readonly ShownOption[] }>();
  const listOf: ListNamer = (options) => {
    const key = JSON.stringify(options);
    const list = lists.get(key) ?? { name: `answers_${lists.size + 1}`, options };
    lists.set(key, list);
    return list.name;
  };
  const survey: readonly Row[] = [
    ...Object.entries({ instrument_id: id, instrument_version: version, instrument_hash: hash }).map(([name, value]) =>
      calculate(name, `'${value}'`),
    ),
    ...sections.flatMap((section) => sectionRows(section, words, listOf)),
    ...bounds.map(boundRow),
  ];
  const choices: readonly Row[] = [...lists.values()].flatMap(({ name, options }) =>
    options.map(({ code, label }) => ({ list_name: name, name: code, ...inBoth("label", label, words) })),
  );
  const settings: Row = {
    form_title: plainText(instrument.title),
    form_id: id.replace(/[^A-Za-z0-9_-]/g, "_"),
    version,
    default_language: words[`${respondent}_wording`],
  };
  return {
    document: {
      sheets: [
        { name: "survey", rows: withHeader(survey) },
        { name: "choices", rows: withHeader(choices) },
        { name: "settings", rows: withHeader([settings]) },
      ],
    },
    losses: [...losses, ...changedTexts(instrument, plainText, "A space was put between $ and {.")],
  };
}

type ListNamer = (options: readonly ShownOption[]) => string;

/** Both wordings are of one language; the form's languages are how a form engine offers two texts for one question. */
const columnFor = (column: string, respondent: Respondent, words: FormWords): string =>
  `${column}::${words[`${respondent}_wording`]}`;

const inWordings = (column: string, text: Readonly<Record<Respondent, string>>, words: FormWords): Row => ({
  [columnFor(column, "rater", words)]: plainText(text.rater),
  [columnFor(column, "target", words)]: plainText(text.target),
});

const inBoth = (column: string, text: string, words: FormWords): Row =>
  inWordings(column, { rater: text, target: text }, words);

/** A text in which nothing stands for the answer to another question. */
const plainText = (text: string): string => text.replaceAll("${", "$ {");

function sectionRows({ name, title, introduction, items }: LaidSection, words: FormWords, listOf: ListNamer) {
  const group = name === undefined ? "section" : `section_${name}`;
  const note =
    introduction === undefined
      ? []
      : [{ type: "note", name: `${group}_note`, ...inBoth("label", introduction, words) }];
  return [
    { type: "begin_group", name: group, ...inBoth("label", title, words) },
    ...note,
    ...items.flatMap((laid) => questionRows(laid, words, listOf)),
    { type: "end_group" },
  ];
}

function questionRows({ id, item, shownIf }: LaidItem, words: FormWords, listOf: ListNamer): readonly Row[] {
  const { responses } = item;
  const reason = reasonField(id, item);
  const select = { type: `select_one ${listOf(optionsOf(item, words))}` };
  const question: Row = {
    name: id,
    ...inWordings("label", item.text, words),
    ...(item.raterNote === undefined ? {} : inWordings("hint", { rater: item.raterNote, target: "" }, words)),
    ...(shownIf === undefined ? {} : { relevant: shownIf }),
    ...(reason === undefined ? select : { type: responses.kind === "date" ? "date" : numberType(responses) }),
    ...(responses.kind === "number"
      ? {
          constraint: `. >= ${responses.min} and . <= ${responses.max}`,
          ...inBoth("constraint_message", filled(words.between, { min: responses.min, max: responses.max }), words),
        }
      : {}),
  };
  if (reason === undefined) return [question];
  const empty = language.hasNoNumber(id);
  const asked = { rater: reasonText(item.text.rater, words), target: reasonText(item.text.target, words) };
  const relevant = shownIf === undefined ? empty : language.and([shownIf, empty]);
  return [question, { ...select, name: reason, ...inWordings("label", asked, words), relevant }];
}

function numberType(responses: LaidItem["item"]["responses"]): "integer" | "decimal" {
  return responses.kind === "number" && responses.integer ? "integer" : "decimal";
}

const calculate = (name: string, calculation: string): Row => ({ type: "calculate", name, calculation });

function boundRow({ name, kind, formula }: LaidBound): Row {
  return calculate(name, kind === "condition" ? `if(${formula}, 1, 0)` : formula);
}

/** Rows with the columns that at least one of them has, in the order in which they first come. */
function withHeader(rows: readonly Row[]): readonly (readonly string[])[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
}

const field = (item: string): string => `\${${item}}`;
const holds = (item: string, codes: readonly string[]): string =>
  codes.length > 1
    ? `(${codes.map((code) => `${field(item)} = '${code}'`).join(" or ")})`
    : `${field(item)} = '${codes[0]}'`;

/** XPath as ODK reads it. A blank or hidden question is an empty text. */
const language: FormulaLanguage = {
  constant: (value) => (value ? "true()" : "false()"),
  holds,
  lacks: (item, codes) => `not(${holds(item, codes)})`,
  hasNumber: (item) => `${field(item)} != ''`,
  hasNoNumber: (item) => `${field(item)} = ''`,
  and: (parts) => `(${parts.join(" and ")})`,
  or: (parts) => `(${parts.join(" or ")})`,
  compare: (left, sign, to) => `(${left} ${sign} ${to})`,
  number: (value) => (value < 0 ? `(${value})` : String(value)),
  answer: field,
  choose: (test, then, otherwise) => `if(${test}, ${then}, ${otherwise})`,
  plus: (parts) => `(${parts.join(" + ")})`,
};
