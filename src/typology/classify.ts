import { type Coverage, coverage } from "../assessment/index.ts";
import { type Budget, inquire } from "../inquiry/index.ts";
import { contentHash, deepFreeze, libraryVersion } from "../instrument/index.ts";
import { AssessmentError, shapeOf } from "../issues/index.ts";
import { type Answer, type Answers, answerOf, type Interval, itemIn, itemsOf } from "../rules/index.ts";
import {
  type Outcome,
  type OutcomeKey,
  outcomeOf,
  type PossibleOutcome,
  possibleOutcome,
  type Standing,
} from "./outcome.ts";
import { type Case, type Prepared, type PreparedType, prepare, type Truth } from "./prepared.ts";
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

/** Answers that do not fit together. */
export interface FoundContradiction {
  readonly id: string;
  readonly items: readonly string[];
  readonly says: string;
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
  const inquiry = outside === 2 ? undefined : inquire(prepared.question, answers, settings(of, prepared, budget));
  const outcome = inquiry === undefined ? outOfScope : outcomeFor(inquiry.outcomes, of, typology, prepared);
  const open = inquiry?.open ?? [];
  const because =
    inquiry?.reason(outcomeTest(inquiry.outcomes, of, typology, prepared)) ??
    itemsOf(typology.scope.outside, typology.instrument);
  const alerts = prepared.alerts.filter(({ when }) => when(of) === 2).map(({ id }) => id);
  return deepFreeze({
    outcome,
    settled: inquiry?.settled ?? true,
    possible: inquiry?.outcomes.map(possibleOutcome<TypeId>) ?? [{ kind: "out_of_scope" }],
    proven: inquiry?.proven ?? true,
    scope: (["inside", "open", "outside"] as const)[outside] ?? "open",
    standings: standingsOf(of, prepared),
    because: reasons(because, answers),
    open,
    nextQuestion: open[0] ?? null,
    contradictions: contradictionsIn(of, typology, prepared),
    alerts,
    guidance: guidanceFor(outcome, alerts, typology),
    coverage: coverage(answers, typology.instrument),
    asOf: asOf ?? null,
    ...provenanceOf(typology),
  });
}

const outOfScope = { kind: "out_of_scope" } as const;

/** A case read and checked. */
export function caseOf(answers: Answers, { reader }: Prepared): Case {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw new AssessmentError([{ code: "not_an_object", path: [], shape: shapeOf(answers) }]);
  }
  return { answers, bytes: reader?.read(answers) };
}

/**
 * The outcome of a case. If only one is possible it is that one, even where no single standing shows it: wanting a bond
 * back and wanting contact, say, leave no way for neither rejected nor a suitor to be met. Else standings decide.
 */
function outcomeFor<TypeId extends string>(
  [only, ...more]: readonly OutcomeKey<TypeId>[],
  of: Case,
  typology: Typology<TypeId>,
  prepared: Prepared<TypeId>,
): Outcome<TypeId> {
  const now = outcomeNow(of, typology, prepared);
  if (only === undefined || more.length > 0 || outcomeWord(now) === only) return now;
  const settled = possibleOutcome(only);
  if (settled.kind !== "mixed") return settled;
  return now.kind === "mixed" ? now : { kind: "mixed", types: membersOf(of, prepared) };
}

/** The members of a mixed outcome of which fewer than two are certain: those met and those possible. */
function membersOf<TypeId extends string>(of: Case, { types, prepared }: Prepared<TypeId>): readonly TypeId[] {
  return types.filter((_, at) => (prepared[at] as PreparedType).criteria(of) > 0);
}

/** The outcome that standings alone show now. */
export function outcomeNow<TypeId extends string>(
  of: Case,
  typology: Typology<TypeId>,
  prepared: Prepared<TypeId>,
): Outcome<TypeId> {
  const { types, firstAims } = prepared;
  let met = 0;
  let possible = 0;
  for (let at = 0; at < types.length; at++) {
    const truth = (prepared.prepared[at] as PreparedType).criteria(of);
    if (truth === 2) met |= 1 << at;
    else if (truth === 1) possible |= 1 << at;
  }
  return outcomeOf(types, met, possible, firstAimOf(of, typology, firstAims));
}

