import { saveCheckpoint } from "./checkpoint.ts";
import type { FileNames } from "./file-names.ts";
import type { Input } from "./input.ts";
import type { Output, Written } from "./output.ts";
import type { Progress } from "./score-rows.ts";

/** How many bytes of input lie between two checkpoints (design choice). */
const bytesBetween = 1 << 25;

/** Saves where a run is, every so many bytes of its input. */
export function keepCheckpoints(of: {
  readonly run: string;
  readonly names: FileNames;
  readonly input: Input;
  readonly scored: Output;
  readonly rejected: Output;
  readonly between: number | undefined;
}) {
  const { run, names, input, between = bytesBetween } = of;
  let last = 0;
  const part = async (output: Output) => ({
    temporary: output.file?.temporary ?? "",
    written: await output.written(),
  });
  const save = async (progress: Progress, read: Written): Promise<void> =>
    saveCheckpoint(names.scored, {
      run,
      input: read,
      progress: {
        ...progress,
        held: [...progress.held],
        names: [...progress.names],
        samples: [...progress.samples],
      },
      scored: await part(of.scored),
      rejected: await part(of.rejected),
    });
  return {
    save,
    async after(progress: Progress): Promise<void> {
      const bytes = input.bytes();
      if (bytes - last < between) return;
      last = bytes;
      await save(progress, { bytes, sha256: input.hash.copy().digest("hex") });
    },
  };
}
