import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Writable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { writeRows } from "../../src/tables/index.ts";
import { run } from "../support/command.ts";
import { binary, type Files, runShell, withFiles } from "../support/files.ts";

const header = ["case_id", "adult", "wants_back", "other_grievance", "note"];
const pad = "x".repeat(700);
/** About 5 MB, so several blocks for workers. One row in a thousand is rejected. */
const rows = Array.from({ length: 7000 }, (_, at) => [
  `c${at}`,
  "yes",
  ["yes", "no", "not_sure"][at % 3] ?? "",
  at % 1000 === 7 ? "perhaps" : "no",
  pad,
]);
const csv = `${[header, ...rows].map((cells) => cells.join(",")).join("\n")}\n`;
const half = Math.floor(csv.length / 2);
const [firstHalf, secondHalf] = [csv.slice(0, half), csv.slice(half)];
const kept = ["out.csv", "out.manifest.json", "out.rejects.csv"];
const outNames = ({ names }: Files) => names().filter((name) => name.startsWith("out"));
const read = ({ get }: Files) => kept.map(get);

const wordsFor = ({ file }: Files, ...more: readonly string[]) => [
  binary,
  "classify",
  file("in.csv"),
  "--out",
  file("out.csv"),
  ...more,
];
/** Classifies with the built program, in a process of its own. */
const classify = (files: Files, ...more: readonly string[]) =>
  spawnSync(process.execPath, wordsFor(files, ...more), { encoding: "utf8" });

/** Starts the same and waits until it writes. */
async function started(files: Files, ...more: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, wordsFor(files, ...more), { stdio: "ignore" });
  const isWriting = () => files.names().some((name) => name.startsWith("out.csv.") && name.endsWith(".part"));
  while (!isWriting() && child.exitCode === null) await wait(2);
  return child;
}
/** Starts the same on standard input, waits until it writes, and leaves it waiting for the second half of the rows. */
async function halfFed(files: Files, ...more: readonly string[]): Promise<ChildProcessByStdio<Writable, null, null>> {
  const [program = "", command = "", , ...rest] = wordsFor(files, "--overwrite", ...more);
  const words = [program, command, "-", ...rest];
  const child = spawn(process.execPath, words, { stdio: ["pipe", "ignore", "ignore"] });
  child.stdin.on("error", () => {}); // the pipe breaks where the command is cut off
  child.stdin.write(firstHalf);
  const part = `out.csv.stalker-typology-${child.pid}.part`;
  while (!files.names().includes(part) && child.exitCode === null) await wait(2);
  return child;
}
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

let expected: readonly string[] = [];
beforeAll(() =>
  withFiles(async (files) => {
    files.put("in.csv", csv);
    expect(classify(files, "--workers", "1").status).toBe(4);
    expected = read(files);
  }),
);

describe("Worker threads", () => {
  test.each(["2", "3"])("%s of them classify to the same bytes as none", (workers) =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      expect(classify(files, "--workers", workers).status).toBe(4);
      expect(outNames(files)).toEqual(kept);
      expect(read(files)).toEqual(expected);
    }),
  );

  test("score a form to the same bytes as none", () =>
    withFiles(async (files) => {
      files.put("in.csv", `case_id,cannot_let_go,note\n${rows.map(([id]) => `${id},yes,${pad}`).join("\n")}\n`);
      const [one, two, three] = ["1", "2", "3"].map((workers) => {
        const words = ["score", files.file("in.csv"), "--instrument", "ssb-quick", "--as-of", "2026-03-01"];
        return spawnSync(process.execPath, [binary, ...words, "--workers", workers], { maxBuffer: 1 << 28 });
      });
      expect([one?.status, one?.stdout.toString("utf8").split("\n").length]).toEqual([0, rows.length + 2]);
      expect(two?.stdout.equals(one?.stdout as Buffer)).toBe(true);
      expect(three?.stdout.equals(one?.stdout as Buffer)).toBe(true);
    }));

  test("read and write Parquet as the same bytes as none, with the rows that CSV gives", () =>
    withFiles(async (files) => {
      await writeRows(files.file("in.parquet"), header, rows);
      const outputs = ["1", "2"].map((workers) => {
        const out = files.file(`out${workers}.parquet`);
        const words = ["classify", files.file("in.parquet"), "--out", out, "--workers", workers];
        expect(spawnSync(process.execPath, [binary, ...words]).status).toBe(4);
        return readFileSync(out);
      });
      expect(outputs[1]?.equals(outputs[0] as Buffer)).toBe(true);
      const words = ["classify", files.file("in.parquet"), "--out", files.file("out.csv"), "--workers", "2"];
      expect(spawnSync(process.execPath, [binary, ...words]).status).toBe(4);
      expect(files.get("out.csv")).toBe(expected[0]);
    }));
});

