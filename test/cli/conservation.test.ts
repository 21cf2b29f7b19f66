import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRows } from "../../src/tables/index.ts";
import { classifyBytes, run } from "../support/command.ts";
import { withFiles } from "../support/files.ts";

const head = "case_id,adult,other_grievance,note";
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};

/** What is put in, what the user is told, and what becomes of each row. */
const kept: [name: string, bytes: string | Buffer, code: number, said: string, scored: string[], rejected: number][] = [
  ["a header alone", `${head}\n`, 0, "Rows read 0", [], 0],
  ["a UTF-8 byte order mark", `\ufeff${head}\na,yes,yes,\nb,yes,no,\n`, 0, "scored 2", ["a", "b"], 0],
  ["CRLF line ends", `${head}\r\na,yes,yes,\r\nb,yes,no,\r\n`, 0, "scored 2", ["a", "b"], 0],
  ["CR line ends and no last one", `${head}\ra,yes,yes,\rb,yes,no,`, 0, "scored 2", ["a", "b"], 0],
  ["mixed line ends", `${head}\r\na,yes,yes,\nb,yes,no,\rc,yes,,\n`, 0, "scored 3", ["a", "b", "c"], 0],
  ["quoted line breaks", `${head}\na,yes,yes,"one\r\ntwo\nthree"\nb,yes,no,"q""q"\n`, 0, "scored 2", ["a", "b"], 0],
  [
    "a row too short and one too long",
    `${head}\na,yes\nb,yes,no,x,more\nc,yes,yes,\n`,
    4,
    "WRONG_CELL_COUNT  in.csv  row 1 (line 2)",
    ["c"],
    2,
  ],
  ["blank lines", `${head}\na,yes,yes,\n\nb,yes,no,\n\n`, 4, "WRONG_CELL_COUNT", ["a", "b"], 2],
  [
    "a quote that is never closed",
    `${head}\na,yes,yes,"open\nb,yes,no,x\nc,yes,yes,y\n`,
    4,
    "UNCLOSED_QUOTE  in.csv  row 1 (line 2)",
    ["b", "c"],
    1,
  ],
  [
    "a quote in the wrong place",
    `${head}\na,yes,yes,"in"side\nb,yes,no,x\n`,
    4,
    "STRAY_QUOTE  in.csv  row 1 (line 2)",
    ["b"],
    1,
  ],
  [
    "a code that is not on the form",
    `${head}\na,yes,maybe,\nb,yes,no,\n`,
    4,
    "UNKNOWN_OPTION  in.csv  row 1 (line 2)  other_grievance",
    ["b"],
    1,
  ],
  ["Yes for yes", `${head}\na,Yes,yes,\nb,yes,no,\n`, 4, "nearest   yes", ["b"], 1],
  ["a code with a space", `${head}\na, yes,yes,\nb,yes,no,\n`, 4, "UNKNOWN_OPTION", ["b"], 1],
  ["a look-alike letter in a code", `${head}\na,y\u0435s,yes,\nb,yes,no,\n`, 4, "UNKNOWN_OPTION", ["b"], 1],
  ["a NUL", `${head}\na,yes,y\0es,\nb,yes,no,\n`, 4, "NUL_CHARACTER  in.csv  row 1 (line 2)", ["b"], 1],
  [
    "bytes that are not UTF-8",
    Buffer.concat([Buffer.from(`${head}\na,yes,yes,caf`), Buffer.from([0xe9]), Buffer.from("\nb,yes,no,\n")]),
    4,
    "MALFORMED_TEXT  in.csv  row 1 (line 2)",
    ["b"],
    1,
  ],
  [
    "a row after quoted breaks, named by its physical line",
    `${head}\na,yes,yes,"1\n2\n3"\nb,nope,no,\n`,
    4,
    "row 2 (line 5)",
    ["a"],
    1,
  ],
];

