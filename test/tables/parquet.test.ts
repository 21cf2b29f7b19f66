import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRows, writeRows } from "../../src/tables/index.ts";
import { run } from "../support/command.ts";
import { duckdbFolder } from "../support/duckdb-folder.ts";
import { fiveTypes } from "../support/library.ts";
import { randomRows } from "../support/random-rows.ts";

const { at, query } = duckdbFolder();

async function recordsOf(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await readRows(path);
  const records: Readonly<Record<string, unknown>>[] = [];
  for await (const { record } of rows) records.push(record());
  return records;
}

const items = Object.keys(fiveTypes.instrument.items);
/** Writes random rows as CSV and, by DuckDB, as Parquet: NULL stands in both where nothing was asked. */
async function twins(name: string, count: number, options = ""): Promise<void> {
  const cells = randomRows(fiveTypes.instrument, count, 5);
  await writeRows(
    at(`${name}.csv`),
    ["case_id", ...items],
    cells.map((row, place) => [String(place), ...row]),
    {
      overwrite: true,
      rawText: true,
    },
  );
  const types = ["case_id", ...items].map((column) => `'${column}': 'VARCHAR'`).join(", ");
  await query(
    `COPY (FROM read_csv('${at(`${name}.csv`)}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})) TO '${at(`${name}.parquet`)}' (FORMAT parquet${options})`,
  );
}

describe("Codes that a file holds as numbers, or as true and false", () => {
  const columns = ["case_id", "adult", "wants_back", "lonely", "out_of_touch"];
  const codes = {
    adult: { "1": "yes", "0": "no", "-9": "not_sure" },
    wants_back: { true: "yes", false: "no" },
    lonely: { "0.5": "yes", "2": "no", "99": "" },
    out_of_touch: { "20": "yes" },
  };
  const rows = [
    ["a", 1, true, 0.5, 20],
    ["b", 0, false, 2, null],
    ["c", -9, null, 99, 20],
    ["d", 1, true, 7, 20],
    ["e", 12, true, 2, 20],
    ["f", null, null, null, null],
  ] as const;
  const casts = ["VARCHAR", "INTEGER", "BOOLEAN", "DOUBLE", "BIGINT"];
  const texts = {
    "coded.csv": () => [columns, ...rows].map((row) => `${row.map((cell) => cell ?? "").join(",")}\n`).join(""),
    "coded.ndjson": () =>
      rows.map((row) => `${JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[at]])))}\n`).join(""),
  };
  const classified = async (name: string, ...more: readonly string[]) => {
    if (name.endsWith(".parquet")) {
      const cells = (row: (typeof rows)[number]) =>
        row.map(
          (cell, at) => `CAST(${typeof cell === "string" ? `'${cell}'` : cell} AS ${casts[at]}) AS ${columns[at]}`,
        );
      const select = rows.map((row) => `SELECT ${cells(row).join(", ")}`).join(" UNION ALL ");
      await query(`COPY (${select}) TO '${at(name)}' (FORMAT parquet)`);
    } else writeFileSync(at(name), texts[name as keyof typeof texts]());
    const out = at(`out.${name}`);
    const { code, stderr } = await run(["classify", at(name), "--out", out, "--overwrite", ...more]);
    const records = await recordsOf(out);
    const added = ["case_id", "outcome", "rejected", "open", "reason", "possible"];
    return { code, stderr, results: records.map((record) => added.map((column) => record[column] || null)) };
  };

  it("have the meaning that a map gives them, in every format alike", async () => {
    writeFileSync(at("codes.json"), JSON.stringify({ codes }));
    const map = ["--map", at("codes.json")];
    const csv = await classified("coded.csv", ...map);
    expect(csv.results.map(([id]) => id)).toEqual(["a", "b", "c", "f"]);
    for (const name of ["coded.ndjson", "coded.parquet"]) {
      const { code, results, stderr } = await classified(name, ...map);
      expect([code, results]).toEqual([4, csv.results]);
      expect(stderr).toContain("wrong_type 2");
    }
  });

  it("are of the wrong type without a map, but for cells that hold nothing", async () => {
    for (const name of ["coded.ndjson", "coded.parquet"]) {
      expect((await classified(name)).stderr).toMatch(/Faults: wrong_type \d+\./);
    }
  });

  it("are not found where JSON would write the code in another way, or has lost its last digits", async () => {
    const map = { codes: { adult: { "1.0": "yes", "01": "yes", "9007199254740992": "yes", "1e3": "yes", "": "" } } };
    writeFileSync(at("codes.json"), JSON.stringify(map));
    const objects = ["1.0", "1", "9007199254740993", "1e3", '"1.0"', '"01"'].map((cell) => `{"adult":${cell}}\n`);
    writeFileSync(at("other.ndjson"), objects.join(""));
    const { stderr } = await run(["classify", at("other.ndjson"), "--map", at("codes.json"), "--dry-run"]);
    expect(stderr).toContain("Rows read 6, scored 2, rejected 4.");
  });
});

