import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellIn, columnOfCells, partOf } from "../../src/tables/parquet-column.ts";

describe("A column of Parquet", () => {
  it.each([1, 255, 256, 257, 1023, 1024, 1025, 3000])(
    "holds %i different words as they were, and so do its parts",
    (n) => {
      const words = Array.from({ length: 2 * n + 1 }, (_, row) => (row % 7 === 3 ? null : `word ${(row * 31) % n}`));
      const cells = columnOfCells(words.length);
      for (const word of words) cells.add(word);
      const column = cells.column();
      expect(words.map((_, row) => cellIn(column, row))).toEqual(words);
      const part = partOf(column, 1, words.length);
      expect(words.slice(1).map((_, row) => cellIn(part, row))).toEqual(words.slice(1));
    },
  );

  it("holds any cells as they were, whatever room was made for them", () => {
    const cell = fc.oneof(
      fc.constantFrom(null, 0, -0, Number.NaN, 1, 1n, "1", "", true, false),
      fc.double(),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 300 }), fc.nat(300), (given, room) => {
        const cells = columnOfCells(room);
        for (const each of given) cells.add(each);
        const column = cells.column();
        expect(cells.taken()).toBe(given.length);
        expect((column.at ?? column.values).length).toBe(given.length);
        expect(given.every((each, row) => Object.is(cellIn(column, row), each))).toBe(true);
      }),
    );
  });
});
