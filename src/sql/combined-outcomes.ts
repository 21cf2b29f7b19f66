import type { Condition, Scope } from "../rules/index.ts";
import type { Dialect } from "./dialect.ts";
import { bitwise, choose, constant, type Expression, over, sql } from "./expression.ts";
import { type Joined, type Layers, layersFor } from "./layers.ts";
import type { Apart } from "./over-parts.ts";
import { type SqlReader, sqlReader } from "./to-sql.ts";
import { type Bits, truthBits, truthBitsOf } from "./truth-bits.ts";
import { type Outputs, typeOutputs } from "./type-outputs.ts";

/** The most combinations that are worked out beforehand (design choice). */
const mostCombinations = 50_000;

/**
 * The columns of `typeOutputs`, looked up. What a case comes to depends on a few parts of the rules alone, each true,
 * false or open. So it is worked out once for every combination of those, in a table that the statement makes, and each
 * row finds its results there by its combination. Rows with faults find NULL.
 *
 * `undefined` if the dialect makes no such tables, or if there are too many combinations.
 */
export function combinedOutcomes<TypeId extends string>(
  apart: Apart<TypeId>,
  of: Scope,
  outside: Condition,
  faulty: () => Expression,
  reader: SqlReader,
  layers: Layers,
): { readonly outputs: Outputs; readonly joined: Joined } | undefined {
  const { numbers } = layers.dialect;
  if (numbers === undefined) return undefined;
  const fields = fieldsOf(apart, of, outside, reader, numbers.quotient);
  if (fields.reduce((product, { bits }) => product * bits.length, 1) > mostCombinations) return undefined;
  const bits = bitwise(
    "|",
    fields.map(({ ofRow }) => ofRow),
  );
  const key = layers.define("combination", choose(faulty(), constant("-1"), bits));
  const results = typeResults(apart, fields, numbers, layers.dialect);
  const columns = results.names.map((_, at) => `r${at}`);
  const none = columns.map(() => "NULL").join(", ");
  return {
    outputs: results.names.map((name, at) => [name, constant(`ssb_told.r${at}`)] as const),
    joined: {
      text: `(SELECT ssb_key, ${columns.join(", ")} FROM (${results.statement}) AS ssb_all UNION ALL SELECT -1, ${none}) AS ssb_told`,
      on: sql`ssb_told.ssb_key = ${key}`,
    },
  };
}

type Numbers = NonNullable<Dialect["numbers"]>;

/** One thing that results depend on. */
interface Field {
  /** The item of the rules over parts; none for being out of scope. */
  readonly item: string | undefined;
  /** What it can be, in the order of its places in the made table, as bits of a combination. */
  readonly bits: readonly number[];
  /** Its bits in a row. */
  readonly ofRow: Expression;
}

function fieldsOf<TypeId extends string>(
  { parts, scope }: Apart<TypeId>,
  of: Scope,
  outside: Condition,
  reader: SqlReader,
  quotient: Numbers["quotient"],
): readonly Field[] {
  const { no, open, yes } = truthBits;
  const fields: Field[] = [];
  let factor = 1;
  const add = (item: string | undefined, numbers: readonly number[], { value, unit }: Bits) => {
    const bits = numbers.map((number) => number * factor);
    const size = 2 ** Math.ceil(Math.log2(Math.max(...numbers) + 1));
    const own = sql`${value} & ${(size - 1) * unit}`;
    fields.push({ item, bits, ofRow: rescaled(own, unit, factor, quotient) });
    factor *= size;
  };
  const { value, unit } = truthBitsOf(outside, reader, of);
  add(undefined, [0, 1], { value, unit: 2 * unit }); // certain or not
  for (const item of Object.keys(scope.items)) {
    const part = Object.hasOwn(parts, item) ? parts[item] : undefined;
    if (part !== undefined) add(item, [yes, no, open], truthBitsOf(part, reader, of));
    else {
      const cell = reader.cell(item);
      const numbers = [...cell.answers.keys(), cell.answers.length];
      const own = cell.unitFor(numbers);
      add(item, numbers, { unit: own, value: cell.slot(numbers, own) });
    }
  }
  return fields;
}

/** A number in steps of one power of two in steps of another. */
function rescaled(value: Expression, from: number, to: number, quotient: Numbers["quotient"]): Expression {
  if (from === to) return value;
  return from < to ? sql`${value} * ${to / from}` : over(quotient(`(${value.text})`, from / to), [value]);
}

/** A statement with a row for each combination: `ssb_key`, and the results as `r0`, `r1`, … in the order of `names`. */
function typeResults<TypeId extends string>(
  { rules, scope }: Apart<TypeId>,
  fields: readonly Field[],
  numbers: Numbers,
  dialect: Dialect,
) {
  const layers = layersFor(dialect);
  const column = (item: string | undefined) => `f${fields.findIndex((field) => field.item === item)}`;
  const placeOf = (item: string) => layers.source(column(item));
  const reader = sqlReader({ scope, layers, columnOf: () => undefined, placeOf });
  const isOutside = layers.define("outside", sql`${layers.source(column(undefined))} = 2`);
  const outputs = typeOutputs(rules, scope, isOutside, reader, layers);
  return {
    names: outputs.map(([name]) => name),
    statement: layers.statement(
      combinationsOf(fields, numbers, dialect),
      outputs.map(([, value], at) => [`r${at}`, value] as const),
    ),
  };
}

/** A table of all combinations: `ssb_key`, and for each field the place of what it is, from 1: `f0`, `f1`, and so on. */
function combinationsOf(fields: readonly Field[], numbers: Numbers, { lookUp }: Dialect): string {
  let step = 1;
  const digits = fields.map(({ bits }) => {
    const digit = `${numbers.quotient("n", step)} % ${bits.length}`;
    step *= bits.length;
    return digit;
  });
  const key = fields.map(({ bits }, at) => lookUp(bits, `(${digits[at]})`)).join(" + ");
  const cells = digits.map((digit, at) => `${digit} + 1 AS f${at}`);
  return `(SELECT ${key} AS ssb_key, ${cells.join(", ")} FROM ${numbers.below(step)})`;
}
