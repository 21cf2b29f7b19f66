import type { Issue } from "../issues/index.ts";
import type { Typology } from "../typology/index.ts";

/** How answers are left out of a synthetic case. */
export interface MissingPlan {
  /** The share of answers, from 0 to 1, that become this word; `not_asked` answers are left out. */
  readonly not_sure?: number;
  readonly prefer_not?: number;
  readonly not_asked?: number;
  /** `scattered`: each answer by itself. `from_the_end`: the not asked ones are the last of the form. */
  readonly pattern?: "scattered" | "from_the_end";
}

/** What a synthetic caseload is like. Every number is the caller's: none of them is an estimate of anything. */
export interface SimulationPlan<TypeId extends string = string> {
  readonly typology: Typology<TypeId>;
  readonly cases: number;
  /** A whole number from 0 to 4,294,967,295; the same seed gives the same cases. */
  readonly seed: number;
  /** How often each type is drawn, as weights; equal if not given. */
  readonly mix?: Readonly<Partial<Record<TypeId, number>>>;
  /** The share of answers, from 0 to 1, that are drawn anew at random whatever the type. */
  readonly noise?: number;
  /** How often, from 0 to 1, a sign for the drawn type is made present and a sign against it absent. */
  readonly signs?: number;
  readonly missing?: MissingPlan;
  /** How many raters code each case; each but the first gives a share `disagreement` of answers anew at random. */
  readonly raters?: number;
  readonly disagreement?: number;
}

const shares = ["noise", "signs", "disagreement"] as const;
const patterns: readonly string[] = ["scattered", "from_the_end"];
const missingShares = ["not_sure", "prefer_not", "not_asked"] as const;

/** What is wrong with a plan: shares, counts and a seed that are not valid, and types that the typology lacks. */
export function faultsIn<TypeId extends string>(plan: SimulationPlan<TypeId>): readonly Issue[] {
  const { cases, seed, raters = 1, mix = {}, missing = {}, typology } = plan;
  const whole = (value: number, most: number) => Number.isSafeInteger(value) && value >= 0 && value <= most;
  const isShare = (value: number | undefined) => value === undefined || (value >= 0 && value <= 1);
  const weights = Object.entries<number | undefined>(mix);
  const { pattern = "scattered" } = missing;
  const left = missingShares.map((word) => missing[word]);
  const numbers: readonly (readonly [string, boolean, string])[] = [
    ["cases", whole(cases, Number.MAX_SAFE_INTEGER), "a whole number from 0"],
    ["seed", whole(seed, 0xffffffff), "a whole number from 0 to 4294967295"],
    ["raters", whole(raters, 100) && raters > 0, "a whole number from 1 to 100"],
    ...shares.map((name) => [name, isShare(plan[name]), "a number from 0 to 1"] as const),
    [
      "missing",
      left.every(isShare) && left.reduce<number>((sum, share) => sum + (share ?? 0), 0) <= 1,
      "shares from 0 to 1 that add up to 1 at most",
    ],
    [
      "mix",
      weights.every(([, weight]) => weight !== undefined && weight >= 0 && Number.isFinite(weight)) &&
        (weights.length === 0 || weights.some(([, weight]) => (weight ?? 0) > 0)),
      "weights from 0, at least one above it",
    ],
  ];
  return [
    ...numbers.flatMap(([name, fine, expected]): readonly Issue[] =>
      fine ? [] : [{ code: "out_of_range", path: [name], expected: [expected] }],
    ),
    ...(patterns.includes(pattern)
      ? []
      : [{ code: "unknown_option", path: ["missing", "pattern"], expected: patterns } as const]),
    ...weights.flatMap(([id]): readonly Issue[] =>
      Object.hasOwn(typology.types, id)
        ? []
        : [{ code: "unknown_reference", path: ["mix", id], expected: Object.keys(typology.types) }],
    ),
  ];
}
