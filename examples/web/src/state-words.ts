/** The words for not knowing, by who answers. Neither ever counts as a no. */
export const stateWords = {
  target: { not_sure: "I am not sure", prefer_not: "I would rather not say" },
  rater: { not_sure: "Not known", prefer_not: "Asked, and not answered" },
} as const;
