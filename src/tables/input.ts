import { createHash, type Hash } from "node:crypto";
import { createReadStream, fstatSync, openSync, type Stats, statSync } from "node:fs";
import { AssessmentError, mustBeText } from "../issues/index.ts";
import { gunzipped } from "./gzip.ts";

/** Bytes of an input in order, with what a manifest says of them. */
export interface Input {
  readonly name: string;
  /** The file, for a format that reads it out of order; `undefined` for standard input. */
  readonly path?: string;
  /** How large the file is, as it stands on the disk; `undefined` for a stream. */
  readonly size?: number;
  /** Its bytes in order; decompressed if the file is compressed. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Of the bytes read so far, as they stand on the disk. */
  readonly hash: Hash;
  /** Bytes read so far, as they stand on the disk. */
  bytes(): number;
  /** Whether a path leads to this very file. */
  isAt(path: string): boolean;
  /** Throws `changed_while_reading` if the file is not as it was when it was opened. */
  checkUnchanged(): void;
}

/**
 * Opens a file, or standard input for `-`. A file whose name ends in `.gz` is decompressed as it is read, and so is standard
 * input with `gzip`; one that is cut short is unreadable.
 *
 * @throws {AssessmentError} `unreadable_file` at once, or while the chunks are read; `too_large` for a compressed file that
 *   decompresses to far more than any table does; `malformed` for a path that is no text
 * @example
 * await writeRows("opened.csv", ["case_id"], [["a"]]);
 * const input = openInput("opened.csv", process.stdin);
 * let text = "";
 * for await (const chunk of input.chunks) text += chunk;
 * [text, input.bytes()]; // => ["case_id\na\n", 10]
 */
export function openInput(path: string, stdin: AsyncIterable<Buffer | string>, gzip?: boolean): Input {
  mustBeText(path, "path");
  const isCompressed = gzip ?? path.endsWith(".gz");
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = async function* (source: AsyncIterable<Buffer | string>): AsyncIterable<Buffer> {
    try {
      for await (const chunk of source) {
        const buffer = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        bytes += buffer.length;
        hash.update(buffer);
        yield buffer;
      }
    } catch (fault) {
      throw new AssessmentError([{ code: "unreadable_file", path: [path], expected: [reasonFor(fault)] }]);
    }
  };
  const chunksOf = (source: AsyncIterable<Buffer | string>) =>
    isCompressed ? gunzipped(counted(source), path) : counted(source);
  if (path === "-") {
    return {
      name: "standard input",
      chunks: chunksOf(stdin),
      hash,
      bytes: () => bytes,
      isAt: () => false,
      checkUnchanged: () => undefined,
    };
  }
  const { fd, start } = opened(path);
  const { size, mtimeMs, ino } = start;
  return {
    name: path.split(/[\\/]/).at(-1) ?? path,
    path,
    ...(start.isFile() ? { size } : {}),
    chunks: chunksOf(fd === undefined ? readLater(path) : createReadStream(path, { fd, highWaterMark })),
    hash,
    bytes: () => bytes,
    isAt: (other) => isSameFile(path, other),
    checkUnchanged() {
      if (!start.isFile()) return; // a pipe has no length to hold it to
      const now = fileAt(path);
      if (now?.size !== size || now.mtimeMs !== mtimeMs || now.ino !== ino || bytes !== size) {
        throw new AssessmentError([{ code: "changed_while_reading", path: [path] }]);
      }
    },
  };
}

/** How many bytes are read together. */
const highWaterMark = 1 << 18;

/** The bytes of a pipe or a device, which is opened when the first of them is asked for. */
async function* readLater(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { highWaterMark });
}

/** Standard input where nothing may come from it. */
export async function* noInput(): AsyncGenerator<Buffer> {}

/** The SHA-256 of the first bytes of a file; of all of it if it has no more. */
export async function hashOfStart(path: string, bytes: number): Promise<string> {
  const hash = createHash("sha256");
  if (bytes > 0) for await (const chunk of createReadStream(path, { end: bytes - 1 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/**
 * Whether two paths lead to one file. A path that leads nowhere counts as no file, whatever the reason.
 *
 * @internal
 */
export function isSameFile(path: string, other: string): boolean {
  const [here, there] = [path, other].map(fileAt);
  return here !== undefined && here.dev === there?.dev && here.ino === there.ino;
}

function fileAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // none of that name, or a name that no disk takes, a link to itself, a file for a folder
  }
}

/** A plain file is opened at once. A pipe is opened as it is read: until somebody writes, the whole program would wait. */
function opened(path: string): { readonly fd: number | undefined; readonly start: Stats } {
  try {
    const found = statSync(path);
    const fd = found.isFile() ? openSync(path, "r") : undefined;
    const start = fd === undefined ? found : fstatSync(fd);
    if (!start.isDirectory()) return { fd, start };
  } catch (fault) {
    throw new AssessmentError([{ code: "unreadable_file", path: [path], expected: [reasonFor(fault)] }]);
  }
  throw new AssessmentError([{ code: "unreadable_file", path: [path], expected: ["a file, not a folder"] }]);
}

function reasonFor(fault: unknown): string {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  return code === "ENOENT"
    ? "a file that exists"
    : code === "EACCES"
      ? "a file that may be read"
      : `a readable file (${code})`;
}
