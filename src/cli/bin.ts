#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { discardUnfinished } from "../tables/index.ts";
import { exitCodes } from "./exit-codes.ts";
import { keepRoomForNew } from "./keep-room-for-new.ts";
import { main } from "./main.ts";

// The live heap is small and stays so. The engine would let four times as much gather before it collects garbage, more with
// more rows, and would give new objects ever more room. At a quarter more, and with the room it begins with, memory is flat
// and the time is the same (docs/benchmarks.md).
setFlagsFromString("--heap-growing-percent=25");
keepRoomForNew();
// Buffers that are found to be garbage are freed before the next ones are asked for.
setFlagsFromString("--no-concurrent-array-buffer-sweeping");
// Once `gc` is exposed, a new context has it. Tables call it as they are read and scored.
setFlagsFromString("--expose-gc");
globalThis.gc = runInNewContext("globalThis.gc");
const { stdin, stdout, stderr, env } = process;
// A reader that has gone away ends the command quietly: output it did not read is dropped on purpose.
// One that has no room is told by `main`, which waits for every write; the code is kept, should anything else follow.
let lost = false;
stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code === "EPIPE") process.exitCode = exitCodes.closedPipe;
  else lost = true;
});
// What cannot be said on standard error changes nothing of what was done.
stderr.on("error", () => undefined);
// A command that is stopped leaves no part of a file; then the signal ends it, as it would have.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    discardUnfinished();
    process.kill(process.pid, signal);
  });
}
const color = stderr.isTTY === true && (env.NO_COLOR ?? "") === "";
const workerProgram = new URL("./score-worker.js", import.meta.url);
// It stands if nothing is left to wait for and the command has not ended, which must not look like success.
process.exitCode = exitCodes.internal;
// Not awaited here: what a command loads may need this module's chunk, which would then wait for itself.
main(process.argv.slice(2), { stdin, stdout, stderr, color, workerProgram }).then((ended) => {
  process.exitCode = lost && ended === exitCodes.done ? exitCodes.outputRefused : ended;
});
