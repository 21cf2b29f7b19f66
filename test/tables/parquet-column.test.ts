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
});
