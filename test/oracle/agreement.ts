/** Slow agreement by listing every pair of ratings; it shares no code with the library. */
type Rows = readonly (readonly (number | null)[])[];

const pairsOf = (row: readonly (number | null)[]): readonly (readonly [number, number])[] => {
  const given = row.filter((code): code is number => code !== null);
  return given.flatMap((a, i) => given.flatMap((b, j) => (i === j ? [] : [[a, b] as const])));
};

/** The mean over subjects of the share of ordered pairs that agree. */
export function slowPercent(rows: Rows): number {
  const shares = rows.map(pairsOf).filter((pairs) => pairs.length > 0);
  return (
    shares.reduce((total, pairs) => total + pairs.filter(([a, b]) => a === b).length / pairs.length, 0) / shares.length
  );
}

/** Krippendorff's alpha from the list of all values that can be paired, by its definition. */
export function slowAlpha(rows: Rows, squared: (a: number, b: number) => number): number {
  const pairable = rows.filter((row) => pairsOf(row).length > 0);
  const values = pairable.flatMap((row) => row.filter((code): code is number => code !== null));
  let seen = 0;
  for (const row of pairable) {
    const pairs = pairsOf(row);
    const raters = row.filter((code) => code !== null).length;
    for (const [a, b] of pairs) seen += squared(a, b) / (raters - 1);
  }
  let expected = 0;
  for (const [i, a] of values.entries()) for (const [j, b] of values.entries()) if (i !== j) expected += squared(a, b);
  return 1 - ((values.length - 1) * seen) / expected;
}

/** Cohen's kappa by pairing every rating of one rater with every rating of the other. */
export function slowKappa(rows: Rows, weight: (a: number, b: number) => number): number {
  const both = rows.filter((row): row is readonly [number, number] => row[0] !== null && row[1] !== null);
  const seen = both.reduce((total, [a, b]) => total + weight(a, b), 0) / both.length;
  let chance = 0;
  for (const [a] of both) for (const [, b] of both) chance += weight(a, b);
  chance /= both.length ** 2;
  return (seen - chance) / (1 - chance);
}
