import { isCalendarDay } from "../instrument/index.ts";

/** Whether a text is a time of writing: a day, or a moment in UTC to the second or the millisecond. */
export function isTime(text: string): boolean {
  const [day = "", clock, ...rest] = text.split("T");
  if (rest.length > 0 || !isCalendarDay(day)) return false;
  return clock === undefined || /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/.test(clock);
}

/** Whether a text is a year, a month or a day. */
export function isPartialDate(text: string): boolean {
  return isCalendarDay(`${text}${"0000-01-01".slice(text.length)}`) && /^\d{4}(-\d{2}){0,2}$/.test(text);
}

/** The first moment that a time or partial date can mean, in a form whose order as text is the order in time. */
export function earliest(time: string): string {
  return filled(time, "0000-01-01T00:00:00.000");
}

/** The last moment that it can mean. */
export function latest(time: string): string {
  return filled(time, "0000-12-31T23:59:59.999");
}

/** A second without its parts is taken whole. */
function filled(time: string, rest: string): string {
  const known = time.replace("Z", "");
  return `${known}${rest.slice(known.length)}Z`;
}
