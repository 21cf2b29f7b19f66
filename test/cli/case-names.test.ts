import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inFolder, run } from "../support/command.ts";

/** Runs a command on files with this content, all of them in one folder. */
const on = (files: Readonly<Record<string, string>>, words: readonly string[]) =>
  inFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return run(words.map((word) => (Object.hasOwn(files, word) ? join(folder, word) : word)));
  });

/** Two numbers that are one in JavaScript. */
const [long, longToo] = ["20240101123456781", "20240101123456783"];
const lines = (...ids: readonly string[]) => ids.map((id) => `{"case_id":${id},"adult":"yes"}\n`).join("");
const toImport = ["--instrument", "ssb-type", "--format", "surveyjs", "--id", "case_id"];
const columnOf = (csv: string) =>
  csv
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]);

describe("an id that is no text and no whole number that JavaScript holds exactly", () => {
  const bad = [long, "9007199254740993", "1e400", "1.10", "true", '{"a":1}', "[7]"] as const;

  it.each(bad)("%s is refused by import at its place, and stands for no case", async (id) => {
    const json = await on({ "a.json": `[${lines(id, '"p"').trimEnd().replace("\n", ",")}]` }, [
      "import",
      "a.json",
      ...toImport,
    ]);
    expect([json.code, columnOf(json.stdout)]).toEqual([4, ["", "p"]]);
    expect(json.stderr).toContain("error WRONG_TYPE  a.json.0.case_id");
    const ndjson = await on({ "a.ndjson": lines(id, '"p"') }, ["import", "a.ndjson", ...toImport]);
    expect([ndjson.code, columnOf(ndjson.stdout)]).toEqual([4, ["", "p"]]);
    expect(ndjson.stderr).toContain("error WRONG_TYPE  row 1 (line 1)  a.ndjson.case_id");
    for (const { stderr } of [json, ndjson]) expect(stderr).not.toContain(id);
  });

  it.each(bad)("%s is refused by agree, change, accuracy and caseload, with its row", async (id) => {
    const files = { "a.ndjson": lines(id), "b.ndjson": lines(longToo) };
    for (const words of [
      ["agree", "a.ndjson", "b.ndjson", "--unequal"],
      ["change", "a.ndjson", "b.ndjson"],
      ["accuracy", "a.ndjson", "b.ndjson"],
      ["caseload", "a.ndjson", "--as-of", "2026-03-01"],
    ]) {
      const { code, stdout, stderr } = await on(files, words);
      expect([words[0], code, stdout]).toEqual([words[0], 3, ""]);
      expect(stderr).toContain("error WRONG_TYPE  row 1 (line 1)");
      expect(stderr).toContain("a.ndjson.case_id");
      expect(stderr).not.toContain("DUPLICATE_RATING");
    }
  });

  it("is refused for a person and for a rater too", async () => {
    const person = `{"case_id":"a","person_id":${long}}\n`;
    const rater = `{"case_id":"a","who":${long},"adult":"yes"}\n{"case_id":"a","who":"b","adult":"no"}\n`;
    const caseload = await on({ "a.ndjson": person }, ["caseload", "a.ndjson", "--as-of", "2026-03-01"]);
    const agree = await on({ "a.ndjson": rater }, ["agree", "a.ndjson", "--rater", "who"]);
    expect([caseload.code, agree.code]).toEqual([3, 3]);
    expect(caseload.stderr).toContain("a.ndjson.person_id");
    expect(agree.stderr).toContain("a.ndjson.who");
  });
});

describe("an id", () => {
  it("that is a whole number JavaScript holds exactly, or text, comes out of import digit for digit", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.oneof(fc.maxSafeInteger(), fc.constantFrom("007", "1.10", long, longToo)), {
          minLength: 1,
          selector: String,
        }),
        async (ids) => {
          const records = ids.map((case_id) => JSON.stringify({ case_id, adult: "yes" }));
          const { code, stdout } = await on({ "a.json": `[${records.join()}]` }, ["import", "a.json", ...toImport]);
          // A sign at the start is guarded, as every text is that a spreadsheet would run.
          expect([code, columnOf(stdout).map((id) => id?.replace("'", ""))]).toEqual([0, ids.map(String)]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("that is written as text tells two cases apart that are one as numbers", async () => {
    const text = `case_id,adult\n${long},yes\n${longToo},no\n`;
    const { code, stdout } = await on({ "a.csv": text, "b.csv": text }, ["agree", "a.csv", "b.csv", "--json"]);
    expect([code, JSON.parse(stdout).variables[0].subjects]).toEqual([0, 2]);
  });
});
