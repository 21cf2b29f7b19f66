import type { Issue } from "./issue.ts";
import { mustBeObject } from "./must-be-object.ts";
import { type Parsed, parsed } from "./parsed.ts";
import { isObject } from "./plain-object.ts";

/** Texts by key. Places for names and numbers stand in braces. */
export type Texts<Key extends string = string> = Readonly<Record<Key, string>>;

/** Fixed texts in one language. `lang` is a BCP 47 tag. */
export interface Catalogue<Key extends string = string> {
  readonly lang: string;
  readonly dir?: "rtl";
  readonly texts: Texts<Key>;
}

/**
 * Texts from a translator's file: every one that there is in English, with the same places in each, or every issue.
 * None is ever filled in from English.
 *
 * @returns issues `malformed`, `missing_text`, `unknown_text`
 * @throws {AssessmentError} `malformed` for English texts that are not an object
 * @example
 * const result = parseCatalogue({ lang: "de", texts: { hello: "Hallo" } }, { hello: "Hello {name}" });
 * result.ok ? [] : result.issues.map(({ code, path }) => [code, path]); // => [["malformed", ["texts", "hello"]]]
 */
export function parseCatalogue<Key extends string>(input: unknown, english: Texts<Key>): Parsed<Catalogue<Key>> {
  mustBeObject(english, "english");
  const { lang, dir, texts, ...others } = recordOf(input);
  const issues: readonly Issue[] = [
    ...languageFaults(lang),
    ...(dir === undefined || dir === "rtl" ? [] : [{ code: "malformed", path: ["dir"], expected: ["rtl"] } as const]),
    ...Object.keys(others).map((key): Issue => ({ code: "unknown_text", path: [key] })),
    ...textFaults("texts", english, texts),
  ];
  return parsed(
    () => ({
      lang: String(lang),
      ...(dir === "rtl" ? { dir } : {}),
      // No issue says that there is a text for every key and for no other.
      texts: Object.freeze({ ...recordOf(texts) }) as Texts<Key>,
    }),
    issues,
  );
}

/**
 * An issue unless the value is a language tag.
 *
 * @internal
 */
export const languageFaults = (lang: unknown): readonly Issue[] =>
  typeof lang === "string" && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)
    ? []
    : [{ code: "malformed", path: ["lang"], expected: ["a language tag, such as de or pt-BR"] }];

/**
 * What keeps given texts from standing for those wanted: each that is missing, unknown or has other places.
 *
 * @internal
 */
export function textFaults(part: string, wanted: Texts, given: unknown): readonly Issue[] {
  const says = recordOf(given);
  return [
    ...Object.entries(wanted).flatMap(([key, english]) =>
      faultsOfText([part, key], english, Object.hasOwn(says, key) ? says[key] : undefined),
    ),
    ...Object.keys(says)
      .filter((key) => !Object.hasOwn(wanted, key))
      .map((key): Issue => ({ code: "unknown_text", path: [part, key] })),
  ];
}

function faultsOfText(path: readonly [string, string], english: string, text: unknown): readonly Issue[] {
  if (typeof text !== "string" || text.trim() === "") return [{ code: "missing_text", path }];
  const places = placesIn(english);
  return placesIn(text).join() === places.join() ? [] : [{ code: "malformed", path, expected: places }];
}

const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

/**
 * The value as an object of unknown fields; anything else has none.
 *
 * @internal
 */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
