import { Worker } from "node:worker_threads";
import { AssessmentError, type Issue } from "../issues/index.ts";
import type { BlockWorkers, ScoredBlock, ScorePlan } from "../tables/index.ts";
import type { RowScoring } from "./row-scoring.ts";

/** What a worker is started with. */
export interface WorkerTask {
  readonly scoring: RowScoring;
  readonly plan: ScorePlan;
}

/** What a worker answers to a block. */
export type WorkerAnswer = { readonly scored: ScoredBlock } | { readonly issues: readonly Issue[] };

/** What a worker makes for a row is short-lived: more room for it would only grow with the rows (design choice). */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Worker threads that score blocks, each one block at a time; blocks wait in a queue while all are at work. */
export function scoreWorkers(program: URL, count: number, task: WorkerTask): BlockWorkers {
  const idle: Worker[] = [];
  const waiting: { readonly block: unknown; readonly done: Done }[] = [];
  const workers = Array.from({ length: count }, () => new Worker(program, { workerData: task, resourceLimits }));
  idle.push(...workers);
  const give = (worker: Worker, block: unknown, done: Done) => {
    const free = () => {
      worker.off("error", failed);
      const next = waiting.shift();
      if (next === undefined) idle.push(worker);
      else give(worker, next.block, next.done);
    };
    const failed = (fault: unknown) => done(undefined, fault);
    worker.once("error", failed);
    worker.once("message", (answer: WorkerAnswer) => {
      free();
      if ("scored" in answer) done(answer.scored);
      else done(undefined, new AssessmentError(answer.issues));
    });
    worker.postMessage(block, memoryOf(block));
  };
  return {
    size: count * 2,
    score: (block) =>
      new Promise((resolve, reject) => {
        const done: Done = (scored, fault) => (scored === undefined ? reject(fault) : resolve(scored));
        const worker = idle.shift();
        if (worker === undefined) waiting.push({ block, done });
        else give(worker, block, done);
      }),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

type Done = (scored: ScoredBlock | undefined, fault?: unknown) => void;

/** The memory of a block's or a piece's bytes, which is handed over and not copied. */
export function memoryOf(data: unknown): ArrayBuffer[] {
  const bytes = data instanceof Uint8Array ? data : bytesIn(data);
  return bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}

function bytesIn(block: unknown): Uint8Array | undefined {
  return typeof block === "object" && block !== null && "bytes" in block && block.bytes instanceof Uint8Array
    ? block.bytes
    : undefined;
}
