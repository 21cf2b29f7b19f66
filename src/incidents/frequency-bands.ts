import { AssessmentError, type Issue, mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { countedIn } from "./counted.ts";
import { byBehaviour } from "./first-appearance.ts";
import type { IncidentLog } from "./incident.ts";
import { gapInSeconds } from "./occasion-bounds.ts";
import { type OccasionChoice, occasionsAmong } from "./occasions.ts";

/** The counts that each code of a response set stands for, both ends included; `null` for no upper end. */
export type Bands = Readonly<Record<string, readonly [least: number, most: number | null]>>;

export interface BandChoice extends OccasionChoice {
  readonly bands: Bands;
  /**
   * Whether the log holds every act of the kinds it lists.
   *
   * - `true`: the caller states that it does. A behaviour without an entry then counts as 0.
   * - left out: counts are taken as entered, and a behaviour without an entry stays open.
   * - `false`: acts are known to be missing. A count is then a least count only, so that no upper end is ever claimed.
   */
  readonly complete?: boolean;
}

export interface Banded {
  /** The code of each behaviour whose count lies in one band, whatever the open dates and attributions are. */
  readonly answers: Readonly<Record<string, string>>;
  /** The behaviours that stay open, with the occasions entered. */
  readonly open: readonly { readonly behaviour: string; readonly entered: Interval }[];
}

/**
 * Answers to frequency questions from the log: for each behaviour the code of the band that holds the whole interval of
 * its occasions. `answers` can be handed to a form; what is in `open` is to be asked.
 *
 * A log never proves that something did not happen, so a behaviour without an entry stays open, never "none", unless
 * the caller states that the log is complete. A code is only as full as the log: for a log begun late, say
 * `complete: false`.
 *
 * @throws {AssessmentError} `out_of_range` if bands are not whole numbers from 0 in order, or overlap, or for the gap
 * @source design choice; the bands are those of the response set handed in
 * @example
 * const entries = ["2026-03-01", "2026-03-09", "2026-03-20"].map((date, at) => {
 *   return { id: String(at), date, behaviours: ["calls"], attribution: "confirmed" };
 * });
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls", "visits"], asOf: "2026-05-10" }));
 * const bands = { none: [0, 0], once: [1, 1], few: [2, 4], several: [5, 19], many: [20, null] } as const;
 * frequencyBands(log, { bands, gapHours: 12 });
 * // => { answers: { calls: "few" }, open: [{ behaviour: "visits", entered: [0, 0] }] }
 * frequencyBands(log, { bands, gapHours: 12, complete: true }).answers; // => { calls: "few", visits: "none" }
 */
export function frequencyBands(log: IncidentLog, choice: BandChoice): Banded {
  mustHave(log, "entries", "log");
  mustHave(choice, "gapHours", "choice");
  const gap = gapInSeconds(choice.gapHours);
  const bands = bandsInOrder(choice.bands);
  const wanted = new Set(choice.behaviours ?? log.behaviours);
  const found = [...byBehaviour(log, countedIn(log, choice))]
    .filter(([behaviour]) => wanted.has(behaviour))
    .map(([behaviour, entries]) => {
      const entered = occasionsAmong(entries, gap);
      return { behaviour, entered, code: codeFor(entered, bands, choice.complete) };
    });
  return {
    answers: Object.fromEntries(
      found.flatMap(({ behaviour, code }) => (code === undefined ? [] : [[behaviour, code]])),
    ),
    open: found.flatMap(({ behaviour, entered, code }) => (code === undefined ? [{ behaviour, entered }] : [])),
  };
}

/** One band: from `least` to `most` occasions, both included. */
export interface NamedBand {
  readonly code: string;
  readonly least: number;
  readonly most: number;
}

/** The code of the band that holds the whole interval. */
export function codeFor(
  [low, entered]: Interval,
  bands: readonly NamedBand[],
  complete: boolean | undefined,
): string | undefined {
  if (low === 0 && complete !== true) return undefined;
  const high = complete === false ? Number.POSITIVE_INFINITY : entered;
  return bands.find(({ least, most }) => least <= low && high <= most)?.code;
}

/** Bands from the least, checked. */
export function bandsInOrder(given: Bands): readonly NamedBand[] {
  const bands = Object.entries(given)
    .map(([code, [least, most]]): NamedBand => ({ code, least, most: most ?? Number.POSITIVE_INFINITY }))
    .toSorted((one, other) => one.least - other.least);
  const [first, ...rest] = bands.flatMap(({ code, least, most }, at): Issue[] => {
    const whole = Number.isInteger(least) && (Number.isInteger(most) || most === Number.POSITIVE_INFINITY);
    const apart = at === 0 || least > (bands[at - 1]?.most ?? 0);
    if (whole && least >= 0 && least <= most && apart) return [];
    return [{ code: "out_of_range", path: ["bands", code], expected: ["whole numbers from 0, without overlap"] }];
  });
  if (first !== undefined) throw new AssessmentError([first, ...rest]);
  return bands;
}
