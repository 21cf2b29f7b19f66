import { availableParallelism } from "node:os";
import { codesOf } from "../formats/index.ts";
import { type FileScored, namesTouched, type ScorePlan, scoreFile } from "../tables/index.ts";
import { mapFrom } from "./column-map-file.ts";
import { type Command, type Given, usageError } from "./command.ts";
import { errorBlocks } from "./error-blocks.ts";
import { exitCodes } from "./exit-codes.ts";
import { expects } from "./expects.ts";
import { type Io, say, tell, visible } from "./io.ts";
import { askedBy, type RowRules, scorerOf, scoringOf } from "./row-scoring.ts";
import { scoreWorkers } from "./score-workers.ts";

/** What a command does with every row of a table. */
export interface TableWork {
  readonly command: string;
  readonly rules: RowRules;
  /** What the manifest says of how the rows were scored. */
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly review: string;
}

/** The options of every command that scores a table. */
export const tableOptions: Command["options"] = {
  out: {
    type: "string",
    value: "FILE",
    writes: namesTouched,
    says: "write scored rows here, with FILE.rejects.csv and FILE.manifest.json beside them",
  },
  format: {
    type: "string",
    value: "F",
    says: "format of the input: csv, tsv, ndjson, one of them with .gz, or parquet; by the file's name if not given",
  },
  "out-format": { type: "string", value: "F", says: "format of the output; by its name if not given" },
  map: { type: "string", value: "FILE", says: "JSON: which column holds which item, and what its codes mean" },
  "max-rejects": {
    type: "string",
    value: "N",
    says: "end with 0 if no more than N rows, or N% of them, are rejected (default 0)",
  },
  workers: {
    type: "string",
    value: "N",
    says: "threads that score rows (as many as the machine has for text over 32 MB, two for Parquet over 4 MB, else none); no result changes",
  },
  engine: {
    type: "string",
    value: "E",
    says: "duckdb: the rules as one statement in DuckDB, for large CSV, TSV (.gz too) and Parquet; --workers are its threads",
  },
  resume: { type: "boolean", says: "resume the same run where it was killed, if it was; no result changes" },
  "dry-run": { type: "boolean", says: "read and score everything, write nothing, print the manifest" },
  overwrite: { type: "boolean", says: "replace output that exists" },
  "raw-text": { type: "boolean", says: "write text as it is, even if a spreadsheet would run it" },
  quiet: { type: "boolean", says: "no progress and no summary on standard error" },
};

/** What help says of every command that scores a table. */
export const tableNotes: readonly string[] = [
  "A blank cell is not asked; not_sure and prefer_not are words. Codes are exact: Yes is not yes.",
  "Exit codes: 0 all scored, 2 wrong usage, 3 input unreadable, 4 some rows rejected, 5 output refused, 6 counts differ.",
  "",
];

/** Scores a table and writes what came of it, with every row in exactly one of scored and rejected. */
export async function scoreTable(path: string, work: TableWork, given: Given, io: Io): Promise<number> {
  const said = given.text("out");
  const dryRun = given.flag("dry-run");
  const out = said === undefined || said === "-" ? undefined : said;
  const scorer = scorerOf(work.rules);
  const allowed = rejectsAllowed(given.text("max-rejects"));
  const mapPath = given.text("map");
  const asked = askedBy(work.rules);
  const map = await mapFrom(mapPath, scorer.items, (item) => codesOf(asked, item));
  const outFormat = given.text("out-format") ?? (out === undefined && given.flag("json") ? "ndjson" : undefined);
  const format = given.text("format");
  const startWorkers = workersFor(work.rules, given.text("workers"), io);
  const engine = await engineFrom(work.rules, given);
  const progress = progressOn(given, io);
  const done = await scoreFile({
    path,
    scorer,
    out: dryRun ? undefined : (out ?? io.stdout),
    stdin: io.stdin,
    map,
    overwrite: given.flag("overwrite"),
    resume: given.flag("resume"),
    rawText: given.flag("raw-text"),
    provenance: { command: work.command, ...work.provenance },
    review: work.review,
    maxRejects: allowed.said,
    onRows: progress.at,
    ...(engine === undefined ? { startWorkers } : { engine }),
    ...(format === undefined ? {} : { format }),
    ...(outFormat === undefined ? {} : { outFormat }),
  });
  progress.end();
  if (dryRun) await say(io.stdout, `${JSON.stringify(done.manifest, null, 2)}\n`);
  else if (done.names !== undefined && given.flag("json")) await say(io.stdout, `${JSON.stringify(done.manifest)}\n`);
  if (!given.flag("quiet")) await tell(io.stderr, report(done, dryRun, given, io));
  return allowed.holds(done.tally.rows) ? exitCodes.done : exitCodes.someRejected;
}

