import { typeIds } from "../typology/index.ts";
import {
  type CombinationResults,
  combinationResults,
  type Digit,
  mostCombinations,
  typesNamed,
} from "./combination-results.ts";
import { choose, constant, type Expression, over, sql } from "./expression.ts";
import type { Layers } from "./layers.ts";
import type { Apart } from "./over-parts.ts";
import { productOf, steppedList } from "./stepped-list.ts";
import type { SqlReader } from "./to-sql.ts";
import type { Outputs } from "./type-outputs.ts";

/**
 * The columns of `typeOutputs`, from lists in the statement: what a case comes to depends on a few parts of the rules
 * alone, each true, false or open, so it is worked out here for every combination of those.
 *
 * @param digits What each part or item of the rules is in a row.
 */
export function listedOutcomes<TypeId extends string>(
  { rules, scope }: Apart<TypeId>,
  digits: readonly RowDigit[],
  outside: Expression,
  { define, dialect }: Layers,
): Outputs {
  const { lookUp, lookUpText, text } = dialect;
  const { outcomes, outcomeAt, standings } = combinationResults(rules, scope, digits);
  const steps = steppedList(
    rowEntries(outcomeAt, [...digits.keys()], digits),
    digits.map(({ places }) => places.length),
  );
  const outcome = steps.reduce<Expression>((before, { digits: own, list }) => {
    const place = placeOver(own, digits);
    const entry = before === none ? place : sql`${before} + ${place}`;
    return over(lookUp(list, `(${entry.text})`), [entry]);
  }, none);
  const which = define("which", outcome);
  const told = (texts: readonly string[]) => over(lookUpText(texts, which.text), [which]);
  const word = (value: string) => constant(text(value));
  return [
    ["outcome", choose(outside, word("out_of_scope"), told(outcomes.map(({ kind }) => kind)))],
    ["type", choose(outside, word(""), told(outcomes.map(typesNamed)))],
    ...typeIds(rules).map((id, type) => {
      const { digits: own, at } = standings[type] as CombinationResults["standings"][number];
      const place = placeOver(own, digits);
      return [id, over(lookUpText(rowEntries(at, own, digits), `(${place.text})`), [place])] as const;
    }),
  ];
}

/** What a part or an item is in a row, as a whole number from 0. */
export interface RowDigit extends Digit {
  readonly place: Expression;
  /** By number: which of `codes` it stands for; the number after the last for open. */
  readonly places: readonly number[];
}

/** What the parts and items are in each row, from its cells; `undefined` if they have too many combinations. */
export function digitsOfRows<TypeId extends string>(
  { parts, scope }: Apart<TypeId>,
  reader: SqlReader,
  layers: Layers,
): readonly RowDigit[] | undefined {
  const digits = Object.keys(scope.items).map((item): RowDigit => {
    const part = Object.hasOwn(parts, item) ? parts[item] : undefined;
    return part === undefined ? digitOfItem(item, reader) : digitOfPart(item, reader.ends(part), layers);
  });
  return productOf(digits.map(({ codes }) => codes.length + 1)) > mostCombinations ? undefined : digits;
}

function digitOfPart(item: string, [low, high]: ReturnType<SqlReader["ends"]>, { define }: Layers): RowDigit {
  const place = define(item, choose(low, constant("0"), choose(high, constant("2"), constant("1"))));
  return { item, codes: ["yes", "no"], place, places: [0, 1, 2] };
}

/** A faulty cell, at 0, is given no result; here it only must not lead out of a list. */
function digitOfItem(item: string, { cell }: SqlReader): RowDigit {
  const { answers, position } = cell(item);
  return {
    item,
    codes: answers.map(String),
    place: position,
    places: [answers.length, ...answers.keys(), answers.length],
  };
}

const none = constant("0");

/** Some digits of a row as one number, the lowest first. */
function placeOver(own: readonly number[], digits: readonly RowDigit[]): Expression {
  const read = own.map((at) => digits[at] as RowDigit);
  const [first, ...others] = read.toReversed();
  return others.reduce<Expression>(
    (before, { place, places }) => sql`${before} * ${places.length} + ${place}`,
    first?.place ?? none,
  );
}

/** What there is for every combination of some digits, for every number that a row can have in their place. */
function rowEntries<Entry>(
  entries: readonly Entry[],
  own: readonly number[],
  digits: readonly RowDigit[],
): readonly Entry[] {
  const numbers = own.reduce<{ readonly step: number; readonly at: readonly number[] }>(
    ({ step, at }, digit) => {
      const { codes, places } = digits[digit] as RowDigit;
      return {
        step: step * (codes.length + 1),
        at: places.flatMap((place) => at.map((lower) => lower + place * step)),
      };
    },
    { step: 1, at: [0] },
  );
  return numbers.at.map((at) => entries[at] as Entry);
}
