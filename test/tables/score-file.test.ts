import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from "node:fs";
import { hostname } from "node:os";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { blockScorer, type FileJob, readRows, scoreFile, writeRows } from "../../src/tables/index.ts";
import { rowClassifier } from "../../src/typology/index.ts";
import { csvRows, type Files, withFiles } from "../support/files.ts";

const scorer = rowClassifier(fiveTypes);
const refusal = (code: string) => expect.objectContaining({ issues: [expect.objectContaining({ code })] });

/** Rows of which every tenth is rejected. */
const linesOf = (rows: number) =>
  Array.from(
    { length: rows },
    (_, at) => `c${at},yes,${["yes", "no", ""][at % 3]},${at % 10 === 9 ? "bad" : "no"},"n ${at}"`,
  );
const csv = (rows: number) => `id,adult,wants_back,wants_contact,note\n${linesOf(rows).join("\n")}\n`;
const kept = ["out.csv", "out.manifest.json", "out.rejects.csv"];
const outNames = ({ names }: Files) => names().filter((name) => name.startsWith("out"));
const read = (files: Files) => kept.map((name) => files.get(name));

const job = (files: Files, more: Partial<FileJob> = {}): FileJob => ({
  path: files.file("in.csv"),
  out: files.file("out.csv"),
  scorer,
  ...more,
});

/** Scores in this thread but gives answers late and out of order, as workers may. */
const lateWorkers: NonNullable<FileJob["startWorkers"]> = () => async (plan) => {
  const score = blockScorer(plan, scorer);
  let given = 0;
  return {
    size: 3,
    score: async (block) => {
      const scored = score(block);
      given += 1;
      await new Promise((done) => setTimeout(done, given % 3 === 0 ? 0 : 2));
      return scored;
    },
    close: async () => undefined,
  };
};

