/**
 * A slow second reading of an incident log: it tries completions of the dates one by one and applies each definition to
 * plain moments. It shares no code with the source. Moments are seconds since 2026-01-01, on the clock as written.
 */
import type { IncidentEntry } from "../../src/incidents/index.ts";

export interface Act {
  readonly at: number;
  readonly behaviours: readonly string[];
}
type Part = Partial<IncidentEntry>;
type Span = readonly [number, number];

const day = 86_400;
const moment = (text: string) => Date.parse(text) / 1000 - Date.parse("2026-01-01T00:00Z") / 1000;
const onClock = (text: string) => moment(text.replace(/(Z|[+-]\d\d:\d\d)$/, "Z"));
const starts = (text: string) => (text.includes("T") ? onClock(text) : moment(`${text}T00:00Z`));
const ends = (text: string) => (text.includes("T") ? onClock(text) : moment(`${text}T00:00Z`) + day - 1);
export const spanOf = ({ date, from, to }: Part): Span => [
  starts(date ?? from ?? "2025-01-01"),
  ends(date ?? to ?? "2026-12-31"),
];

export const isCertain = ({ attribution = "confirmed" }: Part) => ["confirmed", "probable"].includes(attribution);

/** The moments worth trying for each entry: its ends, those of the others, and steps of the gap from either. */
export function candidates(parts: readonly Part[], gap: number): readonly (readonly number[])[] {
  const spans = parts.map(spanOf);
  const marks = spans.flatMap(([low, high]) => [low, high, low + gap + 1, low - gap - 1]);
  return spans.map(([low, high]) => {
    const days = Array.from({ length: Math.floor(high / day) - Math.floor(low / day) + 1 }, (_, at) => {
      const start = (Math.floor(low / day) + at) * day;
      return Array.from({ length: Math.ceil(day / (gap + 1)) }, (_, step) => start + step * (gap + 1));
    }).flat();
    return [...new Set([low, high, ...marks, ...days])].filter((at) => at >= low && at <= high);
  });
}

/** One moment for each day that an entry can have: enough where only days matter. */
export const dayCandidates = (parts: readonly Part[]): readonly (readonly number[])[] =>
  parts.map(spanOf).map(([low, high]) => {
    const count = Math.floor(high / day) - Math.floor(low / day) + 1;
    return Array.from({ length: count }, (_, at) => (at === 0 ? low : (Math.floor(low / day) + at) * day));
  });

/** Every choice of moments; an entry that is not certain may also be left out. */
export function completions(parts: readonly Part[], moments: readonly (readonly number[])[]): readonly Act[][] {
  return parts.reduce<Act[][]>(
    (some, part, at) => {
      const acts = (moments[at] ?? []).map((each): Act => ({ at: each, behaviours: part.behaviours ?? ["visits"] }));
      const withAct = some.flatMap((acted) => acts.map((act) => [...acted, act]));
      return isCertain(part) ? withAct : some.concat(withAct);
    },
    [[]],
  );
}

export const completionCount = (moments: readonly (readonly number[])[]) =>
  moments.reduce((product, each) => product * (each.length + 1), 1);

export function occasionsOf(acts: readonly Act[], gap: number): number {
  let count = 0;
  let start: number | undefined;
  for (const { at } of [...acts].sort((one, other) => one.at - other.at)) {
    const same = start !== undefined && Math.floor(at / day) === Math.floor(start / day) && at - start <= gap;
    if (same) continue;
    start = at;
    count += 1;
  }
  return count;
}

const daysOf = (acts: readonly Act[]) => acts.map(({ at }) => Math.floor(at / day)).sort((one, other) => one - other);

export const durationOf = (acts: readonly Act[]) =>
  acts.length === 0 ? 0 : Math.max(...daysOf(acts)) - Math.min(...daysOf(acts));

export const longestGapOf = (acts: readonly Act[]) =>
  Math.max(0, ...daysOf(acts).map((each, at, days) => each - (days[at - 1] ?? each)));

export const lastDayOf = (acts: readonly Act[]) => Math.max(...daysOf(acts));

export const inside = (acts: readonly Act[], from: string, to: string) =>
  acts.filter(({ at }) => at >= starts(from) && at <= ends(to));

export const highestRankOf = (acts: readonly Act[], order: readonly string[]) =>
  Math.max(0, ...acts.flatMap(({ behaviours }) => behaviours.map((each) => order.indexOf(each) + 1)));

/** The first moment of a behaviour, if it was seen. */
export const firstOf = (acts: readonly Act[], behaviour: string): number | undefined => {
  const seen = acts.filter(({ behaviours }) => behaviours.includes(behaviour)).map(({ at }) => at);
  return seen.length === 0 ? undefined : Math.min(...seen);
};

export const dayNumberOf = (text: string) => Math.floor(starts(text) / day);
