import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { fiveTypes } from "stalker-typology/content/typologies/five-types";
import { classifySql, duckdb, spark } from "stalker-typology/sql";
import { printTimings, race } from "./timing.ts";

/** Classifying in an engine against the same engine that only reads the same columns and adds up their lengths. */
const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "bench-engines-"));
const instance = await DuckDBInstance.create(":memory:");
const db = await instance.connect();
const items = Object.entries(fiveTypes.instrument.items);

/** Every column of random codes, three in ten of them blank; the same in each run. */
const cells = items.map(([id, { responses }]) => {
  const codes = responses.kind === "choice" ? Object.keys(responses.options) : [];
  const list = codes.map((code) => duckdb.text(code)).join(", ");
  const at = `hash(i, ${duckdb.text(id)})`;
  return `CASE WHEN ${at} % 10 < 3 THEN '' ELSE [${list}][1 + CAST((${at} // 16) % ${codes.length} AS INTEGER)] END AS ${duckdb.identifier(id)}`;
});
const parquet = join(folder, "cases.parquet");
const csv = join(folder, "cases.csv");
await db.run(
  `COPY (SELECT i AS case_id, ${cells.join(", ")} FROM range(${rows}) AS t(i)) TO '${parquet}' (FORMAT parquet)`,
);
await db.run(`COPY (FROM read_parquet('${parquet}')) TO '${csv}' (FORMAT csv, HEADER true)`);
const types = ["case_id", ...items.map(([id]) => id)].map((name) => `'${name}': 'VARCHAR'`).join(", ");
/** The same cases ten times: what the statement takes once, however many rows there are, weighs less. */
const tenfold = join(folder, "tenfold.parquet");
await db.run(`COPY (FROM read_parquet('${parquet}'), range(10) AS t(n)) TO '${tenfold}' (FORMAT parquet)`);
const sources: readonly (readonly [format: string, rows: number, source: string])[] = [
  ["Parquet", rows, `read_parquet('${parquet}')`],
  ["Parquet", 10 * rows, `read_parquet('${tenfold}')`],
  [
    "CSV",
    rows,
    `read_csv('${csv}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`,
  ],
];
const lengths = (columns: readonly string[]) =>
  columns.map((name) => `sum(length(${duckdb.identifier(name)}))`).join(", ");

for (const [format, rows, source] of sources) {
  await db.run(`CREATE OR REPLACE VIEW cases AS FROM ${source}`);
  const { statement, columns } = classifySql(fiveTypes, { dialect: duckdb, table: "cases" });
  const scan = `SELECT count(*), ${lengths(items.map(([id]) => id))} FROM cases`;
  const classify = `SELECT count(*), ${lengths(columns)} FROM (${statement}) AS s`;
  const first = async (sql: string) => Number((await db.runAndReadAll(sql)).getRowsJS()[0]?.[0]);
  for (const sql of [scan, classify]) if ((await first(sql)) !== rows) throw new Error("rows are missing");
  const timings = await race(
    [
      { name: "DuckDB: read the columns and add up lengths", run: () => first(scan) },
      { name: "DuckDB: classify and add up lengths", run: () => first(classify) },
    ],
    rows,
  );
  printTimings(
    `${rows.toLocaleString("en")} cases from ${format}, for each case`,
    timings,
    "DuckDB: read the columns and add up lengths",
  );
}

const python = ".engines/python/bin/python";
if (existsSync(python)) {
  const { statement, columns } = classifySql(fiveTypes, { dialect: spark, table: "cases" });
  const job = join(folder, "job.json");
  writeFileSync(job, JSON.stringify({ parquet, statement, columns, items: items.map(([id]) => id), rows }));
  console.log(
    execFileSync(python, ["bench/spark_rows.py", job], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
} else {
  console.log(`\nSpark was not measured: ${python} is absent. Run scripts/setup-engines.`);
  process.exitCode = 1;
}
db.closeSync();
instance.closeSync();
rmSync(folder, { recursive: true, force: true });
