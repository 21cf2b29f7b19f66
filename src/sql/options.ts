import type { Instrument } from "../instrument/index.ts";
import { type Issue, nearestName } from "../issues/index.ts";
import type { Source } from "./cells.ts";
import type { Dialect } from "./dialect.ts";
import { layersFor } from "./layers.ts";
import { faultsInNames, isPlainText, sameNames, throwIfAny } from "./names.ts";

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
 * @throws {AssessmentError} `unknown_item`, `duplicate_name`, `unquotable_name`, `too_large`
 */
export function sourceFor(instrument: Instrument, options: SqlOptions): Source {
  const { dialect, columns = {}, absent = [] } = options;
  const items = Object.keys(instrument.items);
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
    ...faultsInCodes(instrument),
  ]);
  return { scope: instrument, layers: layersFor(dialect), columnOf };
}

/** The table's name in quotes. */
export function tableName(options: SqlOptions): string {
  return partsOf(options).map(options.dialect.identifier).join(".");
}

/** Checks the names of added columns. Throws `unquotable_name`, `too_large` or `duplicate_name`. */
export function checkAdded(names: readonly string[], dialect: Dialect): void {
  const added = names.map((name) => [["added", name], name] as const);
  throwIfAny([...faultsInNames(added, dialect), ...sameNames(added, dialect)]);
}

function partsOf({ table }: SqlOptions): readonly string[] {
  return typeof table === "string" ? [table] : table.length === 0 ? [""] : table;
}

function unknownItems(named: readonly string[], place: string, items: readonly string[]): readonly Issue[] {
  return named.flatMap((item): readonly Issue[] => {
    if (items.includes(item)) return [];
    const nearest = nearestName(item, items);
    return [{ code: "unknown_item", path: [place, item], ...(nearest === undefined ? {} : { nearest }) }];
  });
}

/** Codes and ids stand in the statement as texts. */
function faultsInCodes({ items }: Instrument): readonly Issue[] {
  return Object.entries(items).flatMap(([id, { responses }]): readonly Issue[] => {
    const codes = responses.kind === "choice" ? Object.keys(responses.options) : [];
    return [id, ...codes].every(isPlainText) ? [] : [{ code: "unquotable_name", path: ["items", id] }];
  });
}
