import type { Interval } from "../rules/index.ts";

/**
 * The longest gap between neighbouring days, at its most, over spans of days of which the open ones may be left out.
 *
 * A gap parts the entries into those before it and those after: from the latest of the earliest days on the left to the
 * earliest of the latest days on the right. What can begin by then is best put on the left; if that is everything, one
 * entry alone goes right. An open entry helps only as the one entry of its side.
 */
export function mostLongestGap(certain: readonly Interval[], open: readonly Interval[]): number {
  if (certain.length === 0) return furthestApart(open);
  const byStart = certain.toSorted((one, other) => one[0] - other[0]);
  const endAfter = leastEnds(byStart);
  const [last = 0, beforeLast = Number.POSITIVE_INFINITY] = byStart.map(([low]) => low).toReversed();
  let most = 0;
  for (const [at, [low, high]] of byStart.entries()) {
    most = Math.max(most, (endAfter[at + 1] ?? Number.NEGATIVE_INFINITY) - low);
    most = Math.max(most, high - (at === byStart.length - 1 ? beforeLast : last));
  }
  for (const [low, high] of open) most = Math.max(most, high - last, (endAfter[0] ?? low) - low);
  return most;
}

/** The earliest end from each place to the end of the list. */
function leastEnds(spans: readonly Interval[]): readonly number[] {
  const ends = spans.map(([, high]) => high);
  for (let at = ends.length - 2; at >= 0; at--) ends[at] = Math.min(ends[at] ?? 0, ends[at + 1] ?? 0);
  return ends;
}

function furthestApart(spans: readonly Interval[]): number {
  const byStart = spans.toSorted((one, other) => one[0] - other[0]);
  const [first = 0, second = Number.POSITIVE_INFINITY] = byStart.map(([low]) => low);
  return byStart.reduce((most, [, high], at) => Math.max(most, high - (at === 0 ? second : first)), 0);
}

/**
 * The least that the longest gap can be: the smallest step with which the days can be strung from the earliest end of a certain entry
 * to the latest start of one. Whatever else is certain can then be put on that way without making a longer gap.
 */
export function leastLongestGap(certain: readonly Interval[], open: readonly Interval[]): number {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [low, high] of certain) {
    from = Math.min(from, high);
    to = Math.max(to, low);
  }
  if (to <= from) return 0;
  const byStart = [...certain, ...open].toSorted((one, other) => one[0] - other[0]);
  let [low, high] = [1, to - from];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(byStart, from, to, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether steps of at most `step` lead there. Of the entries within reach, the one that ends first is used first. */
function isReached(byStart: readonly Interval[], from: number, to: number, step: number): boolean {
  const ends: number[] = [];
  let at = from;
  let next = 0;
  while (at < to) {
    for (let span = byStart[next]; span !== undefined && span[0] <= at + step; span = byStart[next]) {
      pushed(ends, span[1]);
      next += 1;
    }
    const end = leastTaken(ends);
    if (end === undefined) return false;
    at = Math.max(at, Math.min(end, at + step));
  }
  return true;
}

/** Adds to a binary heap, whose first place holds the least. */
function pushed(heap: number[], value: number): void {
  let at = heap.length;
  heap.push(value);
  for (let above = (at - 1) >> 1; at > 0 && (heap[above] ?? 0) > value; above = (at - 1) >> 1) {
    heap[at] = heap[above] ?? 0;
    heap[above] = value;
    at = above;
  }
}

function leastTaken(heap: number[]): number | undefined {
  const least = heap[0];
  const value = heap.pop();
  if (value === undefined || heap.length === 0) return least;
  let at = 0;
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const below = (heap[right] ?? Number.POSITIVE_INFINITY) < (heap[left] ?? Number.POSITIVE_INFINITY) ? right : left;
    const found = heap[below];
    if (found === undefined || found >= value) break;
    heap[at] = found;
    at = below;
  }
  heap[at] = value;
  return least;
}
