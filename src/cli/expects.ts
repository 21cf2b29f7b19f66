import { filled } from "../issues/index.ts";
import { expectedTexts } from "./texts/expected.ts";

type PlacesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never;

/** What fills the places of a text: nothing if it has none. A place that is left out does not compile. */
export type Filling<Text extends string> = [PlacesIn<Text>] extends [never]
  ? []
  : [Readonly<Record<PlacesIn<Text>, string | number>>];

/** What a command would have accepted, as an issue has it: in English. */
export function expects<Key extends keyof typeof expectedTexts>(
  key: Key,
  ...values: Filling<(typeof expectedTexts)[Key]>
): string {
  return filled(expectedTexts[key], valuesIn(values));
}

/** The values of a filling, if it has any. */
export const valuesIn = ([values = {}]: readonly Readonly<Record<string, string | number>>[]) => values;
