import { writeFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { readRows } from "../../src/tables/index.ts";
import { parquetReader } from "../../src/tables/parquet-library.ts";
import { run } from "../support/command.ts";
import { duckdbFolder } from "../support/duckdb-folder.ts";

const { at, query } = duckdbFolder();

async function cellsOf(select: string): Promise<readonly unknown[]> {
  await query(`COPY (${select}) TO '${at("one.parquet")}' (FORMAT parquet)`);
  const { rows } = await readRows(at("one.parquet"));
  const cells: unknown[] = [];
  for await (const { record } of rows) cells.push(Object.values(record())[0]);
  return cells;
}

describe("A cell of Parquet", () => {
  it.each([
    ["TIMESTAMP_MS '2026-03-01 10:00:00.5'", "2026-03-01T10:00:00.500"],
    ["TIMESTAMP '2026-03-01 10:00:00.123456'", "2026-03-01T10:00:00.123456"],
    ["TIMESTAMP '1969-12-31 23:59:59.999999'", "1969-12-31T23:59:59.999999"],
    ["TIMESTAMP_NS '2026-03-01 10:00:00.123456789'", "2026-03-01T10:00:00.123456789"],
    ["TIMESTAMPTZ '2026-03-01 10:00:00+00'", "2026-03-01T10:00:00.000Z"],
    ["TIMESTAMP '2026-03-01 00:00:00'", "2026-03-01"],
    ["TIMESTAMP '2026-03-01 00:00:00.000001'", "2026-03-01T00:00:00.000001"],
    ["DATE '1969-12-31'", "1969-12-31"],
    ["CAST('1234567890.12' AS DECIMAL(18, 2))", 1234567890.12],
    ["CAST('-0.1' AS DECIMAL(38, 1))", -0.1],
    ["CAST('-0.0' AS DOUBLE)", -0],
    ["CAST(9007199254740993 AS BIGINT)", 9007199254740993n],
    ["CAST(4294967295 AS UINTEGER)", 4294967295],
    ["CAST(-2147483648 AS INTEGER)", -2147483648],
    ["CAST(18446744073709551615 AS UBIGINT)", 18446744073709551615n],
    ["CAST('9007199254740991' AS DECIMAL(20, 0))", 9007199254740991],
    ["CAST('9999999999999.99' AS DECIMAL(20, 2))", 9999999999999.99],
    ["TIME '09:30:00'", "09:30:00.000"],
    ["TIME '00:00:00'", "00:00:00.000"],
    ["TIME '23:59:59.999999'", "23:59:59.999999"],
    ["CAST('NaN' AS DOUBLE)", Number.NaN],
    ["'12345678901234567890'::JSON", "12345678901234567890"],
    [`'{"a":  1.0,"a":2}'::JSON`, '{"a":  1.0,"a":2}'],
    ["'null'::JSON", "null"],
    ["DATE '275760-09-13'", "+275760-09-13"],
  ])("of %s is %s, to its last digit", async (value, cell) => {
    expect(await cellsOf(`SELECT ${value} AS a UNION ALL SELECT NULL`)).toEqual([cell, null]);
  });

  it.each([
    "CAST('12345678901234567.89' AS DECIMAL(38, 2))",
    "CAST('9007199254740993' AS DECIMAL(20, 0))",
    "CAST('-9007199254740993' AS DECIMAL(38, 0))",
    "CAST('90071992547409.91' AS DECIMAL(18, 2))",
    "CAST('10000000000000.01' AS DECIMAL(20, 2))",
    "TIME '24:00:00'",
    "DATE '275760-09-14'",
    "'infinity'::TIMESTAMP",
    "'-infinity'::DATE",
    "INTERVAL 3 DAY",
    "'\\xFF\\xFE'::BLOB",
  ])("that %s would be, were it not changed, is refused", async (value) => {
    await expect(cellsOf(`SELECT ${value} AS a`)).rejects.toMatchObject({
      issues: [{ code: "wrong_type", path: ["one.parquet", "a"] }],
    });
  });
});

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];

/** A column whose meaning stands in the newer annotation alone, as some writers leave it. */
async function newerCells(element: Partial<SchemaElement>, data: readonly unknown[]): Promise<readonly unknown[]> {
  const schema: SchemaElement[] = [
    { name: "root", num_children: 1 },
    { name: "a", repetition_type: "OPTIONAL", ...element },
  ];
  const bytes = parquetWriteBuffer({ columnData: [{ name: "a", data: [...data] }], schema });
  writeFileSync(at("newer.parquet"), new Uint8Array(bytes));
  const cells: unknown[] = [];
  for await (const { record } of (await readRows(at("newer.parquet"))).rows) cells.push(record().a);
  return cells;
}

