import type { AskedItem, Instrument, Respondent } from "../instrument/index.ts";
import { mustBeOneOf } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { changedTexts } from "./changed-texts.ts";
import { identityOf, type LaidBound, type LaidItem, type LaidSection } from "./form-layout.ts";
import { englishFormWords, type FormWords, optionsOf, reasonField, reasonText } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import type { Exported } from "./loss.ts";
import type { FormulaLanguage } from "./print-formula.ts";
import { fieldFor, heldAnswers, type ReadBack, readBack, valuesByName, versionIssues } from "./read-back.ts";
import { isSharedField, layoutWithSharedFields } from "./shared-fields.ts";

type Json = Readonly<Record<string, unknown>>;

/** How an instrument is put into SurveyJS JSON. */
export interface SurveyJsOptions {
  readonly respondent: Respondent;
  readonly locale?: string;
  /** One question on each page, or one page for each section. */
  readonly pages?: "items" | "sections";
  /** The words shown for not knowing. */
  readonly words?: FormWords;
}

/**
 * An instrument as SurveyJS JSON: a question for each item with its codes and the two words for not knowing, branching
 * as `visibleIf`, and two calculated values for each named rule, `NAME_low` and `NAME_high`. A question is shown while
 * its condition is unknown. Nothing is required: every item may be skipped. Under a number or a date that is left empty,
 * a second question asks why, so that not knowing is not lost.
 *
 * A long part that several of them need is a calculated value of its own. What it cannot carry is in `losses`.
 *
 * @example
 * const { document } = toSurveyJs(relationshipAndMotive, { respondent: "rater" });
 * document.pages.length; // => 4
 */
export function toSurveyJs(
  instrument: Instrument,
  options: SurveyJsOptions,
): Exported<{ readonly pages: readonly Json[]; readonly calculatedValues: readonly Json[] } & Json> {
  formGiven(instrument);
  const { respondent, locale = "en", pages = "sections", words = englishFormWords } = objectGiven(options, "options");
  mustBeOneOf(pages, ["items", "sections"], "pages");
  const { sections, bounds, losses } = layoutWithSharedFields(instrument, respondent, language);
  const other = respondent === "rater" ? "target" : "rater";
  return {
    document: {
      title: plainText(instrument.title),
      description: plainText(instrument.purpose),
      locale,
      clearInvisibleValues: "none",
      showQuestionNumbers: "on",
      pages: pages === "items" ? pagesOfItems(sections, words, respondent) : pagesOf(sections, words, respondent),
      calculatedValues: [...identity(instrument), ...bounds.map((bound) => calculated(bound, instrument))],
    },
    losses: [
      {
        path: ["items"],
        code: "both_wordings_not_carried",
        says: `Only the wording for the ${respondent} is carried, not that for the ${other}.`,
      },
      ...losses,
      ...changedTexts(instrument, plainText, "Braces around a name became brackets."),
    ],
  };
}

/** A text in which nothing stands for the answer to another question. */
const plainText = (text: string): string => text.replace(/\{([^{}]*)\}/g, "($1)");

/**
 * Answers as the data of a survey that `toSurveyJs` made, ready for `survey.data`. What is not asked or closed is left
 * out.
 *
 * @example
 * toSurveyJsData({ adult: "yes", lonely: "not_asked" }, relationshipAndMotive); // => { adult: "yes" }
 */
export function toSurveyJsData(answers: Answers, instrument: Instrument): Readonly<Record<string, string | number>> {
  formGiven(instrument);
  return Object.fromEntries(
    heldAnswers(answers).map(([id, answer]) => [fieldFor(id, answer, instrument), answer] as const),
  );
}

/**
 * The answers in the data of a survey that `toSurveyJs` made, with a positioned issue for everything that could not be
 * read: another version, an unknown question, several answers, a label where a code is needed.
 *
 * @example
 * fromSurveyJs({ adult: "yes", first_aim: "Unknown" }, relationshipAndMotive).answers; // => { adult: "yes" }
 */