interface RejectsAllowed {
  readonly said: string;
  holds(rows: { readonly read: number; readonly rejected: number }): boolean;
}

function rejectsAllowed(text = "0"): RejectsAllowed {
  const found = /^(\d{1,15})(%?)$/.exec(text);
  if (found === null || (found[2] === "%" && Number(found[1]) > 100)) {
    throw usageError("--max-rejects", expects("expected.whole_or_share"));
  }
  const most = Number(found[1]);
  const isShare = found[2] === "%";
  return { said: text, holds: ({ read, rejected }) => (isShare ? rejected * 100 <= read * most : rejected <= most) };
}

/** Files of more bytes than this are scored by worker threads unless their number is given (design choice). */
const manyBytes = { text: 1 << 25, parquet: 1 << 22 } as const;

/** The most of them for Parquet then: one thread reads and writes it, which takes longer than two take to score it. */
const mostForParquet = 2;

/** The most worker threads that may be asked for (design choice). */
const mostWorkers = 64;

function workersFor(rules: RowRules, text: string | undefined, { workerProgram }: Io) {
  if (text !== undefined && !(/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= mostWorkers)) {
    throw usageError("--workers", expects("expected.whole_to", { most: mostWorkers }));
  }
  return (bytes: number | undefined, format: string) => {
    const count = text === undefined ? countFor(bytes ?? 0, format === "parquet") : Number(text);
    if (count < 2 || workerProgram === undefined) return undefined;
    return (plan: ScorePlan) => scoreWorkers(workerProgram, count, { scoring: scoringOf(rules), plan });
  };
}

function countFor(bytes: number, isParquet: boolean): number {
  if (bytes <= (isParquet ? manyBytes.parquet : manyBytes.text)) return 1;
  return isParquet ? Math.min(mostForParquet, availableParallelism()) : availableParallelism();
}

/** What scores rows if `--engine` names it, loaded only then. */
async function engineFrom(rules: RowRules, given: Given) {
  const name = given.text("engine");
  return name === undefined ? undefined : (await import("./duckdb-rows.ts")).engineNamed(name, rules, given);
}

function progressOn({ words, flag }: Given, io: Io): { at(read: number): void; end(): void } {
  const shown = io.stderr.isTTY === true && !flag("quiet");
  return {
    at: (read) => void (shown && io.stderr.write(`\r${words("table.progress", { read })}`)),
    end: () => void (shown && io.stderr.write("\r\u001b[K")),
  };
}

function report({ tally, input, names }: FileScored, dryRun: boolean, given: Given, io: Io): string {
  const { words } = given;
  const { rows, rejectsByCode, missing, samples, guardedCells } = tally;
  const lines: string[] = [];
  if (samples.length > 0) lines.push(errorBlocks(samples, given, io.color, given.said("place", input)));
  const codes = Object.entries(rejectsByCode);
  if (codes.length > 0)
    lines.push(words("table.faults", { faults: codes.map(([code, count]) => `${code} ${count}`).join(", ") }));
  if (missing.length > 0) {
    const named = missing.map(({ item, nearest }) =>
      nearest === undefined ? item : words("table.nearest", { item, nearest }),
    );
    lines.push(visible(words("table.no_column", { items: named.join(", ") })));
  }
  if (guardedCells > 0) lines.push(words("table.guarded", { count: guardedCells }));
  lines.push(words("table.rows", rows));
  if (names !== undefined) lines.push(visible(words("table.written", names)));
  else if (dryRun) lines.push(words("table.dry_run"));
  else if (rows.rejected > 0) lines.push(words("table.rejects_not_kept"));
  return `${lines.join("\n")}\n`;
}
