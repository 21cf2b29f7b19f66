import { createHash } from "node:crypto";
import type { Input, Row } from "../../src/tables/index.ts";
import { readDelimited } from "../../src/tables/index.ts";

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

/** A table read to its end, each row as plain data. */
export async function tableOf(
  input: Input,
  delimiter: "," | "\t" = ",",
): Promise<{ readonly header: readonly string[]; readonly rows: readonly unknown[] }> {
  const { header, batches } = await readDelimited(input, delimiter);
  const rows: unknown[] = [];
  for await (const batch of batches) rows.push(...batch.map(plain));
  return { header, rows };
}

function plain(row: Row): unknown {
  const { row: number, line } = row;
  return "fault" in row
    ? { row: number, line, fault: row.fault, raw: row.raw() }
    : { row: number, line, cells: row.cells };
}
