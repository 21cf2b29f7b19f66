import { describe, expect, test } from "vitest";
import { otherSeparatorIn } from "../../src/tables/index.ts";

describe("A header that was read with the wrong separator", () => {
  test.each([
    [["case_id;adult"], ["looks like semicolons"]],
    [["case_id\tadult"], ["looks like tabs"]],
    [["sep=", ""], ["tells a spreadsheet"]],
    [["sep=;"], ["tells a spreadsheet", "looks like semicolons"]],
    [["SEP=\t"], ["tells a spreadsheet", "looks like tabs"]],
  ])("%j is named as one", (header, said) => {
    const expected = otherSeparatorIn(header) ?? [];
    expect(expected).toHaveLength(said.length);
    for (const [at, words] of said.entries()) expect(expected[at]).toContain(words);
  });

  test.each([[["case_id", "adult"]], [["case_id"]], [["sep=", "adult"]], [["separator"]], [["a;b", "c"]]])(
    "%j is not taken for one",
    (header) => expect(otherSeparatorIn(header)).toBeUndefined(),
  );
});
