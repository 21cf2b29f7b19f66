import type { ItemState } from "../assessment/index.ts";
import { mustBeList, mustBeOneOf, mustHave } from "../issues/index.ts";
import { type CaseloadCase, dayNumber, type Service, services } from "./caseload-case.ts";
import { type PeriodLength, periodOf, periodsBetween } from "./caseload-periods.ts";
import { frozen, sum } from "./estimate.ts";
import { type ShareBounds, shareBounds } from "./share-bounds.ts";
import { type WaitingTimes, waitingTimes } from "./time-to-event.ts";

/** A count; `null` where it is hidden because a caseload is shared. */
export type Count = number | null;

/** What a caseload looks like. Every count is of cases unless it says otherwise. */
export interface Caseload {
  readonly asOf: string;
  /** Counts from 1 and below this are hidden, and what would give them away; `null` if nothing is. */
  readonly hiddenUnder: number | null;
  readonly cases: Count;
  /** Cases by the agency and the period of their first referral. */
  readonly referred: {
    readonly by: PeriodLength;
    readonly agencies: readonly string[];
    readonly periods: readonly string[];
    readonly counts: readonly (readonly Count[])[];
    readonly byAgency: readonly Count[];
    readonly byPeriod: readonly Count[];
    readonly total: Count;
    readonly withoutReferral: Count;
  };
  /** Referrals in all, by agency, in the order above; `null` in a shared caseload, as they give re-referrals away. */
  readonly referrals: readonly number[] | null;
  /** Cases with more than one referral, or whose person was referred before in another case. */
  readonly again: { readonly cases: Count; readonly first: Count };
  readonly offered: readonly { readonly service: Service; readonly cases: Count }[];
  /** Episodes by outcome. */
  readonly types: {
    readonly labels: readonly string[];
    readonly counts: readonly Count[];
    readonly unclassified: Count;
    readonly episodes: Count;
    readonly overridden: Count;
    /** Classifications that open answers can change, and those that do not say; `null` in a shared caseload. */
    readonly open: { readonly notSettled: number; readonly notSaid: number } | null;
    /** Least and most of each outcome once open answers arrive; `null` in a shared caseload. */
    readonly bounds: readonly ShareBounds[] | null;
  };
  readonly monitoring: {
    readonly withSigns: Count;
    readonly withoutSigns: Count;
    readonly notMonitored: Count;
    /** Cases in which each sign was seen. */
    readonly signs: readonly { readonly sign: string; readonly cases: Count }[];
  };
  /** Days from the first referral to the first assessment after it. In a shared caseload without the two ends. */
  readonly toAssessment: WaitingTimes | null;
  readonly completeness: {
    readonly forms: Count;
    readonly items: readonly { readonly item: string; readonly states: Readonly<Record<ItemState, Count>> }[];
    /** Of the items that apply, how many are answered, by the agency of the first referral. */
    readonly agencies: readonly { readonly agency: string; readonly answered: Count; readonly applicable: Count }[];
  };
}

/** What a caseload is counted by. */
export interface CaseloadOptions {
  /** The day to which it goes: those not assessed by then wait until then. */
  readonly asOf: string;
  /** The outcomes in their order; others that are found follow. */
  readonly labels: readonly string[];
  readonly by?: PeriodLength;
}

/** How an item of a form may stand in a case, in the order in which a caseload counts it. */
export const itemStateNames = ["answered", "not_sure", "prefer_not", "closed", "not_asked"] as const;

/**
 * A caseload in counts: who referred and when, what was offered, how episodes fall over the types with those that are
 * mixed or not classified, who came back, what monitoring saw, how long the first assessment took, and how complete the
 * forms are. Nothing is hidden: see `sharedCaseload`.
 *
 * @throws {AssessmentError} `empty_list` or `unknown_category` if an outcome has no possible outcomes of those listed;
 *   `unknown_option` for other periods
 * @example
 * const none = caseload([], { asOf: "2026-03-01", labels: ["rejected"] });
 * [none.cases, none.types.counts, none.toAssessment?.median]; // => [0, [0], null]
 */
