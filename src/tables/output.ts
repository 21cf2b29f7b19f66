import { createHash, type Hash } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  write,
} from "node:fs";
import { promisify } from "node:util";
import { AssessmentError, mustBeText } from "../issues/index.ts";
import { type Compressor, compressor } from "./gzip.ts";
import { attempt, isPlainFile, partName, removeDeadParts, removeIfPossible } from "./part-files.ts";

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
 * @throws {AssessmentError} `output_exists` unless `overwrite`; `output_refused` for anything but a plain new file;
 *   `malformed` for a path that is no text
 * @example
 * const output = openOutput("opened.txt");
 * await output.write("one line\n");
 * const { bytes } = await output.finish();
 * publishTogether([output]); // now there is a file of that name
 * bytes; // => 9
 */
export function openOutput(path: string, options: OutputOptions = {}): Output {
  mustBeText(path, "path");
  const { overwrite = false, mode = 0o644, gzip = path.endsWith(".gz"), goOn, byAnother = false } = options;
  checkTarget(path, overwrite);
  removeDeadParts(path, goOn?.temporary);
  const temporary = partName(path);
  const hash = createHash("sha256");
  const fd =
    goOn === undefined
      ? guarded(path, () => openSync(temporary, "wx", mode))
      : openAgain(goOn, { path, temporary, mode, hash });
  unfinished.add(temporary);
  let bytes = goOn?.written.bytes ?? 0;
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false; // even if closing fails: its number may soon be another file's
    closeSync(fd);
  };
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
      guarded(path, close);
      if (byAnother) bytes = guarded(path, () => rehashAt(temporary, hash));
      return { bytes, sha256: hash.digest("hex") };
    },
    discard() {
      attempt(close); // what is removed need not be whole
      if (unfinished.delete(temporary)) removeIfPossible(temporary);
    },
  };
}

/**
 * Opens a part that an earlier run left, with its bytes in the hash, and cuts off what came after them. The part must be a
 * plain file whose bytes are the ones that run wrote: through a link, another file would be cut. On any fault it is removed.
 */
function openAgain(
  { temporary: earlier, written }: NonNullable<OutputOptions["goOn"]>,
  { path, temporary, mode, hash }: { path: string; temporary: string; mode: number; hash: Hash },
): number {
  let fd: number | undefined;
  try {
    if (!isPlainFile(earlier)) throw changedPart(path);
    renameSync(earlier, temporary);
    const opened = openSync(temporary, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
    fd = opened;
    if (rehash(opened, hash, written.bytes) !== written.bytes || hash.copy().digest("hex") !== written.sha256)
      throw changedPart(path);
    ftruncateSync(opened, written.bytes);
    fchmodSync(opened, mode);
    return opened;
  } catch (fault) {
    if (fd !== undefined) {
      const opened = fd;
      attempt(() => closeSync(opened));
    }
    removeIfPossible(earlier);
    removeIfPossible(temporary);
    throw refusedOutput(path, fault);
  }
}

const changedPart = (path: string): AssessmentError =>
  new AssessmentError([
    { code: "cannot_resume", path: [path], expected: ["the unfinished file as it was left, or no --resume"] },
  ]);

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
      stream.write(piece, (fault) => (fault ? reject(refusedStream(fault)) : resolve()));
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

/** The bytes of an open file, or its first ones, put into a hash. Returns how many there were. */
function rehash(fd: number, hash: Hash, most = Number.POSITIVE_INFINITY): number {
  const piece = Buffer.allocUnsafe(1 << 20);
  let bytes = 0;
  while (bytes < most) {
    const read = readSync(fd, piece, 0, Math.min(most - bytes, piece.length), bytes);
    if (read === 0) break;
    hash.update(piece.subarray(0, read));
    bytes += read;
  }
  return bytes;
}

/** The same of a file that another program has written. */
function rehashAt(path: string, hash: Hash): number {
  const fd = openSync(path, "r");
  try {
    return rehash(fd, hash);
  } finally {
    closeSync(fd);
  }
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
  const reason = fault instanceof Error && "code" in fault ? codeOf(fault) : "write failed";
  const wanted = roomCodes.has(reason) ? "more room on the disk" : "a file that can be written";
  return new AssessmentError([{ code: "output_refused", path: [path], expected: [`${wanted} (${reason})`] }]);
}

/**
 * What went wrong with standard output, in words; a closed pipe as it is, since it needs none.
 *
 * @internal
 */
export const refusedStream = (fault: Error): Error =>
  "code" in fault && !closedCodes.has(String(fault.code)) ? refusedOutput("standard output", fault) : fault;

const closedCodes: ReadonlySet<string> = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/** The fault's code; Node has no name for the number that says that a quota is used up. */
const codeOf = (fault: Error & { readonly code?: unknown; readonly errno?: unknown }): string =>
  fault.errno === -122 ? "EDQUOT" : String(fault.code);

const roomCodes: ReadonlySet<string> = new Set(["ENOSPC", "EFBIG", "EDQUOT"]);
