import { expectTypeOf, test } from "vitest";
import type { EntryKind, EntryOf, ItemMove, NewEntry } from "../../src/record/index.ts";

const common = { id: "n1", at: "2026-01-05", by: "rater-2" } as const;

test("an entry holds what its kind holds", () => {
  expectTypeOf<NewEntry["kind"]>().toEqualTypeOf<EntryKind>();
  expectTypeOf<EntryOf<"override">["content"]["to"]>().toEqualTypeOf<string>();
  const referral: NewEntry = { ...common, kind: "referral", content: { agency: "police" } };
  // @ts-expect-error -- a referral names its agency
  const nameless: NewEntry = { ...common, kind: "referral", content: {} };
  // @ts-expect-error -- no such kind
  const unknown: NewEntry = { ...common, kind: "decision", content: {} };
  expectTypeOf([referral, nameless, unknown]).toExtend<readonly unknown[]>();
});

test("what was seen and what is done belong to an episode, and a withdrawal names its entry", () => {
  // @ts-expect-error -- no episode
  const seen: NewEntry = { ...common, kind: "monitoring", content: { signs: [] } };
  // @ts-expect-error -- nothing superseded
  const taken: NewEntry = { ...common, kind: "withdrawal", content: { reason: "x" } };
  // @ts-expect-error -- the chain's digests are never the caller's
  const digested: NewEntry = { ...common, kind: "referral", content: { agency: "police" }, digest: "0" };
  expectTypeOf([seen, taken, digested]).toExtend<readonly unknown[]>();
});

test("an item moves with a word on its codes, or goes with a reason", () => {
  const kept: ItemMove = { unchanged: true };
  // @ts-expect-error -- silent on its codes
  const silent: ItemMove = { to: "b" };
  expectTypeOf([kept, silent]).toExtend<readonly ItemMove[]>();
});