const refused: [name: string, bytes: string | Buffer, said: string][] = [
  ["an empty file", "", "EMPTY_FILE"],
  ["no column names", ",,,\na,yes,yes,\n", "NO_HEADER"],
  ["UTF-16, little end first", utf16(`${head}\na,yes,yes,\n`, false), "WRONG_ENCODING"],
  ["UTF-16, big end first", utf16(`${head}\na,yes,yes,\n`, true), "WRONG_ENCODING"],
  ["a header twice", "case_id,adult,adult\na,yes,no\n", "DUPLICATE_HEADER  header.3  positions 2, 3"],
  ["headers that differ by case", "case_id,adult,Adult\na,yes,no\n", "LOOKALIKE_HEADER"],
  ["headers that differ by a space", "case_id,adult, adult\na,yes,no\n", "LOOKALIKE_HEADER"],
  ["headers that differ by full-width letters", "case_id,adult,\uff41dult\na,yes,no\n", "LOOKALIKE_HEADER"],
  ["headers that differ by how an accent is written", "case_id,adult,\u00e9,e\u0301\na,yes,,\n", "LOOKALIKE_HEADER"],
  ["semicolons for commas", "case_id;adult\na;yes\n", "MISSING_COLUMN"],
  [
    "more columns than any table",
    `adult,${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(",")}\n`,
    "TOO_LARGE",
  ],
  ["a column that would be added", "case_id,adult,outcome\na,yes,x\n", "TAKEN_COLUMN"],
  ["a column that looks like one that would be added", "case_id,adult,Outcome\na,yes,x\n", "TAKEN_COLUMN"],
  [
    "a row longer than any, with its line",
    `${head}\na,yes,yes,\nb,yes,${"x".repeat(16_000_001)}`,
    "CELL_TOO_LONG  line 3  in.csv",
  ],
  ["a NUL in the header, with its line", "case_id,adult\0\na,yes\n", "NUL_CHARACTER  line 1  in.csv"],
  ["no column of the form", "case_id,note\na,x\n", "MISSING_COLUMN"],
];

