import { isCalendarDay } from "../instrument/index.ts";
import { type Answer, type Answers, answerOf, itemIn, type Scope } from "../rules/index.ts";
import { asOfDay, type DerivedAnswer } from "./profile.ts";

/** Answers with those that follow from days filled in, and what does not fit. */
export interface Filled {
  readonly answers: Answers;
  /** The items that were filled in, with the answers they got. */
  readonly derived: Readonly<Record<string, Answer>>;
  readonly conflicts: readonly { readonly id: string; readonly items: readonly string[]; readonly says: string }[];
}

/**
 * Fills in the items that follow from two known days. If an answer that was given differs, or is one that the days rule
 * out, neither counts: the item is open again and the conflict is listed, so that dropping one of the two can never turn
 * a result round. A day that is in the wrong order with another gives nothing but a conflict, wherever it is read.
 */
export function withDerived(
  entries: readonly DerivedAnswer[],
  answers: Answers,
  scope: Scope,
  asOf: string | undefined,
): Filled {
  const derived: Record<string, Answer> = {};
  const open = new Set<string>();
  const conflicts = new Map<string, Filled["conflicts"][number]>();
  const between = ({ from, to }: DerivedAnswer) => daysBetween(dayOf(from, answers, asOf), dayOf(to, answers, asOf));
  const outOfOrder = new Set<string>();
  for (const entry of entries) {
    if ((between(entry) ?? 0) >= 0) continue;
    const { from, to } = entry;
    const id = `${from}_after_${to}`;
    const items = [from, to].filter((end) => end !== asOfDay);
    for (const item of items) outOfOrder.add(item);
    conflicts.set(id, {
      id,
      items,
      says: to === asOfDay ? `${from} lies after the day that the answers are about.` : `${from} lies after ${to}.`,
    });
  }
  for (const entry of entries) {
    const { item, code, ruledOut, from, to, atLeast, atMost } = entry;
    const days = between(entry);
    if (days === undefined || outOfOrder.has(from) || outOfOrder.has(to)) continue;
    if (days < (atLeast ?? 0) || days > (atMost ?? Number.POSITIVE_INFINITY)) continue;
    const given = answerOf(answers, item, itemIn(scope, item));
    if (given === undefined) {
      if (ruledOut !== true) derived[item] = code;
    } else if ((given === code) === (ruledOut === true)) {
      const id = `${item}_and_days`;
      const items = [item, from, to].filter((end) => end !== asOfDay);
      open.add(item);
      conflicts.set(id, { id, items, says: `The answer to ${item} does not fit the days given: neither was used.` });
    }
  }
  if (open.size === 0 && Object.keys(derived).length === 0)
    return { answers, derived, conflicts: [...conflicts.values()] };
  const kept = Object.entries({ ...answers, ...derived }).filter(([item]) => !open.has(item));
  return { answers: Object.fromEntries(kept), derived, conflicts: [...conflicts.values()] };
}

function dayOf(end: string, answers: Answers, asOf: string | undefined): string | undefined {
  const found = end === asOfDay ? asOf : Object.hasOwn(answers, end) ? answers[end] : undefined;
  return typeof found === "string" && isCalendarDay(found) ? found : undefined;
}

/** Whole days from the one to the other; less than 0 if the second comes first. */
function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  return (noonOf(to) - noonOf(from)) / 86_400_000;
}

function noonOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Date.UTC(year + 2000, month - 1, date, 12); // five whole cycles of the calendar on: years below 100 are years, too
}
