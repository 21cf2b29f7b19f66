import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { relationshipAndMotive } from "../../src/content/instruments/index.ts";
import { readRows, writeRows } from "../../src/tables/index.ts";
import { run } from "../support/command.ts";
import { type Files, withFiles } from "../support/files.ts";
import { pythonPath } from "../support/programs.ts";
import { randomRows } from "../support/random-rows.ts";

const form = relationshipAndMotive;
const header = ["case_id", ...Object.keys(form.items)];
const rows = randomRows(form, 600).map((cells, at) => [`c${at}`, ...cells]);
const script = resolve("examples/spark/score_job.py");
let statement = "";

/** Settings of Spark as a user keeps them in a file: two threads, and nothing that can be reached from outside. */
const settings = [
  "spark.master local[2]",
  "spark.ui.enabled false",
  "spark.driver.host 127.0.0.1",
  "spark.driver.bindAddress 127.0.0.1",
  "spark.log.level ERROR",
].join("\n");

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the job by its command line: with `spark-submit`, or with Python alone. */
function job({ folder }: Files, starter: "spark-submit" | "python", words: readonly string[]): Promise<Ended> {
  const python = pythonPath();
  const env = { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", SPARK_CONF_DIR: folder, PYSPARK_PYTHON: python };
  const path = `${dirname(python)}:${process.env.PATH}`;
  return new Promise((done, failed) => {
    const child = spawn(join(dirname(python), starter), [script, ...words], {
      env: { ...env, PATH: path },
      cwd: folder,
    });
    const told = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => (told.stdout += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (told.stderr += chunk.toString("utf8")));
    child.on("error", failed);
    child.on("close", (code) => done({ code, ...told }));
  });
}

const words = (input: string, output: string, ...more: readonly string[]) => [
  "--statement",
  "classify.sql",
  "--input",
  input,
  "--output",
  output,
  ...more,
];

/** A folder with the statement, the settings and a table. */
const withJob = (work: (files: Files) => Promise<void>) =>
  withFiles(async (files) => {
    files.put("spark-defaults.conf", settings);
    files.put("classify.sql", statement);
    await writeRows(files.file("cases.parquet"), header, rows, { rawText: true });
    await work(files);
  });

beforeAll(async () => {
  statement = (await run(["sql", form.id, "--dialect", "spark", "--table", "cases"])).stdout;
});

it("spark-submit scores every row as the library does, and the manifest counts them", () =>
  withJob(async (files) => {
    const given = words("cases.parquet", "scored.parquet", "--manifest", "scored.json");
    const [done, mine] = await Promise.all([
      job(files, "spark-submit", given),
      run(["classify", files.file("cases.parquet"), "--out", files.file("mine.parquet")]),
    ]);
    expect([done.code, done.stdout, mine.code]).toEqual([0, "", 4]);
    const manifest = JSON.parse(files.get("scored.json"));
    const library = JSON.parse(files.get("mine.manifest.json"));
    expect(manifest.rows).toEqual({ written: 600, ...library.rows });
    expect(manifest.statementSha256).toBe(createHash("sha256").update(statement).digest("hex"));

    const scored = await recordsIn(files, "scored.parquet");
    expect(scored.map(({ case_id }) => case_id).sort()).toEqual(rows.map(([id]) => id).sort());
    const good = new Map(scored.filter(({ faults }) => faults === "").map((row) => [row.case_id, row]));
    const wanted = await recordsIn(files, "mine.parquet");
    expect(good.size).toBe(wanted.length);
    const names = [...header, ...manifest.columnsAdded.filter((name: string) => name !== "faults")];
    const cells = (row: Readonly<Record<string, unknown>> | undefined) => names.map((name) => row?.[name] ?? "");
    for (const row of wanted) expect(cells(good.get(row.case_id))).toEqual(cells(row));
  }));

it("an input that the statement does not fit, and an output that exists, are told with a code of their own", () =>
  withJob(async (files) => {
    const names = header.filter((name) => name !== "wants_back");
    const lacking = rows.map((row) => row.filter((_, at) => header[at] !== "wants_back"));
    await writeRows(files.file("lacking.parquet"), names, lacking, { rawText: true });
    files.put("there.parquet", "mine");
    const told = [
      await job(files, "python", words("lacking.parquet", "never.parquet")),
      await job(files, "python", words("cases.parquet", "there.parquet")),
    ];
    const line = (text: string) => text.split("\n").filter((each) => each.startsWith("score_job.py: "));
    expect(told.map(({ code, stdout, stderr }) => [code, stdout, line(stderr)])).toEqual([
      [3, "", [expect.stringContaining("`wants_back`")]],
      [5, "", ["score_job.py: the output exists: there.parquet"]],
    ]);
    for (const { stderr } of told) expect(stderr).not.toContain("Traceback");
    expect([files.get("there.parquet"), files.names().includes("never.parquet")]).toEqual(["mine", false]);
  }));

it("wrong arguments are told before Spark is started", () =>
  withJob(async (files) => {
    files.put("there.json", "mine");
    for (const [given, says] of [
      [["--input", "cases.parquet"], "--statement"],
      [words("cases.parquet", "never.parquet", "--other"), "--other"],
      [words("cases.parquet", "never.parquet").with(1, "none.sql"), "no such file: none.sql"],
      [words("cases.parquet", "never.parquet", "--manifest", "there.json"), "the manifest exists: there.json"],
    ] as const) {
      const { code, stdout, stderr } = await job(files, "python", given);
      expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(says)]);
    }
    expect([files.get("there.json"), files.names().includes("never.parquet")]).toEqual(["mine", false]);
  }));

/** The rows of a table, or of the parts that Spark wrote into a folder of its name. */
async function recordsIn(files: Files, name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const path = files.file(name);
  const parts = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((part) => part.endsWith(".parquet"))
        .map((part) => join(path, part))
    : [path];
  const found: Readonly<Record<string, unknown>>[] = [];
  for (const part of parts) for await (const { record } of (await readRows(part)).rows) found.push({ ...record() });
  return found;
}
