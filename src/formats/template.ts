import type { Instrument } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import { type Scope, states } from "../rules/index.ts";
import { formGiven } from "./given.ts";

/**
 * The header of a table that can be filled in and scored: an identifier, then every item.
 *
 * @example
 * templateHeader(quickScreen).slice(0, 2); // => ["case_id", "danger_now"]
 */
export function templateHeader(instrument: Instrument): readonly string[] {
  formGiven(instrument);
  return ["case_id", ...Object.keys(instrument.items)];
}

/**
 * One case as an object that can be filled in: every item, not asked yet.
 *
 * @example
 * templateCase(quickScreen).victim_finds_unwanted; // => "not_asked"
 */
export function templateCase(instrument: Instrument): Readonly<Record<string, "not_asked">> {
  formGiven(instrument);
  return Object.fromEntries(Object.keys(instrument.items).map((id) => [id, "not_asked" as const]));
}

/**
 * The codes that an item accepts, with the words for not knowing; only the words for a number, a date or no item.
 *
 * @example
 * codesOf(relationshipAndMotive, "adult"); // => ["yes", "no", "not_sure", "prefer_not", "not_asked", "closed"]
 */
export function codesOf(scope: Pick<Scope, "items">, id: string): readonly string[] {
  mustHave(scope, "items", "scope");
  const { items } = scope;
  const responses = Object.hasOwn(items, id) ? items[id]?.responses : undefined;
  return responses?.kind === "choice" ? [...Object.keys(responses.options), ...states] : [...states];
}
