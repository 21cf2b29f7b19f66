import { expectTypeOf, test } from "vitest";
import { applyProfile, defineProfile, mergedScope } from "../../src/definition/index.ts";
import { defineInstrument, defineItems, designChoice, oneOf, ref, rulesOver, yesNo } from "../../src/index.ts";

const basis = [designChoice("a toy")] as const;
const item = { code: "T", text: { target: "Toy?", rater: "Toy?" }, construct: "toy", responses: yesNo, basis } as const;
const facts = {
  id: "toy",
  version: "1.0.0",
  title: "Toy",
  purpose: "To test.",
  respondents: ["rater"],
  notFor: [],
  referencePeriod: "any",
  validation: "none",
  sections: {},
} as const;
const first = defineInstrument({
  ...facts,
  items: defineItems({ met: item }),
  indicators: { known: { means: "known", rule: oneOf("met", "yes"), basis } },
});
const second = defineInstrument({ ...facts, id: "second", items: defineItems({ told: item }), indicators: {} });
const scope = mergedScope(first, second);
const judgements = defineItems({ enough: item });
const { is } = rulesOver({ ...scope.items, ...judgements });
const about = {
  id: "toy",
  version: "1.0.0",
  title: "Toy",
  jurisdiction: "XX",
  kind: "research",
  basis,
  notes: [],
  limits: [],
  scope,
} as const;
const part = { means: "toy", settledBy: ["target"], basis } as const;

test("a profile over two forms keeps the names of its tests, items and rules", () => {
  expectTypeOf<keyof typeof scope.items>().toEqualTypeOf<"met" | "told">();
  expectTypeOf<keyof typeof scope.indicators>().toEqualTypeOf<"known">();
  const profile = defineProfile({
    ...about,
    judgements,
    tests: { one: { ...part, rule: ref("known") }, two: { ...part, rule: is("enough", "yes") } },
    met: ref("one"),
  });
  expectTypeOf(applyProfile(profile, {}).tests[0]?.name).toEqualTypeOf<"one" | "two" | undefined>();
  expectTypeOf(applyProfile(profile, {}).caseness).toEqualTypeOf<"met" | "not_met" | "indeterminate">();
});

test("a misspelt item, a foreign code and a misspelt rule do not compile", () => {
  // @ts-expect-error -- no item is named tolld
  is("tolld", "yes");
  // @ts-expect-error -- not an option of this item
  is("told", "maybe");
  // @ts-expect-error -- no item is named mett
  defineProfile({ ...about, tests: { one: { ...part, rule: oneOf("mett", "yes") } } });
  // @ts-expect-error -- no rule is named knwon
  defineProfile({ ...about, tests: { one: { ...part, rule: ref("knwon") } } });
});

test("a judgement that the profile does not ask for does not compile", () => {
  // @ts-expect-error -- enough is not among the profile's judgements
  defineProfile({ ...about, tests: { one: { ...part, rule: is("enough", "yes") } } });
});

test("met names only the profile's own tests", () => {
  // @ts-expect-error -- no test is named three
  defineProfile({ ...about, tests: { one: { ...part, rule: is("told", "yes") } }, met: ref("three") });
  // @ts-expect-error -- met reads tests, never items
  defineProfile({ ...about, tests: { one: { ...part, rule: is("told", "yes") } }, met: is("told", "yes") });
});

test("a test without a ground, or without anyone who could settle it, does not compile", () => {
  // @ts-expect-error -- a test needs at least one ground
  defineProfile({ ...about, tests: { one: { ...part, basis: [], rule: is("told", "yes") } } });
  // @ts-expect-error -- a test names who could settle it
  defineProfile({ ...about, tests: { one: { ...part, settledBy: [], rule: is("told", "yes") } } });
});
