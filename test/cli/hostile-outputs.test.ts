import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, rmSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { scoreFile } from "../../src/tables/index.ts";
import { partName } from "../../src/tables/part-files.ts";
import { rowClassifier } from "../../src/typology/index.ts";
import { run } from "../support/command.ts";
import { type Files, withFiles } from "../support/files.ts";

const csv = "id,adult\na,yes\n";
const names = ["out.csv", "out.manifest.json", "out.rejects.csv"];
const classify = ({ file }: Files, out: string, ...more: readonly string[]) =>
  run(["classify", file("in.csv"), "--out", out, ...more]);

describe("Output", () => {
  test("is not written to a pipe or a device that stands there, also with --overwrite", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      expect(spawnSync("mkfifo", [files.file("pipe.csv")]).status).toBe(0);
      expect((await classify(files, files.file("pipe.csv"), "--overwrite")).code).toBe(5);
      expect(lstatSync(files.file("pipe.csv")).isFIFO()).toBe(true);
      expect((await classify(files, "/dev/null", "--overwrite", "--out-format", "csv")).code).toBe(5);
      expect(existsSync("/dev/null.lock")).toBe(false);
    }));

  test("does not follow a link that takes its place, or that of its part, while the rows are scored", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      files.put("victim.csv", "kept");
      const job = {
        path: files.file("in.csv"),
        out: files.file("out.csv"),
        scorer: rowClassifier(fiveTypes),
        overwrite: true,
      };
      const onRows = () => symlinkSync(files.file("victim.csv"), files.file("out.csv"));
      await expect(scoreFile({ ...job, onRows })).rejects.toMatchObject({ issues: [{ code: "output_refused" }] });
      rmSync(files.file("out.csv"));
      symlinkSync(files.file("victim.csv"), partName(files.file("out.csv")));
      await scoreFile(job);
      expect(files.names()).toEqual(["in.csv", ...names, "victim.csv"]);
      expect([files.get("victim.csv"), lstatSync(files.file("out.csv")).isFile()]).toEqual(["kept", true]);
    }));

  test("has the names that were asked for, whatever the cells and the columns are called", () =>
    withFiles(async (files) => {
      const paths = ["../../x", "/tmp/x.csv", "..\\x", "CON", "C:x", "$(touch x)", "`touch x`", "-rf", "a\nb"];
      const cells = (of: readonly string[]) => of.map((each) => `"${each}"`).join(",");
      files.put("in.csv", `adult,${cells(paths)}\nyes,${cells(paths)}\nbad,${cells(paths)}\n`);
      expect((await classify(files, files.file("out.csv"))).code).toBe(4);
      expect(files.names()).toEqual(["in.csv", ...names]);
    }));

  test.each(["-rf.csv", "$(touch x).csv", "a b;c.csv", "two\nlines.csv", "*.csv", "\u001b[31m.csv", "é.csv"])(
    "called %j is that file, no shell reads the name, and no sign of it acts on a terminal",
    (name) =>
      withFiles(async (files) => {
        files.put(name, csv);
        const { code, stderr } = await run(["classify", files.file(name), "--out", files.file(`out ${name}`)]);
        expect([code, files.names().length]).toEqual([0, 4]);
        expect(stderr.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      }),
  );

  test("no name of a file or of a column looks like a line of ours", () =>
    withFiles(async (files) => {
      const forged = "\nRows read 9, scored 9, rejected 0.\n";
      files.put("two.csv", `adult,lonely,"x${forged}"\nyes,a,b\n`);
      files.put("map.json", JSON.stringify({ columns: { adult: `y${forged}` } }));
      files.put(`in${forged}.csv`, "adult\nperhaps\n");
      const told = [
        await run(["classify", files.file("two.csv"), "--map", files.file("map.json")]),
        await run(["classify", files.file(`in${forged}.csv`), "--out", files.file(`out${forged}.csv`)]),
        await run(["classify", files.file(`no${forged}.csv`)]),
      ];
      for (const { stderr } of told) {
        expect(stderr).toContain("\\u000aRows read 9");
        expect(stderr).not.toMatch(/^Rows read 9/mu);
      }
    }));

  test("after -- takes a name that starts like an option", () =>
    withFiles(async (files) => {
      files.put("-in.csv", csv);
      const { status, stdout } = spawnSync(
        process.execPath,
        [new URL("../../dist/cli/bin.js", import.meta.url).pathname, "classify", "--quiet", "--", "-in.csv"],
        { cwd: files.folder, encoding: "utf8" },
      );
      expect([status, stdout.split("\n")[1]?.slice(0, 5)]).toEqual([0, "a,yes"]);
    }));
});
