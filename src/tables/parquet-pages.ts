import type { ColumnChunk } from "hyparquet";
import type { FileBytes } from "./file-bytes.ts";

/**
 * Checks the headers of a flat column's pages before any page is decompressed. A reader that believes each header for itself
 * goes round for ever where a page has less than no bytes, and takes as much memory as one asks for.
 *
 * @param longest The most bytes that all of its pages may decompress to.
 * @throws {RangeError} if the pages do not have as many values as there are rows, or do not fit
 */
export function checkPages({ meta_data }: ColumnChunk, file: FileBytes, rows: number, longest: number): void {
  if (meta_data === undefined) throw unsound();
  const start = Number(meta_data.dictionary_page_offset || meta_data.data_page_offset);
  const length = Number(meta_data.total_compressed_size);
  if (start < 0 || length < 0 || start + length > file.byteLength) throw unsound();
  const reader: Reader = { bytes: new Uint8Array(file.slice(start, start + length)), at: 0 };
  let values = 0;
  let decompressed = 0;
  while (values < rows) {
    const page = pageIn(reader);
    values += page.values;
    decompressed += page.decompressed;
    reader.at += page.compressed;
    if (reader.at > length || decompressed > longest) throw unsound();
  }
  if (values !== rows) throw unsound();
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** What a page says of itself in its header. */
interface Page {
  readonly compressed: number;
  readonly decompressed: number;
  /** How many values of rows it has; a dictionary has none. */
  readonly values: number;
}

/** The kinds of page, and the fields of a header by the format's definition. */
const kinds = { data: 0, dictionary: 2, dataV2: 3 } as const;
const fields = { kind: 1, decompressed: 2, compressed: 3, data: 5, dictionary: 7, dataV2: 8 } as const;

function pageIn(reader: Reader): Page {
  const header = structIn(reader, 0);
  const kind = header.get(fields.kind);
  const [compressed, decompressed] = [count(header.get(fields.compressed)), count(header.get(fields.decompressed))];
  /** Fields that the format wants, from the first on. */
  const part = (place: number, length: number): readonly number[] => {
    const found = header.get(place);
    if (!(found instanceof Map)) throw unsound();
    return Array.from({ length }, (_, at) => count(found.get(at + 1)));
  };
  if (kind === kinds.data) {
    const [values = 0] = part(fields.data, 4);
    return { compressed, decompressed, values };
  }
  if (kind === kinds.dataV2) {
    const [values = 0, nulls = 0, rows = 0, , levels = 0, more = 0] = part(fields.dataV2, 6);
    if (nulls > values || rows !== values || levels + more > Math.min(compressed, decompressed)) throw unsound();
    return { compressed, decompressed, values };
  }
  const [entries = 0] = part(fields.dictionary, 2);
  if (kind !== kinds.dictionary || entries > 8 * decompressed) throw unsound(); // an entry takes a bit at least
  return { compressed, decompressed, values: 0 };
}

type Value = number | Map<number, Value> | undefined;

function count(value: Value): number {
  if (typeof value !== "number" || value < 0) throw unsound();
  return value;
}

/** The fields of a structure in Thrift's compact protocol, by number. Fields of other kinds are passed over. */
function structIn(reader: Reader, depth: number): Map<number, Value> {
  if (depth > 8) throw unsound();
  const found = new Map<number, Value>();
  for (let id = 0; ; ) {
    const head = byteIn(reader);
    if ((head & 15) === 0) return found;
    id = head >> 4 === 0 ? signedIn(reader) : id + (head >> 4);
    if (found.has(id)) throw unsound();
    found.set(id, valueIn(reader, head & 15, depth));
  }
}

function valueIn(reader: Reader, type: number, depth: number): Value {
  switch (type) {
    case 1: // true
    case 2: // false
      return undefined;
    case 3: // a byte
      return byteIn(reader);
    case 4: // whole numbers of 16, 32 and 64 bits
    case 5:
    case 6:
      return signedIn(reader);
    case 7: // a double
      return passOver(reader, 8);
    case 8: // bytes
      return passOver(reader, unsignedIn(reader));
    case 12:
      return structIn(reader, depth + 1);
    default: // no header of a page has a list, a set or a map
      throw unsound();
  }
}

function passOver(reader: Reader, bytes: number): undefined {
  reader.at += bytes;
  if (reader.at > reader.bytes.length) throw unsound();
}

function byteIn(reader: Reader): number {
  const byte = reader.bytes[reader.at];
  if (byte === undefined) throw unsound();
  reader.at += 1;
  return byte;
}

function unsignedIn(reader: Reader): number {
  let sum = 0;
  for (let place = 1; place < 2 ** 63; place *= 128) {
    const byte = byteIn(reader);
    sum += (byte & 127) * place;
    if (byte < 128) return sum;
  }
  throw unsound();
}

/** A number whose last bit is its sign. */
function signedIn(reader: Reader): number {
  const number = unsignedIn(reader);
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}

const unsound = () => new RangeError("the headers of the pages are unsound");
