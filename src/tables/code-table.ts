import { unlisted } from "./table-format.ts";

/** Finds the bytes of codes from the bytes of cells, without making a text of them. */
export interface CodeTable {
  /** The byte of the code that stands in `bytes` from `start` to `end`, for the column at `place`. */
  find(place: number, bytes: Uint8Array, start: number, end: number): number;
}

/** The codes of one column, in one stretch of the tables that all columns share. */
interface Stretch {
  readonly codes: readonly { readonly text: Buffer; readonly byte: number }[];
  /** A power of two, so that positions wrap by a mask. */
  readonly size: number;
}

/** A table of the codes that are text, by column. What looks alike at a glance is compared byte by byte. */
export function codeTable(columns: readonly ReadonlyMap<unknown, number>[]): CodeTable {
  const stretches = columns.map(stretchOf);
  const slots = new Int32Array(stretches.reduce((sum, { size }) => sum + size, 0)).fill(-1);
  const starts = Int32Array.from(stretches, (_, at) => stretches.slice(0, at).reduce((sum, { size }) => sum + size, 0));
  const masks = Int32Array.from(stretches, ({ size }) => size - 1);
  const all = stretches.flatMap(({ codes }) => codes);
  const texts = Buffer.concat(all.map(({ text }) => text));
  const textStarts = Int32Array.from(all, (_, at) => all.slice(0, at).reduce((sum, { text }) => sum + text.length, 0));
  const lengths = Int32Array.from(all, ({ text }) => text.length);
  const found = Uint8Array.from(all, ({ byte }) => byte);
  let next = 0;
  for (const [place, { codes }] of stretches.entries()) {
    for (const { text } of codes) {
      let slot = glance(text, 0, text.length) & (masks[place] as number);
      while (slots[(starts[place] as number) + slot] !== -1) slot = (slot + 1) & (masks[place] as number);
      slots[(starts[place] as number) + slot] = next++;
    }
  }
  return {
    find(place, bytes, start, end) {
      const mask = masks[place] as number;
      const base = starts[place] as number;
      const length = end - start;
      for (let slot = glance(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
        const code = slots[base + slot] as number;
        if (code < 0) return unlisted;
        if (lengths[code] !== length) continue;
        const text = textStarts[code] as number;
        let same = 0;
        while (same < length && texts[text + same] === bytes[start + same]) same++;
        if (same === length) return found[code] as number;
      }
    },
  };
}

function stretchOf(bytes: ReadonlyMap<unknown, number>): Stretch {
  const codes = [...bytes].flatMap(([code, byte]) =>
    typeof code === "string" ? [{ text: Buffer.from(code, "utf8"), byte }] : [],
  );
  let size = 8;
  while (size < codes.length * 4) size *= 2;
  return { codes, size };
}

/** A number from a cell's length and three of its bytes, which tells most codes of a column apart. */
function glance(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 0) return 0;
  const sum = length * 5 + (bytes[start] as number) * 7 + (bytes[start + (length >> 1)] as number) * 3;
  return sum + (bytes[end - 1] as number);
}
