import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, fsync, ftruncateSync, lstatSync, openSync, readSync, renameSync, write } from "node:fs";
import { promisify } from "node:util";
import { AssessmentError } from "../issues/index.ts";
import { type Compressor, compressor } from "./gzip.ts";
import { partName, removeDeadParts, removeIfPossible } from "./part-files.ts";

/** The temporary files that have neither been published nor discarded. */
const unfinished = new Set<string>();

/**
 * Removes every temporary file that is not published: for a process that is told to stop.
 *
 * @example
 * import { existsSync } from "node:fs";
 * const { file } = openOutput("unfinished.txt");
 * discardUnfinished();
 * existsSync(file?.temporary ?? ""); // => false
 */
export function discardUnfinished(): void {
  for (const path of unfinished) removeIfPossible(path);
  unfinished.clear();
}

/** Counts a temporary file among those that are removed if the process is told to stop, or no longer. */
export function markUnfinished(path: string, isUnfinished: boolean): void {
  if (isUnfinished) unfinished.add(path);
  else unfinished.delete(path);
}

/** How much of an output has been written, and the SHA-256 of it. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** Text or bytes going out: to a file that appears only when it is finished, or to a stream. */
export interface Output {
  /** Takes a piece. Wait for it before the next one. */
  write(piece: string | Uint8Array): void | Promise<void>;
  /** What has been written so far, once all of it has reached the file. */
  written(): Promise<Written>;
  /** Ends it, and syncs a file to the disk. */
  finish(): Promise<Written>;
  /** Removes what was written. Does nothing once published. */
  discard(): void;
  /** A file that is not published yet: where it stands, and where it belongs. */
  readonly file?: PartFile;
}

/** A temporary file, the name it is to have, and whether it may take that name from a file that stands there. */
export interface PartFile {
  readonly temporary: string;
  readonly path: string;
  readonly overwrite: boolean;
}

/** How a file is written. */
export interface OutputOptions {
  /** Whether a file of that name may be replaced. */
  readonly overwrite?: boolean;
  /** Who may read it. */
  readonly mode?: number;
  /** Whether it is compressed; by its name if not given. */
  readonly gzip?: boolean;
  /** A temporary file to append to, after what was written to it before. */
  readonly goOn?: { readonly temporary: string; readonly written: Written };
  /** Whether another program writes the temporary file: then its bytes are read back from the disk. */
  readonly byAnother?: boolean;
}

const wholly = { write: promisify(write), fsync: promisify(fsync) };

/**
 * Opens a file for output: a sibling that no one else reads, written in full, synced, then renamed by
 * {@link publishTogether}.
 *
 * @throws {AssessmentError} `output_exists` unless `overwrite`; `output_refused` for anything but a plain new file
 * @example
 * const output = openOutput("opened.txt");
 * await output.write("one line\n");
 * const { bytes } = await output.finish();
 * publishTogether([output]); // now there is a file of that name
 * bytes; // => 9
 */
export function openOutput(path: string, options: OutputOptions = {}): Output {
  const { overwrite = false, mode = 0o644, gzip = path.endsWith(".gz"), goOn, byAnother = false } = options;
  checkTarget(path, overwrite);
  removeDeadParts(path, goOn?.temporary);
  const temporary = partName(path);
  if (goOn !== undefined) guarded(path, () => renameSync(goOn.temporary, temporary));
  const fd = guarded(path, () => openSync(temporary, goOn === undefined ? "wx" : "r+", mode));
  unfinished.add(temporary);
  const hash = createHash("sha256");
  let bytes = 0;
  let isOpen = true;
  let last: Promise<void> = Promise.resolve();
  const putAll = async (piece: Uint8Array, position: number): Promise<void> => {
    for (let done = 0; done < piece.length; ) {
      done += (await wholly.write(fd, piece, done, piece.length - done, position + done)).bytesWritten;
    }
  };
  // One piece may be on its way to the disk while the next is made; a fault shows at the next call.
  const put = (piece: Uint8Array): Promise<void> => {
    const before = last;
    const position = bytes;
    hash.update(piece);
    bytes += piece.length;
    last = before.then(() => putAll(piece, position));
    last.catch(() => undefined);
    return waited(path, before);
  };
  if (goOn !== undefined) {
    guarded(path, () => ftruncateSync(fd, goOn.written.bytes));
    bytes = rehash(temporary, hash, path);
    if (hash.copy().digest("hex") !== goOn.written.sha256) {
      closeSync(fd);
      unfinished.delete(temporary);
      removeIfPossible(temporary);
      throw new AssessmentError([{ code: "cannot_resume", path: [path] }]);
    }
  }
  const compressing: Compressor | undefined = gzip ? compressor(put) : undefined;
  return {
    file: { temporary, path, overwrite },
    write(piece) {
      const buffer = typeof piece === "string" ? Buffer.from(piece) : piece;
      return compressing === undefined ? put(buffer) : compressing.write(buffer);
    },
    async written() {
      await waited(path, last);
      return { bytes, sha256: hash.copy().digest("hex") };
    },
    async finish() {
      await compressing?.end();
      await waited(path, last);
      await waited(path, wholly.fsync(fd));
      closeSync(fd);
      isOpen = false;
      if (byAnother) bytes = rehash(temporary, hash, path);
      return { bytes, sha256: hash.digest("hex") };
    },
    discard() {
      if (isOpen) closeSync(fd);
      isOpen = false;
      if (unfinished.delete(temporary)) removeIfPossible(temporary);
    },
  };
}

