import type { Issue, Parsed } from "../issues/index.ts";
import { parsed } from "../issues/index.ts";
import { englishRuleWords, filled, type RuleWords } from "../rules/index.ts";
import { englishTexts } from "./english-texts.ts";

/** The name of a fixed phrase. */
export type PhraseKey = keyof typeof englishTexts;

/** The fixed phrases in one language. `lang` is a BCP 47 tag. */
export interface Phrases {
  readonly lang: string;
  readonly dir?: "rtl";
  readonly texts: Readonly<Record<PhraseKey, string>>;
}

/** The phrases that reports use unless others are given. */
export const englishPhrases: Phrases = { lang: "en", texts: englishTexts };

/** A phrase with its places filled in. */
export type Say = (key: PhraseKey, values?: Readonly<Record<string, string | number>>) => string;

/** The phrases as one function. */
export const sayer =
  ({ texts }: Phrases): Say =>
  (key, values = {}) =>
    filled(texts[key], values);

/** Whether a key names one of the fixed phrases. */
export const isPhrase = (key: string): key is PhraseKey => Object.hasOwn(englishTexts, key);

/** The words between the names of a rule, for `describe`. */
export function ruleWordsOf({ texts }: Phrases): RuleWords {
  const keys = Object.keys(englishRuleWords) as (keyof RuleWords)[];
  return Object.fromEntries(keys.map((key) => [key, texts[`rule.${key}`]])) as RuleWords;
}

/**
 * Phrases from a translator's file: complete, with the same places in each, or refused with every issue. None is ever
 * filled in from English.
 *
 * @returns issues `malformed`, `missing_text`, `unknown_text`
 * @example
 * const result = parsePhrases({ lang: "xx", texts: {} });
 * result.ok ? "" : result.issues[0].code; // => "missing_text"
 */
export function parsePhrases(input: unknown): Parsed<Phrases> {
  const { lang, dir, texts, ...others } = asRecord(input);
  const given = asRecord(texts);
  const issues: Issue[] = [
    ...(typeof lang === "string" && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)
      ? []
      : [{ code: "malformed", path: ["lang"], expected: ["a language tag, such as de or pt-BR"] } as const]),
    ...(dir === undefined || dir === "rtl" ? [] : [{ code: "malformed", path: ["dir"], expected: ["rtl"] } as const]),
    ...Object.keys(others).map((key) => ({ code: "unknown_text", path: [key] }) as const),
    ...Object.keys(given)
      .filter((key) => !Object.hasOwn(englishTexts, key))
      .map((key) => ({ code: "unknown_text", path: ["texts", key] }) as const),
    ...Object.entries(englishTexts).flatMap(([key, english]) => phraseFaults(key, english, given)),
  ];
  return parsed(
    () => ({
      lang: String(lang),
      ...(dir === "rtl" ? { dir } : {}),
      texts: Object.freeze({ ...given }) as Phrases["texts"],
    }),
    issues,
  );
}

function phraseFaults(key: string, english: string, given: Readonly<Record<string, unknown>>): readonly Issue[] {
  const text = Object.hasOwn(given, key) ? given[key] : undefined;
  const path = ["texts", key];
  if (typeof text !== "string" || text.trim() === "") return [{ code: "missing_text", path }];
  const places = placesIn(english);
  return placesIn(text).join() === places.join() ? [] : [{ code: "malformed", path, expected: places }];
}

const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
