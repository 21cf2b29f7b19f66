import { answerOf, isState, numberFor } from "./answer-of.ts";
import { itemsOf } from "./items-of.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Answer, Answers, Rule } from "./rule.ts";
import { itemIn, type Scope } from "./scope.ts";

/** An item that a decision reads: its possible answers, with those that no rule tells apart taken as one class. */
export interface Variable {
  readonly item: string;
  /** One answer for each class, the first in declared order. */
  readonly representatives: readonly Answer[];
  /** The class of each known answer, keyed by the answer as text. */
  readonly classOf: ReadonlyMap<string, number>;
}

/** How many answers an item may have at most for its completions to be tried (design choice). */
const widestDomain = 250;

/**
 * The items that rules read, in the order in which they read them, each with its classes of answers.
 * `undefined` if an item has no list of answers that could be tried (a wide or fractional number, a date).
 *
 * @internal
 */
export function variablesOf(rules: readonly Rule[], scope: Scope): readonly Variable[] | undefined {
  const items = [...new Set(rules.flatMap((rule) => itemsOf(rule, scope)))];
  const gates = items.flatMap((id) => itemIn(scope, id)?.askIf ?? []);
  const leaves = [...rules, ...gates].flatMap((rule) => readRule(rule, leavesOf, scope));
  const variables = items.map((item) =>
    variableFor(
      item,
      leaves.filter((leaf) => leaf.item === item),
      scope,
    ),
  );
  return variables.includes(undefined) ? undefined : variables.filter((variable) => variable !== undefined);
}

/**
 * The class that a case's answer falls in, or `undefined` while the item is open.
 *
 * @internal
 */
export function classIn(variable: Variable, answers: Answers, scope: Scope): number | undefined {
  const answer = answerOf(answers, variable.item, itemIn(scope, variable.item));
  return answer === undefined ? undefined : variable.classOf.get(String(answer));
}

type Leaf = Extract<Rule, { item: string }>;

function variableFor(item: string, leaves: readonly Leaf[], scope: Scope): Variable | undefined {
  const domain = domainOf(item, scope);
  if (domain === undefined) return undefined;
  const classes = new Map<string, number>();
  const representatives: Answer[] = [];
  const classOf = new Map<string, number>();
  for (const answer of domain) {
    const told = leaves.map((leaf) => leafValue(leaf, answer, scope)).join();
    const known = classes.get(told);
    if (known === undefined) {
      classes.set(told, representatives.length);
      representatives.push(answer);
    }
    classOf.set(String(answer), known ?? representatives.length - 1);
  }
  return { item, representatives, classOf };
}

/**
 * What a leaf of a rule comes to when its item is shown and has this answer.
 *
 * @internal
 */
export function leafValue(leaf: Leaf, answer: Answer, scope: Scope): number {
  if (leaf.kind === "value") return numberFor(answer, itemIn(scope, leaf.item)) ?? 0;
  return Number(leaf.kind === "one_of" ? leaf.codes.includes(String(answer)) : answer === "yes");
}

function domainOf(item: string, scope: Scope): readonly Answer[] | undefined {
  const responses = itemIn(scope, item)?.responses;
  if (responses === undefined) return ["yes", "no"];
  switch (responses.kind) {
    case "choice":
      return Object.entries(responses.options).flatMap(([code, { notKnown }]) =>
        notKnown === true || isState(code) ? [] : [code],
      );
    case "number": {
      const { min, max, integer } = responses;
      return integer && max - min < widestDomain
        ? Array.from({ length: max - min + 1 }, (_, step) => min + step)
        : undefined;
    }
    case "date":
      return undefined;
  }
}

const ofParts = (_: unknown, parts: readonly (readonly Leaf[])[]): readonly Leaf[] => parts.flat();
const leavesOf: Reading<readonly Leaf[]> = {
  one_of: (leaf) => [leaf],
  judgement: (leaf) => [leaf],
  value: (leaf) => [leaf],
  ref: ofParts,
  all: ofParts,
  any: ofParts,
  not: ofParts,
  compare: ofParts,
  count: ofParts,
  sum: ofParts,
  mean: ofParts,
  share: ofParts,
  least: ofParts,
  greatest: ofParts,
};
