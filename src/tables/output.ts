import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { AssessmentError } from "../issues/index.ts";

/** The temporary files that have neither been published nor discarded. */
const unfinished = new Set<string>();

/** Removes every temporary file that is not published: for a process that is told to stop. */
export function discardUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
  unfinished.clear();
}

/** What goes out: to a file that appears only when it is finished, or to a stream. */
export interface Output {
  write(content: string | Uint8Array): void | Promise<void>;
  /** Bytes and SHA-256 of what was written. */
  finish(): { readonly bytes: number; readonly sha256: string };
  /** Gives the finished file its name. */
  publish(): void;
  /** Removes what was written. Does nothing once published. */
  discard(): void;
  /** Where the text is until it is published; `undefined` for a stream. */
  readonly temporary: string | undefined;
}

/**
 * Opens a file for output: a sibling that no one else reads, written in full, synced, then renamed.
 *
 * @throws {AssessmentError} `output_exists` unless `overwrite`; `output_refused` for anything but a plain new file
 */
export function openOutput(
  path: string,
  { overwrite = false, mode = 0o644 }: { readonly overwrite?: boolean; readonly mode?: number } = {},
): Output {
  if (existsSync(path) || isLink(path)) {
    if (!overwrite)
      throw new AssessmentError([{ code: "output_exists", path: [path], expected: ["another name, or --overwrite"] }]);
    if (!lstatSync(path).isFile())
      throw new AssessmentError([{ code: "output_refused", path: [path], expected: ["a plain file"] }]);
  }
  const temporary = `${path}.${process.pid}.part`;
  const fd = guarded(path, () => openSync(temporary, "wx", mode));
  unfinished.add(temporary);
  const hash = createHash("sha256");
  let bytes = 0;
  let state: "open" | "closed" | "published" = "open";
  return {
    temporary,
    write(content) {
      const buffer = typeof content === "string" ? Buffer.from(content) : content;
      hash.update(buffer);
      guarded(path, () => {
        for (let done = 0; done < buffer.length; ) done += writeSync(fd, buffer, done);
      });
      bytes += buffer.length;
    },
    finish() {
      guarded(path, () => fsyncSync(fd));
      closeSync(fd);
      state = "closed";
      return { bytes, sha256: hash.digest("hex") };
    },
    publish() {
      guarded(path, () => renameSync(temporary, path));
      state = "published";
      unfinished.delete(temporary);
      syncFolder(dirname(path));
    },
    discard() {
      if (state === "open") closeSync(fd);
      if (state !== "published") rmSync(temporary, { force: true });
      unfinished.delete(temporary);
      state = state === "published" ? state : "closed";
    },
  };
}

/** Output to a stream, which takes its time: `write` waits until the text is taken. */
export function streamOutput(stream: NodeJS.WritableStream): Output {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    temporary: undefined,
    write(content) {
      hash.update(content);
      bytes += Buffer.byteLength(content);
      return new Promise((resolve, reject) => {
        stream.write(content, (fault) => (fault ? reject(fault) : resolve()));
      });
    },
    finish: () => ({ bytes, sha256: hash.digest("hex") }),
    publish: () => undefined,
    discard: () => undefined,
  };
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    const reason = fault instanceof Error && "code" in fault ? String(fault.code) : "write failed";
    throw new AssessmentError([
      { code: "output_refused", path: [path], expected: [`a file that can be written (${reason})`] },
    ]);
  }
}

function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, "r");
    fsyncSync(fd);
    closeSync(fd);
  } catch {
    // Some systems cannot sync a folder; the file itself is synced.
  }
}
