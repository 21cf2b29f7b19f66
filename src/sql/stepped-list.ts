/** The longest list of one look-up, unless a single digit makes a longer one (design choice). */
const longestList = 256;

/** One look-up of several: some digits of a number, read with what the look-up before gave. */
export interface ListStep {
  /** Which digits are the step's own. */
  readonly digits: readonly number[];
  /**
   * Read where the entry before and the own digits as one number, added up, point to; an entry points into the next
   * step's list.
   */
  readonly list: readonly number[];
}

/**
 * A long list as a few short ones, read one after the other: where numbers with the same low digits lead to the same
 * entries whatever follows, they share one line of the next list. The last step's entries are those of `entries`.
 *
 * @param entries One for each number below the product of `sizes`.
 * @param sizes What each digit counts to, the lowest first.
 */
export function steppedList(entries: readonly number[], sizes: readonly number[]): readonly ListStep[] {
  const steps: ListStep[] = [];
  let left = entries;
  let rest = sizes;
  while (rest.length > 0) {
    let taken = 1;
    let found = linesOf(left, productOf(rest.slice(-taken)));
    while (taken < rest.length) {
      const longer = linesOf(left, productOf(rest.slice(-taken - 1)));
      if (longer.list.length > longestList) break;
      found = longer;
      taken += 1;
    }
    rest = rest.slice(0, -taken);
    const digits = Array.from({ length: taken }, (_, place) => rest.length + place);
    steps.unshift({ digits, list: found.list });
    left = found.starts;
  }
  return steps;
}

/** What digits count to together. */
export const productOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

/** Every different line of entries over the highest digits, in one list, and where the line of each lower number starts. */
function linesOf(entries: readonly number[], size: number) {
  const below = entries.length / size;
  const startOf = new Map<string, number>();
  const list: number[] = [];
  const starts: number[] = [];
  for (let low = 0; low < below; low++) {
    const line = Array.from({ length: size }, (_, high) => entries[low + high * below] as number);
    const key = line.join();
    const start = startOf.get(key) ?? list.length;
    if (start === list.length) {
      startOf.set(key, start);
      list.push(...line);
    }
    starts.push(start);
  }
  return { list, starts };
}
