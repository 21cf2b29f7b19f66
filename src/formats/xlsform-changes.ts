import type { Instrument } from "../instrument/index.ts";
import { type Issue, nearestIn, type Path, shapeOf, throwIfAny } from "../issues/index.ts";
import { toXlsForm, type XlsFormOptions } from "./xlsform.ts";

/** A sheet of a workbook that somebody may have edited. */
export interface FoundSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Columns that change what a question does; the export leaves those out that it does not need. */
const deciding = [
  ...["calculation", "relevant", "constraint", "required", "default", "choice_filter"],
  ...["readonly", "read_only", "trigger", "repeat_count"],
];

/** Rows that ask nothing and hold no answer of the form's. */
const addable = /^(note|(begin|end)[ _](group|repeat)|start|end|today|deviceid|username|phonenumber|email|audit)$/;

/**
 * Where an edited XLSForm differs from what {@link toXlsForm} makes of an instrument: a sheet, a question, a code or a
 * column that is gone or new, and every cell that says something else, the wordings included. Rows are numbered as a
 * spreadsheet numbers them. More columns for looks, more languages, notes, groups and the order do not count as differences.
 *
 * @returns issues `changed_form`, `missing_column`, `unknown_item`, `unknown_option`, `duplicate_name`, each with its sheet;
 *   none if answers to the edited form can be read and scored as the instrument's
 * @example
 * const { sheets } = toXlsForm(relationshipAndMotive, { respondent: "rater" }).document;
 * xlsFormChanges(sheets, relationshipAndMotive, { respondent: "rater" }); // => []
 */
export function xlsFormChanges(
  sheets: readonly FoundSheet[],
  instrument: Instrument,
  options: XlsFormOptions,
): readonly Issue[] {
  const form = toXlsForm(instrument, options).document;
  checkSheets(sheets);
  return form.sheets.flatMap(({ name, rows }) => {
    const found = sheets.find((sheet) => sheet.name.trim() === name);
    if (found === undefined) return [{ code: "changed_form", path: [name], expected: ["a sheet of this name"] }];
    return sheetChanges(name, tableOf(rows), tableOf(found.rows));
  });
}

function checkSheets(sheets: unknown): void {
  const refused = (path: Path, expected: string, found: unknown): Issue[] => [
    { code: "malformed", path, expected: [expected], shape: shapeOf(found) },
  ];
  const issues = Array.isArray(sheets)
    ? sheets.flatMap((sheet: Partial<FoundSheet> | null, at) =>
        typeof sheet?.name === "string" && Array.isArray(sheet.rows) ? [] : refused(["sheets", at], "object", sheet),
      )
    : refused(["sheets"], "array", sheets);
  throwIfAny(issues);
}

interface Row {
  readonly key: string;
  /** As a spreadsheet numbers it: the header is 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

type SheetName = "survey" | "choices" | "settings";

function tableOf([header = [], ...rows]: readonly (readonly string[])[]): Table {
  const columns = header.map((column) => column.trim());
  return {
    columns,
    rows: rows.map((row, at) => {
      const cells = new Map(columns.map((column, place) => [column, (row[place] ?? "").trim().replace(/\s+/g, " ")]));
      return { key: keyOf(cells), number: at + 2, cells };
    }),
  };
}

/** What a row is about, whatever place it has: a question's name, or a list's and a code's. */
function keyOf(cells: ReadonlyMap<string, string>): string {
  const [list, name] = ["list_name", "name"].map((column) => cells.get(column) ?? "");
  return list === "" ? (name ?? "") : `${list} ${name}`;
}

function sheetChanges(sheet: SheetName, wanted: Table, found: Table): readonly Issue[] {
  const missing = wanted.columns.filter((column) => !found.columns.includes(column));
  const compared = [...new Set([...wanted.columns, ...deciding])].filter((column) => found.columns.includes(column));
  const rowsOf = ({ rows }: Table) => (sheet === "settings" ? rows.slice(0, 1) : rows.filter(({ key }) => key !== ""));
  const [own, theirs] = [rowsOf(wanted), rowsOf(found)];
  const byKey = new Map(theirs.toReversed().map((row) => [row.key, row]));
  const known = new Map(own.map((row) => [row.key, row]));
  return [
    ...missing.map((column): Issue => ({ code: "missing_column", path: [sheet, column] })),
    ...own.flatMap((row): readonly Issue[] => {
      const other = byKey.get(row.key);
      return other === undefined
        ? [{ code: "changed_form", path: [sheet, row.key], expected: ["a row of this name"] }]
        : cellChanges(sheet, row, other, compared);
    }),
    ...theirs.flatMap((row) => {
      const path = [sheet, "row", row.number, "name"];
      if (known.has(row.key)) {
        return byKey.get(row.key) === row ? [] : [{ code: "duplicate_name", path } as const];
      }
      return sheet === "survey" && addable.test(row.cells.get("type") ?? "") ? [] : [surplus(sheet, row, path, own)];
    }),
  ];
}

function cellChanges(sheet: SheetName, wanted: Row, found: Row, columns: readonly string[]): readonly Issue[] {
  return columns.flatMap((column): readonly Issue[] => {
    const [said = "", says = ""] = [wanted.cells.get(column), found.cells.get(column)];
    if (said === says) return [];
    const path = [sheet, "row", found.number, column];
    return [{ code: "changed_form", path, expected: [said === "" ? "an empty cell" : said] }];
  });
}

/** A question or a code that the instrument does not have, with the nearest one that it has. */
function surplus(sheet: SheetName, { key, cells }: Row, path: Path, own: readonly Row[]): Issue {
  const code = sheet === "choices" ? "unknown_option" : "unknown_item";
  const siblings = own.filter((row) => sheet === "survey" || row.cells.get("list_name") === cells.get("list_name"));
  const names = siblings.map((row) => row.cells.get("name") ?? "");
  return { code, path, ...nearestIn(cells.get("name") ?? key, names) };
}
