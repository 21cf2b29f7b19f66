import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod/mini";
import { type Issue, type IssueCode, issueCodes } from "../issues/index.ts";
import { markUnfinished, refusedOutput, type Written } from "./output.ts";
import { partName, removeDeadParts, removeIfPossible } from "./part-files.ts";

/** How far a run has come and what it has written, so that it can be gone on with if it is stopped. No values. */
export interface Checkpoint {
  /** Stands for the input, the options and the rules: a run with others cannot go on. */
  readonly run: string;
  /** The bytes of input that had been read, which hold all rows so far. */
  readonly input: Written;
  readonly progress: z.infer<typeof progressSchema>;
  readonly scored: z.infer<typeof partSchema>;
  readonly rejected: z.infer<typeof partSchema>;
}

const writtenSchema = z.strictObject({ bytes: z.number(), sha256: z.string() });
const partSchema = z.strictObject({ temporary: z.string(), written: writtenSchema });
const issueSchema = z.custom<Issue>((found) => {
  const code: unknown = typeof found === "object" && found !== null && "code" in found ? found.code : undefined;
  return issueCodes.includes(code as IssueCode);
});
const progressSchema = z.strictObject({
  read: z.number(),
  scored: z.number(),
  rejected: z.number(),
  rejectsByCode: z.record(z.string(), z.number()),
  guardedCells: z.number(),
  held: z.array(z.string()),
  names: z.array(z.string()),
  samples: z.array(issueSchema),
});
const schema = z.strictObject({
  run: z.string(),
  input: writtenSchema,
  progress: progressSchema,
  scored: partSchema,
  rejected: partSchema,
});

/** The file beside an output that says how far its run has come. */
export const checkpointName = (path: string): string => `${path}.checkpoint`;

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
    writeFileSync(draft, JSON.stringify(checkpoint), { mode: 0o600 });
    renameSync(draft, name);
  } catch (fault) {
    removeIfPossible(draft);
    throw refusedOutput(name, fault);
  }
}

/** The checkpoint that a run left behind; `undefined` if there is none that can be read. */
export function loadCheckpoint(path: string): Checkpoint | undefined {
  try {
    const found = schema.safeParse(JSON.parse(readFileSync(checkpointName(path), "utf8")));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

/** Removes a checkpoint: its run has ended, or is not gone on with. */
export function removeCheckpoint(path: string): void {
  removeDeadParts(checkpointName(path));
  removeIfPossible(checkpointName(path));
  markUnfinished(checkpointName(path), false);
}

/** What stands for a run in a checkpoint. */
export function runId(facts: unknown): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
