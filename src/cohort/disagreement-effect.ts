import { mustBeListOf, wrongArgument } from "../issues/index.ts";
import { frozen } from "./estimate.ts";

/** Two raters' answers on the same case. An answer that is left out is open. */
export interface AnswerPair<Answer = unknown> {
  readonly case: string;
  readonly first: Readonly<Record<string, Answer>>;
  readonly second: Readonly<Record<string, Answer>>;
}

/** One item's part in cases that two raters classify differently. */
export interface DisagreementDriver {
  readonly item: string;
  /** Cases in which the raters answered it differently. */
  readonly differed: number;
  /** Of these, the cases in which the outcome differs too. */
  readonly differedWithOutcome: number;
  /** Cases in which the other rater's answer to this item alone gives one rater the other's outcome. */
  readonly decisive: number;
}

/** What raters' disagreement does to the classification. */
export interface DisagreementEffect {
  readonly cases: number;
  readonly sameOutcome: number;
  /** Cases whose outcomes differ, by name. */
  readonly differing: readonly string[];
  /** Of these, the cases that no single item decides. */
  readonly withoutSingleItem: readonly string[];
  /** Strongest first: decisive, then together with the outcome, then by name. */
  readonly items: readonly DisagreementDriver[];
}

/**
 * Which items drive differing outcomes of two raters: each item on which they differ is given the other's answer, one at
 * a time and both ways, and the case is classified again.
 *
 * @param outcomeOf The outcome of a set of answers as text; it is called for every pair and every differing item.
 * @throws {AssessmentError} `malformed` for what is no list of pairs, or no function
 * @example
 * const pairs = [{ case: "1", first: { a: "yes", b: "no" }, second: { a: "no", b: "yes" } }];
 * disagreementEffect(pairs, ({ a }) => String(a)).items.map(({ item, decisive }) => [item, decisive]);
 * // => [["a", 1], ["b", 0]]
 */
export function disagreementEffect<Answer>(
  pairs: readonly AnswerPair<Answer>[],
  outcomeOf: (answers: Readonly<Record<string, Answer>>) => string,
): DisagreementEffect {
  mustBeListOf(pairs, "second", "pairs");
  if (typeof outcomeOf !== "function") throw wrongArgument("outcomeOf", "a function", outcomeOf);
  const tallies = new Map<string, { differed: number; differedWithOutcome: number; decisive: number }>();
  const differing: string[] = [];
  const withoutSingleItem: string[] = [];
  for (const { case: name, first, second } of pairs) {
    const outcomes = [outcomeOf(first), outcomeOf(second)] as const;
    const apart = outcomes[0] !== outcomes[1];
    if (apart) differing.push(name);
    let decided = false;
    for (const item of new Set([...Object.keys(first), ...Object.keys(second)])) {
      if (first[item] === second[item]) continue;
      const tally = tallies.get(item) ?? { differed: 0, differedWithOutcome: 0, decisive: 0 };
      tallies.set(item, tally);
      tally.differed += 1;
      if (!apart) continue;
      tally.differedWithOutcome += 1;
      const decisive =
        outcomeOf(swapped(first, second, item)) === outcomes[1] ||
        outcomeOf(swapped(second, first, item)) === outcomes[0];
      if (decisive) tally.decisive += 1;
      decided ||= decisive;
    }
    if (apart && !decided) withoutSingleItem.push(name);
  }
  const items = [...tallies].map(([item, tally]) => Object.freeze({ item, ...tally }));
  return Object.freeze({
    cases: pairs.length,
    sameOutcome: pairs.length - differing.length,
    differing: frozen(differing),
    withoutSingleItem: frozen(withoutSingleItem),
    items: frozen(items.sort(strongestFirst)),
  });
}

function swapped<Answer>(
  answers: Readonly<Record<string, Answer>>,
  other: Readonly<Record<string, Answer>>,
  item: string,
): Readonly<Record<string, Answer>> {
  const rest = Object.entries(answers).filter(([id]) => id !== item);
  const given = Object.entries(other).filter(([id]) => id === item);
  return Object.fromEntries([...rest, ...given]);
}

const strongestFirst = (a: DisagreementDriver, b: DisagreementDriver): number =>
  b.decisive - a.decisive || b.differedWithOutcome - a.differedWithOutcome || (a.item < b.item ? -1 : 1);
