/**
 * Today, as YYYY-MM-DD: the calendar day on this machine, in its time zone. Not the day in UTC, which east of Greenwich is
 * still yesterday in the morning: an answer dated today would be refused.
 */
export function today(): string {
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
