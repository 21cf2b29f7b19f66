import { describe, expect, it } from "vitest";
import { readRows } from "../../src/tables/index.ts";
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
  ])("that %s would be, were it not changed, is refused", async (value) => {
    await expect(cellsOf(`SELECT ${value} AS a`)).rejects.toMatchObject({
      issues: [{ code: "wrong_type", path: ["one.parquet", "a"] }],
    });
  });

  it.each(["INTERVAL 3 DAY", "'\\xFF\\xFE'::BLOB"])(
    "that cannot be read, as %s, is refused by its column's name",
    async (value) => {
      await expect(cellsOf(`SELECT ${value} AS a`)).rejects.toMatchObject({
        issues: [{ path: ["one.parquet", "a"] }],
      });
    },
  );
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
