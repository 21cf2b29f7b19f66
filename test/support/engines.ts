import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { type Dialect, duckdb, postgres } from "../../src/sql/index.ts";

/** A cell of a row: SQL gives text, numbers and NULL. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A database in this process. */
export interface Engine {
  readonly dialect: Dialect;
  run(statement: string): Promise<readonly Row[]>;
  /** Makes a table of text columns; rows are taken as JSON, so no quoting of the tests' own comes in between. */
  load(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void>;
  close(): Promise<void>;
}

const chunk = 5000;

async function openDuckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const run = async (statement: string) => {
    const result = await connection.runAndReadAll(statement);
    return result.getRowObjectsJson().map((row) => row as Row);
  };
  return {
    dialect: duckdb,
    run,
    async load(table, columns, rows) {
      await make(duckdb, run, table, columns, "VARCHAR");
      const cells = columns.map((_, at) => `r->>'$[${at}]'`).join(", ");
      for (let from = 0; from < rows.length; from += chunk) {
        const json = JSON.stringify(rows.slice(from, from + chunk));
        await connection.run(
          `INSERT INTO ${duckdb.identifier(table)} SELECT ${cells} FROM (SELECT unnest(CAST(CAST($1 AS JSON) AS JSON[])) AS r)`,
          [json],
        );
      }
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function openPostgres(): Promise<Engine> {
  const db = await PGlite.create();
  const run = async (statement: string) => (await db.query<Row>(statement)).rows;
  return {
    dialect: postgres,
    run,
    async load(table, columns, rows) {
      await make(postgres, run, table, columns, "text");
      const cells = columns.map((_, at) => `r->>${at}`).join(", ");
      for (let from = 0; from < rows.length; from += chunk) {
        await db.query(
          `INSERT INTO ${postgres.identifier(table)} SELECT ${cells} FROM json_array_elements($1::json) AS r`,
          [JSON.stringify(rows.slice(from, from + chunk))],
        );
      }
    },
    close: () => db.close(),
  };
}

async function make(
  { identifier }: Dialect,
  run: Engine["run"],
  table: string,
  columns: readonly string[],
  type: string,
): Promise<void> {
  await run(`DROP TABLE IF EXISTS ${identifier(table)}`);
  await run(
    `CREATE TABLE ${identifier(table)} (${columns.map((column) => `${identifier(column)} ${type}`).join(", ")})`,
  );
}

/** The engines that run in this process, each opened when it is needed. */
export const engines: readonly (readonly [name: string, open: () => Promise<Engine>])[] = [
  ["DuckDB", openDuckdb],
  ["PostgreSQL", openPostgres],
];
