import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { cellWriter, formatNamed, type RowBatch, unlisted } from "../../src/tables/index.ts";
import { csvRows } from "../support/files.ts";
import { inputOf } from "./inputs.ts";

const codes = new Map<unknown, number>([
  ["", 0],
  ["not_sure", 1],
  ["yes", 4],
  ["yea", 5],
  ["éclair", 6],
  ['q"q', 7],
]);

/** The rows of a text whose columns are a, b and c, of which b and c are read as codes. */
async function rowsOf(text: string, format = "csv", blockBytes = 1): Promise<readonly RowBatch[]> {
  const { read, open } = formatNamed(format);
  const { header, blocks } = await read(inputOf(text), blockBytes);
  const batches: RowBatch[] = [];
  for await (const block of blocks) {
    batches.push(open(block, { header, columns: ["b", "c"], bytes: [codes, codes], loose: [true, false, false] }));
  }
  return batches;
}

const cell = fc.oneof(
  fc.constantFrom(...(codes.keys() as Iterable<string>), "yes ", "Yes", "yesyes", "-1", "=1", " x", "é", "x\u00a0"),
  fc.string({ unit: fc.constantFrom("a", "é", " ", "=", "'", "-", ";", '"', "\ufeff"), maxLength: 4 }),
);
const spelled = (text: string, delimiter: string) =>
  text.startsWith('"') || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

test.each(["csv", "tsv"])(
  "Cells of %s are those that papaparse and RFC 4180 give, and codes those of a map",
  async (format) => {
    const delimiter = format === "csv" ? "," : "\t";
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("\n", "\r\n", "\r"), async (rows, end) => {
        const lines = rows.map((cells) => cells.map((each) => spelled(each, delimiter)).join(delimiter));
        const text = `${["a", "b", "c"].join(delimiter)}${end}${lines.join(end)}${end}`;
        const batches = await rowsOf(text, format);
        const found = batches.flatMap((batch) => Array.from({ length: batch.rows }, (_, at) => ({ batch, at })));
        expect(found).toHaveLength(rows.length);
        for (const [index, { batch, at }] of found.entries()) {
          const cells = rows[index] as string[];
          const wrong = cells.length !== 3;
          expect(batch.faultAt(at)?.code).toBe(wrong ? "wrong_cell_count" : undefined);
          if (wrong) continue;
          expect(batch.cellsAt(at)).toEqual(cells);
          const parsed = Papa.parse<string[]>(`x${delimiter}${lines[index]}`, { delimiter, newline: "\n" }).data[0];
          expect(batch.cellsAt(at)).toEqual(parsed?.slice(1));
          expect([...batch.codes.subarray(at * 2, at * 2 + 2)]).toEqual(
            cells.slice(1).map((each) => codes.get(each) ?? unlisted),
          );
        }
      }),
      { numRuns: 500 },
    );
  },
);

test("A row that may be written as it is is written by the cell writer as the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(cell, fc.constantFrom("yes", ""), fc.constantFrom("not_sure", "yea")), async (cells) => {
      const line = cells.map((each) => spelled(each, ",")).join(",");
      const [batch] = await rowsOf(`a,b,c\n${line}\n`);
      if (batch?.own?.asIs[0] !== 1) return;
      expect(cellWriter(",", false).row(cells, ["x"], [0])).toBe(`${line},x\n`);
    }),
    { numRuns: 2000 },
  );
});

test("A plain row is written as it is, and one that a spreadsheet would run is not", async () => {
  const asIs = async (line: string) => (await rowsOf(`a,b,c\n${line}\n`))[0]?.own?.asIs[0];
  expect(await Promise.all(["name,yes,", "Ann B.,yes,yea", ",,"].map(asIs))).toEqual([1, 1, 1]);
  expect(await Promise.all(["=1,yes,", "-1,yes,", " x,,", "x ,,", '"x",,', "é,,", 'a"b,,'].map(asIs))).toEqual(
    Array.from({ length: 7 }, () => 0),
  );
});

test("A column that is wanted twice is refused, since a row would give it to one item only", async () => {
  const { read, open } = formatNamed("csv");
  const { header, blocks } = await read(inputOf("a,b\n1,yes\n"));
  for await (const block of blocks) {
    const wanted = { header, columns: ["b", "b"], bytes: [codes, codes], loose: [true, false] };
    expect(() => open(block, wanted)).toThrow("duplicate_name: columns.1");
  }
});

test("The three-line files of an engine's lost rows give the rows that an independent reader finds", async () => {
  for (const text of ['a,b,c\n"x\ny",yes,\nz,,yes\n', "a,b,c\r\n1,,\r\n\r\n2,,\r\n", 'a,b,c\n1,2\n"3",4,5\n']) {
    const batches = await rowsOf(text);
    expect(batches.reduce((sum, { rows }) => sum + rows, 0)).toBe(csvRows(text).length - 1);
  }
});
