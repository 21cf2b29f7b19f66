import { openOutput, publishTogether, streamOutput } from "../tables/index.ts";
import type { Given } from "./command.ts";
import type { Io } from "./io.ts";

/**
 * Writes what a command made to the file that `--out` names, or to standard output.
 *
 * @throws {AssessmentError} `output_exists`, `output_refused`
 */
export async function putOutput(content: string | Uint8Array, given: Given, io: Io): Promise<void> {
  const path = given.text("out");
  const output =
    path === undefined ? streamOutput(io.stdout) : openOutput(path, { overwrite: given.flag("overwrite") });
  try {
    await output.write(content);
    await output.finish();
    publishTogether([output]);
  } finally {
    output.discard();
  }
}
