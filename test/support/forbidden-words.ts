/** Words that nothing printed may say of a person or a case. */
const forbidden =
  /\bsafe\b|\bno risk\b|\blow[- ]risk\b|\b(?:not|is) a stalker\b|\bwill\b|\bguarantee|\bdiagnos|\bdisorders?\b|\bprobabilit|\bpercent\b|\bper cent\b|\d ?%|\bscore out of\b|\btruthful|\bcredible\b|\blying\b|\bfalse report|\brecommended sentence|\beligib/gi;

/** Sentences that use such a word and claim nothing by it, each with why it stands. */
export const allowedSentences: readonly (readonly [sentence: string, why: string])[] = [
  ["It is not a diagnosis, a level of risk or a finding of fact", "it disclaims one"],
  ["(an observation, not a diagnosis)", "it disclaims one"],
  ["An observation, not a diagnosis.", "it disclaims one"],
  ["a probability of zero or one has no logit", "why a figure is missing, of no case"],
  ["a whole share such as 5%", "a share of rows that may be rejected"],
  ["It was not safe or possible to say so", "an answer: the target's own account of saying no"],
  ["Ask whether the employer is safe to tell: the person may work there.", "a question before a step"],
  ["against your will", "a question: held by force"],
  ["against the target's will", "a question: held by force"],
  ["Where there is a delusional disorder, psychiatric treatment is the main lever.", "published, and conditional"],
  ["43 of the 52 rejected cases of 1999 were given a personality disorder by clinicians.", "published, of a group"],
  [
    "All 49 cases of 1999 were given a disorder by clinicians: 27 a delusion of being loved, 15 a personality disorder with certainty of success, 5 schizophrenia, 2 mania.",
    "published, of a group",
  ],
];

/** Every use of a forbidden word outside the allowed sentences, with the words around it. */
export function forbiddenIn(text: string): readonly string[] {
  const left = allowedSentences.reduce((rest, [sentence]) => rest.replaceAll(sentence, "…"), text);
  return [...left.matchAll(forbidden)].map(({ index }) => left.slice(Math.max(0, index - 60), index + 40));
}