describe("Parquet", () => {
  it.each(["snappy", "zstd", "gzip", "uncompressed"])(
    "what DuckDB writes with %s is read with every value",
    async (codec) => {
      await query(
        `COPY (SELECT i AS whole, i / 2 AS part, i % 2 = 0 AS even, CASE WHEN i % 3 = 0 THEN NULL ELSE 'é' || i END AS text, DATE '2024-02-28' + CAST(i AS INTEGER) AS day FROM range(3000) AS t(i)) TO '${at("types.parquet")}' (FORMAT parquet, COMPRESSION ${codec}, ROW_GROUP_SIZE 2048)`,
      );
      const records = await recordsOf(at("types.parquet"));
      expect(records).toHaveLength(3000);
      expect(records[1]).toEqual({ whole: 1n, part: 0.5, even: false, text: "é1", day: "2024-02-29" });
      expect(records[2999]).toMatchObject({ whole: 2999n, text: "é2999" });
      expect(records[2049]?.text).toBeNull();
    },
  );

  it("columns that pass through keep their types", async () => {
    const types = ["TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR"];
    const of = (number: number) => types.map((type, place) => `CAST(${number} AS ${type}) AS c${place}`).join(", ");
    const select = `SELECT 'yes' AS adult, ${of(0)} UNION ALL SELECT 'no', ${of(1)} UNION ALL SELECT 'no', ${types.map(() => "NULL")}`;
    await query(`COPY (${select}) TO '${at("kept.parquet")}' (FORMAT parquet)`);
    await run(["classify", at("kept.parquet"), "--out", at("kept.out.parquet"), "--quiet"]);
    const typesIn = async (name: string) =>
      (await query(`DESCRIBE FROM '${at(name)}'`)).slice(0, 10).map((row) => row[1]);
    const wider = new Map([
      ["TINYINT", "INTEGER"],
      ["SMALLINT", "INTEGER"],
      ["UTINYINT", "INTEGER"],
      ["USMALLINT", "INTEGER"],
    ]);
    expect(await typesIn("kept.out.parquet")).toEqual(
      (await typesIn("kept.parquet")).map((type) => wider.get(String(type)) ?? type),
    );
    const columns = types.map((_, place) => `c${place}`).join(", ");
    const rowsIn = (name: string) => query(`SELECT ${columns} FROM '${at(name)}'`);
    expect((await rowsIn("kept.out.parquet")).map(String)).toEqual((await rowsIn("kept.parquet")).map(String));
  });

  it("what is written is what DuckDB reads, type by type, in several groups of rows", async () => {
    const rows = Array.from({ length: 250_000 }, (_, row) => [
      row % 3 === 0 ? null : `=t${row}`,
      row / 2,
      row % 2 === 0,
      BigInt(row),
    ]);
    const written = await writeRows(at("made.parquet"), ["text", "part", "even", "whole"], rows);
    expect(written.rows).toBe(250_000);
    const [sums] = await query(
      `SELECT count(*), count(text), sum(part), count(*) FILTER (even), CAST(sum(whole) AS VARCHAR), min(text) FROM read_parquet('${at("made.parquet")}')`,
    );
    expect(sums?.map(String)).toEqual(["250000", "166666", "15624937500", "125000", "31249875000", "=t1"]);
  });

  it("a value of another type than the column's is refused, and no file is left", async () => {
    await expect(writeRows(at("mixed.parquet"), ["a"], [["text"], [1]])).rejects.toMatchObject({
      issues: [{ code: "wrong_type", path: ["column", "a"] }],
    });
    await expect(readRows(at("mixed.parquet"))).rejects.toMatchObject({ issues: [{ code: "unreadable_file" }] });
  });

  it("a table without rows keeps its columns", async () => {
    await writeRows(at("none.parquet"), ["a", "b"], []);
    expect((await readRows(at("none.parquet"))).header).toEqual(["a", "b"]);
    expect(await query(`SELECT count(*) FROM read_parquet('${at("none.parquet")}')`)).toEqual([[0n]]);
  });

  it("classify gives from Parquet and to Parquet what it gives from and to CSV, row for row", async () => {
    await twins("cases", 20_000);
    const runs = await Promise.all(
      ["csv", "parquet"].map((end) =>
        run(["classify", at(`cases.${end}`), "--out", at(`scored-${end}.${end}`), "--raw-text"]),
      ),
    );
    const [csv, parquet] = ["csv", "parquet"].map((end) =>
      JSON.parse(readFileSync(at(`scored-${end}.manifest.json`), "utf8")),
    );
    expect(runs.map(({ code }) => code)).toEqual([4, 4]);
    expect(csv.rows.read).toBe(20_000);
    expect(csv.rows.rejected).toBeGreaterThan(0);
    expect(parquet.rows).toEqual(csv.rows);
    expect(parquet.rejectsByCode).toEqual(csv.rejectsByCode);
    const text = `read_csv('${at("scored-csv.csv")}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;
    const differing = await query(
      `SELECT count(*) FROM (SELECT COLUMNS(c -> true)::VARCHAR FROM ${text} EXCEPT ALL SELECT nullif(COLUMNS(c -> true)::VARCHAR, '') FROM read_parquet('${at("scored-parquet.parquet")}'))`,
    );
    expect(differing).toEqual([[0n]]);
  });

  it("a file that is cut short, or is none, is unreadable, and nothing is written", async () => {
    await twins("whole", 500);
    const bytes = readFileSync(at("whole.parquet"));
    for (const broken of [
      bytes.subarray(0, bytes.length - 20),
      bytes.subarray(0, 3),
      Buffer.from("PAR1 not PAR1"),
      Buffer.alloc(0),
    ]) {
      writeFileSync(at("broken.parquet"), broken);
      const ran = await run(["classify", at("broken.parquet"), "--out", at("never.csv")]);
      expect(ran.code).toBe(3);
      expect(ran.stderr).toContain("UNREADABLE_FILE");
    }
    await expect(readRows(at("never.csv"))).rejects.toMatchObject({ issues: [{ code: "unreadable_file" }] });
  });

  it("columns of lists and structures are refused by name", async () => {
    await query(
      `COPY (SELECT [1, 2] AS list, {'a': 1} AS struct, 'yes' AS adult) TO '${at("nested.parquet")}' (FORMAT parquet)`,
    );
    await expect(readRows(at("nested.parquet"))).rejects.toMatchObject({
      issues: [
        { code: "wrong_type", path: ["nested.parquet", "list"] },
        { code: "wrong_type", path: ["nested.parquet", "struct"] },
      ],
    });
  });
});
