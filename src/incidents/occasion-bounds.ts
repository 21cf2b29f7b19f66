import { AssessmentError } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { dayOf, secondsInDay } from "./read-date.ts";

/** A gap in whole seconds. */
export function gapInSeconds(gapHours: number): number {
  const gap = Math.round(gapHours * 3600);
  if (Number.isFinite(gap) && gap >= 0) return Math.min(gap, secondsInDay);
  throw new AssessmentError([{ code: "out_of_range", path: ["gapHours"], expected: ["hours from 0"] }]);
}

/**
 * The fewest occasions that the spans allow, exactly. An occasion that begins at `s` can take in an act that can be at
 * `s`, or up to the gap later on that day: so `s` lies between the act's earliest moment less the gap, but not before
 * that moment's day, and the act's latest moment.
 */
export function leastOccasions(whens: readonly Interval[], gap: number): number {
  return fewestPoints(whens.map(([low, high]) => [Math.max(low - gap, dayStart(low)), high]));
}

/**
 * Never less than the most occasions that the spans allow. Acts that are known to within the gap on one day make at
 * most as many occasions as it takes stretches of that length to hold each of them whole. Every other act adds at most
 * one to a day on which it can fall, no day holds more than `mostInDay`, and the best way to put them on days is found.
 */
export function mostOccasions(whens: readonly Interval[], gap: number): number {
  const room = mostInDay(gap);
  const narrow = new Map<number, Interval[]>();
  const wide: Interval[] = [];
  for (const when of whens) {
    const [low, high] = when;
    if (high - low > gap || dayOf(low) !== dayOf(high)) wide.push(when);
    else {
      const sameDay = narrow.get(dayOf(low));
      if (sameDay === undefined) narrow.set(dayOf(low), [when]);
      else sameDay.push(when);
    }
  }
  let count = 0;
  const taken = new Map<number, number>();
  for (const [day, spans] of narrow) {
    const stretches = fewestPoints(spans.map(([low, high]) => [Math.max(high - gap, dayStart(low)), low]));
    taken.set(day, Math.min(stretches, room));
    count += Math.min(stretches, room);
  }
  return count + mostPlaced(wide, taken, room);
}

/** The most occasions that one day can hold. */
export function mostInDay(gap: number): number {
  return Math.floor((secondsInDay - 1) / (gap + 1)) + 1;
}

/** The fewest points that meet every span: each point is the earliest end of the spans not met yet. */
function fewestPoints(spans: readonly Interval[]): number {
  let count = 0;
  let point = Number.NEGATIVE_INFINITY;
  for (const [low, high] of spans.toSorted((one, other) => one[1] - other[1])) {
    if (low <= point) continue;
    point = high;
    count += 1;
  }
  return count;
}

/** How many spans can have a place on one of their days: the one that ends first takes its first day with room. */
function mostPlaced(spans: readonly Interval[], taken: Map<number, number>, room: number): number {
  const later = new Map<number, number>();
  const firstFree = (day: number): number => {
    let free = day;
    for (let next = later.get(free) ?? closed(free); next !== undefined; next = later.get(free) ?? closed(free)) {
      free = next;
    }
    for (let at = day; at < free; ) {
      const next = later.get(at) ?? at + 1;
      later.set(at, free);
      at = next;
    }
    return free;
  };
  const closed = (day: number) => ((taken.get(day) ?? 0) >= room ? day + 1 : undefined);
  let count = 0;
  for (const [low, high] of spans.toSorted((one, other) => one[1] - other[1])) {
    const day = firstFree(dayOf(low));
    if (day > dayOf(high)) continue;
    taken.set(day, (taken.get(day) ?? 0) + 1);
    count += 1;
  }
  return count;
}

const dayStart = (second: number): number => dayOf(second) * secondsInDay;
