import { deepFreeze, isCalendarDay, plainCopy } from "../instrument/index.ts";
import { AssessmentError, type Issue, mustHave, type Parsed, parsed, shapeOf, wrongArgument } from "../issues/index.ts";
import { isReason } from "./rating.ts";
import type { RatingForm } from "./rating-form.ts";

/** The rater's own view of one domain. */
export interface DomainJudgement {
  /** One of the form's responses, chosen by the rater. */
  readonly response: string;
  readonly reason: string;
}

/** A rater's own view, recorded before anything computed is shown. */
export interface RecordedJudgement {
  readonly stage: "recorded";
  readonly form: { readonly id: string; readonly version: string };
  readonly asOf: string;
  /** A pseudonym. */
  readonly rater: string;
  readonly domains: Readonly<Record<string, DomainJudgement>>;
  readonly immediateAction: "yes" | "no" | "not_judged";
  readonly scenarios: string | null;
}

/** What was listed or computed, for the rater to hold against the own view. */
export interface ComputedView {
  readonly critical: readonly string[];
  readonly criticalOpen: readonly string[];
  /** Whether an imminent form calls for action today or now, if one was filled in. */
  readonly urgentSigns?: boolean;
}

/** Where a rater's view and what is listed do not sit together. It is shown, and nothing is changed. */
export interface Discrepancy {
  readonly domain: string;
  readonly code: "critical_but_lowest_response" | "urgent_but_lowest_response" | "critical_open_but_lowest_response";
  readonly factors: readonly string[];
  readonly says: string;
}

/** Both views, side by side, and every change made after they were seen. */
export interface RevealedJudgement {
  readonly stage: "revealed";
  readonly judgement: RecordedJudgement;
  readonly computed: ComputedView;
  readonly discrepancies: readonly Discrepancy[];
  readonly changes: readonly JudgementChange[];
}

/** A change of view after both were seen. */
export interface JudgementChange {
  readonly domain: string;
  readonly from: string;
  readonly to: string;
  readonly direction: "up" | "down";
  readonly reason: string | null;
  readonly rater: string;
  /** Another person than the rater: needed for a change downwards. */
  readonly secondPerson: string | null;
  readonly asOf: string;
}

/**
 * A rater's own view, which must be there before {@link revealComputed}: a response and a reason for each domain of the
 * form. The library fills in none of it, and keeps a copy.
 *
 * @returns issues `unknown_option`, `needs_reason`, `unknown_reference`; `malformed` for a domain that was left out, for a
 *   day that is not valid and for a rater without a name; those of a plain copy
 * @example
 * const domains = { violence: { response: "extra_attention", reason: "Threats this month." } };
 * recordJudgement(genericRating, { asOf: "2026-03-01", rater: "r-1", domains }).ok; // => false
 */
export function recordJudgement(
  form: RatingForm,
  entered: Pick<RecordedJudgement, "asOf" | "rater" | "domains"> &
    Partial<Pick<RecordedJudgement, "immediateAction" | "scenarios">>,
): Parsed<RecordedJudgement> {
  mustHave(form, "judgedDomains", "form");
  if (typeof entered !== "object" || entered === null)
    throw wrongArgument("entered", "an object with domains", entered);
  const { asOf, rater, domains, immediateAction = "not_judged", scenarios = null } = entered;
  const copy = plainCopy({ domains, immediateAction, scenarios });
  if (!copy.ok) return copy;
  // The copy has the shape of what was given, which is checked below.
  const view = copy.value as Pick<RecordedJudgement, "domains" | "immediateAction" | "scenarios">;
  const given: Readonly<Record<string, DomainJudgement | null>> = view.domains ?? {};
  const issues: Issue[] = [
    ...signatureFaults(asOf, rater),
    ...(actions.includes(view.immediateAction)
      ? []
      : [{ code: "unknown_option", path: ["immediateAction"], expected: actions } as const]),
    ...(view.scenarios === null || typeof view.scenarios === "string"
      ? []
      : [{ code: "malformed", path: ["scenarios"], expected: ["words, or null"] } as const]),
    ...form.judgedDomains.flatMap((domain): readonly Issue[] => {
      const own = Object.hasOwn(given, domain) ? given[domain] : undefined;
      if (own === undefined || own === null)
        return [{ code: "malformed", path: ["domains", domain], expected: form.responses }];
      return [
        ...(form.responses.includes(own.response)
          ? []
          : [{ code: "unknown_option", path: ["domains", domain, "response"], expected: form.responses } as const]),
        ...(isReason(own.reason) ? [] : [{ code: "needs_reason", path: ["domains", domain, "reason"] } as const]),
      ];
    }),
    ...Object.keys(given).flatMap((domain): readonly Issue[] =>
      form.judgedDomains.includes(domain)
        ? []
        : [{ code: "unknown_reference", path: ["domains", domain], expected: form.judgedDomains }],
    ),
  ];
  const { id, version } = form;
  return parsed(() => deepFreeze({ stage: "recorded", form: { id, version }, asOf, rater, ...view }), issues);
}