describe("A command that is cut off", () => {
  test("by force leaves no part under a final name, and the next run clears up", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      let parts = 0;
      for (const [delay, ...more] of [[0], [60], [150, "--workers", "2"], [300]] as const) {
        const child = await started(files, "--overwrite", ...more.map(String));
        await wait(delay);
        const ended = child.exitCode === null ? once(child, "exit") : undefined;
        child.kill("SIGKILL");
        await ended;
        const left = outNames(files);
        parts += left.filter((name) => name.endsWith(".part")).length;
        for (const name of left.filter((each) => kept.includes(each))) {
          expect(files.get(name) === expected[kept.indexOf(name)]).toBe(true);
        }
      }
      expect(parts).toBeGreaterThan(0);
      expect(classify(files, "--overwrite").status).toBe(4);
      expect(outNames(files)).toEqual(kept);
      expect(read(files)).toEqual(expected);
    }));

  test.each([
    ["SIGTERM", []],
    ["SIGINT", ["--workers", "2"]],
  ] as const)("by %s leaves no part, keeps what stood there and ends by that signal", (signal, more) =>
    withFiles(async (files) => {
      for (const name of kept) files.put(name, `old ${name}`);
      const child = await halfFed(files, ...more);
      const ended = once(child, "exit");
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(outNames(files)).toEqual(kept);
      expect(read(files)).toEqual(kept.map((name) => `old ${name}`));
    }),
  );

  test("by a disk without room ends with 5 and says so, and what stood there is as it was", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      for (const name of kept) files.put(name, `old ${name}`);
      // No file may grow past 200 KiB: the system refuses the write, as it does where a disk is full.
      const line = "ulimit -f 200; stalker-typology classify in.csv --out out.csv --overwrite";
      const { code, stderr } = runShell(line, files.folder);
      expect([code, stderr]).toEqual([
        5,
        expect.stringMatching(/OUTPUT_REFUSED[\s\S]*more room on the disk \(EFBIG\)/),
      ]);
      expect(outNames(files)).toEqual(kept);
      expect(read(files)).toEqual(kept.map((name) => `old ${name}`));
    }));
});

describe("A reader of standard output", () => {
  test("that goes away ends the command quietly", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      const line = `stalker-typology classify in.csv --quiet | head -1; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = runShell(line, files.folder);
      expect([stdout.split("\n").slice(1), stderr]).toEqual([["141", ""], ""]);
    }));

  test("that is slow gets every byte, compressed or not", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      const line = (more: string, name: string) =>
        `stalker-typology classify in.csv --quiet ${more} | (sleep 0.5; cat) > ${name}`;
      runShell(`${line("", "slow.csv")}; ${line("--out-format csv.gz", "slow.csv.gz")}`, files.folder);
      expect(files.get("slow.csv") === expected[0]).toBe(true);
      expect(gunzipSync(readFileSync(files.file("slow.csv.gz"))).toString("utf8") === expected[0]).toBe(true);
    }));
});

describe("Two commands to one output", () => {
  test("are one too many: the second is refused while the first writes, and the first ends whole", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      const first = await halfFed(files);
      const ended = once(first, "exit");
      const { status, stderr } = classify(files, "--overwrite");
      expect([status, stderr]).toEqual([5, expect.stringContaining(`process ${first.pid} on`)]);
      first.stdin.end(secondHalf);
      expect(await ended).toEqual([4, null]);
      expect(outNames(files)).toEqual(kept);
      const [out, manifest, rejects] = read(files);
      expect([out, rejects]).toEqual([expected[0], expected[2]]);
      expect(manifest).toContain('"read": 7000');
    }));
});

describe("--max-rejects", () => {
  const text = `case_id,adult\n${"a,yes\n".repeat(97)}${"b,perhaps\n".repeat(3)}`;
  test.each([
    ["3", 0],
    ["2", 4],
    ["3%", 0],
    ["2%", 4],
    ["100%", 0],
    ["101%", 2],
    ["2.5%", 2],
    ["-1", 2],
    ["all", 2],
  ])("%s with 3 rejected rows of 100 ends with %i", async (most, code) => {
    expect((await run(["classify", "-", "--dry-run", `--max-rejects=${most}`], text)).code).toBe(code);
  });
});
