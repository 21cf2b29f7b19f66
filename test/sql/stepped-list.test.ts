import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ListStep, productOf, steppedList } from "../../src/sql/stepped-list.ts";

const digitsOf = (number: number, sizes: readonly number[]): readonly number[] =>
  sizes.map((size, at) => Math.floor(number / productOf(sizes.slice(0, at))) % size);

/** By the digits alone, as a statement reads it. */
function readBy(steps: readonly ListStep[], number: number, sizes: readonly number[]): number {
  const all = digitsOf(number, sizes);
  return steps.reduce((before, { digits, list }) => {
    const own = digits.toReversed().reduce((place, digit) => place * (sizes[digit] ?? 0) + (all[digit] ?? 0), 0);
    return list[before + own] ?? Number.NaN;
  }, 0);
}

const sizesOfDigits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

describe("A list in steps", () => {
  it("gives every number its entry, whatever the entries are", () => {
    fc.assert(
      fc.property(sizesOfDigits, fc.infiniteStream(fc.nat(3)), (sizes, random) => {
        const entries = [...random.take(productOf(sizes))];
        const steps = steppedList(entries, sizes);
        expect(entries.map((_, number) => readBy(steps, number, sizes))).toEqual(entries);
        expect(steps.flatMap(({ digits }) => digits)).toEqual([...sizes.keys()]);
      }),
    );
  });

  it("is short where many numbers lead to the same", () => {
    const sizes = [2, 3, 3, 3, 3, 3, 3, 3, 8];
    const entries = Array.from({ length: productOf(sizes) }, (_, number) => Math.max(...digitsOf(number, sizes)));
    const steps = steppedList(entries, sizes);
    expect(entries.map((_, number) => readBy(steps, number, sizes))).toEqual(entries);
    expect(steps.reduce((all, { list }) => all + list.length, 0)).toBeLessThan(1000);
  });
});
