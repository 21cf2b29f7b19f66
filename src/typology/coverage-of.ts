import { type Coverage, coverage } from "../assessment/index.ts";
import { firstAnswer } from "../rules/index.ts";
import type { Case } from "./case.ts";
import type { Prepared } from "./prepared.ts";
import type { Typology } from "./typology.ts";

const nothing: readonly string[] = Object.freeze([]);

/** The same as `coverage`, counted over a case's bytes where it has them. */
export function coverageOf({ answers, bytes }: Case, { instrument }: Typology, { gates }: Prepared): Coverage {
  if (bytes === undefined) return coverage(instrument, answers);
  const counts = [0, 0, 0, 0, 0];
  for (let place = 0; place < bytes.length; place++) count(counts, bytes[place] as number, 1);
  let closed = 0;
  let setAside: string[] | undefined;
  for (const { item, place, shown } of gates) {
    if (shown({ answers, bytes }) !== 0) continue;
    const byte = bytes[place] as number;
    count(counts, byte, -1);
    closed += 1;
    if (byte >= firstAnswer) setAside = [...(setAside ?? []), item];
  }
  const [notAsked = 0, notSure = 0, preferNot = 0, unknownCode = 0, answered = 0] = counts;
  return Object.freeze({
    items: bytes.length,
    answered,
    notSure: notSure + unknownCode,
    preferNot,
    notAsked,
    closed,
    setAside: setAside === undefined ? nothing : Object.freeze(setAside),
  });
}

function count(counts: number[], byte: number, by: number): void {
  const kind = Math.min(byte, firstAnswer);
  counts[kind] = (counts[kind] as number) + by;
}
