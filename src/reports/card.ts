import { score } from "../assessment/index.ts";
import { type Basis, type EvidenceGrade, type Source, weakestGrade } from "../evidence/index.ts";
import { contentHash, deepFreeze, type Instrument, type InstrumentFacts } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import { describe, evaluate, type Interval, isCondition, type Rule, type RuleWords } from "../rules/index.ts";
import { exampleAnswers } from "./example-answers.ts";

/** One rule of a card: a named rule, or a level, which reads its cases from the top. */
export interface CardRule extends EvidenceGrade {
  readonly name: string;
  readonly kind: "condition" | "quantity" | "level";
  readonly means: string;
  readonly inWords: readonly string[];
  readonly basis: readonly Basis[];
}

/** A study of an instrument's reliability or validity. The shipped forms have none. */
export interface CardStudy {
  readonly of: "reliability" | "validity";
  readonly finding: string;
  readonly sample: string;
  readonly setting: string;
  readonly basis: Basis;
}

/** One result worked out step by step, so that a reader can do the same with a pencil. */
export interface CardExample {
  readonly answers: readonly { readonly item: string; readonly question: string; readonly answer: string }[];
  readonly rules: readonly { readonly name: string; readonly value: Interval; readonly kind: CardRule["kind"] }[];
  readonly levels: readonly {
    readonly name: string;
    readonly lines: readonly { readonly when: string; readonly truth: Interval; readonly outcome: string }[];
    readonly shown: { readonly kind: "settled" | "at_least" | "cannot_say"; readonly label: string };
  }[];
}

/** What is known of an instrument on one page, after the idea of a model card. */
export interface InstrumentCard {
  readonly instrument: { readonly id: string; readonly version: string; readonly hash: string };
  readonly asOf: string | null;
  readonly facts: Omit<InstrumentFacts, "id" | "version" | "sections">;
  readonly items: readonly {
    readonly id: string;
    readonly code: string;
    readonly asks: string;
    readonly raterNote: string | null;
  }[];
  readonly rules: readonly CardRule[];
  readonly studies: readonly CardStudy[];
  readonly groupsStudied: readonly string[];
  readonly licence: string | null;
  readonly advisories: readonly { readonly id: string; readonly effect: string }[] | null;
  readonly sources: readonly (Source & { readonly key: string })[];
  readonly example: CardExample;
  readonly contact: string | null;
}

/** What a card says that the instrument itself does not hold. */
export interface CardOptions {
  /** The citations of the sources that the instrument names. */
  readonly sources?: Readonly<Record<string, Source>>;
  readonly studies?: readonly CardStudy[];
  readonly groupsStudied?: readonly string[];
  /** The licence and the origin of the text; `null` prints that neither is stated. */
  readonly licence?: string;
  /** The advisories that name this version; left out, the card says that none were looked up. */
  readonly advisories?: InstrumentCard["advisories"];
  readonly contact?: string;
  /** The day of the card, `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly words?: RuleWords;
}

/**
 * An instrument's card: what it is for and not for, what it works out and how well grounded that is, what has not been
 * studied, and one result to check by hand. What nobody has found is said to be so, never left out.
 *
 * @example
 * instrumentCard(quickScreen).studies; // => []
 */
export function instrumentCard(instrument: Instrument, options: CardOptions = {}): InstrumentCard {
  for (const part of ["items", "indicators"]) mustHave(instrument, part, "instrument");
  const { id, version, sections: _, items, indicators: _rules, levels: _levels, ...rest } = instrument;
  const { guidance: _guidance, contradictions: _contradictions, ...facts } = rest;
  const { sources = {}, studies = [], groupsStudied = [], licence, advisories, contact, asOf, words } = options;
  const rules = rulesOf(instrument, words);
  const cited = [...Object.values(items), ...rules].flatMap(({ basis }) => basis);
  const keys = new Set(cited.flatMap((each) => (each.kind === "source" ? [each.source] : [])));
  return deepFreeze({
    instrument: { id, version, hash: contentHash(instrument) },
    asOf: asOf ?? null,
    facts,
    items: Object.entries(items).map(([item, { code, text, raterNote }]) => ({
      id: item,
      code,
      asks: text.rater,
      raterNote: raterNote ?? null,
    })),
    rules,
    studies,
    groupsStudied,
    licence: licence ?? null,
    advisories: advisories ?? null,
    sources: [...keys].sort().map((key) => ({ ...(sources[key] ?? { citation: key }), key })),
    example: exampleOf(instrument, words),
    contact: contact ?? null,
  });
}

function rulesOf(instrument: Instrument, words?: RuleWords): readonly CardRule[] {
  const said = (rule: Rule) => describe(rule, instrument, words);
  const { indicators, levels = {} } = instrument;
  return [
    ...Object.entries(indicators).map(([name, { means, rule, basis, evidence = weakestGrade }]) => ({
      name,
      kind: kindOf(rule, instrument),
      means,
      inWords: [said(rule)],
      ...evidence,
      basis,
    })),
    ...Object.entries(levels).map(([name, { asks, cases, otherwise, basis }]) => ({
      name,
      kind: "level" as const,
      means: asks,
      inWords: [...cases.map(({ when, outcome }) => `${outcome}: ${said(when)}`), otherwise],
      ...weakestGrade,
      basis,
    })),
  ];
}

function exampleOf(instrument: Instrument, words?: RuleWords): CardExample {
  const answers = exampleAnswers(instrument);
  const asOf = "2026-01-05";
  const result = score(instrument, answers, { asOf, window: { from: null, to: asOf } });
  return {
    answers: Object.entries(answers).map(([item, code]) => {
      const { text, responses } = instrument.items[item] ?? {};
      const label = responses?.kind === "choice" ? responses.options[code]?.label : undefined;
      return { item, question: text?.rater ?? item, answer: label ?? code };
    }),
    rules: Object.entries(instrument.indicators).map(([name, { rule }]) => ({
      name,
      kind: kindOf(rule, instrument),
      value: evaluate(rule, answers, instrument),
    })),
    levels: Object.entries(instrument.levels ?? {}).map(([name, { cases, otherwise, outcomes }]) => {
      const shown = result.levels[name]?.shown ?? { kind: "cannot_say" };
      return {
        name,
        lines: [
          ...cases.map(({ when, outcome }) => ({
            when: describe(when, instrument, words),
            truth: evaluate(when, answers, instrument),
            outcome: outcomes[outcome]?.label ?? outcome,
          })),
          { when: "", truth: [1, 1] as const, outcome: outcomes[otherwise]?.label ?? otherwise },
        ],
        shown: {
          kind: shown.kind,
          label: shown.kind === "cannot_say" ? "" : (outcomes[shown.outcome]?.label ?? shown.outcome),
        },
      };
    }),
  };
}

const kindOf = (rule: Rule, instrument: Instrument) =>
  isCondition(rule, instrument) ? ("condition" as const) : ("quantity" as const);

/** The choices of our own that a card's rules rest on, each once. */
export const ownChoices = ({ rules }: InstrumentCard): readonly Basis[] =>
  [...new Map(rules.flatMap(({ basis }) => basis).map((each) => [JSON.stringify(each), each])).values()].filter(
    ({ kind }) => kind === "design_choice",
  );
