import { numberIn } from "../instrument/index.ts";
import type { Issue } from "../issues/index.ts";
import { expects } from "./expects.ts";
import type { FileRow } from "./file-rows.ts";

/** A number from a cell, `null` if it is blank or a way of not knowing, or an issue with its row if it is neither. */
export function numberCell({ row, line, cell }: FileRow, column: string): number | null | Issue {
  const text = String(cell(column) ?? "");
  if (isNotKnown(text)) return null;
  const number = numberIn(text);
  if (number !== undefined) return number;
  return {
    code: "wrong_type",
    path: [column],
    row,
    line,
    expected: [expects("expected.number"), expects("expected.blank")],
  };
}

/** Whether a cell says that something is not known. */
export const isNotKnown = (text: string): boolean => text === "" || text === "not_sure" || text === "prefer_not";
