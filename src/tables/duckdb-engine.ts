import { resolve } from "node:path";
import { AssessmentError } from "../issues/index.ts";
import { duckdb } from "../sql/index.ts";
import { cellWriter } from "./cells.ts";
import { columnFor } from "./column-map.ts";
import { type DuckdbSession, duckdbSession } from "./duckdb-library.ts";
import { columnTypes, type DuckdbOutput, duckdbOutput } from "./duckdb-output.ts";
import {
  checkSource,
  countFrom,
  type DuckdbSource,
  duckdbSource,
  placeName,
  refuseFarDays,
  refuseNul,
} from "./duckdb-source.ts";
import { notExact } from "./exact-text.ts";
import { refusedOutput } from "./output.ts";
import { rejectsOf } from "./rejects-of.ts";
import { rejectColumns } from "./score-block.ts";
import { refuseTable, refuseTaken, type ScorePlan } from "./score-plan.ts";
import { nothing, type RowEngine, type ScoreJob, type Tally, tallyOf, together } from "./score-rows.ts";

/** A statement whose rows are those of a table, with `faults` and the results after the table's own columns. */
export interface StatementOver {
  readonly statement: string;
  /** The columns that it adds; `faults` is one of them and is not written. */
  readonly columns: readonly string[];
}

/** How DuckDB scores a table. */
export interface DuckdbScoring {
  /**
   * The statement over a table, whose columns by item are given; an item without one is not asked. It may join no table:
   * DuckDB gives the rows of a join in any order.
   */
  readonly statementOver: (table: string, columns: Readonly<Record<string, string>>) => StatementOver;
  /** How many threads it takes; as many as the machine has if not given. */
  readonly threads?: number;
}

/**
 * Scores tables in DuckDB, with the accounts of `scoreRows`: our own count of the input is held against what DuckDB
 * reads, rows with faults are read again by this library's reader and rejected with its reasons, and the file of scored
 * rows is counted back. A file that DuckDB may read in another way than this library is refused.
 *
 * @throws {AssessmentError} as `scoreRows`; `wrong_usage` if DuckDB is not installed; `unreadable_file`, `wrong_type`
 * @example
 * const { numbers: _, ...dialect } = duckdb; // it would be a join
 * const statementOver = (table: string, columns: Readonly<Record<string, string>>) => {
 *   const absent = Object.keys(fiveTypes.instrument.items).filter((item) => !Object.hasOwn(columns, item));
 *   return classifySql(fiveTypes, { dialect, table, columns, absent });
 * };
 * await writeRows("cases.csv", ["id", "adult"], [["1", "yes"], ["2", "perhaps"]]);
 * const job = { path: "cases.csv", out: "by-duckdb.csv", scorer: rowClassifier(fiveTypes) };
 * const { manifest } = await scoreFile({ ...job, engine: duckdbEngine({ statementOver, threads: 1 }) });
 * manifest.rows; // => { read: 2, scored: 1, rejected: 1 }
 */
export function duckdbEngine(scoring: DuckdbScoring): RowEngine {
  return async (job) => {
    const { input, from, to, scorer, map, scored } = job;
    const path = resolve(input.path ?? "");
    const target = scored.file === undefined ? undefined : resolve(scored.file.temporary);
    checkJob(job, path);
    const session = await duckdbSession([path, ...(target === undefined ? [] : [target])], scoring.threads);
    try {
      const table = await from.read(input);
      const { header } = table;
      refuseTable(header, scorer, map, input.name);
      const source = await duckdbSource(job, table, path);
      const plan: ScorePlan = { from: from.name, to: to.name, header, map, rawText: job.rawText };
      return await scoredIn(session, { job, source, plan, target, statementOver: scoring.statementOver });
    } finally {
      session.close();
    }
  };
}

/** Refuses what DuckDB cannot be given, before anything is read. */
function checkJob({ input, from, to, compressed, map }: ScoreJob, path: string): void {
  if (input.path === undefined || input.size === undefined) throw notExact(input.name, "a file, not a stream");
  if (/[*?[\]]/.test(path)) throw notExact(input.name, "a path without * ? [ ]");
  for (const [{ name }, isCompressed] of [
    [from, compressed?.from === true] as const,
    [to, compressed?.to === true] as const,
  ]) {
    if (!(isCompressed ? ["csv", "tsv"] : ["csv", "tsv", "parquet"]).includes(name)) {
      const expected = ["csv", "tsv", "csv.gz", "tsv.gz", "parquet"];
      throw new AssessmentError([{ code: "unknown_format", path: [name], expected }]);
    }
  }
  if (Object.keys(map.codes).length > 0)
    throw new AssessmentError([{ code: "bad_map", path: ["codes"], expected: ["columns only, with --engine"] }]);
}

interface Run {
  readonly job: ScoreJob;
  readonly source: DuckdbSource;
  readonly plan: ScorePlan;
  /** The file that takes the scored rows; none for a run that writes nothing. */
  readonly target: string | undefined;
  readonly statementOver: DuckdbScoring["statementOver"];
}

