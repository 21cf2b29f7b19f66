/** Who answers and whom the result is for: what may be shown follows from it. */
export const whoWords = {
  target: "I am the person it happens to",
  professional: "I am trained and code a case. The result is for professionals",
  researcher: "I am trained and code a case. The result is for research",
} as const;

export type Who = keyof typeof whoWords;

export const respondentOf = (who: Who): "target" | "rater" => (who === "target" ? "target" : "rater");
