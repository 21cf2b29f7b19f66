import { evaluate, itemsOf, type Scope } from "../rules/index.ts";
import {
  madeOutcomes,
  type Outcome,
  type OutcomeKey,
  outcomeFor,
  outcomeOf,
  type Standing,
  type TypeRules,
  typeIds,
} from "../typology/index.ts";
import { productOf } from "./stepped-list.ts";

/** The most combinations that are worked out beforehand (design choice). */
export const mostCombinations = 50_000;

/** An item and what it can be: its answers in order, and open, which is last and has no code. */
export interface Digit {
  readonly item: string;
  readonly codes: readonly string[];
}

/** What combinations come to. Digits are those given, the lowest first. */
export interface CombinationResults {
  /** By combination: which of `outcomes` it is. */
  readonly outcomeAt: readonly number[];
  readonly outcomes: readonly Outcome[];
  /** By type: the digits that its standing depends on, and the standing for each combination of those. */
  readonly standings: readonly { readonly digits: readonly number[]; readonly at: readonly Standing[] }[];
}

/** What types' rules come to for every combination of what their items can be. */
export function combinationResults<TypeId extends string>(
  rules: TypeRules<TypeId>,
  scope: Scope,
  digits: readonly Digit[],
): CombinationResults {
  const types = typeIds(rules);
  const widths = digits.map(({ codes }) => codes.length + 1);
  const steps = widths.map((_, at) => productOf(widths.slice(0, at)));
  const placeIn = (number: number, digit: number) =>
    Math.floor(number / (steps[digit] as number)) % (widths[digit] as number);
  const standings = types.map((id) => standingOver(rules.types[id].criteria, scope, digits));
  const aim = digits.findIndex(({ item }) => item === rules.firstAim);
  const chosenBy = (digits[aim]?.codes ?? []).map((code) =>
    bitsOf(types, (id) => rules.types[id].firstAims.includes(code)),
  );
  const made = madeOutcomes(types);
  const outcomes: Outcome[] = [];
  const places = new Map<string, number>();
  const words: OutcomeKey<TypeId>[] = [];
  /** By combination: which of `words` it can still come to, as bits. */
  const possibleAt: number[] = [];
  const outcomeAt: number[] = [];
  for (let number = 0; number < productOf(widths); number++) {
    const standing = standings.map(({ digits: own, at }) => {
      let place = 0;
      for (const digit of own.toReversed()) place = place * (widths[digit] as number) + placeIn(number, digit);
      return at[place] as Standing;
    });
    const shown = {
      met: bitsOf(standing, (each) => each === "met"),
      possible: bitsOf(standing, (each) => each === "possible"),
      firstAims: chosenBy[placeIn(number, aim)] ?? 0,
    };
    // Open is last of what a digit can be, so what the number becomes with another there has been worked out before.
    const open = widths.findIndex((width, digit) => placeIn(number, digit) === width - 1);
    const possible =
      open < 0
        ? bitFor(words, keyOf(outcomeOf(types, shown.met, 0, shown.firstAims)))
        : (digits[open] as Digit).codes.reduce(
            (bits, _, back) => bits | (possibleAt[number - (steps[open] as number) * (back + 1)] as number),
            0,
          );
    possibleAt.push(possible);
    const outcome = outcomeFor(
      words.filter((_, at) => (possible & (1 << at)) !== 0),
      shown,
      { made },
    );
    const word = wordOf(outcome);
    const known = places.get(word) ?? outcomes.push(outcome) - 1;
    places.set(word, known);
    outcomeAt.push(known);
  }
  return { outcomeAt, outcomes, standings };
}

function standingOver(
  criteria: Parameters<typeof itemsOf>[0],
  scope: Scope,
  all: readonly Digit[],
): CombinationResults["standings"][number] {
  const read = itemsOf(criteria, scope);
  const digits = all.flatMap(({ item }, at) => (read.includes(item) ? [at] : []));
  let answered: readonly Readonly<Record<string, string>>[] = [{}];
  for (const digit of digits) {
    const { item, codes } = all[digit] as Digit;
    const open = answered;
    answered = [...codes.flatMap((code) => open.map((answers) => ({ ...answers, [item]: code }))), ...open];
  }
  const at = answered.map((answers): Standing => {
    const [low, high] = evaluate(criteria, answers, scope);
    return low === 1 ? "met" : high === 1 ? "possible" : "ruled_out";
  });
  return { digits, at };
}

/** The bit of a word in a list, in which it is entered if it is new. A typology's outcomes are fewer than 32. */
function bitFor<Word>(words: Word[], word: Word): number {
  const at = words.indexOf(word);
  return 1 << (at < 0 ? words.push(word) - 1 : at);
}

const keyOf = <TypeId extends string>(outcome: Outcome<TypeId>): OutcomeKey<TypeId> => {
  if ("type" in outcome) return `${outcome.kind}:${outcome.type}`;
  return outcome.kind === "mixed" ? "mixed" : "undetermined";
};

/** The ids of the types that an outcome names, joined by a space. */
export function typesNamed(outcome: Outcome): string {
  return "type" in outcome ? outcome.type : "types" in outcome ? outcome.types.join(" ") : "";
}

const wordOf = (outcome: Outcome): string => `${outcome.kind} ${typesNamed(outcome)}`;

function bitsOf<Each>(list: readonly Each[], is: (each: Each) => boolean): number {
  return list.reduce((bits, each, at) => (is(each) ? bits | (1 << at) : bits), 0);
}
