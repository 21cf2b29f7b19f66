/**
 * The core: the relationship and motive form, the five types, and the functions that read them. The functions here use
 * the five types unless another typology is given; the same functions without that default are in the subpaths.
 *
 * @module
 */

import { relationshipAndMotive } from "./content/instruments/relationship-and-motive.ts";
import { type FiveTypeId, type FiveTypesAnswers, fiveTypes } from "./content/typologies/five-types.ts";
import { fiveTypesAxes } from "./content/typologies/five-types-axes.ts";
import * as instrument from "./instrument/index.ts";
import type { Parsed } from "./issues/index.ts";
import type { Answers, Scope } from "./rules/index.ts";
import * as typology from "./typology/index.ts";

/** Settings of the functions below. Without a typology they use the five types. */
export interface Options extends Omit<typology.ClassifyOptions, "typology"> {
  readonly typology?: typology.Typology;
}

/**
 * Where a case stands among the five types: the outcome, whether it is settled, what is still possible, why, what does
 * not fit together, and what to ask next. Unknown answers never count as no.
 *
 * A type is a description for planning. It is not a diagnosis, not a level of risk and not a finding of fact.
 *
 * @param answers From item id to option code, `not_sure` or `prefer_not`; leave out what was not asked.
 * @throws {AssessmentError} `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`, with every issue
 * @example
 * const { outcome, settled, nextQuestion } = classify({ prior_relationship: "former_intimate", wants_back: "yes" });
 * outcome; // => { kind: "single", type: "rejected" }
 * settled; // => false
 * nextQuestion; // => "first_aim"
 */
export function classify(
  answers: FiveTypesAnswers,
  options?: Omit<Options, "typology">,
): typology.Classification<FiveTypeId>;
export function classify<TypeId extends string>(
  answers: Answers,
  options: typology.ClassifyOptions<TypeId>,
): typology.Classification<TypeId>;
export function classify(answers: Answers, options: Options = {}): typology.Classification {
  return typology.classify(answers, { typology: fiveTypes, ...options });
}

/**
 * Classifies a case that was coded by axes (relationship, bond, aims, first aim, signs) and not on the form.
 *
 * @throws {AssessmentError} as `classify`, at the axis, aim or sign that is wrong; `unknown_item` also for an axis or an aim
 *   that there is not; `duplicate_name` for a sign that an axis codes too
 * @example
 * classifyAxes({ relationship: "work_study", bond: "no", aims: { settle_other_wrong: "yes" } }).outcome;
 * // => { kind: "single", type: "resentful" }
 */
export function classifyAxes(
  axes: typology.Axes<keyof typeof fiveTypesAxes.aims>,
  options: Omit<Options, "typology"> = {},
): typology.Classification<FiveTypeId> {
  const answers = typology.answersFromAxes(axes, fiveTypesAxes);
  typology.mustBeAnswers(parseAnswers(answers), axes, fiveTypesAxes);
  return typology.classify(answers, { ...options, typology: fiveTypes });
}

/**
 * Every outcome that the open answers still allow, each with a completion that gives it.
 *
 * @example
 * const { outcomes } = possibleOutcomes({ attack_preparation: "yes" });
 * outcomes.some(({ outcome }) => outcome.kind === "undetermined"); // => false
 */
export function possibleOutcomes(
  answers: Answers,
  options?: Omit<Options, "typology">,
): ReturnType<typeof typology.possibleOutcomes<FiveTypeId>>;
export function possibleOutcomes<TypeId extends string>(
  answers: Answers,
  options: typology.ClassifyOptions<TypeId>,
): ReturnType<typeof typology.possibleOutcomes<TypeId>>;
export function possibleOutcomes(
  answers: Answers,
  options: Options = {},
): ReturnType<typeof typology.possibleOutcomes<string>> {
  return typology.possibleOutcomes(answers, { typology: fiveTypes, ...options });
}

