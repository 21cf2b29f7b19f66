import { deepFreeze, type Instrument } from "../instrument/index.ts";
import type { Typology } from "./typology.ts";

type ItemOf<Form extends Instrument> = keyof Form["items"] & string;
type RuleOf<Form extends Instrument> = keyof Form["indicators"] & string;

/** A typology whose form keeps its own type: were it `Instrument` as well, any text would pass for an item id. */
export type TypologyOver<Form extends Instrument, TypeId extends string> = Omit<
  Typology<TypeId, ItemOf<Form>, RuleOf<Form>>,
  "instrument"
> & { readonly instrument: Form };

/**
 * A typology over a form, frozen, and checked by the compiler alone: for content whose tests run the checks of
 * `defineTypology`, so that they cost no application time or space. All else goes through `defineTypology`.
 *
 * @example
 * declareTypology({ ...fiveTypes, id: "own-types", version: "1.0.0" }).id; // => "own-types"
 */
export function declareTypology<const TypeId extends string, Form extends Instrument>(
  typology: TypologyOver<Form, TypeId>,
): TypologyOver<Form, TypeId> {
  return deepFreeze(typology);
}
