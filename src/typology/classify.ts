import type { Coverage } from "../assessment/index.ts";
import { type Budget, type CaseClasses, caseInquiry } from "../inquiry/index.ts";
import { isCalendarDay } from "../instrument/index.ts";
import { mustBePlain, mustHave, wrongArgument } from "../issues/index.ts";
import { type Answer, type Answers, itemsOf } from "../rules/index.ts";
import { carriedFrom, type Provenance } from "./carried.ts";
import type { Case } from "./case.ts";
import { contradictionsIn } from "./contradictions-in.ts";
import { coverageOf } from "./coverage-of.ts";
import { guidanceFor } from "./guidance-for.ts";
import { type Outcome, type OutcomeKey, type PossibleOutcome, possibleOutcome } from "./outcome.ts";
import { outcomeFor, type Shown, sameOutcome, shownIn, truthAt } from "./outcome-now.ts";
import { type FoundContradiction, type Prepared, prepare } from "./prepared.ts";
import type { TypeStanding } from "./type-standing.ts";
import type { Typology } from "./typology.ts";

/** One answer that a result rests on. */
export interface Reason {
  readonly item: string;
  readonly answer: Answer;
}

/** A classification: plain, frozen and the same bytes for the same input. It advises and never decides. */
export interface Classification<TypeId extends string = string> {
  readonly outcome: Outcome<TypeId>;
  /** Whether the outcome stays what it is, whatever the open answers turn out to be. */
  readonly settled: boolean;
  /** Every outcome that the open answers still allow. */
  readonly possible: readonly PossibleOutcome<TypeId>[];
  /** False if the search's budget ran out: `possible` may then hold too many outcomes, never too few. */
  readonly proven: boolean;
  /** Whether the case is one that the typology is for. */
  readonly scope: "inside" | "outside" | "open";
  readonly standings: Readonly<Record<TypeId, TypeStanding>>;
  /** A part of the answers that alone gives this outcome and these possible outcomes; none of it can be left out. */
  readonly because: readonly Reason[];
  /** The open items that could still change the outcome, strongest first. */
  readonly open: readonly string[];
  readonly nextQuestion: string | null;
  readonly contradictions: readonly FoundContradiction[];
  /** Alerts that hold, whatever else is open: see the typology's `alerts`. */
  readonly alerts: readonly string[];
  readonly guidance: readonly string[];
  readonly coverage: Coverage;
  /** The date the caller gave, as it was given. */
  readonly asOf: string | null;
  readonly typology: Provenance;
  readonly instrument: Provenance;
  readonly library: string;
  readonly intendedUse: string;
  readonly limits: readonly string[];
  /** Only a person can fill this in, in the caller's own record. */
  readonly humanReview: { readonly status: "pending" };
}

/** Settings of a classification. */
export interface ClassifyOptions<TypeId extends string = string> extends Budget {
  readonly typology: Typology<TypeId>;
  /** The day that the answers are about, as `YYYY-MM-DD`; carried into the result. */
  readonly asOf?: string;
}

/**
 * Where a case stands among a typology's types, what is settled, what is still possible, why, and what to ask next.
 *
 * Unknown answers never count as no. Nothing is weighed or added up: criteria decide, and among several the first aim.
 *
 * @param answers From item id to option code or state word. Untrusted input goes through `parseAnswers` first.
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`, with every issue; `malformed`
 *   for a typology or a day that is none
 * @example
 * const { outcome, settled } = classify({ other_grievance: "yes" }, { typology: fiveTypes });
 * [outcome, settled]; // => [{ kind: "single", type: "resentful" }, false]
 */