const actions: readonly string[] = ["yes", "no", "not_judged"];

/** Who says something, and on which day. */
function signatureFaults(asOf: unknown, rater: unknown): readonly Issue[] {
  return [
    ...(typeof asOf === "string" && isCalendarDay(asOf)
      ? []
      : [{ code: "malformed", path: ["asOf"], expected: ["YYYY-MM-DD"], shape: shapeOf(asOf) } as const]),
    ...(isNamed(rater)
      ? []
      : [{ code: "malformed", path: ["rater"], expected: ["a pseudonym"], shape: shapeOf(rater) } as const]),
  ];
}

const isNamed = (text: unknown): text is string => typeof text === "string" && text.trim() !== "";

/**
 * Shows what was computed beside a view that was recorded before, and where the two do not sit together. Both are kept.
 *
 * @throws {AssessmentError} `malformed` if there is no recorded judgement: the order cannot be turned round
 * @example
 * const own = { response: "extra_attention", reason: "Threats this month." };
 * const domains = Object.fromEntries(guideRating.judgedDomains.map((domain) => [domain, own]));
 * const recorded = valueOrThrow(recordJudgement(guideRating, { asOf: "2026-03-01", rater: "r-1", domains }));
 * const { changes } = revealComputed(guideRating, recorded, { critical: [], criticalOpen: ["suicidal_thinking"] });
 * changes; // => []
 */
export function revealComputed(
  form: RatingForm,
  judgement: RecordedJudgement,
  computed: ComputedView,
): RevealedJudgement {
  // It may have been kept as JSON in between, so it is held to the same rules as when it was recorded.
  if (judgement?.stage !== "recorded" || !isOf(form, judgement) || !recordJudgement(form, judgement).ok) {
    throw new AssessmentError([
      { code: "malformed", path: ["judgement"], expected: ["a recorded judgement of this form"] },
    ]);
  }
  return deepFreeze({
    stage: "revealed",
    judgement,
    computed,
    discrepancies: discrepanciesIn(form, judgement, computed),
    changes: [],
  });
}

/**
 * A change of view in one domain after both views were seen. Upwards it is free. Downwards it needs a reason in words
 * and a second person, who is not the rater. Nothing that was recorded is altered: the change is added.
 *
 * @returns issues `version_mismatch` for another form, `unknown_reference`, `unknown_option`, `out_of_range` for a change to
 *   the same response, `needs_reason`, `needs_second_person`; `malformed` for a day that is not valid and a rater without a
 *   name, `time_goes_back` for a day before that of the judgement or the change before
 * @example
 * const own = { response: "extra_attention", reason: "Threats this month." };
 * const domains = Object.fromEntries(guideRating.judgedDomains.map((domain) => [domain, own]));
 * const recorded = valueOrThrow(recordJudgement(guideRating, { asOf: "2026-03-01", rater: "r-1", domains }));
 * const revealed = revealComputed(guideRating, recorded, { critical: [], criticalOpen: [] });
 * const down = { domain: "violence", to: "routine_response", rater: "r-1", asOf: "2026-03-02" };
 * const changed = changeJudgement(guideRating, revealed, down);
 * changed.ok ? [] : changed.issues.map(({ code }) => code); // => ["needs_reason", "needs_second_person"]
 */