describe("A scored file", () => {
  test("is the same bytes for any size of block and any workers", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(300));
      await scoreFile(job(files));
      const expected = read(files);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 40, max: 20_000 }), fc.boolean(), async (size, late) => {
          const bytes = Buffer.from(csv(300));
          const stdin = (async function* () {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
          })();
          const workers = late ? { startWorkers: lateWorkers } : {};
          await scoreFile(job(files, { path: "-", stdin, blockBytes: size, overwrite: true, ...workers }));
          expect(read(files).filter((_, at) => at !== 1)).toEqual(expected.filter((_, at) => at !== 1));
        }),
        { numRuns: 25 },
      );
    }));

  test("may be compressed, coming in and going out, and then holds the same rows", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(300));
      files.put("in.csv.gz", gzipSync(csv(300)));
      await scoreFile(job(files));
      const expected = files.get("out.csv");
      await scoreFile(job(files, { path: files.file("in.csv.gz"), overwrite: true }));
      expect(files.get("out.csv")).toBe(expected);
      const { names } = await scoreFile(job(files, { out: files.file("compressed.csv.gz"), blockBytes: 7 }));
      const compressed = readFileSync(names?.scored ?? "");
      expect(gunzipSync(compressed).toString("utf8")).toBe(expected);
      expect(JSON.parse(files.get("compressed.manifest.json")).outputs.scored).toMatchObject({
        format: "csv.gz",
        bytes: compressed.length,
      });
      expect(files.names()).toContain("compressed.rejects.csv");
    }));

  test.each([
    ["cut short", (whole: Buffer) => whole.subarray(0, whole.length - 9)],
    ["cut in its last byte", (whole: Buffer) => whole.subarray(0, whole.length - 1)],
    ["damaged", (whole: Buffer) => Buffer.concat([whole.subarray(0, 30), Buffer.from("xxxx"), whole.subarray(34)])],
    ["followed by other bytes", (whole: Buffer) => Buffer.concat([whole, Buffer.from("more")])],
    ["not compressed at all", () => Buffer.from(csv(3))],
  ])("is not published from a compressed input that is %s", (_, spoil) =>
    withFiles(async (files) => {
      const path = files.put("in.csv.gz", spoil(gzipSync(csv(5000))));
      await expect(scoreFile(job(files, { path, blockBytes: 100 }))).rejects.toThrow(refusal("unreadable_file"));
      expect(outNames(files)).toEqual([]);
    }),
  );

  test("is not published from an input that changes while it is read", () =>
    withFiles(async (files) => {
      const path = files.put("in.csv", csv(5000));
      const onRows = () => appendFileSync(path, "more,yes,,no,\n");
      await expect(scoreFile(job(files, { onRows, blockBytes: 100 }))).rejects.toThrow(
        refusal("changed_while_reading"),
      );
      expect(outNames(files)).toEqual([]);
    }));

  test("leaves the three files that stood there as they were if anything fails", () =>
    withFiles(async (files) => {
      for (const name of kept) files.put(name, `old ${name}`);
      const path = files.put("in.csv.gz", gzipSync(csv(5000)).subarray(0, 900));
      await expect(scoreFile(job(files, { path, overwrite: true }))).rejects.toThrow(refusal("unreadable_file"));
      expect(outNames(files)).toEqual(kept);
      expect(read(files)).toEqual(kept.map((name) => `old ${name}`));
    }));

  test("gets none of its names if one of the three cannot be had, and what stood there is put back", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(2000));
      files.put("out.csv", "old");
      let made = false;
      // A folder that appears under a name while the rows are scored cannot be replaced by a file.
      const onRows = () => {
        if (!made) mkdirSync(files.file("out.rejects.csv"));
        made = true;
      };
      await expect(scoreFile(job(files, { overwrite: true, onRows }))).rejects.toThrow(refusal("output_refused"));
      expect(outNames(files)).toEqual(["out.csv", "out.rejects.csv"]);
      expect(files.get("out.csv")).toBe("old");
    }));

  test("gets none of its names if a file has taken one of them meanwhile, unless it may be replaced", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(2000));
      const onRows = () => void files.put("out.rejects.csv", "another run's");
      await expect(scoreFile(job(files, { onRows }))).rejects.toThrow(refusal("output_exists"));
      expect(outNames(files)).toEqual(["out.rejects.csv"]);
      expect(files.get("out.rejects.csv")).toBe("another run's");
      await scoreFile(job(files, { overwrite: true, onRows }));
      expect(csvRows(files.get("out.rejects.csv"))).toHaveLength(201);
    }));

  test("keeps rejected rows from other users, and others may read the rest", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(20));
      await scoreFile(job(files));
      expect(statSync(files.file("out.rejects.csv")).mode & 0o777).toBe(0o600);
      expect(statSync(files.file("out.csv")).mode & 0o444).toBe(0o444);
    }));

  test("is written nowhere by a dry run, whose manifest counts the same rows", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(50));
      const { manifest } = await scoreFile(job(files, { out: undefined }));
      expect(manifest.rows).toEqual({ read: 50, scored: 45, rejected: 5 });
      expect(files.names()).toEqual(["in.csv"]);
    }));

  test("is refused in a folder that is not there, before a row is read", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(5));
      let rows = 0;
      const onRows = (read: number) => {
        rows = read;
      };
      await expect(scoreFile(job(files, { out: files.file("no/out.csv"), onRows }))).rejects.toThrow(
        refusal("output_refused"),
      );
      expect(rows).toBe(0);
    }));

  test.each(["csv", "csv.gz", "ndjson", "parquet"])(
    "is refused if %s cannot be read back, and nothing is left",
    (ends) =>
      withFiles(async (files) => {
        files.put("in.csv", csv(5));
        mkdirSync(files.file("there"));
        const onRows = () => existsSync(files.file("there")) && renameSync(files.file("there"), files.file("gone"));
        await expect(scoreFile(job(files, { out: files.file(`there/out.${ends}`), onRows }))).rejects.toThrow(
          refusal("output_refused"),
        );
      }),
  );

  test.each([
    ["longer than any", "x".repeat(300)],
    ["below a file", "in.csv/out.csv"],
    ["of a link that leads to itself", "loop.csv"],
  ])("is refused under a name %s", (_, name) =>
    withFiles(async (files) => {
      files.put("in.csv", csv(5));
      symlinkSync(files.file("loop.csv"), files.file("loop.csv"));
      await expect(scoreFile(job(files, { out: files.file(name), outFormat: "csv", overwrite: true }))).rejects.toThrow(
        refusal("output_refused"),
      );
      expect(files.names()).toEqual(["in.csv", "loop.csv"]);
    }),
  );
});

