import { type Outcome, outcomeOf } from "./outcome.ts";

/** A typology's outcomes, each made once and frozen, so that equal ones are the same object. Types are bits, in order. */
export interface MadeOutcomes<TypeId extends string = string> {
  /** The outcome that standings and the first aim show. */
  shown(met: number, possible: number, firstAims: number): Outcome<TypeId>;
  mixed(members: number): Outcome<TypeId>;
}

/**
 * No outcome yet of a typology of these types.
 *
 * @internal
 */
export function madeOutcomes<TypeId extends string>(types: readonly TypeId[]): MadeOutcomes<TypeId> {
  const byWord = new Map<string, Outcome<TypeId>>();
  const byBits = new Map<number, Outcome<TypeId>>();
  const mixedBefore = new Map<number, Outcome<TypeId>>();
  const once = (outcome: Outcome<TypeId>): Outcome<TypeId> => {
    const word = JSON.stringify(outcome);
    const before = byWord.get(word);
    if (before !== undefined) return before;
    if ("types" in outcome) Object.freeze(outcome.types);
    byWord.set(word, Object.freeze(outcome));
    return outcome;
  };
  const none = once({ kind: "undetermined" });
  const open = once({ kind: "insufficient" });
  return {
    shown(met, possible, firstAims) {
      if (met === 0) return possible === 0 ? none : open;
      const bits = (met << 14) | (met & firstAims);
      const before = byBits.get(bits);
      if (before !== undefined) return before;
      const now = once(outcomeOf(types, met, possible, firstAims));
      byBits.set(bits, now);
      return now;
    },
    mixed(members) {
      const before = mixedBefore.get(members);
      if (before !== undefined) return before;
      const now = once({ kind: "mixed", types: types.filter((_, at) => (members & (1 << at)) !== 0) });
      mixedBefore.set(members, now);
      return now;
    },
  };
}
