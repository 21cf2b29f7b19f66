import gammaln from "@stdlib/math-base-special-gammaln";

/** The natural logarithm of n!. */
export const logFactorial = (n: number): number => (n < 2 ? 0 : gammaln(n + 1));

/** Every way to part `total` over `limits.length` classes with no class above its limit; one array is used again. */
export function* partitions(total: number, limits: readonly number[]): Generator<readonly number[]> {
  const parts = new Array<number>(limits.length).fill(0);
  const rest = limits.map((_, at) => limits.slice(at + 1).reduce((sum, limit) => sum + limit, 0));
  function* from(at: number, left: number): Generator<readonly number[]> {
    if (at === limits.length) {
      yield parts;
      return;
    }
    const low = Math.max(0, left - (rest[at] ?? 0));
    for (let part = low; part <= Math.min(left, limits[at] ?? 0); part++) {
      parts[at] = part;
      yield* from(at + 1, left - part);
    }
  }
  if (total <= (limits[0] ?? 0) + (rest[0] ?? 0)) yield* from(0, total);
}

/** How many such ways there are. */
export function countPartitions(total: number, limits: readonly number[]): number {
  let ways: readonly number[] = Array.from({ length: total + 1 }, (_, left) => (left === 0 ? 1 : 0));
  for (const limit of limits) {
    let window = 0;
    ways = ways.map((_, sum) => {
      window += ways[sum] ?? 0;
      if (sum > limit) window -= ways[sum - limit - 1] ?? 0;
      return window;
    });
  }
  return ways[total] ?? 0;
}
