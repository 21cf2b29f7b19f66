import type { ItemState } from "../assessment/index.ts";
import { mustHave } from "../issues/index.ts";
import { type Caseload, type Count, itemStateNames } from "./caseload.ts";
import { frozen } from "./estimate.ts";
import { type SuppressionOptions, suppressRow, suppressTable } from "./suppression.ts";
import type { WaitingTimes } from "./time-to-event.ts";

/**
 * A caseload that may be shared: small counts are hidden, and with them what would give them away. Every count is one part
 * of a whole that is hidden together: a service offered to some is not offered to the rest. Totals of referrals, bounds,
 * and the shortest and longest wait are left out, since they belong to single cases or give such away.
 *
 * @throws {AssessmentError} `out_of_range` unless `under` is a whole number from 1
 * @example
 * const one = { id: "1", person: null, referrals: [], offered: [], assessedOn: [], outcomes: [], unclassified: 1,
 *   overridden: 0, monitoring: [], forms: [] };
 * const shared = sharedCaseload(caseload([one], { asOf: "2026-03-01", labels: ["rejected"] }));
 * [shared.cases, shared.types.unclassified]; // => [null, null]
 */
export function sharedCaseload(whole: Caseload, options: SuppressionOptions = {}): Caseload {
  mustHave(whole, "cases", "caseload");
  const { under = 5 } = options;
  const all = whole.cases ?? 0;
  const isSmall = (count: Count) => count !== null && count > 0 && count < under;
  const parts = (counts: readonly Count[]) =>
    suppressRow(
      counts.map((count) => count ?? 0),
      options,
    ).counts;
  /** A part of all cases, hidden if it or the rest is small. */
  const partOfAll = (count: Count, of: number) =>
    isSmall(of) ? null : (parts([count ?? 0, of - (count ?? 0)])[0] ?? null);
  const [again = null, first = null] = parts([whole.again.cases, whole.again.first]);
  const types = parts([...whole.types.counts, whole.types.unclassified]);
  const episodes = isSmall(whole.types.episodes) ? null : whole.types.episodes;
  const [withSigns = null, withoutSigns = null, notMonitored = null] = parts([
    whole.monitoring.withSigns,
    whole.monitoring.withoutSigns,
    whole.monitoring.notMonitored,
  ]);
  const monitoringIsWhole = [withSigns, withoutSigns, notMonitored].every((count) => count !== null);
  const referred = sharedReferrals(whole.referred, options);
  const unclassified = types.at(-1) ?? null;
  return Object.freeze({
    ...whole,
    hiddenUnder: under,
    cases: isSmall(all) ? null : all,
    referred,
    referrals: null,
    again: { cases: again, first },
    // Monitoring is counted twice, so where its parts are hidden their sum would give them away.
    offered: frozen(
      whole.offered.map(({ service, cases }) => ({
        service,
        cases: service === "monitoring" && !monitoringIsWhole ? null : partOfAll(cases, all),
      })),
    ),
    types: Object.freeze({
      ...whole.types,
      counts: frozen(types.slice(0, -1)),
      unclassified,
      episodes,
      overridden: partOfAll(whole.types.overridden, whole.types.episodes ?? 0),
      open: null,
      bounds: null,
    }),
    monitoring: Object.freeze({
      withSigns,
      withoutSigns,
      notMonitored,
      signs: frozen(
        whole.monitoring.signs.map(({ sign, cases }) => ({
          sign,
          cases: monitoringIsWhole ? partOfAll(cases, all) : null,
        })),
      ),
    }),
    toAssessment: referred.total === null ? null : sharedWait(whole.toAssessment, under),
    // Forms and episodes without a classification are the two parts of all episodes.
    completeness:
      unclassified === null
        ? { forms: null, items: [], agencies: [] }
        : sharedCompleteness(whole.completeness, referred.byAgency, under, parts),
  });
}

/** The table with those who have no referral as a row of its own, since they are the rest of all cases. */
function sharedReferrals(referred: Caseload["referred"], options: SuppressionOptions): Caseload["referred"] {
  const counts = referred.counts.map((row) => row.map((count) => count ?? 0));
  const without = referred.withoutReferral ?? 0;
  if (counts.length === 0 || referred.periods.length === 0) {
    const [hidden = null] = suppressRow([without], options).counts;
    return Object.freeze({ ...referred, withoutReferral: hidden });
  }
  // In the last column nobody else is, so the row of those without stands apart.
  const table = [
    ...counts.map((row) => [...row, 0]),
    ...(without === 0 ? [] : [[...referred.periods.map(() => 0), without]]),
  ];
  const shared = suppressTable(table, options);
  const width = referred.periods.length;
  // Those without a referral are a cell and two totals: what is hidden in one place is hidden in all.
  const places = [shared.rowTotals.at(-1), shared.columnTotals.at(-1), shared.cells.at(-1)?.at(-1), shared.total];
  const pair = suppressRow([referred.total ?? 0, without], options).counts;
  const rest = without > 0 && [...places, ...pair].includes(null) ? null : without;
  return Object.freeze({
    ...referred,
    counts: frozen(shared.cells.slice(0, counts.length).map((row) => frozen(row.slice(0, width)))),
    byAgency: frozen(shared.rowTotals.slice(0, counts.length)),
    byPeriod: frozen(shared.columnTotals.slice(0, width)),
    total: rest === null || shared.total === null ? null : referred.total,
    withoutReferral: rest,
  });
}

/** Counts that are small hide the middle as well; the shortest and the longest wait are those of single cases. */
function sharedWait(wait: WaitingTimes | null, under: number): WaitingTimes | null {
  if (wait === null || wait.happened < under || (wait.waiting > 0 && wait.waiting < under)) return null;
  return Object.freeze({ ...wait, ofHappened: null });
}

function sharedCompleteness(
  completeness: Caseload["completeness"],
  byAgency: readonly Count[],
  under: number,
  parts: (counts: readonly Count[]) => readonly Count[],
): Caseload["completeness"] {
  const forms = completeness.forms ?? 0;
  const few = forms > 0 && forms < under;
  return Object.freeze({
    forms: few ? null : forms,
    items: frozen(
      completeness.items.map(({ item, states }) => {
        const shown = parts(itemStateNames.map((state) => states[state]));
        const shared = Object.fromEntries(itemStateNames.map((state, at) => [state, few ? null : (shown[at] ?? null)]));
        return { item, states: shared as Readonly<Record<ItemState, Count>> };
      }),
    ),
    agencies: frozen(
      completeness.agencies.map((each, at) =>
        (byAgency[at] ?? 0) < under ? { agency: each.agency, answered: null, applicable: null } : each,
      ),
    ),
  });
}
