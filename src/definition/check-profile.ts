import { checkRule, limits } from "../instrument/index.ts";
import type { Issue, Path } from "../issues/index.ts";
import { type Condition, itemIn, type Scope } from "../rules/index.ts";
import { fits } from "./parameters.ts";
import { asOfDay, type Profile } from "./profile.ts";

/** Everything that is wrong with a profile, apart from the structure that types have settled. */
export function checkProfile(profile: Profile): readonly Issue[] {
  const names = [...checkNames(profile)];
  return [...names, ...(names.length === 0 ? checkContent(profile) : [])];
}

function* checkNames({ id, version, title, scope, judgements, tests }: Profile): Generator<Issue> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) yield { code: "bad_name", path: ["id"], expected: ["kebab-case"] };
  if (!/^\d+\.\d+\.\d+(\+[0-9A-Za-z.-]+)?$/.test(version))
    yield { code: "malformed", path: ["version"], expected: ["such as 1.0.0"] };
  if (title.trim() === "") yield { code: "malformed", path: ["title"], expected: ["words"] };
  if (Object.keys(tests).length === 0) yield { code: "malformed", path: ["tests"], expected: ["at least one test"] };
  for (const name of Object.keys(judgements)) {
    if (Object.hasOwn(scope.items, name)) yield { code: "duplicate_name", path: ["judgements", name] };
    yield* faultsOfName(name, ["judgements", name], limits.idLength);
  }
  for (const name of Object.keys(tests)) {
    if (Object.hasOwn(scope.indicators, name)) yield { code: "duplicate_name", path: ["tests", name] };
    yield* faultsOfName(name, ["tests", name], limits.nameLength);
  }
}

function* faultsOfName(name: string, path: Path, longest: number): Generator<Issue> {
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > longest)
    yield { code: "bad_name", path, expected: [`snake_case of at most ${longest} characters`] };
}

function* checkContent(profile: Profile): Generator<Issue> {
  const { judgements, tests, met, contradictions, scope } = profile;
  const read: Scope = { items: { ...scope.items, ...judgements }, indicators: scope.indicators };
  const check = (condition: Condition, path: Path) => checkRule(condition, read, path, "condition");
  if (profile.basis.length === 0) yield { code: "missing_basis", path: ["basis"] };
  for (const [name, { responses, basis }] of Object.entries(judgements)) {
    if (basis.length === 0) yield { code: "missing_basis", path: ["judgements", name] };
    const codes = responses.kind === "choice" ? Object.keys(responses.options) : [];
    if (!codes.includes("yes") || !codes.includes("no")) {
      yield { code: "malformed", path: ["judgements", name, "responses"], expected: ["yes", "no"] };
    }
  }
  for (const [name, { rule, basis, settledBy }] of Object.entries(tests)) {
    if (basis.length === 0) yield { code: "missing_basis", path: ["tests", name] };
    if (settledBy.length === 0) yield { code: "malformed", path: ["tests", name, "settledBy"] };
    yield* check(rule, ["tests", name]);
  }
  for (const [name, { when }] of Object.entries(contradictions)) yield* check(when, ["contradictions", name]);
  yield* checkRule(met, { items: {}, indicators: tests }, ["met"], "condition");
  yield* checkParameters(profile);
  yield* checkDerived(profile, read);
}

/** A parameter's default has to be the number that the rules really hold. */
function* checkParameters(profile: Profile): Generator<Issue> {
  for (const [name, parameter] of Object.entries(profile.parameters)) {
    for (const [at, binding] of parameter.sets.entries()) {
      const path = ["parameters", name, "sets", at];
      const test = Object.hasOwn(profile.tests, binding.test) ? profile.tests[binding.test] : undefined;
      if (test === undefined) yield { code: "unknown_reference", path, expected: Object.keys(profile.tests) };
      else if (!fits(test.rule, binding, parameter.value)) {
        yield { code: "out_of_range", path, expected: ["the number that the test's rule holds"] };
      }
    }
  }
}

function* checkDerived({ derived }: Profile, read: Scope): Generator<Issue> {
  for (const [at, entry] of derived.entries()) {
    const { item, code, from, to } = entry;
    const place = ["derived", at];
    if (isNever(entry)) yield { code: "out_of_range", path: [...place, "atMost"], expected: ["atLeast or more"] };
    const meets = derived.slice(0, at).some((other) => other.code !== code && saysOfSameDays(other, entry));
    if (meets) yield { code: "out_of_range", path: [...place, "atLeast"], expected: ["days that no other code has"] };
    const responses = itemIn(read, item)?.responses;
    if (responses?.kind !== "choice") yield { code: "unknown_reference", path: ["derived", at, "item"] };
    else if (!Object.hasOwn(responses.options, code)) yield { code: "unknown_option", path: ["derived", at, "code"] };
    for (const [end, day] of [["from", from] as const, ["to", to] as const]) {
      if (day !== asOfDay && itemIn(read, day)?.responses.kind !== "date") {
        yield { code: "unknown_reference", path: ["derived", at, end], expected: ["an item that holds a day"] };
      }
    }
  }
}

type Derived = Profile["derived"][number];

const leastOf = ({ atLeast = 0 }: Derived): number => atLeast;
const mostOf = ({ atMost = Number.POSITIVE_INFINITY }: Derived): number => atMost;
const isNever = (entry: Derived): boolean => !(leastOf(entry) <= mostOf(entry));

/** Whether both fill in one item from the same two days, for a number of days that both take. */
function saysOfSameDays(one: Derived, other: Derived): boolean {
  const alike = one.item === other.item && one.from === other.from && one.to === other.to;
  if (!alike || one.ruledOut === true || other.ruledOut === true) return false;
  return leastOf(one) <= mostOf(other) && leastOf(other) <= mostOf(one);
}
