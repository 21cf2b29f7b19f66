import { type Issue, mustBeList, mustBePlain, type Parsed, parsed } from "../issues/index.ts";
import { type Answer, type Answers, isState } from "../rules/index.ts";
import { type AnswerMap, movedOf } from "./answer-map.ts";

/** Answers to another version, and what could not come along. */
export interface Migrated {
  readonly answers: Answers;
  /** Items of the version it began with whose answer is gone, with the reason that the map gives. */
  readonly lost: readonly { readonly item: string; readonly reason: string }[];
  /** Items of the new version that no answer could have been given to. They are not asked, not unknown. */
  readonly added: readonly string[];
}

/**
 * Moves answers along declared maps, one version after another. Nothing is guessed: an answer whose item or code a map
 * does not mention is an issue, and an answer that a map drops is listed with its reason. Words for not knowing move
 * with their item.
 *
 * A result belongs to the version that gave it. Classify what comes out, and append it as a new entry.
 *
 * @param maps In order: each begins where the one before ends. Without any the answers stay as they are.
 * @returns issues `version_mismatch`, `unmapped_item`, `unmapped_option`, `duplicate_name`; no issue holds an answer
 * @example
 * const map = {
 *   instrument: "f", from: "1.0.0", to: "2.0.0",
 *   items: { a: { to: "b", codes: { y: "yes", maybe: { dropped: "no longer an answer" } } }, c: { dropped: "not asked" } },
 *   added: ["d"],
 * } as const;
 * const result = migrate({ a: "y", c: "not_sure" }, [map]);
 * result.ok && result.value.answers; // => { b: "yes" }
 * result.ok && result.value.lost; // => [{ item: "c", reason: "not asked" }]
 */
export function migrate(answers: Answers, maps: readonly AnswerMap[]): Parsed<Migrated> {
  mustBePlain(answers);
  mustBeList(maps, "maps");
  const issues: Issue[] = maps.flatMap((map, at): Issue[] => {
    const before = maps[at - 1];
    return before === undefined || (before.instrument === map.instrument && before.to === map.from)
      ? []
      : [{ code: "version_mismatch", path: ["maps", at, "from"], expected: [before.to] }];
  });
  if (issues.length > 0) return parsed<Migrated>(impossible, issues);
  let held: readonly Held[] = Object.entries(answers).flatMap(([id, answer]) =>
    answer === undefined ? [] : [{ origin: id, id, answer }],
  );
  const lost: Migrated["lost"][number][] = [];
  let added: readonly string[] = [];
  for (const [at, map] of maps.entries()) {
    held = held.flatMap((each) => step(each, map, at, lost, issues));
    added = [...added.flatMap((id) => targetOf(id, map)), ...map.added];
    issues.push(...collisions(held, at));
  }
  return parsed(
    () =>
      Object.freeze({
        answers: Object.freeze(Object.fromEntries(held.map(({ id, answer }) => [id, answer]))),
        lost: Object.freeze(lost),
        added: Object.freeze(added),
      }),
    issues,
  );
}

interface Held {
  /** The item that it was an answer to at first. */
  readonly origin: string;
  readonly id: string;
  readonly answer: Answer;
}

function step(
  { origin, id, answer }: Held,
  { items }: AnswerMap,
  at: number,
  lost: Migrated["lost"][number][],
  issues: Issue[],
): readonly Held[] {
  const move = Object.hasOwn(items, id) ? items[id] : undefined;
  if (move === undefined) {
    issues.push({ code: "unmapped_item", path: ["maps", at, "items", id] });
    return [];
  }
  const moved = movedOf(id, move);
  if ("dropped" in moved) {
    lost.push(Object.freeze({ item: origin, reason: moved.dropped }));
    return [];
  }
  const { to, codes } = moved;
  if (codes === "unchanged" || isState(answer)) return [{ origin, id: to, answer }];
  const target = typeof answer === "string" && Object.hasOwn(codes, answer) ? codes[answer] : undefined;
  if (target === undefined) {
    issues.push({ code: "unmapped_option", path: ["maps", at, "items", id], expected: Object.keys(codes) });
    return [];
  }
  if (typeof target === "string") return [{ origin, id: to, answer: target }];
  lost.push(Object.freeze({ item: origin, reason: target.dropped }));
  return [];
}

function targetOf(id: string, { items }: AnswerMap): readonly string[] {
  const move = Object.hasOwn(items, id) ? items[id] : undefined;
  const moved = move === undefined ? undefined : movedOf(id, move);
  return moved === undefined || "dropped" in moved ? [] : [moved.to];
}

/** Two answers must not fall on one item. */
function collisions(held: readonly Held[], at: number): readonly Issue[] {
  const ids = held.map(({ id }) => id);
  const twice = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
  return [...twice].map((id) => ({ code: "duplicate_name", path: ["maps", at, "items", id] }));
}

function impossible(): never {
  throw new TypeError("a failed parse has at least one issue");
}
