import type { Outcome } from "./outcome.ts";
import type { Prepared } from "./prepared.ts";
import type { Typology } from "./typology.ts";

/**
 * The guidance codes of an outcome and of every type met beside it, those of alerts first, and none of a type outside the
 * scope. What is the same for two cases is one frozen array.
 *
 * @param met The types that are met, as bits over the types in their order.
 */
export function guidanceFor<TypeId extends string>(
  outcome: Outcome<TypeId>,
  met: number,
  alerts: readonly string[],
  typology: Typology<TypeId>,
  { guidance, types }: Prepared<TypeId>,
): readonly string[] {
  const known = guidance.get(alerts) ?? new Map<Outcome, (readonly string[])[]>();
  guidance.set(alerts, known);
  const byMet = known.get(outcome) ?? [];
  known.set(outcome, byMet);
  const before = byMet[met];
  if (before !== undefined) return before;
  const urgent = alerts.flatMap((id) => {
    const { guidance = [], inScope = [] } = typology.alerts[id] ?? {};
    return outcome.kind === "out_of_scope" ? guidance : [...guidance, ...inScope];
  });
  const alsoMet = types.filter((_, at) => (met >> at) & 1);
  const now = Object.freeze([...new Set([...urgent, ...usual(outcome, alsoMet, typology)])]);
  byMet[met] = now;
  return now;
}

function usual<TypeId extends string>(
  outcome: Outcome<TypeId>,
  alsoMet: readonly TypeId[],
  typology: Typology<TypeId>,
): readonly string[] {
  const ofTypes = (ids: readonly TypeId[]) => ids.flatMap((id) => typology.types[id].guidance);
  if (outcome.kind === "out_of_scope") return typology.scope.guidance;
  if ("type" in outcome) return ofTypes([outcome.type, ...alsoMet]);
  return "types" in outcome ? ofTypes(outcome.types) : typology.undeterminedGuidance;
}
