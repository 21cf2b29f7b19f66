import type { Question } from "../inquiry/index.ts";
import { mustHave } from "../issues/index.ts";
import { all, any, atLeast, type Condition, count, type Decision, not, oneOf } from "../rules/index.ts";
import type { TypeCriteria, Typology } from "./typology.ts";

/** Where one type stands: its criteria are true, unknown or false. */
export type Standing = "met" | "possible" | "ruled_out";

/**
 * What a case comes to.
 *
 * - `single`: one type's criteria are met and no other's
 * - `leading`: several are met and the first aim belongs to exactly one of them, which leads
 * - `mixed`: several are met and the first aim does not choose; `types` in the typology's order
 * - `undetermined`: none is met and none can be
 * - `insufficient`: none is met, and at least one still can be
 * - `out_of_scope`: the typology is not for this case
 */
export type Outcome<TypeId extends string = string> =
  | { readonly kind: "single" | "leading"; readonly type: TypeId }
  | { readonly kind: "mixed"; readonly types: readonly TypeId[] }
  | { readonly kind: "undetermined" | "insufficient" | "out_of_scope" };

/** An outcome that a case may still come to. Mixed counts as one, whoever its members are. */
export type PossibleOutcome<TypeId extends string = string> =
  | { readonly kind: "single" | "leading"; readonly type: TypeId }
  | { readonly kind: "mixed" }
  | { readonly kind: "undetermined" | "out_of_scope" };

/** A possible outcome as one word: `single:rejected`, `leading:rejected`, `mixed`, `undetermined`. */
export type OutcomeKey<TypeId extends string = string> =
  | `single:${TypeId}`
  | `leading:${TypeId}`
  | "mixed"
  | "undetermined";

const questions = new WeakMap<Typology, Question>();

/**
 * A typology's choice as a decision list in the rule language, so that the same search answers for types and levels:
 * for each type `single` (its criteria alone) and `leading` (with others, chosen by the first aim), then `mixed`,
 * else `undetermined`. It holds for complete answers; what is open is the search's business.
 *
 * @throws {AssessmentError} `malformed` for what is no typology
 * @example
 * const { decision } = typeQuestion(fiveTypes);
 * [decision.cases[0]?.outcome, decision.otherwise]; // => ["single:rejected", "undetermined"]
 */
export function typeQuestion<TypeId extends string>(typology: Typology<TypeId>): Question<OutcomeKey<TypeId>> {
  const before = questions.get(typology);
  // What is stored under a typology was made from it, so its outcomes are of the same type.
  if (before !== undefined) return before as Question<OutcomeKey<TypeId>>;
  const question = { decision: typeDecision(typology), scope: typology.instrument };
  questions.set(typology, question);
  return question;
}

/** What chooses among a typology's types. */
export interface TypeRules<TypeId extends string = string> {
  readonly firstAim: string;
  readonly types: Readonly<Record<TypeId, Pick<TypeCriteria, "criteria" | "firstAims">>>;
}

/**
 * The decision of {@link typeQuestion} from the rules alone.
 *
 * @internal
 */
export function typeDecision<TypeId extends string>(rules: TypeRules<TypeId>): Decision<OutcomeKey<TypeId>> {
  const types = typeIds(rules);
  const criteria = (id: TypeId) => rules.types[id].criteria;
  const others = (id: TypeId) => types.filter((other) => other !== id);
  const chosenBy = (id: TypeId): Condition => oneOf(rules.firstAim, ...rules.types[id].firstAims);
  return {
    cases: [
      ...types.map((id) => ({
        when: all(criteria(id), not(any(...others(id).map(criteria)))),
        outcome: `single:${id}` as const,
      })),
      ...types.map((id) => ({
        when: all(
          criteria(id),
          chosenBy(id),
          not(any(...others(id).map((other) => all(criteria(other), chosenBy(other))))),
        ),
        outcome: `leading:${id}` as const,
      })),
      { when: atLeast(count(...types.map(criteria)), 2), outcome: "mixed" as const },
    ],
    otherwise: "undetermined",
  };
}

/**
 * A typology's type ids, in its order.
 *
 * @throws {AssessmentError} `malformed` for what is no typology
 * @example
 * typeIds(fiveTypes); // => ["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"]
 */
export function typeIds<TypeId extends string>(typology: Pick<TypeRules<TypeId>, "types">): readonly TypeId[] {
  mustHave(typology, "types", "typology");
  return Object.keys(typology.types) as TypeId[];
}

const made = new Map<OutcomeKey, PossibleOutcome>();

/**
 * A possible outcome from its word in the decision of {@link typeQuestion}. Equal words give the same frozen object.
 *
 * @example
 * possibleOutcome("single:rejected"); // => { kind: "single", type: "rejected" }
 */
export function possibleOutcome<TypeId extends string>(key: OutcomeKey<TypeId>): PossibleOutcome<TypeId> {
  const before = made.get(key);
  // What is stored under a word was made from it, so its type is the same.
  if (before !== undefined) return before as PossibleOutcome<TypeId>;
  const now = Object.freeze(outcomeFromWord(key));
  made.set(key, now);
  return now;
}

function outcomeFromWord<TypeId extends string>(key: OutcomeKey<TypeId>): PossibleOutcome<TypeId> {
  if (key === "mixed") return { kind: key };
  if (key === "undetermined") return { kind: key };
  const [kind, type] = key.split(":") as ["single" | "leading", TypeId];
  return { kind, type };
}

/**
 * The outcome that standings and the first aim give now, whatever is still open. Types are bits, in order.
 *
 * @param firstAims The types that the first aim belongs to; none while it is not known.
 * @internal
 */
export function outcomeOf<TypeId extends string>(
  types: readonly TypeId[],
  met: number,
  possible: number,
  firstAims: number,
): Outcome<TypeId> {
  if (met === 0) return { kind: possible === 0 ? "undetermined" : "insufficient" };
  const only = types[31 - Math.clz32(met)];
  if (only !== undefined && isOneBit(met)) return { kind: "single", type: only };
  const chosen = met & firstAims;
  const leading = types[31 - Math.clz32(chosen)];
  return leading !== undefined && isOneBit(chosen)
    ? { kind: "leading", type: leading }
    : { kind: "mixed", types: types.filter((_, at) => (met & (1 << at)) !== 0) };
}

const isOneBit = (bits: number): boolean => bits !== 0 && (bits & (bits - 1)) === 0;
