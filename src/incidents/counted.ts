import { mustBeOneOf, nearestIn, throwIfAny } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type Attribution, attributions, type IncidentLog, type YesNoNotSure } from "./incident.ts";

/**
 * Which entries count, by how sure it is that this person did it. An entry whose attribution is in neither list is left
 * out.
 */
export interface AttributionChoice {
  /** These count in both ends of a result. A disputed entry never does. */
  readonly certain: readonly Exclude<Attribution, "disputed">[];
  /** These may or may not have been this person, so they count in one end only. */
  readonly open: readonly Attribution[];
}

/** Confirmed and probable entries count; possible and disputed ones are open (design choice). */
export const usualAttribution: AttributionChoice = {
  certain: ["confirmed", "probable"],
  open: ["possible", "disputed"],
};

/**
 * Which entries of a log a function reads. A behaviour that the log does not know throws `unknown_item`, another word for
 * an attribution `unknown_option`.
 */
export interface EntryChoice {
  /** Without it, {@link usualAttribution}. */
  readonly attribution?: AttributionChoice;
  /** Only entries that name one of these, which the log must know. Without it, all. */
  readonly behaviours?: readonly string[];
}

/** An entry as the counts see it: when it can have been, and whether it counts for sure. */
export interface Counted {
  readonly when: Interval;
  readonly certain: boolean;
  /** Those of the choice. */
  readonly behaviours: readonly string[];
  /** Left out where the entry does not say. */
  readonly breachOfOrder?: YesNoNotSure;
}

/**
 * The entries of the choice. A word that the log does not know is refused: it would choose nothing, and a count of nothing
 * reads as if nothing had happened.
 *
 * @throws {AssessmentError} `unknown_item` for a behaviour, `unknown_option` for an attribution
 */
export function countedIn(log: IncidentLog, { attribution = usualAttribution, behaviours }: EntryChoice): Counted[] {
  checkBehaviours(log, behaviours);
  for (const list of ["certain", "open"] as const)
    for (const degree of attribution[list]) mustBeOneOf(degree, attributions, `attribution.${list}`);
  // A caller without types could name "disputed" as certain; it is open all the same.
  const listed: readonly Attribution[] = [...attribution.certain, ...attribution.open];
  const certain = new Set<Attribution>(attribution.certain.filter((degree) => (degree as Attribution) !== "disputed"));
  const wanted = behaviours === undefined ? undefined : new Set(behaviours);
  return log.entries
    .filter((entry) => listed.includes(entry.attribution))
    .map((entry) => ({
      when: entry.when,
      certain: certain.has(entry.attribution),
      ...(entry.breachOfOrder === undefined ? {} : { breachOfOrder: entry.breachOfOrder }),
      behaviours: wanted === undefined ? entry.behaviours : entry.behaviours.filter((id) => wanted.has(id)),
    }))
    .filter((entry) => entry.behaviours.length > 0);
}

function checkBehaviours({ behaviours: known }: IncidentLog, wanted: readonly string[] = []): void {
  const issues = wanted.flatMap((behaviour, at) => {
    if (known.includes(behaviour)) return [];
    return [{ code: "unknown_item", path: ["behaviours", at], ...nearestIn(behaviour, known) } as const];
  });
  throwIfAny(issues);
}

/** The entries that are sure to lie in a span: the least that it holds. */
export function surelyIn(entries: readonly Counted[], [low, high]: Interval): Counted[] {
  return entries.filter(({ certain, when }) => certain && when[0] >= low && when[1] <= high);
}

/** The entries that can lie in a span, cut to it: the most that it holds. */
export function possiblyIn(entries: readonly Counted[], [low, high]: Interval): Counted[] {
  return entries
    .filter(({ when }) => when[0] <= high && when[1] >= low)
    .map((entry) => ({ ...entry, when: [Math.max(entry.when[0], low), Math.min(entry.when[1], high)] }));
}
