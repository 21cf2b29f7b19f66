import { isAmongWhenClosed, numberFor, rangeOf } from "./answer-of.ts";
import { oneOf } from "./builders.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Comparison, Rule } from "./rule.ts";
import { itemIn, type Scope, type ScopedItem } from "./scope.ts";

/** A formula of ordinary two-valued logic over what a record holds, for languages that know no unknown. */
export type TruthFormula =
  | { readonly op: "constant"; readonly value: boolean }
  /** The record holds one of these codes for the item; false if it holds nothing or a word for not knowing. */
  | { readonly op: "holds"; readonly item: string; readonly codes: readonly string[] }
  /** The record holds a number for the item. */
  | { readonly op: "has_number"; readonly item: string }
  | { readonly op: "and" | "or"; readonly of: readonly TruthFormula[] }
  | { readonly op: "not"; readonly of: TruthFormula }
  | { readonly op: "compare"; readonly is: Comparison; readonly left: NumberFormula; readonly to: number };

/** A formula that gives a number. */
export type NumberFormula =
  | { readonly op: "number"; readonly value: number }
  /** The number that the record holds for the item: asked only where `has_number` is true. */
  | { readonly op: "answer"; readonly item: string }
  | { readonly op: "if"; readonly test: TruthFormula; readonly then: NumberFormula; readonly otherwise: NumberFormula }
  | { readonly op: "plus"; readonly of: readonly NumberFormula[] };

/** A rule's least and most as two formulas: for a condition, when it is certainly true and when it may be true. */
export type TwoValued =
  | { readonly kind: "condition"; readonly low: TruthFormula; readonly high: TruthFormula }
  | { readonly kind: "quantity"; readonly low: NumberFormula; readonly high: NumberFormula };

/**
 * A rule as two formulas of two-valued logic, or `undefined` if it has a part that cannot be written so: a mean,
 * share, least or greatest, which leave out what does not apply.
 *
 * What the formulas give on a record is what `evaluate` gives on the same answers, whatever is open.
 *
 * @example
 * const { is } = rulesOver(relationshipAndMotive.items);
 * twoValued(is("wants_back", "yes"), relationshipAndMotive)?.high;
 * // => { op: "not", of: { op: "holds", item: "wants_back", codes: ["no"] } }
 */
export function twoValued(rule: Rule, scope: Scope): TwoValued | undefined {
  return readRule(rule, reading(scope), scope);
}

function reading(scope: Scope): Reading<TwoValued | undefined> {
  const shown = (item: string): { readonly low: TruthFormula; readonly high: TruthFormula } | undefined => {
    const askIf = itemIn(scope, item)?.askIf;
    if (askIf === undefined) return { low: yes, high: yes };
    const gate = readRule(askIf, self, scope);
    return gate?.kind === "condition" ? gate : undefined;
  };
  const self: Reading<TwoValued | undefined> = {
    one_of: ({ item, codes }) => {
      const scoped = itemIn(scope, item);
      const gate = shown(item);
      const known = knownCodes(scoped);
      if (gate === undefined || known === undefined) return undefined;
      const low = holds(
        item,
        codes.filter((code) => known.includes(code)),
      );
      const high = not(
        holds(
          item,
          known.filter((code) => !codes.includes(code)),
        ),
      );
      const closed = isAmongWhenClosed(codes, scoped);
      return closed
        ? { kind: "condition", low: or(not(gate.high), low), high: or(not(gate.low), high) }
        : { kind: "condition", low: and(gate.low, low), high: and(gate.high, high) };
    },
    judgement: ({ item }) => self.one_of(oneOf(item, "yes"), []),
    value: ({ item }) => {
      const scoped = itemIn(scope, item);
      const gate = shown(item);
      if (gate === undefined || scoped === undefined) return undefined;
      const [least, most] = rangeOf(scoped);
      if (!Number.isFinite(least) || !Number.isFinite(most)) return undefined;
      const closed = scoped.whenClosed === undefined ? 0 : (numberFor(scoped.whenClosed, scoped) ?? 0);
      const known = { low: numberIn(item, scoped, least), high: numberIn(item, scoped, most) };
      const either = {
        low: numberIn(item, scoped, Math.min(least, closed), (value) => Math.min(value, closed)),
        high: numberIn(item, scoped, Math.max(most, closed), (value) => Math.max(value, closed)),
      };
      if (either.low === undefined || either.high === undefined) return undefined;
      if (known.low === undefined || known.high === undefined) return undefined;
      const gated = (certain: NumberFormula, open: NumberFormula): NumberFormula =>
        choose(gate.low, certain, choose(gate.high, open, number(closed)));
      return { kind: "quantity", low: gated(known.low, either.low), high: gated(known.high, either.high) };
    },
    ref: (_, [named]) => named,
    all: (_, parts) => joined(parts, and),
    any: (_, parts) => joined(parts, or),
    not: (_, [part]) =>
      part?.kind === "condition" ? { kind: "condition", low: not(part.high), high: not(part.low) } : undefined,
    compare: ({ is, to }, [part]) => (part?.kind === "quantity" ? compared(is, part.low, part.high, to) : undefined),
    count: (_, parts) => {
      const conditions = whole(parts, "condition");
      const one = (of: TruthFormula) => choose(of, number(1), number(0));
      return (
        conditions && {
          kind: "quantity",
          low: plus(conditions.map(({ low }) => one(low))),
          high: plus(conditions.map(({ high }) => one(high))),
        }
      );
    },
    sum: (_, parts) => {
      const quantities = whole(parts, "quantity");
      return (
        quantities && {
          kind: "quantity",
          low: plus(quantities.map(({ low }) => low)),
          high: plus(quantities.map(({ high }) => high)),
        }
      );
    },
    mean: () => undefined,
    share: () => undefined,
    least: () => undefined,
    greatest: () => undefined,
  };
  return self;
}

