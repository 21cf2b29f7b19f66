import fc from "fast-check";
import { expect, test } from "vitest";
import { cellWriter, formatOf } from "../../src/tables/index.ts";
import { withFiles } from "../support/files.ts";

const countRows = (path: string) => formatOf(path).format.count(path);

test.each([
  ["an empty CSV file", "a.csv", "", 0],
  ["a header alone", "a.csv", "id,a\n", 0],
  ["a header without a line end", "a.csv", "id,a", 0],
  ["quoted line breaks", "a.csv", 'id,a\n1,"x\ny"\n2,z\n', 2],
  ["an empty NDJSON file", "a.ndjson", "", 0],
  ["one line without an end", "a.ndjson", "{}", 1],
  ["two lines", "a.ndjson", "{}\n{}\n", 2],
  ["a TSV file with commas", "a.tsv", 'id\ta\n1\t",\n"\n', 1],
])("%s: its rows are counted back", (_, name, content, rows) =>
  withFiles(async ({ put }) => {
    expect(await countRows(put(name, content))).toBe(rows);
  }),
);

test("as many rows are counted back as were written, whatever the cells hold", () =>
  withFiles(async ({ put }) => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\t", "\r", "\n", "=", "a"), maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (rows) => {
        const writer = cellWriter(",", false);
        const text = writer.line(["x", "y", "z"]) + rows.map((row) => writer.row(row, ["-"])).join("");
        expect(await countRows(put("a.csv", text))).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  }));

test("a quoted cell longer than any that is read is counted back as one row", () =>
  withFiles(async ({ put }) => {
    const long = "x,\n".repeat(1_000_000);
    expect(await countRows(put("a.csv", `raw\n"${long}"\nb\n`))).toBe(2);
  }));
