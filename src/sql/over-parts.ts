import { independentParts, type Scope } from "../rules/index.ts";
import { type TypeRules, typeIds } from "../typology/index.ts";
import { choose, constant } from "./expression.ts";
import type { Layers } from "./layers.ts";
import { type SqlReader, sqlReader } from "./to-sql.ts";

/** The types' rules over parts that have no item in common, and over the first aim. */
export function overParts<TypeId extends string>({
  firstAim,
  types,
  instrument,
}: TypeRules<TypeId> & { readonly instrument: Scope }) {
  const ids = typeIds({ types });
  const apart = independentParts(
    ids.map((id) => types[id].criteria),
    instrument,
    [firstAim],
  );
  if (apart === undefined) return undefined;
  const again = ids.map(
    (id, at) => [id, { ...types[id], criteria: apart.conditions[at] ?? types[id].criteria }] as const,
  );
  return { ...apart, rules: { firstAim, types: Object.fromEntries(again) as TypeRules<TypeId>["types"] } };
}

/** The types' rules over parts, with the parts. */
export type Apart<TypeId extends string> = NonNullable<ReturnType<typeof overParts<TypeId>>>;

/** A reader of rules over parts: a part's place is worked out from its ends, once in each row. */
export function partsReader<TypeId extends string>(
  { parts, scope }: Apart<TypeId>,
  { cell, ends }: SqlReader,
  layers: Layers,
): SqlReader {
  const [yes, no, open] = [constant("1"), constant("2"), constant("3")];
  const placeOf = (item: string) => {
    const part = Object.hasOwn(parts, item) ? parts[item] : undefined;
    if (part === undefined) return cell(item).position;
    const [low, high] = ends(part);
    return choose(low, yes, choose(high, open, no));
  };
  return sqlReader({ scope, layers, columnOf: () => undefined, placeOf });
}
