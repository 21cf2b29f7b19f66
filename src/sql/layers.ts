import type { Dialect } from "./dialect.ts";
import { type Expression, over } from "./expression.ts";
import { folded } from "./names.ts";

/** A statement under construction: columns worked out in layers of sub-queries, each layer from those below it. */
export interface Layers {
  readonly dialect: Dialect;
  /** A column of the table itself. */
  source(column: string): Expression;
  /** The expression as a generated column, so that it is worked out once. Equal expressions share one. */
  define(hint: string, expression: Expression): Expression;
  /** The statement: all of the table's columns, and then the outputs, some of which may stand in a joined table. */
  statement(table: string, outputs: readonly (readonly [name: string, Expression])[], joined?: Joined): string;
}

/** A table that gives every row what belongs to it. */
export interface Joined {
  readonly text: string;
  readonly on: Expression;
}

const rowAlias = "ssb_row";

interface Definition {
  readonly name: string;
  readonly expression: Expression;
}

/**
 * A statement to be made.
 *
 * @param taken Names that the table's columns have, as far as they are known.
 */
export function layersFor(dialect: Dialect, taken: readonly string[] = []): Layers {
  const tableAlias = aliasApartFrom(taken, dialect);
  const definitions: Definition[] = [];
  const known = new Map<string, Expression>();
  return {
    dialect,
    source: (column) => over(`${tableAlias}.${dialect.identifier(column)}`, []),
    define(hint, expression) {
      if (expression.plain) return expression;
      const before = known.get(expression.text);
      if (before !== undefined) return before;
      const name = `c${definitions.length + 1}${readable(hint)}`;
      const column = { text: name, reads: new Set([name]), layer: expression.layer + 1, plain: true };
      definitions.push({ name, expression });
      known.set(expression.text, column);
      return column;
    },
    statement(table, outputs, joined) {
      const read = [...outputs.map(([, expression]) => expression), ...(joined === undefined ? [] : [joined.on])];
      const needed = neededFor(definitions, read);
      const last = Math.max(1, ...read.map(({ layer }) => layer));
      let from = `${table} AS ${tableAlias}`;
      for (let layer = 1; layer <= last; layer++) {
        const here = needed.filter(({ expression }) => expression.layer + 1 === layer);
        const above = [
          ...needed.filter(({ expression }) => expression.layer + 1 > layer).map(({ expression }) => expression),
          ...read,
        ];
        const carried = needed.filter(
          ({ name, expression }) => expression.layer + 1 < layer && above.some(({ reads }) => reads.has(name)),
        );
        const row = layer === 1 ? `${dialect.row(tableAlias)} AS ${rowAlias}` : rowAlias;
        const columns = [
          [row, ...carried.map(({ name }) => name)].join(", "),
          ...here.map(({ name, expression }) => `${expression.text} AS ${name}`),
        ];
        from = `(\n${select(columns, from, dialect.fence)}\n) AS l${layer}`;
      }
      if (joined !== undefined) from = `${from}\nJOIN ${joined.text} ON ${joined.on.text}`;
      return select(
        [dialect.columnsOf(rowAlias), ...outputs.map(([name, { text }]) => `${text} AS ${dialect.identifier(name)}`)],
        from,
        "",
      );
    },
  };
}

/** What the statement calls the table: a column of that name would be taken for all columns of a row. */
function aliasApartFrom(taken: readonly string[], dialect: Dialect): string {
  const used = new Set(taken.map((name) => folded(name, dialect)));
  let alias = "ssb_table";
  for (let more = 2; used.has(alias); more++) alias = `ssb_table_${more}`;
  return alias;
}

function select(columns: readonly string[], from: string, fence: string): string {
  return `SELECT\n  ${columns.join(",\n  ")}\nFROM ${from}${fence === "" ? "" : `\n${fence}`}`;
}

/** The definitions that the outputs rest on, in their order. */
function neededFor(definitions: readonly Definition[], read: readonly Expression[]): readonly Definition[] {
  const needed = new Set(read.flatMap(({ reads }) => [...reads]));
  for (const { name, expression } of definitions.toReversed()) {
    if (needed.has(name)) for (const each of expression.reads) needed.add(each);
  }
  return definitions.filter(({ name }) => needed.has(name));
}

/** What a generated name says of itself: a hint of safe characters, short enough for every engine. */
function readable(hint: string): string {
  return /^[a-z][a-z0-9_]*$/.test(hint) ? `_${hint.slice(0, 50)}` : "";
}
