import { type Condition, type Scope, truthBits } from "../rules/index.ts";
import { type Digit, mostCombinations } from "./combination-results.ts";
import type { Dialect } from "./dialect.ts";
import { bitwise, choose, constant, type Expression, over, sql } from "./expression.ts";
import { type Joined, type Layers, layersFor } from "./layers.ts";
import { listedOutcomes, type RowDigit } from "./listed-outcomes.ts";
import type { Apart } from "./over-parts.ts";
import { productOf } from "./stepped-list.ts";
import type { SqlReader } from "./to-sql.ts";
import { type Bits, truthBitsOf } from "./truth-bits.ts";
import type { Outputs } from "./type-outputs.ts";

/**
 * The columns of `typeOutputs`, looked up. What a case comes to depends on a few parts of the rules alone, each true,
 * false or open. So it is worked out here for every combination of those; the statement holds the results in a table of
 * its own, and each row finds them there by its combination. Rows with faults find NULL.
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
  const fields = fieldsOf(apart, of, outside, reader, numbers);
  if (productOf(fields.map(({ bits }) => bits.length)) > mostCombinations) return undefined;
  const bits = bitwise(
    "|",
    fields.map(({ ofRow }) => ofRow),
  );
  const key = layers.define("combination", choose(faulty(), constant("-1"), bits));
  const told = layersFor(layers.dialect);
  const digits = fields.flatMap(({ of, bits }, at): readonly RowDigit[] =>
    of === undefined ? [] : [{ ...of, place: told.define(of.item, told.source(`f${at}`)), places: [...bits.keys()] }],
  );
  const outputs = listedOutcomes(apart, digits, told.define("outside", sql`${told.source("f0")} = 1`), told);
  const columns = outputs.map((_, at) => `r${at}`);
  const results = outputs.map(([, value], at) => [`r${at}`, value] as const);
  const statement = told.statement(combinationsOf(fields, numbers, layers.dialect), results);
  return {
    outputs: outputs.map(([name], at) => [name, constant(`ssb_told.r${at}`)] as const),
    joined: {
      text: [
        `(SELECT ssb_key, ${columns.join(", ")} FROM (${statement}) AS ssb_all`,
        `UNION ALL SELECT -1, ${columns.map(() => "NULL").join(", ")}) AS ssb_told`,
      ].join("\n"),
      on: sql`ssb_told.ssb_key = ${key}`,
    },
  };
}

type Numbers = NonNullable<Dialect["numbers"]>;

/** One thing that results depend on: the digit of a combination's number, and bits of a row's key. */
interface Field {
  /** The item of the rules over parts, with the codes that it has for its places; none for being out of scope. */
  readonly of?: Digit;
  /** What it can be, in the order of its places in the made table, as bits of a key. */
  readonly bits: readonly number[];
  /** Its bits in a row. */
  readonly ofRow: Expression;
}

/** Being out of scope, and then the items of the rules over parts: what is open is last in each of these. */
function fieldsOf<TypeId extends string>(
  { parts, scope }: Apart<TypeId>,
  of: Scope,
  outside: Condition,
  reader: SqlReader,
  numbers: Numbers,
): readonly Field[] {
  const { no, open, yes } = truthBits;
  const fields: Field[] = [];
  let factor = 1;
  const add = (field: Pick<Field, "of">, places: readonly number[], { value, unit }: Bits) => {
    const bits = places.map((place) => place * factor);
    const size = 2 ** Math.ceil(Math.log2(Math.max(...places) + 1));
    const own = sql`${value} & ${(size - 1) * unit}`;
    fields.push({ ...field, bits, ofRow: rescaled(own, unit, factor, numbers) });
    factor *= size;
  };
  const { value, unit } = truthBitsOf(outside, reader, of);
  add({}, [0, 1], { value, unit: 2 * unit }); // certain or not
  for (const item of Object.keys(scope.items)) {
    const part = Object.hasOwn(parts, item) ? parts[item] : undefined;
    if (part !== undefined) {
      add({ of: { item, codes: ["yes", "no"] } }, [yes, no, open], truthBitsOf(part, reader, of));
    } else {
      const cell = reader.cell(item);
      const places = [...cell.answers.keys(), cell.answers.length];
      const unit = cell.unitFor(places);
      add({ of: { item, codes: cell.answers.map(String) } }, places, { unit, value: cell.slot(places, unit) });
    }
  }
  return fields;
}

/** A number in steps of one power of two in steps of another. */
function rescaled(value: Expression, from: number, to: number, { moved }: Numbers): Expression {
  return from === to ? value : over(moved(`(${value.text})`, Math.log2(to / from)), [value]);
}

/** A table of all combinations: `ssb_key`, and for each field which of what it can be, from 0: `f0`, `f1`, and so on. */
function combinationsOf(fields: readonly Field[], { below, quotient }: Numbers, { lookUp }: Dialect): string {
  let step = 1;
  const digits = fields.map(({ bits }) => {
    const digit = `${quotient("n", step)} % ${bits.length}`;
    step *= bits.length;
    return digit;
  });
  const key = fields.map(({ bits }, at) => lookUp(bits, `f${at}`)).join(" + ");
  const cells = digits.map((digit, at) => `${digit} AS f${at}`);
  return `(SELECT *, ${key} AS ssb_key FROM (SELECT ${cells.join(", ")} FROM ${below(step)}) AS ssb_digits)`;
}