describe("Two runs to one output", () => {
  test("one is refused by name while the other writes, and the first is whole", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(3000));
      const results = await Promise.allSettled([scoreFile(job(files)), scoreFile(job(files, { overwrite: true }))]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const failed = results.find((each) => each.status === "rejected") as PromiseRejectedResult;
      expect(failed.reason).toEqual(refusal("output_in_use"));
      expect(outNames(files)).toEqual(kept);
      expect(csvRows(files.get("out.csv"))).toHaveLength(2701);
    }));

  test("one is refused if the two outputs share a manifest, whatever their formats", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(3000));
      const runs = ["out.csv", "out.tsv"].map((out) =>
        scoreFile(job(files, { out: files.file(out), overwrite: true })),
      );
      const results = await Promise.allSettled(runs);
      const failed = results.filter((each) => each.status === "rejected");
      expect(failed.map(({ reason }) => reason)).toEqual([refusal("output_in_use")]);
    }));

  test("a lock that a dead run of this machine left behind is taken over, one of another machine is not", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv(10));
      files.put("out.manifest.json.lock", JSON.stringify({ process: 4_000_000_000, machine: hostname(), run: "x" }));
      await scoreFile(job(files));
      expect(outNames(files)).toEqual(kept);
      files.put("out.manifest.json.lock", JSON.stringify({ process: 4_000_000_000, machine: "elsewhere", run: "x" }));
      await expect(scoreFile(job(files, { overwrite: true }))).rejects.toThrow(refusal("output_in_use"));
    }));
});

describe("Rows read and written by a program", () => {
  test("come back as they were, in every format, compressed or not", () =>
    withFiles(async (files) => {
      const rows = [
        ["a", "x,y"],
        ["b", 'he said "no"\nand left'],
        ["__proto__", ""],
      ];
      for (const name of ["t.csv", "t.tsv", "t.ndjson", "t.csv.gz", "t.ndjson.gz"]) {
        expect((await writeRows(files.file(name), ["id", "note"], rows)).rows).toBe(3);
        const back: unknown[] = [];
        for await (const { record } of (await readRows(files.file(name))).rows) back.push(Object.values(record()));
        expect([name, back]).toEqual([name, rows]);
      }
    }));

  test("are not published if a row has too many cells, and text that a spreadsheet would run is guarded", () =>
    withFiles(async (files) => {
      await expect(writeRows(files.file("a.csv"), ["x"], [["1"], ["2", "3"]])).rejects.toThrow(
        refusal("wrong_cell_count"),
      );
      expect(files.names()).toEqual([]);
      expect((await writeRows(files.file("a.csv"), ["x"], [["=1"], [-1]])).guardedCells).toBe(1);
    }));

  test("are given with their fault and their own text if they cannot be read", () =>
    withFiles(async (files) => {
      const { rows } = await readRows(files.put("a.csv", 'x,y\n1,2\n3\n"4"z,5\n6,7\n'));
      const found: unknown[] = [];
      for await (const { row, line, fault, text } of rows) found.push([row, line, fault?.code, text()]);
      expect(found).toEqual([
        [1, 2, undefined, "1,2"],
        [2, 3, "wrong_cell_count", "3"],
        [3, 4, "stray_quote", '"4"z,5'],
        [4, 5, undefined, "6,7"],
      ]);
    }));
});
