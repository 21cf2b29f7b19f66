import writeWorkbook from "write-excel-file/node";
import type { Sheet } from "../formats/index.ts";

/** Sheets of text as the bytes of an .xlsx workbook. Every cell is a text, so that no program takes one for a formula. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map((cell) => (cell === "" ? null : { value: cell, type: String }))),
  }));
  return await writeWorkbook(written).toBuffer();
}
