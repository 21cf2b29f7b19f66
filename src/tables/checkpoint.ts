import { createHash } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { markUnfinished, refusedOutput, type Written } from "./output.ts";
import { mark, partName, removeDeadParts, removeIfPossible } from "./part-files.ts";
import type { Progress } from "./score-rows.ts";

/** How far a run has come and what it has written, so that it can be resumed if it is stopped. No values. */
export interface Checkpoint {
  /** Stands for the input, the options and the rules: a run with others cannot resume. */
  readonly run: string;
  /** The bytes of input that had been read, which hold all rows so far. */
  readonly input: Written;
  readonly progress: Progress;
  readonly scored: UnfinishedPart;
  readonly rejected: UnfinishedPart;
}

/** A file that was being written, and what of it was on the disk. */
interface UnfinishedPart {
  readonly temporary: string;
  readonly written: Written;
}

/** The file beside an output that says how far its run has come. */
export const checkpointName = (path: string): string => `${path}.${mark}.checkpoint`;

/**
 * Writes a checkpoint in place of the one before.
 *
 * @throws {AssessmentError} `output_refused`
 */
export function saveCheckpoint(path: string, checkpoint: Checkpoint): void {
  const name = checkpointName(path);
  const draft = partName(name);
  markUnfinished(name, true);
  try {
    writeFileSync(draft, JSON.stringify({ ...checkpoint, sum: hashOf(checkpoint) }), { mode: 0o600 });
    renameSync(draft, name);
  } catch (fault) {
    removeIfPossible(draft);
    throw refusedOutput(name, fault);
  }
}

/** Removes a checkpoint: its run has ended, or is not resumed. */
export function removeCheckpoint(path: string): void {
  removeDeadParts(checkpointName(path));
  removeIfPossible(checkpointName(path));
  markUnfinished(checkpointName(path), false);
}

/** What stands for a run in a checkpoint, and for a checkpoint's own content. */
export function hashOf(facts: unknown): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
