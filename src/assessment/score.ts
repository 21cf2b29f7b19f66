import {
  contentHash,
  deepFreeze,
  faultIn,
  type Instrument,
  isCalendarDay,
  libraryVersion,
  type Respondent,
} from "../instrument/index.ts";
import { AssessmentError, type Issue, nearestName, type Path, shapeOf } from "../issues/index.ts";
import { type Answers, evaluate, itemIn, itemsOf, type Scope } from "../rules/index.ts";
import { coverage } from "./coverage.ts";
import { evidenceOf } from "./evidence-of.ts";
import { formFor, otherItems } from "./form-for.ts";
import { guidanceGiven, nextForms } from "./guidance-given.ts";
import { indicatorResults } from "./indicator-results.ts";
import { levelResult } from "./level-result.ts";
import { openItemsOf } from "./open-items-of.ts";
import type { LevelResult, Scored } from "./scored.ts";

/** What a score needs besides the answers. Time is passed in: nothing here reads a clock. */
export interface ScoreContext {
  /** The day on which the answers are looked at, as `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The time that the answers are about; `from` is `null` if it has no known start. */
  readonly window: { readonly from: string | null; readonly to: string };
  /** Who answered. Items that only others are asked are then closed; without it they count as not asked. */
  readonly respondent?: Respondent;
  /** The most nodes of a level's decision diagram; beyond it a result says `proven: false`. */
  readonly budget?: number;
}

/**
 * What the answers to an instrument come to: named rules, levels with what is still possible, why, what is open and who
 * could know, what does not fit together, and guidance codes. It advises and decides nothing.
 *
 * A level is a floor: an open answer never lowers it, and its lowest outcome is shown only if nothing open could raise
 * it. Unknown answers never count as no or as zero.
 *
 * @param answers From item id to option code or state word. Untrusted input goes through `parseAnswers` first.
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`; `malformed` for a date of
 *   the context that is none; `after_as_of` for a window or an answered date later than `asOf`
 * @example
 * const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
 * const { levels } = score(quickScreen, { victim_finds_unwanted: "yes", on_two_occasions: "yes" }, today);
 * levels.pattern.shown.kind; // => "at_least"
 */
export function score(instrument: Instrument, answers: Answers, context: ScoreContext): Scored {
  const { asOf, window, respondent, budget } = context;
  const form = respondent === undefined ? instrument : formFor(instrument, respondent);
  checkCase(form, answers, context);
  const levels: Record<string, LevelResult> = {};
  for (const [name, level] of Object.entries(form.levels ?? {})) {
    levels[name] = levelResult(level, form, answers, budget);
  }
  const indicators = indicatorResults(form, answers);
  const open = openItemsOf(form, answers, levels, indicators);
  const evidence = evidenceOf(instrument);
  return deepFreeze({
    instrument: { id: instrument.id, version: instrument.version, hash: contentHash(instrument) },
    library: libraryVersion,
    asOf,
    window: { from: window.from, to: window.to },
    respondent: respondent ?? null,
    notAskedOfThisRespondent: respondent === undefined ? [] : otherItems(instrument, respondent),
    intendedUse: {
      purpose: instrument.purpose,
      notFor: instrument.notFor,
      notAbout: instrument.notAbout ?? [],
      decisionSupportOnly: true,
    },
    completeness: { ...coverage(answers, form), bySection: bySection(form, answers) },
    indicators,
    levels,
    open,
    contradictions: contradictionsIn(form, answers),
    guidance: guidanceGiven(form, answers, levels),
    next: nextForms(form, answers, levels),
    evidence,
    uncertainty: {
      openItems: open.length,
      restOnDesignChoices: evidence.filter(({ grade }) => grade === "design_choice").map(({ of }) => of),
      betweenRaters: "not_assessed",
    },
    limits: instrument.limits ?? [],
    humanReview: { status: "pending" },
  });
}

function checkCase(form: Instrument, answers: Answers, { asOf, window }: ScoreContext): void {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw new AssessmentError([{ code: "not_an_object", path: [], shape: shapeOf(answers) }]);
  }
  const issues = [...contextFaults(asOf, window), ...datesAfter(asOf, answers, form)];
  const faults = faultsInAnswers(form, answers);
  if (issues.length + faults.length > 0) throw new AssessmentError([...issues, ...faults]);
}

function faultsInAnswers(form: Instrument, answers: Answers): readonly Issue[] {
  return Object.keys(answers).flatMap((id): readonly Issue[] => {
    const item = itemIn(form, id);
    const found = answers[id];
    if (item === undefined) {
      const nearest = nearestName(id, Object.keys(form.items));
      return [{ code: "unknown_item", path: [id], ...(nearest === undefined ? {} : { nearest }) }];
    }
    const fault = found === undefined ? undefined : faultIn(found, id, item);
    return fault === undefined ? [] : [fault];
  });
}

function contextFaults(asOf: string, window: ScoreContext["window"]): readonly Issue[] {
  const days: readonly (readonly [Path, unknown])[] = [
    [["asOf"], asOf],
    [["window", "to"], window?.to],
    ...(window?.from === null ? [] : [[["window", "from"], window?.from] as const]),
  ];
  const bad = days.filter(([, day]) => typeof day !== "string" || !isCalendarDay(day));
  if (bad.length > 0) {
    return bad.map(([path, day]) => ({ code: "malformed", path, expected: ["YYYY-MM-DD"], shape: shapeOf(day) }));
  }
  const from = window.from ?? window.to;
  return [
    ...(window.to > asOf ? [{ code: "after_as_of", path: ["window", "to"] } as const] : []),
    ...(from > window.to
      ? [{ code: "out_of_range", path: ["window", "from"], expected: ["a day not after `to`"] } as const]
      : []),
  ];
}

function datesAfter(asOf: string, answers: Answers, form: Scope): readonly Issue[] {
  return Object.entries(form.items).flatMap(([id, item]): readonly Issue[] => {
    if (item.responses.kind !== "date") return [];
    const day = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return typeof day === "string" && isCalendarDay(day) && day > asOf ? [{ code: "after_as_of", path: [id] }] : [];
  });
}

function bySection(form: Instrument, answers: Answers): Scored["completeness"]["bySection"] {
  return Object.fromEntries(
    Object.keys(form.sections).map((section) => {
      const items = Object.fromEntries(Object.entries(form.items).filter(([, item]) => item.section === section));
      return [section, coverage(answers, form, Object.keys(items))];
    }),
  );
}

function contradictionsIn(form: Instrument, answers: Answers): Scored["contradictions"] {
  return Object.entries(form.contradictions ?? {})
    .filter(([, { when }]) => evaluate(when, answers, form)[0] === 1)
    .map(([id, { when, says }]) => ({ id, items: itemsOf(when, form), says }));
}