/**
 * Output to a stream, which takes its time: `write` waits until the piece is taken.
 *
 * @example
 * import { PassThrough } from "node:stream";
 * const output = streamOutput(new PassThrough());
 * await output.write("one line\n");
 * (await output.finish()).bytes; // => 9
 */
export function streamOutput(stream: NodeJS.WritableStream, gzip = false): Output {
  const hash = createHash("sha256");
  let bytes = 0;
  const put = (piece: Uint8Array): Promise<void> => {
    hash.update(piece);
    bytes += piece.length;
    return new Promise((resolve, reject) => {
      stream.write(piece, (fault) => (fault ? reject(refusedRoom(fault)) : resolve()));
    });
  };
  const compressing: Compressor | undefined = gzip ? compressor(put) : undefined;
  return {
    write(piece) {
      const buffer = typeof piece === "string" ? Buffer.from(piece) : piece;
      return compressing === undefined ? put(buffer) : compressing.write(buffer);
    },
    written: async () => ({ bytes, sha256: hash.copy().digest("hex") }),
    async finish() {
      await compressing?.end();
      return { bytes, sha256: hash.digest("hex") };
    },
    discard: () => undefined,
  };
}

/** Output that goes nowhere: for a run that is to write nothing. */
export const noOutput: Output = {
  write: () => undefined,
  written: async () => ({ bytes: 0, sha256: "" }),
  finish: async () => ({ bytes: 0, sha256: "" }),
  discard: () => undefined,
};

/**
 * Refuses to write where something stands, unless it is a plain file that may be replaced.
 *
 * @throws {AssessmentError} `output_exists`, `output_refused`
 */
export function checkTarget(path: string, overwrite: boolean): void {
  if (!existsSync(path) && !isLink(path)) return;
  if (!overwrite)
    throw new AssessmentError([{ code: "output_exists", path: [path], expected: ["another name, or --overwrite"] }]);
  if (!lstatSync(path).isFile())
    throw new AssessmentError([{ code: "output_refused", path: [path], expected: ["a plain file"] }]);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The bytes of a file, put into a hash. */
function rehash(temporary: string, hash: Hash, path: string): number {
  return guarded(path, () => {
    const fd = openSync(temporary, "r");
    const piece = Buffer.allocUnsafe(1 << 20);
    let bytes = 0;
    for (let read = readSync(fd, piece); read > 0; read = readSync(fd, piece)) {
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
    closeSync(fd);
    return bytes;
  });
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    throw refusedOutput(path, fault);
  }
}

async function waited<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    throw refusedOutput(path, fault);
  }
}

/** What went wrong with an output, in words for the person who asked for it. */
export function refusedOutput(path: string, fault: unknown): AssessmentError {
  if (fault instanceof AssessmentError) return fault;
  const reason = fault instanceof Error && "code" in fault ? String(fault.code) : "write failed";
  const wanted = roomCodes.has(reason) ? "more room on the disk" : "a file that can be written";
  return new AssessmentError([{ code: "output_refused", path: [path], expected: [`${wanted} (${reason})`] }]);
}

/** A stream without room, in words; any other fault as it is: a closed pipe needs no words. */
const refusedRoom = (fault: Error): Error =>
  "code" in fault && roomCodes.has(String(fault.code)) ? refusedOutput("standard output", fault) : fault;

const roomCodes: ReadonlySet<string> = new Set(["ENOSPC", "EFBIG", "EDQUOT"]);