export function changeJudgement(
  form: RatingForm,
  revealed: RevealedJudgement,
  change: Pick<JudgementChange, "domain" | "to" | "rater" | "asOf"> &
    Partial<Pick<JudgementChange, "reason" | "secondPerson">>,
): Parsed<RevealedJudgement> {
  mustHave(form, "responses", "form");
  if (typeof change !== "object" || change === null) throw wrongArgument("change", "an object with domain", change);
  const { domain, to, rater, asOf, reason = null, secondPerson = null } = change;
  const from = standingResponse(revealed, domain);
  const place = (response: string | undefined) => form.responses.indexOf(response ?? "");
  const down = place(to) < place(from);
  const { judgement, changes } = revealed;
  const before = changes.at(-1)?.asOf ?? judgement.asOf;
  const signature = signatureFaults(asOf, rater);
  const issues: Issue[] = [
    ...(isOf(form, judgement)
      ? []
      : [
          {
            code: "version_mismatch",
            path: ["form"],
            expected: [`${judgement.form.id} ${judgement.form.version}`],
          } as const,
        ]),
    ...signature,
    ...(signature.length === 0 && asOf < before ? [{ code: "time_goes_back", path: ["asOf"] } as const] : []),
    ...(from === undefined
      ? [{ code: "unknown_reference", path: ["domain"], expected: form.judgedDomains } as const]
      : []),
    ...(place(to) < 0 ? [{ code: "unknown_option", path: ["to"], expected: form.responses } as const] : []),
    ...(from === to ? [{ code: "out_of_range", path: ["to"], expected: ["another response"] } as const] : []),
    ...(down && !isReason(reason) ? [{ code: "needs_reason", path: ["reason"] } as const] : []),
    ...(down && (!isNamed(secondPerson) || isSameName(secondPerson, rater))
      ? [{ code: "needs_second_person", path: ["secondPerson"] } as const]
      : []),
  ];
  return parsed(() => {
    const direction = down ? ("down" as const) : ("up" as const);
    const added: JudgementChange = { domain, from: from ?? "", to, direction, reason, rater, secondPerson, asOf };
    return deepFreeze({ ...revealed, changes: [...revealed.changes, added] });
  }, issues);
}

const isSameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function isOf({ id, version }: RatingForm, { form }: RecordedJudgement): boolean {
  return form?.id === id && form?.version === version;
}

/**
 * The rater's response in a domain as it stands now: as recorded, or as changed last; `undefined` if it was not judged.
 *
 * @example
 * const own = { response: "extra_attention", reason: "Threats this month." };
 * const domains = Object.fromEntries(guideRating.judgedDomains.map((domain) => [domain, own]));
 * const recorded = valueOrThrow(recordJudgement(guideRating, { asOf: "2026-03-01", rater: "r-1", domains }));
 * standingResponse(revealComputed(guideRating, recorded, { critical: [], criticalOpen: [] }), "violence");
 * // => "extra_attention"
 */
export function standingResponse(revealed: RevealedJudgement, domain: string): string | undefined {
  mustHave(revealed, "changes", "revealed");
  const { judgement, changes } = revealed;
  const last = changes.findLast((change) => change.domain === domain);
  if (last !== undefined) return last.to;
  return Object.hasOwn(judgement.domains, domain) ? judgement.domains[domain]?.response : undefined;
}

function discrepanciesIn(
  { responses }: RatingForm,
  { domains }: RecordedJudgement,
  { critical, criticalOpen, urgentSigns }: ComputedView,
): readonly Discrepancy[] {
  const domain = "violence";
  if (domains[domain]?.response !== responses[0]) return [];
  const needed = "A written reason and a second reader are needed.";
  return [
    ...(critical.length > 0
      ? [
          {
            domain,
            code: "critical_but_lowest_response",
            factors: critical,
            says: `Critical factors were found, but the lowest response was chosen. ${needed}`,
          } as const,
        ]
      : []),
    ...(criticalOpen.length > 0
      ? [
          {
            domain,
            code: "critical_open_but_lowest_response",
            factors: criticalOpen,
            says: `Critical factors are open, but the lowest response was chosen. ${needed}`,
          } as const,
        ]
      : []),
    ...(urgentSigns === true
      ? [
          {
            domain,
            code: "urgent_but_lowest_response",
            factors: [],
            says: `The current signs form calls for action, but the lowest response was chosen. ${needed}`,
          } as const,
        ]
      : []),
  ];
}
