import { deepFreeze, type Instrument } from "../instrument/index.ts";
import { type Issue, mustHave, type Parsed, type Path, parsed, throwIfAny } from "../issues/index.ts";

/** How answers to one version of an instrument become answers to another: plain data, with a word on every item. */
export interface AnswerMap {
  /** The instrument's id. */
  readonly instrument: string;
  /** The versions. */
  readonly from: string;
  readonly to: string;
  /** Every item of the old version. */
  readonly items: Readonly<Record<string, ItemMove>>;
  /** Every item of the new version that no old one leads to. */
  readonly added: readonly string[];
}

/** What becomes of an item: it stays as it is, moves (with every old code, or codes that are all the same), or goes. */
export type ItemMove =
  | { readonly unchanged: true }
  | { readonly to: string; readonly codes: "unchanged" | Readonly<Record<string, CodeMove>> }
  | { readonly dropped: string };

/** The new code, or why there is none. */
export type CodeMove = string | { readonly dropped: string };

/**
 * A map that has been held to both versions, frozen: each old item and code is mentioned, each target is there, no two
 * items lead to one, and `added` is exactly what is new. Words for not knowing are no codes and move with their item.
 *
 * @throws {AssessmentError} `version_mismatch`, `unmapped_item`, `unmapped_option`, `unknown_item`, `unknown_option`,
 *   `duplicate_name`, `malformed`
 * @example
 * const next = { ...relationshipAndMotive, version: "9.0.0" };
 * const map = defineAnswerMap(
 *   { ...identityMap(relationshipAndMotive), to: "9.0.0" }, { from: relationshipAndMotive, to: next },
 * );
 * map.added; // => []
 */
export function defineAnswerMap(
  map: AnswerMap,
  forms: { readonly from: Instrument; readonly to: Instrument },
): AnswerMap {
  mustHave(map, "items", "map");
  mustHave(forms, "from", "forms");
  const { from, to } = forms;
  mustHave(from, "items", "from");
  mustHave(to, "items", "to");
  const issues = [...checkVersions(map, from, to), ...checkItems(map, from, to), ...checkTargets(map, to)];
  throwIfAny(issues);
  return deepFreeze(map);
}

/**
 * The map that changes nothing.
 *
 * @example
 * identityMap(relationshipAndMotive).items.adult; // => { unchanged: true }
 */
export function identityMap(instrument: Pick<Instrument, "id" | "version" | "items">): AnswerMap {
  mustHave(instrument, "items", "instrument");
  const { id, version, items } = instrument;
  const moves = Object.keys(items).map((item) => [item, { unchanged: true }] as const);
  return deepFreeze({ instrument: id, from: version, to: version, items: Object.fromEntries(moves), added: [] });
}

/**
 * One map that does what two do after one another, or every item and code on which the second is silent. Where the second
 * drops an item, its reason stands for all of the item's codes.
 *
 * @returns issues `version_mismatch`, `unmapped_item`, `unmapped_option`
 * @example
 * const [first, second] = [
 *   { instrument: "f", from: "1.0.0", to: "2.0.0", items: { a: { to: "b", codes: { y: "yes" } } }, added: [] },
 *   { instrument: "f", from: "2.0.0", to: "3.0.0", items: { b: { dropped: "not asked any more" } }, added: ["c"] },
 * ] as const;
 * const result = composeMaps(first, second);
 * result.ok && result.value.items; // => { a: { dropped: "not asked any more" } }
 */
export function composeMaps(first: AnswerMap, second: AnswerMap): Parsed<AnswerMap> {
  mustHave(first, "items", "first");
  mustHave(second, "items", "second");
  if (first.instrument !== second.instrument || first.to !== second.from) {
    return { ok: false, issues: [{ code: "version_mismatch", path: ["from"], expected: [first.to] }] };
  }
  const issues: Issue[] = [];
  const items = Object.entries(first.items).map(
    ([id, move]) => [id, asMove(id, composed(id, move, second, issues))] as const,
  );
  const kept = first.added.flatMap((id) => {
    const move = composed(id, { unchanged: true }, second, issues);
    return "dropped" in move ? [] : [move.to];
  });
  return parsed(
    () =>
      deepFreeze({
        instrument: first.instrument,
        from: first.from,
        to: second.to,
        items: Object.fromEntries(items),
        added: [...kept, ...second.added],
      }),
    issues,
  );
}

/** A move with its target named. */
export type Moved = Exclude<ItemMove, { readonly unchanged: true }>;

export function movedOf(id: string, move: ItemMove): Moved {
  return "unchanged" in move ? { to: id, codes: "unchanged" } : move;
}

function asMove(id: string, move: Moved): ItemMove {
  return "to" in move && move.to === id && move.codes === "unchanged" ? { unchanged: true } : move;
}

