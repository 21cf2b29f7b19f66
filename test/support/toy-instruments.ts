import {
  choice,
  date,
  defineInstrument,
  defineItems,
  designChoice,
  type Item,
  numberFrom,
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
  purpose: "To test.",
  respondents: ["rater"],
  notFor: ["anything else"],
  referencePeriod: "any",
  validation: "none",
  sections: {},
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
  purpose: "To test.",
  respondents: ["rater"],
  notFor: ["anything else"],
  referencePeriod: "any",
  validation: "none",
  sections: {},
  items: choices,
  askIf: {
    visits: over.is("met", "yes"),
    letters: over.is("visits", "once", "often"),
    afraid: over.is("place", "home", "work"),
  },
  indicators: { known: { means: "known", rule: over.is("met", "yes"), basis: [example] } },
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
  purpose: "To test.",
  respondents: ["rater"],
  notFor: ["anything else"],
  referencePeriod: "any",
  validation: "none",
  sections: {},
  items: fractions,
  askIf: {
    two: isIn("gate", "yes"),
    three: isIn("gate", "yes"),
    four: isIn("one", "tenth", "fifth"),
    five: isIn("one", "tenth", "less"),
  },
  indicators: { known: { means: "known", rule: isIn("gate", "yes"), basis: [example] } },
});
