import {
  type Condition,
  isAmongWhenClosed,
  itemIn,
  type OneOf,
  type Rule,
  type Scope,
  truthBits,
  withoutNames,
} from "../rules/index.ts";
import { bitwise, cases, constant, type Expression } from "./expression.ts";
import type { Ends, SqlReader } from "./to-sql.ts";

/**
 * A condition's truth in every row, as {@link truthBits} times a power of two. "And" and "or" of truths are then those of
 * their bits, at which engines are quick. Other bits may be set as well.
 */
export function truthBitsOf(condition: Condition, { cell, ends }: SqlReader, scope: Scope): Bits {
  const whole = withoutNames(condition, scope);
  const { yes, open, no } = truthBits;
  const truthsFor = ({ item, codes }: OneOf, isNot: boolean) => [
    ...cell(item).answers.map((code) => (codes.includes(String(code)) === isNot ? no : yes)),
    open,
  ];
  const units = leavesOf(whole, scope).map((leaf) => cell(leaf.item).unitFor(truthsFor(leaf, false)));
  const unit = Math.max(1, ...units);
  const read = (rule: Condition, isNot: boolean): Expression => {
    switch (rule.kind) {
      case "one_of": {
        const known = cell(rule.item).slot(truthsFor(rule, isNot), unit);
        const item = itemIn(scope, rule.item);
        if (item?.askIf === undefined) return known;
        const isYesWhenClosed = isAmongWhenClosed(rule.codes, item) !== isNot;
        return bitwise(isYesWhenClosed ? "|" : "&", [read(withoutNames(item.askIf, scope), isYesWhenClosed), known]);
      }
      case "not":
        return read(rule.of[0], !isNot);
      case "all":
      case "any": {
        const isAnd = (rule.kind === "all") !== isNot;
        const parts = rule.of.map((part) => read(part, isNot));
        return parts.length === 0 ? constant(String((isAnd ? yes : no) * unit)) : bitwise(isAnd ? "&" : "|", parts);
      }
      default:
        return fromEnds(ends(rule), isNot, unit);
    }
  };
  return { unit, value: read(whole, false) };
}

/** A whole number in every row, in steps of `unit`; what is less than that has no meaning, nor has a faulty row. */
export interface Bits {
  readonly unit: number;
  readonly value: Expression;
}

function fromEnds([low, high]: Ends, isNot: boolean, unit: number): Expression {
  const bits = (truth: number) => constant(String(truth * unit));
  const { yes, open, no } = truthBits;
  return cases(
    [
      [low, bits(isNot ? no : yes)],
      [high, bits(open)],
    ],
    bits(isNot ? yes : no),
  );
}

/** Every place that reads an item's code, in a rule without names and in the gates of its items. */
function leavesOf(rule: Rule, scope: Scope): readonly OneOf[] {
  if (rule.kind === "one_of") {
    const askIf = itemIn(scope, rule.item)?.askIf;
    return [rule, ...(askIf === undefined ? [] : leavesOf(withoutNames(askIf, scope), scope))];
  }
  return rule.kind === "all" || rule.kind === "any" || rule.kind === "not"
    ? rule.of.flatMap((part) => leavesOf(part, scope))
    : [];
}