function composed(id: string, move: ItemMove, second: AnswerMap, issues: Issue[]): Moved {
  const first = movedOf(id, move);
  if ("dropped" in first) return first;
  const next = Object.hasOwn(second.items, first.to) ? second.items[first.to] : undefined;
  if (next === undefined) {
    issues.push({ code: "unmapped_item", path: ["items", first.to] });
    return first;
  }
  const then = movedOf(first.to, next);
  if ("dropped" in then) return then;
  if (first.codes === "unchanged") return then;
  const { codes } = then;
  if (codes === "unchanged") return { to: then.to, codes: first.codes };
  const both = Object.entries(first.codes).map(([code, target]): readonly [string, CodeMove] => {
    if (typeof target !== "string") return [code, target];
    const after = Object.hasOwn(codes, target) ? codes[target] : undefined;
    if (after === undefined) issues.push({ code: "unmapped_option", path: ["items", first.to, "codes", target] });
    return [code, after ?? target];
  });
  return { to: then.to, codes: Object.fromEntries(both) };
}

function checkVersions(map: AnswerMap, from: Instrument, to: Instrument): readonly Issue[] {
  const wanted = [
    [map.instrument, from.id, "instrument"],
    [map.instrument, to.id, "instrument"],
    [map.from, from.version, "from"],
    [map.to, to.version, "to"],
  ] as const;
  return wanted.flatMap(([said, is, part]): Issue[] =>
    said === is ? [] : [{ code: "version_mismatch", path: [part], expected: [is] }],
  );
}

function checkItems({ items }: AnswerMap, from: Instrument, to: Instrument): readonly Issue[] {
  const silent = Object.keys(from.items).filter((id) => !Object.hasOwn(items, id));
  return [
    ...silent.map((id): Issue => ({ code: "unmapped_item", path: ["items", id] })),
    ...Object.entries(items).flatMap(([id, move]) => checkMove(id, move, from, to)),
  ];
}

function checkMove(id: string, move: ItemMove, from: Instrument, to: Instrument): readonly Issue[] {
  const path = ["items", id];
  const [old, moved] = [itemOf(from, id), movedOf(id, move)];
  if (old === undefined) return [{ code: "unknown_item", path, expected: Object.keys(from.items) }];
  if ("dropped" in moved) return reasonFault(moved.dropped, path);
  const next = itemOf(to, moved.to);
  if (next === undefined) return [{ code: "unknown_item", path: [...path, "to"], expected: Object.keys(to.items) }];
  const [oldCodes, newCodes] = [codesOf(old), codesOf(next)];
  if (moved.codes === "unchanged") {
    const sameKind = old.responses.kind === next.responses.kind;
    const within = rangeHolds(old.responses, next.responses);
    if (!sameKind || !within) return [{ code: "malformed", path, expected: ["the same form of answer"] }];
    const gone = oldCodes.filter((code) => !newCodes.includes(code));
    return gone.map((code) => ({ code: "unmapped_option", path: [...path, "codes", code], expected: newCodes }));
  }
  const { codes } = moved;
  // Codes can say nothing of a number or a day.
  if (old.responses.kind !== "choice")
    return [{ code: "malformed", path: [...path, "codes"], expected: ["unchanged"] }];
  const silent = oldCodes.filter((code) => !Object.hasOwn(codes, code));
  return [
    ...silent.map((code): Issue => ({ code: "unmapped_option", path: [...path, "codes", code] })),
    ...Object.entries(codes).flatMap(([code, target]): readonly Issue[] => {
      const place = [...path, "codes", code];
      if (!oldCodes.includes(code)) return [{ code: "unknown_option", path: place, expected: oldCodes }];
      if (typeof target !== "string") return reasonFault(target.dropped, place);
      return newCodes.includes(target) ? [] : [{ code: "unknown_option", path: place, expected: newCodes }];
    }),
  ];
}

function checkTargets({ items, added }: AnswerMap, to: Instrument): readonly Issue[] {
  const targets = Object.entries(items).flatMap(([id, move]) => {
    const moved = movedOf(id, move);
    return "to" in moved ? [moved.to] : [];
  });
  const named = [...targets, ...added];
  const twice = new Set(named.filter((id, at) => named.indexOf(id) !== at));
  return [
    ...[...twice].map((id): Issue => ({ code: "duplicate_name", path: ["added", id] })),
    ...Object.keys(to.items)
      .filter((id) => !named.includes(id))
      .map((id): Issue => ({ code: "unmapped_item", path: ["added", id] })),
    ...added
      .filter((id) => itemOf(to, id) === undefined)
      .map((id): Issue => ({ code: "unknown_item", path: ["added", id], expected: Object.keys(to.items) })),
  ];
}

type Item = Instrument["items"][string];

const itemOf = ({ items }: Instrument, id: string): Item | undefined =>
  Object.hasOwn(items, id) ? items[id] : undefined;

const codesOf = ({ responses }: Item): readonly string[] =>
  responses.kind === "choice" ? Object.keys(responses.options) : [];

/** Whether every number that was an answer still is one. */
function rangeHolds(old: Item["responses"], next: Item["responses"]): boolean {
  if (old.kind !== "number" || next.kind !== "number") return true;
  return next.min <= old.min && next.max >= old.max && (old.integer || !next.integer);
}

function reasonFault(reason: string, path: Path): readonly Issue[] {
  return reason.trim() === "" ? [{ code: "needs_reason", path: [...path, "dropped"] }] : [];
}
