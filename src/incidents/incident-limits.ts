/** The limits that keep work bounded for a log of unknown origin (design choices). */
export const incidentLimits = {
  entries: 100_000,
  /** Entries of one list inside an entry, such as `evidence`. */
  listLength: 100,
  textLength: 200,
  /** How many issues are listed at most. */
  issues: 1_000,
  /** How many weeks or months `rateOverTime` lists at most. */
  periods: 10_000,
} as const;
