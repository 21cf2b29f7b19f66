/**
 * The name closest in spelling, or `undefined` if none is close. It is for suggesting, never for correcting.
 * Close means at most two changes, and at most half of the longer name, letter case aside (design choice).
 *
 * @example
 * nearestName("Yes", ["yes", "no"]); // => "yes"
 * @example
 * nearestName("perhaps", ["yes", "no"]); // => undefined
 */
export function nearestName(found: string, names: readonly string[]): string | undefined {
  if (found.length > 100) return undefined;
  const plain = found.toLowerCase().trim();
  let [nearest, least] = ["", mostChanges + 1];
  for (const name of names) {
    // Lengths that differ by more need more changes.
    const needed = Math.abs(name.length - plain.length) > mostChanges ? least : changesBetween(plain, name);
    if (needed < least) [nearest, least] = [name, needed];
  }
  return least <= mostChanges && least * 2 <= Math.max(plain.length, nearest.length) ? nearest : undefined;
}

/**
 * What an issue says of the name closest in spelling: `nearest`, or nothing if none is close or what was found is not text.
 *
 * @internal
 */
export function nearestIn(found: unknown, names: readonly string[]): { readonly nearest?: string } {
  const nearest = typeof found === "string" ? nearestName(found, names) : undefined;
  return nearest === undefined ? {} : { nearest };
}

const mostChanges = 2;

/** How many letters have to be put in, left out or replaced, up to one too many (Levenshtein 1966, Sov Phys Dokl 10:707). */
function changesBetween(one: string, other: string): number {
  const row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 0; i < one.length; i++) {
    let diagonal = i;
    let least = i + 1;
    row[0] = least;
    for (let j = 0; j < other.length; j++) {
      const above = row[j + 1] as number;
      const changed = Math.min(diagonal + Number(one[i] !== other[j]), above + 1, (row[j] as number) + 1);
      diagonal = above;
      row[j + 1] = changed;
      least = Math.min(least, changed);
    }
    // No later row has fewer.
    if (least > mostChanges) return least;
  }
  return row[other.length] as number;
}
