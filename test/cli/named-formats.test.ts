import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRows } from "../../src/tables/index.ts";
import { inFolder, run } from "../support/command.ts";

const cases = "examples/published-cases/coded-by-a.csv";
const toImport = ["import", cases, "--instrument", "ssb-type", "--format", "redcap", "--id", "case_id"];
const toSimulate = ["simulate", "--n", "300", "--not-sure", "0.1", "--blank", "0.2", "--raters", "2"];

/** The records of a table that a command wrote under a name, without what is blank. */
const written = (words: readonly string[], name: string) =>
  inFolder(async (folder) => {
    const out = join(folder, name);
    const { code, stdout } = await run([...words, "--out", out]);
    expect([code, stdout]).toEqual([0, ""]);
    const records: unknown[] = [];
    for await (const row of (await readRows(out)).rows)
      records.push(Object.fromEntries(Object.entries(row.record()).filter(([, cell]) => cell !== "" && cell !== null)));
    return records;
  });

describe.each([
  ["simulate", toSimulate, 600],
  ["import", toImport, 24],
] as const)("%s --out", (_, words, rows) => {
  it("writes the table that the name says: the same rows in every format", async () => {
    const csv = await written(words, "a.csv");
    expect(csv).toHaveLength(rows);
    for (const name of ["a.tsv", "a.ndjson", "a.jsonl", "a.parquet", "a.csv.gz", "a.NDJSON", "a.TSV.GZ"]) {
      expect([name, await written(words, name)]).toEqual([name, csv]);
    }
  });

  it("writes CSV under a name that says nothing, the same bytes as to standard output", () =>
    inFolder(async (folder) => {
      await run([...words, "--out", join(folder, "a")]);
      await run([...words, "--out", join(folder, "a.txt"), "--overwrite"]);
      const { stdout } = await run(words);
      expect(readFileSync(join(folder, "a"), "utf8")).toBe(stdout);
      expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe(stdout);
    }));

  it.each(["a.json", "a.xlsx", "a.svg", "a.XLSX", "a.json.gz"])("refuses %s and says what would be right", (name) =>
    inFolder(async (folder) => {
      const { code, stderr } = await run([...words, "--out", join(folder, name)]);
      expect([code, existsSync(join(folder, name))]).toEqual([2, false]);
      expect(stderr).toContain("error WRONG_USAGE  --out");
      expect(stderr).toContain("a name that ends in .parquet");
    }),
  );
});

describe("JSON and exports", () => {
  it.each([
    [[...toImport, "--json"], "a.csv", ".json"],
    [[...toImport, "--json"], "a.parquet", ".json"],
    [["export", "ssb-type", "--format", "xlsform", "--json"], "c.xlsx", ".json"],
    [["export", "ssb-type", "--format", "xlsform"], "c.json", ".xlsx"],
    [["export", "ssb-type", "--format", "redcap"], "c.xlsx", ".csv"],
    [["export", "ssb-type", "--format", "surveyjs"], "c.ts", ".json"],
    [["export", "ssb-type", "--format", "zod"], "c.json", ".ts"],
  ] as const)("%j is not written to %s, but under a name that ends in %s or says nothing", (words, name, right) =>
    inFolder(async (folder) => {
      const { code, stderr } = await run([...words, "--out", join(folder, name)]);
      expect([code, existsSync(join(folder, name))]).toEqual([2, false]);
      expect(stderr).toContain(`a name that ends in ${right}`);
      for (const sound of [`c${right}`, "c"])
        expect((await run([...words, "--out", join(folder, `sound-${sound}`)])).code).toBe(0);
    }),
  );
});

it("classify takes what import wrote, in every format", () =>
  inFolder(async (folder) => {
    const results = await Promise.all(
      ["a.csv", "a.ndjson", "a.parquet"].map(async (name) => {
        await run([...toImport, "--out", join(folder, name)]);
        return (await run(["classify", join(folder, name), "--out", "-", "--out-format", "ndjson", "--quiet"])).stdout
          .split("\n")
          .map((line) => line.replace(/^.*"outcome":/, ""));
      }),
    );
    expect(results[0]).toHaveLength(25);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  }));
