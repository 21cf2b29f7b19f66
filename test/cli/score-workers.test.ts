import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { scoreWorkers } from "../../src/cli/score-workers.ts";
import type { WorkerTask } from "../../src/cli/worker-message.ts";
import type { Rows } from "../../src/tables/index.ts";

const task: WorkerTask = {
  scoring: { kind: "classify" },
  plan: { from: "csv", to: "csv", header: [], types: undefined, map: { columns: {}, codes: {} }, rawText: false },
};
const program = (code: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; ${code}`)}`);
const block = (first: number): Rows => {
  const numbered = { rows: 1, first };
  return numbered;
};

/** What comes of so many blocks that are handed over at once, then one more a moment later. */
async function outcomes(code: string, count: number, blocks: number) {
  const workers = await scoreWorkers(program(code), count, task);
  try {
    const sent = Array.from({ length: blocks }, (_, at) => workers.score(block(at)));
    const first = await Promise.allSettled(sent);
    await setTimeout(50);
    const [last] = await Promise.allSettled([workers.score(block(blocks))]);
    return [...first, last].map((each) =>
      each?.status === "fulfilled" ? Number(each.value.scored) : String(each?.reason.message ?? each?.reason),
    );
  } finally {
    await workers.close();
  }
}

describe("Worker threads", () => {
  test("give each block its own answer, with more blocks than workers and in whatever order they are done", async () => {
    const late = `parentPort.on("message", ({ first }) =>
      setTimeout(() => parentPort.postMessage({ scored: { scored: first } }), first % 3));`;
    for (const count of [1, 2, 3]) expect(await outcomes(late, count, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("that cannot start, or die, say so of every block, and none waits for ever", async () => {
    expect(await outcomes(`throw new Error("no rules");`, 2, 5)).toEqual(Array(6).fill("no rules"));
    const dying = `parentPort.on("message", ({ first }) => {
      if (first === 1) throw new Error("died");
      parentPort.postMessage({ scored: { scored: first } });
    });`;
    expect(await outcomes(dying, 1, 4)).toEqual([0, "died", "died", "died", "died"]);
  });

  test("give issues as the errors that they were", async () => {
    const workers = await scoreWorkers(
      program(
        `parentPort.on("message", () => parentPort.postMessage({ issues: [{ code: "counts_differ", path: [] }] }));`,
      ),
      1,
      task,
    );
    await expect(workers.score(block(0))).rejects.toMatchObject({ issues: [{ code: "counts_differ" }] });
    await workers.close();
  });
});
