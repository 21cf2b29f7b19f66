import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { duckdb, postgres, spark } from "../../src/sql/index.ts";
import { columnarDifferences, type Subject, type Wanted } from "./equality-subjects.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { type Cells, dayRows, edgeRows, randomRows } from "./random-rows.ts";
import type { SparkJob } from "./spark-cluster.ts";

/** What an engine gave, held to what the interpreter gave. */
export interface Outcome {
  /** The numbers of the first rows that differ in any column. */
  readonly differing: readonly number[];
  readonly read: number;
  /** For each rule: rows with faults, true, false, unknown, counted by the engine itself. */
  readonly split: readonly { readonly rule: string; readonly parts: readonly number[] }[];
}

/** Makes rows, works out what the interpreter gives, and holds engines to it, row by row and cell by cell. */
export interface Comparison {
  prepare(
    subject: Subject,
    rows: number,
  ): Promise<{ readonly rows: number; readonly disagreements: readonly string[] }>;
  run(engine: "duckdb" | "pglite" | "postgres", subject: Subject): Promise<Outcome>;
  sparkJob(subject: Subject): SparkJob;
  sparkResult(subject: Subject, row: readonly number[]): Promise<Outcome>;
  close(): Promise<void>;
}

const chunk = 10_000;
const quoted = (name: string) => `"${name}"`;

