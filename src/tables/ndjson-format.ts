import { AssessmentError } from "../issues/index.ts";
import { byteBuffer } from "./byte-buffer.ts";
import { countLines } from "./count-rows.ts";
import { ndjsonRows } from "./ndjson-rows.ts";
import { type Cut, longestRecord } from "./records.ts";
import type { Cell, RowBatch, RowEncoder, TableFormat, WrittenColumns } from "./table-format.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";

const lf = 0x0a;
const space = 0x20;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** One JSON object for each line. What stands in an object passes through as it is written there. */
export const ndjsonFormat: TableFormat<TextBlock, Uint8Array> = {
  name: "ndjson",
  ends: ["ndjson", "jsonl"],
  keyed: true,
  async read(input, blockBytes) {
    const blocks = textBlocks(input, cutLines, blockBytes);
    const first = await blocks.next();
    if (first.done === true) throw new AssessmentError([{ code: "empty_file", path: [input.name] }]);
    return {
      header: [],
      blocks: (async function* () {
        yield first.value;
        yield* blocks;
      })(),
    };
  },
  open: ndjsonRows,
  encoder: ndjsonEncoder,
  canGoOn: true,
  writer: async (output) => ({ guarded: 0, write: (piece) => output.write(piece), end: () => undefined }),
  count: countLines,
};

function cutLines(bytes: Buffer, last: boolean): Cut {
  let records = 0;
  let used = 0;
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, used)) {
    if (at - used > longestRecord) break;
    records += 1;
    used = at + 1;
  }
  if (last && used < bytes.length && bytes.length - used <= longestRecord) {
    records += 1;
    used = bytes.length;
  }
  return { records, used, lines: records };
}

function ndjsonEncoder({ header, added: names }: WrittenColumns): RowEncoder<Uint8Array> {
  const out = byteBuffer();
  const keys = header.map((name) => `${JSON.stringify(name)}:`);
  const addedKeys = names.map((name) => `${JSON.stringify(name)}:`);
  const members = (added: readonly string[], arePlain: boolean) => {
    let text = "";
    for (let at = 0; at < added.length; at++) {
      const cell = added[at] as string;
      text += `${at === 0 ? "" : ","}${addedKeys[at] as string}${arePlain ? `"${cell}"` : JSON.stringify(cell)}`;
    }
    return text;
  };
  return {
    add(batch, at, added, arePlain = false) {
      const own = ownObject(batch, at);
      if (own === undefined) {
        const cells = batch.cellsAt(at).map((cell, place) => `${keys[place] as string}${jsonOf(cell)}`);
        const all = added.length === 0 ? cells : [...cells, members(added, arePlain)];
        out.text(`{${all.join(",")}}\n`);
        return;
      }
      out.bytes(own.bytes, own.start, own.end);
      out.text(`${own.isEmpty || added.length === 0 ? "" : ","}${members(added, arePlain)}}\n`);
    },
    take: out.take,
    guarded: () => 0,
  };
}

/** An object's own text without its last brace, if the row is one. */
function ownObject({ own }: RowBatch, at: number) {
  if (own?.format !== "ndjson") return undefined;
  const { bytes } = own;
  const start = own.starts[at] as number;
  let end = (own.ends[at] as number) - 1;
  while (bytes[end] !== closeBrace) end -= 1;
  let inner = end - 1;
  while ((bytes[inner] as number) <= space) inner -= 1;
  return { bytes, start, end, isEmpty: bytes[inner] === openBrace };
}

/** A cell as JSON. Text takes the place of a whole number too long for others to read exactly, NaN and infinity. */
export function jsonOf(cell: Cell): string {
  if (Object.is(cell, -0)) return "-0";
  const isJson = typeof cell !== "bigint" && (typeof cell !== "number" || Number.isFinite(cell));
  return JSON.stringify(isJson ? cell : String(cell));
}
