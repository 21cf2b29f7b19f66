import { type Budget, caseInquiry, type Question } from "../inquiry/index.ts";
import { deepFreeze, isCalendarDay, libraryVersion, parseAnswers } from "../instrument/index.ts";
import { AssessmentError, mustBePlain, shapeOf } from "../issues/index.ts";
import { type Answer, type Answers, type Decision, evaluate, itemsOf, type Scope } from "../rules/index.ts";
import { withDerived } from "./derived-answers.ts";
import { prepareProfile, usualBudget } from "./prepare-profile.ts";
import type { Profile, Provenance, Settler } from "./profile.ts";

/** Whether the answers given meet a definition. */
export type Caseness = "met" | "not_met" | "indeterminate";

/** One answer that a result rests on. */
export interface ProfileReason {
  readonly item: string;
  readonly answer: Answer;
  /** Set if the answer was not given but follows from days that were. */
  readonly derived?: true;
}

/** Where one test stands. */
export interface TestResult<Name extends string = string> {
  readonly name: Name;
  readonly means: string;
  readonly truth: "true" | "false" | "unknown";
  /** A part of the answers that alone leaves the test where it stands; none of it can be left out. */
  readonly because: readonly ProfileReason[];
  /** The open items that could still change it, strongest first. */
  readonly open: readonly string[];
  readonly settledBy: readonly Settler[];
}

/** What answers come to under a definition: plain, frozen, and the same bytes for the same input. */
export interface ProfileResult<Name extends string = string> {
  readonly profile: Provenance;
  readonly instruments: readonly Provenance[];
  readonly library: string;
  readonly caseness: Caseness;
  /** The caseness in a sentence: about answers and tests, never about what was done. */
  readonly says: string;
  /** False if the search's budget ran out: a case may then be indeterminate that could be settled, never the reverse. */
  readonly proven: boolean;
  readonly tests: readonly TestResult<Name>[];
  readonly because: readonly ProfileReason[];
  readonly open: readonly string[];
  /** For each open item, who could settle it. */
  readonly whoCouldSettle: readonly { readonly item: string; readonly who: readonly Settler[] }[];
  /** Answers that do not fit together, or do not fit the days given. None of them is corrected. */
  readonly contradictions: readonly { readonly id: string; readonly items: readonly string[]; readonly says: string }[];
  readonly parameters: Readonly<Record<string, number>>;
  /** Answers to items that the profile's forms and judgements do not have. They were not read. */
  readonly setAside: readonly string[];
  readonly limits: readonly string[];
  /** The day the caller gave. */
  readonly asOf: string | null;
  /** Only a person can fill this in, in the caller's own record. */
  readonly humanReview: { readonly status: "pending" };
}

/** Settings of {@link applyProfile}. */
export interface ApplyOptions extends Budget {
  /** The day that the answers are about, as `YYYY-MM-DD`: how recent things are follows from it. */
  readonly asOf?: string;
}

/**
 * Whether answers meet the tests of a published definition, cannot meet them, or leave it open, with what it rests on.
 *
 * `met` and `not_met` hold for every way of answering what is open; anything else is `indeterminate`. A person's
 * judgement is an answer under its own name. Answers from untrusted input go through `parseAnswers` first.
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_option`, `wrong_type`, `out_of_range`, with every issue; `malformed`
 *   for what is not a profile
 * @example
 * const answers = { first_event_date: "2026-01-01", latest_event_date: "2026-02-01" };
 * const { caseness, tests } = applyProfile(twoWeekWatershed, answers, { asOf: "2026-02-01" });
 * caseness; // => "indeterminate"
 * tests.find(({ name }) => name === "duration")?.truth; // => "true"
 */
export function applyProfile<Name extends string>(
  profile: Profile<Name>,
  answers: Answers,
  { asOf, budget = usualBudget }: ApplyOptions = {},
): ProfileResult<Name> {
  const prepared = prepareProfile(profile);
  const { scope } = prepared;
  const { given, setAside } = known(answers, scope);
  if (asOf !== undefined && !isCalendarDay(asOf)) {
    throw new AssessmentError([
      { code: "out_of_range", path: ["asOf"], expected: ["YYYY-MM-DD"], shape: shapeOf(asOf) },
    ]);
  }
  const filled = withDerived(profile.derived, given, scope, asOf);
  const ask = <Outcome extends string>(decision: Decision<Outcome>) => {
    const question: Question<Outcome> = { decision, scope };
    return caseInquiry(question, filled.answers, { budget });
  };
  const reasons = (items: readonly string[]): readonly ProfileReason[] =>
    items.flatMap((item) => {
      const answer = filled.answers[item];
      if (answer === undefined) return [];
      return [{ item, answer, ...(Object.hasOwn(filled.derived, item) ? { derived: true as const } : {}) }];
    });

  const whole = ask(prepared.met);
  const caseness = whole.settled ? (whole.outcomes[0] ?? "indeterminate") : "indeterminate";
  const tests = prepared.tests.map(({ name, decision }): TestResult<Name> => {
    const { means, settledBy } = profile.tests[name];
    const found = ask(decision);
    const truth = found.settled ? (found.outcomes[0] ?? "unknown") : "unknown";
    return { name, means, truth, because: reasons(found.reason()), open: found.open, settledBy };
  });
  return deepFreeze({
    profile: prepared.profile,
    instruments: profile.scope.instruments,
    library: libraryVersion,
    caseness,
    says: sentences[caseness](profile.title),
    proven: whole.proven,
    tests,
    because: reasons(whole.reason()),
    open: whole.open,
    whoCouldSettle: whole.open.map((item) => ({ item, who: settlersOf(item, profile) })),
    contradictions: [...filled.conflicts, ...contradictionsIn(profile, filled.answers, scope)],
    parameters: Object.fromEntries(Object.entries(profile.parameters).map(([name, { value }]) => [name, value])),
    setAside,
    limits: profile.limits,
    asOf: asOf ?? null,
    humanReview: { status: "pending" },
  });
}

const sentences: Readonly<Record<Caseness, (title: string) => string>> = {
  met: (title) => `The answers given meet the tests of ${title}.`,
  not_met: (title) => `The answers given do not meet the tests of ${title}.`,
  indeterminate: (title) => `The answers given cannot settle the tests of ${title}.`,
};

/** The answers that the profile's items take, checked, and the names of the others. */
function known(answers: Answers, scope: Scope): { readonly given: Answers; readonly setAside: readonly string[] } {
  mustBePlain(answers);
  const names = Object.keys(answers);
  const read = names.filter((name) => Object.hasOwn(scope.items, name));
  const result = parseAnswers(Object.fromEntries(read.map((name) => [name, answers[name]])), scope);
  if (!result.ok) throw new AssessmentError(result.issues);
  return { given: result.value, setAside: names.filter((name) => !Object.hasOwn(scope.items, name)) };
}

function settlersOf(item: string, { scope, judgements }: Profile): readonly Settler[] {
  if (Object.hasOwn(judgements, item)) return ["named_judgement", ...(judgements[item]?.couldKnow ?? [])];
  const found = scope.items[item];
  return [...new Set<Settler>([found?.askOnly ?? "target", ...(found?.couldKnow ?? [])])];
}

function contradictionsIn(profile: Profile, answers: Answers, scope: Scope): ProfileResult["contradictions"] {
  return Object.entries({ ...profile.scope.contradictions, ...profile.contradictions })
    .filter(([, { when }]) => evaluate(when, answers, scope)[0] === 1)
    .map(([id, { when, says }]) => ({
      id,
      items: itemsOf(when, scope).filter((item) => answers[item] !== undefined),
      says,
    }));
}
