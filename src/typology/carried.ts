import { contentHash, deepFreeze, libraryVersion } from "../instrument/index.ts";
import type { Typology } from "./typology.ts";

/** What produced a result: enough to run it again. */
export interface Provenance {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** What every result of one typology carries. */
export interface Carried {
  readonly typology: Provenance;
  readonly instrument: Provenance;
  readonly library: string;
  readonly intendedUse: string;
  readonly limits: readonly string[];
  readonly humanReview: { readonly status: "pending" };
}

const known = new WeakMap<Typology, Carried>();

/** What every result of a typology carries, made once. */
export function carriedFrom(typology: Typology): Carried {
  const before = known.get(typology);
  if (before !== undefined) return before;
  const { id, version, instrument, intendedUse, limits } = typology;
  const { instrument: _, ...rules } = typology;
  const now: Carried = deepFreeze({
    typology: { id, version, hash: contentHash(rules) },
    instrument: { id: instrument.id, version: instrument.version, hash: contentHash(instrument) },
    library: libraryVersion,
    intendedUse,
    limits,
    humanReview: { status: "pending" },
  });
  known.set(typology, now);
  return now;
}
