import type { Issue } from "../issues/index.ts";
import type { ScoredBlock, ScorePlan } from "../tables/index.ts";
import type { RowScoring } from "./row-scoring.ts";

/** What a worker is started with. */
export interface WorkerTask {
  readonly scoring: RowScoring;
  readonly plan: ScorePlan;
}

/** What a worker answers to a block. */
export type WorkerAnswer = { readonly scored: ScoredBlock } | { readonly issues: readonly Issue[] };

/** The memory of a block's or a piece's bytes, which is handed over and not copied. */
export function memoryOf(data: unknown): ArrayBuffer[] {
  const bytes = data instanceof Uint8Array ? data : bytesIn(data);
  return bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}

function bytesIn(block: unknown): Uint8Array | undefined {
  return typeof block === "object" && block !== null && "bytes" in block && block.bytes instanceof Uint8Array
    ? block.bytes
    : undefined;
}
