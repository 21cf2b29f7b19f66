import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import { scoreFile, writeRows } from "../../src/tables/index.ts";
import { rowClassifier } from "../../src/typology/index.ts";
import { type Files, withFiles } from "../support/files.ts";

/** What the disk is asked to change or to sync in one folder, and which of these calls fails. */
const disk = vi.hoisted(() => ({
  folder: "",
  calls: [] as { name: string; file: string }[],
  /** The number of the first call that fails, from 0; none if it is -1. */
  failAt: -1,
  /** Whether every later call fails too, as nothing is done after a process is killed. */
  forGood: false,
  /** Whether a write puts down only a few of the bytes that it is given. */
  isShort: false,
  names: new Map<number, string>(),
  /** What is open to be written. */
  written: new Set<number>(),
}));

vi.mock("node:fs", async (original) => {
  const codes: Readonly<Record<string, string>> = { open: "EACCES", write: "ENOSPC", rename: "EXDEV", link: "EPERM" };
  const fs = await original<typeof import("node:fs")>();
  const faultIn = (name: string, path: unknown): Error | undefined => {
    if (disk.folder === "" || !String(path).startsWith(disk.folder)) return undefined;
    const number = disk.calls.push({ name, file: String(path).slice(disk.folder.length + 1) }) - 1;
    const fails = disk.failAt >= 0 && (disk.forGood ? number >= disk.failAt : number === disk.failAt);
    return fails ? Object.assign(new Error("the disk fails"), { code: codes[name] ?? "EIO" }) : undefined;
  };
  const orThrow = (name: string, path: unknown): void => {
    const fault = faultIn(name, path);
    if (fault !== undefined) throw fault;
  };
  type Done = (fault: Error | null, found?: object) => void;
  return {
    ...fs,
    openSync(...words: Parameters<typeof fs.openSync>) {
      if (words[1] !== "r") orThrow("open", words[0]);
      const fd = fs.openSync(...words);
      disk.names.set(fd, String(words[0]));
      if (words[1] !== "r") disk.written.add(fd);
      return fd;
    },
    closeSync(fd: number) {
      fs.closeSync(fd); // it is closed, whatever is said of its last bytes
      if (disk.written.delete(fd)) orThrow("close", disk.names.get(fd));
    },
    write(fd: number, piece: Uint8Array, offset: number, length: number, position: number, done: Done) {
      const fault = faultIn("write", disk.names.get(fd));
      if (fault !== undefined) return done(fault);
      const most = disk.isShort ? Math.min(length, 1 + (position % 9999)) : length;
      fs.write(fd, piece, offset, most, position, (wrong, bytesWritten) => done(wrong, { bytesWritten }));
    },
    fsync(fd: number, done: Done) {
      const fault = faultIn("sync", disk.names.get(fd));
      if (fault !== undefined) return done(fault);
      fs.fsync(fd, done);
    },
    fsyncSync(fd: number) {
      orThrow("sync", disk.names.get(fd));
      fs.fsyncSync(fd);
    },
    renameSync(from: string, to: string) {
      orThrow("rename", to);
      fs.renameSync(from, to);
    },
    linkSync(from: string, to: string) {
      orThrow("link", to);
      fs.linkSync(from, to);
    },
    writeFileSync(...words: Parameters<typeof fs.writeFileSync>) {
      orThrow("write", words[0]);
      fs.writeFileSync(...words);
    },
    rmSync(...words: Parameters<typeof fs.rmSync>) {
      orThrow("remove", words[0]);
      fs.rmSync(...words);
    },
  };
});

beforeEach(() => Object.assign(disk, { folder: "", calls: [], failAt: -1, forGood: false, isShort: false }));

/** Long enough for two blocks and a checkpoint between them. */
const note = "n".repeat(18_500);
const csv = `id,adult,note\n${Array.from({ length: 60 }, (_, at) => `c${at},${at % 9 === 4 ? "bad" : "yes"},${note}\n`).join("")}`;
const kept = ["out.csv", "out.manifest.json", "out.rejects.csv"];
const old = kept.map((name) => `old ${name}`);
const isLeftOver = (name: string) =>
  /^out\.\S+\.stalker-typology-\d+\.(part|before)$|^out\.(manifest\.json\.lock|csv\.stalker-typology\.checkpoint)$/.test(
    name,
  );
const outNames = ({ names }: Files) => names().filter((name) => name.startsWith("out"));

const scorer = rowClassifier(fiveTypes);
const score = ({ file }: Files) =>
  scoreFile({
    path: file("in.csv"),
    out: file("out.csv"),
    scorer,
    overwrite: true,
    blockBytes: 1,
    checkpointBytes: 1,
  });

/** Scores with a disk that fails, and says how that ended. */
async function scoredBadly(files: Files, faults: Partial<typeof disk>): Promise<unknown> {
  Object.assign(disk, { folder: files.folder, calls: [], ...faults });
  try {
    return await score(files).then(() => "done");
  } catch (fault) {
    return fault;
  } finally {
    Object.assign(disk, { folder: "", failAt: -1, forGood: false, isShort: false });
  }
}

