import { isCalendarDay } from "../instrument/index.ts";
import { AssessmentError, type Issue, mustHave, nearestIn, type Path, shapeOf, throwIfAny } from "../issues/index.ts";
import type { Scope } from "../rules/index.ts";
import type { Source } from "./cell.ts";
import type { Dialect } from "./dialect.ts";
import { layersFor } from "./layers.ts";
import { faultsInNames, folded, isPlainText, sameNames } from "./names.ts";

/** What a statement is made for. */
export interface SqlOptions {
  readonly dialect: Dialect;
  /** The table or view, or its path: catalogue, schema, table. A text is one name, dots and all. */
  readonly table: string | readonly string[];
  /** By item: the table's column; an item that is not listed stands in the column of its own name. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Items that the table has no column for: they are read as not asked. Any other missing column is an error. */
  readonly absent?: readonly string[];
  /** Put before the name of each added column, for tables that have columns of these names already. */
  readonly prefix?: string;
  /** Every column that the table has, if that is known: then missing columns and names taken already are refused. */
  readonly tableColumns?: readonly string[];
}

/** A statement as text, and what it adds. */
export interface SqlStatement {
  /** One SELECT without a semicolon, which may stand as a sub-query. Its rows are the table's rows. */
  readonly statement: string;
  /** The columns that it adds after the table's own, in order. */
  readonly columns: readonly string[];
  /** What the library gives for a case and SQL does not hold. */
  readonly leftOut: readonly string[];
}

/**
 * How the table of a statement is read.
 *
 * @throws {AssessmentError} `unknown_item`, `duplicate_name`, `unquotable_name`, `too_large`, `missing_column`; `malformed`
 *   for options without a table or a dialect
 */
export function sourceFor(scope: Scope, options: SqlOptions): Source {
  mustHave(options, "table", "options");
  mustHave(options.dialect, "identifier", "dialect");
  const { dialect, columns = {}, absent = [] } = options;
  const items = Object.keys(scope.items);
  const columnOf = (item: string) =>
    absent.includes(item) ? undefined : Object.hasOwn(columns, item) ? columns[item] : item;
  const read = items.flatMap((item) => {
    const column = columnOf(item);
    return column === undefined ? [] : [[["columns", item], column] as const];
  });
  throwIfAny([
    ...unknownItems(Object.keys(columns), "columns", items),
    ...unknownItems(absent, "absent", items),
    ...faultsInNames([...read, ...partsOf(options).map((part, at) => [["table", at], part] as const)], dialect),
    ...sameNames(read, dialect),
    ...faultsInCodes(scope),
    ...missingColumns(read, options),
  ]);
  const taken = [...(options.tableColumns ?? []), ...read.map(([, column]) => column)];
  return { scope, layers: layersFor(dialect, taken), columnOf };
}

/** Refuses what is no day. Throws `out_of_range`. */
export function checkDay(asOf: string | undefined): void {
  if (asOf === undefined || isCalendarDay(asOf)) return;
  throw new AssessmentError([{ code: "out_of_range", path: ["asOf"], expected: ["YYYY-MM-DD"], shape: shapeOf(asOf) }]);
}

/** The table's name in quotes. */
export function tableName(options: SqlOptions): string {
  return partsOf(options).map(options.dialect.identifier).join(".");
}

/** Checks the names of added columns. Throws `unquotable_name`, `too_large`, `duplicate_name` or `taken_column`. */
export function checkAdded(names: readonly string[], { dialect, tableColumns = [] }: SqlOptions): void {
  const added = names.map((name) => [["added", name], name] as const);
  throwIfAny([...faultsInNames(added, dialect), ...sameNames(added, dialect)]);
  const taken = new Set(tableColumns.map((name) => folded(name, dialect)));
  throwIfAny(
    names
      .filter((name) => taken.has(folded(name, dialect)))
      .map((name) => ({ code: "taken_column", path: ["added", name], expected: ["a prefix for added columns"] })),
  );
}

/** Columns that are to be read and that the table, as far as it is known, does not have. */
function missingColumns(
  read: readonly (readonly [path: Path, column: string])[],
  { dialect, tableColumns }: SqlOptions,
): readonly Issue[] {
  if (tableColumns === undefined) return [];
  const known = new Set(tableColumns.map((name) => folded(name, dialect)));
  return read.flatMap(([path, column]): readonly Issue[] => {
    if (known.has(folded(column, dialect))) return [];
    const at = column === path.at(-1) ? path : [...path, column];
    return [{ code: "missing_column", path: at, ...nearestIn(column, tableColumns) }];
  });
}

function partsOf({ table }: SqlOptions): readonly string[] {
  return typeof table === "string" ? [table] : table.length === 0 ? [""] : table;
}

function unknownItems(named: readonly string[], place: string, items: readonly string[]): readonly Issue[] {
  return named.flatMap((item): readonly Issue[] => {
    if (items.includes(item)) return [];
    return [{ code: "unknown_item", path: [place, item], ...nearestIn(item, items) }];
  });
}

/** Codes and ids stand in the statement as texts. */
function faultsInCodes({ items }: Scope): readonly Issue[] {
  return Object.entries(items).flatMap(([id, { responses }]): readonly Issue[] => {
    const codes = responses.kind === "choice" ? Object.keys(responses.options) : [];
    return [id, ...codes].every(isPlainText) ? [] : [{ code: "unquotable_name", path: ["items", id] }];
  });
}
