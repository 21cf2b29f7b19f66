import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { classifyBytes, run } from "../support/command.ts";
import { csvRows, withFiles } from "../support/files.ts";

/** Lines of NDJSON: what the user is told, how it ends, what is scored and how many lines are rejected. */
const lines: [name: string, bytes: string | Buffer, code: number, said: string, scored: string[], rejected: number][] =
  [
    ["LF", '{"id":"a","adult":"yes"}\n{"id":"b"}\n', 0, "scored 2", ["a", "b"], 0],
    [
      "CRLF, a byte order mark and no last line end",
      '\ufeff{"id":"a","adult":"yes"}\r\n{"id":"b"}',
      0,
      "scored 2",
      ["a", "b"],
      0,
    ],
    ["CR alone", '{"id":"a"}\r{"id":"b"}\r', 4, "MALFORMED_JSON  in.ndjson  row 1 (line 1)", [], 1],
    [
      "a blank line",
      '{"id":"a","adult":"no"}\n\n{"id":"b"}\n',
      4,
      "MALFORMED_JSON  in.ndjson  row 2 (line 2)",
      ["a", "b"],
      1,
    ],
    ["a key twice", '{"id":"a","adult":"yes","adult":"no"}\n{"id":"b","adult":"no"}\n', 4, "DUPLICATE_KEY", ["b"], 1],
    ["a number for a code", '{"id":"a","adult":1}\n{"id":"b"}\n', 4, "row 1 (line 1)  adult", ["b"], 1],
    ["Yes for yes", '{"id":"a","adult":"Yes"}\n{"id":"b"}\n', 4, "nearest   yes", ["b"], 1],
    ["a NUL", '{"id":"a\0"}\n{"id":"b","adult":"no"}\n', 4, "NUL_CHARACTER  in.ndjson  row 1 (line 1)", ["b"], 1],
    ["a column of ours", '{"id":"a","outcome":"x"}\n{"id":"b","adult":"no"}\n', 4, "TAKEN_COLUMN", ["b"], 1],
    [
      "a line cut short",
      '{"id":"a","adult":"no"}\n{"id":"b","adult":"y',
      4,
      "MALFORMED_JSON  in.ndjson  row 2 (line 2)",
      ["a"],
      1,
    ],
    ["no object at all", "x\ny\n", 4, "MALFORMED_JSON", [], 2],
    [
      "bytes that are not UTF-8",
      Buffer.from('{"id":"a","note":"\xe9"}\n{"id":"b","adult":"no"}\n', "latin1"),
      4,
      "MALFORMED_TEXT  in.ndjson  row 1 (line 1)",
      ["b"],
      1,
    ],
  ];