async function scoredIn(session: DuckdbSession, run: Run): Promise<Tally> {
  const { job, source, plan, target } = run;
  const { header, map } = plan;
  const { input, scorer, rejected, rawText } = job;
  const read = <T>(work: () => Promise<T>) => reading(input.name, header.length, work);
  await read(() => session.run(`CREATE VIEW ssb_input AS ${source.select}`));
  await read(() => checkSource(session, source, header.length));
  await read(() =>
    session.run("CREATE VIEW ssb_numbered AS SELECT row_number() OVER () AS ssb_row_number, * FROM ssb_input"),
  );
  const columns = Object.fromEntries(
    scorer.items.flatMap((item) => {
      const place = header.indexOf(columnFor(item, map));
      return place < 0 ? [] : [[item, placeName(place)]];
    }),
  );
  const { statement, columns: added } = run.statementOver("ssb_input", columns);
  const results = added.filter((name) => name !== "faults");
  refuseTaken(header, results, input.name);
  const types = await read(() => columnTypes(session, "SELECT * FROM ssb_input"));
  if (!source.isText) await read(() => refuseNul(session, types, input.name));
  if (plan.to !== "parquet") await read(() => refuseFarDays(session, types, input.name));
  const output = duckdbOutput({ job, plan, source, types, coded: Object.values(columns), results });
  const written = await writtenTo(target, session, statement, output, read);
  const faulty =
    written === source.rows
      ? { numbers: [], guarded: 0 }
      : await read(() => faultyRows(session, run.statementOver("ssb_numbered", columns).statement, output));
  const { numbers } = faulty;
  if (written + numbers.length !== source.rows)
    throw new AssessmentError([
      { code: "counts_differ", path: ["read", source.rows, "scored", written, "rejected", numbers.length] },
    ]);
  await rejected.write(cellWriter(",", rawText).line(rejectColumns));
  let tally = { ...nothing, read: source.rows, scored: written };
  for await (const { text, tally: block } of rejectsOf(job, plan, numbers)) {
    await rejected.write(text);
    tally = together(tally, { ...block, read: 0, scored: 0 });
  }
  const guarded = (await read(() => guardedIn(session, output))) - faulty.guarded;
  const guardedCells = tally.guardedCells + output.guardedNames + guarded;
  job.onRows?.(source.rows);
  return {
    ...tallyOf({ ...tally, guardedCells }, header, job),
    engine: {
      name: "duckdb",
      version: String((await session.run("SELECT version()"))[0]?.[0] ?? ""),
      columns: results,
      leftOut: scorer.columns.filter((name) => !results.includes(name)),
    },
  };
}

type Reading = <T>(work: () => Promise<T>) => Promise<T>;

/** Writes the rows without faults and gives their number; only counts them if they have nowhere to go. */
async function writtenTo(
  target: string | undefined,
  session: DuckdbSession,
  statement: string,
  output: DuckdbOutput,
  read: Reading,
): Promise<number> {
  const rows = `FROM (${statement}) AS s WHERE s.faults = ''`;
  const counted = () => session.run(`SELECT count(*) ${rows}`);
  if (target === undefined) return countFrom((await read(counted))[0]?.[0]);
  const file = duckdb.text(target);
  const copy = `COPY (SELECT ${output.select} ${rows}) TO ${file} (${output.options}, USE_TMP_FILE false)`;
  return countFrom((await read(() => writing(target, () => session.run(copy))))[0]?.[0]);
}

/** The numbers of the rows with faults, in order, and how many of their cells would have been guarded. */
async function faultyRows(session: DuckdbSession, statement: string, { guarded = "0" }: DuckdbOutput) {
  const columns = `s.ssb_row_number, ${guarded}`;
  const [numbers = [], cells = []] = await session.run(
    `SELECT ${columns} FROM (${statement}) AS s WHERE s.faults <> ''`,
  );
  return {
    numbers: numbers.map(countFrom).sort((a, b) => a - b),
    guarded: cells.map(countFrom).reduce((sum, count) => sum + count, 0),
  };
}

/** How many cells of all rows are such as are guarded. */
async function guardedIn(session: DuckdbSession, { guarded }: DuckdbOutput): Promise<number> {
  if (guarded === undefined) return 0;
  return countFrom((await session.run(`SELECT coalesce(sum(${guarded}), 0) FROM ssb_input AS s`))[0]?.[0]);
}

/** What DuckDB says of a file may hold cells of it, so it is told in our own words. */
async function reading<T>(name: string, width: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof AssessmentError) throw fault;
    throw notExact(name, `sound rows of ${width} cells that fit its memory and its longest line (2 MB)`);
  }
}

/** A full disk is not a fault of the input. */
async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    const text = fault instanceof Error ? fault.message : "";
    const code = /no space left/i.test(text) ? "ENOSPC" : /file too large/i.test(text) ? "EFBIG" : undefined;
    if (code === undefined) throw fault;
    throw refusedOutput(path, Object.assign(new Error("write failed"), { code }));
  }
}
