import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { duckdbSession } from "../../src/tables/duckdb-library.ts";
import { inFolder, run } from "../support/command.ts";
import { withFiles } from "../support/files.ts";
import { classified, good } from "./duckdb-runs.ts";

describe("DuckDB as it is started", () => {
  test("reaches the paths it is given and nothing else, and lets nothing be changed", () =>
    withFiles(async (files) => {
      const [mine, other] = [files.put("mine.csv", "a\n1\n"), files.put("other.csv", "a\n2\n")];
      const session = await duckdbSession([mine]);
      expect(await session.run(`SELECT count(*) FROM read_csv('${mine}')`)).toEqual([[1n]]);
      for (const statement of [
        `SELECT * FROM read_csv('${other}')`,
        `COPY (SELECT 1) TO '${other}'`,
        `ATTACH '${files.file("new.db")}'`,
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET threads = 1",
      ]) {
        await expect(session.run(statement)).rejects.toThrow();
      }
      session.close();
      expect([files.get("other.csv"), files.names()]).toEqual(["a\n2\n", ["mine.csv", "other.csv"]]);
    }));

  test("is named with the command that installs it if it is absent", async () => {
    vi.doMock("@duckdb/node-api", () => {
      throw new Error("absent");
    });
    const { code, stderr, left } = await classified(good);
    vi.doUnmock("@duckdb/node-api");
    expect([code, stderr, left]).toEqual([2, expect.stringContaining("npm install @duckdb/node-api"), []]);
  });
});

describe("--engine", () => {
  test.each([
    ["another engine", ["--engine", "other"]],
    ["--resume", ["--resume"]],
  ])("refuses %s as wrong usage", async (_, more) => {
    const { code, left } = await classified(good, "in.csv", ...more);
    expect([code, left]).toEqual([2, []]);
  });

  test("refuses NDJSON, compressed Parquet and standard output", async () => {
    expect((await classified("{}\n", "in.ndjson")).code).toBe(2);
    expect((await classified(good, "in.parquet.gz")).code).toBe(2);
    expect((await run(["classify", "-", "--engine", "duckdb"], good)).code).toBe(2);
  });

  test("writes nothing in a dry run, and says how many rows it read", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "in.csv"), `${good}c,bad,\n`);
      const { code, stderr } = await run(["classify", join(folder, "in.csv"), "--dry-run", "--engine", "duckdb"]);
      expect([code, readdirSync(folder)]).toEqual([4, ["in.csv"]]);
      expect(stderr).toContain("Rows read 3, scored 2, rejected 1.");
    });
  });

  test("names no value of the file where DuckDB's own message would", async () => {
    const { stderr } = await classified(`${good}CANARY,CANARY,CANARY,CANARY\n`);
    expect(stderr).not.toContain("CANARY");
  });
});
