import {
  contentHash,
  deepFreeze,
  type Instrument,
  isCalendarDay,
  libraryVersion,
  type Respondent,
} from "../instrument/index.ts";
import { type Issue, mustBePlain, mustHave, type Path, shapeOf, throwIfAny } from "../issues/index.ts";
import { type Answers, type CaseBounds, prorate } from "../rules/index.ts";
import { coverageOfBytes } from "./coverage-of-bytes.ts";
import { formFor, otherItems } from "./form-for.ts";
import { guidanceGiven, nextForms } from "./guidance-given.ts";
import { levelResults } from "./level-result.ts";
import { openNames } from "./open-names.ts";
import { type PreparedForm, prepareForm } from "./prepared-form.ts";
import type { IndicatorResult, LevelResult, OpenItem, Scored } from "./scored.ts";

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
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option` (also for a respondent that is none),
 *   `wrong_type`, `out_of_range`; `malformed` for a form or a date of the context that is none; `after_as_of` for a window
 *   or an answered date later than `asOf`
 * @example
 * const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
 * const { levels } = score(quickScreen, { victim_finds_unwanted: "yes", on_two_occasions: "yes" }, today);
 * levels.pattern.shown.kind; // => "at_least"
 */
export function score(instrument: Instrument, answers: Answers, context: ScoreContext): Scored {
  mustHave(context, "asOf", "context");
  const { asOf, window, respondent, budget } = context;
  const form = respondent === undefined ? instrument : formFor(instrument, respondent);
  const prepared = prepareForm(form);
  const bytes = readCase(prepared, form, answers, context);
  const bounds = prepared.bounds(bytes, answers);
  const levels = levelResults(prepared, bytes, answers, budget);
  const indicators = indicatorsOf(prepared, form, bounds, answers);
  const open = openItems(prepared, form, bytes, bounds, levels);
  const given = guidanceGiven(prepared, bounds, Object.values(levels));
  return deepFreeze({
    ...carriedFor(instrument, respondent),
    asOf,
    window: { from: window.from, to: window.to },
    completeness: coverageOfBytes(prepared, bytes, bounds),
    indicators,
    levels,
    open,
    contradictions: contradictionsIn(prepared, bounds),
    guidance: given,
    next: nextForms(prepared, bounds, Object.values(levels)),
    uncertainty: {
      openItems: open.length,
      restOnDesignChoices: prepared.restOnDesignChoices,
      betweenRaters: "not_assessed",
    },
  });
}

/** A case as bytes, after every check of it and of its context. */
function readCase(prepared: PreparedForm, form: Instrument, answers: Answers, context: ScoreContext): Uint8Array {
  mustBePlain(answers);
  const issues = [...contextFaults(context), ...datesAfter(context.asOf, answers, form)];
  throwIfAny(issues);
  return prepared.read(answers);
}

function contextFaults({ asOf, window }: ScoreContext): readonly Issue[] {
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

const dateItems = new WeakMap<Instrument, readonly string[]>();

function datesAfter(asOf: string, answers: Answers, form: Instrument): readonly Issue[] {
  const dates =
    dateItems.get(form) ?? Object.keys(form.items).filter((id) => form.items[id]?.responses.kind === "date");
  dateItems.set(form, dates);
  return dates.flatMap((id): readonly Issue[] => {
    const day = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return typeof day === "string" && isCalendarDay(day) && day > asOf ? [{ code: "after_as_of", path: [id] }] : [];
  });
}

const truths = ["false", "unknown", "true"] as const;

function indicatorsOf(
  { indicators }: PreparedForm,
  form: Instrument,
  bounds: CaseBounds,
  answers: Answers,
): Record<string, IndicatorResult> {
  const found: Record<string, IndicatorResult> = {};
  for (const { name, means, isCondition, at, range, mean } of indicators) {
    const low = bounds.low[at] as number;
    const high = bounds.high[at] as number;
    found[name] = isCondition
      ? { kind: "condition", means, truth: truths[low + high] ?? "unknown" }
      : {
          kind: "quantity",
          means,
          low,
          high,
          range,
          ...(mean === undefined ? {} : { prorated: prorate(mean, answers, form) }),
        };
  }
  return found;
}

function openItems(
  prepared: PreparedForm,
  form: Instrument,
  bytes: Uint8Array,
  bounds: CaseBounds,
  levels: Readonly<Record<string, LevelResult>>,
): readonly OpenItem[] {
  const { items, couldKnow } = prepared;
  const byLevel = Object.entries(levels).map(([name, { open }]) => [name, open] as const);
  return [...openNames(prepared, bytes, bounds, byLevel)].map(([item, couldChange]) => ({
    item,
    code: form.items[item]?.code ?? item,
    couldChange,
    couldKnow: couldKnow[items.indexOf(item)] ?? [],
  }));
}

function contradictionsIn({ contradictions }: PreparedForm, { low }: CaseBounds): Scored["contradictions"] {
  return contradictions.filter(({ at }) => low[at] === 1).map(({ found }) => found);
}

type Carried = Pick<
  Scored,
  | "instrument"
  | "library"
  | "respondent"
  | "notAskedOfThisRespondent"
  | "intendedUse"
  | "evidence"
  | "limits"
  | "humanReview"
>;
const carried = new WeakMap<Instrument, Map<Respondent | null, Carried>>();

/** What every result of an instrument carries, made once. */
function carriedFor(instrument: Instrument, respondent: Respondent | undefined): Carried {
  const known = carried.get(instrument) ?? new Map<Respondent | null, Carried>();
  carried.set(instrument, known);
  const before = known.get(respondent ?? null);
  if (before !== undefined) return before;
  const { id, version, purpose, notFor, notAbout = [], limits = [] } = instrument;
  const now: Carried = deepFreeze({
    instrument: { id, version, hash: contentHash(instrument) },
    library: libraryVersion,
    respondent: respondent ?? null,
    notAskedOfThisRespondent: respondent === undefined ? [] : otherItems(instrument, respondent),
    intendedUse: { purpose, notFor, notAbout, decisionSupportOnly: true },
    evidence: prepareForm(instrument).evidence,
    limits,
    humanReview: { status: "pending" },
  });
  known.set(respondent ?? null, now);
  return now;
}
