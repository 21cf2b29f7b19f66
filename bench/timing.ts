/** Times of one contestant, in nanoseconds for each case. */
export interface Timing {
  readonly name: string;
  readonly min: number;
  readonly median: number;
}

export interface Contestant {
  readonly name: string;
  /** Does all cases once and gives something that depends on the results. */
  run(): number | Promise<number>;
}

const rounds = 9;

/** Times contestants in turn, round by round after two warm-up rounds, so that a drift of the machine meets all alike. */
export async function race(contestants: readonly Contestant[], cases: number): Promise<readonly Timing[]> {
  const times = contestants.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [at, contestant] of contestants.entries()) {
      const start = process.hrtime.bigint();
      await contestant.run();
      const spent = Number(process.hrtime.bigint() - start) / cases;
      if (round >= 0) times[at]?.push(spent);
    }
  }
  return contestants.map(({ name }, at) => {
    const sorted = (times[at] ?? []).sort((a, b) => a - b);
    return { name, min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
  });
}

/** Prints timings with their ratio to a named one. */
export function printTimings(title: string, timings: readonly Timing[], against: string): void {
  const base = timings.find(({ name }) => name === against);
  console.log(`\n${title}`);
  for (const { name, min, median } of timings) {
    const ratio = base === undefined ? "" : `  ${(median / base.median).toFixed(2)} x`;
    console.log(
      `  ${name.padEnd(44)} min ${min.toFixed(1).padStart(10)} ns  median ${median.toFixed(1).padStart(10)} ns${ratio}`,
    );
  }
}