function firstAimOf({ answers }: Case, { firstAim, instrument }: Typology, aims: ReadonlyMap<string, number>): number {
  const answer = answerOf(answers, firstAim, itemIn(instrument, firstAim));
  return answer === undefined ? 0 : (aims.get(String(answer)) ?? 0);
}

function settings(of: Case, { variables }: Prepared, budget: number | undefined): Parameters<typeof inquire>[2] {
  if (budget !== undefined) return { budget };
  const { bytes } = of;
  if (variables === undefined || bytes === undefined) return {};
  return { classes: Int16Array.from(variables, ({ place, classes }) => classes[bytes[place] as number] as number) };
}

/**
 * Whether the outcome is still the same once an item has been dropped as well; the drop is undone if not. The outcomes
 * still possible are known to be the same, so only what standings show can differ.
 */
function outcomeTest<TypeId extends string>(
  outcomes: readonly OutcomeKey<TypeId>[],
  of: Case,
  typology: Typology<TypeId>,
  prepared: Prepared<TypeId>,
): ((item: string) => boolean) | undefined {
  if (outcomes.length === 1 && outcomes[0] !== "mixed") return undefined;
  const wanted = outcomeWord(outcomeFor(outcomes, of, typology, prepared));
  const rest: Record<string, Answer | undefined> = { ...of.answers };
  const bytes = of.bytes?.slice();
  return (item: string): boolean => {
    const place = prepared.reader?.items.indexOf(item) ?? -1;
    const before = rest[item];
    const byte = bytes?.[place] ?? 0;
    delete rest[item];
    if (bytes !== undefined) bytes[place] = 0;
    const same = outcomeWord(outcomeFor(outcomes, { answers: rest as Answers, bytes }, typology, prepared)) === wanted;
    if (!same) {
      rest[item] = before;
      if (bytes !== undefined) bytes[place] = byte;
    }
    return same;
  };
}

function outcomeWord(outcome: Outcome): string {
  return "type" in outcome
    ? `${outcome.kind}:${outcome.type}`
    : "types" in outcome
      ? outcome.types.join()
      : outcome.kind;
}

const standings: readonly Standing[] = ["ruled_out", "possible", "met"];

function standingsOf<TypeId extends string>(
  of: Case,
  { types, prepared }: Prepared<TypeId>,
): Record<TypeId, TypeStanding> {
  const entries = types.map((id, at): [TypeId, TypeStanding] => {
    const { criteria, supports, against } = prepared[at] as PreparedType;
    const standing: TypeStanding = {
      standing: standings[criteria(of)] ?? "possible",
      supports: counted(supports, of),
      supportsOf: supports.length,
      against: counted(against, of),
      againstOf: against.length,
    };
    return [id, standing];
  });
  return Object.fromEntries(entries) as Record<TypeId, TypeStanding>;
}

function counted(signs: readonly Truth[], of: Case): Interval {
  let low = 0;
  let high = 0;
  for (const sign of signs) {
    const truth = sign(of);
    if (truth === 2) low += 1;
    if (truth > 0) high += 1;
  }
  return [low, high];
}

function reasons(items: readonly string[], answers: Answers): readonly Reason[] {
  return items.flatMap((item) => {
    const answer = answers[item];
    return answer === undefined ? [] : [{ item, answer }];
  });
}

function contradictionsIn<TypeId extends string>(
  of: Case,
  typology: Typology<TypeId>,
  prepared: Prepared<TypeId>,
): FoundContradiction[] {
  const { types, firstAims } = prepared;
  const named = prepared.contradictions
    .filter(({ when }) => when(of) === 2)
    .flatMap(({ id }) => {
      const found = typology.contradictions[id];
      return found === undefined ? [] : [{ id, items: itemsOf(found.when, typology.instrument), says: found.says }];
    });
  const aims = firstAimOf(of, typology, firstAims);
  const ruledOut = types.filter(
    (_, at) => (aims & (1 << at)) !== 0 && (prepared.prepared[at] as PreparedType).criteria(of) === 0,
  );
  const general = ruledOut.map((id) => ({
    id: `first_aim_of_${id}`,
    items: [typology.firstAim],
    says: `The first aim is one of ${typology.types[id].label.toLowerCase()}, a type that other answers rule out.`,
  }));
  return [...general, ...named];
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
  return [...new Set([...urgent, ...usual])];
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
