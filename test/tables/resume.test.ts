import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { type FileJob, type RowScorer, scoreFile } from "../../src/tables/index.ts";
import { rowClassifier } from "../../src/typology/index.ts";
import { type Files, withFiles } from "../support/files.ts";

const rows = 20_000;
const pad = "x".repeat(230);
/** About 5 MB, so five blocks; every hundredth row is rejected. */
const csv = `id,adult,wants_back,wants_contact,note\n${Array.from(
  { length: rows },
  (_, at) => `c${at},yes,${["yes", "no", ""][at % 3]},${at % 100 === 99 ? "bad" : "no"},${pad}`,
).join("\n")}\n`;
const kept = ["out.csv", "out.manifest.json", "out.rejects.csv"];
const read = ({ file }: Files) => kept.map((name) => readFileSync(file(name), "utf8"));
const outNames = ({ names }: Files) => names().filter((name) => name.startsWith("out"));
const checkpoint = "out.csv.stalker-typology.checkpoint";
const isScoredPart = /^out\.csv\.stalker-typology-\d+\.part$/;
const refusal = expect.objectContaining({ issues: [expect.objectContaining({ code: "cannot_resume" })] });

/** Counts the rows that are scored, whichever way. */
function counting(): { readonly scorer: RowScorer; rows(): number } {
  const scorer = rowClassifier(fiveTypes);
  let count = 0;
  return {
    rows: () => count,
    scorer: {
      ...scorer,
      cells: (codes) => {
        count += 1;
        return scorer.cells(codes);
      },
      cellsOfBytes: (bytes) => {
        const cells = scorer.cellsOfBytes?.(bytes);
        if (cells !== undefined) count += 1;
        return cells;
      },
    },
  };
}

