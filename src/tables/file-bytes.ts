import { closeSync, openSync, readSync } from "node:fs";

/** Bytes of a file by their place. */
export interface FileBytes {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer;
  close(): void;
}

/** Opens a file to be read by place. */
export function fileBytes(path: string, byteLength: number): FileBytes {
  const fd = openSync(path, "r");
  return {
    byteLength,
    slice(start: number, end: number = byteLength): ArrayBuffer {
      const length = Math.max(0, Math.min(end, byteLength) - start);
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const read = readSync(fd, bytes, done, length - done, start + done);
        if (read === 0) throw new Error("the file is shorter than it was");
        done += read;
      }
      return bytes.buffer;
    },
    close: () => closeSync(fd),
  };
}
