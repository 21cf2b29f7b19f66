import { libraryVersion } from "../instrument/index.ts";
import { AssessmentError, mustHave } from "../issues/index.ts";
import { hashOf, removeCheckpoint } from "./checkpoint.ts";
import type { ColumnMap } from "./column-map.ts";
import { countedBack } from "./counted-back.ts";
import { type FileNames, fileNames } from "./file-names.ts";
import { type FileFormat, formatNamed, formatOf } from "./formats.ts";
import { type Input, noInput, openInput } from "./input.ts";
import { keepCheckpoints } from "./keep-checkpoints.ts";
import { lockOutput } from "./lock-output.ts";
import { type Manifest, manifestOf } from "./manifest.ts";
import { namesTouched } from "./names-touched.ts";
import { checkTarget, noOutput, type Output, openOutput, streamOutput, type Written } from "./output.ts";
import { removeDeadParts } from "./part-files.ts";
import { publishTogether } from "./publish.ts";
import type { RowScorer } from "./row-scorer.ts";
import type { ScorePlan } from "./score-plan.ts";
import { type BlockWorkers, type Progress, type RowEngine, scoreRows, type Tally } from "./score-rows.ts";

/** A file to be scored, and how. */
export interface FileJob {
  /** The input's name; `-` is `stdin`. */
  readonly path: string;
  readonly scorer: RowScorer;
  /** Where scored rows go: a file, with its rejects and its manifest beside it; a stream; or nowhere, for a dry run. */
  readonly out: string | NodeJS.WritableStream | undefined;
  readonly stdin?: AsyncIterable<Buffer | string>;
  /** The format of the input; by its name if not given. */
  readonly format?: string;
  /** The format of the output; by its name if not given, or that of the input if it has none. */
  readonly outFormat?: string;
  readonly map?: ColumnMap;
  /** Whether output that exists may be replaced. */
  readonly overwrite?: boolean;
  /** Whether a run that was cut off is resumed, from its last checkpoint. */
  readonly resume?: boolean;
  readonly rawText?: boolean;
  /** What the manifest says first of all: what scored the rows. */
  readonly provenance?: Readonly<Record<string, unknown>>;
  /** What the manifest says of review by a person. */
  readonly review?: string;
  /** How many rejected rows are still well, for the manifest. */
  readonly maxRejects?: string;
  readonly onRows?: (read: number) => void;
  readonly blockBytes?: number;
  /** Starts workers for an input of so many bytes (`undefined` for a stream) in a format, if there are to be any. */
  readonly startWorkers?: (
    bytes: number | undefined,
    format: string,
  ) => ((plan: ScorePlan) => Promise<BlockWorkers>) | undefined;
  /** What scores the rows in place of this library's own reader and writer; such a run cannot be resumed. */
  readonly engine?: RowEngine;
  /** How many bytes of input a checkpoint is kept after; none for short files. */
  readonly checkpointBytes?: number;
}

/** What came of a file. */
export interface FileScored {
  readonly tally: Tally;
  readonly manifest: Manifest;
  /** The input's name without its folder. */
  readonly input: string;
  /** What was written, if files were. */
  readonly names?: FileNames;
}

/**
 * Scores every row of a file. Each row ends in exactly one of two files, scored or rejected; a manifest beside them says
 * how many went where. The files are counted back from the disk, and get their names only if everything adds up: on any
 * fault none appears, and what stood there before stays as it was.
 *
 * @throws {AssessmentError} for the input as `scoreRows`; `output_exists`, `output_refused`, `output_in_use` for the
 *   output; `cannot_resume`; `changed_while_reading`; `counts_differ`; `malformed` for what is no job
 * @example
 * async function* sent() { yield "id,adult\n1,yes\n2,perhaps\n"; }
 * const job = { path: "-", stdin: sent(), out: "scored.csv", scorer: rowClassifier(fiveTypes) };
 * const { manifest } = await scoreFile(job);
 * manifest.rows; // => { read: 2, scored: 1, rejected: 1 }
 */
export async function scoreFile(job: FileJob): Promise<FileScored> {
  mustHave(job, "path", "job");
  mustHave(job.scorer, "items", "scorer");
  const from = formatOf(job.path, job.format);
  const { out } = job;
  const to =
    typeof out === "string"
      ? formatOf(out, job.outFormat)
      : job.outFormat === undefined
        ? { format: from.format, gzip: false }
        : formatOf("-", job.outFormat);
  const input = openInput(job.path, job.stdin ?? noInput(), from.gzip);
  if (typeof out !== "string") {
    const scored = out === undefined ? noOutput : streamOutput(out, to.gzip);
    return run(job, { from, to, input, scored, rejected: noOutput });
  }
  const names = fileNames(out);
  for (const name of namesTouched(out))
    if (input.isAt(name))
      throw new AssessmentError([{ code: "output_refused", path: [name], expected: ["another file than the input"] }]);
  for (const name of Object.values(names)) checkTarget(name, job.overwrite === true);
  // By the name that all three share: `k.csv` and `k.tsv` have one manifest.
  const lock = lockOutput(names.manifest);
  try {
    return await runToFiles(job, { from, to, input, names, check: lock.check });
  } finally {
    lock.release();
  }
}

