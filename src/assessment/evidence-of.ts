import type { EvidenceGrade, Grounds } from "../evidence/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { EvidenceOf } from "./scored.ts";

/** The weakest claim: what holds for a rule that says nothing of its evidence. */
const weakest: EvidenceGrade = { grade: "design_choice", directness: "unknown", role: "description" };

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

function entry(of: string, basis: Grounds, evidence: EvidenceGrade = weakest): EvidenceOf {
  const sources = basis.flatMap((ground) => (ground.kind === "source" ? [ground.source] : []));
  return { of, ...evidence, sources: [...new Set(sources)], designChoices: basis.length - sources.length };
}
