import type { IssueCode } from "../issues/index.ts";
import type { Input } from "./input.ts";
import type { Output } from "./output.ts";

/** The value of a cell. A format of text holds text; another holds what its own schema says. */
export type Cell = string | number | bigint | boolean | null;

/** What the cells of a column are, apart from those that hold nothing. An `integer` is a number of 32 bits. */
export type CellType = "string" | "number" | "integer" | "bigint" | "boolean";

/**
 * A format of tables: how rows come in and how they go out. `formats.ts` lists them all, so a new one is a file and a
 * line there.
 *
 * Rows come in blocks. The thread that owns the files reads blocks in order and writes pieces in order; between the two,
 * any thread may open a block, score its rows and encode them. So blocks and pieces are plain data that can be sent to
 * a worker, and nothing about a row may depend on the block it came in.
 */
export interface TableFormat<Block extends Rows = Rows, Piece = unknown> {
  readonly name: string;
  /** How names of files of this format end, without the dot. */
  readonly ends: readonly string[];
  /** Whether every row names its own columns, as an object does. Rows of a table with a header do not. */
  readonly keyed: boolean;
  /**
   * Reads a table from its start: its header at once, its rows in blocks of about `blockBytes`. Of columns no two may have
   * one name but those that are `repeated`, where rows are text.
   */
  read(input: Input, blockBytes?: number, repeated?: readonly string[]): Promise<BlockReader<Block>>;
  /** The rows of a block. Only `wanted` columns are looked at; the others are read if they are asked for. */
  open(block: Block, wanted: WantedColumns): RowBatch;
  /** What turns rows into pieces of a file. */
  encoder(columns: WrittenColumns): RowEncoder<Piece>;
  /** What puts pieces, in order, into a file. It writes the header at once, unless the file is `begun` already. */
  writer(output: Output, columns: WrittenColumns, begun: boolean): Promise<RowWriter<Piece>>;
  /** Whether a file that was begun can be continued at its end. */
  readonly canGoOn: boolean;
  /** How many rows a finished file holds, read back from the disk by other means than those that wrote it. */
  count(path: string): Promise<number>;
}

/** What every block says: how many rows it holds. */
export interface Rows {
  readonly rows: number;
}

/** A table being read. `header` is empty if rows name their own columns. */
export interface BlockReader<Block> {
  readonly header: readonly string[];
  /** By column of the header: what its cells are, where the table itself says so. */
  readonly types?: readonly (CellType | undefined)[];
  readonly blocks: AsyncIterable<Block>;
}

/** The columns of a table that are read as codes. */
export interface WantedColumns {
  /** All columns of the table in order; empty if rows name their own. */
  readonly header: readonly string[];
  /** The wanted ones. A column that the table lacks reads as 0: not asked. */
  readonly columns: readonly string[];
  /** By wanted column: the byte of each code, below {@link unlisted}. Any other value reads as {@link unlisted}. */
  readonly bytes: readonly ReadonlyMap<unknown, number>[];
  /** By column of the header: whether its cells may hold anything, or are codes, numbers or days once they are read. */
  readonly loose: readonly boolean[];
}

/** The byte of a cell that holds no code of its column. */
export const unlisted = 255;

/** The rows of a block. Positions (`at`) count from 0 within it. */
export interface RowBatch {
  readonly rows: number;
  /** The number of its first row in the table, from 1. */
  readonly first: number;
  /** Row by row, one byte for each wanted column. */
  readonly codes: Uint8Array;
  /** Why a row cannot be read, if it cannot. Its codes then mean nothing. */
  faultAt(at: number): RowFault | undefined;
  /** The physical line on which a row starts, from 1; its number in a format without lines. */
  lineAt(at: number): number;
  /** The values of the wanted columns; `undefined` where there is none. */
  valuesAt(at: number): readonly unknown[];
  /** All cells of a row, in the header's order. Empty if rows name their own columns. */
  cellsAt(at: number): readonly Cell[];
  /** A row as an object from column to value. Every key is its own; `__proto__` is a key like any other. */
  recordAt(at: number): Readonly<Record<string, unknown>>;
  /** A row as text, for the file of rejected rows. */
  textAt(at: number): string;
  /** The rows' own bytes, if the format is one of text. */
  readonly own?: OwnText;
}

/** Why a row cannot be read. */
export interface RowFault {
  readonly code: IssueCode;
  readonly expected?: readonly string[];
  readonly shape?: string;
}

/** Rows as they stand in a file, so that a file of the same format can take them as they are. */
export interface OwnText {
  readonly format: string;
  readonly bytes: Buffer;
  /** Where each row begins and ends in the bytes, without its line end. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** By row: 1 if it may be written as it is, with no cell quoted or guarded. */
  readonly asIs: Uint8Array;
}

/** The columns of a table being written, and how. */
export interface WrittenColumns {
  /** Passed through from the input. */
  readonly header: readonly string[];
  /** By column of the header: what its cells are, where the input says so. */
  readonly types?: readonly (CellType | undefined)[] | undefined;
  /** By column of the header: whether its cells may hold anything, and so are guarded. */
  readonly loose: readonly boolean[];
  /** Added to it: words of our own. */
  readonly added: readonly string[];
  /** Whether text that a spreadsheet would run is written as it is. */
  readonly rawText: boolean;
}

/** Turns rows into pieces of a file. */
export interface RowEncoder<Piece> {
  /** Takes a row with the cells added to it. `arePlain` promises that none of those needs quotes in any format. */
  add(batch: RowBatch, at: number, added: readonly string[], arePlain?: boolean): void;
  /** The rows taken since the last call. */
  take(): Piece;
  /** How many cells have been guarded. */
  guarded(): number;
}

/** Puts pieces into a file. */
export interface RowWriter<Piece> {
  /** How many column names have been guarded. */
  readonly guarded: number;
  write(piece: Piece): void | Promise<void>;
  /** Writes what stands after the last row. */
  end(): void | Promise<void>;
}
