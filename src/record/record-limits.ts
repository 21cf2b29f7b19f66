/** The limits that keep work bounded for a record of unknown origin (design choices). */
export const recordLimits = {
  episodes: 500,
  entries: 10_000,
  statements: 200,
  codes: 200,
  answers: 2_000,
  /** What may be copied: depth, values, characters, and the length of a key. */
  copy: { depth: 100, values: 1_000_000, characters: 50_000_000, nameLength: 200 },
} as const;
