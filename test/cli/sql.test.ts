import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { classifySql, duckdb } from "../../src/sql/index.ts";
import { run } from "../support/command.ts";
import { type Engine, engines } from "../support/engines.ts";
import { fiveTypes } from "../support/library.ts";

const items = Object.keys(fiveTypes.instrument.items);

describe("the sql command", () => {
  let engine: Engine;
  beforeAll(async () => {
    const [, open] = engines[0] ?? [];
    if (open === undefined) throw new Error("no engine");
    engine = await open();
    const first = items.map((item) => (item === "adult" ? "yes" : null));
    const wrong = items.map((item) => (item === "adult" ? "Yes" : null));
    await engine.load(
      "my cases",
      ["id", ...items],
      [
        ["one", ...first],
        ["two", ...wrong],
      ],
    );
  });
  afterAll(() => engine.close());

  it("prints the statement alone, which gives the table's columns and then the results", async () => {
    const { code, stdout, stderr } = await run(["sql", "ssb-type", "--dialect", "duckdb", "--table", "my cases"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`${classifySql(fiveTypes, { dialect: duckdb, table: "my cases" }).statement}\n`);
    const rows = await engine.run(`SELECT * FROM (${stdout.trimEnd()}) AS s ORDER BY id`);
    const types = ["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"];
    expect(Object.keys(rows[0] ?? {})).toEqual(["id", ...items, "faults", "outcome", "type", ...types]);
    expect(rows.map(({ id, faults, outcome }) => [id, faults, outcome])).toEqual([
      ["one", "", "insufficient"],
      ["two", "adult", null],
    ]);
  });

  it.each([
    ["ssb-quick", "pattern_at_least"],
    ["ew-pha-2a", "caseness"],
  ])("with --json %s gives the statement, the added columns and what is left out", async (id, column) => {
    const { stdout } = await run(["sql", id, "--dialect", "spark", "--table", "a.b", "--prefix", "s_", "--json"]);
    const found = JSON.parse(stdout);
    expect(Object.keys(found)).toEqual(["statement", "columns", "left_out"]);
    expect(found.columns).toContain(`s_${column}`);
    expect(found.columns[0]).toBe("s_faults");
    expect(found.statement).toContain("FROM `a`.`b` AS");
    expect(found.left_out).toContain(id === "ssb-quick" ? "levels.because" : "because");
  });

  it("takes a day as of which a form is scored, and else says that it holds no day to one", async () => {
    const given = ["sql", "ssb-conduct", "--dialect", "duckdb", "--table", "t", "--json"];
    const open = JSON.parse((await run(given)).stdout);
    expect(open.left_out).toContain("faults.after_as_of");
    const { stdout, stderr } = await run([...given, "--as-of", "2026-03-01"]);
    expect(stderr).toBe("");
    const held = JSON.parse(stdout);
    expect(held.left_out).not.toContain("faults.after_as_of");
    expect(held.statement).toContain("<= '2026-03-01'");
    expect(held.columns).toEqual(open.columns);
    const quick = JSON.parse((await run(["sql", "ssb-quick", ...given.slice(2)])).stdout);
    expect(quick.left_out).not.toContain("faults.after_as_of");
  });

  it("refuses columns that the table does not have, and names that it has already", async () => {
    const given = ["sql", "ssb-type", "--dialect", "postgres", "--table", "t", "--json", "--columns"];
    const missing = await run([...given, ["id", ...items.slice(1)].join(",")]);
    expect(missing.code).toBe(3);
    expect(JSON.parse(missing.stderr).issues).toEqual([{ code: "missing_column", path: ["columns", items[0]] }]);
    const taken = await run([...given, ["outcome", ...items].join(",")]);
    expect(JSON.parse(taken.stderr).issues).toMatchObject([{ code: "taken_column", path: ["added", "outcome"] }]);
    expect((await run([...given, ["outcome", ...items].join(","), "--prefix", "ssb_"])).code).toBe(0);
    const absent = await run([...given, ["id", ...items.slice(1)].join(","), "--absent", items[0] ?? ""]);
    expect(absent.code).toBe(0);
  });

  it.each([
    [["sql"], "WRONG_USAGE"],
    [["sql", "ssb-typ", "--dialect", "duckdb", "--table", "t"], "ssb-type"],
    [["sql", "ssb-type", "--dialect", "sqlite", "--table", "t"], "postgres"],
    [["sql", "ssb-type", "--dialect", "duckdb"], "--table"],
    [["sql", "ssb-type", "--dialect", "duckdb", "--table", "t", "--absent", "adul"], "adult"],
    [
      ["sql", "ssb-type", "--dialect", "duckdb", "--table", "t", "--as-of", "2024-01-01"],
      "a definition, or a form that is scored",
    ],
    [["sql", "ew-pha-2a", "--dialect", "duckdb", "--table", "t", "--as-of", "2024-02-30"], "YYYY-MM-DD"],
  ])("%j is wrong usage that says what would be right", async (words, says) => {
    const { code, stdout, stderr } = await run(words);
    expect(code).toBeGreaterThan(0);
    expect(stdout).toBe("");
    expect(stderr).toContain(says);
  });
});
