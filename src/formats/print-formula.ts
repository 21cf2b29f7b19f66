import type { NumberFormula, TruthFormula } from "../rules/index.ts";

/** What a language needs in order to write formulas: one function for each kind, on parts that are written already. */
export interface FormulaLanguage {
  readonly constant: (value: boolean) => string;
  readonly holds: (item: string, codes: readonly string[]) => string;
  readonly hasNumber: (item: string) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
  readonly not: (part: string) => string;
  readonly compare: (left: string, sign: Sign, to: number) => string;
  readonly number: (value: number) => string;
  readonly answer: (item: string) => string;
  readonly choose: (test: string, then: string, otherwise: string) => string;
  readonly plus: (parts: readonly string[]) => string;
}

/** The five comparisons, as most languages write them. */
export type Sign = ">=" | "<=" | ">" | "<" | "=";

const signs = { at_least: ">=", at_most: "<=", more_than: ">", less_than: "<", equals: "=" } as const;

/** A formula of two-valued logic in a language. */
export function printTruth(of: TruthFormula, language: FormulaLanguage): string {
  const truth = (part: TruthFormula) => printTruth(part, language);
  switch (of.op) {
    case "constant":
      return language.constant(of.value);
    case "holds":
      return language.holds(of.item, of.codes);
    case "has_number":
      return language.hasNumber(of.item);
    case "and":
      return language.and(of.of.map(truth));
    case "or":
      return language.or(of.of.map(truth));
    case "not":
      return language.not(truth(of.of));
    case "compare":
      return language.compare(printNumber(of.left, language), signs[of.is], of.to);
  }
}

/** A formula that gives a number, in a language. */
export function printNumber(of: NumberFormula, language: FormulaLanguage): string {
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
