import { closest, distance } from "fastest-levenshtein";

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
  if (names.length === 0 || found.length > 100) return undefined;
  const plain = found.toLowerCase().trim();
  const nearest = closest(plain, names);
  const changes = distance(plain, nearest);
  return changes <= 2 && changes * 2 <= Math.max(plain.length, nearest.length) ? nearest : undefined;
}