export function classify<TypeId extends string>(
  answers: Answers,
  options: ClassifyOptions<TypeId>,
): Classification<TypeId> {
  mustHave(options, "typology", "options");
  const { typology, asOf, budget } = options;
  const prepared = prepare(typology);
  if (asOf !== undefined && !isCalendarDay(asOf)) throw wrongArgument("asOf", "YYYY-MM-DD", asOf);
  const of = caseOf(answers, prepared);
  const outside = prepared.outside(of);
  const inquiry =
    outside === 2
      ? undefined
      : caseInquiry(prepared.question, answers, budget === undefined ? classesFor(of, prepared) : { budget });
  const shown = shownIn(of, prepared);
  const outcome = inquiry === undefined ? outOfScope : outcomeFor(inquiry.outcomes, shown, prepared);
  const open = Object.freeze(inquiry?.open ?? []);
  const because =
    inquiry?.reason(sameOutcome(inquiry.outcomes, of, prepared, shown)) ??
    itemsOf(typology.scope.outside, typology.instrument);
  const alerts = alertsIn(of, prepared);
  const carried = carriedFrom(typology);
  return Object.freeze({
    outcome,
    settled: inquiry?.settled ?? true,
    possible: inquiry === undefined ? onlyOutOfScope : possibleFrom(inquiry.outcomes),
    proven: inquiry?.proven ?? true,
    scope: scopes[outside] ?? "open",
    standings: standingsOf(of, shown, prepared),
    because: reasons(because, answers),
    open,
    nextQuestion: open[0] ?? null,
    contradictions: contradictionsIn(of, shown, typology, prepared),
    alerts,
    guidance: guidanceFor(outcome, shown.met, alerts, typology, prepared),
    coverage: coverageOf(of, typology, prepared),
    asOf: asOf ?? null,
    // Named one by one: a spread here would double the time of the whole.
    typology: carried.typology,
    instrument: carried.instrument,
    library: carried.library,
    intendedUse: carried.intendedUse,
    limits: carried.limits,
    humanReview: carried.humanReview,
  });
}

const outOfScope = Object.freeze({ kind: "out_of_scope" } as const);
const onlyOutOfScope = Object.freeze([outOfScope]);
const scopes = ["inside", "open", "outside"] as const;

/** Whether the typology is for a case. */
export function scopeOf(of: Case, { outside }: Prepared): Classification["scope"] {
  return scopes[outside(of)] ?? "open";
}

/** A case read and checked. */
export function caseOf(answers: Answers, { reader }: Prepared, needed?: Uint8Array): Case {
  mustBePlain(answers);
  return { answers, bytes: reader?.read(answers, needed) };
}

/** A case as classes of the diagram's variables, where its bytes give them. */
export function classesFor(of: Case, { variables }: Prepared): { readonly classes?: CaseClasses } {
  const { bytes } = of;
  if (variables === undefined || bytes === undefined) return {};
  const known = new Int16Array(variables.length);
  for (let at = 0; at < known.length; at++) {
    const { place, classes } = variables[at] as (typeof variables)[number];
    known[at] = classes[bytes[place] as number] as number;
  }
  return { classes: known };
}

const possibleMade = new WeakMap<readonly OutcomeKey[], readonly PossibleOutcome[]>();

/** Possible outcomes from their words: equal lists of words are one array, and so are these. */
function possibleFrom<TypeId extends string>(words: readonly OutcomeKey<TypeId>[]): readonly PossibleOutcome<TypeId>[] {
  const before = possibleMade.get(words);
  // What is stored under words was made from them, so its types are the same.
  if (before !== undefined) return before as readonly PossibleOutcome<TypeId>[];
  const now = Object.freeze(words.map(possibleOutcome<TypeId>));
  possibleMade.set(words, now);
  return now;
}

const noAlerts: readonly string[] = Object.freeze([]);

function alertsIn(of: Case, { alerts }: Prepared): readonly string[] {
  let found = noAlerts;
  for (const { when, id, alone } of alerts) {
    if (when(of) === 2) found = found === noAlerts ? alone : Object.freeze([...found, id]);
  }
  return found;
}

function standingsOf<TypeId extends string>(
  of: Case,
  shown: Shown,
  { types, standings }: Prepared<TypeId>,
): Readonly<Record<TypeId, TypeStanding>> {
  const found: Partial<Record<TypeId, TypeStanding>> = {};
  for (let at = 0; at < types.length; at++)
    found[types[at] as TypeId] = (standings[at] as (typeof standings)[number])(truthAt(shown, at), of);
  return Object.freeze(found) as Readonly<Record<TypeId, TypeStanding>>;
}

function reasons(items: readonly string[], answers: Answers): readonly Reason[] {
  const found: Reason[] = [];
  for (const item of items) {
    const answer = answers[item];
    if (answer !== undefined) found.push(Object.freeze({ item, answer }));
  }
  return Object.freeze(found);
}
