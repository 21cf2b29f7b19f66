/** What differs between database engines. Every function returns SQL text; a further engine is one further object. */
export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** The most bytes that the engine keeps of a name; it would cut a longer one in silence. */
  readonly longestName?: number;
  /** Whether names that differ only by case are one name. */
  readonly foldsCase: boolean;
  /** Texts that no name may hold, because no quoting makes the engine take them as they are. */
  readonly refusedInNames: readonly string[];
  /** What ends a sub-query so that the engine does not merge it into the next and work everything out many times. */
  readonly fence: string;
  /**
   * How many steps of a decision stand in one expression (1 if not given): several where a further sub-query costs more
   * than a longer expression.
   */
  readonly stepsInOne?: number;
  /**
   * A table whose column `n` holds the whole numbers from 0 to below `count`, a quotient of them without its rest, and
   * their bits moved up by some places, or down by less than none; not given where a statement had better work everything
   * out in each row.
   */
  readonly numbers?: {
    readonly below: (count: number) => string;
    readonly quotient: (number: string, by: number) => string;
    readonly moved: (number: string, places: number) => string;
  };
  /** A name in quotes. */
  readonly identifier: (name: string) => string;
  /** A text as a literal that means the same under every setting of the engine. */
  readonly text: (value: string) => string;
  /** A double as a literal. */
  readonly number: (value: number) => string;
  /** All columns of a table as one value. */
  readonly row: (table: string) => string;
  /** The columns of such a value again. */
  readonly columnsOf: (row: string) => string;
  /** A cell as text, byte for byte; `''` if it is NULL. */
  readonly cell: (column: string) => string;
  /** Where a cell's text stands in a list, from 1; 0 if it is not there. Compared byte by byte; NULL is `''`. */
  readonly position: (words: readonly string[], column: string) => string;
  /**
   * A whole number for the word that a column holds: `unit` times the number of the group that the word is in, and from 1
   * to `unit - 1` more; 0 for any other cell. NULL is `''`. Given where an engine does this sooner than a look-up by
   * position. `unit` is a power of two, and more by two at least than any group has words; the first group has one.
   */
  readonly slot?: (groups: readonly (readonly string[])[], unit: number, column: string) => string;
  /**
   * Whether any of some whole numbers is 0, and the names of those that are, in order, each after a space and the first
   * without one; given where an engine needs less code for that than for asking one after the other.
   */
  readonly zeros?: (named: readonly (readonly [name: string, number: string])[]) => {
    readonly any: string;
    readonly names: string;
  };
  /** Whether a text as a whole matches a pattern, which uses no backslash. */
  readonly matches: (text: string, pattern: string) => string;
  /** The double that a text stands for, once it is known to be one. */
  readonly toNumber: (text: string) => string;
  readonly toInteger: (number: string) => string;
  /** The greatest whole number that is not above a double, as a double. */
  readonly floor: (number: string) => string;
  /** The entry of a list of whole numbers at a position from 0. */
  readonly lookUp: (list: readonly number[], position: string) => string;
  /** The entry of a list of texts at a position from 0. */
  readonly lookUpText: (texts: readonly string[], position: string) => string;
  /** Doubles as a list in rising order. */
  readonly sorted: (numbers: readonly string[]) => string;
  /** The entry of such a list at a position from 0. */
  readonly entry: (list: string, position: number) => string;
}
