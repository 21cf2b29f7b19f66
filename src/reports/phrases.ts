import { type EstimateWords, englishEstimateWords } from "../cohort/index.ts";
import { type Catalogue, filled, mustHave, type Parsed, parseCatalogue } from "../issues/index.ts";
import { englishRuleWords, type RuleWords } from "../rules/index.ts";
import { englishTexts } from "./english-texts.ts";

/** The name of a fixed phrase. */
export type PhraseKey = keyof typeof englishTexts;

/** The fixed phrases in one language. `lang` is a BCP 47 tag. */
export type Phrases = Catalogue<PhraseKey>;

/** The phrases that reports use unless others are given. */
export const englishPhrases: Phrases = { lang: "en", texts: englishTexts };

/** A phrase with its places filled in. */
export type Say = (key: PhraseKey, values?: Readonly<Record<string, string | number>>) => string;

/** The phrases as one function. */
export function sayer(phrases: Phrases): Say {
  mustHave(phrases, "texts", "phrases");
  const { texts } = phrases;
  return (key, values = {}) => filled(texts[key], values);
}

/** Whether a key names one of the fixed phrases. */
export const isPhrase = (key: string): key is PhraseKey => Object.hasOwn(englishTexts, key);

/**
 * The words between the names of a rule, in the language of the phrases, for `describe`.
 *
 * @throws {AssessmentError} `malformed` for what are no phrases
 * @example
 * ruleWordsOf(englishPhrases).at_least; // => "{part} is at least {to}"
 */
export function ruleWordsOf(phrases: Phrases): RuleWords {
  mustHave(phrases, "texts", "phrases");
  const { texts } = phrases;
  const keys = Object.keys(englishRuleWords) as (keyof RuleWords)[];
  return Object.fromEntries(keys.map((key) => [key, texts[`rule.${key}`]])) as RuleWords;
}

/**
 * The words around an estimate, in the language of the phrases, for `inWords`.
 *
 * @throws {AssessmentError} `malformed` for what are no phrases
 * @example
 * estimateWordsOf(englishPhrases).range; // => "{level} interval {low} to {high}"
 */
export function estimateWordsOf(phrases: Phrases): EstimateWords {
  mustHave(phrases, "texts", "phrases");
  const { texts } = phrases;
  const keys = Object.keys(englishEstimateWords) as (keyof EstimateWords)[];
  return Object.fromEntries(keys.map((key) => [key, texts[`estimate.${key}`]])) as EstimateWords;
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
  return parseCatalogue(input, englishTexts);
}
