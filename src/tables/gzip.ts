import { createGunzip, createGzip, type Gunzip } from "node:zlib";
import { AssessmentError } from "../issues/index.ts";

/** Below this many bytes a compressed file may decompress to as much as it likes (design choice). */
const alwaysAllowed = 1 << 26;

/** How many times its own length a larger file may decompress to (design choice); a table of codes stays far below. */
const mostTimes = 250;

/**
 * Compressed bytes, decompressed as they come, so that none of it need fit in memory.
 *
 * @throws {AssessmentError} `unreadable_file` if the file is cut short or is not what gzip writes; `too_large` if it
 *   decompresses to more than a table would
 */
export async function* gunzipped(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const fed = feed(chunks, gunzip);
  fed.catch((fault) => gunzip.destroy(fault));
  let bytes = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > alwaysAllowed && bytes > gunzip.bytesWritten * mostTimes) {
        throw new AssessmentError([{ code: "too_large", path: [path], limit: gunzip.bytesWritten * mostTimes }]);
      }
      yield chunk;
    }
    if (!(await fed)) throw notWhole(path);
  } catch (fault) {
    throw isOfGzip(fault) ? notWhole(path) : fault;
  }
}

/**
 * Gives the decompressor all chunks, and says whether it has taken everything but zeros at the end, with which some fill
 * a file up. After a zero it takes nothing more and says nothing of it, whatever follows.
 */
async function feed(chunks: AsyncIterable<Buffer>, gunzip: Gunzip): Promise<boolean> {
  const over = new Promise<void>((resolve) => void gunzip.once("end", resolve).once("close", resolve));
  let isWhole = true;
  let given = 0;
  for await (const chunk of chunks) {
    given += chunk.length;
    if (!gunzip.readableEnded) {
      const taken = new Promise<unknown>((resolve) => void gunzip.write(chunk, resolve));
      await Promise.race([taken, over]);
    }
    if (gunzip.destroyed && !gunzip.readableEnded) return false; // whoever destroyed it knows why
    const left = Math.min(chunk.length, given - gunzip.bytesWritten);
    isWhole &&= left === 0 || chunk.subarray(chunk.length - left).every((byte) => byte === 0);
  }
  gunzip.end();
  return isWhole;
}

const notWhole = (path: string): AssessmentError =>
  new AssessmentError([{ code: "unreadable_file", path: [path], expected: ["a whole gzip file"] }]);

/** Faults of zlib say so in their code; others, such as those of the disk, pass through. */
function isOfGzip(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && String(fault.code).startsWith("Z_");
}

/** Compresses pieces as they come. */
export interface Compressor {
  /** Takes a piece, and waits until its bytes may be followed by others. */
  write(piece: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** Compresses what is written to it and hands the bytes on, in order. The same bytes in give the same bytes out. */
export function compressor(put: (compressed: Uint8Array) => Promise<void>): Compressor {
  const gzip = createGzip({ chunkSize: 1 << 18 });
  const done = (async () => {
    for await (const compressed of gzip as AsyncIterable<Buffer>) await put(compressed);
  })();
  let refused: { readonly fault: unknown } | undefined;
  let refuse: ((fault: unknown) => void) | undefined;
  // A piece that is on its way when the compressor is destroyed may never be answered, so whoever waits for it is told here.
  done.catch((fault) => {
    refused = { fault };
    refuse?.(fault);
    gzip.destroy();
  });
  return {
    write: (piece) =>
      new Promise((resolve, reject) => {
        if (refused !== undefined) return reject(refused.fault);
        refuse = reject;
        // Its own fault may only be that it was destroyed; why is told by what comes of `done`.
        gzip.write(piece, (fault) => (fault ? done.then(() => reject(fault), reject) : resolve()));
      }),
    async end() {
      gzip.end();
      await done;
    },
  };
}
