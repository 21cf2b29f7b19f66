import type { Interval } from "../rules/index.ts";
import type { Case, Truth } from "./case.ts";
import type { Standing } from "./outcome.ts";

/** Where one type stands, with the signs beside it. Signs never decide. */
export interface TypeStanding {
  readonly standing: Standing;
  /** How many of the supporting signs are present: the least and the most, once open answers arrive. */
  readonly supports: Interval;
  readonly supportsOf: number;
  /** How many of the signs against it are present. */
  readonly against: Interval;
  readonly againstOf: number;
}

const words: readonly Standing[] = ["ruled_out", "possible", "met"];

/** Reads where a type stands from its criteria's truth and its signs. Equal standings are one frozen object. */
export function standingReader(
  supports: readonly Truth[],
  against: readonly Truth[],
): (criteria: number, of: Case) => TypeStanding {
  const made = new Map<number, TypeStanding>();
  const most = Math.max(supports.length, against.length) + 1;
  return (criteria, of) => {
    const [leastFor, mostFor] = counted(supports, of);
    const [leastAgainst, mostAgainst] = counted(against, of);
    const key = (((criteria * most + leastFor) * most + mostFor) * most + leastAgainst) * most + mostAgainst;
    const before = made.get(key);
    if (before !== undefined) return before;
    const now: TypeStanding = Object.freeze({
      standing: words[criteria] ?? "possible",
      supports: Object.freeze([leastFor, mostFor] as const),
      supportsOf: supports.length,
      against: Object.freeze([leastAgainst, mostAgainst] as const),
      againstOf: against.length,
    });
    made.set(key, now);
    return now;
  };
}

function counted(signs: readonly Truth[], of: Case): Interval {
  let low = 0;
  let high = 0;
  for (const sign of signs) {
    const truth = sign(of);
    if (truth === 2) low += 1;
    if (truth > 0) high += 1;
  }
  return [low, high];
}
