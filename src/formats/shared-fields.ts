import type { Instrument, Respondent } from "../instrument/index.ts";
import { type FormLayout, formLayout, type LaidBound } from "./form-layout.ts";
import type { FormulaLanguage } from "./print-formula.ts";
import { type Part, partMaker, sharedParts, textOf } from "./shared-parts.ts";

/**
 * How many characters a calculated field of its own has to save (design choice): it is one more column in every record
 * that is exported.
 */
const worthAField = 1000;

/**
 * A form laid out as by `formLayout`, in which a long part that several bounds need is a bound of its own, before them:
 * else one formula of the conduct form has more than a spreadsheet's cell can hold.
 */
export function layoutWithSharedFields(
  instrument: Instrument,
  respondent: Respondent,
  language: FormulaLanguage,
): FormLayout {
  const conditions = new Set<Part>();
  const name = sharedField(instrument);
  const { sections, bounds, losses } = formLayout(instrument, respondent, inParts(language, name, conditions));
  const { shared, texts } = sharedParts(
    bounds.map(({ formula }) => ({ name, part: formula })),
    {
      reference: (own, part) =>
        conditions.has(part) ? language.compare(language.answer(own), "=", 1) : language.answer(own),
      cost: () => worthAField,
      reserved: Object.keys(instrument.items),
    },
  );
  return {
    sections: sections.map((section) => ({
      ...section,
      items: section.items.map(({ id, item, shownIf }) => ({
        id,
        item,
        shownIf: shownIf === undefined ? undefined : textOf(shownIf),
      })),
    })),
    bounds: [
      ...shared.map(
        ({ name: own, part, text }): LaidBound => ({
          name: own,
          of: own,
          means: own,
          end: "part",
          kind: conditions.has(part) ? "condition" : "quantity",
          formula: text,
        }),
      ),
      ...bounds.map((bound, at) => ({ ...bound, formula: texts[at] ?? "" })),
    ],
    losses,
  };
}

/** Whether a name is that of a field which holds a part of other calculated fields. */
export function isSharedField(name: string, instrument: Instrument): boolean {
  const start = sharedField(instrument);
  return name.startsWith(start) && /^\d*$/.test(name.slice(start.length));
}

/** It starts with the form's own name, as a project may hold several forms. */
function sharedField({ id }: Instrument): string {
  return `${id.toLowerCase().replace(/[^a-z0-9]+/g, "_")}_part`;
}

/** A language for text as one for parts. What is a condition is noted. */
function inParts(language: FormulaLanguage, name: string, conditions: Set<Part>): FormulaLanguage<Part> {
  const part = partMaker();
  const made = (of: readonly Part[], write: (marks: readonly string[]) => string): Part => {
    const text = write(of.map((_, at) => `${mark}${at}${mark}`));
    // Between two marks stands the place of a part in the list.
    return part(name, ...text.split(mark).map((piece, at) => (at % 2 === 0 ? piece : (of[Number(piece)] ?? ""))));
  };
  const number = made;
  const condition: typeof made = (of, write) => {
    const each = made(of, write);
    conditions.add(each);
    return each;
  };
  return {
    constant: (value) => condition([], () => language.constant(value)),
    holds: (item, codes) => condition([], () => language.holds(item, codes)),
    lacks: (item, codes) => condition([], () => language.lacks(item, codes)),
    hasNumber: (item) => condition([], () => language.hasNumber(item)),
    hasNoNumber: (item) => condition([], () => language.hasNoNumber(item)),
    and: (parts) => condition(parts, (texts) => language.and(texts)),
    or: (parts) => condition(parts, (texts) => language.or(texts)),
    compare: (left, sign, to) => condition([left], ([text = ""]) => language.compare(text, sign, to)),
    number: (value) => number([], () => language.number(value)),
    answer: (item) => number([], () => language.answer(item)),
    choose: (test, then, otherwise) =>
      number([test, then, otherwise], ([if_ = "", yes = "", no = ""]) => language.choose(if_, yes, no)),
    plus: (parts) => number(parts, (texts) => language.plus(texts)),
  };
}

/** A character for private use, which stands in no formula. */
const mark = "\ue000";
