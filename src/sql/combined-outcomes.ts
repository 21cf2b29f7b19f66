import type { Condition, Scope } from "../rules/index.ts";
import { typeIds } from "../typology/index.ts";
import { combinationResults, mostCombinations, typesNamed } from "./combination-results.ts";
import type { Dialect } from "./dialect.ts";
import { bitwise, choose, constant, type Expression, over, sql } from "./expression.ts";
import type { Joined, Layers } from "./layers.ts";
import type { Apart } from "./over-parts.ts";
import { productOf, steppedList } from "./stepped-list.ts";
import type { SqlReader } from "./to-sql.ts";
import { type Bits, truthBits, truthBitsOf } from "./truth-bits.ts";
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
  const { outcome, results } = resultsOf(apart, fields, numbers, layers.dialect);
  const columns = results.map((_, at) => `r${at}`);
  const values = results.map(([, value], at) => `${value} AS r${at}`);
  return {
    outputs: results.map(([name], at) => [name, constant(`ssb_told.r${at}`)] as const),
    joined: {
      text: [
        `(SELECT ssb_key, ${values.join(",\n  ")}`,
        `FROM ${combinationsOf(fields, outcome, numbers, layers.dialect)}`,
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
  readonly of?: { readonly item: string; readonly codes: readonly string[] };
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

/** The columns of `typeOutputs` as look-ups by the digits of a combination's number, and by which outcome it has. */
function resultsOf<TypeId extends string>(
  { rules, scope }: Apart<TypeId>,
  fields: readonly Field[],
  numbers: Numbers,
  { lookUp, lookUpText }: Dialect,
): { readonly outcome: string; readonly results: readonly (readonly [name: string, value: string])[] } {
  const { outcomes, outcomeAt, standings } = combinationResults(
    rules,
    scope,
    fields.flatMap((field) => field.of ?? []),
  );
  // Being out of scope is the lowest digit, and has an outcome of its own after all others.
  const entries = outcomeAt.flatMap((at) => [at, outcomes.length]);
  const sizes = fields.map(({ bits }) => bits.length);
  const outcome = steppedList(entries, sizes).reduce((before, { below, size, list }) => {
    const own = digitOf(below, size, productOf(sizes), numbers);
    return lookUp(list, `(${before === "" ? own : `${before} + ${own}`})`);
  }, "");
  const ofTypes = typeIds(rules).map((id, at) => {
    const { digits, at: standing } = standings[at] as (typeof standings)[number];
    const terms = digits.map((digit, place) => {
      const step = productOf(digits.slice(0, place).map((lower) => sizes[lower + 1] as number));
      return step === 1 ? `f${digit + 1}` : `f${digit + 1} * ${step}`;
    });
    return [id, lookUpText(standing, `(${["0", ...terms].join(" + ")})`)] as const;
  });
  const results = [
    ["outcome", lookUpText([...outcomes.map(({ kind }) => kind), "out_of_scope"], "outcome")],
    ["type", lookUpText([...outcomes.map(typesNamed), ""], "outcome")],
    ...ofTypes,
  ] as const;
  return { outcome, results };
}

/** A table of all combinations: `ssb_key`, the digits of its number as `f0`, `f1` and so on, and `outcome`. */
function combinationsOf(fields: readonly Field[], outcome: string, numbers: Numbers, { lookUp }: Dialect): string {
  const sizes = fields.map(({ bits }) => bits.length);
  const digits = sizes.map((size, at) => digitOf(productOf(sizes.slice(0, at)), size, productOf(sizes), numbers));
  const key = fields.map(({ bits }, at) => lookUp(bits, `f${at}`)).join(" + ");
  const cells = digits.map((digit, at) => `${digit} AS f${at}`);
  return [
    `(SELECT *, ${outcome} AS outcome, ${key} AS ssb_key`,
    `FROM (SELECT n, ${cells.join(", ")} FROM ${numbers.below(productOf(sizes))}) AS ssb_digits) AS ssb_all`,
  ].join("\n");
}

/** The digits of `n` above those that count to `below`, of which there are `size`; `n` is less than `count`. */
function digitOf(below: number, size: number, count: number, { quotient }: Numbers): string {
  const above = below === 1 ? "n" : quotient("n", below);
  return below * size === count ? `(${above})` : `(${above} % ${size})`;
}
