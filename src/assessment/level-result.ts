import { inquire } from "../inquiry/index.ts";
import type { Instrument, Level } from "../instrument/index.ts";
import type { Answers } from "../rules/index.ts";
import type { LevelResult, ReasonGiven } from "./scored.ts";

/** Where a level stands on the answers given. */
export function levelResult(level: Level, form: Instrument, answers: Answers, budget?: number): LevelResult {
  const found = inquire({ decision: level, scope: form }, answers, budget === undefined ? {} : { budget });
  const possible = Object.keys(level.outcomes).filter((outcome) => found.outcomes.includes(outcome));
  const [atMost = null, atLeast = null] = level.ordered ? [possible[0], possible.at(-1)] : [];
  return {
    asks: level.asks,
    ordered: level.ordered,
    shown: shownOf(level, possible),
    settled: found.settled,
    possible,
    proven: found.proven,
    atMost,
    atLeast,
    because: found.reason().flatMap((item) => reasonFor(item, answers)),
    open: found.open,
  };
}

function shownOf({ ordered, outcomes }: Level, possible: readonly string[]): LevelResult["shown"] {
  const least = possible.at(-1);
  const lowest = Object.keys(outcomes).at(-1);
  if (least === undefined) return { kind: "cannot_say" };
  if (possible.length === 1) return { kind: "settled", outcome: least };
  return ordered && least !== lowest ? { kind: "at_least", outcome: least } : { kind: "cannot_say" };
}

function reasonFor(item: string, answers: Answers): readonly ReasonGiven[] {
  const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
  return answer === undefined ? [] : [{ item, answer }];
}
