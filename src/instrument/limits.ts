/** The limits that keep work bounded for an instrument of unknown origin (design choices). */
export const limits = {
  items: 500,
  options: 200,
  indicators: 500,
  ruleDepth: 40,
  ruleNodes: 20_000,
  /** Depth once named rules and gates are followed; `ruleNodes` holds for the nodes so reached as well. */
  followedDepth: 200,
  idLength: 26,
  nameLength: 60,
  /** How many issues are listed at most. */
  issues: 50,
} as const;
