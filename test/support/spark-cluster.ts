import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pythonPath, required } from "./programs.ts";

/** One run of the job in `examples/spark`: from Parquet to Parquet by a statement over the table `cases`. */
export interface SparkJob {
  readonly statement: string;
  readonly input: string;
  readonly output: string;
  /** One more statement, over the output as the table `scored`; its row is given back. */
  readonly check?: string;
}

/** What a job's manifest says, with the row of its last statement. */
export interface SparkResult {
  readonly manifest: {
    readonly engine: string;
    readonly rows: {
      readonly read: number;
      readonly written: number;
      readonly scored: number;
      readonly rejected: number;
    };
    readonly partitions: number;
    readonly columnsAdded: readonly string[];
  };
  readonly row: readonly number[];
  /** How many executors there were beside the driver. */
  readonly executors: number;
}

/** Runs jobs one after another in Spark: a master and two workers on this machine, each a process of its own. */
export async function runInSpark(
  jobs: readonly SparkJob[],
  settings: Readonly<Record<string, string>> = {},
): Promise<readonly SparkResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "spark-"));
  try {
    const [asked, answered] = [join(folder, "jobs.json"), join(folder, "results.json")];
    writeFileSync(asked, JSON.stringify(jobs));
    const runner = resolve("test/engines/run_spark_jobs.py");
    await python([runner, asked, answered, JSON.stringify(settings)], folder);
    const { default: results } = await import(answered, { with: { type: "json" } });
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function python(words: readonly string[], folder: string): Promise<void> {
  const path = pythonPath();
  required(join(path, "../../lib")); // a virtual environment without its packages is no engine
  const env = { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", SPARK_WORKER_DIR: folder, PYSPARK_PYTHON: path };
  return new Promise((done, failed) => {
    const child = spawn(path, words, { env, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    let told = "";
    child.stderr.on("data", (chunk: Buffer) => {
      told = (told + chunk.toString("utf8")).slice(-20_000);
    });
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(told))));
  });
}