describe("No line of NDJSON is lost with", () => {
  test.each(lines)("%s", async (_, bytes, code, said, scored, rejected) =>
    withFiles(async ({ put, file, get, names }) => {
      const ended = await run(["classify", put("in.ndjson", bytes), "--out", file("out.ndjson")]);
      expect(ended.stderr).toContain(said);
      expect(ended.code).toBe(code);
      const back = get("out.ndjson").split("\n").slice(0, -1);
      expect(back.map((line) => JSON.parse(line).id)).toEqual(scored);
      expect(JSON.parse(get("out.manifest.json")).rows).toEqual({
        read: scored.length + rejected,
        scored: scored.length,
        rejected,
      });
      expect(csvRows(get("out.rejects.csv"))).toHaveLength(1 + rejected);
      expect(names()).toEqual(["in.ndjson", "out.manifest.json", "out.ndjson", "out.rejects.csv"]);
    }),
  );

  test.each([
    ["no row has any item", '{"id":"a"}\n{"Adult":"yes"}\n', []],
    ["no row has a column of the map", '{"id":"a","wants_back":"no"}\n', ["adult"]],
  ])(
    "the refusal of a file of which %s, which publishes nothing and says so behind rows that are out",
    async (_, bytes, mapped) =>
      withFiles(async ({ put, file, names }) => {
        const map = { columns: Object.fromEntries(mapped.map((item) => [item, "adlut"])) };
        const words = ["classify", put("in.ndjson", bytes), "--map", put("map.json", JSON.stringify(map))];
        for (const more of [["--out", file("out.ndjson")], ["--dry-run"], ["--format", "ndjson"]]) {
          const { code, stdout, stderr } = await run([...words, ...more]);
          expect([code, stderr]).toEqual([3, expect.stringContaining("MISSING_COLUMN  in.ndjson")]);
          if (more[0] !== "--format") expect(stdout).toBe("");
        }
        expect(names()).toEqual(["in.ndjson", "map.json"]);
      }),
  );

  test("explain refuses it as classify does, and a row that is blank in a file of others is explained", () =>
    withFiles(async ({ put }) => {
      const none = await run(["explain", put("none.ndjson", '{"id":"a"}\n{"Adult":"yes"}\n'), "--row", "1"]);
      expect([none.code, none.stdout]).toEqual([3, ""]);
      expect(none.stderr).toContain("MISSING_COLUMN  none.ndjson");
      for (const [bytes, row] of [
        ['{"id":"a"}\n{"adult":"yes"}\n', "1"],
        ['{"adult":"yes"}\n{"id":"b"}\n', "2"],
      ] as const) {
        const some = await run(["explain", put("some.ndjson", bytes), "--row", row]);
        expect([some.code, some.stderr]).toEqual([0, ""]);
      }
      const bad = await run(["explain", put("bad.csv", "id,adult\na,yes\nb,maybe\n"), "--row", "2"]);
      expect([bad.code, bad.stderr]).toEqual([3, expect.stringContaining("UNKNOWN_OPTION  row 2 (line 3)  adult")]);
      const beyond = await run(["explain", put("one.ndjson", '{"id":"a"}\n'), "--row", "2"]);
      expect([beyond.code, beyond.stderr]).toEqual([2, expect.stringContaining("WRONG_USAGE")]);
    }));

  test.each([
    ["nothing", "", "EMPTY_FILE"],
    ["only a byte order mark", "\ufeff", "EMPTY_FILE"],
    ["UTF-16", Buffer.from('\ufeff{"adult":"yes"}\n', "utf16le"), "WRONG_ENCODING"],
  ])("the refusal of a file of %s, which leaves nothing behind", async (_, bytes, said) => {
    const found = await classifyBytes(bytes, "in.ndjson");
    expect(found.stderr).toContain(said);
    expect(found.code).toBe(3);
    expect(found.files).toEqual([]);
  });
});

describe("A refused file", () => {
  test.each([
    ["empty", ""],
    ["UTF-16", Buffer.from("\ufeffadult\nyes\n", "utf16le")],
    ["with a header twice", "adult,adult\nyes,no\n"],
    ["without an item's column", "id\n1\n"],
    ["with a column of ours", "adult,outcome\nyes,x\n"],
  ])("that is %s leaves earlier output as it was, also with --overwrite", (_, bytes) =>
    withFiles(async ({ put, file, get, names }) => {
      for (const name of ["out.csv", "out.rejects.csv", "out.manifest.json"]) put(name, `old ${name}`);
      const words = ["classify", put("in.csv", bytes), "--out", file("out.csv"), "--overwrite"];
      expect((await run(words)).code).toBe(3);
      expect(names()).toEqual(["in.csv", "out.csv", "out.manifest.json", "out.rejects.csv"]);
      for (const name of ["out.csv", "out.rejects.csv", "out.manifest.json"]) expect(get(name)).toBe(`old ${name}`);
    }),
  );

  test("from standard input prints no row", async () => {
    const { code, stdout, stderr } = await run(["classify", "-"], "id,note\n1,x\n");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("MISSING_COLUMN");
  });

  test("is named, with the code and what would be right", async () => {
    await withFiles(async ({ put, file }) => {
      const folder = file("folder.csv");
      mkdirSync(folder);
      expect((await run(["classify", folder])).stderr).toMatch(/UNREADABLE_FILE.*\n.*\n.*a file, not a folder/);
      expect((await run(["classify", file("none.csv")])).stderr).toMatch(/UNREADABLE_FILE.*\n.*\n.*a file that exists/);
      const found = await run(["classify", put("five.csv", "adult\nYes\n")]);
      expect(found.stderr).toContain("error UNKNOWN_OPTION  five.csv  row 1 (line 2)  adult");
      expect(found.stderr).toContain("explain UNKNOWN_OPTION");
    });
  });
});

