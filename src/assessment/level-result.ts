import { caseInquiry, type Inquiry } from "../inquiry/index.ts";
import type { Level } from "../instrument/index.ts";
import type { Answers } from "../rules/index.ts";
import type { PreparedForm } from "./prepared-form.ts";
import type { LevelResult, ReasonGiven } from "./scored.ts";

/** Where every level of a form stands. */
export function levelResults(
  { levels }: PreparedForm,
  bytes: Uint8Array,
  answers: Answers,
  budget?: number,
): Readonly<Record<string, LevelResult>> {
  const results: Record<string, LevelResult> = {};
  for (const ready of levels) results[ready.name] = levelResult(ready, bytes, answers, budget);
  return results;
}

/** What is possible for one level, without the reason, which costs most. */
export function inquiryOf(
  { question, diagram, classes }: PreparedForm["levels"][number],
  bytes: Uint8Array,
  answers: Answers,
  budget?: number,
): Inquiry {
  return diagram === undefined || budget !== undefined
    ? caseInquiry(question, answers, budget === undefined ? {} : { budget })
    : caseInquiry(question, answers, { classes: classes(bytes) });
}

function levelResult(
  ready: PreparedForm["levels"][number],
  bytes: Uint8Array,
  answers: Answers,
  budget?: number,
): LevelResult {
  const { level, outcomes } = ready;
  const found = inquiryOf(ready, bytes, answers, budget);
  const possible = outcomes.filter((outcome) => found.outcomes.includes(outcome));
  const [atMost = null, atLeast = null] = level.ordered ? [possible[0], possible.at(-1)] : [];
  return {
    asks: level.asks,
    ordered: level.ordered,
    shown: shownOf(level, outcomes, possible),
    settled: found.settled,
    outcomes,
    possible,
    proven: found.proven,
    atMost,
    atLeast,
    because: found.reason().flatMap((item) => reasonFor(item, answers)),
    open: found.open,
  };
}

/** What may be shown of a level, given its outcomes in order and those still possible. */
export function shownOf(
  { ordered }: Level,
  outcomes: readonly string[],
  possible: readonly string[],
): LevelResult["shown"] {
  const least = possible.at(-1);
  if (least === undefined) return { kind: "cannot_say" };
  if (possible.length === 1) return { kind: "settled", outcome: least };
  return ordered && least !== outcomes.at(-1) ? { kind: "at_least", outcome: least } : { kind: "cannot_say" };
}

function reasonFor(item: string, answers: Answers): readonly ReasonGiven[] {
  const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
  return answer === undefined ? [] : [{ item, answer }];
}
