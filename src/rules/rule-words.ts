export { filled } from "../issues/index.ts";

/** The words that {@link describe} puts between names and labels. Places for them stand in braces. */
export const englishRuleWords = {
  one_of: "{item} is {codes}",
  judgement: "a person has judged {item} to be so",
  value: "the value of {item}",
  and: "and",
  or: "or",
  not: "not {part}",
  always: "always true",
  never: "never true",
  at_least: "{part} is at least {to}",
  at_most: "{part} is at most {to}",
  more_than: "{part} is more than {to}",
  less_than: "{part} is less than {to}",
  equals: "{part} is exactly {to}",
  count: "the number true of ({parts})",
  sum: "the sum of ({parts})",
  mean: "the mean of those that apply of ({parts}), prorated from {share}% answered, {ifNone} if none applies",
  share: "the share true of those that apply of ({parts}), {ifNone} if none applies",
  least: "the least of those that apply of ({parts}), {ifNone} if none applies",
  greatest: "the greatest of those that apply of ({parts}), {ifNone} if none applies",
} as const;

/** Words for rules in some language, with the same places as the English ones. */
export type RuleWords = Readonly<Record<keyof typeof englishRuleWords, string>>;
