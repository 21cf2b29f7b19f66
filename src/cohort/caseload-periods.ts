/** How long the periods are by which a caseload is counted. */
export type PeriodLength = "month" | "quarter" | "year";

const monthsIn: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 };

/** The period that a day falls in: `2026-03`, `2026-Q1` or `2026`. */
export const periodOf = (day: string, by: PeriodLength): string => nameOf(placeOf(day, by), by);

/** Every period from the first day to the last, with those in between that have none. */
export function periodsBetween(days: readonly string[], by: PeriodLength): readonly string[] {
  if (days.length === 0) return [];
  const places = days.map((day) => placeOf(day, by));
  const [first, last] = places.reduce(([low, high], place) => [Math.min(low, place), Math.max(high, place)], [
    places[0] ?? 0,
    places[0] ?? 0,
  ] as readonly [number, number]);
  return Array.from({ length: last - first + 1 }, (_, at) => nameOf(first + at, by));
}

function placeOf(day: string, by: PeriodLength): number {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Math.floor(months / monthsIn[by]);
}

function nameOf(place: number, by: PeriodLength): string {
  const perYear = 12 / monthsIn[by];
  const year = String(Math.floor(place / perYear)).padStart(4, "0");
  const within = (place % perYear) + 1;
  return by === "year" ? year : by === "quarter" ? `${year}-Q${within}` : `${year}-${String(within).padStart(2, "0")}`;
}
