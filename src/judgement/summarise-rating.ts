import { deepFreeze, libraryVersion } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import type { RatedFactor, Rating } from "./rating.ts";
import type { Applicability, RatingForm } from "./rating-form.ts";

/** How complete a domain is. Shares are given with their denominator, since domains have unlike numbers of factors. */
export interface DomainCompleteness {
  readonly domain: string;
  readonly applying: number;
  /** Rated in at least one window, with something other than `omit`. */
  readonly rated: number;
  readonly share: number | null;
  /** Too little is rated for more than a provisional record. */
  readonly provisional: boolean;
}

/** What a rating holds: lists of codes, never a total. */
export interface RatingSummary {
  readonly form: { readonly id: string; readonly version: string };
  readonly library: string;
  readonly asOf: string;
  readonly completeness: readonly DomainCompleteness[];
  /** Codes by finding, past and recent apart. */
  readonly findings: Readonly<Record<"past" | "recent", Readonly<Record<string, readonly string[]>>>>;
  /** Critical factors found in any window. */
  readonly critical: readonly string[];
  /** Critical factors that were omitted or not rated: they are not absent. */
  readonly criticalOpen: readonly string[];
  readonly omitted: readonly { readonly code: string; readonly reason: string }[];
  /** Codes by the relevance that the rater gave them, whatever was found. Those without one are in no list. */
  readonly relevance: Readonly<Record<"yes" | "possibly" | "no", readonly string[]>>;
  /** Rated, though the circumstance that opens them was not recorded: they are in no other list. Which of the two is wrong? */
  readonly ratedUnopened: readonly string[];
  /** Factors in the order in which they matter most for the types given. */
  readonly order: readonly string[];
  readonly limits: readonly string[];
  readonly humanReview: { readonly status: "pending" };
}

/** Below this share of a domain's factors a record is provisional (design choice). */
const enoughRated = 0.7;

/**
 * What a rating holds: completeness by domain, findings as lists of codes, critical factors found and open, omissions
 * with their reasons. There is no total and no level: those are the rater's.
 *
 * @param types The types that the case may be of. A mixed case takes the highest applicability of its types; without
 *   types every factor counts as relevant.
 * @example
 * const rating = { form: { id: "rf-generic", version: "0.1.0" }, asOf: "2026-03-01", factors: { X1: { recent: "present" } } };
 * summariseRating(genericRating, rating).findings.recent; // => { present: ["X1"] }
 */
export function summariseRating(form: RatingForm, rating: Rating, types: readonly string[] = []): RatingSummary {
  mustHave(form, "factors", "form");
  mustHave(rating, "factors", "rating");
  const codes = [...new Set([...Object.keys(form.factors), ...Object.keys(rating.factors)])].filter((code) =>
    applies(code, form, rating),
  );
  const of = (code: string): RatedFactor => rating.factors[code] ?? {};
  const domainsOf = (code: string) =>
    form.factors[code]?.domains ?? (form.userCodes === undefined ? [] : [form.userCodes.domain]);
  const domains = [...new Set(codes.flatMap(domainsOf))];
  const critical = codes.filter((code) => form.factors[code]?.critical === true);
  return deepFreeze({
    form: { id: form.id, version: form.version },
    library: libraryVersion,
    asOf: rating.asOf,
    completeness: domains.map((domain) => {
      const applying = codes.filter((code) => domainsOf(code).includes(domain));
      const rated = applying.filter((code) => isRated(of(code)));
      const share = applying.length === 0 ? null : rated.length / applying.length;
      return {
        domain,
        applying: applying.length,
        rated: rated.length,
        share,
        provisional: share === null || share < enoughRated,
      };
    }),
    findings: { past: byFinding("past", codes, of), recent: byFinding("recent", codes, of) },
    critical: critical.filter((code) => isFound(of(code), form)),
    criticalOpen: critical.filter((code) => !isFound(of(code), form) && isOpen(of(code))),
    omitted: codes.flatMap((code) => {
      const { past, recent, omitReason } = of(code);
      return past === "omit" || recent === "omit" ? [{ code, reason: omitReason ?? "" }] : [];
    }),
    relevance: {
      yes: codes.filter((code) => of(code).relevance === "yes"),
      possibly: codes.filter((code) => of(code).relevance === "possibly"),
      no: codes.filter((code) => of(code).relevance === "no"),
    },
    ratedUnopened: Object.keys(rating.factors).filter((code) => !applies(code, form, rating)),
    order: [...codes].sort((a, b) => weightOf(a, form, types) - weightOf(b, form, types)),
    limits: ["A total of factors does not count as a level, and none is given.", ...form.notes],
    humanReview: { status: "pending" },
  });
}

/** Whether the circumstance that a factor needs, if any, was recorded. */
export function applies(code: string, { factors }: RatingForm, { circumstances = [] }: Rating): boolean {
  const onlyIf = factors[code]?.onlyIf;
  return onlyIf === undefined || circumstances.includes(onlyIf);
}

const isKnown = (finding: string | undefined): boolean => finding !== undefined && finding !== "omit";
const isRated = ({ past, recent }: RatedFactor): boolean => isKnown(past) || isKnown(recent);
/** A window that was omitted or not rated leaves a factor open, unless the other shows it. */
const isOpen = ({ past, recent }: RatedFactor): boolean => !isKnown(past) || !isKnown(recent);

function isFound({ past, recent }: RatedFactor, { found }: RatingForm): boolean {
  return [past, recent].some((finding) => finding !== undefined && found.includes(finding));
}

function byFinding(
  window: "past" | "recent",
  codes: readonly string[],
  of: (code: string) => RatedFactor,
): Readonly<Record<string, readonly string[]>> {
  const lists = new Map<string, string[]>();
  for (const code of codes) {
    const finding = of(code)[window];
    if (finding !== undefined) lists.set(finding, [...(lists.get(finding) ?? []), code]);
  }
  return Object.fromEntries([...lists].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const places: Readonly<Record<Applicability, number>> = { primary: 0, unknown: 1, relevant: 1, limited: 2 };

/** What is not known of a factor's bearing on a type counts as relevant, never as limited. */
function weightOf(code: string, { factors }: RatingForm, types: readonly string[]): number {
  const applicability = factors[code]?.applicability ?? {};
  if (types.length === 0) return places.relevant;
  return Math.min(...types.map((type) => places[applicability[type] ?? "unknown"]));
}
