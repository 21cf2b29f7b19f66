import type { Coverage } from "../assessment/index.ts";
import { type Budget, type CaseClasses, inquire } from "../inquiry/index.ts";
import { contentHash, deepFreeze, libraryVersion } from "../instrument/index.ts";
import { AssessmentError, shapeOf } from "../issues/index.ts";
import { type Answer, type Answers, type Interval, itemsOf } from "../rules/index.ts";
import { coverageOf } from "./coverage-of.ts";
import { type Outcome, type PossibleOutcome, possibleOutcome, type Standing } from "./outcome.ts";
import { outcomeFor, sameOutcome } from "./outcome-now.ts";
import {
  type Case,
  type FoundContradiction,
  type Prepared,
  type PreparedType,
  prepare,
  type Truth,
} from "./prepared.ts";
import type { Typology } from "./typology.ts";

/** Where one type stands, with the signs beside it. Signs never decide. */
export interface TypeStanding {
  readonly standing: Standing;
  /** How many of the supporting signs are present: the least and the most, once open answers arrive. */
  readonly supports: Interval;
  readonly supportsOf: number;
  /** How many of the signs against it are present. */
  readonly against: Interval;
  readonly againstOf: number;
}

/** One answer that a result rests on. */
export interface Reason {
  readonly item: string;
  readonly answer: Answer;
}

/** What produced a result: enough to run it again. */
export interface Provenance {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
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
  /** A smallest part of the answers that alone gives this outcome and these possible outcomes. */
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
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`, with every issue
 */
export function classify<TypeId extends string>(
  answers: Answers,
  options: ClassifyOptions<TypeId>,
): Classification<TypeId> {
  const { typology, asOf, budget } = options;
  const prepared = prepare(typology);
  const of = caseOf(answers, prepared);
  const outside = prepared.outside(of);
  const inquiry =
    outside === 2
      ? undefined
      : inquire(prepared.question, answers, budget === undefined ? classesFor(of, prepared) : { budget });
  const outcome = inquiry === undefined ? outOfScope : Object.freeze(outcomeFor(inquiry.outcomes, of, prepared));
  const open = Object.freeze(inquiry?.open ?? []);
  const because =
    inquiry?.reason(sameOutcome(inquiry.outcomes, of, prepared)) ??
    itemsOf(typology.scope.outside, typology.instrument);
  const alerts = alertsIn(of, prepared);
  return Object.freeze({
    outcome,
    settled: inquiry?.settled ?? true,
    possible: inquiry === undefined ? onlyOutOfScope : Object.freeze(inquiry.outcomes.map(possibleOutcome<TypeId>)),
    proven: inquiry?.proven ?? true,
    scope: (["inside", "open", "outside"] as const)[outside] ?? "open",
    standings: standingsOf(of, prepared),
    because: reasons(because, answers),
    open,
    nextQuestion: open[0] ?? null,
    contradictions: contradictionsIn(of, typology, prepared),
    alerts,
    guidance: guidanceFor(outcome, alerts, typology),
    coverage: coverageOf(of, typology, prepared),
    asOf: asOf ?? null,
    ...provenanceOf(typology),
  });
}

const outOfScope = Object.freeze({ kind: "out_of_scope" } as const);
const onlyOutOfScope = Object.freeze([outOfScope]);

/** A case read and checked. */
export function caseOf(answers: Answers, { reader }: Prepared, needed?: Uint8Array): Case {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw new AssessmentError([{ code: "not_an_object", path: [], shape: shapeOf(answers) }]);
  }
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

function alertsIn(of: Case, { alerts }: Prepared): readonly string[] {
  return Object.freeze(alerts.filter(({ when }) => when(of) === 2).map(({ id }) => id));
}

const words: readonly Standing[] = ["ruled_out", "possible", "met"];

function standingsOf<TypeId extends string>(
  of: Case,
  { types, prepared }: Prepared<TypeId>,
): Readonly<Record<TypeId, TypeStanding>> {
  const standings: Partial<Record<TypeId, TypeStanding>> = {};
  for (let at = 0; at < prepared.length; at++)
    standings[types[at] as TypeId] = standingOf(of, prepared[at] as PreparedType);
  return Object.freeze(standings) as Readonly<Record<TypeId, TypeStanding>>;
}

function standingOf(of: Case, { criteria, supports, against }: PreparedType): TypeStanding {
  return Object.freeze({
    standing: words[criteria(of)] ?? "possible",
    supports: counted(supports, of),
    supportsOf: supports.length,
    against: counted(against, of),
    againstOf: against.length,
  });
}

function counted(signs: readonly Truth[], of: Case): Interval {
  let low = 0;
  let high = 0;
  for (const sign of signs) {
    const truth = sign(of);
    if (truth === 2) low += 1;
    if (truth > 0) high += 1;
  }
  return Object.freeze([low, high] as const);
}

function reasons(items: readonly string[], answers: Answers): readonly Reason[] {
  const found: Reason[] = [];
  for (const item of items) {
    const answer = answers[item];
    if (answer !== undefined) found.push(Object.freeze({ item, answer }));
  }
  return Object.freeze(found);
}

const noContradictions: readonly FoundContradiction[] = Object.freeze([]);

function contradictionsIn<TypeId extends string>(
  of: Case,
  typology: Typology<TypeId>,
  prepared: Prepared<TypeId>,
): readonly FoundContradiction[] {
  const { types } = prepared;
  const aims = prepared.firstAim(of);
  const ruledOut =
    aims === 0
      ? []
      : types.filter((_, at) => (aims & (1 << at)) !== 0 && (prepared.prepared[at] as PreparedType).criteria(of) === 0);
  const named = prepared.contradictions.filter(({ when }) => when(of) === 2);
  if (ruledOut.length + named.length === 0) return noContradictions;
  const general = ruledOut.map((id) => ({
    id: `first_aim_of_${id}`,
    items: [typology.firstAim],
    says: `The first aim is one of ${typology.types[id].label.toLowerCase()}, a type that other answers rule out.`,
  }));
  return deepFreeze([...general, ...named.map(({ found }) => found)]);
}

function guidanceFor<TypeId extends string>(
  outcome: Outcome<TypeId>,
  alerts: readonly string[],
  typology: Typology<TypeId>,
): readonly string[] {
  const urgent = alerts.flatMap((id) => typology.alerts[id]?.guidance ?? []);
  const usual =
    outcome.kind === "out_of_scope"
      ? typology.scope.guidance
      : "type" in outcome
        ? typology.types[outcome.type].guidance
        : "types" in outcome
          ? outcome.types.flatMap((id) => typology.types[id].guidance)
          : typology.undeterminedGuidance;
  return Object.freeze([...new Set([...urgent, ...usual])]);
}

type Carried = Pick<Classification, "typology" | "instrument" | "library" | "intendedUse" | "limits" | "humanReview">;
const carried = new WeakMap<Typology, Carried>();

function provenanceOf(typology: Typology): Carried {
  const before = carried.get(typology);
  if (before !== undefined) return before;
  const { id, version, instrument, intendedUse, limits } = typology;
  const { instrument: _, ...rules } = typology;
  const now: Carried = deepFreeze({
    typology: { id, version, hash: contentHash(rules) },
    instrument: { id: instrument.id, version: instrument.version, hash: contentHash(instrument) },
    library: libraryVersion,
    intendedUse,
    limits,
    humanReview: { status: "pending" },
  });
  carried.set(typology, now);
  return now;
}
