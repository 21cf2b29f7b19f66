import { readFile } from "node:fs/promises";
import { AssessmentError } from "../issues/index.ts";
import type { ColumnMap } from "../tables/index.ts";
import { expects } from "./expects.ts";

/** The column map in a file, or an empty one if none is given. Throws as `parseColumnMap`, which is loaded only then. */
export async function mapFrom(
  path: string | undefined,
  items: readonly string[],
  codesOf: (item: string) => readonly string[],
  others: readonly string[] = [],
): Promise<ColumnMap> {
  if (path === undefined) return { columns: {}, codes: {} };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path)); // drops a byte order mark
  } catch {
    throw new AssessmentError([{ code: "bad_map", path: [path], expected: [expects("expected.readable_file")] }]);
  }
  const { parseColumnMap } = await import("../tables/index.ts");
  return parseColumnMap(text, items, codesOf, others);
}
