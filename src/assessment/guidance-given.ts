import type { Answers } from "../rules/index.ts";
import type { PreparedForm } from "./prepared-form.ts";
import type { GuidanceGiven, LevelResult } from "./scored.ts";

type Levels = Readonly<Record<string, LevelResult>>;

/**
 * The guidance codes that answers and levels call for, each once, with why. What a condition on the answers gives
 * comes before what a level gives; a code for an open condition is there until the condition is ruled out.
 */
export function guidanceGiven(
  prepared: PreparedForm,
  bytes: Uint8Array,
  answers: Answers,
  levels: Levels,
): readonly GuidanceGiven[] {
  const given = new Map<string, GuidanceGiven>();
  for (const each of [...byAnswers(prepared, bytes, answers), ...byLevels(prepared, levels)]) {
    const before = given.get(each.code);
    if (before === undefined) given.set(each.code, each);
    else if (each.atOnce && !before.atOnce) given.set(each.code, { ...before, atOnce: true });
  }
  return [...given.values()];
}

/**
 * The instruments to go on to: those of conditions that hold or are not ruled out, and those of every level outcome
 * that is still possible, so that an open answer never closes a way on.
 */
export function nextForms(
  { guidance, levels }: PreparedForm,
  bytes: Uint8Array,
  answers: Answers,
  results: Levels,
): readonly string[] {
  const byRule = guidance.flatMap(({ when, next, unlessRuledOut }) =>
    next.length > 0 && when(bytes, answers) >= (unlessRuledOut ? 1 : 2) ? next : [],
  );
  const byLevel = levels.flatMap(({ name, level }) =>
    (results[name]?.possible ?? []).flatMap((outcome) => level.outcomes[outcome]?.next ?? []),
  );
  return [...new Set([...byRule, ...byLevel])];
}

function byAnswers({ guidance }: PreparedForm, bytes: Uint8Array, answers: Answers): readonly GuidanceGiven[] {
  const certain: GuidanceGiven[] = [];
  const open: GuidanceGiven[] = [];
  for (const { codes, when, items, unlessRuledOut, atOnce } of guidance) {
    const truth = when(bytes, answers);
    if (truth === 2) for (const code of codes) certain.push({ code, by: "answers", items, atOnce });
    else if (truth === 1 && unlessRuledOut) {
      for (const code of codes) open.push({ code, by: "not_ruled_out", items, atOnce });
    }
  }
  return [...certain, ...open];
}

/** Those of an ordered level's floor and of all below it; of an unordered level's outcome, once it is settled. */
function byLevels({ levels }: PreparedForm, results: Levels): readonly GuidanceGiven[] {
  return levels.flatMap(({ name, level: { outcomes, ordered, unsettled }, outcomes: names }) => {
    const { atLeast = null, because = [], possible = [], settled = false } = results[name] ?? {};
    const reached = ordered && atLeast !== null ? names.slice(names.indexOf(atLeast)) : settled ? possible : [];
    const items = because.map(({ item }) => item);
    const give = (by: GuidanceGiven["by"]) => (code: string) => ({ code, by, items, atOnce: false });
    return [
      ...reached.flatMap((outcome) => outcomes[outcome]?.guidance ?? []).map(give("level")),
      ...(settled ? [] : unsettled.map(give("open_level"))),
    ];
  });
}
