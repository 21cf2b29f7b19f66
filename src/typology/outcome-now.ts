import { type Outcome, type OutcomeKey, outcomeOf, possibleOutcome } from "./outcome.ts";
import type { Case, Prepared, PreparedType } from "./prepared.ts";

/**
 * The outcome of a case. If only one is possible it is that one, even where no single standing shows it: wanting a bond
 * back and wanting contact, say, leave no way for neither rejected nor a suitor to be met. Else standings decide.
 */
export function outcomeFor<TypeId extends string>(
  outcomes: readonly OutcomeKey<TypeId>[],
  of: Case,
  prepared: Prepared<TypeId>,
): Outcome<TypeId> {
  const now = outcomeNow(of, prepared);
  const [only] = outcomes;
  if (only === undefined || outcomes.length > 1) return now;
  const settled = possibleOutcome(only);
  if (settled.kind !== "mixed") return settled;
  return now.kind === "mixed" ? now : { kind: "mixed", types: membersOf(of, prepared) };
}

/** The members of a mixed outcome of which fewer than two are certain: those met and those possible. */
function membersOf<TypeId extends string>(of: Case, { types, prepared }: Prepared<TypeId>): readonly TypeId[] {
  return types.filter((_, at) => (prepared[at] as PreparedType).criteria(of) > 0);
}

/** The outcome that standings and the first aim alone show now. */
export function outcomeNow<TypeId extends string>(
  of: Case,
  { types, prepared, firstAim }: Prepared<TypeId>,
): Outcome<TypeId> {
  let met = 0;
  let possible = 0;
  for (let at = 0; at < prepared.length; at++) {
    const truth = (prepared[at] as PreparedType).criteria(of);
    if (truth === 2) met |= 1 << at;
    else if (truth === 1) possible |= 1 << at;
  }
  return outcomeOf(types, met, possible, firstAim(of));
}

/**
 * A test for the search of a reason: whether the outcome is still the same once an item has been dropped as well; the
 * drop is undone if not. The outcomes still possible are known to be the same, so only what standings show can differ.
 */
export function sameOutcome<TypeId extends string>(
  outcomes: readonly OutcomeKey<TypeId>[],
  of: Case,
  prepared: Prepared<TypeId>,
): ((item: string) => boolean) | undefined {
  if (outcomes.length === 1 && outcomes[0] !== "mixed") return undefined;
  const wanted = wordFor(outcomeFor(outcomes, of, prepared));
  const left = without(of, prepared);
  return (item) => {
    const undo = left.drop(item);
    if (wordFor(outcomeFor(outcomes, left.of(), prepared)) === wanted) return true;
    undo();
    return false;
  };
}

/** A case from which items can be dropped, one after another. */
function without({ answers, bytes }: Case, { places }: Prepared): { of(): Case; drop(item: string): () => void } {
  if (bytes !== undefined) {
    const left = bytes.slice();
    const of = { answers, bytes: left };
    return {
      of: () => of,
      drop(item) {
        const place = places.get(item) ?? 0;
        const before = left[place] as number;
        left[place] = 0;
        return () => {
          left[place] = before;
        };
      },
    };
  }
  let left = answers;
  return {
    of: () => ({ answers: left, bytes: undefined }),
    drop(item) {
      const before = left;
      left = Object.fromEntries(Object.entries(left).filter(([id]) => id !== item));
      return () => {
        left = before;
      };
    },
  };
}

function wordFor(outcome: Outcome): string {
  if ("type" in outcome) return `${outcome.kind}:${outcome.type}`;
  return "types" in outcome ? outcome.types.join() : outcome.kind;
}
