import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { AssessmentError } from "../issues/index.ts";
import type { BlockWorkers, ScoredBlock } from "../tables/index.ts";
import { usageError } from "./command.ts";
import { expects } from "./expects.ts";
import { keepRoomForNew } from "./keep-room-for-new.ts";
import { memoryOf, type WorkerAnswer, type WorkerTask } from "./worker-message.ts";

/** What a worker makes for a row is short-lived: more room for it would only grow with the rows (design choice). */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Worker threads that score blocks, each one block at a time; blocks wait in a queue while all are at work. */
export async function scoreWorkers(program: URL, count: number, task: WorkerTask): Promise<BlockWorkers> {
  const waiting: Job[] = [];
  const next = () => waiting.shift();
  const workers = Array.from({ length: count }, () => new Worker(program, { workerData: task, resourceLimits }));
  const threads = workers.map((worker) => thread(worker, next));
  // One that cannot start says so of every block.
  await Promise.allSettled(workers.map((worker) => once(worker, "online")));
  keepRoomForNew();
  return {
    size: count * 2,
    score: (block) =>
      new Promise((resolve, reject) => {
        const job: Job = { block, resolve, reject };
        const idle = threads.find(({ isIdle }) => isIdle());
        if (idle === undefined) waiting.push(job);
        else idle.give(job);
      }),
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** A block, and who waits for what comes of it. */
interface Job {
  readonly block: unknown;
  resolve(scored: ScoredBlock): void;
  reject(fault: unknown): void;
}

/** A worker, which takes the next job whenever it has done one. One that has died gives its fault to every job. */
function thread(worker: Worker, next: () => Job | undefined) {
  let job: Job | undefined;
  let died: { readonly fault: unknown } | undefined;
  const give = (now: Job | undefined): void => {
    job = now;
    if (now === undefined) return;
    if (died === undefined) worker.postMessage(now.block, memoryOf(now.block));
    else now.reject(died.fault);
  };
  worker.on("message", (answer: WorkerAnswer) => {
    const done = job;
    give(next());
    if ("scored" in answer) done?.resolve(answer.scored);
    else done?.reject(new AssessmentError(answer.issues));
  });
  worker.on("error", (error) => {
    const fault = isTooLarge(error) ? tooManyWorkers : error;
    died = { fault };
    for (let left = job; left !== undefined; left = next()) left.reject(fault);
  });
  return { worker, isIdle: () => job === undefined || died !== undefined, give };
}

/** Whether a thread had too little of what the machine has: memory, or files that may be open. */
function isTooLarge(fault: unknown): boolean {
  const code = fault instanceof Error && "code" in fault ? fault.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY" || code === "ERR_WORKER_INIT_FAILED";
}

const tooManyWorkers = usageError("--workers", expects("expected.fewer_workers"));
