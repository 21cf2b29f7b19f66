import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { AssessmentError } from "../issues/index.ts";

/** Numbers that a seed decides: from 0 up to 1, and whole from 0 up to a limit that is left out. */
export interface Random {
  readonly unit: () => number;
  readonly below: (limit: number) => number;
}

/** Random numbers from a seed, the same on every machine (xoroshiro128+); throws `out_of_range` unless it fits 32 bits. */
export function randomFrom(seed: number): Random {
  if (!Number.isInteger(seed) || Math.abs(seed) > 2 ** 31 - 1) {
    throw new AssessmentError([{ code: "out_of_range", path: ["seed"], expected: ["a whole number of 32 bits"] }]);
  }
  const generator = xoroshiro128plus(seed);
  return { unit: () => uniformFloat64(generator), below: (limit) => uniformInt(generator, 0, limit - 1) };
}
