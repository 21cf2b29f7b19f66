import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { inFolder, run } from "../support/command.ts";
import { type Files, withFiles } from "../support/files.ts";
import { both, classified, first, good } from "./duckdb-runs.ts";

describe("A file that DuckDB may read in another way is refused whole", () => {
  test.each([
    ["a row with too few cells", `${good}c,yes\n`],
    ["a row with too many cells", `${good}c,yes,,\n`],
    ["a row with too many cells, blank ones behind a quoted one", `${good}"c",yes,,\n`],
    ["an empty line", `${good}\nc,yes,\n`],
    ["an empty line at the end", `${good}\n`],
    ["a quote inside a cell", `${good}c"d,yes,\n`],
    ["a quote after a space", `${good}c, "yes",\n`],
    ["text after a closing quote", `${good}"c"d,yes,\n`],
    ["a quote that is never closed", `${good}"c,yes,\n`],
    ["a NUL", `${good}c\0,yes,\n`],
    ["bytes that are not UTF-8", Buffer.concat([Buffer.from(good), Buffer.from([0x63, 0xff, 0x2c, 0x2c, 0x0a])])],
    ["UTF-16", Buffer.from(good, "utf16le")],
    ["line ends of two kinds", good.replace("a,yes,\n", "a,yes,\r\n")],
    ["lone carriage returns", good.replaceAll("\n", "\r")],
    ["a line of three million bytes", `${good}${"x".repeat(3_000_000)},yes,\n`],
    ["a column without a name", good.replace("case_id", "")],
  ])("%s", async (_, text) => {
    const { code, stderr, left } = await classified(text);
    expect([code, stderr.includes("TypeError"), left]).toEqual([
      expect.toSatisfy((end) => [3, 6].includes(end)),
      false,
      [],
    ]);
  });

  test("the 30,000 rows of which DuckDB's own settings lose 1,000", async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => (at < 1000 ? `${at},yes` : `${at},yes,no`));
    const text = `c0,${first}\n${lines.join("\n")}\n`;
    await inFolder(async (folder) => {
      const path = join(folder, "wide.csv");
      writeFileSync(path, text);
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      const found = await connection.runAndReadAll(`SELECT count(*) FROM read_csv('${path}')`);
      expect(found.getColumns()).toEqual([[29_000n]]);
      connection.closeSync();
      instance.closeSync();
      const { stderr } = await run(["classify", path, "--dry-run"]);
      expect(stderr).toContain("Rows read 30000, scored 1000, rejected 29000.");
    });
    const { code, left } = await classified(text, "wide.csv");
    expect([code, left]).toEqual([3, []]);
  });

  test("more columns than an expression of the engine has levels are read as they are", async () => {
    const more = Array.from({ length: 1500 }, (_, at) => `p${at}`);
    const text = `case_id,${first},${more.join()}\na,yes,${more.map(() => "=v").join()}\n`;
    const { code, stderr, left } = await classified(text);
    expect([code, left]).toEqual([0, ["out.csv", "out.manifest.json", "out.rejects.csv"]]);
    expect(stderr).toContain("Rows read 1, scored 1, rejected 0.");
  });

  test("a byte order mark, CRLF, quoted cells and no last line end are read as they are", async () => {
    const text = `\ufeff${good.replaceAll("\n", "\r\n").replace("a,yes", '"a","yes"').trimEnd()}`;
    const { code, stderr, left } = await classified(text);
    expect([code, left]).toEqual([0, ["out.csv", "out.manifest.json", "out.rejects.csv"]]);
    expect(stderr).toContain("Rows read 2, scored 2, rejected 0.");
  });
});

/** A Parquet file of one row, as DuckDB writes this query. */
async function parquetOf(path: string, query: string): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

describe("Columns of Parquet that are not text", () => {
  const classify = (files: Files, query: string, end: string) =>
    parquetOf(files.file("in.parquet"), query).then((path) => both(files, ["classify"], path, end));

  test("pass through to text as this library writes them", () =>
    withFiles(async (files) => {
      const query = `SELECT 7::BIGINT AS id, true AS b, DATE '2024-02-29' AS d, NULL::VARCHAR AS n, 'x' AS faults, 'yes' AS ${first}`;
      const { rows } = await classify(files, query, "csv");
      const passed = { id: "7", b: "true", d: "2024-02-29", n: "", faults: "x", [first]: "yes" };
      expect(rows[1]?.[0]).toMatchObject(passed);
      expect(rows[0]?.[0]).toMatchObject(passed);
    }));

  test.each([
    ["fractions that are to go to text", `SELECT 0.1::DOUBLE AS id, 'yes' AS ${first}`],
    ["days of a year that both write in their own way", `SELECT DATE '0044-03-15 (BC)' AS id, 'yes' AS ${first}`],
    ["days without end", `SELECT DATE 'infinity' AS id, 'yes' AS ${first}`],
    ["an item held as numbers", `SELECT 'a' AS id, 1 AS ${first}`],
  ])("are refused for %s", (_, query) =>
    withFiles(async (files) => {
      const path = await parquetOf(files.file("in.parquet"), query);
      const { code } = await run(["classify", path, "--out", files.file("out.csv"), "--engine", "duckdb"]);
      expect([code, files.names()]).toEqual([3, ["in.parquet"]]);
    }),
  );
});
