import { expectTypeOf, test } from "vitest";
import { cite } from "../../src/content/cite.ts";
import {
  all,
  defineBibliography,
  defineInstrument,
  defineItems,
  designChoice,
  not,
  oneOf,
  ref,
  rulesOver,
  yesNo,
} from "../../src/index.ts";

const basis = [designChoice("a toy")] as const;
const item = { code: "T", text: { target: "Toy?", rater: "Toy?" }, construct: "toy", responses: yesNo, basis } as const;
const items = defineItems({ met: item, told: item });
const { is } = rulesOver(items);
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
const known = { means: "known", rule: is("met", "yes"), basis } as const;

test("an instrument whose rules name only its items and rules compiles and keeps its ids", () => {
  const form = defineInstrument({
    ...facts,
    items,
    askIf: { told: all(is("met", "yes"), ref("known")) },
    indicators: { known, unknown: { means: "unknown", rule: not(ref("known")), basis } },
  });
  expectTypeOf<keyof typeof form.items>().toEqualTypeOf<"met" | "told">();
  expectTypeOf<keyof typeof form.indicators>().toEqualTypeOf<"known" | "unknown">();
});

test("a misspelt rule name in an indicator does not compile", () => {
  defineInstrument({
    ...facts,
    items,
    // @ts-expect-error -- no rule is named knwon
    indicators: { known, other: { means: "other", rule: not(ref("knwon")), basis } },
  });
});

test("a misspelt item in an indicator does not compile", () => {
  defineInstrument({
    ...facts,
    items,
    // @ts-expect-error -- no item is named mett
    indicators: { other: { means: "other", rule: all(oneOf("mett", "yes")), basis } },
  });
});

test("a misspelt rule name in askIf does not compile", () => {
  // @ts-expect-error -- no rule is named knwon
  defineInstrument({ ...facts, items, indicators: { known }, askIf: { told: ref("knwon") } });
});

test("a misspelt item in askIf does not compile, neither as the one asked nor as the one read", () => {
  // @ts-expect-error -- no item is named tolld
  defineInstrument({ ...facts, items, indicators: { known }, askIf: { tolld: is("met", "yes") } });
  // @ts-expect-error -- no item is named mett
  defineInstrument({ ...facts, items, indicators: { known }, askIf: { told: oneOf("mett", "yes") } });
});

test("a claim without a ground does not compile", () => {
  // @ts-expect-error -- an item needs at least one ground
  defineItems({ met: { ...item, basis: [] } });
  const { basis: _, ...groundless } = item;
  // @ts-expect-error -- an item needs its grounds
  defineItems({ met: groundless });
  // @ts-expect-error -- an indicator needs at least one ground
  defineInstrument({ ...facts, items, indicators: { known: { ...known, basis: [] } } });
});

test("only a key of the bibliography can be cited", () => {
  const { cite: citeToy } = defineBibliography({ toy2020: { citation: "Toy 2020" } });
  citeToy("toy2020", "seen_in_source");
  // @ts-expect-error -- not in the bibliography
  citeToy("toy2021", "seen_in_source");
  cite("mullen1999", "seen_in_abstract");
  // @ts-expect-error -- not in the bibliography
  cite("mullen1998", "seen_in_abstract");
  // @ts-expect-error -- not a way of having read it
  cite("mullen1999", "hearsay");
});

test("the same id twice does not compile", () => {
  // @ts-expect-error -- ids are keys
  // biome-ignore lint/suspicious/noDuplicateObjectKeys: the duplicate is the test
  defineItems({ met: item, met: item });
});
