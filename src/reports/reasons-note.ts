import type { Estimate, Reason } from "../cohort/index.ts";
import type { Say } from "./phrases.ts";

/** Why values are missing, each place once, or nothing. */
export function reasonsNote(
  places: readonly (readonly [what: string, reason: Reason | undefined])[],
  say: Say,
): readonly string[] {
  const byReason = new Map<Reason, Set<string>>();
  for (const [what, reason] of places) {
    if (reason !== undefined) byReason.set(reason, (byReason.get(reason) ?? new Set()).add(what));
  }
  if (byReason.size === 0) return [];
  const reasons = [...byReason].map(([reason, names]) =>
    say("study.no_value_for", { what: [...names].join(", "), reason: say(`estimate.${reason}`) }),
  );
  return [say("study.no_value", { reasons: reasons.join("; ") })];
}

/** The same for named estimates. */
export const estimateReasons = (named: readonly (readonly [what: string, found: Estimate])[], say: Say) =>
  reasonsNote(
    named.map(([what, { reason }]) => [what, reason]),
    say,
  );
