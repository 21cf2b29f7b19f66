import type { Instrument } from "../instrument/index.ts";
import { type Answers, evaluate, itemsOf } from "../rules/index.ts";
import type { GuidanceGiven, LevelResult } from "./scored.ts";

/**
 * The guidance codes that answers and levels call for, each once, with why. What a condition on the answers gives
 * comes before what a level gives; a code for an open condition is there until the condition is ruled out.
 */
export function guidanceGiven(
  form: Instrument,
  answers: Answers,
  levels: Readonly<Record<string, LevelResult>>,
): readonly GuidanceGiven[] {
  const given = new Map<string, GuidanceGiven>();
  for (const each of [...byAnswers(form, answers), ...byLevels(form, levels)]) {
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
  form: Instrument,
  answers: Answers,
  levels: Readonly<Record<string, LevelResult>>,
): readonly string[] {
  const byRule = (form.guidance ?? []).flatMap(({ when, next = [], unlessRuledOut }) =>
    next.length > 0 && evaluate(when, answers, form)[unlessRuledOut === true ? 1 : 0] === 1 ? next : [],
  );
  const byLevel = Object.entries(form.levels ?? {}).flatMap(([name, { outcomes }]) =>
    (levels[name]?.possible ?? []).flatMap((outcome) => outcomes[outcome]?.next ?? []),
  );
  return [...new Set([...byRule, ...byLevel])];
}

function byAnswers(form: Instrument, answers: Answers): readonly GuidanceGiven[] {
  const found = (form.guidance ?? []).flatMap(({ codes, when, unlessRuledOut, interrupts }) => {
    const [low, high] = evaluate(when, answers, form);
    if (low === 0 && (high === 0 || unlessRuledOut !== true)) return [];
    const by = low === 1 ? ("answers" as const) : ("not_ruled_out" as const);
    return codes.map((code) => ({ code, by, items: itemsOf(when, form), atOnce: interrupts !== undefined }));
  });
  return [...found.filter(({ by }) => by === "answers"), ...found.filter(({ by }) => by === "not_ruled_out")];
}

/** Those of an ordered level's floor and of all below it; of an unordered level's outcome, once it is settled. */
function byLevels(form: Instrument, results: Readonly<Record<string, LevelResult>>): readonly GuidanceGiven[] {
  return Object.entries(form.levels ?? {}).flatMap(([name, { outcomes, ordered, unsettled }]) => {
    const { atLeast = null, because = [], possible = [], settled = false } = results[name] ?? {};
    const names = Object.keys(outcomes);
    const reached = ordered && atLeast !== null ? names.slice(names.indexOf(atLeast)) : settled ? possible : [];
    const items = because.map(({ item }) => item);
    const give = (by: GuidanceGiven["by"]) => (code: string) => ({ code, by, items, atOnce: false });
    return [
      ...reached.flatMap((outcome) => outcomes[outcome]?.guidance ?? []).map(give("level")),
      ...(settled ? [] : unsettled.map(give("open_level"))),
    ];
  });
}
