import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import readWorkbook from "read-excel-file/universal";
import writeWorkbook from "write-excel-file/node";
import type { FoundSheet, Sheet } from "../formats/index.ts";
import { AssessmentError } from "../issues/index.ts";
import { expects } from "./expects.ts";

/** Sheets of text as the bytes of an .xlsx workbook. Every cell is a text, so that no program takes one for a formula. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map((cell) => (cell === "" ? null : { value: cell, type: String }))),
  }));
  return await writeWorkbook(written).toBuffer();
}

/** The largest workbook that is read, in bytes as it is and decompressed (design choices): a form takes 20,000 and 160,000. */
const largest = 2_000_000;
const largestDecompressed = 20_000_000;

/**
 * The sheets of a workbook as text.
 *
 * @throws {AssessmentError} `unreadable_file`, `too_large`
 */
export async function sheetsOf(path: string): Promise<readonly FoundSheet[]> {
  const refuse = (code: "unreadable_file" | "too_large", expected: string) =>
    new AssessmentError([{ code, path: [basename(path)], expected: [expected] }]);
  try {
    if (statSync(path).size > largest) throw refuse("too_large", expects("expected.bytes", { most: largest }));
    const bytes = readFileSync(path);
    if (decompressedSize(bytes) > largestDecompressed)
      throw refuse("too_large", expects("expected.bytes", { most: largestDecompressed }));
    const sheets = await readWorkbook(new Blob([bytes]));
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
    }));
  } catch (fault) {
    if (fault instanceof AssessmentError) throw fault;
    throw refuse("unreadable_file", expects("expected.workbook"));
  }
}

/** What the directory of a zip file says that its files take; they are not decompressed to more than it says. */
function decompressedSize(zip: Buffer): number {
  const entry = Buffer.from("PK\x01\x02", "latin1");
  const size = 24; // where an entry has it
  let total = 0;
  for (let at = zip.indexOf(entry); at >= 0; at = zip.indexOf(entry, at + 1)) {
    if (at + size + 4 <= zip.length) total += zip.readUInt32LE(at + size);
  }
  return total;
}
