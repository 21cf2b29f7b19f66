import {
  all,
  any,
  type Condition,
  choice,
  count,
  date,
  defineInstrument,
  defineItems,
  designChoice,
  type Item,
  not,
  numberFrom,
  type Quantity,
  rulesOver,
  yesNo,
} from "../../src/index.ts";

const example = designChoice("a toy instrument of the tests");
const item = <const R extends Item["responses"]>(responses: R) => ({
  code: "T",
  text: { target: "Toy?", rater: "Toy?" },
  construct: "toy",
  responses,
  basis: [example] as const,
});
const toyFacts = {
  purpose: "To test.",
  respondents: ["rater"],
  notFor: ["anything else"],
  referencePeriod: "any",
  validation: "none",
  sections: {},
} as const;
const often = choice({
  never: { label: "Never", value: 0 },
  once: { label: "Once", value: 1 },
  often: { label: "Often", value: 3 },
  cannot_say: { label: "Cannot say", notKnown: true },
});

const items = defineItems({
  met: item(yesNo),
  place: item(choice({ home: { label: "Home" }, work: { label: "Work" }, street: { label: "Street" } })),
  calls: item(often),
  visits: { ...item(often), whenClosed: "never" },
  days: item(numberFrom(0, 3)),
  afraid: item(yesNo),
  told: { ...item(yesNo), whenClosed: "no" },
});
const { is } = rulesOver(items);

/** A form with gates behind gates, closed items of both sorts, numbers and a code that means not known. */
export const toy = defineInstrument({
  id: "toy",
  version: "1.0.0",
  title: "Toy",
  ...toyFacts,
  items,
  askIf: { visits: is("met", "yes"), days: is("visits", "once", "often"), told: is("place", "home", "work") },
  indicators: { known: { means: "known", rule: is("met", "yes"), basis: [example] } },
});

const choices = defineItems({
  met: item(yesNo),
  place: item(choice({ home: { label: "Home" }, work: { label: "Work" }, street: { label: "Street" } })),
  calls: item(often),
  visits: { ...item(often), whenClosed: "never" },
  letters: item(often),
  afraid: item(yesNo),
});
const over = rulesOver(choices);

/** A form that is answered by codes alone, so that the fast readings take it. */
export const toyChoices = defineInstrument({
  id: "toy-choices",
  version: "1.0.0",
  title: "Toy of codes",
  ...toyFacts,
  items: choices,
  askIf: {
    visits: over.is("met", "yes"),
    letters: over.is("visits", "once", "often"),
    afraid: over.is("place", "home", "work"),
  },
  indicators: { known: { means: "known", rule: over.is("met", "yes"), basis: [example] } },
});

const signs = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];
const named = Object.fromEntries([...signs, "nothing"].map((sign) => [sign, { label: sign }]));

/** A form of many signs that have nothing to do with one another, and which came first. */
export const toySigns = defineInstrument({
  id: "toy-signs",
  version: "1.0.0",
  title: "Toy of signs",
  ...toyFacts,
  items: { first: item(choice(named)), ...Object.fromEntries(signs.map((sign) => [sign, item(yesNo)])) },
  indicators: {},
});

const worth = choice({
  tenth: { label: "A tenth", value: 0.1 },
  fifth: { label: "A fifth", value: 0.2 },
  less: { label: "Less", value: -0.7 },
  third: { label: "A third", value: 1 / 3 },
  much: { label: "Much", value: 1234.5678901234567 },
  unclear: { label: "Unclear", notKnown: true },
});
const fractions = defineItems({
  gate: item(yesNo),
  one: item(worth),
  two: item(worth),
  three: { ...item(worth), whenClosed: "tenth" },
  four: item(worth),
  five: item(worth),
  weight: item(numberFrom(-1, 2, false)),
  day: item(date),
});
const { is: isIn } = rulesOver(fractions);

/** A form whose numbers are not exact in binary, with gates. */
export const toyFractions = defineInstrument({
  id: "toy-fractions",
  version: "1.0.0",
  title: "Toy of fractions",
  ...toyFacts,
  items: fractions,
  askIf: {
    two: isIn("gate", "yes"),
    three: isIn("gate", "yes"),
    four: isIn("one", "tenth", "fifth"),
    five: isIn("one", "tenth", "less"),
  },
  indicators: { known: { means: "known", rule: isIn("gate", "yes"), basis: [example] } },
});

const alike = defineItems({
  patient: item(often),
  context: item(often),
  a1_b: item(often),
  a_1_b: item(often),
  met: item(yesNo),
});
const { is: among } = rulesOver(alike);
const four = ["patient", "context", "a1_b", "a_1_b"] as const;
const oftenOf = (...ids: readonly (typeof four)[number][]) => ids.map((id) => among(id, "often"));
const seldomOf = (...ids: readonly (typeof four)[number][]) => ids.map((id) => not(among(id, "often", "once")));
const rule = <const R extends Condition | Quantity>(of: R) => ({ means: "toy", rule: of, basis: [example] as const });

/** A form whose items are tested alike, together and in twos, with names that other systems keep for themselves. */
export const toyAlike = defineInstrument({
  id: "toy-alike",
  version: "1.0.0",
  title: "Toy of like items",
  ...toyFacts,
  items: alike,
  askIf: {},
  indicators: {
    any_often: rule(any(...oftenOf(...four))),
    all_often: rule(all(...oftenOf(...four))),
    count_often: rule(count(...oftenOf(...four))),
    any_seldom: rule(any(...seldomOf(...four), among("met", "yes"))),
    all_seldom: rule(all(...seldomOf(...four), among("met", "yes"))),
    count_seldom: rule(count(...seldomOf(...four), among("met", "yes"))),
    count_twice: rule(count(...oftenOf("patient", "patient", "context", "a1_b"))),
    two: rule(count(...oftenOf("patient", "a_1_b"), ...seldomOf("context", "a1_b"))),
    two_seldom: rule(count(...seldomOf("patient", "a_1_b"), ...oftenOf("context", "a1_b"))),
    patient: rule(all(among("patient", "never"), any(among("context", "never"), among("a1_b", "never")))),
    a_1b: rule(any(among("a_1_b", "never"), all(among("context", "once"), among("a1_b", "once")))),
    known: rule(any(all(among("a_1_b", "once"), among("patient", "once")), among("context", "often"))),
  },
});

/** What a toy definition says of itself. */
export const toyDefinitionFacts = {
  id: "toy-definition",
  version: "1.0.0",
  title: "the toy definition",
  jurisdiction: "XX",
  kind: "research",
  basis: [designChoice("a toy definition of the tests")],
  notes: [],
  limits: [],
} as const;