/**
 * The item to ask next, or `null` once no answer can change the outcome.
 *
 * @example
 * nextQuestion({ prior_relationship: "stranger", other_grievance: "no", believes_bond: "no" }); // => "wants_contact"
 */
export function nextQuestion(answers: Answers, options: Options = {}): string | null {
  return typology.nextQuestion(answers, { typology: fiveTypes, ...options });
}

/**
 * A part of the answers that alone leaves the same outcomes possible, and of which nothing can be left out.
 *
 * @example
 * sufficientReason({ other_grievance: "yes", lonely: "yes" }); // => [{ item: "other_grievance", answer: "yes" }]
 */
export function sufficientReason(answers: Answers, options: Options = {}): readonly typology.Reason[] {
  return typology.sufficientReason(answers, { typology: fiveTypes, ...options });
}

/**
 * The smallest sets of answers that would lead elsewhere.
 *
 * @example
 * whatWouldChange({ other_grievance: "yes" }).byRevising[0]?.answers; // => { other_grievance: "no" }
 */
export function whatWouldChange(
  answers: Answers,
  options?: Omit<Options, "typology">,
): typology.TypeChanges<FiveTypeId>;
export function whatWouldChange<TypeId extends string>(
  answers: Answers,
  options: typology.ClassifyOptions<TypeId>,
): typology.TypeChanges<TypeId>;
export function whatWouldChange(answers: Answers, options: Options = {}): typology.TypeChanges {
  return typology.whatWouldChange(answers, { typology: fiveTypes, ...options });
}

/**
 * Answers from untrusted input: exact codes, or every issue at once. The form is the relationship and motive form
 * unless another instrument is given.
 *
 * @example
 * const result = parseAnswers({ adult: "Yes" });
 * result.ok ? [] : result.issues.map(({ code, nearest }) => [code, nearest]); // => [["unknown_option", "yes"]]
 */
export function parseAnswers(input: unknown, form: Scope = relationshipAndMotive): Parsed<Answers> {
  return instrument.parseAnswers(input, form);
}

export type {
  Administration,
  Coverage,
  IndicatorResult,
  LevelResult,
  Progress,
  ScoreContext,
  Scored,
} from "./assessment/index.ts";
export {
  answerItem,
  coverage,
  formFor,
  goBack,
  interruptionsNow,
  nextItem,
  progress,
  resumeAdministration,
  score,
  startAdministration,
  visibleItems,
} from "./assessment/index.ts";
export type { Basis, Bibliography, EvidenceGrade, Grounds, Source, Statement } from "./evidence/index.ts";
export { defineBibliography, designChoice } from "./evidence/index.ts";
export type { AnswersTo, Instrument, Item } from "./instrument/index.ts";
export {
  choice,
  contentHash,
  date,
  defineInstrument,
  defineItems,
  numberFrom,
  parseInstrument,
  rulesOver,
  yesNo,
} from "./instrument/index.ts";
export type { Issue, IssueCode, Parsed, Path } from "./issues/index.ts";
export { AssessmentError, messageOf, valueOrThrow } from "./issues/index.ts";
export type {
  Answer,
  Answers,
  Condition,
  Decision,
  Interval,
  Prorated,
  Quantity,
  Rule,
  Scope,
  State,
  Step,
} from "./rules/index.ts";
export {
  all,
  any,
  atLeast,
  atMost,
  count,
  describe,
  equals,
  evaluate,
  explain,
  greatest,
  itemsOf,
  judgement,
  least,
  lessThan,
  mean,
  moreThan,
  not,
  oneOf,
  prorate,
  ref,
  share,
  sum,
  value,
} from "./rules/index.ts";
export type { Classification, Outcome, PossibleOutcome, Standing, TypeStanding, Typology } from "./typology/index.ts";
export { defineTypology } from "./typology/index.ts";
export type { FiveTypeId, FiveTypesAnswers };
export { fiveTypes, relationshipAndMotive };
