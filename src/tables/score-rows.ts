import { AssessmentError, type Issue, mustHave } from "../issues/index.ts";
import { cellWriter } from "./cells.ts";
import { garbageCollector } from "./collect-garbage.ts";
import { type ColumnMap, checkMap } from "./column-map.ts";
import type { Input } from "./input.ts";
import type { Output } from "./output.ts";
import type { RowScorer } from "./row-scorer.ts";
import { type BlockTally, blockScorer, namesKept, rejectColumns, type ScoredBlock } from "./score-block.ts";
import {
  type MissingItem,
  missingItems,
  refuseAbsent,
  refuseTable,
  type ScorePlan,
  unusedColumns,
  writtenColumns,
} from "./score-plan.ts";
import type { Rows, TableFormat } from "./table-format.ts";

/** Where rows come from and go to. */
export interface ScoreJob {
  readonly input: Input;
  readonly from: TableFormat;
  readonly to: TableFormat;
  /** Whether the files are compressed by gzip, for an engine that reads and writes them itself. */
  readonly compressed?: { readonly from: boolean; readonly to: boolean };
  readonly scorer: RowScorer;
  readonly map: ColumnMap;
  readonly scored: Output;
  readonly rejected: Output;
  /** Whether text cells that a spreadsheet would run are written as they are. */
  readonly rawText: boolean;
  /** Called now and then with how many rows have been read. */
  readonly onRows?: (read: number) => void;
  /** How many bytes of text a block has at least. It changes no result. */
  readonly blockBytes?: number;
  /** Starts workers that score blocks; without it this thread does. They change no result. */
  readonly startWorkers?: (plan: ScorePlan) => Promise<BlockWorkers>;
  /** Called after each block, once its rows have been handed to the outputs. */
  readonly onBlock?: (progress: Progress) => Promise<void>;
  /** How far an earlier run came: its rows stand in the outputs and are not scored again. */
  readonly startAfter?: Progress;
}

/** Threads that score blocks. */
export interface BlockWorkers {
  /** How many blocks may be out at once. */
  readonly size: number;
  /** Scores a block, which is given away. */
  score(block: Rows): Promise<ScoredBlock>;
  close(): Promise<void>;
}

/** How far a run has come, as plain data. */
export type Progress = BlockTally;

/** What became of the rows. Every row read is in exactly one of `scored` and `rejected`. */
export interface Tally {
  readonly rows: { readonly read: number; readonly scored: number; readonly rejected: number };
  readonly rejectsByCode: Readonly<Record<string, number>>;
  readonly guardedCells: number;
  readonly header: readonly string[];
  /** Items that no column holds, each with the column nearest in spelling. */
  readonly missing: readonly MissingItem[];
  readonly passedThrough: readonly string[];
  /** How many of these are kept, if rows named more. */
  readonly passedThroughCutAt?: number;
  /** The first fault of each code, ten at most, for showing; no values. */
  readonly samples: readonly Issue[];
  /** What scored the rows, if it was another program. */
  readonly engine?: Readonly<Record<string, unknown>>;
}

/** What scores the rows of a table and keeps the same accounts as {@link scoreRows}. */
export type RowEngine = (job: ScoreJob) => Promise<Tally>;

/**
 * Scores every row of a table. A row with any fault is rejected whole, with every reason and its own text. However the
 * rows are cut into blocks, and whichever thread scores them, they are written in their order and as the same bytes.
 *
 * @throws {AssessmentError} if the file cannot be read as declared, before anything is written; `missing_column` at the
 *   end if rows name their own columns and none has one of the map, or any of an item; `counts_differ`;
 *   `malformed` for what is no job
 * @example
 * import { PassThrough } from "node:stream";
 * async function* sent() { yield "id,adult\n1,yes\n2,perhaps\n"; }
 * const csv = formatNamed("csv");
 * const [scored, rejected] = [streamOutput(new PassThrough()), streamOutput(new PassThrough())];
 * const by = { from: csv, to: csv, scorer: rowClassifier(fiveTypes), map: { columns: {}, codes: {} }, rawText: false };
 * const { rows, samples } = await scoreRows({ ...by, input: openInput("-", sent()), scored, rejected });
 * rows; // => { read: 2, scored: 1, rejected: 1 }
 * samples[0]?.path; // => ["row", 2, "adult"]
 */