/** A comparison whose files are in `folder`; the tables are compared by DuckDB, in columns of one type for all. */
export async function comparison(folder: string, server: PostgresServer): Promise<Comparison> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const db = await instance.connect();
  const lite = await PGlite.create();
  const rowsOf = async (sql: string) => (await db.runAndReadAll(sql)).getRowsJS();
  const at = (subject: Subject, end: string) => join(folder, `${subject.id}.${end}`);
  const columnsOf = (subject: Subject) => subject.statement(duckdb).columns;
  const isNumber = (column: string) => /_(low|high)$/.test(column);
  const results = (subject: Subject) => ["row_number", ...columnsOf(subject)];
  const typed = (subject: Subject) =>
    results(subject).map((column) =>
      column === "row_number"
        ? "CAST(row_number AS INTEGER) AS row_number"
        : isNumber(column)
          ? `CAST(${quoted(column)} AS DOUBLE) AS ${quoted(column)}`
          : quoted(column),
    );
  const csv = (file: string, columns: readonly string[]) =>
    `read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, auto_detect = false, columns = {${columns.map((column) => `'${column}': 'VARCHAR'`).join(", ")}})`;
  const difference = async (subject: Subject, got: string): Promise<Pick<Outcome, "differing" | "read">> => {
    const wanted = `SELECT ${typed(subject).join(", ")} FROM read_parquet('${at(subject, "wanted.parquet")}')`;
    const found = `SELECT ${typed(subject).join(", ")} FROM ${got}`;
    const odd = await rowsOf(
      `SELECT row_number FROM ((${wanted} EXCEPT ALL ${found}) UNION ALL (${found} EXCEPT ALL ${wanted})) ORDER BY 1 LIMIT 5`,
    );
    const [[read] = []] = await rowsOf(`SELECT count(*) FROM ${got}`);
    return { differing: odd.map(([row]) => Number(row)), read: Number(read) };
  };
  const counting = ({ splits }: Subject) =>
    ["faults <> ''", ...splits.flatMap(({ parts }) => parts)]
      .map((when) => `coalesce(sum(CASE WHEN ${when} THEN 1 ELSE 0 END), 0)`)
      .join(", ");
  const splitOf = ({ splits }: Subject, counts: readonly number[]): Outcome["split"] =>
    splits.map(({ rule }, place) => ({
      rule,
      parts: [counts[0] ?? Number.NaN, ...counts.slice(1 + place * 3, 4 + place * 3)],
    }));

  const engines = {
    async duckdb(subject: Subject) {
      const { statement } = subject.statement(duckdb);
      await db.run(`CREATE OR REPLACE VIEW cases AS FROM read_parquet('${at(subject, "cases.parquet")}')`);
      await db.run(`CREATE OR REPLACE TABLE scored AS ${statement}`);
      const [counts = []] = await rowsOf(`SELECT ${counting(subject)} FROM scored`);
      return { got: "scored", counts: counts.map(Number) };
    },
    async pglite(subject: Subject) {
      await lite.exec(`DROP TABLE IF EXISTS scored; DROP TABLE IF EXISTS cases; ${tableOf(subject)}`);
      const blob = new Blob([await readFile(at(subject, "cases.csv"))]);
      await lite.query("COPY cases FROM '/dev/blob' WITH (FORMAT csv, HEADER true)", [], { blob });
      await lite.exec(`CREATE TABLE scored AS ${subject.statement(postgres).statement}`);
      const { rows } = await lite.query<readonly unknown[]>(`SELECT ${counting(subject)} FROM scored`, [], {
        rowMode: "array",
      });
      const out = await lite.query(`COPY ${exported(subject)} TO '/dev/blob' WITH (FORMAT csv, HEADER true)`);
      writeFileSync(at(subject, "pglite.csv"), Buffer.from((await out.blob?.arrayBuffer()) ?? new ArrayBuffer(0)));
      return { got: csv(at(subject, "pglite.csv"), results(subject)), counts: (rows[0] ?? []).map(Number) };
    },
    async postgres(subject: Subject) {
      await server.run(`DROP TABLE IF EXISTS scored; DROP TABLE IF EXISTS cases; ${tableOf(subject)}`);
      await server.load("cases", at(subject, "cases.csv"));
      await server.run(`CREATE TABLE scored AS ${subject.statement(postgres).statement}`);
      const counts = (await server.run(`SELECT ${counting(subject)} FROM scored`)).trim().split("\t").map(Number);
      const text = await server.run(`COPY ${exported(subject)} TO STDOUT WITH (FORMAT csv, HEADER true)`);
      writeFileSync(at(subject, "postgres.csv"), text);
      return { got: csv(at(subject, "postgres.csv"), results(subject)), counts };
    },
  } as const;

  const tableOf = ({ scope }: Subject) =>
    `CREATE TABLE cases (${["row_number", ...Object.keys(scope.items)].map((column) => `${quoted(column)} text`).join(", ")})`;
  const exported = (subject: Subject) => `(SELECT ${results(subject).map(quoted).join(", ")} FROM scored)`;

  return {
    async prepare(subject, rows) {
      const items = Object.keys(subject.scope.items);
      const columns = columnsOf(subject);
      const [cases, wanted] = [at(subject, "cases.csv"), at(subject, "wanted.csv")];
      writeFileSync(cases, `${["row_number", ...items].join(",")}\n`);
      writeFileSync(wanted, `${results(subject).join(",")}\n`);
      const disagreements = new Set<string>();
      let made = 0;
      for (const batch of batchesFor(subject, rows)) {
        const expected = batch.map((cells) => subject.expected(cells));
        for (const [place, cells] of batch.entries()) {
          const odd = subject.closures(cells, expected[place] as Wanted);
          if (odd !== undefined) disagreements.add(`closures: ${odd}`);
        }
        const sound = batch.filter((_, place) => expected[place]?.faults === "");
        const known = expected.filter(({ faults }) => faults === "");
        for (const odd of columnarDifferences(subject, sound, known)) disagreements.add(`columns: ${odd}`);
        appendFileSync(cases, batch.map((cells, place) => line([String(made + place), ...cells])).join(""));
        appendFileSync(
          wanted,
          expected
            .map((row, place) => line([String(made + place), ...columns.map((column) => row[column] ?? null)]))
            .join(""),
        );
        made += batch.length;
      }
      // Parquet in several files, so that Spark has several partitions.
      mkdirSync(at(subject, "cases.parquet"));
      const half = Math.ceil(made / 2);
      const from = csv(cases, ["row_number", ...items]);
      for (const [part, condition] of [`< ${half}`, `>= ${half}`].entries()) {
        const where = `CAST(row_number AS INTEGER) ${condition}`;
        await db.run(
          `COPY (SELECT * FROM ${from} WHERE ${where}) TO '${at(subject, "cases.parquet")}/${part}.parquet' (FORMAT parquet)`,
        );
      }
      await db.run(
        `COPY (SELECT * FROM ${csv(wanted, results(subject))}) TO '${at(subject, "wanted.parquet")}' (FORMAT parquet)`,
      );
      return { rows: made, disagreements: [...disagreements] };
    },
    async run(engine, subject) {
      const { got, counts } = await engines[engine](subject);
      return { ...(await difference(subject, got)), split: splitOf(subject, counts) };
    },
    sparkJob(subject) {
      return {
        statement: subject.statement(spark).statement,
        input: at(subject, "cases.parquet"),
        output: at(subject, "spark.parquet"),
        check: `SELECT ${counting(subject)} FROM scored`,
      };
    },
    async sparkResult(subject, row) {
      const got = `read_parquet('${at(subject, "spark.parquet")}/*.parquet')`;
      return { ...(await difference(subject, got)), split: splitOf(subject, row) };
    },
    async close() {
      db.closeSync();
      instance.closeSync();
      await lite.close();
    },
  };
}

/** Edge rows, then random ones; where a form asks for days, half of them have days near one another. */
function* batchesFor({ scope }: Subject, rows: number): Generator<readonly Cells[]> {
  const edges = edgeRows(scope).slice(0, rows);
  const hasDays = Object.values(scope.items).some(({ responses }) => responses.kind === "date");
  yield edges;
  for (let made = edges.length, seed = 1; made < rows; made += chunk, seed++) {
    const count = Math.min(chunk, rows - made);
    const near = hasDays ? Math.floor(count / 2) : 0;
    yield [...randomRows(scope, count - near, seed), ...dayRows(scope, near, seed)];
  }
}

/** A line of CSV in which NULL is blank and a text is always in quotes. */
function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (cell === null ? "" : typeof cell === "number" ? String(cell) : `"${cell.replaceAll('"', '""')}"`)).join(",")}\n`;
}
