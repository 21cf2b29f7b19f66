import * as inquiry from "../inquiry/index.ts";
import { mustHave } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { type ClassifyOptions, caseOf, type Reason } from "./classify.ts";
import { type PossibleOutcome, possibleOutcome } from "./outcome.ts";
import { prepare } from "./prepared.ts";

/** An outcome that a case can still come to, with answers to open items that give it. */
export interface WitnessedOutcome<TypeId extends string = string> {
  readonly outcome: PossibleOutcome<TypeId>;
  /** Added to the case's own answers these give the outcome; `null` if the budget ran out. */
  readonly witness: Answers | null;
}

/**
 * Every outcome that some completion of the open answers gives, and no other, each with such a completion.
 * It asks about the types alone: whether the case is in scope is for `classify` to say.
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`
 * @example
 * const { outcomes } = possibleOutcomes({ attack_preparation: "yes" }, { typology: fiveTypes });
 * outcomes.some(({ outcome }) => outcome.kind === "undetermined"); // => false
 */
export function possibleOutcomes<TypeId extends string>(
  answers: Answers,
  options: ClassifyOptions<TypeId>,
): { readonly outcomes: readonly WitnessedOutcome<TypeId>[]; readonly proven: boolean } {
  const { question } = checked(answers, options);
  const { outcomes, proven, witnesses } = inquiry.possibleOutcomes(question, answers, limit(options));
  return {
    outcomes: outcomes.map((key) => ({ outcome: possibleOutcome(key), witness: witnesses[key] ?? null })),
    proven,
  };
}

/**
 * The open item that would narrow the possible outcomes most, or `null` once the outcome is settled.
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`
 * @example
 * nextQuestion({ other_grievance: "yes" }, { typology: fiveTypes }); // => "first_aim"
 */
export function nextQuestion<TypeId extends string>(answers: Answers, options: ClassifyOptions<TypeId>): string | null {
  return inquiry.nextQuestion(checked(answers, options).question, answers, limit(options)) ?? null;
}

/**
 * A part of the given answers with which alone the same outcomes are possible; dropping any one of them would let in
 * another. Another such part may have fewer answers.
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`
 * @example
 * sufficientReason({ other_grievance: "yes", lonely: "yes" }, { typology: fiveTypes });
 * // => [{ item: "other_grievance", answer: "yes" }]
 */
export function sufficientReason<TypeId extends string>(
  answers: Answers,
  options: ClassifyOptions<TypeId>,
): readonly Reason[] {
  const items = inquiry.sufficientReason(checked(answers, options).question, answers, limit(options));
  return items.flatMap((item) => {
    const answer = answers[item];
    return answer === undefined ? [] : [{ item, answer }];
  });
}

/** Smallest changes of answers, and the outcomes possible after each. */
export interface TypeChanges<TypeId extends string = string> {
  /** Answers to open items that would settle an outcome that is possible now. */
  readonly byAnswering: readonly { readonly answers: Answers; readonly outcomes: readonly PossibleOutcome<TypeId>[] }[];
  /** Other answers to given items that would let in an outcome that is ruled out now. */
  readonly byRevising: readonly { readonly answers: Answers; readonly outcomes: readonly PossibleOutcome<TypeId>[] }[];
  readonly proven: boolean;
}

/**
 * What would lead elsewhere: smallest sets of open answers, and of given answers if they were otherwise.
 * Sets of up to three answers are looked for (design choice).
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`
 * @example
 * const { byRevising } = whatWouldChange({ other_grievance: "yes" }, { typology: fiveTypes });
 * byRevising[0]?.answers; // => { other_grievance: "no" }
 */
export function whatWouldChange<TypeId extends string>(
  answers: Answers,
  options: ClassifyOptions<TypeId>,
): TypeChanges<TypeId> {
  const changes = inquiry.whatWouldChange(checked(answers, options).question, answers, limit(options));
  const named = (each: (typeof changes.byAnswering)[number]) => ({
    answers: each.answers,
    outcomes: each.outcomes.map(possibleOutcome<TypeId>),
  });
  return {
    byAnswering: changes.byAnswering.map(named),
    byRevising: changes.byRevising.map(named),
    proven: changes.proven,
  };
}

function checked<TypeId extends string>(answers: Answers, options: ClassifyOptions<TypeId>) {
  mustHave(options, "typology", "options");
  const prepared = prepare(options.typology);
  caseOf(answers, prepared);
  return prepared;
}

const limit = ({ budget }: ClassifyOptions) => (budget === undefined ? {} : { budget });
