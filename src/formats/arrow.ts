import { faultIn, type Instrument } from "../instrument/index.ts";
import { type Issue, mustHave } from "../issues/index.ts";
import { byteLayout, type Columns } from "../rules/index.ts";
import { formGiven, objectGiven } from "./given.ts";

/** What is needed of an Apache Arrow table, as the JavaScript library of Arrow gives it. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChild(name: string): ArrowVector | null;
}

/** What is needed of a column: its values one by one, and its chunks if they hold numbers of dictionary entries. */
export interface ArrowVector {
  get(row: number): unknown;
  readonly data: readonly ArrowChunk[];
}

export interface ArrowChunk {
  readonly length: number;
  readonly nullCount: number;
  getValid(row: number): boolean;
  readonly values?: unknown;
  readonly dictionary?: { readonly length: number; get(row: number): unknown } | undefined;
}

/** Answers of many cases as columns of bytes, beside everything in the table that could not be read. */
export interface ArrowColumns {
  /** By item: what `compile` takes. Items that no column holds are left out, and so are open. */
  readonly columns: Columns;
  readonly rows: number;
  /** By row: 1 if a cell of it is at fault. Such a cell is read as not asked, so leave these rows out. */
  readonly atFault: Uint8Array;
  /** How many cells are at fault. */
  readonly faults: number;
  /** Which, with row from 1 and without what they hold: the first thousand. */
  readonly issues: readonly Issue[];
  /** Items without a column. */
  readonly missing: readonly string[];
  /** Items that are answered by numbers or days, which no byte holds; rules that read them cannot be compiled. */
  readonly notCoded: readonly string[];
  /** The table's columns that were not read. */
  readonly passedOver: readonly string[];
}

/** How many issues are kept (design choice). */
const mostIssues = 1000;

/**
 * The answers in an Apache Arrow table as columns of bytes for `compile`. Cells are codes of the form, words for not
 * knowing, or null for not asked. Text that Arrow holds by dictionary is looked up once for each entry, other text once
 * for each cell. This package does not import Arrow: any table with these members will do.
 *
 * @param names From an item to the column that holds it, where their names differ.
 * @example
 * const codes = ["yes", null, "maybe"];
 * const vector = { get: (row: number) => codes[row], data: [] };
 * const table = { numRows: 3, schema: { fields: [{ name: "wants_back" }] }, getChild: () => vector };
 * const { columns, faults, issues } = fromArrow({ ...table }, relationshipAndMotive);
 * [columns.wants_back, faults, issues[0]?.row]; // => [Uint8Array.of(4, 0, 0), 1, 3]
 */
export function fromArrow(
  table: ArrowTable,
  instrument: Pick<Instrument, "items">,
  names: Readonly<Record<string, string>> = {},
): ArrowColumns {
  mustHave(table, "numRows", "table");
  mustHave(table.schema, "fields", "table.schema");
  formGiven(instrument);
  objectGiven(names, "names");
  const rows = table.numRows;
  const { bytes } = byteLayout(instrument);
  const columns: Record<string, Uint8Array> = {};
  const atFault = new Uint8Array(rows);
  const issues: Issue[] = [];
  const missing: string[] = [];
  const notCoded: string[] = [];
  const read = new Set<string>();
  let faults = 0;
  for (const [place, [id, item]] of Object.entries(instrument.items).entries()) {
    const codes = bytes[place];
    const name = Object.hasOwn(names, id) ? (names[id] ?? id) : id;
    const isThere = table.schema.fields.some((field) => field.name === name);
    const vector = isThere ? table.getChild(name) : null;
    if (codes === undefined || item.responses.kind !== "choice") notCoded.push(id);
    else if (vector === null) missing.push(id);
    else {
      read.add(name);
      const report = (row: number, code: unknown) => {
        faults += 1;
        atFault[row] = 1;
        if (issues.length < mostIssues) {
          const issue = faultIn(code, id, item) ?? { code: "wrong_type" as const, path: [id] };
          issues.push({ ...issue, row: row + 1 });
        }
      };
      columns[id] = bytesOf(vector, rows, codes, report);
    }
  }
  const passedOver = table.schema.fields.map((field) => field.name).filter((name) => !read.has(name));
  return { columns, rows, atFault, faults, issues, missing, notCoded, passedOver };
}

type Report = (row: number, code: unknown) => void;

function bytesOf(vector: ArrowVector, rows: number, codes: ReadonlyMap<unknown, number>, report: Report): Uint8Array {
  const into = new Uint8Array(rows);
  let start = 0;
  for (const chunk of vector.data) {
    if (!readEntries(chunk, start, codes, into, report)) break;
    start += chunk.length;
  }
  for (let row = start; row < rows; row++) into[row] = byteOf(vector.get(row), row, codes, report);
  return into;
}

function byteOf(code: unknown, row: number, codes: ReadonlyMap<unknown, number>, report: Report): number {
  if (code === null || code === undefined || code === "") return 0;
  const byte = codes.get(code);
  if (byte === undefined) report(row, code);
  return byte ?? 0;
}

/** Reads a chunk of numbers of dictionary entries; `false` if it is not one. */
function readEntries(
  chunk: ArrowChunk,
  start: number,
  codes: ReadonlyMap<unknown, number>,
  into: Uint8Array,
  report: Report,
): boolean {
  const { dictionary, values } = chunk;
  if (dictionary === undefined || !isNumbers(values)) return false;
  const entries = Array.from({ length: dictionary.length }, (_, at) => dictionary.get(at));
  const known = entries.map((code) => (code === null || code === "" ? 0 : codes.get(code)));
  const hasNulls = chunk.nullCount > 0;
  for (let at = 0; at < chunk.length; at++) {
    if (hasNulls && !chunk.getValid(at)) continue;
    const entry = values[at] as number;
    const byte = known[entry];
    if (byte === undefined) report(start + at, entries[entry]);
    else into[start + at] = byte;
  }
  return true;
}

type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

const isNumbers = (values: unknown): values is Numbers =>
  [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array].some((kind) => values instanceof kind);
