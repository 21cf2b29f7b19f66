import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutsOf, inputOf, tableOf } from "./inputs.ts";

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (fault: { issues: { code: string; positions?: number[] }[] }) =>
      fault.issues.map(({ code, positions }) => `${code}${positions === undefined ? "" : ` ${positions.join(" ")}`}`),
  );

describe("A delimited file", () => {
  test("gives the same table in every spelling of its line ends, with and without a byte order mark", async () => {
    const cells = [
      ["1", "yes"],
      ["2", ""],
    ];
    for (const end of ["\n", "\r", "\r\n"]) {
      for (const mark of ["", "\ufeff"]) {
        for (const last of ["", end]) {
          const { header, rows } = await tableOf(inputOf(`${mark}id,adult${end}1,yes${end}2,${last}`));
          expect(header).toEqual(["id", "adult"]);
          expect(rows.map((row) => (row as { cells: string[] }).cells)).toEqual(cells);
        }
      }
    }
  });

  test.each([
    'id,a\r\n1,"x\r\ny"\r\n2,é\r\n',
    "\ufeffid,a\n\ufeff1,\ufeff2\n\ufeff3,4\n",
    'id,a\n"1"x,2\n3\n\n4,"5\n6,\0\n',
  ])("gives the same rows wherever the chunks of %j end", async (text) => {
    const bytes = Buffer.from(text);
    const expected = await tableOf(inputOf(bytes));
    for (const cut of cutsOf(bytes)) expect(await tableOf(inputOf(...cut))).toEqual(expected);
  });

  test("gives the same rows and faults wherever its chunks end, whatever its quotes", async () => {
    const text = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a"), maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(text, async (found) => {
        const bytes = Buffer.from(`id,a\n${found}`);
        const expected = await tableOf(inputOf(bytes));
        for (const cut of cutsOf(bytes)) expect(await tableOf(inputOf(...cut))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("gives the same rows wherever a chunk ends in bytes that are not UTF-8", async () => {
    const bytes = Buffer.from("id,a\n1,\xe9\n2,b\n", "latin1");
    const expected = await tableOf(inputOf(bytes));
    expect(expected.rows).toEqual([
      { row: 1, line: 2, fault: "malformed_text", raw: "1,é" },
      { row: 2, line: 3, cells: ["2", "b"] },
    ]);
    for (const cut of cutsOf(bytes)) expect(await tableOf(inputOf(...cut))).toEqual(expected);
  });

  test("keeps every byte of a row that is not UTF-8, whatever else is wrong with it", async () => {
    const bytes = Buffer.from('id,a\n"\xff,b\n\xfe\x00,b\n"a"\xe9,b\n', "latin1");
    const { rows } = await tableOf(inputOf(bytes));
    expect(rows).toMatchObject([
      { fault: "unclosed_quote", raw: '"ÿ,b' },
      { fault: "nul_character", raw: "þ\0,b" },
      { fault: "stray_quote", raw: '"a"é,b' },
    ]);
  });

  test("keeps a byte order mark that does not stand at its start, so that no cell changes", async () => {
    const { rows } = await tableOf(inputOf("id,adult\n", "\ufeffyes,no\n", "\ufeffyes,\0\n\ufeffyes,no\n"));
    expect(rows.map((row) => (row as { cells?: string[] }).cells?.[0])).toEqual(["\ufeffyes", undefined, "\ufeffyes"]);
  });

  test("reads well-formed cells exactly, whatever they hold", async () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", "é", " ", "\ufeff", "'"), maxLength: 5 });
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("\n", "\r", "\r\n"), async (rows, end) => {
        const quoted = (cells: readonly string[]) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",");
        const text = `x,y,z${end}${rows.map((cells) => `${quoted(cells)}${end}`).join("")}`;
        const found = await tableOf(inputOf(text));
        expect(found.rows.map((row) => (row as { cells: string[] }).cells)).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });

  test("reads tabs as the delimiter of a TSV and leaves its commas alone", async () => {
    expect((await tableOf(inputOf("id\ta\n1\tx,y\n"), "tsv")).rows).toEqual([{ row: 1, line: 2, cells: ["1", "x,y"] }]);
  });

  test("numbers rows and lines apart once a quoted cell holds a line break", async () => {
    const { rows } = await tableOf(inputOf('id,a\n1,"x\ny"\n2,z\n'));
    expect(rows).toEqual([
      { row: 1, line: 2, cells: ["1", "x\ny"] },
      { row: 2, line: 4, cells: ["2", "z"] },
    ]);
  });

  test("keeps empty lines as rows, in the middle and at the end", async () => {
    const cellsOf = async (text: string) =>
      (await tableOf(inputOf(text))).rows.map((row) => {
        const { cells, fault } = row as { cells?: readonly string[]; fault?: string };
        return cells ?? fault;
      });
    const few = "wrong_cell_count";
    expect(await cellsOf("id,a\n1,b\n\n2,c\n\n\n")).toEqual([["1", "b"], few, ["2", "c"], few, few]);
    expect(await cellsOf("id\n1\n\n2\n\n")).toEqual([["1"], [""], ["2"], [""]]);
  });

  test.each([
    ["nothing at all", "", ["empty_file"]],
    ["only a byte order mark", "\ufeff", ["empty_file"]],
    ["only a line end", "\n", ["no_header"]],
    ["a header of blanks", " ,\n1,2\n", ["no_header"]],
    ["the same name twice", "id,a,b,a\n", ["duplicate_header 2 4"]],
    ["names that differ by case", "adult,Adult\n", ["lookalike_header 1 2"]],
    ["names that differ by spaces", "adult,adult \n", ["lookalike_header 1 2"]],
    ["names that differ by width", "adult,\uff41dult\n", ["lookalike_header 1 2"]],
    ["names that differ by a soft hyphen", "adult,adu\u00adlt\n", ["lookalike_header 1 2"]],
    ["names that differ by a sign of direction", "adult,\u202eadult\n", ["lookalike_header 1 2"]],
    ["a quote in the header that is never closed", '"id,a\n1,2\n', ["unclosed_quote"]],
    ["a NUL in the header", "id,a\0b\n", ["nul_character"]],
    ["UTF-16, little end first", Buffer.from("\ufeffid,a\n1,2\n", "utf16le"), ["wrong_encoding"]],
    ["UTF-16, big end first", Buffer.from("\ufeffid,a\n1,2\n", "utf16le").swap16(), ["wrong_encoding"]],
    ["UTF-16 without a byte order mark", Buffer.from("id,a\n1,2\n", "utf16le"), ["wrong_encoding"]],
  ])("with %s is refused", async (_, content, codes) => {
    expect(await codesOf(tableOf(inputOf(content)))).toEqual(codes);
    for (const cut of cutsOf(Buffer.from(content))) expect(await codesOf(tableOf(inputOf(...cut)))).toEqual(codes);
  });

  test("with a row that never ends is refused with its line, and is not held in memory", async () => {
    const chunk = Buffer.alloc(1 << 20, 0x61);
    let chunks = 0;
    const endless = {
      ...inputOf(),
      chunks: (async function* () {
        yield Buffer.from("id,a\n1,2\n");
        for (; chunks < 64; chunks++) yield chunk;
      })(),
    };
    await expect(tableOf(endless)).rejects.toMatchObject({ issues: [{ code: "cell_too_long", line: 3 }] });
    expect(chunks).toBeLessThan(20);
  });
});
