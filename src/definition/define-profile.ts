import type { AnswerContradiction } from "../instrument/index.ts";
import { deepFreeze, type Items } from "../instrument/index.ts";
import { mustHave, throwIfAny } from "../issues/index.ts";
import { all, type Condition, ref } from "../rules/index.ts";
import { checkProfile } from "./check-profile.ts";
import type { DerivedAnswer, Parameter, Profile, ProfileFacts, ProfileScope, ProfileTest } from "./profile.ts";

type Names<T> = keyof T & string;

interface Specification<S extends ProfileScope, J extends Items, T extends Readonly<Record<string, ProfileTest>>>
  extends ProfileFacts {
  readonly scope: S;
  readonly judgements?: J;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly tests: T & {
    readonly [Name in keyof T]: { readonly rule: Condition<Names<S["items"]> | Names<J>, Names<S["indicators"]>> };
  };
  /** Default: all tests. */
  readonly met?: Condition<never, Names<T>>;
  readonly derived?: readonly DerivedAnswer[];
  readonly contradictions?: Readonly<
    Record<string, AnswerContradiction<Names<S["items"]> | Names<J>, Names<S["indicators"]>>>
  >;
}

/** A profile that knows the names of its tests and the ids of its judgements. */
export type Defined<J extends Items, TestName extends string> = Omit<Profile<TestName>, "judgements"> & {
  readonly judgements: J;
};

/**
 * A published definition from its declaration: frozen and checked. A misspelt item, option code, rule or test does not
 * compile; the same checks run again here.
 *
 * @throws {AssessmentError} with every issue: `bad_name`, `duplicate_name`, `unknown_reference`, `unknown_option`,
 *   `wrong_rule_type`, `missing_basis`, `out_of_range`, `malformed`
 * @example
 * const { is } = rulesOver(relationshipAndMotive.items);
 * const profile = defineProfile({
 *   id: "example", version: "0.1.0", title: "an example", jurisdiction: "XX", kind: "research",
 *   basis: [designChoice("an example")], notes: [], limits: [], scope: mergedScope(relationshipAndMotive),
 *   tests: {
 *     known: {
 *       means: "the two had a bond", rule: is("mutual_bond", "yes"), settledBy: ["target"],
 *       basis: [designChoice("an example")],
 *     },
 *   },
 * });
 * applyProfile(profile, { prior_relationship: "friend" }).caseness; // => "indeterminate"
 */
export function defineProfile<
  S extends ProfileScope,
  const T extends Readonly<Record<string, ProfileTest>>,
  const J extends Items = Record<never, never>,
>(specification: Specification<S, J, T>): Defined<J, Names<T>> {
  mustHave(specification, "tests", "specification");
  const { judgements, parameters = {}, met, derived = [], contradictions = {}, tests, ...facts } = specification;
  const profile: Profile = {
    ...facts,
    judgements: judgements ?? {},
    parameters,
    tests,
    met: met ?? all(...Object.keys(tests).map((name) => ref(name))),
    derived,
    contradictions,
  };
  const issues = checkProfile(profile);
  throwIfAny(issues);
  // The tests and judgements are the ones given: their names are those of the types.
  return deepFreeze(profile) as unknown as Defined<J, Names<T>>;
}
