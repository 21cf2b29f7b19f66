import { refusedStream } from "../tables/index.ts";

/** What a command may touch: its input, its output and what it says beside it. Handed in, so that tests can watch. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly color: boolean;
  /** The program that a worker thread runs; no worker threads without it. */
  readonly workerProgram?: URL;
}

/**
 * Writes text to standard output and waits until it is taken.
 *
 * @throws {AssessmentError} `output_refused` if it cannot be written; a closed pipe as it is
 */
export function say(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (fault) => (fault ? reject(refusedStream(fault)) : resolve()));
  });
}

/** Writes text to standard error. If nobody can take it, what was done stays done and ends with the code that it has. */
export function tell(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}

/**
 * One line that is shown on a terminal, with control and direction characters made visible, line ends and U+2028 and
 * U+2029 too: no name can look like a line of ours. Tabs stay.
 */
export function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\t" ? character : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
