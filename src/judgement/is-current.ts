import { isCalendarDay } from "../instrument/index.ts";
import { AssessmentError } from "../issues/index.ts";

/** The days within which a last known event makes an episode current, unless the caller says otherwise (design choice). */
export const usualCurrencyDays = 30;

/**
 * Whether an episode is current: its last known event lies within the window before the day of rating. A month or a year
 * alone may leave it open. Persistence is judged while an episode is current, recurrence once it is not.
 *
 * @param lastEvent `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 * @throws {AssessmentError} `malformed` for a date that is not valid, `after_as_of` for an event after the day of rating
 * @example
 * isCurrent("2026-02", "2026-03-05"); // => "unknown"
 * isCurrent("2026-02-20", "2026-03-05"); // => "yes"
 */
export function isCurrent(lastEvent: string, asOf: string, windowDays = usualCurrencyDays): "yes" | "no" | "unknown" {
  const [first, last] = spanOf(lastEvent);
  const day = dayNumber(asOf);
  const bad = [
    ...(first === undefined || last === undefined ? ["lastEvent"] : []),
    ...(day === undefined ? ["asOf"] : []),
  ];
  if (first === undefined || last === undefined || day === undefined) {
    throw new AssessmentError(bad.map((name) => ({ code: "malformed", path: [name], expected: ["a date"] })));
  }
  if (first > day) throw new AssessmentError([{ code: "after_as_of", path: ["lastEvent"] }]);
  const edge = day - windowDays;
  if (first >= edge) return "yes";
  return Math.min(last, day) < edge ? "no" : "unknown";
}

/** The first and the last day that a date, a month or a year may mean, as numbers of days. */
function spanOf(text: string): readonly [number | undefined, number | undefined] {
  if (/^\d{4}$/.test(text)) return [dayNumber(`${text}-01-01`), dayNumber(`${text}-12-31`)];
  if (!/^\d{4}-\d{2}$/.test(text)) return [dayNumber(text), dayNumber(text)];
  const last = [31, 30, 29, 28].map((day) => `${text}-${day}`).find(isCalendarDay);
  return [dayNumber(`${text}-01`), last === undefined ? undefined : dayNumber(last)];
}

function dayNumber(text: string): number | undefined {
  return isCalendarDay(text)
    ? Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8))) / 86_400_000
    : undefined;
}
