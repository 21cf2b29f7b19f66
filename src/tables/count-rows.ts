import { openInput } from "./input.ts";
import { readDelimited } from "./read-delimited.ts";
import { readNdjson } from "./read-ndjson.ts";
import type { TableFormat } from "./score-rows.ts";

/** The number of data rows that a finished file holds, read back from the disk. */
export async function countRows(path: string, format: TableFormat): Promise<number> {
  const input = openInput(path, emptySource());
  let rows = 0;
  if (format === "ndjson") {
    for await (const batch of readNdjson(input)) rows += batch.length;
    return rows;
  }
  const { batches } = await readDelimited(input, format === "csv" ? "," : "\t");
  for await (const batch of batches) rows += batch.length;
  return rows;
}

async function* emptySource(): AsyncGenerator<Buffer> {}
