import type { Answers } from "../rules/index.ts";
import type { Case, Truth } from "./case.ts";
import { type Outcome, type OutcomeKey, possibleOutcome } from "./outcome.ts";
import type { Prepared } from "./prepared.ts";

/** What standings and the first aim show of a case, as bits over the types in their order. */
export interface Shown {
  readonly met: number;
  readonly possible: number;
  /** The types that the first aim belongs to; none while it is not known. */
  readonly firstAims: number;
}

/** Reads what standings and the first aim show. */
export function shownIn(of: Case, prepared: Prepared): Shown {
  return shownAgain(of, prepared, { met: 0, possible: 0, firstAims: 0 }, -1);
}

/** The same, where only some types, as bits, may stand otherwise than before. */
function shownAgain(of: Case, { criteria, firstAim }: Prepared, before: Shown, changed: number): Shown {
  let met = before.met & ~changed;
  let possible = before.possible & ~changed;
  for (let at = 0; at < criteria.length; at++) {
    if ((changed & (1 << at)) === 0) continue;
    const truth = (criteria[at] as Truth)(of);
    if (truth === 2) met |= 1 << at;
    else if (truth === 1) possible |= 1 << at;
  }
  return { met, possible, firstAims: firstAim(of) };
}

/** Where one type stands: 0 ruled out, 1 possible, 2 met. */
export function truthAt({ met, possible }: Shown, type: number): number {
  return ((met >> type) & 1) * 2 + ((possible >> type) & 1);
}

/**
 * The outcome of a case. If only one is possible it is that one, even where no single standing shows it: wanting a bond
 * back and wanting contact, say, leave no way for neither rejected nor a suitor to be met. Else standings decide.
 * Equal outcomes of one typology are one frozen object.
 *
 * @internal
 */
export function outcomeFor<TypeId extends string>(
  outcomes: readonly OutcomeKey<TypeId>[],
  { met, possible, firstAims }: Shown,
  { made }: Pick<Prepared<TypeId>, "made">,
): Outcome<TypeId> {
  const [only] = outcomes;
  const settled = only === undefined || outcomes.length > 1 ? undefined : possibleOutcome(only);
  if (settled !== undefined && settled.kind !== "mixed") return settled;
  const now = made.shown(met, possible, firstAims);
  if (settled === undefined || now.kind === "mixed") return now;
  // Fewer than two members of this mixed outcome are certain: then they are those met and those possible.
  return made.mixed(met | possible);
}

/**
 * A test for the search of a reason: whether the outcome is still the same once an item has been dropped as well; the
 * drop is undone if not. The outcomes still possible are known to be the same, so only what standings show can differ.
 */
export function sameOutcome<TypeId extends string>(
  outcomes: readonly OutcomeKey<TypeId>[],
  of: Case,
  prepared: Prepared<TypeId>,
  shown: Shown,
): ((item: string) => boolean) | undefined {
  if (outcomes.length === 1 && outcomes[0] !== "mixed") return undefined;
  const wanted = outcomeFor(outcomes, shown, prepared);
  const left = without(of, prepared);
  let before = shown;
  return (item) => {
    left.drop(item);
    const now = shownAgain(left.of(), prepared, before, prepared.readBy.get(item) ?? 0);
    if (isSame(now, before) || outcomeFor(outcomes, now, prepared) === wanted) {
      before = now;
      return true;
    }
    left.undo();
    return false;
  };
}

const isSame = (a: Shown, b: Shown): boolean =>
  a.met === b.met && a.possible === b.possible && a.firstAims === b.firstAims;

/** A case from which items can be dropped, one after another, and the last of them put back. */
interface Dropping {
  of(): Case;
  drop(item: string): void;
  undo(): void;
}

function without({ answers, bytes }: Case, { places }: Prepared): Dropping {
  if (bytes === undefined) return withoutAnswers(answers);
  const left = bytes.slice();
  const of = { answers, bytes: left };
  let place = 0;
  let before = 0;
  return {
    of: () => of,
    drop(item) {
      place = places.get(item) ?? 0;
      before = left[place] as number;
      left[place] = 0;
    },
    undo() {
      left[place] = before;
    },
  };
}

function withoutAnswers(answers: Answers): Dropping {
  let left = answers;
  let before = answers;
  return {
    of: () => ({ answers: left, bytes: undefined }),
    drop(item) {
      before = left;
      left = Object.fromEntries(Object.entries(left).filter(([id]) => id !== item));
    },
    undo() {
      left = before;
    },
  };
}
