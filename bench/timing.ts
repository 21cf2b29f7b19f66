/** Times of one contestant, in nanoseconds for each case. */
export interface Timing {
  readonly name: string;
  readonly min: number;
  readonly median: number;
  /** Every round's time, in order: a ratio is of two times of one round, so that the load of the machine meets both. */
  readonly rounds: readonly number[];
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
    const own = times[at] ?? [];
    return { name, min: Math.min(...own), median: middle(own), rounds: own };
  });
}

/** Prints timings with their ratio to a named one: the median of the rounds' ratios, and the least. */
export function printTimings(title: string, timings: readonly Timing[], against: string): void {
  const base = timings.find(({ name }) => name === against);
  console.log(`\n${title}`);
  for (const { name, min, median, rounds: own } of timings) {
    const ratios = own.map((time, round) => time / (base?.rounds[round] ?? Number.NaN));
    const ratio =
      base === undefined ? "" : `  ${middle(ratios).toFixed(2)} x (least ${Math.min(...ratios).toFixed(2)})`;
    console.log(
      `  ${name.padEnd(44)} min ${min.toFixed(1).padStart(10)} ns  median ${median.toFixed(1).padStart(10)} ns${ratio}`,
    );
  }
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