describe("Rows stay whole", () => {
  test("where a rejected row's text is longer than any cell that is read", async () => {
    const long = `"${"x,\n".repeat(200_000)}"`;
    const found = await classifyBytes(`id,adult,n1,n2\na,maybe,${long},${long}\nb,yes,,\n`);
    expect(found.rows).toEqual({ read: 2, scored: 1, rejected: 1 });
    expect(found.code).toBe(4);
    expect(found.rejects[1]?.at(-1)).toContain("x,\nx,\n");
  });

  test("where a cell as long as may be read is guarded on its way out", async () => {
    const found = await classifyBytes(`id,adult,note\na,yes,"=${"\n1".repeat(499_999)}"\nb,yes,\n`);
    expect(found.rows).toEqual({ read: 2, scored: 2, rejected: 0 });
  });

  test("where the file holds one column and blank lines", async () => {
    const found = await classifyBytes("adult\nyes\n\n\nno\n\n");
    expect(found.rows).toEqual({ read: 5, scored: 5, rejected: 0 });
  });

  test("where a CRLF falls on the border of two chunks, after a fault", async () => {
    const start = 'id,adult,note\r\na,yes,"x"y';
    const text = `${start}${"z".repeat((1 << 20) - start.length - 1)}\r\nb,yes,n\r\n`;
    const found = await classifyBytes(text);
    expect(found.rows).toEqual({ read: 2, scored: 1, rejected: 1 });
  });

  test("where a byte order mark stands before a code in the middle of a file, which is not that code", async () => {
    const found = await classifyBytes("adult,id\nyes,a\n\ufeffyes,b\n");
    expect(found.rows).toEqual({ read: 2, scored: 1, rejected: 1 });
    expect(found.stderr).toContain("UNKNOWN_OPTION  in.csv  row 2 (line 3)  adult");
  });

  test("in a TSV whose cells hold commas and quotes", async () => {
    await withFiles(async ({ put, file, get }) => {
      const path = put("in.tsv", 'id\tadult\tnote\na,b\tyes\t"x\ty"\nc\tno\n');
      expect((await run(["classify", path, "--out", file("out.tsv")])).code).toBe(4);
      expect(csvRows(get("out.tsv"), "\t").map((cells) => cells.slice(0, 3))).toEqual([
        ["id", "adult", "note"],
        ["a,b", "yes", "x\ty"],
      ]);
      expect(JSON.parse(get("out.manifest.json")).rows).toEqual({ read: 2, scored: 1, rejected: 1 });
    });
  });
});

test("a blank cell is never no: every cell that is added is that of an item not asked", async () => {
  const header = ["adult", "prior_relationship", "wants_back", "mutual_bond"];
  const answers = ["yes", "former_intimate", "", ""];
  const blank = await classifyBytes(`${header.join(",")}\n${answers.join(",")}\n`);
  const absent = await classifyBytes("adult,prior_relationship\nyes,former_intimate\n");
  const denied = await classifyBytes(`${header.join(",")}\n${[...answers.slice(0, 2), "no", "no"].join(",")}\n`);
  const added = ({ scored }: typeof blank) => scored[1]?.slice(scored[0]?.indexOf("outcome"));
  expect(added(blank)).toEqual(added(absent));
  expect(added(blank)).not.toEqual(added(denied));
});
