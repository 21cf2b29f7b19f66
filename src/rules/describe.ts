import { filled } from "../issues/index.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Rule } from "./rule.ts";
import { englishRuleWords, type RuleWords } from "./rule-words.ts";
import { emptyScope, itemIn, type Scope } from "./scope.ts";

/**
 * A rule as a plain phrase, made from its item ids and the labels of its options. Named rules stay names, so a phrase
 * is as short as the rule itself. The words around them are English unless others are given.
 *
 * @param nameOf What stands for an item or a named rule: its id, unless this says otherwise.

 * @example
 * describe({ kind: "one_of", item: "wants_back", codes: ["yes"] }); // => "wants_back is yes"
 */
export function describe(
  rule: Rule,
  scope: Scope = emptyScope,
  words: RuleWords = englishRuleWords,
  nameOf: (id: string) => string = (id) => id,
): string {
  const { text } = readRule(rule, phrases(scope, words, nameOf), scope);
  return text;
}

interface Phrase {
  readonly text: string;
  /** Whether it needs brackets inside another phrase. */
  readonly compound: boolean;
}

function phrases(scope: Scope, words: RuleWords, nameOf: (id: string) => string): Reading<Phrase> {
  const say = (key: keyof RuleWords, values: Readonly<Record<string, string | number>> = {}) =>
    simple(filled(words[key], values));
  const listed = (parts: readonly Phrase[]) => parts.map(({ text }) => text).join("; ");
  const joined = (parts: readonly Phrase[], word: "and" | "or", none: "always" | "never"): Phrase => {
    const [first, ...rest] = parts;
    if (first === undefined) return say(none);
    return rest.length === 0 ? first : { text: parts.map(bracketed).join(` ${words[word]} `), compound: true };
  };
  return {
    one_of: ({ item, codes }) =>
      say("one_of", {
        item: nameOf(item),
        codes: oneOf(
          codes.map((code) => labelled(code, item, scope)),
          words.or,
        ),
      }),
    judgement: ({ item }) => say("judgement", { item: nameOf(item) }),
    value: ({ item }) => say("value", { item: nameOf(item) }),
    ref: ({ name }) => simple(nameOf(name)),
    all: (_, parts) => joined(parts, "and", "always"),
    any: (_, parts) => joined(parts, "or", "never"),
    not: (_, [part]) => say("not", { part: part === undefined ? "" : bracketed(part) }),
    compare: ({ is, to }, [part]) => say(is, { part: part?.text ?? "", to }),
    count: (_, parts) => say("count", { parts: listed(parts) }),
    sum: (_, parts) => say("sum", { parts: listed(parts) }),
    mean: ({ minAnswered, ifNone }, parts) =>
      say("mean", { parts: listed(parts), share: Math.round(minAnswered * 100), ifNone }),
    share: ({ ifNone }, parts) => say("share", { parts: listed(parts), ifNone }),
    least: ({ ifNone }, parts) => say("least", { parts: listed(parts), ifNone }),
    greatest: ({ ifNone }, parts) => say("greatest", { parts: listed(parts), ifNone }),
  };
}

const simple = (text: string): Phrase => ({ text, compound: false });
const bracketed = ({ text, compound }: Phrase): string => (compound ? `(${text})` : text);

function labelled(code: string, item: string, scope: Scope): string {
  const responses = itemIn(scope, item)?.responses;
  const label =
    responses?.kind === "choice" && Object.hasOwn(responses.options, code) ? responses.options[code]?.label : undefined;
  return label === undefined || label.toLowerCase() === code ? code : `"${label}"`;
}

function oneOf(words: readonly string[], or: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${or} ${words[words.length - 1]}`;
}