interface Ends {
  readonly from: FileFormat;
  readonly to: FileFormat;
  readonly input: Input;
}

async function runToFiles(
  job: FileJob,
  ends: Ends & { readonly names: FileNames; readonly check: () => void },
): Promise<FileScored> {
  const { names, to, input } = ends;
  const overwrite = job.overwrite === true;
  const id = hashOf(identityOf(job, ends));
  const before =
    job.resume === true ? await (await import("./earlier-run.ts")).earlierRun(names, id, input) : undefined;
  if (before === undefined) removeCheckpoint(names.scored);
  const outputs: Output[] = [];
  try {
    const scored = openOutput(names.scored, {
      overwrite,
      gzip: to.gzip && job.engine === undefined,
      byAnother: job.engine !== undefined,
      ...goOn(before?.scored),
    });
    outputs.push(scored);
    const rejected = openOutput(names.rejects, { overwrite, mode: 0o600, ...goOn(before?.rejected) });
    outputs.push(rejected);
    const beside = openOutput(names.manifest, { overwrite });
    outputs.push(beside);
    const canGoOn = job.engine === undefined && to.format.canGoOn && !to.gzip && input.size !== undefined;
    const keeper = canGoOn
      ? keepCheckpoints({ run: id, names, input, scored, rejected, between: job.checkpointBytes })
      : undefined;
    if (before !== undefined) await keeper?.save(before.progress, before.input);
    const done = await run(job, {
      ...ends,
      scored,
      rejected,
      ...(keeper === undefined ? {} : { onBlock: keeper.after }),
      ...(before === undefined ? {} : { startAfter: before.progress }),
    });
    await checkCounts(done.tally, scored, ends.to, rejected);
    await beside.write(`${JSON.stringify(done.manifest, null, 2)}\n`);
    await beside.finish();
    ends.check();
    publishTogether(outputs);
    return { ...done, names };
  } finally {
    for (const output of outputs) output.discard();
    removeCheckpoint(names.scored);
    // Without their checkpoint the earlier run's parts are good for nothing.
    for (const name of Object.values(names)) removeDeadParts(name);
  }
}

async function run(
  job: FileJob,
  ends: Ends & {
    readonly scored: Output;
    readonly rejected: Output;
    readonly names?: FileNames;
    readonly onBlock?: (progress: Progress) => Promise<void>;
    readonly startAfter?: Progress;
  },
): Promise<FileScored> {
  const { input, from, to, scored, rejected, names, onBlock, startAfter } = ends;
  const { scorer, rawText = false, map = { columns: {}, codes: {} } } = job;
  const startWorkers = job.startWorkers?.(input.size, from.format.name);
  const tally = await (job.engine ?? scoreRows)({
    input,
    from: from.format,
    to: to.format,
    compressed: { from: from.gzip, to: to.gzip },
    scorer,
    map,
    scored,
    rejected,
    rawText,
    ...(job.onRows === undefined ? {} : { onRows: job.onRows }),
    ...(job.blockBytes === undefined ? {} : { blockBytes: job.blockBytes }),
    ...(startWorkers === undefined ? {} : { startWorkers }),
    ...(onBlock === undefined ? {} : { onBlock }),
    ...(startAfter === undefined ? {} : { startAfter }),
  });
  input.checkUnchanged();
  const written = { scored: await scored.finish(), rejected: await rejected.finish() };
  const manifest = manifestOf({ job, tally, input, from, to, map, rawText, written, names });
  return { tally, manifest, input: input.name };
}

/** Holds the counts to each other and to the finished files, read back from the disk. */
async function checkCounts({ rows }: Tally, scored: Output, to: FileFormat, rejected: Output): Promise<void> {
  const back = {
    scored: await countedBack(scored.file, to.format),
    rejected: await countedBack(rejected.file, formatNamed("csv")),
  };
  if (rows.read !== rows.scored + rows.rejected || back.scored !== rows.scored || back.rejected !== rows.rejected) {
    throw new AssessmentError([
      { code: "counts_differ", path: ["read", rows.read, "scored", back.scored, "rejected", back.rejected] },
    ]);
  }
}

/** All that the bytes of the output depend on, but for the input's own. */
function identityOf({ provenance, map, rawText }: FileJob, { from, to, input }: Ends): unknown {
  return [
    libraryVersion,
    provenance,
    map,
    rawText === true,
    [from.format.name, from.gzip, to.format.name, to.gzip],
    input.name,
  ];
}

const goOn = (part: { readonly temporary: string; readonly written: Written } | undefined) =>
  part === undefined ? {} : { goOn: part };
