import { type EvidenceGrade, type Grounds, weakestGrade } from "../evidence/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { EvidenceOf } from "./scored.ts";

const found = new WeakMap<Instrument, readonly EvidenceOf[]>();

/** What each named rule and level of an instrument rests on. */
export function evidenceOf(instrument: Instrument): readonly EvidenceOf[] {
  const before = found.get(instrument);
  if (before !== undefined) return before;
  const now = [
    ...Object.entries(instrument.indicators).map(([name, { basis, evidence }]) => entry(name, basis, evidence)),
    ...Object.entries(instrument.levels ?? {}).map(([name, { basis }]) => entry(name, basis)),
  ];
  found.set(instrument, now);
  return now;
}

function entry(of: string, basis: Grounds, evidence: EvidenceGrade = weakestGrade): EvidenceOf {
  const sources = basis.flatMap((ground) => (ground.kind === "source" ? [ground.source] : []));
  return { of, ...evidence, sources: [...new Set(sources)], designChoices: basis.length - sources.length };
}
