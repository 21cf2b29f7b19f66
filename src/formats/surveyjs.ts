import { contentHash, type Instrument, type Respondent } from "../instrument/index.ts";
import { type Rule, twoValued } from "../rules/index.ts";
import type { Exported, Loss } from "./loss.ts";
import { type FormulaLanguage, printNumber, printTruth } from "./print-formula.ts";

type Json = Readonly<Record<string, unknown>>;

/** How an instrument is put into SurveyJS JSON. */
export interface SurveyJsOptions {
  readonly respondent: Respondent;
  readonly locale?: string;
  /** One question on each page, or one page for each section. */
  readonly pages?: "items" | "sections";
  /** The words shown for not knowing. */
  readonly words?: { readonly not_sure: string; readonly prefer_not: string };
}

const usualWords = { not_sure: "I am not sure", prefer_not: "I would rather not say" } as const;

/**
 * An instrument as SurveyJS JSON: a question for each item with its codes and the two words for not knowing, branching
 * as `visibleIf`, and two calculated values for each named rule, `NAME_low` and `NAME_high`. A question is shown while
 * its condition is unknown. Nothing is required: every item may be skipped.
 *
 * What it cannot carry is in `losses`: rules with a mean or the like, the other wording, pauses and evidence.
 *
 * @example
 * const { document } = toSurveyJs(relationshipAndMotive, { respondent: "rater" });
 * document.pages.length; // => 4
 */
export function toSurveyJs(
  instrument: Instrument,
  { respondent, locale = "en", pages = "sections", words = usualWords }: SurveyJsOptions,
): Exported<{ readonly pages: readonly Json[]; readonly calculatedValues: readonly Json[] } & Json> {
  const losses: Loss[] = [...generalLosses(instrument, respondent)];
  const element = (id: string): Json => {
    const item = instrument.items[id];
    if (item === undefined) return {};
    const shown =
      item.askIf === undefined ? undefined : visible(item.askIf, instrument, ["items", id, "askIf"], losses);
    return {
      name: id,
      title: item.text[respondent],
      isRequired: false,
      ...(shown === undefined ? {} : { visibleIf: shown }),
      ...typeOf(id, instrument, words),
    };
  };
  const ids = Object.keys(instrument.items).filter((id) => {
    const only = instrument.items[id]?.askOnly;
    return only === undefined || only === respondent;
  });
  return {
    document: {
      title: instrument.title,
      description: instrument.purpose,
      locale,
      clearInvisibleValues: "none",
      showQuestionNumbers: "on",
      pages: pagesOf(instrument, ids, pages, element),
      calculatedValues: [
        ...identity(instrument),
        ...Object.entries(instrument.indicators).flatMap(([name, { rule }]) =>
          calculated(name, rule, instrument, losses),
        ),
      ],
    },
    losses,
  };
}

/** What made the form, as values that travel with the answers. */
function identity(instrument: Instrument): readonly Json[] {
  const { id, version } = instrument;
  return Object.entries({
    instrument_id: id,
    instrument_version: version,
    instrument_hash: contentHash(instrument),
  }).map(([name, value]) => ({ name, expression: quoted(value), includeIntoResult: true }));
}

function pagesOf(
  { sections, items }: Instrument,
  ids: readonly string[],
  pages: "items" | "sections",
  element: (id: string) => Json,
): readonly Json[] {
  if (pages === "items") return ids.map((id) => ({ name: `page_${id}`, elements: [element(id)] }));
  const within = (section: string | undefined) => ids.filter((id) => items[id]?.section === section);
  const named = Object.entries(sections).map(([name, { title, introduction }]) => ({
    name: `page_${name}`,
    title,
    ...(introduction === undefined ? {} : { description: introduction }),
    elements: within(name).map(element),
  }));
  const loose = within(undefined);
  return [...named, ...(loose.length === 0 ? [] : [{ name: "page_other", elements: loose.map(element) }])];
}

function typeOf(id: string, { items }: Instrument, words: NonNullable<SurveyJsOptions["words"]>): Json {
  const responses = items[id]?.responses;
  const unknown = [
    { value: "not_sure", text: words.not_sure },
    { value: "prefer_not", text: words.prefer_not },
  ];
  if (responses?.kind === "choice") {
    const choices = Object.entries(responses.options).map(([value, { label }]) => ({ value, text: label }));
    return { type: "radiogroup", showClearButton: true, choices: [...choices, ...unknown] };
  }
  const input = { type: "text", inputType: responses?.kind === "number" ? "number" : "date" };
  if (responses?.kind !== "number") return input;
  return { ...input, min: responses.min, max: responses.max, ...(responses.integer ? { step: 1 } : {}) };
}

/** The condition under which a question is shown: unless it is certainly false. */
function visible(rule: Rule, instrument: Instrument, path: readonly string[], losses: Loss[]): string | undefined {
  const found = twoValued(rule, instrument);
  if (found?.kind === "condition") return printTruth(found.high, language);
  losses.push({ path, code: "rule_not_expressible", says: "The question is always shown." });
  return undefined;
}

function calculated(name: string, rule: Rule, instrument: Instrument, losses: Loss[]): readonly Json[] {
  const found = twoValued(rule, instrument);
  if (found === undefined) {
    losses.push({ path: ["indicators", name], code: "rule_not_expressible", says: "Its value is not calculated." });
    return [];
  }
  const one = (formula: string) => `iif(${formula}, 1, 0)`;
  const [low, high] =
    found.kind === "condition"
      ? [one(printTruth(found.low, language)), one(printTruth(found.high, language))]
      : [printNumber(found.low, language), printNumber(found.high, language)];
  return [
    { name: `${name}_low`, expression: low, includeIntoResult: true },
    { name: `${name}_high`, expression: high, includeIntoResult: true },
  ];
}

function generalLosses(instrument: Instrument, respondent: Respondent): readonly Loss[] {
  const other = respondent === "rater" ? "target" : "rater";
  const pauses = (instrument.guidance ?? []).flatMap(({ interrupts }, at): readonly Loss[] =>
    interrupts === undefined
      ? []
      : [{ path: ["guidance", at], code: "pause_not_carried", says: "The form does not pause for it by itself." }],
  );
  const untold = Object.entries(instrument.items).flatMap(([id, { responses }]): readonly Loss[] =>
    responses.kind === "choice"
      ? []
      : [
          {
            path: ["items", id],
            code: "state_not_carried",
            says: "Not sure and rather not say cannot be told apart from blank.",
          },
        ],
  );
  return [
    {
      path: ["items"],
      code: "both_wordings_not_carried",
      says: `Only the wording for the ${respondent} is carried, not that for the ${other}.`,
    },
    { path: [], code: "evidence_not_carried", says: "Sources, grades, rater notes and guidance are not carried." },
    ...pauses,
    ...untold,
  ];
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const language: FormulaLanguage = {
  constant: (value) => (value ? "1 = 1" : "1 = 0"),
  holds: (item, codes) => `(${codes.map((code) => `{${item}} = ${quoted(code)}`).join(" or ")})`,
  hasNumber: (item) => `{${item}} notempty`,
  and: (parts) => `(${parts.join(" and ")})`,
  or: (parts) => `(${parts.join(" or ")})`,
  not: (part) => `!(${part})`,
  compare: (left, sign, to) => `(${left} ${sign} ${to})`,
  number: (value) => (value < 0 ? `(${value})` : String(value)),
  answer: (item) => `{${item}}`,
  choose: (test, then, otherwise) => `iif(${test}, ${then}, ${otherwise})`,
  plus: (parts) => `(${parts.join(" + ")})`,
};