const job = ({ file }: Files, more: Partial<FileJob> = {}): FileJob => ({
  path: file("in.csv"),
  out: file("out.csv"),
  scorer: rowClassifier(fiveTypes),
  checkpointBytes: 1,
  ...more,
});

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The same run in a process of its own, which is killed by force: within a block's work, or at a moment in time. */
function runAndKill({ file }: Files, at: { readonly rows?: number; readonly milliseconds?: number }): void {
  const script = `
    import { rowClassifier } from "${dist}typology/index.js";
    import { fiveTypes } from "${dist}content/typologies/index.js";
    import { scoreFile } from "${dist}tables/index.js";
    const [path, out, most] = process.argv.slice(1);
    const onRows = (read) => read >= Number(most) && process.kill(process.pid, "SIGKILL");
    process.stdout.write("begun");
    await scoreFile({ path, out, scorer: rowClassifier(fiveTypes), checkpointBytes: 1, overwrite: true, resume: true,
      onRows });`;
  const words = ["--input-type=module", "-e", script, file("in.csv"), file("out.csv"), String(at.rows ?? rows * 2)];
  const more = at.milliseconds === undefined ? {} : { timeout: at.milliseconds, killSignal: "SIGKILL" as const };
  const { signal, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", ...more });
  if (at.rows !== undefined) expect([signal, stderr]).toEqual(["SIGKILL", ""]);
}

const whole = withFiles(async (files) => {
  files.put("in.csv", csv);
  await scoreFile(job(files));
  return read(files);
});

describe("A run that was killed and is resumed", () => {
  test.each([0.25, 0.5, 0.7, 0.9, 1])(
    "after %f of the rows gives the bytes of one that was not, and scores only the rest",
    (share) =>
      withFiles(async (files) => {
        files.put("in.csv", csv);
        runAndKill(files, { rows: rows * share });
        expect(outNames(files).some((name) => kept.includes(name))).toBe(false);
        const before = existsSync(files.file(checkpoint)) ? JSON.parse(files.get(checkpoint)).progress.read : 0;
        if (share > 0.4) expect(before).toBeGreaterThan(0);
        const counter = counting();
        await scoreFile(job(files, { resume: true, scorer: counter.scorer }));
        expect(read(files)).toEqual(await whole);
        expect(outNames(files)).toEqual(kept);
        expect(counter.rows()).toBe(rows - before);
      }),
  );

  test("again and again, at any moment, ends with the same bytes", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      for (const milliseconds of [500, 300, 800, 600]) runAndKill(files, { milliseconds });
      await scoreFile(job(files, { resume: true, overwrite: true }));
      expect(read(files)).toEqual(await whole);
      expect(outNames(files)).toEqual(kept);
    }));

  test("is not resumed unless that is asked for, and its parts are cleared away", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.7 });
      expect(outNames(files).filter((name) => name.endsWith(".part")).length).toBeGreaterThan(1);
      const counter = counting();
      await scoreFile(job(files, { scorer: counter.scorer }));
      expect(counter.rows()).toBe(rows);
      expect(outNames(files)).toEqual(kept);
    }));

  test("may have been followed by more rows, which are read", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.5 });
      appendFileSync(files.file("in.csv"), "more,yes,yes,no,\n");
      const { tally } = await scoreFile(job(files, { resume: true }));
      expect(tally.rows.read).toBe(rows + 1);
    }));

  test("is refused if what it read has changed, though the file's length and time have not", () =>
    withFiles(async (files) => {
      const path = files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.7 });
      const { atime, mtime } = statSync(path);
      writeFileSync(path, csv.replace("c5,yes", "c5,not"));
      utimesSync(path, atime, mtime);
      await expect(scoreFile(job(files, { resume: true }))).rejects.toThrow(refusal);
      expect(outNames(files).some((name) => kept.includes(name))).toBe(false);
    }));

  test("is refused with other options, and without the option starts anew", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.7 });
      await expect(scoreFile(job(files, { resume: true, rawText: true }))).rejects.toThrow(refusal);
      await expect(scoreFile(job(files, { resume: true, provenance: { rules: "others" } }))).rejects.toThrow(refusal);
      await scoreFile(job(files));
      expect(read(files)).toEqual(await whole);
    }));

  test("is refused if what it wrote is no longer what it wrote", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.7 });
      const part = outNames(files).find((name) => isScoredPart.test(name)) ?? "";
      writeFileSync(files.file(part), files.get(part).replace("c5,yes", "c6,yes"));
      await expect(scoreFile(job(files, { resume: true }))).rejects.toThrow(refusal);
      expect(outNames(files)).toEqual([]);
      await scoreFile(job(files));
      expect(read(files)).toEqual(await whole);
      expect(outNames(files)).toEqual(kept);
    }));

  test("starts anew where a link stands in a part's place, and leaves what it leads to", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.7 });
      for (const part of outNames(files).filter((name) => name.endsWith(".part"))) {
        renameSync(files.file(part), files.file(`other-${part}`));
        symlinkSync(files.file(`other-${part}`), files.file(part));
      }
      const others = files.names().filter((name) => name.startsWith("other-"));
      const before = others.map(files.get);
      await scoreFile(job(files, { resume: true }));
      expect(read(files)).toEqual(await whole);
      expect(outNames(files)).toEqual(kept);
      expect(others.map(files.get)).toEqual(before);
    }));

  test("lets only the owner read the rejected rows, whatever their part allowed", () =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.7 });
      for (const part of outNames(files).filter((name) => name.endsWith(".part"))) chmodSync(files.file(part), 0o666);
      await scoreFile(job(files, { resume: true }));
      expect(statSync(files.file("out.rejects.csv")).mode & 0o777).toBe(0o600);
      expect(read(files)).toEqual(await whole);
    }));

  test.each([
    ["a count", (text: string) => text.replace(/"rejected":(\d+)/, '"rejected":1$1')],
    ["a code's count", (text: string) => text.replace(/"unknown_option":(\d+)/, '"unknown_option":1$1')],
    ["how much was read", (text: string) => text.replace(/"bytes":\d+/, '"bytes":0.5')],
    ["all", () => "{}"],
  ])("starts anew where %s in its checkpoint was altered", (_, altered) =>
    withFiles(async (files) => {
      files.put("in.csv", csv);
      runAndKill(files, { rows: rows * 0.7 });
      const before = files.get(checkpoint);
      expect(altered(before)).not.toBe(before);
      writeFileSync(files.file(checkpoint), altered(before));
      const counter = counting();
      await scoreFile(job(files, { resume: true, scorer: counter.scorer }));
      expect([counter.rows(), outNames(files)]).toEqual([rows, kept]);
      expect(read(files)).toEqual(await whole);
    }),
  );
});