/** What stands under the three names. */
const found = (files: Files) => kept.map((name) => (files.names().includes(name) ? files.get(name) : undefined));
const putOld = (files: Files) => kept.forEach((name, at) => void files.put(name, old[at] ?? ""));

/** The bytes of a run that nothing disturbs, and the calls that it makes. */
const whole = { bytes: [] as readonly (string | undefined)[], calls: [] as typeof disk.calls };
beforeAll(() =>
  withFiles(async (files) => {
    files.put("in.csv", csv);
    putOld(files);
    expect(await scoredBadly(files, {})).toBe("done");
    Object.assign(whole, { bytes: found(files), calls: [...disk.calls] });
  }),
);

describe("A disk that fails", () => {
  test("once, at any call, leaves the old files or gives the new ones, all three, and clears up", async () => {
    const { bytes, calls } = whole;
    expect(calls.length).toBeGreaterThan(30);
    expect(calls).toContainEqual({ name: "rename", file: "out.csv.stalker-typology.checkpoint" });
    expect(calls.filter(({ name }) => name === "close")).toHaveLength(3);
    for (const [failAt, call] of calls.entries()) {
      await withFiles(async (files) => {
        files.put("in.csv", csv);
        putOld(files);
        const ended = await scoredBadly(files, { failAt });
        const refused = ended instanceof AssessmentError;
        expect([call, refused ? ended.issues[0]?.code : ended]).toEqual([call, refused ? "output_refused" : "done"]);
        expect([call, found(files)]).toEqual([call, refused ? old : bytes]);
        const left = outNames(files).filter((name) => !kept.includes(name));
        expect([call, left.filter((name) => call.name !== "remove" || !isLeftOver(name))]).toEqual([call, []]);
        if (left.length === 0) return;
        await score(files); // what was left is cleared away by the next run
        expect([call, outNames(files), found(files)]).toEqual([call, kept, bytes]);
      });
    }
  });

  test("for good, at any call, as when a process is killed there, leaves no part under a name, and the next run clears up", async () => {
    const { bytes, calls } = whole;
    for (const failAt of calls.keys()) {
      await withFiles(async (files) => {
        files.put("in.csv", csv);
        putOld(files);
        await scoredBadly(files, { failAt, forGood: true });
        const now = found(files);
        for (const [at, text] of now.entries()) expect([old[at], bytes[at], undefined]).toContain(text);
        // A manifest vouches for the files beside it: it is never there with files of another run.
        const manifest = kept.indexOf("out.manifest.json");
        if (now[manifest] !== undefined) expect(now).toEqual(now[manifest] === old[manifest] ? old : bytes);
        for (const at of [0, 2]) expect(now[at]).toBeDefined();
        expect(outNames(files).filter((name) => !kept.includes(name) && !isLeftOver(name))).toEqual([]);
        await score(files);
        expect([outNames(files), found(files)]).toEqual([kept, bytes]);
      });
    }
  });

  test("that takes only a few bytes at a time gets all of them", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      expect(await scoredBadly(files, { isShort: true })).toBe("done");
      expect(found(files)).toEqual(whole.bytes);
    }));

  test("under a table that a program writes leaves what stood there", () =>
    withFiles(async (files) => {
      const write = () => writeRows(files.file("a.csv"), ["x"], [["1"], ["2"]], { overwrite: true });
      files.put("a.csv", "old");
      for (let failAt = 0; ; failAt++) {
        Object.assign(disk, { folder: files.folder, calls: [], failAt });
        const fault: unknown = await write().then(
          () => undefined,
          (wrong) => wrong,
        );
        const last = disk.calls.length <= failAt;
        Object.assign(disk, { folder: "", failAt: -1 });
        if (last) break;
        if (fault === undefined) expect(files.get("a.csv")).toBe("x\n1\n2\n");
        else expect([fault instanceof AssessmentError, files.get("a.csv")]).toEqual([true, "old"]);
        files.put("a.csv", "old");
      }
      expect(files.get("a.csv")).toBe("x\n1\n2\n");
    }));
});

test("Every file is on the disk before any has its name, the manifest is named last, and then the folder is synced", () => {
  const calls = whole.calls.map(({ name, file }) => `${name} ${file.replace(/\.stalker-typology-\d+\./, ".")}`);
  const places = (wanted: string) => calls.flatMap((call, at) => (call === wanted ? [at] : []));
  const parts = kept.flatMap((name) => places(`sync ${name}.part`));
  const renames = ["out.csv", "out.rejects.csv", "out.manifest.json"].flatMap((name) => places(`rename ${name}`));
  expect([parts.length, renames.length]).toEqual([3, 3]);
  expect(Math.max(...parts)).toBeLessThan(Math.min(...renames));
  expect(renames).toEqual(renames.toSorted((a, b) => a - b));
  expect(places("sync ").at(-1)).toBeGreaterThan(Math.max(...renames));
  for (const name of kept) {
    const [last = -1] = places(`write ${name}.part`).slice(-1);
    expect(last).toBeLessThan(places(`sync ${name}.part`)[0] ?? -1);
  }
});
