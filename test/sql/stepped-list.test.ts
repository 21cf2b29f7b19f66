import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ListStep, productOf, steppedList } from "../../src/sql/stepped-list.ts";

const readBy = (steps: readonly ListStep[], number: number): number | undefined =>
  steps.reduce<number | undefined>(
    (before, { below, size, list }) => list[(before ?? Number.NaN) + (Math.floor(number / below) % size)],
    0,
  );

const sizesOfDigits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

describe("A list in steps", () => {
  it("gives every number its entry, whatever the entries are", () => {
    fc.assert(
      fc.property(sizesOfDigits, fc.infiniteStream(fc.nat(3)), (sizes, random) => {
        const entries = [...random.take(productOf(sizes))];
        const steps = steppedList(entries, sizes);
        expect(entries.map((_, number) => readBy(steps, number))).toEqual(entries);
        expect(productOf(steps.map(({ size }) => size))).toBe(entries.length);
      }),
    );
  });

  it("is short where many numbers lead to the same", () => {
    const sizes = [2, 3, 3, 3, 3, 3, 3, 3, 8];
    const digits = (number: number) =>
      sizes.map((size, at) => Math.floor(number / productOf(sizes.slice(0, at))) % size);
    const entries = Array.from({ length: productOf(sizes) }, (_, number) => Math.max(...digits(number)));
    const steps = steppedList(entries, sizes);
    expect(entries.map((_, number) => readBy(steps, number))).toEqual(entries);
    expect(steps.reduce((all, { list }) => all + list.length, 0)).toBeLessThan(1000);
  });
});
