import type { Inquiry } from "../inquiry/index.ts";
import type { Level } from "../instrument/index.ts";
import type { Answers } from "../rules/index.ts";
import type { PreparedForm } from "./prepared-form.ts";
import type { LevelResult, ReasonGiven } from "./scored.ts";

/** Where a level stands, from what its inquiry found. */
export function levelResult(
  { level, outcomes }: PreparedForm["levels"][number],
  found: Inquiry,
  answers: Answers,
): LevelResult {
  const possible = outcomes.filter((outcome) => found.outcomes.includes(outcome));
  const [atMost = null, atLeast = null] = level.ordered ? [possible[0], possible.at(-1)] : [];
  return {
    asks: level.asks,
    ordered: level.ordered,
    shown: shownOf(level, outcomes, possible),
    settled: found.settled,
    possible,
    proven: found.proven,
    atMost,
    atLeast,
    because: found.reason().flatMap((item) => reasonFor(item, answers)),
    open: found.open,
  };
}

function shownOf({ ordered }: Level, outcomes: readonly string[], possible: readonly string[]): LevelResult["shown"] {
  const least = possible.at(-1);
  if (least === undefined) return { kind: "cannot_say" };
  if (possible.length === 1) return { kind: "settled", outcome: least };
  return ordered && least !== outcomes.at(-1) ? { kind: "at_least", outcome: least } : { kind: "cannot_say" };
}

function reasonFor(item: string, answers: Answers): readonly ReasonGiven[] {
  const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
  return answer === undefined ? [] : [{ item, answer }];
}
