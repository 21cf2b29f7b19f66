import Papa from "papaparse";
import { AssessmentError } from "../issues/index.ts";
import { noInput, openInput } from "./input.ts";
import { type BlockTally, blockScorer } from "./score-block.ts";
import type { ScorePlan } from "./score-plan.ts";
import type { ScoreJob } from "./score-rows.ts";

/** Lines of the file of rejected rows, with their counts. */
export interface Rejects {
  readonly text: string;
  readonly tally: BlockTally;
}

/**
 * Reads the input again and gives the rows of these numbers as rejected, with the reasons that this library finds. Only
 * blocks that hold one of them are scored; exactly these rows must be the faulty ones there.
 *
 * @param numbers In rising order, from 1.
 * @throws {AssessmentError} `counts_differ`
 */
export async function* rejectsOf(
  { input, from, compressed, scorer }: ScoreJob,
  plan: ScorePlan,
  numbers: readonly number[],
): AsyncGenerator<Rejects> {
  if (numbers.length === 0) return;
  const { blocks } = await from.read(openInput(input.path ?? "", noInput(), compressed?.from));
  // Rows without faults are not written here, so they go to a format in which nothing is guarded.
  const score = blockScorer({ ...plan, to: "parquet" }, scorer);
  let first = 1;
  let taken = 0;
  for await (const block of blocks) {
    const next = first + block.rows;
    let end = taken;
    while (end < numbers.length && (numbers[end] as number) < next) end += 1;
    if (end > taken) {
      const { rejected, tally } = score(block);
      const found = Papa.parse<string[]>(rejected, { delimiter: ",", newline: "\n", skipEmptyLines: true }).data;
      const same = found.length === end - taken && found.every(([row], at) => Number(row) === numbers[taken + at]);
      if (!same)
        throw new AssessmentError([
          {
            code: "counts_differ",
            path: ["rows", `${first}-${next - 1}`, "faulty", found.length, "in DuckDB", end - taken],
          },
        ]);
      yield { text: rejected, tally };
    }
    taken = end;
    first = next;
  }
}
