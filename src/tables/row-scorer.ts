import type { Parsed } from "../issues/index.ts";

/** What turns a row's codes into added cells. */
export interface RowScorer {
  /** The items it reads. */
  readonly items: readonly string[];
  /** The columns it adds. */
  readonly columns: readonly string[];
  /** The cells of the added columns, or every issue. Codes are in the order of `items`. */
  cells(codes: readonly unknown[]): Parsed<readonly string[]>;
  /** By item: the byte of each code, for rows that hold nothing else. */
  readonly bytes?: readonly ReadonlyMap<unknown, number>[];
  /**
   * The cells of a row from its bytes, as `cells` gives them, or `undefined` if they must be worked out from its codes. Each is plain:
   * printable ASCII without quotes, commas and backslashes, and without spaces at its ends.
   */
  cellsOfBytes?(bytes: Uint8Array): readonly string[] | undefined;
}
