import { checkpointName } from "./checkpoint.ts";
import { fileNames } from "./file-names.ts";
import { lockName } from "./lock-output.ts";
import { partsOf } from "./part-files.ts";

/**
 * Every name at which a run that writes there may write, or remove something: its three files, what stands beside them until
 * it ends, and what an earlier run has left. None of them may be a file that is read.
 *
 * @example
 * namesTouched("out/scored.csv")[0]; // => "out/scored.csv"
 */
export function namesTouched(out: string): readonly string[] {
  const names = fileNames(out);
  const own = [...Object.values(names), checkpointName(names.scored), lockName(names.manifest)];
  return own.flatMap((name) => [name, ...partsOf(name).map(({ part }) => part)]);
}
