import { inquire } from "../inquiry/index.ts";
import { isCalendarDay, parseAnswers } from "../instrument/index.ts";
import { AssessmentError, shapeOf } from "../issues/index.ts";
import {
  type Answers,
  type ByteLayout,
  byteLayout,
  caseTruth,
  type Decision,
  firstAnswer,
  type Scope,
  type SharedRules,
} from "../rules/index.ts";
import type { Caseness } from "./apply-profile.ts";
import { withDerived } from "./derived-answers.ts";
import { prepareProfile, usualBudget } from "./prepare-profile.ts";
import type { Profile } from "./profile.ts";

/** Reads many cases under the same definitions. */
export type CasenessReader = (
  answers: Answers,
  context?: { readonly asOf?: string },
) => Readonly<Record<string, Caseness>>;

/**
 * A reader of cases that says, for each of these definitions, whether the answers meet it: what `applyProfile` says as
 * `caseness`, without the tests and reasons. Where interval evaluation settles a definition, as it does on complete
 * answers, nothing more is worked out; only what it leaves open goes to the exact search.
 *
 * Answers to items that no definition reads are passed over. The result has the definitions' ids, in the order given.
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_option`, `wrong_type`, `out_of_range`, with every issue
 * @example
 * const read = casenessReader([twoWeekWatershed]);
 * read({})["research-two-week"]; // => "indeterminate"
 */
export function casenessReader(profiles: readonly Profile[]): CasenessReader {
  const scope: Scope = { items: Object.assign({}, ...profiles.map((profile) => prepareProfile(profile).scope.items)) };
  const items = Object.keys(scope.items);
  const layout = byteLayout(scope);
  const entries = new Map(
    items.map((id, place) => [id, { place, codes: layout.bytes[place] ?? new Map<unknown, number>() }] as const),
  );
  const shared: SharedRules = new Map();
  const groups = new Map<string, Ready[]>();
  for (const profile of profiles) {
    const { scope: own, met } = prepareProfile(profile);
    const when = met.cases[0]?.when ?? { kind: "any" as const, of: [] };
    const key = JSON.stringify(profile.derived);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ profile, own, met, truth: caseTruth(when, own, layout, shared) });
  }
  const order = profiles.map(({ id }) => [id, "indeterminate" as Caseness] as const);
  return (answers, { asOf } = {}) => {
    if (asOf !== undefined && !isCalendarDay(asOf)) {
      throw new AssessmentError([
        { code: "out_of_range", path: ["asOf"], expected: ["YYYY-MM-DD"], shape: shapeOf(asOf) },
      ]);
    }
    const given = readBytes(answers, scope, items, entries);
    const found: Record<string, Caseness> = groups.size === 1 ? {} : Object.fromEntries(order);
    for (const group of groups.values()) {
      const derived = group[0]?.profile.derived ?? [];
      const filled = derived.length === 0 ? answers : withDerived(derived, answers, scope, asOf).answers;
      const bytes = derived.length === 0 ? given : patched(given, answers, filled, derived, layout);
      for (const { profile, own, met, truth } of group) {
        const at = truth(bytes, filled);
        if (at === 1) {
          const { settled, outcomes } = inquire({ decision: met, scope: own }, filled, { budget: usualBudget });
          found[profile.id] = settled ? (outcomes[0] ?? "indeterminate") : "indeterminate";
        } else found[profile.id] = at === 2 ? "met" : "not_met";
      }
    }
    return found;
  };
}

/** A case as bytes; whatever is not a listed code is checked as `parseAnswers` checks it. */
function readBytes(
  answers: Answers,
  scope: Scope,
  items: readonly string[],
  entries: ReadonlyMap<string, Entry>,
): Uint8Array {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw new AssessmentError([{ code: "not_an_object", path: [], shape: shapeOf(answers) }]);
  }
  const read = new Uint8Array(items.length);
  for (const id of Object.keys(answers)) {
    const entry = entries.get(id);
    if (entry === undefined) continue;
    const answer = answers[id];
    const byte = entry.codes.get(answer);
    if (byte !== undefined) read[entry.place] = byte;
    else if (answer !== undefined) {
      const known = Object.fromEntries(
        items.flatMap((item) => (Object.hasOwn(answers, item) ? [[item, answers[item]]] : [])),
      );
      const result = parseAnswers(known, scope);
      if (!result.ok) throw new AssessmentError(result.issues);
      read[entry.place] = firstAnswer;
    }
  }
  return read;
}

/** The bytes of a case after items were filled in from days, or left open since they do not fit them. */
function patched(
  before: Uint8Array,
  answers: Answers,
  filled: Answers,
  derived: Profile["derived"],
  { places, bytes }: ByteLayout,
): Uint8Array {
  let after = before;
  for (const { item } of derived) {
    const place = places.get(item);
    if (place === undefined || answers[item] === filled[item]) continue;
    if (after === before) after = before.slice();
    after[place] = bytes[place]?.get(filled[item]) ?? 0;
  }
  return after;
}

interface Entry {
  readonly place: number;
  readonly codes: ReadonlyMap<unknown, number>;
}

interface Ready {
  readonly profile: Profile;
  readonly own: Scope;
  readonly met: Decision<"met" | "not_met">;
  readonly truth: (bytes: Uint8Array, answers: Answers) => number;
}
