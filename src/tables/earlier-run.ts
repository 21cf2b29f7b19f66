import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { AssessmentError, type Issue, type IssueCode, issueCodes } from "../issues/index.ts";
import { type Checkpoint, checkpointName, hashOf } from "./checkpoint.ts";
import type { FileNames } from "./file-names.ts";
import { hashOfStart, type Input } from "./input.ts";
import { isPlainFile } from "./part-files.ts";

const count = z.int().check(z.nonnegative());
const writtenSchema = z.strictObject({ bytes: count, sha256: z.string() });
const partSchema = z.strictObject({ temporary: z.string(), written: writtenSchema });
const issueSchema = z.custom<Issue>((found) => {
  const code: unknown = typeof found === "object" && found !== null && "code" in found ? found.code : undefined;
  return issueCodes.includes(code as IssueCode);
});
const progressSchema = z.strictObject({
  read: count,
  scored: count,
  rejected: count,
  rejectsByCode: z.record(z.string(), count),
  guardedCells: count,
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

/**
 * The checkpoint of a run that was cut off, if there is one to resume from. What that run had read must stand there still;
 * what comes after is read now in any case.
 */
export async function earlierRun(
  { scored, rejects }: FileNames,
  id: string,
  { path }: Input,
): Promise<Checkpoint | undefined> {
  const found = loadCheckpoint(scored);
  if (found === undefined) return undefined;
  const isSameStart = path !== undefined && (await hashOfStart(path, found.input.bytes)) === found.input.sha256;
  if (found.run !== id || !isSameStart) {
    throw new AssessmentError([
      {
        code: "cannot_resume",
        path: [scored],
        expected: ["the same input, options and release as before, or no --resume"],
      },
    ]);
  }
  const isWhole = [found.scored, found.rejected].every(({ temporary }) => isPlainFile(temporary));
  const isOurs = found.scored.temporary.startsWith(scored) && found.rejected.temporary.startsWith(rejects);
  return isWhole && isOurs ? found : undefined;
}

/** The checkpoint that a run left behind; `undefined` if there is none that can be read and is as it was written. */
function loadCheckpoint(path: string): Checkpoint | undefined {
  const name = checkpointName(path);
  if (!isPlainFile(name)) return undefined; // reading a pipe would wait for ever
  try {
    const { sum, ...rest } = JSON.parse(readFileSync(name, "utf8"));
    const found = schema.safeParse(rest);
    return found.success && sum === hashOf(rest) ? found.data : undefined;
  } catch {
    return undefined;
  }
}
