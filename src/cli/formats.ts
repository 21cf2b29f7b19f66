import { AssessmentError } from "../issues/index.ts";
import type { TableFormat } from "../tables/index.ts";

const formats: Readonly<Record<string, TableFormat>> = { csv: "csv", tsv: "tsv", ndjson: "ndjson", jsonl: "ndjson" };

/** The format of a table: as said, or by the end of the file's name; CSV for standard input. */
export function formatOf(path: string, said: string | undefined): TableFormat {
  const end = said ?? (path === "-" ? "csv" : (path.split(".").at(-1)?.toLowerCase() ?? ""));
  const found = Object.hasOwn(formats, end) ? formats[end] : undefined;
  if (found === undefined) {
    throw new AssessmentError([
      {
        code: "unknown_format",
        path: [path],
        expected: ["a name that ends in .csv, .tsv or .ndjson", "--format csv|tsv|ndjson"],
      },
    ]);
  }
  return found;
}
