import { createHash } from "node:crypto";
import { formatNamed, type Input, type RowBatch } from "../../src/tables/index.ts";

/** An input made of these chunks. */
export function inputOf(...chunks: readonly (string | Buffer)[]): Input {
  const buffers = chunks.map((chunk) => Buffer.from(chunk));
  return {
    name: "cases",
    chunks: (async function* () {
      yield* buffers;
    })(),
    hash: createHash("sha256"),
    bytes: () => buffers.reduce((sum, { length }) => sum + length, 0),
    isAt: () => false,
    checkUnchanged: () => undefined,
  };
}

/** Every way to cut bytes in two, and the way that cuts them into single bytes. */
export function cutsOf(bytes: Buffer): readonly (readonly Buffer[])[] {
  const inTwo = Array.from({ length: bytes.length + 1 }, (_, at) => [bytes.subarray(0, at), bytes.subarray(at)]);
  return [...inTwo, Array.from(bytes, (byte) => Buffer.from([byte]))];
}

/** A table read to its end in blocks as small as may be, each row as plain data. */
export async function tableOf(
  input: Input,
  format = "csv",
): Promise<{ readonly header: readonly string[]; readonly rows: readonly unknown[] }> {
  const { read, open } = formatNamed(format);
  const { header, blocks } = await read(input, 1);
  const rows: unknown[] = [];
  for await (const block of blocks) {
    const batch = open(block, { header, columns: [], bytes: [], loose: header.map(() => true) });
    for (let at = 0; at < batch.rows; at++) rows.push(plain(batch, at));
  }
  return { header, rows };
}

function plain(batch: RowBatch, at: number): unknown {
  const place = { row: batch.first + at, line: batch.lineAt(at) };
  const fault = batch.faultAt(at);
  if (fault !== undefined) return { ...place, fault: fault.code, raw: batch.textAt(at) };
  return batch.own?.format === "ndjson"
    ? { ...place, value: batch.recordAt(at) }
    : { ...place, cells: batch.cellsAt(at) };
}
