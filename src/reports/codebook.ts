import { type Basis, type EvidenceGrade, weakestGrade } from "../evidence/index.ts";
import {
  contentHash,
  deepFreeze,
  type Informant,
  type Instrument,
  type InstrumentFacts,
  type Respondent,
} from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import { describe, isCondition, itemsOf, type Responses, type RuleWords, states } from "../rules/index.ts";

/** One item of a codebook: what is asked, of whom, how it is answered and when it is open. */
export interface CodebookItem {
  readonly id: string;
  readonly code: string;
  readonly section: string | null;
  readonly target: string;
  readonly rater: string;
  readonly construct: string;
  readonly responses: Responses;
  /** The condition in words; the item is asked unless it is false. `null` if it is always asked. */
  readonly askedUnlessFalse: string | null;
  readonly askOnly: Respondent | null;
  /** What it counts as while closed, or `null` if no condition on it is then true. */
  readonly whenClosed: string | number | null;
  readonly raterNote: string | null;
  readonly couldKnow: readonly Informant[];
  readonly concern: readonly string[];
  readonly critical: boolean;
  /** Guidance codes beside the item. */
  readonly support: readonly string[];
  /** The named rules, levels, guidance rules and contradictions that read it, as `indicators.NAME` and so on. */
  readonly readBy: readonly string[];
  readonly basis: readonly Basis[];
}

/** A named rule in words. */
export interface CodebookRule extends EvidenceGrade {
  readonly name: string;
  readonly means: string;
  readonly kind: "condition" | "quantity";
  readonly rule: string;
  readonly basis: readonly Basis[];
}

/** A level in words: the first case that is true gives the outcome. */
export interface CodebookLevel {
  readonly name: string;
  readonly asks: string;
  readonly ordered: boolean;
  readonly cases: readonly { readonly when: string; readonly outcome: string }[];
  readonly otherwise: string;
  readonly outcomes: readonly {
    readonly id: string;
    readonly label: string;
    readonly says: string;
    readonly guidance: readonly string[];
    readonly next: readonly string[];
  }[];
  readonly unsettled: readonly string[];
  readonly basis: readonly Basis[];
}

/** Everything that an instrument asks and works out, in words. */
export interface Codebook {
  readonly instrument: { readonly id: string; readonly version: string; readonly hash: string };
  readonly facts: Omit<InstrumentFacts, "id" | "version" | "sections">;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly introduction: string | null }[];
  readonly items: readonly CodebookItem[];
  /** The words for not knowing that every item accepts. */
  readonly states: readonly string[];
  readonly rules: readonly CodebookRule[];
  readonly levels: readonly CodebookLevel[];
  readonly guidance: readonly {
    readonly codes: readonly string[];
    readonly when: string;
    readonly unlessRuledOut: boolean;
    readonly interrupts: string | null;
    readonly next: readonly string[];
  }[];
  readonly contradictions: readonly { readonly id: string; readonly when: string; readonly says: string }[];
}

/**
 * An instrument as a codebook: every item, code, branching, named rule, level, guidance condition and contradiction, with
 * what it rests on, as plain data. Nothing is left out, so that any result can be worked out again by hand.
 *
 * @param words The words around names in a rule; English if not given.
 * @example
 * codebook(quickScreen).items[0]?.code; // => "QD1"
 * @example
 * codebook(relationshipAndMotive).items.find(({ id }) => id === "mutual_bond")?.readBy; // => ["indicators.bond"]
 */
export function codebook(instrument: Instrument, words?: RuleWords): Codebook {
  for (const part of ["items", "indicators"]) mustHave(instrument, part, "instrument");
  const { id, version, sections, items: _, indicators, levels, guidance, contradictions, ...facts } = instrument;
  const said = (rule: Parameters<typeof describe>[0]) => describe(rule, instrument, words);
  return deepFreeze({
    instrument: { id, version, hash: contentHash(instrument) },
    facts,
    sections: Object.entries(sections).map(([section, { title, introduction }]) => ({
      id: section,
      title,
      introduction: introduction ?? null,
    })),
    items: itemsIn(instrument, said),
    states,
    rules: Object.entries(indicators).map(([name, { means, rule, basis, evidence = weakestGrade }]) => ({
      name,
      means,
      kind: isCondition(rule, instrument) ? ("condition" as const) : ("quantity" as const),
      rule: said(rule),
      ...evidence,
      basis,
    })),
    levels: Object.entries(levels ?? {}).map(
      ([name, { asks, ordered, cases, otherwise, outcomes, unsettled, basis }]) => ({
        name,
        asks,
        ordered,
        cases: cases.map(({ when, outcome }) => ({ when: said(when), outcome })),
        otherwise,
        outcomes: Object.entries(outcomes).map(([outcome, each]) => ({
          id: outcome,
          label: each.label,
          says: each.says,
          guidance: each.guidance,
          next: each.next ?? [],
        })),
        unsettled,
        basis,
      }),
    ),
    guidance: (guidance ?? []).map(({ codes, when, unlessRuledOut, interrupts, next }) => ({
      codes,
      when: said(when),
      unlessRuledOut: unlessRuledOut === true,
      interrupts: interrupts ?? null,
      next: next ?? [],
    })),
    contradictions: Object.entries(contradictions ?? {}).map(([name, { when, says }]) => ({
      id: name,
      when: said(when),
      says,
    })),
  });
}

function itemsIn(
  instrument: Instrument,
  said: (rule: Parameters<typeof describe>[0]) => string,
): readonly CodebookItem[] {
  const readers = readersIn(instrument);
  return Object.entries(instrument.items).map(([id, item]) => ({
    id,
    code: item.code,
    section: item.section ?? null,
    target: item.text.target,
    rater: item.text.rater,
    construct: item.construct,
    responses: item.responses,
    askedUnlessFalse: item.askIf === undefined ? null : said(item.askIf),
    askOnly: item.askOnly ?? null,
    whenClosed: item.whenClosed ?? null,
    raterNote: item.raterNote ?? null,
    couldKnow: item.couldKnow ?? [],
    concern: item.concern ?? [],
    critical: item.critical === true,
    support: item.support ?? [],
    readBy: readers.filter(({ items }) => items.has(id)).map(({ name }) => name),
    basis: item.basis,
  }));
}

/** What reads which items, by name. A rule that is read through another counts for both. */
function readersIn(instrument: Instrument): readonly { readonly name: string; readonly items: ReadonlySet<string> }[] {
  const reads = (name: string, ...rules: readonly Parameters<typeof itemsOf>[0][]) => ({
    name,
    items: new Set(rules.flatMap((rule) => itemsOf(rule, instrument))),
  });
  return [
    ...Object.entries(instrument.indicators).map(([name, { rule }]) => reads(`indicators.${name}`, rule)),
    ...Object.entries(instrument.levels ?? {}).map(([name, { cases }]) =>
      reads(`levels.${name}`, ...cases.map(({ when }) => when)),
    ),
    ...(instrument.guidance ?? []).map(({ when }, at) => reads(`guidance.${at}`, when)),
    ...Object.entries(instrument.contradictions ?? {}).map(([name, { when }]) => reads(`contradictions.${name}`, when)),
  ];
}
