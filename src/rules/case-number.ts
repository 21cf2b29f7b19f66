import { answerSum } from "./answer-sum.ts";
import type { CaseReader } from "./case-bytes.ts";
import type { Answers } from "./rule.ts";
import type { Tabulated } from "./tabulate.ts";

/**
 * Something that a few answers decide: which of a few values a case has.
 *
 * @internal
 */
export interface Field {
  readonly places: readonly number[];
  /** For each of those items, by byte: what it adds to the position among the values. */
  readonly steps: readonly Int32Array[];
  /** By position: a whole number from 0, below `count`. */
  readonly values: Int32Array;
  readonly count: number;
}

/**
 * Numbers cases so that those alike in every field share a number, and no others do.
 *
 * @internal
 */
export interface CaseNumbers {
  /** One more than the highest number. */
  readonly size: number;
  /** A case's number; -1 if it must be looked at closely: an unknown key or code, or no plain object. */
  of(answers: Answers): number;
  /** The value of each field for the cases of a number. */
  values(number: number): readonly number[];
}

/**
 * A rule as a field: 0 false, 1 unknown, 2 true.
 *
 * @internal
 */
export function truthField({ places, steps, low, high }: Tabulated): Field {
  return { places, steps, values: Int32Array.from(low, (from, at) => from + (high[at] as number)), count: 3 };
}

/**
 * An item as a field: by byte, a whole number from 0, below `count`, that is 0 while the answer is not known.
 *
 * @internal
 */
export function itemField(place: number, byByte: Int32Array, count: number): Field {
  return { places: [place], steps: [byByte], values: Int32Array.from({ length: count }, (_, value) => value), count };
}

/** The most numbers that cases may have; with more, `undefined` is returned instead (design choice). */
const mostNumbers = 65_536;

/**
 * Numbers for cases by some fields; `undefined` if they do not fit. Each answer is read once for all the fields.
 *
 * @internal
 */
export function caseNumbers(fields: readonly Field[], { items, bytes }: CaseReader): CaseNumbers | undefined {
  const size = fields.reduce((product, { count }) => product * count, 1);
  const packing = pack(fields);
  if (size > mostNumbers || packing === undefined) return undefined;
  const sumOf = answerSum(items, additionsOf(fields, packing, bytes));
  const lows = lookUps(fields, packing, 0);
  const highs = lookUps(fields, packing, 1);
  return {
    size,
    of(answers) {
      const sum = sumOf(answers);
      if (Number.isNaN(sum)) return -1;
      const high = Math.floor(sum / half);
      return numberIn(lows, sum - high * half) + numberIn(highs, high);
    },
    values: (number) => fields.map(({ count }, at) => Math.floor(number / shareOf(at, fields)) % count),
  };
}

/** A sum holds two whole numbers, below `half` and above: together within what a number holds exactly. */
const halfBits = 26;
const half = 2 ** 26;

/** Where a field's position stands in a sum: the bits of one half. */
interface Placed {
  readonly half: number;
  readonly shift: number;
  readonly mask: number;
}

function pack(fields: readonly Field[]): readonly Placed[] | undefined {
  const used = [0, 0];
  const placed: Placed[] = [];
  for (const { values } of fields) {
    const bits = 32 - Math.clz32(values.length - 1);
    const at = used.findIndex((taken) => taken + bits <= halfBits);
    if (at < 0) return undefined;
    placed.push({ half: at, shift: used[at] as number, mask: 2 ** bits - 1 });
    used[at] = (used[at] as number) + bits;
  }
  return placed;
}

function additionsOf(
  fields: readonly Field[],
  packing: readonly Placed[],
  bytes: CaseReader["bytes"],
): readonly (ReadonlyMap<unknown, number> | undefined)[] {
  return bytes.map((byCode, place) => {
    const readBy = fields.flatMap(({ places, steps }, at) => {
      const step = steps[places.indexOf(place)];
      const { half: upper, shift } = packing[at] as Placed;
      return step === undefined ? [] : [{ step, unit: 2 ** shift * half ** upper }];
    });
    if (readBy.length === 0) return undefined;
    const additionOf = (byte: number) => readBy.reduce((sum, { step, unit }) => sum + (step[byte] as number) * unit, 0);
    return new Map([...byCode].map(([code, byte]) => [code, additionOf(byte)]));
  });
}

/** The fields of one half: their bits, and their values one after another, each times the field's share in a number. */
interface LookUps {
  readonly shifts: Int32Array;
  readonly masks: Int32Array;
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

function lookUps(fields: readonly Field[], packing: readonly Placed[], which: number): LookUps {
  const values: number[] = [];
  const found = fields.flatMap((field, at) => {
    const { half: own, shift, mask } = packing[at] as Placed;
    if (own !== which) return [];
    const share = shareOf(at, fields);
    const start = values.length;
    values.push(...Array.from(field.values, (value) => value * share));
    return [{ shift, mask, start }];
  });
  return {
    shifts: Int32Array.from(found, ({ shift }) => shift),
    masks: Int32Array.from(found, ({ mask }) => mask),
    starts: Int32Array.from(found, ({ start }) => start),
    values: Int32Array.from(values),
  };
}

/** What one step of a field's value adds to a number. */
function shareOf(at: number, fields: readonly Field[]): number {
  return fields.slice(0, at).reduce((product, { count }) => product * count, 1);
}

function numberIn({ shifts, masks, starts, values }: LookUps, bits: number): number {
  let number = 0;
  for (let at = 0; at < shifts.length; at++) {
    const position = (bits >>> (shifts[at] as number)) & (masks[at] as number);
    number += values[(starts[at] as number) + position] as number;
  }
  return number;
}
