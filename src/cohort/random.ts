import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { AssessmentError } from "../issues/index.ts";

/** Numbers that a seed decides: from 0 up to 1, and whole from 0 up to a limit that is left out. */
export interface Random {
  readonly unit: () => number;
  readonly below: (limit: number) => number;
}

/**
 * Random numbers from a seed, the same on every machine (xoroshiro128+); throws `out_of_range` unless it fits 32 bits.
 *
 * Whole numbers are the upper digits of 32 bits, so that their chances differ by less than one in 2^32 / limit. That is
 * five times as fast as to draw again, and a bootstrap spends nearly all its time here.
 */
export function randomFrom(seed: number): Random {
  if (!Number.isInteger(seed) || Math.abs(seed) > 2 ** 31 - 1) {
    throw new AssessmentError([{ code: "out_of_range", path: ["seed"], expected: ["a whole number of 32 bits"] }]);
  }
  const generator = xoroshiro128plus(seed);
  return {
    unit: () => uniformFloat64(generator),
    below: (limit) => Math.floor((generator.next() >>> 0) * (limit / 2 ** 32)),
  };
}
