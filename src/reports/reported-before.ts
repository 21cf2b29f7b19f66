import type { Instrument, Item } from "../instrument/index.ts";
import { type Answers, isState } from "../rules/index.ts";
import { isAsked, labelOf } from "./findings.ts";
import type { EarlierForm, OneWayAnswers, ReadForm } from "./overview-input.ts";

/** What one respondent reported on a form, and does not report on the same form at a later time. */
export interface ReportedBefore {
  readonly form: string;
  readonly item: string;
  readonly code: string;
  readonly question: string;
  readonly respondent: string;
  /** The day of the latest answers that report it, and the label of that answer. */
  readonly day: string;
  readonly answer: string;
  /** The day of the answers that an overview shows in their place. */
  readonly later: string | null;
  /** `taken_back`: they say never or no. `not_answered`: they leave it open. */
  readonly now: "taken_back" | "not_answered";
  /** The label of the later answer; `null` if there is none. */
  readonly answerNow: string | null;
  /** Whether the record puts a later entry in the place of the one that reported it. */
  readonly replaced: boolean;
}

/**
 * What was reported earlier and is not reported now, what was taken back first. What has happened cannot become "never",
 * and a later form that leaves a question open does not answer it.
 *
 * Only answers that can go one way are compared (design choice). An item that offers "longer ago" asks about all time, so
 * after any report "never" takes it back. Of other items `oneWay` names the answer that takes a report back; it holds those
 * that ask whether something has ever happened in the whole course, and none about now or about a recent time, which may
 * end. Such an answer about a time that begins after the day of the report takes nothing back.
 */
export function reportedBefore(
  earlier: readonly EarlierForm[],
  shown: readonly ReadForm[],
  oneWay: OneWayAnswers,
): readonly ReportedBefore[] {
  const found = new Map<string, ReportedBefore & { readonly rank: number }>();
  for (const before of [...earlier].sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))) {
    const { instrument, respondent } = before;
    const after = shown.find((each) => each.instrument.id === instrument.id && each.respondent === respondent);
    if (after === undefined) continue;
    const answers = readable(before.answers, instrument);
    for (const [id, item] of Object.entries(instrument.items)) {
      const denial = denialOf(id, item, oneWay[instrument.id] ?? {});
      const reported = knownIn(answers, id, item);
      if (denial === undefined || reported === undefined || reported === denial.code) continue;
      if (!isAsked(id, item, instrument, answers, respondent)) continue;
      const now = knownIn(after.answers, id, item);
      const isOfLaterTime = !denial.ofAllTime && after.from !== null && after.from > before.asOf;
      if (now === undefined ? false : now !== denial.code || isOfLaterTime) continue;
      found.set(JSON.stringify([instrument.id, respondent, id]), {
        form: instrument.id,
        item: id,
        code: item.code,
        question: item.text.rater,
        respondent,
        day: before.asOf,
        answer: labelOf(reported, item),
        later: after.asOf,
        now: now === undefined ? "not_answered" : "taken_back",
        answerNow: now === undefined ? null : labelOf(now, item),
        replaced: before.replaced,
        rank: (now === undefined ? 2 : 0) + (item.critical === true ? 0 : 1),
      });
    }
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank).map(({ rank: _, ...each }) => each);
}

/** The answer that takes any other one back, and whether it speaks of all time. */
function denialOf(
  id: string,
  { responses }: Item,
  byAnswer: Readonly<Record<string, readonly string[]>>,
): { readonly code: string; readonly ofAllTime: boolean } | undefined {
  if (responses.kind !== "choice") return undefined;
  if (Object.hasOwn(responses.options, "never") && Object.hasOwn(responses.options, "earlier"))
    return { code: "never", ofAllTime: true };
  const [code] = Object.entries(byAnswer).find(([, items]) => items.includes(id)) ?? [];
  return code === undefined ? undefined : { code, ofAllTime: false };
}

/** The answers without codes that the form does not have: another version of it may have been answered. */
function readable(answers: Answers, { items }: Instrument): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([id, given]) => {
      const responses = Object.hasOwn(items, id) ? items[id]?.responses : undefined;
      return responses?.kind !== "choice" || isState(given) || Object.hasOwn(responses.options, String(given));
    }),
  );
}

/** The code of a known answer. */
function knownIn(answers: Answers, id: string, { responses }: Item): string | undefined {
  const given = Object.hasOwn(answers, id) ? String(answers[id]) : undefined;
  const option = given === undefined || responses.kind !== "choice" ? undefined : responses.options[given];
  return option === undefined || option.notKnown === true ? undefined : given;
}