export function caseload(cases: readonly CaseloadCase[], options: CaseloadOptions): Caseload {
  mustBeList(cases, "cases");
  mustHave(options, "labels", "options");
  const { asOf, labels, by = "quarter" } = options;
  mustBeOneOf(by, ["month", "quarter", "year"], "by");
  const outcomes = cases.flatMap((each) => each.outcomes);
  const order = [...new Set([...labels, ...outcomes.flatMap(({ label, possible }) => [label, ...possible])])];
  const unclassified = sum(cases.map((each) => each.unclassified));
  const returned = casesAgain(cases);
  const monitored = cases.filter(({ monitoring }) => monitoring.length > 0);
  const signsOf = ({ monitoring }: CaseloadCase) => new Set(monitoring.flatMap(({ signs }) => signs));
  const withSigns = monitored.filter((each) => signsOf(each).size > 0).length;
  const agencies = [...new Set(cases.flatMap(({ referrals }) => referrals.map(({ agency }) => agency)))].toSorted();
  return Object.freeze({
    asOf,
    hiddenUnder: null,
    cases: cases.length,
    referred: referredOf(cases, agencies, by),
    referrals: frozen(
      agencies.map((agency) => sum(cases.map((each) => each.referrals.filter((one) => one.agency === agency).length))),
    ),
    again: { cases: returned, first: cases.length - returned },
    offered: frozen(
      services.map((service) => ({
        service,
        cases: cases.filter(({ offered }) => offered.includes(service)).length,
      })),
    ),
    types: Object.freeze({
      labels: frozen(order),
      counts: frozen(order.map((label) => outcomes.filter((each) => each.label === label).length)),
      unclassified,
      episodes: outcomes.length + unclassified,
      overridden: sum(cases.map(({ overridden }) => overridden)),
      open: Object.freeze({
        notSettled: outcomes.filter(({ settled }) => settled === false).length,
        notSaid: outcomes.filter(({ settled }) => settled === undefined).length,
      }),
      bounds: shareBounds(
        outcomes.map(({ possible }) => possible),
        order,
      ),
    }),
    monitoring: Object.freeze({
      withSigns,
      withoutSigns: monitored.length - withSigns,
      notMonitored: cases.length - monitored.length,
      signs: frozen(
        [...new Set(monitored.flatMap((each) => [...signsOf(each)]))]
          .toSorted()
          .map((sign) => ({ sign, cases: monitored.filter((each) => signsOf(each).has(sign)).length })),
      ),
    }),
    toAssessment: waitingTimes(cases.flatMap((each) => waitOf(each, asOf))),
    completeness: completenessOf(cases, agencies),
  });
}

/** The first referral of a case by its day, and by its place where days are the same. */
function firstReferral({ referrals }: CaseloadCase): CaseloadCase["referrals"][number] | undefined {
  return referrals.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];
}

function referredOf(
  cases: readonly CaseloadCase[],
  agencies: readonly string[],
  by: PeriodLength,
): Caseload["referred"] {
  const firsts = cases.flatMap((each) => firstReferral(each) ?? []);
  const periods = periodsBetween(
    firsts.map(({ on }) => on),
    by,
  );
  const counts = agencies.map((agency) =>
    periods.map((period) => firsts.filter((one) => one.agency === agency && periodOf(one.on, by) === period).length),
  );
  return Object.freeze({
    by,
    agencies: frozen(agencies),
    periods: frozen(periods),
    counts: frozen(counts.map(frozen)),
    byAgency: frozen(counts.map(sum)),
    byPeriod: frozen(periods.map((_, at) => sum(counts.map((row) => row[at] ?? 0)))),
    total: firsts.length,
    withoutReferral: cases.length - firsts.length,
  });
}

function casesAgain(cases: readonly CaseloadCase[]): number {
  const firstOf = new Map<string, string>();
  for (const each of cases) {
    const on = firstReferral(each)?.on;
    const before = firstOf.get(each.person ?? "");
    if (each.person !== null && on !== undefined && (before === undefined || on < before)) firstOf.set(each.person, on);
  }
  return cases.filter((each) => {
    const on = firstReferral(each)?.on;
    const first = each.person === null ? undefined : firstOf.get(each.person);
    return each.referrals.length > 1 || (on !== undefined && first !== undefined && first < on);
  }).length;
}

function waitOf(each: CaseloadCase, asOf: string): readonly { readonly days: number; readonly happened: boolean }[] {
  const referred = firstReferral(each)?.on;
  if (referred === undefined || referred > asOf) return [];
  const assessed = each.assessedOn.filter((day) => day >= referred).toSorted()[0];
  const happened = assessed !== undefined && assessed <= asOf;
  return [{ days: dayNumber(happened ? assessed : asOf) - dayNumber(referred), happened }];
}

function completenessOf(cases: readonly CaseloadCase[], agencies: readonly string[]): Caseload["completeness"] {
  const forms = cases.flatMap((each) => each.forms);
  const items = [...new Set(forms.flatMap((form) => Object.keys(form)))];
  const stateCount = (item: string, state: ItemState) => forms.filter((form) => form[item] === state).length;
  return Object.freeze({
    forms: forms.length,
    items: frozen(
      items.map((item) => ({
        item,
        states: {
          answered: stateCount(item, "answered"),
          not_sure: stateCount(item, "not_sure"),
          prefer_not: stateCount(item, "prefer_not"),
          closed: stateCount(item, "closed"),
          not_asked: stateCount(item, "not_asked"),
        },
      })),
    ),
    agencies: frozen(
      agencies.map((agency) => {
        const own = cases.filter((each) => firstReferral(each)?.agency === agency).flatMap((each) => each.forms);
        const states = own.flatMap((form) => Object.values(form)).filter((state) => state !== "closed");
        return { agency, answered: states.filter((state) => state === "answered").length, applicable: states.length };
      }),
    ),
  });
}