describe("A column whose meaning only the newer annotation gives", () => {
  it.each<[Partial<SchemaElement>, unknown[], unknown[]]>([
    [{ type: "INT32", logical_type: { type: "DECIMAL", scale: 2, precision: 9 } }, [12345, -5], [123.45, -0.05]],
    [{ type: "INT64", logical_type: { type: "DECIMAL", scale: 1, precision: 18 } }, [15n, null], [1.5, null]],
    [{ type: "INT32", logical_type: { type: "DATE" } }, [19000, -1], ["2022-01-08", "1969-12-31"]],
    [
      { type: "INT32", logical_type: { type: "INTEGER", bitWidth: 32, isSigned: false } },
      [4294967295, 5],
      [4294967295, 5],
    ],
    [{ type: "BYTE_ARRAY", logical_type: { type: "JSON" } }, ['{"a":  1}', "1"], ['{"a":  1}', "1"]],
    [{ type: "BYTE_ARRAY", logical_type: { type: "ENUM" } }, ["a", "é"], ["a", "é"]],
  ])("as %j is read as that", async (element, data, cells) => {
    const text = element.type === "BYTE_ARRAY" ? data.map((each) => new TextEncoder().encode(String(each))) : data;
    expect(await newerCells(element, text)).toEqual(cells);
  });

  it("passes through to Parquet as the numbers that it holds", async () => {
    const element = { type: "INT32", logical_type: { type: "INTEGER", bitWidth: 32, isSigned: false } } as const;
    await newerCells(element, [4294967295, 5]);
    writeFileSync(
      at("map.json"),
      JSON.stringify({ columns: { adult: "a" }, codes: { adult: { "4294967295": "yes", "5": "no" } } }),
    );
    const options = ["--map", at("map.json"), "--out", at("whole.parquet"), "--overwrite", "--quiet"];
    expect((await run(["classify", at("newer.parquet"), ...options])).code).toBe(0);
    const found = await query(`SELECT a FROM read_parquet('${at("whole.parquet")}')`);
    expect(found.map(([cell]) => cell)).toEqual([4294967295, 5]);
  });
});

describe("What the codecs of the library leave out", () => {
  it("is a page that holds nothing", async () => {
    const { compressors } = await parquetReader();
    for (const decompress of Object.values(compressors)) expect(decompress(Uint8Array.of(0), 0)).toHaveLength(0);
  });
});

describe("A cell that passes through from Parquet", () => {
  const scored = async (value: string, end: string) => {
    await query(`COPY (SELECT 'yes' AS adult, ${value} AS a) TO '${at("one.parquet")}' (FORMAT parquet)`);
    const ran = await run(["classify", at("one.parquet"), "--out", at(`out.${end}`), "--overwrite", "--quiet"]);
    if (ran.code !== 0) return `${ran.code} ${ran.stderr}`;
    for await (const { record } of (await readRows(at(`out.${end}`))).rows) return record().a;
  };

  it.each([
    ["CAST('NaN' AS DOUBLE)", "NaN", Number.NaN],
    ["CAST('-Infinity' AS FLOAT)", "-Infinity", Number.NEGATIVE_INFINITY],
    ["CAST(9223372036854775807 AS UBIGINT)", "9223372036854775807", 9223372036854775807n],
    ["TIME '09:30:00.25'", "09:30:00.250", "09:30:00.250"],
  ])("as %s is the same text in CSV and NDJSON, and stays what it is in Parquet", async (value, text, cell) => {
    expect(await scored(value, "csv")).toBe(text);
    expect(await scored(value, "ndjson")).toBe(text);
    expect(await scored(value, "parquet")).toBe(cell);
  });

  it("keeps the sign of zero, beside zeros that have none", async () => {
    const cells = "CAST(unnest(['0', '-0', '0', '-0']) AS DOUBLE)";
    await query(`COPY (SELECT 'yes' AS adult, ${cells} AS a) TO '${at("zeros.parquet")}' (FORMAT parquet)`);
    for (const [end, zeros] of [
      ["csv", ["0", "-0", "0", "-0"]],
      ["ndjson", [0, -0, 0, -0]],
      ["parquet", [0, -0, 0, -0]],
    ] as const) {
      await run(["classify", at("zeros.parquet"), "--out", at(`out.${end}`), "--overwrite", "--quiet"]);
      const found: unknown[] = [];
      for await (const { record } of (await readRows(at(`out.${end}`))).rows) found.push(record().a);
      expect(found).toEqual(zeros);
    }
  });

  it("as a whole number from 2^63 is text in NDJSON, and refused with its column's name for Parquet", async () => {
    const value = "CAST(9223372036854775808 AS UBIGINT)";
    expect(await scored(value, "ndjson")).toBe("9223372036854775808");
    expect(await scored(value, "parquet")).toMatch(/^3 error WRONG_TYPE {2}column\.a\n/);
  });
});

describe("A column that holds nothing in its first 130,000 rows", () => {
  it("passes through as what the input says that it is", async () => {
    const late = (value: string) => `CASE WHEN i >= 130000 THEN ${value} END`;
    await query(
      `COPY (SELECT 'c' || i AS case_id, 'yes' AS adult, ${late("i")} AS whole, ${late("i / 2")} AS part, ${late("i % 2 = 0")} AS even, ${late("'t'")} AS text FROM range(130010) AS t(i)) TO '${at("late.parquet")}' (FORMAT parquet)`,
    );
    const ran = await run(["classify", at("late.parquet"), "--out", at("scored.parquet")]);
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining("scored 130010")]);
    const [sums] = await query(
      `SELECT typeof(any_value(whole)), sum(whole)::VARCHAR, sum(part), count(*) FILTER (even), count(text) FROM read_parquet('${at("scored.parquet")}')`,
    );
    expect(sums?.map(String)).toEqual(["BIGINT", "1300045", "650022.5", "5", "10"]);
  });
});
