/** Bytes that grow at their end, for many small additions. */
export interface ByteBuffer {
  /** Adds bytes from `start` to `end`. */
  bytes(from: Buffer, start: number, end: number): void;
  /** Adds text of which each character is one byte in UTF-8. */
  ascii(text: string): void;
  /** Adds any text, as UTF-8. */
  text(text: string): void;
  /** Everything added since the last call, in memory of its own. */
  take(): Uint8Array;
}

const startingBytes = 1 << 16;

/** An empty buffer. */
export function byteBuffer(): ByteBuffer {
  let whole = Buffer.allocUnsafeSlow(startingBytes);
  let used = 0;
  const reserve = (more: number) => {
    if (used + more <= whole.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(whole.length * 2, used + more));
    whole.copy(larger, 0, 0, used);
    whole = larger;
  };
  return {
    bytes(from, start, end) {
      reserve(end - start);
      used += from.copy(whole, used, start, end);
    },
    ascii(text) {
      reserve(text.length);
      used += whole.write(text, used, "latin1");
    },
    text(text) {
      reserve(text.length * 3);
      used += whole.write(text, used, "utf8");
    },
    take() {
      const taken = whole.subarray(0, used);
      whole = Buffer.allocUnsafeSlow(whole.length);
      used = 0;
      return taken;
    },
  };
}
