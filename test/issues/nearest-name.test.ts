import fc from "fast-check";
import { closest, distance } from "fastest-levenshtein";
import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/issues/index.ts";

/** The same by a library that knows nothing of a limit. */
function byLibrary(found: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || found.length > 100) return undefined;
  const plain = found.toLowerCase().trim();
  const nearest = closest(plain, names);
  const changes = distance(plain, nearest);
  return changes <= 2 && changes * 2 <= Math.max(plain.length, nearest.length) ? nearest : undefined;
}

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "_"), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom("a", "b", "é", "😀"), maxLength: 45 }),
  fc.string({ maxLength: 110 }),
);

describe("the nearest name", () => {
  it("is the first of those that need the fewest changes, by a slower search too", () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 8 }), (found, names) => {
        expect(nearestName(found, names)).toBe(byLibrary(found, names));
      }),
      { numRuns: 2000 },
    );
  });

  it("is found among names that are one, two and three changes away", () => {
    const name = "prior_relationship";
    const changed = [
      "prior_relationshp",
      "prior_relatonshp",
      "prior_relatnshp",
      "Prior_Relationship ",
      "prior_relationshipss",
    ];
    expect(changed.map((found) => nearestName(found, ["adult", name, "first_aim"]))).toEqual([
      name,
      name,
      undefined,
      name,
      name,
    ]);
  });
});
