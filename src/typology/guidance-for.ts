import type { Outcome } from "./outcome.ts";
import type { Prepared } from "./prepared.ts";
import type { Typology } from "./typology.ts";

/** The guidance codes of an outcome, those of alerts first, and none of a type outside the scope. The same outcome and alerts give the same frozen array. */
export function guidanceFor<TypeId extends string>(
  outcome: Outcome<TypeId>,
  alerts: readonly string[],
  typology: Typology<TypeId>,
  { guidance }: Prepared<TypeId>,
): readonly string[] {
  const known = guidance.get(alerts) ?? new Map<Outcome, readonly string[]>();
  guidance.set(alerts, known);
  const before = known.get(outcome);
  if (before !== undefined) return before;
  const urgent = alerts.flatMap((id) => {
    const { guidance = [], inScope = [] } = typology.alerts[id] ?? {};
    return outcome.kind === "out_of_scope" ? guidance : [...guidance, ...inScope];
  });
  const now = Object.freeze([...new Set([...urgent, ...usual(outcome, typology)])]);
  known.set(outcome, now);
  return now;
}

function usual<TypeId extends string>(outcome: Outcome<TypeId>, typology: Typology<TypeId>): readonly string[] {
  if (outcome.kind === "out_of_scope") return typology.scope.guidance;
  if ("type" in outcome) return typology.types[outcome.type].guidance;
  return "types" in outcome
    ? outcome.types.flatMap((id) => typology.types[id].guidance)
    : typology.undeterminedGuidance;
}
