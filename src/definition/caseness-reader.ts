import { caseInquiry } from "../inquiry/index.ts";
import { isCalendarDay, parseAnswers } from "../instrument/index.ts";
import { AssessmentError, mustBeList, mustBePlain, shapeOf } from "../issues/index.ts";
import {
  type Answers,
  type ByteLayout,
  byteLayout,
  type CaseProgram,
  caseProgram,
  firstAnswer,
  isPlain,
  type Scope,
} from "../rules/index.ts";
import type { Caseness } from "./apply-profile.ts";
import { withDerived } from "./derived-answers.ts";
import { type PreparedProfile, prepareProfile, usualBudget } from "./prepare-profile.ts";
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
  mustBeList(profiles, "profiles");
  const ready = profiles.map((profile): Ready => ({ ...prepareProfile(profile), profile }));
  const scope: Scope = { items: Object.assign({}, ...ready.map(({ scope: { items } }) => items)) };
  const layout = byteLayout(scope);
  const read = bytesReader(scope, layout);
  const groups = groupsOf(ready, layout);
  const blank = Object.fromEntries(profiles.map(({ id }) => [id, "indeterminate" as Caseness]));
  return (answers, { asOf } = {}) => {
    if (asOf !== undefined && !isCalendarDay(asOf)) {
      throw new AssessmentError([
        { code: "out_of_range", path: ["asOf"], expected: ["YYYY-MM-DD"], shape: shapeOf(asOf) },
      ]);
    }
    const given = read(answers);
    const found = { ...blank };
    for (const { derived, hasDays, program, members } of groups) {
      const filled = hasDays(given) ? withDerived(derived, answers, scope, asOf).answers : answers;
      const { low, high } = program(
        filled === answers ? given : patched(given, answers, filled, derived, layout),
        filled,
      );
      for (let at = 0; at < members.length; at++) {
        const { profile, met, scope: own } = members[at] as Ready;
        if (low[at] === high[at]) found[profile.id] = low[at] === 1 ? "met" : "not_met";
        else {
          const { settled, outcomes } = caseInquiry({ decision: met, scope: own }, filled, { budget: usualBudget });
          if (settled) found[profile.id] = outcomes[0] ?? "indeterminate";
        }
      }
    }
    return found;
  };
}

type Ready = Pick<PreparedProfile<string>, "scope" | "met"> & { readonly profile: Profile };

/** Definitions that fill in the same items from days, and so read the same bytes. */
interface Group {
  readonly derived: Profile["derived"];
  /** Whether a case holds any day that something could follow from. */
  readonly hasDays: (bytes: Uint8Array) => boolean;
  readonly program: CaseProgram["boundsOf"];
  readonly members: readonly Ready[];
}

function groupsOf(ready: readonly Ready[], layout: ByteLayout): readonly Group[] {
  const byDerived = new Map<string, Ready[]>();
  for (const each of ready) {
    const key = JSON.stringify(each.profile.derived);
    byDerived.set(key, [...(byDerived.get(key) ?? []), each]);
  }
  return [...byDerived.values()].map((members) => {
    const derived = members[0]?.profile.derived ?? [];
    const starts = [...new Set(derived.map(({ from }) => layout.places.get(from) ?? -1))];
    return {
      derived,
      hasDays: (bytes) => starts.some((place) => bytes[place] !== 0),
      program: caseProgram(
        members.map(({ profile, scope }) => [profile.met, scope] as const),
        layout,
      ).boundsOf,
      members,
    };
  });
}

/** Where an item stands, and the bytes of its codes; its first two codes are tried before the map is asked. */
interface Entry {
  readonly place: number;
  readonly codes: ReadonlyMap<unknown, number>;
  readonly first: unknown;
  readonly second: unknown;
}

/**
 * Reads cases into bytes; whatever is not a listed code is checked as `parseAnswers` checks it. Cases mostly have their
 * keys in one order, so the order of the case before is tried first.
 */
function bytesReader(scope: Scope, { places, bytes }: ByteLayout): (answers: Answers) => Uint8Array {
  const entries = new Map<string, Entry>();
  for (const [id, place] of places) {
    const codes = bytes[place] ?? new Map<unknown, number>();
    const [first = none, second = none] = [...codes].flatMap(([code, byte]) => (byte < firstAnswer ? [] : [code]));
    entries.set(id, { place, codes, first, second });
  }
  const order: string[] = [];
  const inOrder: (Entry | undefined)[] = [];
  return (answers) => {
    mustBePlain(answers);
    const read = new Uint8Array(places.size);
    const plain = isPlain(answers);
    let at = 0;
    for (const id in answers) {
      if (!plain && !Object.hasOwn(answers, id)) continue;
      const entry = order[at] === id ? inOrder[at] : entries.get(id);
      if (order[at] !== id && at < places.size) {
        order[at] = id;
        inOrder[at] = entry;
      }
      at += 1;
      if (entry === undefined) continue;
      const answer = answers[id];
      if (answer === entry.first) read[entry.place] = firstAnswer;
      else if (answer === entry.second) read[entry.place] = firstAnswer + 1;
      else if (answer !== undefined) read[entry.place] = entry.codes.get(answer) ?? checked(answers, scope);
    }
    return read;
  };
}

const none = Symbol("no such code");

/** The byte of an answer that is not a code but a number or a day, once all that the definitions read has been checked. */
function checked(answers: Answers, scope: Scope): number {
  const known = Object.entries(answers).filter(([item]) => Object.hasOwn(scope.items, item));
  const result = parseAnswers(Object.fromEntries(known), scope);
  if (!result.ok) throw new AssessmentError(result.issues);
  return firstAnswer;
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
