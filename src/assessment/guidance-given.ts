import type { CaseBounds } from "../rules/index.ts";
import type { PreparedForm } from "./prepared-form.ts";
import type { GuidanceGiven, LevelResult } from "./scored.ts";

/** What guidance needs to know of a level: its outcomes still possible, from the most to the least concern. */
export interface LevelStanding {
  readonly possible: readonly string[];
  readonly settled: boolean;
}

/**
 * The guidance codes that answers and levels call for, each once, with why. What a condition on the answers gives
 * comes before what a level gives; a code for an open condition is there until the condition is ruled out.
 */
export function guidanceGiven(
  prepared: PreparedForm,
  bounds: CaseBounds,
  levels: readonly LevelResult[],
): readonly GuidanceGiven[] {
  const given = new Map<string, GuidanceGiven>();
  const add = (each: GuidanceGiven) => {
    const before = given.get(each.code);
    if (before === undefined) given.set(each.code, each);
    else if (each.atOnce && !before.atOnce) given.set(each.code, { ...before, atOnce: true });
  };
  for (const [by, { codes, items, atOnce }] of rulesThatHold(prepared, bounds)) {
    for (const code of codes) add({ code, by, items, atOnce });
  }
  for (const [by, codes, at] of codesOfLevels(prepared, levels)) {
    const items = levels[at]?.because.map(({ item }) => item) ?? [];
    for (const code of codes) add({ code, by, items, atOnce: false });
  }
  return [...given.values()];
}

/** The codes of all guidance that is called for, in the order of `guidanceGiven`. */
export function guidanceCodes(
  prepared: PreparedForm,
  bounds: CaseBounds,
  levels: readonly LevelStanding[],
): readonly string[] {
  const given = new Set<string>();
  for (const [, { codes }] of rulesThatHold(prepared, bounds)) for (const code of codes) given.add(code);
  for (const [, codes] of codesOfLevels(prepared, levels)) for (const code of codes) given.add(code);
  return [...given];
}

/**
 * The instruments to go on to: those of conditions that hold or are not ruled out, and those of every level outcome
 * that is still possible, so that an open answer never closes a way on.
 */
export function nextForms(
  { guidance, levels }: PreparedForm,
  bounds: CaseBounds,
  results: readonly LevelStanding[],
): readonly string[] {
  const byRule = guidance.flatMap(({ at, next, unlessRuledOut }) =>
    next.length > 0 && (unlessRuledOut ? bounds.high : bounds.low)[at] === 1 ? next : [],
  );
  const byLevel = levels.flatMap(({ level }, at) =>
    (results[at]?.possible ?? []).flatMap((outcome) => level.outcomes[outcome]?.next ?? []),
  );
  return [...new Set([...byRule, ...byLevel])];
}

type GuidanceRule = PreparedForm["guidance"][number];
type By = GuidanceGiven["by"];

/** Rules that are true, then those that are not ruled out and say that this is enough. */
function rulesThatHold(
  { guidance }: PreparedForm,
  { low, high }: CaseBounds,
): readonly (readonly [By, GuidanceRule])[] {
  const certain: (readonly [By, GuidanceRule])[] = [];
  const open: (readonly [By, GuidanceRule])[] = [];
  for (const rule of guidance) {
    if (low[rule.at] === 1) certain.push(["answers", rule]);
    else if (high[rule.at] === 1 && rule.unlessRuledOut) open.push(["not_ruled_out", rule]);
  }
  return [...certain, ...open];
}

/** Codes of an ordered level's floor and of all below it; of an unordered level's outcome, once it is settled. */
function codesOfLevels(
  { levels }: PreparedForm,
  results: readonly LevelStanding[],
): readonly (readonly [By, readonly string[], number])[] {
  return levels.flatMap(({ level: { outcomes, ordered, unsettled }, outcomes: names }, at) => {
    const { possible = [], settled = false } = results[at] ?? {};
    const floor = possible.at(-1);
    const reached = ordered && floor !== undefined ? names.slice(names.indexOf(floor)) : settled ? possible : [];
    const codes = reached.flatMap((outcome) => outcomes[outcome]?.guidance ?? []);
    return [["level", codes, at] as const, ...(settled ? [] : [["open_level", unsettled, at] as const])];
  });
}
