import { closeSync, openSync, readSync } from "node:fs";
import { noInput, openInput } from "./input.ts";
import { cutRecords } from "./records.ts";

const lf = 0x0a;

/**
 * The number of data rows of a finished delimited file, read back from the disk. It counts records by their bytes alone,
 * apart from whatever wrote them; a header is not a row.
 */
export async function countDelimited(path: string, delimiter: number): Promise<number> {
  // Whatever wrote the file closed its quotes, and a rejected row's text may be longer than a row that is read.
  const search = { delimiter, longest: Number.POSITIVE_INFINITY };
  let pending: Buffer[] = [];
  let held = 0;
  let enough = 0;
  let records = 0;
  const count = (last: boolean): void => {
    const [only] = pending;
    const bytes = only !== undefined && pending.length === 1 ? only : Buffer.concat(pending);
    const cut = cutRecords(bytes, { ...search, last });
    records += cut.records;
    pending = [bytes.subarray(cut.used)];
    held = bytes.length - cut.used;
    // Else a long row would be gone through once for each chunk.
    enough = cut.records === 0 ? held * 2 : 0;
  };
  for await (const chunk of openInput(path, noInput(), isCompressed(path)).chunks) {
    pending.push(chunk);
    held += chunk.length;
    if (held >= enough) count(false);
  }
  count(true);
  return Math.max(0, records - 1);
}

/** The number of lines of a finished file, read back from the disk. */
export async function countLines(path: string): Promise<number> {
  let lines = 0;
  let ended = true;
  for await (const chunk of openInput(path, noInput(), isCompressed(path)).chunks) {
    for (let at = chunk.indexOf(lf); at >= 0; at = chunk.indexOf(lf, at + 1)) lines += 1;
    ended = chunk.at(-1) === lf;
  }
  return ended ? lines : lines + 1;
}

/** Whether a file is compressed: by the two bytes that gzip begins with, which no UTF-8 text does. */
function isCompressed(path: string): boolean {
  const start = Buffer.alloc(2);
  const fd = openSync(path, "r");
  readSync(fd, start);
  closeSync(fd);
  return start[0] === 0x1f && start[1] === 0x8b;
}
