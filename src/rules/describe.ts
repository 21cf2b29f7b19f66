import { type Reading, readRule } from "./read-rule.ts";
import type { Comparison, Rule } from "./rule.ts";
import { emptyScope, itemIn, type Scope } from "./scope.ts";

/**
 * A rule as a plain English phrase, made from its item ids and the labels of its options.
 * Named rules stay names, so a phrase is as short as the rule itself.
 *
 * @example
 * describe({ kind: "one_of", item: "wants_back", codes: ["yes"] }); // => "wants_back is yes"
 */
export function describe(rule: Rule, scope: Scope = emptyScope): string {
  const { text } = readRule(rule, phrases(scope), scope);
  return text;
}

interface Phrase {
  readonly text: string;
  /** Whether it needs brackets inside another phrase. */
  readonly compound: boolean;
}

const comparisons: Readonly<Record<Comparison, string>> = {
  at_least: "at least",
  at_most: "at most",
  more_than: "more than",
  less_than: "less than",
  equals: "exactly",
};

function phrases(scope: Scope): Reading<Phrase> {
  return {
    one_of: ({ item, codes }) =>
      simple(
        `${item} is ${listed(
          codes.map((code) => labelled(code, item, scope)),
          "or",
        )}`,
      ),
    judgement: ({ item }) => simple(`a person has judged ${item} to be so`),
    value: ({ item }) => simple(`the value of ${item}`),
    ref: ({ name }) => simple(name),
    all: (_, parts) => joined(parts, "and", "always true"),
    any: (_, parts) => joined(parts, "or", "never true"),
    not: (_, [part]) => simple(part === undefined ? "not" : `not ${bracketed(part)}`),
    compare: ({ is, to }, [part]) => simple(`${part?.text ?? ""} is ${comparisons[is]} ${to}`),
    count: (_, parts) => simple(`the number true of (${parts.map(({ text }) => text).join("; ")})`),
    sum: (_, parts) => simple(`the sum of (${parts.map(({ text }) => text).join("; ")})`),
    mean: ({ minAnswered, ifNone }, parts) =>
      simple(
        `the mean of those that apply of (${parts.map(({ text }) => text).join("; ")}), prorated from ${Math.round(minAnswered * 100)}% answered, ${ifNone} if none applies`,
      ),
    share: ({ ifNone }, parts) =>
      simple(
        `the share true of those that apply of (${parts.map(({ text }) => text).join("; ")}), ${ifNone} if none applies`,
      ),
    least: ({ ifNone }, parts) =>
      simple(
        `the least of those that apply of (${parts.map(({ text }) => text).join("; ")}), ${ifNone} if none applies`,
      ),
    greatest: ({ ifNone }, parts) =>
      simple(
        `the greatest of those that apply of (${parts.map(({ text }) => text).join("; ")}), ${ifNone} if none applies`,
      ),
  };
}

const simple = (text: string): Phrase => ({ text, compound: false });
const bracketed = ({ text, compound }: Phrase): string => (compound ? `(${text})` : text);

function joined(parts: readonly Phrase[], word: string, none: string): Phrase {
  const [first, ...rest] = parts;
  if (first === undefined) return simple(none);
  return rest.length === 0 ? first : { text: parts.map(bracketed).join(` ${word} `), compound: true };
}

function labelled(code: string, item: string, scope: Scope): string {
  const responses = itemIn(scope, item)?.responses;
  const label =
    responses?.kind === "choice" && Object.hasOwn(responses.options, code) ? responses.options[code]?.label : undefined;
  return label === undefined || label.toLowerCase() === code ? code : `"${label}"`;
}

function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}
