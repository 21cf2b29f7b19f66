import { contentHash, deepFreeze, type Indicator, type Instrument } from "../instrument/index.ts";
import { type Issue, mustBeListOf, throwIfAny } from "../issues/index.ts";
import type { ProfileScope } from "./profile.ts";

type Form = Omit<Instrument, "indicators"> & { readonly indicators: Readonly<Record<string, Indicator>> };
type PartsOf<F, Key extends "items" | "indicators"> = F extends { readonly [K in Key]: infer Parts } ? Parts : never;
type KeysOf<Parts> = Parts extends unknown ? keyof Parts & string : never;
type Part<Parts, Id> = Parts extends unknown ? (Id extends keyof Parts ? Parts[Id] : never) : never;
type Merged<Parts> = { readonly [Id in KeysOf<Parts>]: Part<Parts, Id> };

/** The forms as one scope that still knows every item id, option code and rule name. */
export type MergedScope<F extends Form> = Omit<ProfileScope, "items" | "indicators"> & {
  readonly items: Merged<PartsOf<F, "items">>;
  readonly indicators: Merged<PartsOf<F, "indicators">>;
};

/**
 * Several forms as one scope for a profile: all their items and rules side by side.
 *
 * @throws {AssessmentError} `duplicate_name` for an item, a rule or a contradiction that two forms share; `malformed`
 *   for what is no form
 * @example
 * Object.keys(mergedScope(relationshipAndMotive).indicators); // => ["bond"]
 */
export function mergedScope<const F extends readonly [Form, ...Form[]]>(...forms: F): MergedScope<F[number]> {
  mustBeListOf(forms, "indicators", "forms");
  const issues: Issue[] = [];
  const merged = <Part>(key: string, partsOf: (form: Form) => Readonly<Record<string, Part>>) => {
    const entries = forms.flatMap((form) => Object.entries(partsOf(form)));
    const names = entries.map(([name]) => name);
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    issues.push(...twice.map((name) => ({ code: "duplicate_name", path: [key, name] }) as const));
    return Object.fromEntries(entries);
  };
  const scope = {
    instruments: forms.map((form) => ({ id: form.id, version: form.version, hash: contentHash(form) })),
    items: merged("items", ({ items }) => items),
    indicators: merged("indicators", ({ indicators }) => indicators),
    contradictions: merged("contradictions", ({ contradictions = {} }) => contradictions),
  };
  throwIfAny(issues);
  // The parts are the forms' own, so their names and codes are the ones that the type lists.
  return deepFreeze(scope) as unknown as MergedScope<F[number]>;
}
