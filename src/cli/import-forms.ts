import { isObject } from "../issues/index.ts";
import { caseName } from "./case-name.ts";

/** How a system says which form a row is of, where one table holds rows of several. */
export interface FormsOf {
  /** The column that names the form, under each of its names. Blank, the row is of the forms that do not repeat. */
  readonly by: readonly string[];
  /** Columns that a row of any form may have. */
  readonly shared: readonly string[];
}

/** What a row says of the form that it is of. */
export interface RowForm {
  /** The form that it names; blank if it names none. */
  readonly names: string;
  /** Whether it has something in a column of the form that is read. */
  readonly holds: boolean;
}

/** What a row says of its form, with the columns in it that are not of the form that is read. */
export function formOf(row: unknown, { by, shared }: FormsOf, foreign: ReadonlySet<unknown>): RowForm {
  const cells = isObject(row) ? Object.entries(row) : [];
  return {
    names: cells.flatMap(([column, value]) => (by.includes(column) ? (caseName(value) ?? "") : [])).join(""),
    holds: cells.some(([column, value]) => {
      const isShared = by.includes(column) || shared.includes(column) || foreign.has(column);
      return !isShared && caseName(value) !== "";
    }),
  };
}

/**
 * Which rows are of another form: those that hold nothing of the one that is read and name another, or that name none
 * where the one that is read repeats. A name is the form's own if it is made from its id, or if any row of that name holds
 * something of it, since a project may call a form what it likes.
 */
export function rowsOfOthers<Row extends { readonly form: RowForm }>(
  rows: readonly Row[],
  id: string,
): ReadonlySet<Row> {
  const named = rows.filter(({ form }) => form.names !== "");
  const own = new Set(named.filter(({ form }) => form.holds || plain(form.names) === plain(id)).map(nameOf));
  return new Set(rows.filter((row) => !row.form.holds && (nameOf(row) === "" ? own.size > 0 : !own.has(nameOf(row)))));
}

const nameOf = ({ form }: { readonly form: RowForm }): string => form.names;
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
