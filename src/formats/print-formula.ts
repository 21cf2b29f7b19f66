import type { NumberFormula, TruthFormula } from "../rules/index.ts";

/**
 * What a language needs in order to write formulas: one function for each kind, on parts that are written already.
 * None has to say "not" of a whole formula: it is carried down to the leaves, so that languages without it can follow.
 */
export interface FormulaLanguage<Out = string> {
  readonly constant: (value: boolean) => Out;
  readonly holds: (item: string, codes: readonly string[]) => Out;
  /** The record holds none of these codes: another one, or nothing. */
  readonly lacks: (item: string, codes: readonly string[]) => Out;
  readonly hasNumber: (item: string) => Out;
  readonly hasNoNumber: (item: string) => Out;
  readonly and: (parts: readonly Out[]) => Out;
  readonly or: (parts: readonly Out[]) => Out;
  readonly compare: (left: Out, sign: Sign, to: number) => Out;
  readonly number: (value: number) => Out;
  readonly answer: (item: string) => Out;
  readonly choose: (test: Out, then: Out, otherwise: Out) => Out;
  readonly plus: (parts: readonly Out[]) => Out;
}

/** The comparisons, as most languages write them. */
export type Sign = ">=" | "<=" | ">" | "<" | "=";

const signs = { at_least: ">=", at_most: "<=", more_than: ">", less_than: "<", equals: "=" } as const;
const opposites = { ">=": "<", "<=": ">", ">": "<=", "<": ">=" } as const;

/** A formula of two-valued logic in a language. */
export function printTruth<Out>(of: TruthFormula, language: FormulaLanguage<Out>): Out {
  return printed(of, true, language);
}

/** A formula, or what holds exactly when it does not. */
function printed<Out>(of: TruthFormula, as: boolean, language: FormulaLanguage<Out>): Out {
  const parts = (inner: readonly TruthFormula[]) => inner.map((part) => printed(part, as, language));
  switch (of.op) {
    case "constant":
      return language.constant(of.value === as);
    case "holds":
      return as ? language.holds(of.item, of.codes) : language.lacks(of.item, of.codes);
    case "has_number":
      return as ? language.hasNumber(of.item) : language.hasNoNumber(of.item);
    case "and":
    case "or":
      return (of.op === "and") === as ? language.and(parts(of.of)) : language.or(parts(of.of));
    case "not":
      return printed(of.of, !as, language);
    case "compare":
      return printedComparison(printNumber(of.left, language), signs[of.is], of.to, as, language);
  }
}

function printedComparison<Out>(left: Out, sign: Sign, to: number, as: boolean, language: FormulaLanguage<Out>): Out {
  if (as) return language.compare(left, sign, to);
  return sign === "="
    ? language.or([language.compare(left, "<", to), language.compare(left, ">", to)])
    : language.compare(left, opposites[sign], to);
}

/** A formula that gives a number, in a language. */
export function printNumber<Out>(of: NumberFormula, language: FormulaLanguage<Out>): Out {
  switch (of.op) {
    case "number":
      return language.number(of.value);
    case "answer":
      return language.answer(of.item);
    case "if":
      return language.choose(
        printTruth(of.test, language),
        printNumber(of.then, language),
        printNumber(of.otherwise, language),
      );
    case "plus":
      return language.plus(of.of.map((part) => printNumber(part, language)));
  }
}
