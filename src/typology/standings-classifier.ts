import { type Answers, itemsOf } from "../rules/index.ts";
import { caseOf } from "./classify.ts";
import { type Outcome, outcomeOf, type Standing } from "./outcome.ts";
import { type Prepared, type PreparedType, prepare } from "./prepared.ts";
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
 * Results are frozen and shared: equal cases give the same object. Answers to items that no criterion reads, such as
 * mere signs, are not looked at, so a wrong code there is not reported; `classify` and `parseAnswers` report it.
 *
 * @throws {AssessmentError} as `classify`
 */
export function standingsClassifier<TypeId extends string>(
  typology: Typology<TypeId>,
): (answers: Answers) => ShownByStandings<TypeId> {
  const prepared = prepare(typology);
  const { types, firstAim, outside } = prepared;
  const needed = neededFor(typology, prepared);
  const made = new Map<number, ShownByStandings<TypeId>>();
  return (answers) => {
    const of = caseOf(answers, prepared, needed);
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

/** Which items the criteria, the first aim and the scope read, by their place in the bytes. */
function neededFor<TypeId extends string>(typology: Typology<TypeId>, { places, types }: Prepared<TypeId>): Uint8Array {
  const { instrument, firstAim, scope } = typology;
  const rules = [scope.outside, ...types.map((id) => typology.types[id].criteria)];
  const needed = new Uint8Array(places.size);
  for (const item of [firstAim, ...rules.flatMap((rule) => itemsOf(rule, instrument))])
    needed[places.get(item) ?? 0] = 1;
  return needed;
}
