import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { binary, runShell, withFiles } from "../support/files.ts";

/** Notes that hardly compress, so that the output is larger than the disk in every format. */
const csv = `case_id,adult,note\n${Array.from(
  { length: 4000 },
  (_, at) => `c${at},yes,${createHash("sha512").update(String(at)).digest("hex")}\n`,
).join("")}`;

/** How to get mounts that only a shell and what it starts can see, and that are gone with them. */
const ownMounts = [["--mount"], ["--map-root-user", "--mount"]].find(
  (words) => spawnSync("unshare", [...words, "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"]).status === 0,
);
if (ownMounts === undefined)
  console.warn("NO DISK CAN BE MOUNTED HERE: a limit on the size of files stands in for a full disk, so no ENOSPC.");
const fault = ownMounts === undefined ? "EFBIG" : "ENOSPC";

/** Classifies into the folder `disk`, which has room for 128 KiB and holds an old output; then says what is there. */
function classifyOnto(folder: string, name: string, more: string) {
  const [mount, limit] =
    ownMounts === undefined ? ["", "ulimit -f 100;"] : ["mount -t tmpfs -o size=128k none disk;", ""];
  const command = `"${process.execPath}" "${binary}" classify in.csv --out disk/${name} --overwrite --quiet ${more}`;
  const script = `mkdir disk; ${mount} echo old > disk/${name}; (${limit} ${command}); echo "exit $?"; ls -A disk; cat disk/${name}`;
  const words = ["bash", "-c", script];
  const [program = "", ...rest] = ownMounts === undefined ? words : ["unshare", ...ownMounts, ...words];
  return spawnSync(program, rest, { cwd: folder, encoding: "utf8" });
}

describe("A disk that fills up", () => {
  test.each([
    ["out.csv", ""],
    ["out.csv.gz", ""],
    ["out.csv.gz", "--workers 2"],
    ["out.ndjson.gz", ""],
    ["out.parquet", ""],
    ["out.csv", "--engine duckdb"],
  ])("under %s %s ends with 5 and says so; what stood there is whole and no part is left", (name, more) =>
    withFiles(async ({ folder, put }) => {
      put("in.csv", csv);
      const { stdout, stderr } = classifyOnto(folder, name, more);
      expect(stderr).toMatch(new RegExp(`OUTPUT_REFUSED[\\s\\S]*more room on the disk \\(${fault}\\)`));
      expect(stdout).toBe(`exit 5\n${name}\nold\n`);
    }),
  );

  test.each(["classify in.csv --quiet", "list"])("behind the standard output of %s ends with 5 and says so", (words) =>
    withFiles(async ({ folder, put }) => {
      put("in.csv", csv);
      const { code, stderr } = runShell(`stalker-typology ${words} > /dev/full`, folder);
      expect([code, stderr]).toEqual([
        5,
        expect.stringMatching(/OUTPUT_REFUSED[\s\S]*more room on the disk \(ENOSPC\)/),
      ]);
    }),
  );
});

describe("A standard error that takes nothing", () => {
  test.each([
    ["classify in.csv --out out.csv", 0],
    ["classify none.csv --out out.csv", 3],
    ["clasify in.csv", 2],
    ["export ssb-quick --format redcap --out form.csv", 0],
  ])("changes nothing of how %s ends", (words, code) =>
    withFiles(async ({ folder, put, names }) => {
      put("in.csv", "case_id,adult\na,yes\n");
      expect(runShell(`stalker-typology ${words} 2> /dev/full`, folder).code).toBe(code);
      expect(names().length > 1).toBe(code === 0);
    }),
  );
});

test.each(["list", "classify in.csv --dry-run --quiet"])(
  "%s ends with 5 where standard output may grow no longer",
  (words) =>
    withFiles(async ({ folder, put }) => {
      put("in.csv", "case_id,adult\na,yes\n");
      const { code, stderr } = runShell(`(ulimit -f 0; stalker-typology ${words} > out)`, folder);
      expect([code, stderr]).toEqual([
        5,
        expect.stringMatching(/OUTPUT_REFUSED[\s\S]*more room on the disk \(EFBIG\)/),
      ]);
    }),
);

test("workers that the machine has no open files for are named as too many", () =>
  withFiles(async ({ folder, put, names }) => {
    put("in.csv", csv);
    const line = "ulimit -n 24; stalker-typology classify in.csv --out out.csv --workers 2";
    const { code, stderr } = runShell(line, folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("fewer workers, or more memory and open files")]);
    expect(names()).toEqual(["in.csv"]);
  }));
