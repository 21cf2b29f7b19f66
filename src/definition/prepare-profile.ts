import { contentHash } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import { type Decision, ref, type Scope } from "../rules/index.ts";
import type { Profile, Provenance } from "./profile.ts";

/** Counting occasions over some forty items needs larger diagrams than a form's own levels (design choice). */
export const usualBudget = 200_000;

/** A profile made ready: its scope with its judgements and tests, and its decisions. */
export interface PreparedProfile<Name extends string> {
  readonly scope: Scope;
  readonly met: Decision<"met" | "not_met">;
  readonly tests: readonly { readonly name: Name; readonly decision: Decision<"true" | "false"> }[];
  readonly profile: Provenance;
}

/**
 * Everything that a profile reads as one scope: its forms, the judgements it asks for and its tests as named rules.
 *
 * @example
 * "first_event_date" in profileScope(twoWeekWatershed).items; // => true
 */
export function profileScope(profile: Profile): Scope {
  return prepareProfile(profile).scope;
}

/**
 * The id, version and content hash of a profile, as its results carry them.
 *
 * @example
 * profileProvenance(twoWeekWatershed).id; // => "research-two-week"
 */
export function profileProvenance(profile: Profile): Provenance {
  return prepareProfile(profile).profile;
}

const preparedFor = new WeakMap<Profile, PreparedProfile<string>>();

/** What is worked out once for each profile: a decision is the key under which its diagram is kept. */
export function prepareProfile<Name extends string>(profile: Profile<Name>): PreparedProfile<Name> {
  const before = preparedFor.get(profile);
  // What is stored under a profile was made from it, so the names are its own.
  if (before !== undefined) return before as PreparedProfile<Name>;
  mustHave(profile, "tests", "profile");
  const { scope, ...own } = profile;
  const now: PreparedProfile<Name> = {
    scope: {
      items: { ...scope.items, ...profile.judgements },
      indicators: { ...scope.indicators, ...profile.tests },
    },
    met: { cases: [{ when: profile.met, outcome: "met" }], otherwise: "not_met" },
    tests: (Object.keys(profile.tests) as Name[]).map((name) => ({
      name,
      decision: { cases: [{ when: ref(name), outcome: "true" }], otherwise: "false" },
    })),
    profile: { id: profile.id, version: profile.version, hash: contentHash({ ...own, scope: scope.instruments }) },
  };
  preparedFor.set(profile, now);
  return now;
}
