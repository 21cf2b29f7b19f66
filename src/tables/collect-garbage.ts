import { memoryUsage } from "node:process";

/** How many blocks lie between two collections (design choice: some 4 MB of text). */
const blocksBetween = 16;

/**
 * Has the engine collect garbage after every so many blocks, if a program has exposed `gc`. A block's bytes lie outside the
 * heap, which stays so small that the engine sees no reason to collect: some 64 MB would gather first. For one thread: beside
 * workers, whose blocks leave their memory at once, it took time and saved little.
 */
export function garbageCollector(): () => void {
  let blocks = 0;
  return () => {
    blocks += 1;
    if (blocks % blocksBetween === 0) globalThis.gc?.();
  };
}

/** How many bytes may gather (design choice). */
const mostGathered = 6 * 2 ** 20;

/**
 * Has the engine collect garbage whenever so much has gathered since the last time, if a program has exposed `gc`. A column
 * of Parquet is decompressed and encoded by way of several lists, which would else stay while the next one's are made.
 */
export function gatheredCollector(): () => void {
  let alive = memoryUsage().heapUsed;
  return () => {
    if (globalThis.gc === undefined || memoryUsage().heapUsed < alive + mostGathered) return;
    globalThis.gc();
    alive = memoryUsage().heapUsed;
  };
}
