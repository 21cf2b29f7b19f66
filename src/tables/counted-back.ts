import { AssessmentError } from "../issues/index.ts";
import { type PartFile, refusedOutput } from "./output.ts";
import type { TableFormat } from "./table-format.ts";

/**
 * The rows of a finished file, read back from the disk before it has its name.
 *
 * @throws {AssessmentError} `output_refused` if it cannot be read back; `counts_differ` if it does not agree with itself
 */
export async function countedBack(
  { temporary, path }: Pick<PartFile, "temporary" | "path"> = { temporary: "", path: "" },
  { count }: Pick<TableFormat, "count">,
): Promise<number> {
  try {
    return await count(temporary);
  } catch (fault) {
    if (!(fault instanceof AssessmentError)) throw refusedOutput(path, fault);
    // It names the part, which nobody has asked for.
    if (fault.issues.some(({ code }) => code === "unreadable_file"))
      throw new AssessmentError([{ code: "output_refused", path: [path], expected: ["a file that can be read back"] }]);
    throw fault;
  }
}
