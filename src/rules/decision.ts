import type { Condition } from "./rule.ts";

/** An ordered list of outcomes: the first whose condition is true is the one; `otherwise` if none is. */
export interface Decision<Outcome extends string = string, Id extends string = string, Ref extends string = string> {
  readonly cases: readonly { readonly when: Condition<Id, Ref>; readonly outcome: Outcome }[];
  readonly otherwise: Outcome;
}
