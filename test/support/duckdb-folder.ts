import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll } from "vitest";

/** A folder, and a DuckDB to make and read files in it, for the tests of one file; both are gone after them. */
export function duckdbFolder() {
  const folder = mkdtempSync(join(tmpdir(), "duckdb-"));
  let ask: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  let close: () => void;
  beforeAll(async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const db = await instance.connect();
    ask = async (sql) => (await db.runAndReadAll(sql)).getRowsJS();
    close = () => {
      db.closeSync();
      instance.closeSync();
    };
  });
  afterAll(() => {
    close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { at: (name: string) => join(folder, name), query: (sql: string) => ask(sql) };
}
