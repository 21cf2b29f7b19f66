import { formFor } from "../assessment/index.ts";
import { type AskedItem, contentHash, type Instrument, type Respondent } from "../instrument/index.ts";
import { twoValued } from "../rules/index.ts";
import type { Loss } from "./loss.ts";
import { type FormulaLanguage, printNumber, printTruth } from "./print-formula.ts";

/** A question as every form engine needs it. */
export interface LaidItem<Out = string> {
  readonly id: string;
  readonly item: AskedItem;
  /** Under what condition it is shown, in the engine's language; `undefined` if it always is. */
  readonly shownIf: Out | undefined;
}

/** A part of a form. Items that belong to no section come last, in a part without a name. */
export interface LaidSection<Out = string> {
  readonly name: string | undefined;
  readonly title: string;
  readonly introduction: string | undefined;
  readonly items: readonly LaidItem<Out>[];
}

/** A named rule's least or most, as a formula in the engine's language. */
export interface LaidBound<Out = string> {
  /** `NAME_low` or `NAME_high`. */
  readonly name: string;
  /** The rule's own name, what it means, and which end of it this is; or a part of several such, by its own name. */
  readonly of: string;
  readonly means: string;
  readonly end: "low" | "high" | "part";
  readonly kind: "condition" | "quantity";
  readonly formula: Out;
}

/** An instrument laid out for one respondent in a form engine's language, with what could not be written in it. */
export interface FormLayout<Out = string> {
  readonly sections: readonly LaidSection<Out>[];
  readonly bounds: readonly LaidBound<Out>[];
  readonly losses: readonly Loss[];
}

/**
 * An instrument as one respondent meets it, ready for a form engine: its sections with the items that this respondent
 * is asked, when each is shown, and the bounds of each named rule. An item is shown while its condition is unknown.
 */
export function formLayout<Out>(
  instrument: Instrument,
  respondent: Respondent,
  language: FormulaLanguage<Out>,
): FormLayout<Out> {
  const own = formFor(instrument, respondent);
  const losses: Loss[] = [...lossesOf(instrument)];
  const items = Object.entries(instrument.items)
    .filter(([, { askOnly }]) => askOnly === undefined || askOnly === respondent)
    .map(([id, item]): LaidItem<Out> => ({ id, item, shownIf: shownIf(id, item, own, language, losses) }));
  const within = (name: string | undefined) => items.filter(({ item }) => item.section === name);
  const named = Object.entries(instrument.sections).map(([name, { title, introduction }]) => ({
    name,
    title,
    introduction,
    items: within(name),
  }));
  const loose = { name: undefined, title: instrument.title, introduction: undefined, items: within(undefined) };
  return {
    sections: [...named, loose].filter((section) => section.items.length > 0),
    bounds: Object.keys(instrument.indicators).flatMap((name) => boundsOf(name, own, language, losses)),
    losses,
  };
}

/** What made a form: it stands in every artefact, so that answers can be told by the form they were given to. */
export function identityOf(instrument: Instrument): {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
} {
  return { id: instrument.id, version: instrument.version, hash: contentHash(instrument) };
}

function shownIf<Out>(
  id: string,
  { askIf }: AskedItem,
  own: Instrument,
  language: FormulaLanguage<Out>,
  losses: Loss[],
): Out | undefined {
  if (askIf === undefined) return undefined;
  const found = twoValued(askIf, own);
  if (found?.kind === "condition") return printTruth(found.high, language);
  losses.push({ path: ["items", id, "askIf"], code: "rule_not_expressible", says: "The question is always shown." });
  return undefined;
}

function boundsOf<Out>(
  name: string,
  own: Instrument,
  language: FormulaLanguage<Out>,
  losses: Loss[],
): readonly LaidBound<Out>[] {
  const indicator = own.indicators[name];
  const found = indicator === undefined ? undefined : twoValued(indicator.rule, own);
  if (indicator === undefined || found === undefined) {
    losses.push({ path: ["indicators", name], code: "rule_not_expressible", says: "Its value is not calculated." });
    return [];
  }
  return (["low", "high"] as const).map((end) => ({
    name: `${name}_${end}`,
    of: name,
    means: indicator.means,
    end,
    kind: found.kind,
    formula: found.kind === "condition" ? printTruth(found[end], language) : printNumber(found[end], language),
  }));
}

/** What no form engine carries, whichever it is. */
function lossesOf({ guidance = [], levels = {}, contradictions = {} }: Instrument): readonly Loss[] {
  return [
    { path: [], code: "evidence_not_carried", says: "Sources, grades and guidance are not carried." },
    {
      path: ["items"],
      code: "state_not_carried",
      says: "Not asked and closed are both blank; read back, the branching tells them apart again.",
    },
    ...guidance.flatMap(({ interrupts }, at): readonly Loss[] =>
      interrupts === undefined
        ? []
        : [{ path: ["guidance", at], code: "pause_not_carried", says: "The form does not pause for it by itself." }],
    ),
    ...Object.keys(levels).map(
      (name): Loss => ({
        path: ["levels", name],
        code: "level_not_carried",
        says: "The form does not work it out; score does, from the answers read back.",
      }),
    ),
    ...(Object.keys(contradictions).length === 0
      ? []
      : [
          {
            path: ["contradictions"],
            code: "contradictions_not_carried",
            says: "Answers that do not fit together are not pointed out while the form is filled in.",
          } as const,
        ]),
  ];
}