describe("no row is lost", () => {
  it.each(kept)("%s", async (_, bytes, code, said, scored, rejected) => {
    const found = await classifyBytes(bytes);
    expect(found.stderr).toContain(said);
    expect(found.code).toBe(code);
    expect(found.rows).toEqual({ read: scored.length + rejected, scored: scored.length, rejected });
    expect(found.scored.slice(1).map(([id]) => id)).toEqual(scored);
    expect(found.rejects.slice(1)).toHaveLength(rejected);
    expect(found.files).toEqual(["out.csv", "out.manifest.json", "out.rejects.csv"]);
  });

  it.each(refused)("%s is refused before any output exists", async (_, bytes, said) => {
    const found = await classifyBytes(bytes);
    expect(found.stderr).toContain(said);
    expect(found.code).toBe(3);
    expect(found.files).toEqual([]);
  });

  it("the same table in twelve spellings gives the same bytes", async () => {
    const outputs = new Set<string>();
    for (const end of ["\n", "\r\n", "\r"]) {
      for (const mark of ["", "\ufeff"]) {
        for (const last of ["", end]) {
          const text = `${mark}${[head, "a,yes,yes,n", 'b,no,"","x,y"'].join(end)}${last}`;
          outputs.add((await run(["classify", "-", "--quiet"], text)).stdout);
        }
      }
    }
    expect(outputs.size).toBe(1);
  });

  it.each(["csv", "tsv", "ndjson", "parquet"])("case numbers are text from end to end, by way of %s", async (end) => {
    const ids = [
      "00123",
      "14E00123",
      "9007199254740993",
      "1e400",
      "0x10",
      "1_000",
      "1,5",
      "-0",
      " 7",
      "NaN",
      "null",
      "2024-02-30",
    ];
    await withFiles(async ({ put, file }) => {
      const text = `case_id,adult\n${ids.map((id) => `"${id}",yes`).join("\n")}\n`;
      const words = (from: string, out: string) => ["classify", from, "--out", file(out), "--raw-text", "--quiet"];
      expect((await run(words(put("in.csv", text), `out.${end}`))).code).toBe(0);
      const back: unknown[] = [];
      for await (const { record } of (await readRows(file(`out.${end}`))).rows) back.push(record().case_id);
      expect(back).toEqual(ids);
      if (end === "ndjson") return;
      expect((await run([...words(file("in.csv"), `engine.${end}`), "--engine", "duckdb"])).code).toBe(0);
      const found: unknown[] = [];
      for await (const { record } of (await readRows(file(`engine.${end}`))).rows) found.push(record().case_id);
      expect(found).toEqual(ids);
    });
  });

  it("a quoted cell of over a million bytes stays one cell, whose lines are no rows", async () => {
    const log = `page\n${"a,no,no,quoted line\n".repeat(60_000)}`;
    const found = await classifyBytes(`${head}\na,yes,yes,"${log}"\nb,maybe,no,"${log}"\nc,yes,no,short\n`);
    expect(found.rows).toEqual({ read: 3, scored: 2, rejected: 1 });
    expect(found.scored.slice(1).map(([id, , , note]) => [id, note])).toEqual([
      ["a", log],
      ["c", "short"],
    ]);
    expect(found.rejects[1]?.at(-1)).toBe(`b,maybe,no,"${log}"`);
  });

  it.each([
    ["is closed further on", (lines: string) => `${lines}"\n`],
    ["may be closed or not", (lines: string) => lines],
  ])("a quoted cell longer than any row that %s is refused, with its line", async (_, rest) => {
    const found = await classifyBytes(`${head}\na,yes,yes,\nb,yes,no,"${rest("c,no,no,line\n".repeat(1_300_000))}`);
    expect(found.stderr).toContain("CELL_TOO_LONG  line 3  in.csv");
    expect([found.code, found.files]).toEqual([3, []]);
  });

  it("a file of many rows with faults at random places adds up, and every case number is in one place", async () => {
    const cell = fc.constantFrom("yes", "no", "", "not_sure", "YES", '"yes"', "maybe");
    const line = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.tuple(cell, cell).map(
          ([a, b]) =>
            (id: string) =>
              `${id},${a},${b},note`,
        ),
      },
      { weight: 1, arbitrary: fc.constant((id: string) => `${id},yes`) },
      { weight: 1, arbitrary: fc.constant((id: string) => `${id},yes,no,"two\nlines"`) },
      { weight: 1, arbitrary: fc.constant((id: string) => `${id},yes,no,"stray"x`) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 60 }), fc.constantFrom("\n", "\r\n", "\r"), async (lines, end) => {
        const text = [head, ...lines.map((make, at) => make(`id${at}`))].join(end) + end;
        const found = await classifyBytes(text);
        const ids = [
          ...found.scored.slice(1).map(([id]) => id),
          ...found.rejects.slice(1).map((row) => row.at(-1)?.split(",")[0]),
        ];
        expect(found.rows?.read).toBe(lines.length);
        expect(ids.sort()).toEqual(lines.map((_, at) => `id${at}`).sort());
      }),
      { numRuns: 60 },
    );
  });

  it("a blank cell is not asked: it gives the standings of a form without the column", async () => {
    const blank = await classifyBytes("case_id,adult,other_grievance\na,yes,\n");
    const absent = await classifyBytes("case_id,adult\na,yes\n");
    const at = (table: typeof blank, name: string) => table.scored[1]?.[table.scored[0]?.indexOf(name) ?? -1];
    for (const name of ["outcome", "resentful", "possible", "open"]) expect(at(blank, name)).toBe(at(absent, name));
    expect(at(blank, "resentful")).toBe("possible");
  });

  it("cells that a spreadsheet would run are made harmless, unless raw text is asked for", async () => {
    const live = ["=1+1", "+1", "-5", "@x", "\t=1", "'=1", " =1", "\uff1d1", '"=1\nx"'];
    const text = `${head}\n${live.map((cell, at) => `id${at},yes,yes,${cell}`).join("\n")}\n`;
    const notes = (found: Awaited<ReturnType<typeof classifyBytes>>) => found.scored.slice(1).map((row) => row[3]);
    const guarded = await classifyBytes(text);
    for (const note of notes(guarded)) expect(note?.startsWith("'")).toBe(true);
    expect(notes(await classifyBytes(text, "in.csv", "--raw-text"))).toEqual(
      live.map((cell) => cell.replaceAll('"', "")),
    );
  });

  it("lines of NDJSON that are not one object with each key once are rejected", async () => {
    const lines = [
      '{"adult":"yes"}',
      '{"adult":"yes","adult":"no"}',
      "not json",
      "",
      "[1]",
      '{"adult":true}',
      '{"__proto__":{"adult":"no"},"adult":"yes"}',
    ];
    const found = await classifyBytes(`${lines.join("\n")}\n`, "in.ndjson");
    expect(found.rows).toEqual({ read: 7, scored: 2, rejected: 5 });
    expect(found.code).toBe(4);
    expect(Object.hasOwn(Object.prototype, "adult")).toBe(false);
  });

  it("no answer's value is in what a failing command prints", async () => {
    const secrets = ["Secretname", "hidden1", "0x1234567"];
    const text = `${head}\n${secrets.map((cell) => `a,${cell},yes,${cell}`).join("\n")}\nb,yes\n`;
    const { stdout, stderr } = await classifyBytes(text);
    for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
  });
});
