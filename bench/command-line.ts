/**
 * Times the built command on files against the script that a user would write. Words: numbers are how many rows, `csv`,
 * `ndjson` and `parquet` which files, `rounds=7` how often. Without them: 10 000, 100 000 and 1 000 000 rows of each, 7
 * rounds, but 3 from a million on.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { build } from "tsup";
import { caseOf, itemIds, randomFrom } from "./cases.ts";
import { printTimings, type Timing } from "./timing.ts";

const words = process.argv.slice(2);
const asked = words.filter((word) => /^\d+$/.test(word)).map(Number);
const rounds = words.flatMap((word) => /^rounds=(\d+)$/.exec(word)?.[1] ?? []).map(Number)[0];
const sizes = asked.length > 0 ? asked : [10_000, 100_000, 1_000_000];
const rivals = { csv: "papaparse-script", ndjson: "ndjson-script", parquet: "parquet-script" } as const;
type Format = keyof typeof rivals;
const everyFormat = Object.keys(rivals) as readonly Format[];
const named = everyFormat.filter((format) => words.includes(format));
const formats = named.length > 0 ? named : everyFormat;

const folder = mkdtempSync(join(tmpdir(), "bench-"));

/** One statement of DuckDB, which turns CSV into Parquet and back: no contestant is built on its reader or writer. */
async function copied(statement: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  await db.run(statement);
  db.closeSync();
  instance.closeSync();
}

async function writeCases(path: string, rows: number, format: Format): Promise<void> {
  if (format === "parquet") {
    await writeCases(`${path}.csv`, rows, "csv");
    await copied(
      `COPY (FROM read_csv('${path}.csv', all_varchar = true, header = true)) TO '${path}' (FORMAT parquet)`,
    );
    return;
  }
  const file = createWriteStream(path);
  const random = randomFrom(21);
  if (format === "csv") file.write(`case_id,${itemIds.join(",")},note\n`);
  for (let row = 0; row < rows; row += 1000) {
    let text = "";
    for (let at = row; at < Math.min(row + 1000, rows); at++) {
      const answers = caseOf(random, 0.35);
      const note = at % 100 === 0 ? "moved, then came back" : "plain note";
      if (format === "ndjson") text += `${JSON.stringify({ case_id: `case-${at}`, ...answers, note })}\n`;
      else {
        const last = note.includes(",") ? `"${note}"` : note;
        text += `case-${at},${itemIds.map((id) => answers[id]).join(",")},${last}\n`;
      }
    }
    if (!file.write(text)) await new Promise<void>((resolve) => file.once("drain", () => resolve()));
  }
  await new Promise<void>((resolve) => file.end(() => resolve()));
}

/** Says at its end how much memory a process had at most; loaded before the program that is timed. */
const memoryProbe = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from "node:worker_threads";
  if (isMainThread) process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS));`)}`;

interface Spent {
  readonly nanoseconds: number;
  readonly mebibytes: number;
}

function timed(program: readonly string[]): Spent {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ["--import", memoryProbe, ...program], { encoding: "utf8" });
  const nanoseconds = Number(process.hrtime.bigint() - start);
  const peak = /peak (\d+)$/.exec(stderr)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(`exit ${status}: ${stderr}`);
  return { nanoseconds, mebibytes: Number(peak) / 1024 };
}

const compared = ["case_id", "rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"];

/**
 * How many rows a scored file holds, and a hash of where each stands among the types. Outcomes are left out: the scripts
 * do not work out what every answer to the open items would lead to, and the command does.
 */
async function resultsIn(path: string, format: Format): Promise<string> {
  if (format === "parquet") {
    await copied(`COPY (SELECT ${compared.join()} FROM read_parquet('${path}')) TO '${path}.csv' (FORMAT csv, HEADER)`);
    return resultsIn(`${path}.csv`, "csv");
  }
  const hash = createHash("sha256");
  let rows = 0;
  for await (const row of rowsOf(path, format)) {
    hash.update(`${compared.map((name) => row[name] ?? "").join()}\n`);
    rows += 1;
  }
  return `${rows} ${hash.digest("hex")}`;
}

function rowsOf(path: string, format: Format): AsyncIterable<Record<string, string>> {
  const bytes = createReadStream(path, "utf8");
  if (format === "csv") return bytes.pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true }));
  return parsedLines(createInterface({ input: bytes }));
}

async function* parsedLines(lines: AsyncIterable<string>): AsyncGenerator<Record<string, string>> {
  for await (const line of lines) yield JSON.parse(line) as Record<string, string>;
}

async function measure(rows: number, format: Format): Promise<void> {
  const source = join(folder, `cases.${format}`);
  await writeCases(source, rows, format);
  const out = (name: string) => join(folder, `${name}.${format}`);
  const ours = (workers: number) => {
    const options = ["--workers", String(workers), "--overwrite", "--quiet"];
    return ["dist/cli/bin.js", "classify", source, "--out", out(`ours${workers}`), ...options];
  };
  const contestants = [
    { name: "1 worker", out: out("ours1"), program: ours(1) },
    { name: "2 workers", out: out("ours2"), program: ours(2) },
    {
      name: "script by hand",
      out: out("script"),
      program: [join(folder, `${rivals[format]}.cjs`), source, out("script")],
    },
  ];
  const count = rounds ?? (rows < 1_000_000 ? 7 : 3);
  const spent = contestants.map((): Spent[] => []);
  // A run of minutes needs no warm-up.
  for (let round = rows < 10_000_000 ? -1 : 0; round < count; round++) {
    for (const [at, { program }] of contestants.entries()) {
      const found = timed(program);
      if (round >= 0) spent[at]?.push(found);
    }
  }
  const results = await Promise.all(contestants.map((each) => resultsIn(each.out, format)));
  if (new Set(results).size !== 1 || !results[0]?.startsWith(`${rows} `)) {
    throw new Error(`results differ: ${results.join("; ")}`);
  }
  const timings = contestants.map(({ name }, at): Timing => {
    const each = spent[at] ?? [];
    const times = each.map(({ nanoseconds }) => nanoseconds / rows);
    const sorted = [...times].sort((a, b) => a - b);
    const peak = Math.max(...each.map(({ mebibytes }) => mebibytes));
    return {
      name: `${name} (at most ${peak.toFixed(0)} MiB)`,
      min: sorted[0] ?? Number.NaN,
      median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
      rounds: times,
    };
  });
  const title = `Command line, ${format}: ${rows} rows, ${count} rounds in turn, a row, start-up included; equal standings`;
  printTimings(title, timings, timings.at(-1)?.name ?? "");
}

try {
  // Bundled beforehand, so that no time goes into its TypeScript.
  await build({
    config: false,
    entry: Object.values(rivals).map((name) => `bench/rivals/${name}.ts`),
    outDir: folder,
    format: ["cjs"],
    outExtension: () => ({ js: ".cjs" }),
    noExternal: [/./],
    target: "node20",
    silent: true,
  });
  for (const rows of sizes) for (const format of formats) await measure(rows, format);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
