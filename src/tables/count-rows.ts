import { openInput } from "./input.ts";
import { recordFinder } from "./records.ts";
import type { TableFormat } from "./score-rows.ts";

const lf = 0x0a;

/**
 * The number of data rows that a finished file holds, read back from the disk. It counts records by their bytes alone,
 * apart from whatever wrote them; a header is not a row.
 */
export async function countRows(path: string, format: TableFormat): Promise<number> {
  const { chunks } = openInput(path, nothing());
  if (format === "ndjson") return countLines(chunks);
  const records = await countRecords(chunks, format === "csv" ? 0x2c : 0x09);
  return Math.max(0, records - 1);
}

async function countLines(chunks: AsyncIterable<Buffer>): Promise<number> {
  let lines = 0;
  let ended = true;
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(lf); at >= 0; at = chunk.indexOf(lf, at + 1)) lines += 1;
    ended = chunk.at(-1) === lf;
  }
  return ended ? lines : lines + 1;
}

async function countRecords(chunks: AsyncIterable<Buffer>, delimiter: number): Promise<number> {
  // Whatever wrote the file closed its quotes, and a rejected row's text may be longer than a cell that is read.
  const finder = recordFinder(delimiter, Number.POSITIVE_INFINITY);
  let pending: Buffer = Buffer.alloc(0);
  let records = 0;
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const found = finder.find(pending, false);
    records += found.records.length;
    pending = pending.subarray(found.used);
  }
  return records + finder.find(pending, true).records.length;
}

async function* nothing(): AsyncGenerator<Buffer> {}
