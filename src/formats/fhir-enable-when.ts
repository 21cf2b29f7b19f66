import type { Instrument } from "../instrument/index.ts";
import type { Condition } from "../rules/index.ts";
import { twoValued } from "../rules/index.ts";
import type { AnswerSet } from "./fhir-answer-sets.ts";
import { type FormulaLanguage, printTruth } from "./print-formula.ts";

type Json = Readonly<Record<string, unknown>>;

/** Conditions of which all or any must hold: as much as `enableWhen` can say. */
interface Flat {
  readonly joined: "one" | "all" | "any";
  readonly conditions: readonly Json[];
}

/**
 * A condition of showing as plain FHIR `enableWhen`, or `undefined` if that cannot say it: it knows only one level of
 * "all" or "any". "Not this code" is written as "another code, or no answer", since `!=` is read in different ways
 * where there is no answer.
 */
export function enableWhen(askIf: Condition, own: Instrument, sets: ReadonlyMap<string, AnswerSet>): Json | undefined {
  const found = twoValued(askIf, own);
  const flat = found?.kind === "condition" ? printTruth(found.high, languageOf(sets)) : undefined;
  if (flat === undefined) return undefined;
  return {
    enableWhen: flat.conditions,
    ...(flat.conditions.length > 1 ? { enableBehavior: flat.joined === "all" ? "all" : "any" } : {}),
  };
}

function languageOf(sets: ReadonlyMap<string, AnswerSet>): FormulaLanguage<Flat | undefined> {
  const none = () => undefined;
  const equal = (item: string, codes: readonly string[]): readonly Json[] =>
    codes.map((code) => ({
      question: item,
      operator: "=",
      answerCoding: { system: sets.get(item)?.system, code },
    }));
  const any = (conditions: readonly Json[]): Flat => ({ joined: conditions.length === 1 ? "one" : "any", conditions });
  return {
    constant: none,
    holds: (item, codes) => any(equal(item, codes)),
    lacks: (item, codes) => {
      const others = sets.get(item)?.codes.filter((code) => !codes.includes(code)) ?? [];
      return any([{ question: item, operator: "exists", answerBoolean: false }, ...equal(item, others)]);
    },
    hasNumber: none,
    hasNoNumber: none,
    and: (parts) => joined("all", parts),
    or: (parts) => joined("any", parts),
    compare: none,
    number: none,
    answer: none,
    choose: none,
    plus: none,
  };
}

function joined(how: "all" | "any", parts: readonly (Flat | undefined)[]): Flat | undefined {
  const flat = parts.filter((part) => part !== undefined && (part.joined === "one" || part.joined === how));
  return flat.length === parts.length
    ? { joined: how, conditions: flat.flatMap((part) => part?.conditions ?? []) }
    : undefined;
}
