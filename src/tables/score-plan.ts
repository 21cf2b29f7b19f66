import { AssessmentError, type Issue, nearestName, throwIfAny } from "../issues/index.ts";
import { type ColumnMap, columnFor } from "./column-map.ts";
import { alikeName } from "./delimited-format.ts";
import { otherSeparatorIn } from "./other-separator.ts";
import type { RowScorer } from "./row-scorer.ts";
import type { CellType, WantedColumns, WrittenColumns } from "./table-format.ts";

/** What a worker must know to score blocks of a table, but for the scorer: plain data. */
export interface ScorePlan {
  /** The names of the formats of the rows that come in and go out. */
  readonly from: string;
  readonly to: string;
  /** The table's columns in order; empty if rows name their own. */
  readonly header: readonly string[];
  readonly types?: readonly (CellType | undefined)[] | undefined;
  readonly map: ColumnMap;
  readonly rawText: boolean;
}

/** What a file's own codes for an item mean, by every value that its cells may have for them. */
export function meaningsOf(item: string, { codes }: ColumnMap): ReadonlyMap<unknown, string> {
  const own = Object.hasOwn(codes, item) ? (codes[item] ?? {}) : {};
  return new Map(
    Object.entries(own).flatMap(([code, meaning]) => valuesOf(code).map((value) => [value, meaning] as const)),
  );
}

/** A code as text, and the number or the truth value that JSON writes like it. */
function valuesOf(code: string): readonly unknown[] {
  if (code === "true" || code === "false") return [code, code === "true"];
  const number = Number(code);
  if (!Number.isFinite(number) || String(number) !== code) return [code];
  if (!Number.isInteger(number)) return [code, number];
  // Of a longer number in JSON the last digits are lost.
  return Number.isSafeInteger(number) ? [code, number, BigInt(number)] : [code];
}

/** The columns to read, with the file's own codes where the map says what they mean. */
export function wantedColumns({ header, map }: ScorePlan, scorer: RowScorer): WantedColumns {
  const bytes = scorer.items.map((item, at): ReadonlyMap<unknown, number> => {
    const known = scorer.bytes?.[at];
    if (known === undefined) return new Map();
    const notAsked = [undefined, null, ""].map((blank) => [blank, 0] as const);
    const meant = [...meaningsOf(item, map)].flatMap(([value, meaning]) => {
      const byte = meaning === "" ? 0 : known.get(meaning);
      return byte === undefined ? [] : [[value, byte] as const];
    });
    return new Map([...known, ...notAsked, ...meant]);
  });
  return {
    header,
    columns: scorer.items.map((item) => columnFor(item, map)),
    bytes,
    loose: looseOf(header, scorer, map),
  };
}

/** The columns to write. */
export function writtenColumns({ header, types, map, rawText }: ScorePlan, scorer: RowScorer): WrittenColumns {
  return { header, types, loose: looseOf(header, scorer, map), added: scorer.columns, rawText };
}

/** Cells that were read as an item's own codes hold nothing else; those that a map gave a meaning may hold anything. */
function looseOf(header: readonly string[], { items }: RowScorer, map: ColumnMap): readonly boolean[] {
  const coded = new Set(items.flatMap((item) => (meaningsOf(item, map).size > 0 ? [] : [columnFor(item, map)])));
  return header.map((name) => !coded.has(name));
}

/** The columns that no item is read from. */
export function unusedColumns(names: readonly string[], { items }: RowScorer, map: ColumnMap): readonly string[] {
  const used = new Set(items.map((item) => columnFor(item, map)));
  return names.filter((name) => !used.has(name));
}

/** An item that no column holds, with the column nearest in spelling. */
export interface MissingItem {
  readonly item: string;
  readonly nearest?: string;
}

/** The items that no column holds. */
export function missingItems(names: readonly string[], scorer: RowScorer, map: ColumnMap): readonly MissingItem[] {
  const unused = unusedColumns(names, scorer, map);
  const held = new Set(names);
  return scorer.items.flatMap((item) => {
    if (held.has(columnFor(item, map))) return [];
    return [{ item, ...nearestColumn(item, unused) }];
  });
}

/** The column nearest in spelling, letter case aside. */
function nearestColumn(name: string, columns: readonly string[]): { readonly nearest?: string } {
  const plain = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const nearest = plain.get(nearestName(name, [...plain.keys()]) ?? "");
  return nearest === undefined ? {} : { nearest };
}

/**
 * Refuses a table that has none of the items, lacks a column of the map, or has a column that looks like one to be added.
 *
 * @throws {AssessmentError} `taken_column`, `missing_column`
 */
export function refuseTable(header: readonly string[], scorer: RowScorer, map: ColumnMap, name: string): void {
  refuseTaken(header, scorer.columns, name);
  refuseAbsent(header, scorer, map, name);
}

/**
 * Refuses names of columns that hold no item, or lack one that the map names. The nearest name is said only beside
 * an item's column: without one they may be a row of values.
 *
 * @throws {AssessmentError} `missing_column`
 */
export function refuseAbsent(header: readonly string[], scorer: RowScorer, map: ColumnMap, name: string): void {
  const hasItem = scorer.items.some((item) => header.includes(columnFor(item, map)));
  const unused = hasItem ? unusedColumns(header, scorer, map) : [];
  throwIfAny(
    Object.values(map.columns)
      .filter((column) => !header.includes(column))
      .map((column) => {
        return { code: "missing_column", path: [name, column], ...nearestColumn(column, unused) };
      }),
  );
  if (hasItem) return;
  throw new AssessmentError([
    { code: "missing_column", path: [name], expected: otherSeparatorIn(header) ?? [...scorer.items] },
  ]);
}

/**
 * Refuses columns that look like added ones, whose names it says: the header may be a row of values.
 *
 * @throws {AssessmentError} `taken_column`
 */
export function refuseTaken(header: readonly string[], columns: readonly string[], name: string): void {
  const added = new Map(columns.map((column) => [alikeName(column), column]));
  throwIfAny(
    header.flatMap((column, at): Issue[] => {
      const ours = added.get(alikeName(column));
      const place = { path: [name, ours ?? ""], positions: [at + 1] };
      return ours === undefined ? [] : [{ code: "taken_column", ...place, expected: ["another name in the input"] }];
    }),
  );
}