/** The codes of a choice that are known answers. */
function knownCodes(item: ScopedItem | undefined): readonly string[] | undefined {
  return item?.responses.kind === "choice"
    ? Object.entries(item.responses.options).flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code]))
    : undefined;
}

/** The number of an item's answer, or `open` while it is not known; each number passed through `as`. */
function numberIn(
  item: string,
  scoped: ScopedItem,
  open: number,
  as?: (value: number) => number,
): NumberFormula | undefined {
  if (scoped.responses.kind === "number") {
    const held: NumberFormula = { op: "answer", item };
    if (as === undefined) return choose({ op: "has_number", item }, held, number(open));
    const { min, max } = scoped.responses;
    const [atMin, atMax] = [as(min), as(max)];
    // `as` is the lesser or the greater of the answer and one number: outside that number it changes nothing.
    if (atMin === min && atMax === max) return choose({ op: "has_number", item }, held, number(open));
    if (atMin === atMax) return number(atMin);
    const pivot = atMin === min ? atMax : atMin;
    const changed: TruthFormula = {
      op: "compare",
      is: atMin === min ? "more_than" : "less_than",
      left: held,
      to: pivot,
    };
    return choose({ op: "has_number", item }, choose(changed, number(pivot), held), number(open));
  }
  const known = knownCodes(scoped);
  return known?.reduceRight<NumberFormula>((rest, code) => {
    const value = numberFor(code, scoped) ?? open;
    return choose(holds(item, [code]), number(as === undefined ? value : as(value)), rest);
  }, number(open));
}

function compared(is: Comparison, low: NumberFormula, high: NumberFormula, to: number): TwoValued {
  const test = (left: NumberFormula, how: Comparison): TruthFormula => ({ op: "compare", is: how, left, to });
  if (is === "equals") {
    return {
      kind: "condition",
      low: and(test(low, "equals"), test(high, "equals")),
      high: and(test(low, "at_most"), test(high, "at_least")),
    };
  }
  const rising = is === "at_least" || is === "more_than";
  return { kind: "condition", low: test(rising ? low : high, is), high: test(rising ? high : low, is) };
}

function joined(
  parts: readonly (TwoValued | undefined)[],
  join: (...of: readonly TruthFormula[]) => TruthFormula,
): TwoValued | undefined {
  const conditions = whole(parts, "condition");
  return (
    conditions && {
      kind: "condition",
      low: join(...conditions.map(({ low }) => low)),
      high: join(...conditions.map(({ high }) => high)),
    }
  );
}

function whole<Kind extends TwoValued["kind"]>(
  parts: readonly (TwoValued | undefined)[],
  kind: Kind,
): readonly Extract<TwoValued, { kind: Kind }>[] | undefined {
  const found = parts.filter((part): part is Extract<TwoValued, { kind: Kind }> => part?.kind === kind);
  return found.length === parts.length ? found : undefined;
}

const yes: TruthFormula = { op: "constant", value: true };
const no: TruthFormula = { op: "constant", value: false };
const isYes = (of: TruthFormula) => of.op === "constant" && of.value;
const isNo = (of: TruthFormula) => of.op === "constant" && !of.value;
const number = (value: number): NumberFormula => ({ op: "number", value });

function holds(item: string, codes: readonly string[]): TruthFormula {
  return codes.length === 0 ? no : { op: "holds", item, codes };
}

function not(of: TruthFormula): TruthFormula {
  if (of.op === "constant") return of.value ? no : yes;
  return of.op === "not" ? of.of : { op: "not", of };
}

function and(...of: readonly TruthFormula[]): TruthFormula {
  if (of.some(isNo)) return no;
  const rest = of.filter((part) => !isYes(part));
  return rest.length === 0 ? yes : rest.length === 1 && rest[0] !== undefined ? rest[0] : { op: "and", of: rest };
}

function or(...of: readonly TruthFormula[]): TruthFormula {
  if (of.some(isYes)) return yes;
  const rest = of.filter((part) => !isNo(part));
  return rest.length === 0 ? no : rest.length === 1 && rest[0] !== undefined ? rest[0] : { op: "or", of: rest };
}

function choose(test: TruthFormula, then: NumberFormula, otherwise: NumberFormula): NumberFormula {
  return isYes(test) ? then : isNo(test) ? otherwise : { op: "if", test, then, otherwise };
}

function plus(of: readonly NumberFormula[]): NumberFormula {
  return of.length === 0 ? number(0) : of.length === 1 && of[0] !== undefined ? of[0] : { op: "plus", of };
}
