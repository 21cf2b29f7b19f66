import type { Answers } from "../rules/index.ts";
import { caseOf } from "./classify.ts";
import { type Outcome, outcomeOf, type Standing } from "./outcome.ts";
import { type PreparedType, prepare } from "./prepared.ts";
import type { Typology } from "./typology.ts";

/** What standings alone show of a case: no search, so not what is possible, why, or what to ask. */
export interface ShownByStandings<TypeId extends string = string> {
  readonly outcome: Outcome<TypeId>;
  readonly standings: Readonly<Record<TypeId, Standing>>;
}

/**
 * A fast classifier for many single cases: standings and the outcome that they show. Where only one outcome is
 * possible but no single standing shows it, `classify` says more.
 *
 * Results are frozen and shared: equal cases give the same object.
 *
 * @throws {AssessmentError} as `classify`
 */
export function standingsClassifier<TypeId extends string>(
  typology: Typology<TypeId>,
): (answers: Answers) => ShownByStandings<TypeId> {
  const prepared = prepare(typology);
  const { types, firstAim, outside } = prepared;
  const made = new Map<number, ShownByStandings<TypeId>>();
  return (answers) => {
    const of = caseOf(answers, prepared);
    let truths = 0;
    let met = 0;
    let possible = 0;
    for (let at = 0; at < types.length; at++) {
      const truth = (prepared.prepared[at] as PreparedType).criteria(of);
      truths = truths * 3 + truth;
      if (truth === 2) met |= 1 << at;
      else if (truth === 1) possible |= 1 << at;
    }
    const isOutside = outside(of) === 2;
    const aims = met & firstAim(of);
    const key = (truths * (1 << types.length) + aims) * 2 + Number(isOutside);
    const before = made.get(key);
    if (before !== undefined) return before;
    const standings = Object.fromEntries(
      types.map((id, at) => [
        id,
        (met & (1 << at)) !== 0 ? "met" : (possible & (1 << at)) !== 0 ? "possible" : "ruled_out",
      ]),
    ) as Record<TypeId, Standing>;
    const outcome: Outcome<TypeId> = isOutside ? { kind: "out_of_scope" } : outcomeOf(types, met, possible, aims);
    const result = Object.freeze({ outcome: Object.freeze(outcome), standings: Object.freeze(standings) });
    made.set(key, result);
    return result;
  };
}
