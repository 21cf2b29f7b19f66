import { parentPort, workerData } from "node:worker_threads";
import { AssessmentError } from "../issues/index.ts";
import { blockScorer, type Rows } from "../tables/index.ts";
import { rulesFor, scorerOf } from "./row-scoring.ts";
import { memoryOf, type WorkerAnswer, type WorkerTask } from "./worker-message.ts";

const { plan, scoring } = workerData as WorkerTask;
const score = blockScorer(plan, scorerOf(await rulesFor(scoring)));

parentPort?.on("message", (block: Rows) => {
  const answer = answerTo(block);
  parentPort?.postMessage(answer, "scored" in answer ? memoryOf(answer.scored.scored) : []);
});

/** Issues are sent as data, since an error loses them on its way between threads. */
function answerTo(block: Rows): WorkerAnswer {
  try {
    return { scored: score(block) };
  } catch (fault) {
    if (fault instanceof AssessmentError) return { issues: fault.issues };
    throw fault;
  }
}
