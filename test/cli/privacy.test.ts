import { describe, expect, test } from "vitest";
import { relationshipAndMotive } from "../../src/content/instruments/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import { readRows } from "../../src/tables/index.ts";
import { run } from "../support/command.ts";
import { type Files, withFiles } from "../support/files.ts";

const items = Object.keys(relationshipAndMotive.items);
let made = 0;
/** A value that stands nowhere else. */
const token = () => `Canary${(made++).toString(36)}Qz`;
const canary = /canary\w*qz/i;

const rowOf = (cells: number) => Array.from({ length: cells }, token).join(",");
const objectOf = (names: readonly string[]) => JSON.stringify(Object.fromEntries(names.map((name) => [name, token()])));
const header = ["case_id", ...items].join(",");

/** Files in which every value is a canary, and which fail each in their own way. */
const files: Readonly<Record<string, () => string | Buffer>> = {
  "codes.csv": () => `${header}\n${rowOf(items.length + 1)}\n${rowOf(items.length + 1)}\n`,
  "ragged.csv": () => `${header}\n${rowOf(3)}\n${rowOf(60)}\n`,
  "unclosed.csv": () => `${header}\n"${rowOf(3)}\n${rowOf(2)}\n`,
  "stray.csv": () => `${header}\n"${token()}"${token()},${token()}\n`,
  "nul.csv": () => `${header}\n${token()}\0,${token()}\n`,
  "latin.csv": () => Buffer.from(`${header}\n${token()}\xe9,${token()}\n`, "latin1"),
  "noheader.csv": () => `${rowOf(5)}\n${rowOf(5)}\n`,
  "twins.csv": () => `1,${"CanaryTwinQz,".repeat(2)}\n${rowOf(3)}\n`,
  "alike.csv": () => `CanaryTwinQz,canarytwinqz\n${rowOf(2)}\n`,
  "taken.csv": () => `adult,outcome\n${rowOf(2)}\n`,
  "twice.csv": () => `adult,adult\n${rowOf(2)}\n`,
  "utf16.csv": () => Buffer.from(`\ufeff${header}\n${rowOf(5)}\n`, "utf16le"),
  "scored.csv": () => `outcome,type\n${rowOf(2)}\n`,
  "codes.ndjson": () => `${objectOf(items)}\n${objectOf(items)}\n`,
  "broken.ndjson": () => `{"adult":"${token()}",\n"${token()}"\n[${JSON.stringify(token())}]\n`,
  "twice.ndjson": () => `{"adult":"${token()}","adult":"${token()}"}\n`,
  "scored.ndjson": () => `{"outcome":"${token()}","type":"${token()}"}\n`,
  "case.json": () => objectOf(items),
  "broken.json": () => `{"adult":"${token()}",`,
  "list.json": () => `["${token()}"]`,
};

function putAll({ put }: Files): readonly string[] {
  return Object.entries(files).map(([name, content]) => put(name, content()));
}

describe("No value of a file", () => {
  test.each([
    ["classify", (path: string) => ["classify", path, "--out", `${path}.out.${path.split(".").at(-1)}`]],
    ["classify to standard output", (path: string) => ["classify", path, "--raw-text"]],
    ["summary", (path: string) => ["summary", path]],
    ["explain", (path: string) => ["explain", path]],
    ["explain as JSON", (path: string) => ["explain", path, "--json"]],
  ])("is in what %s says beside its result, whichever way it fails", (_, wordsFor) =>
    withFiles(async (folder) => {
      for (const path of putAll(folder)) {
        const { code, stdout, stderr } = await run(wordsFor(path));
        expect({ path, failed: code !== 0, said: canary.exec(stderr)?.[0] }).toEqual({
          path,
          failed: true,
          said: undefined,
        });
        expect(stdout).not.toMatch(canary);
        expect(stderr).not.toContain("INTERNAL");
      }
    }),
  );

  test("is in what is said of a first row that holds values and no names", () =>
    withFiles(async ({ put }) => {
      const path = put("none.csv", `Smith,yes,former_intimate,Outcome,adul\nJones,no,stranger,mixed,x\n`);
      const twice = put("twice.csv", "Smith,yes,former_intimate,yes\n");
      const map = put("map.json", '{"columns":{"adult":"adult","wants_back":"outcomes"}}');
      for (const words of [
        ["classify", path],
        ["classify", path, "--engine", "duckdb", "--dry-run"],
        ["classify", put("near.csv", "Smith,yes,adul,outcome\n"), "--map", map],
        ["classify", twice],
        ["summary", path],
        ["caseload", path],
        ["caseload", path, "--map", map],
        ["table1", path, "--by", "type"],
        ["consistency", path, "--instrument", "ssb-impact"],
        ["roc", path, "--score", "score", "--criterion", "known"],
        ["agree", path, twice, "--id", "case"],
        ["change", path, path, "--id", "case", "--score", "total"],
        ["accuracy", path, "--criterion", "known"],
      ]) {
        const { code, stdout, stderr } = await run(words);
        expect([words[0], stdout, code === 0]).toEqual([words[0], "", false]);
        expect(stderr).toMatch(/MISSING_COLUMN|DUPLICATE_HEADER|TAKEN_COLUMN/);
        expect(stderr, words.join(" ")).not.toMatch(/Smith|former_intimate|Outcome|adul\b|\byes\b/);
      }
      expect((await run(["classify", twice])).stderr).toContain("DUPLICATE_HEADER  header.4  positions 2, 4");
    }));

  test("is in a manifest", () =>
    withFiles(async (folder) => {
      for (const path of putAll(folder)) await run(["classify", path, "--out", `${path}.out.csv`]);
      const manifests = folder.names().filter((name) => name.endsWith(".manifest.json"));
      expect(manifests.length).toBeGreaterThan(4);
      for (const name of manifests) expect(folder.get(name)).not.toMatch(canary);
    }));

  test("is in a column map's refusal", () =>
    withFiles(async ({ put }) => {
      const map = put("map.json", JSON.stringify({ codes: { adult: { [token()]: token() } } }));
      const { code, stderr } = await run(["classify", put("a.csv", "adult\nyes\n"), "--map", map]);
      expect(code).toBe(2);
      expect(stderr).not.toMatch(canary);
    }));

  test("is in a thrown error, its cause or its stack", () =>
    withFiles(async (folder) => {
      for (const path of putAll(folder).filter((each) => each.endsWith(".csv"))) {
        try {
          const { rows } = await readRows(path);
          for await (const _ of rows);
        } catch (fault) {
          expect(fault).toBeInstanceOf(AssessmentError);
          const { message, stack, cause, issues } = fault as AssessmentError;
          expect(JSON.stringify([message, stack, String(cause), issues])).not.toMatch(canary);
        }
      }
    }));

  test("is in the reasons of the rejects file, only in the row's own text", () =>
    withFiles(async ({ put, file, get }) => {
      await run(["classify", put("codes.csv", files["codes.csv"]?.() ?? ""), "--out", file("out.csv")]);
      const [, first = ""] = get("out.rejects.csv").split("\n");
      expect(first.slice(0, first.lastIndexOf(',"'))).not.toMatch(canary);
      expect(first).toMatch(canary);
    }));
});