export function fromSurveyJs(data: unknown, instrument: Instrument): ReadBack {
  formGiven(instrument);
  const { values, issues } = valuesByName(data);
  const held = values.map(([name, value]) => ({ name, value, path: [name] }));
  const own: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(namedIdentity(instrument)));
  const versions = held
    .filter(({ name }) => Object.hasOwn(own, name))
    .flatMap((each) => versionIssues(each.value, own[each.name] ?? "", each.path));
  const read = readBack(held, instrument, {
    as: "codes",
    textNumbers: false,
    ofTheSystem: (name) => Object.hasOwn(own, name),
  });
  return { answers: read.answers, issues: [...issues, ...versions, ...read.issues] };
}

/** What made the form, as values that travel with the answers. */
function namedIdentity(instrument: Instrument) {
  const { id, version, hash } = identityOf(instrument);
  return { instrument_id: id, instrument_version: version, instrument_hash: hash } as const;
}

function identity(instrument: Instrument): readonly Json[] {
  return Object.entries(namedIdentity(instrument)).map(([name, value]) => ({
    name,
    expression: quoted(value),
    includeIntoResult: true,
  }));
}

function pagesOfItems(sections: readonly LaidSection[], words: FormWords, respondent: Respondent): readonly Json[] {
  return sections
    .flatMap(({ items }) => items)
    .map((laid) => ({ name: `page_${laid.id}`, elements: elements(laid, words, respondent) }));
}

function pagesOf(sections: readonly LaidSection[], words: FormWords, respondent: Respondent): readonly Json[] {
  return sections.map(({ name = "other", title, introduction, items }) => ({
    name: `page_${name}`,
    title: plainText(title),
    ...(introduction === undefined ? {} : { description: plainText(introduction) }),
    elements: items.flatMap((laid) => elements(laid, words, respondent)),
  }));
}

function elements({ id, item, shownIf }: LaidItem, words: FormWords, respondent: Respondent): readonly Json[] {
  const reason = reasonField(id, item);
  const choices = optionsOf(item, words).map(({ code, label }) => ({ value: code, text: plainText(label) }));
  const radio = { type: "radiogroup", showClearButton: true, choices };
  const question = {
    name: id,
    title: plainText(item.text[respondent]),
    ...(item.raterNote === undefined || respondent !== "rater" ? {} : { description: plainText(item.raterNote) }),
    isRequired: false,
    ...(shownIf === undefined ? {} : { visibleIf: shownIf }),
    ...(reason === undefined ? radio : inputFor(item)),
  };
  if (reason === undefined) return [question];
  const empty = `{${id}} empty`;
  const visibleIf = shownIf === undefined ? empty : `(${shownIf}) and ${empty}`;
  return [
    question,
    {
      name: reason,
      title: plainText(reasonText(item.text[respondent], words)),
      isRequired: false,
      visibleIf,
      ...radio,
    },
  ];
}

function inputFor({ responses }: AskedItem): Json {
  if (responses.kind !== "number") return { type: "text", inputType: "date" };
  const { min, max, integer } = responses;
  return { type: "text", inputType: "number", min, max, ...(integer ? { step: 1 } : {}) };
}

function calculated({ name, kind, formula }: LaidBound, instrument: Instrument): Json {
  return {
    name,
    expression: kind === "condition" ? `iif(${formula}, 1, 0)` : formula,
    includeIntoResult: !isSharedField(name, instrument),
  };
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
const holds = (item: string, codes: readonly string[]): string =>
  `(${codes.map((code) => `{${item}} = ${quoted(code)}`).join(" or ")})`;

const language: FormulaLanguage = {
  constant: (value) => (value ? "1 = 1" : "1 = 0"),
  holds,
  // In brackets: in SurveyJS 2.0.0 and before, `!` takes in all that follows it.
  lacks: (item, codes) => `(!${holds(item, codes)})`,
  hasNumber: (item) => `{${item}} notempty`,
  hasNoNumber: (item) => `{${item}} empty`,
  and: (parts) => `(${parts.join(" and ")})`,
  or: (parts) => `(${parts.join(" or ")})`,
  compare: (left, sign, to) => `(${left} ${sign} ${to})`,
  number: (value) => (value < 0 ? `(${value})` : String(value)),
  answer: (item) => `{${item}}`,
  choose: (test, then, otherwise) => `iif(${test}, ${then}, ${otherwise})`,
  plus: (parts) => `(${parts.join(" + ")})`,
};
