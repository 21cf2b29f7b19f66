import { deepFreeze } from "../instrument/index.ts";
import type { Case } from "./case.ts";
import type { Shown } from "./outcome-now.ts";
import type { FoundContradiction, Prepared } from "./prepared.ts";
import type { Typology } from "./typology.ts";

const none: readonly FoundContradiction[] = Object.freeze([]);

/** The answers that do not fit together: a first aim of a type that is ruled out, and what the typology names. */
export function contradictionsIn<TypeId extends string>(
  of: Case,
  { met, possible, firstAims }: Shown,
  { firstAim, types: defined }: Typology<TypeId>,
  { types, contradictions }: Prepared<TypeId>,
): readonly FoundContradiction[] {
  const aimedAt = firstAims & ~(met | possible);
  const general = aimedAt === 0 ? [] : types.filter((_, at) => (aimedAt & (1 << at)) !== 0);
  const named: FoundContradiction[] = [];
  for (const { when, found } of contradictions) if (when(of) === 2) named.push(found);
  if (general.length + named.length === 0) return none;
  if (general.length === 0) return Object.freeze(named);
  const ruledOut = general.map((id) => ({
    id: `first_aim_of_${id}`,
    items: [firstAim],
    says: `The first aim is one of ${defined[id].label.toLowerCase()}, a type that other answers rule out.`,
  }));
  return deepFreeze([...ruledOut, ...named]);
}
