import type { Instrument } from "../instrument/index.ts";
import { numberIn, parseAnswers } from "../instrument/index.ts";
import { AssessmentError, type Issue, throwIfAny } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { readRows, type TableRead } from "../tables/index.ts";
import { caseName, noName } from "./case-name.ts";
import type { Given } from "./command.ts";
import type { Io } from "./io.ts";
import { placeTexts } from "./texts/errors.ts";

/** The option of every command that reads a table and prints a page, so that `--format` is the page's. */
export const inputOption = {
  type: "string",
  value: "F",
  says: "csv, tsv or ndjson: the format of the file; by its name if not given",
} as const;

/** One row of a file: the cell under a name, `""` if it is blank or the row has none. */
export interface FileRow {
  readonly row: number;
  readonly line: number;
  cell(name: string): unknown;
  /** Whether the row has a cell of that name, blank or not. */
  has(name: string): boolean;
}

/** A file being read: its columns, and its rows one by one, each as it is or with why it cannot be read. */
export interface FileRows {
  /** Empty for NDJSON, whose rows name their own columns. */
  readonly header: readonly string[];
  readonly rows: AsyncIterable<FileRow | Issue>;
}

/** Opens a table and gives its rows as they come. Throws as the readers do. */
export async function rowsOfFile(path: string, given: Given, io: Io): Promise<FileRows> {
  const format = given.text("input");
  const table = await readRows(path, { ...(format === undefined ? {} : { format }), stdin: io.stdin });
  return { header: table.header, rows: rowsIn(table) };
}

async function* rowsIn({ name, rows }: TableRead): AsyncGenerator<FileRow | Issue> {
  for await (const { row, line, fault, record } of rows) {
    if (fault !== undefined) {
      yield { ...fault, path: [name], row, line };
      continue;
    }
    const values = record();
    const has = (column: string) => Object.hasOwn(values, column);
    yield { row, line, has, cell: (column) => (has(column) ? (values[column] ?? "") : "") };
  }
}

/** Whether what came from a file is an issue and not a row. */
export const isIssue = (found: FileRow | Issue): found is Issue => "code" in found;

/** The answers of a row to a form, or every issue with its row. A blank cell is not asked. */
export function answersOfRow(
  { row, line, cell }: FileRow,
  instrument: Instrument,
  name: string,
): { readonly answers: Answers; readonly issues: readonly Issue[] } {
  const given = Object.entries(instrument.items).flatMap(([id, { responses }]) => {
    const found = cell(id);
    if (found === "" || found === null) return [];
    const number = responses.kind === "number" && typeof found === "string" ? numberIn(found) : undefined;
    return [[id, number ?? found] as const];
  });
  const result = parseAnswers(Object.fromEntries(given), instrument);
  if (result.ok) return { answers: result.value, issues: [] };
  const bad = new Set(result.issues.map(({ path }) => path[0]));
  const good = parseAnswers(Object.fromEntries(given.filter(([id]) => !bad.has(id))), instrument);
  return {
    answers: good.ok ? good.value : {},
    issues: result.issues.map((issue) => ({ ...issue, path: [name, ...issue.path], row, line })),
  };
}

/**
 * Every row of a file that has these columns, or an error that names each row that cannot be read.
 *
 * @throws {AssessmentError} `missing_column`; the issues of the rows
 */
export async function fileRowsWith(
  path: string,
  columns: readonly string[],
  given: Given,
  io: Io,
): Promise<readonly FileRow[]> {
  const { header, rows } = await rowsOfFile(path, given, io);
  refuseMissing(path, header, columns);
  const found: FileRow[] = [];
  const issues: Issue[] = [];
  for await (const each of rows) {
    if (isIssue(each)) issues.push(each);
    else found.push(each);
  }
  throwIfAny(issues);
  return found;
}

/**
 * Refuses a file whose header lacks a column. Rows that name their own columns may lack any. What the header has is said
 * only if one of its names is known: else it may be a row of values.
 */
export function refuseMissing(
  path: string,
  header: readonly string[],
  columns: readonly string[],
  others: readonly string[] = [],
): void {
  const missing = header.length === 0 ? [] : columns.filter((name) => !header.includes(name));
  if (missing.length === 0) return;
  const expected = [...columns, ...others].some((name) => header.includes(name)) ? { expected: header } : {};
  throw new AssessmentError(missing.map((name) => ({ code: "missing_column", path: [path, name], ...expected })));
}

/** One case of a file of a form's answers. */
export interface CodedCase {
  readonly id: string;
  readonly row: FileRow;
  readonly answers: Answers;
}

/** Which columns of a file a command needs, apart from the items. */
export interface CaseColumns {
  readonly id: string;
  readonly rater?: string;
  readonly columns?: readonly string[];
  /** False for a file whose rows need no name, and for one that needs no column of an item. */
  readonly needsId?: boolean;
  readonly needsItems?: boolean;
}

/**
 * Every case of a file, or an error that names each row at fault.
 *
 * @throws {AssessmentError} `missing_column` if no column holds an item, or none the case's name; `duplicate_rating` with
 *   both rows for a case that stands twice (of one rater, if the file has several); and every issue of every row
 */
export async function codedCases(
  path: string,
  instrument: Instrument,
  { id, rater, columns = [], needsId = true, needsItems = true }: CaseColumns,
  given: Given,
  io: Io,
): Promise<readonly CodedCase[]> {
  const { header, rows } = await rowsOfFile(path, given, io);
  const named = [...(needsId ? [id] : []), ...(rater === undefined ? [] : [rater]), ...columns];
  const items = Object.keys(instrument.items);
  refuseMissing(path, header, named, items);
  if (needsItems && header.length > 0 && items.every((item) => !header.includes(item))) {
    throw new AssessmentError([{ code: "missing_column", path: [path], expected: items }]);
  }
  const cases: CodedCase[] = [];
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  for await (const found of rows) {
    if (isIssue(found)) {
      issues.push(found);
      continue;
    }
    const { answers, issues: faults } = answersOfRow(found, instrument, path);
    issues.push(...faults);
    const { row, line } = found;
    const [name, ratedBy] = [needsId ? id : undefined, rater].map((column) => {
      if (column === undefined) return "";
      const value = found.cell(column);
      const named = caseName(value);
      if (named === undefined) issues.push({ ...noName(value), path: [path, column], row, line });
      return named;
    });
    if (needsId && name === "") issues.push({ code: "missing_text", path: [path, id], row, line });
    const isNamed = needsId && name !== undefined && ratedBy !== undefined;
    const key = JSON.stringify([name, ratedBy]);
    const before = isNamed ? seen.get(key) : undefined;
    if (before === undefined) seen.set(key, row);
    else issues.push({ code: "duplicate_rating", path: [path], row, line, positions: [before, row] });
    cases.push({ id: name ?? "", row: found, answers });
  }
  throwIfAny(issues);
  // Rows that name their own columns have been seen now.
  if (needsItems && cases.length > 0 && !cases.some(({ row }) => items.some(row.has))) {
    throw new AssessmentError([{ code: "missing_column", path: [path], expected: items }]);
  }
  return cases;
}

/** A file's name without its folders and its ending, to call a rater or a group by. */
export const shortName = (path: string): string =>
  path === "-" ? placeTexts["place.input"] : (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]+$/, "");
