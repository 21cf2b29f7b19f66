import {
  type Cell,
  formatOf,
  type Output,
  openOutput,
  publishTogether,
  putRows,
  streamOutput,
} from "../tables/index.ts";
import type { Given } from "./command.ts";
import type { Io } from "./io.ts";
import { saysFormat, tableNamed } from "./named-format.ts";

/**
 * Writes what a command made to the file that `--out` names, or to standard output.
 *
 * @param ends How the name of such a file ends, without the dot.
 * @throws {AssessmentError} `wrong_usage` for a name that says another format; `output_exists`, `output_refused`
 */
export async function putOutput(
  content: string | Uint8Array,
  ends: readonly string[],
  given: Given,
  io: Io,
): Promise<void> {
  const path = given.text("out");
  if (path !== undefined) saysFormat(path, "--out", ends);
  await published(outputOf(path, given, io), async (output) => {
    await output.write(content);
    await output.finish();
  });
}

/** Puts out a table, in the format that the name says. */
export async function putTable(
  columns: readonly string[],
  rows: (format: string) => Iterable<readonly Cell[]>,
  given: Given,
  io: Io,
): Promise<void> {
  const path = given.text("out");
  const { format, gzip } = path === undefined ? formatOf("-") : tableNamed(path, "--out");
  await published(outputOf(path, given, io, gzip), async (output) => {
    await putRows(output, format, columns, rows(format.name));
  });
}

const outputOf = (path: string | undefined, given: Given, io: Io, gzip = path?.endsWith(".gz") ?? false): Output =>
  path === undefined ? streamOutput(io.stdout) : openOutput(path, { overwrite: given.flag("overwrite"), gzip });

async function published(output: Output, write: (output: Output) => Promise<void>): Promise<void> {
  try {
    await write(output);
    publishTogether([output]);
  } finally {
    output.discard();
  }
}
