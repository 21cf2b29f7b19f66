import { independentParts, type Scope } from "../rules/index.ts";
import { type TypeRules, typeIds } from "../typology/index.ts";

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
