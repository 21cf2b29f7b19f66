import type { Interval } from "../rules/index.ts";

export const secondsInDay = 86_400;

/** A written date as the seconds it can stand for, on its own clock, or why it cannot be read. */
export type DateRead =
  | { readonly ok: true; readonly span: Interval; readonly precision: Precision; readonly offset: number | undefined }
  | { readonly ok: false; readonly code: "wrong_type" | "impossible_date" };
type Precision = "year" | "month" | "day" | "time";

/** The forms of a date that are read. */
export const dateForms = ["YYYY", "YYYY-MM", "YYYY-MM-DD", "YYYY-MM-DDThh:mm+hh:mm"] as const;

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** Reads one date strictly: nothing is guessed, and a day that the calendar lacks is `impossible_date`. */
export function readDate(text: unknown): DateRead {
  const match = typeof text === "string" && text.length <= 40 ? form.exec(text) : null;
  if (match === null) return { ok: false, code: "wrong_type" };
  const [, year = "", month, day, hour, minute, second, zone] = match;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return { ok: false, code: "impossible_date" };
  const first = dayNumber(y, m, d) * secondsInDay;
  if (hour !== undefined && zone !== undefined) return readTime(first, [hour, minute ?? "", second ?? "00"], zone);
  const days = day !== undefined ? 1 : month !== undefined ? daysInMonth(y, m) : isLeap(y) ? 366 : 365;
  const precision = day !== undefined ? "day" : month !== undefined ? "month" : "year";
  return { ok: true, span: [first, first + days * secondsInDay - 1], precision, offset: undefined };
}

function readTime(first: number, clock: readonly [string, string, string], zone: string): DateRead {
  const [hour, minute, second] = [Number(clock[0]), Number(clock[1]), Number(clock[2])];
  const [zoneHour, zoneMinute] = zone === "Z" ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  const offset = (zone.startsWith("-") ? -60 : 60) * (zoneHour * 60 + zoneMinute);
  if (hour > 23 || minute > 59 || second > 59 || zoneMinute > 59 || Math.abs(offset) > 14 * 3600) {
    return { ok: false, code: "impossible_date" };
  }
  const at = first + hour * 3600 + minute * 60 + second;
  return { ok: true, span: [at, at], precision: "time", offset: offset + 0 };
}

/** The number of a second's day, counted from 1970-01-01. */
export const dayOf = (second: number): number => Math.floor(second / secondsInDay);

/** A second's day as `YYYY-MM-DD`. */
export function dayText(second: number): string {
  const day = dayOf(second);
  // A year has at most 366 days and on average 365.2425, so the guess is the year or one beside it.
  let year = 1970 + Math.floor(day / 365.2425);
  while (dayNumber(year + 1, 1, 1) <= day) year += 1;
  while (dayNumber(year, 1, 1) > day) year -= 1;
  let month = 1;
  while (month < 12 && dayNumber(year, month + 1, 1) <= day) month += 1;
  const digits = (value: number, width: number) => String(value).padStart(width, "0");
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day - dayNumber(year, month, 1) + 1, 2)}`;
}

/** The first second of the month or of the week (from Monday, as ISO 8601 counts) that a second falls in. */
export function periodStart(second: number, by: "week" | "month"): number {
  const day = dayOf(second);
  // Day 0 was a Thursday.
  if (by === "week") return (day - ((((day + 3) % 7) + 7) % 7)) * secondsInDay;
  return (day - (Number(dayText(second).slice(8)) - 1)) * secondsInDay;
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999, so the day is found 400 years (146,097 days) later. */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / (secondsInDay * 1000) - 146_097;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
