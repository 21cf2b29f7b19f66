import type { Condition, Rule } from "./rule.ts";

/** One answer that an item offers. */
export interface ResponseOption {
  readonly label: string;
  /** The number that `value` rules read. */
  readonly value?: number;
  /** Set if choosing this option is a way of not knowing: rules then read the item as open. */
  readonly notKnown?: true;
}

/** How an item is answered. */
export type Responses =
  | { readonly kind: "choice"; readonly options: Readonly<Record<string, ResponseOption>> }
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly integer: boolean }
  | { readonly kind: "date" };

/** What a rule needs to know of an item that it reads. */
export interface ScopedItem {
  readonly responses: Responses;
  /** The item is asked unless this is false; while it is unknown, the item is shown. */
  readonly askIf?: Condition;
  /** The code or number that the item counts as while closed. By default no condition on it is true. */
  readonly whenClosed?: string | number;
}

/** What the names in a rule mean: the items with their branching, and the rules that `ref` names. */
export interface Scope {
  readonly items: Readonly<Record<string, ScopedItem>>;
  readonly indicators?: Readonly<Record<string, { readonly rule: Rule }>>;
}

/** A scope in which no item branches and no rule has a name. */
export const emptyScope: Scope = { items: {} };

/**
 * A scope's named rule; never an inherited property.
 *
 * @internal
 */
export function ruleNamed(scope: Scope, name: string): Rule | undefined {
  const named = scope.indicators;
  return named !== undefined && Object.hasOwn(named, name) ? named[name]?.rule : undefined;
}

/**
 * A scope's item by id; never an inherited property.
 *
 * @internal
 */
export function itemIn(scope: Scope, id: string): ScopedItem | undefined {
  return Object.hasOwn(scope.items, id) ? scope.items[id] : undefined;
}