export async function scoreRows(job: ScoreJob): Promise<Tally> {
  mustHave(job, "input", "job");
  const { input, from, to, scorer, map, rawText, startAfter } = job;
  mustHave(from, "read", "from");
  mustHave(to, "writer", "to");
  mustHave(scorer, "items", "scorer");
  if (from.keyed && !to.keyed) {
    throw new AssessmentError([{ code: "unknown_format", path: [to.name], expected: [from.name] }]);
  }
  checkMap(scorer.items, map);
  const { header, types, blocks } = await from.read(input, job.blockBytes);
  if (!from.keyed) refuseTable(header, scorer, map, input.name);
  const plan: ScorePlan = { from: from.name, to: to.name, header, types, map, rawText };
  const writer = await to.writer(job.scored, writtenColumns(plan, scorer), startAfter !== undefined);
  if (startAfter === undefined) await job.rejected.write(cellWriter(",", rawText).line(rejectColumns));
  let tally = startAfter ?? { ...nothing, guardedCells: writer.guarded };
  const take = async ({ scored, rejected, tally: block }: ScoredBlock): Promise<void> => {
    if (block.scored > 0) await writer.write(scored);
    if (rejected !== "") await job.rejected.write(rejected);
    tally = together(tally, block);
    job.onRows?.(tally.read);
    await job.onBlock?.(tally);
  };
  const left = startAfter === undefined ? blocks : blocksAfter(blocks, startAfter.read);
  if (job.startWorkers === undefined) {
    const score = blockScorer(plan, scorer);
    const collect = garbageCollector();
    for await (const block of left) {
      await take(score(block));
      collect();
    }
  } else await inOrder(left, await job.startWorkers(plan), take);
  await writer.end();
  if (!from.keyed) return tallyOf(tally, header, job);
  const names = [...tally.held, ...tally.names.slice(0, namesKept)];
  // What no row has is only known now. Of rows that cannot be read it is not known.
  if (tally.scored > 0 || names.length > 0) refuseAbsent(names, scorer, map, input.name);
  const isCut = tally.names.length > namesKept;
  return { ...tallyOf(tally, names, job), ...(isCut ? { passedThroughCutAt: namesKept } : {}) };
}

/** Sends blocks to workers and takes what comes back in the blocks' order. */
async function inOrder(
  blocks: AsyncIterable<Rows>,
  workers: BlockWorkers,
  take: (scored: ScoredBlock) => Promise<void>,
): Promise<void> {
  const out: Promise<ScoredBlock>[] = [];
  try {
    for await (const block of blocks) {
      const scored = workers.score(block);
      scored.catch(() => undefined); // it is awaited in its turn
      out.push(scored);
      if (out.length > workers.size) await take(await (out.shift() as Promise<ScoredBlock>));
    }
    for (const scored of out) await take(await scored);
  } finally {
    await workers.close();
  }
}

/** The counts before the first row. */
export const nothing: BlockTally = {
  read: 0,
  scored: 0,
  rejected: 0,
  rejectsByCode: {},
  guardedCells: 0,
  held: [],
  names: [],
  samples: [],
};

const samplesKept = 10;

/** The counts of two stretches of rows. */
export function together(a: BlockTally, b: BlockTally): BlockTally {
  const byCode: Record<string, number> = { ...a.rejectsByCode };
  for (const [code, count] of Object.entries(b.rejectsByCode)) byCode[code] = (byCode[code] ?? 0) + count;
  const fresh = b.samples.filter(({ code }) => a.rejectsByCode[code] === undefined);
  return {
    read: a.read + b.read,
    scored: a.scored + b.scored,
    rejected: a.rejected + b.rejected,
    rejectsByCode: byCode,
    guardedCells: a.guardedCells + b.guardedCells,
    held: b.held.length === 0 ? a.held : [...new Set([...a.held, ...b.held])],
    names: b.names.length === 0 ? a.names : [...new Set([...a.names, ...b.names])].slice(0, namesKept + 1),
    samples: fresh.length === 0 ? a.samples : [...a.samples, ...fresh].slice(0, samplesKept),
  };
}

/** The accounts of a table, from the counts of its rows and the names of its columns. */
export function tallyOf(
  tally: BlockTally,
  names: readonly string[],
  { scorer, map }: Pick<ScoreJob, "scorer" | "map">,
): Tally {
  const { read, scored, rejected, rejectsByCode, guardedCells, samples } = tally;
  return {
    rows: { read, scored, rejected },
    rejectsByCode,
    guardedCells,
    header: names,
    missing: missingItems(names, scorer, map),
    passedThrough: unusedColumns(names, scorer, map),
    samples,
  };
}

/** The blocks after the first so many rows. An earlier run stopped between two blocks, and blocks are cut alike. */
async function* blocksAfter(blocks: AsyncIterable<Rows>, rows: number): AsyncGenerator<Rows> {
  let passed = 0;
  for await (const block of blocks) {
    if (passed >= rows) yield block;
    else passed += block.rows;
    if (passed > rows) throw new AssessmentError([{ code: "cannot_resume", path: [] }]);
  }
  if (passed < rows) throw new AssessmentError([{ code: "cannot_resume", path: [] }]);
}
